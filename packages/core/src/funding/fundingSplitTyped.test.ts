import { describe, expect, test } from "vitest";
import { fundingSplitTyped, type FundingSplitTypedInput } from "./fundingSplitTyped.ts";

const partsOf = (
  total: number,
  weights: readonly number[],
  rule?: FundingSplitTypedInput["rule"],
): number[] => [...fundingSplitTyped({ total, weights: Float64Array.from(weights), rule }).parts];

describe("fundingSplitTyped", () => {
  test.each([
    [100, [2, 3, 1], [33, 50, 17]],
    [7, [6, 3, 1], [4, 2, 1]],
    [9999, [75, 25], [7499, 2500]],
    [589_212, [5, 92, 51, 60], [14_164, 260_613, 144_470, 169_965]],
  ])("gives %i by %j the shares %j", (total, weights, parts) => {
    expect(partsOf(total, weights)).toEqual(parts);
  });

  test.each([
    ["largest-remainder", [33, 50, 17]],
    ["largest-weight", [33, 51, 16]],
    ["first", [34, 50, 16]],
    ["last", [33, 50, 17]],
  ] as const)("serves left-over steps by rule %s", (rule, parts) => {
    expect(partsOf(100, [2, 3, 1], rule)).toEqual(parts);
  });

  test("splits the largest total that there is", () => {
    // 9007199254740991 x 7 / 31 ends in 449 and 18/31, x 11 / 31 in 706 and 15/31, x 13 / 31 in 834 and 29/31.
    expect(partsOf(Number.MAX_SAFE_INTEGER, [7, 11, 13])).toEqual([
      2033883702683450, 3196102961359706, 3777212590697835,
    ]);
  });

  test("mirrors a negative total, and zero has no sign", () => {
    expect(partsOf(-100, [1, 1, 1, 0])).toEqual([-34, -33, -33, 0]);
    expect(partsOf(-0, [1])).toEqual([0]);
  });

  test("splits nothing among nobody's weights, by every rule", () => {
    for (const rule of ["largest-remainder", "largest-weight", "first", "last"] as const) {
      expect(fundingSplitTyped({ total: 0, weights: Float64Array.of(0, 0), rule })).toEqual({
        parts: Float64Array.of(0, 0),
        ties: [],
      });
    }
  });

  test("names the tied of a long column, the earlier served", () => {
    const { parts, ties } = fundingSplitTyped({ total: 1002, weights: new Float64Array(1000).fill(7) });
    expect(parts.slice(0, 4)).toEqual(Float64Array.of(2, 2, 1, 1));
    expect(ties).toEqual([{ rows: Array.from({ length: 1000 }, (_, row) => row), served: [0, 1] }]);
  });

  test.each([
    [0, [], "emptyInput", "at least one value in weights"],
    [1, [0, 0], "allZero", "at least one value above zero in weights"],
    [1, [1, -2], "outOfRange", "weights, row 2 to be a whole number from 0 to 2^53-1; found -2"],
    [0.5, [1], "outOfRange", "total to be a whole number from -(2^53-1) to 2^53-1; found 0.5"],
  ])("refuses %j by %j", (total, weights, code, words) => {
    expect(() => partsOf(total, weights)).toThrow(
      expect.objectContaining({ code, message: `fundingSplitTyped requires ${words}` }),
    );
  });
});
