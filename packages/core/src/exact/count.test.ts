import { describe, expect, test } from "vitest";
import { count, isCount } from "./count.ts";

const counts = Object.freeze([0, 1, 6573, 4294967296, 9007199254740991]);
const others: readonly (readonly [number, string])[] = Object.freeze([
  [-1, "-1"],
  [0.5, "0.5"],
  [6573.0000001, "6573.0000001"],
  [9007199254740992, "9007199254740992"],
  [1e300, "1e+300"],
  [NaN, "NaN"],
  [Infinity, "Infinity"],
  [-Infinity, "-Infinity"],
]);

describe("count", () => {
  test.each(counts)("takes %d as it is", (value) => {
    expect(count(value)).toBe(value);
  });

  test.each(others)("refuses %d", (value, found) => {
    expect(() => count(value)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `count requires value to be a whole number from 0 to 2^53-1; found ${found}`,
      }),
    );
  });

  test("names what it refuses", () => {
    expect(() => count(-1, "eligible")).toThrow(
      "count requires eligible to be a whole number from 0 to 2^53-1; found -1",
    );
  });
});

describe("isCount", () => {
  test.each(counts)("is true of %d", (value) => {
    expect(isCount(value)).toBe(true);
  });

  test.each(others)("is false of %d", (value) => {
    expect(isCount(value)).toBe(false);
  });
});

describe("count and zero", () => {
  test("has no negative zero", () => {
    expect(Object.is(count(-0), 0)).toBe(true);
  });
});
