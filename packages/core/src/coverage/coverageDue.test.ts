import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { coverageDue } from "./coverageDue.ts";

const dueOf = (members: number, [ownFrom, jointFrom]: readonly [number, number]): string =>
  coverageDue(
    Object.freeze({
      members: count(members),
      policy: Object.freeze({ ownFrom: count(ownFrom), jointFrom: count(jointFrom) }),
    }),
  );

describe("coverageDue", () => {
  test.each([
    [0, "work"],
    [1, "joint"],
    [2, "joint"],
    [3, "own"],
    [4, "own"],
    [9007199254740991, "own"],
  ])("with own from 3 and joint from 1, %i members are due %s", (members, form) => {
    expect(dueOf(members, [3, 1])).toBe(form);
  });

  test("takes any thresholds, such as 25 and 10", () => {
    expect([9, 10, 24, 25].map((members) => dueOf(members, [25, 10]))).toEqual([
      "work",
      "joint",
      "joint",
      "own",
    ]);
  });

  test("leaves nobody to work coverage with joint from 0", () => {
    expect(dueOf(0, [3, 0])).toBe("joint");
  });

  test("has no joint class where both thresholds are equal", () => {
    expect([0, 1].map((members) => dueOf(members, [1, 1]))).toEqual(["work", "own"]);
    expect(dueOf(0, [0, 0])).toBe("own");
  });

  test("refuses thresholds that would make some sizes due two forms", () => {
    expect(() => dueOf(2, [1, 3])).toThrow(
      expect.objectContaining({
        code: "conflict",
        message: "coverageDue requires ownFrom (1) not to be below jointFrom (3)",
      }),
    );
  });
});
