import { describe, expect, test } from "vitest";
import {
  addRow,
  emptyTally,
  pooled,
  rateOfNone,
  type Reported,
  rowFinding,
  type RowFinding,
  type Tally,
} from "./tally.ts";

const tallyOf = (...rows: readonly (readonly [covered: Reported, eligible: Reported])[]): Tally => {
  const tally = emptyTally();
  for (const [covered, eligible] of rows) {
    addRow(tally, rowFinding(covered, eligible), Object.freeze({ covered, eligible }));
  }
  return tally;
};

/** The refusal of a sum that is one too many. */
const refusal = (name: string): unknown =>
  expect.objectContaining({
    code: "outOfRange",
    message: `coverageChange requires the sum of ${name} to be at most 2^53-1; found 9007199254740992`,
  });

describe("rowFinding", () => {
  test.each<[Reported, Reported, RowFinding]>([
    [1, 2, "counted"],
    [5, 4, "counted"],
    [0, 0, "counted"],
    [undefined, 2, "missing"],
    [1, undefined, "missing"],
    [undefined, -1, "missing"],
    [-1, 2, "invalid"],
    [1, 2.5, "invalid"],
    [1, 0, "invalid"],
  ])("calls %s of %s %s", (covered, eligible, finding) => {
    expect(rowFinding(covered, eligible)).toBe(finding);
  });
});

describe("addRow", () => {
  test("sums what is counted, and counts every row once", () => {
    const rows = [
      [1, 2],
      [3, 5],
      [undefined, 7],
      [2, 0],
      [4, 0],
      [0.5, 0],
      [-1, 9],
    ] as const;
    expect(tallyOf(...rows)).toEqual({
      covered: 4,
      eligible: 7,
      rows: 2,
      missing: 1,
      invalid: 4,
      coveredOfNone: 6,
    });
  });
});

describe("pooled", () => {
  test("gives no rate without rows, and 0 of 0 for a row of nothing", () => {
    expect(pooled("coverageChange", emptyTally())).toEqual({
      rate: undefined,
      leftOut: { missing: 0, invalid: 0 },
    });
    expect(pooled("coverageChange", tallyOf([0, 0])).rate).toEqual({
      numerator: 0,
      denominator: 0,
      status: "empty",
    });
  });

  test("takes sums of 2^53-1, and refuses one more, by name", () => {
    const most = 9007199254740991;
    expect(pooled("coverageChange", tallyOf([most, most])).rate).toEqual({
      numerator: 9007199254740991,
      denominator: 9007199254740991,
      status: "ok",
    });
    expect(() => pooled("coverageChange", tallyOf([most, 1], [1, 1]))).toThrow(refusal("covered"));
    expect(() => pooled("coverageChange", tallyOf([1, most], [1, 1]))).toThrow(refusal("eligible"));
  });

  test("refuses more of none than 2^53-1", () => {
    expect(rateOfNone("coverageChange", 9007199254740991)).toEqual({
      numerator: 9007199254740991,
      denominator: 0,
      status: "invalid",
    });
    expect(() => rateOfNone("coverageChange", 9007199254740992)).toThrow(refusal("covered"));
  });
});
