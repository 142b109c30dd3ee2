import { describe, expect, test } from "vitest";
import { amount } from "../exact/amount.ts";
import { type Count, count } from "../exact/count.ts";
import { fraction } from "../exact/fraction.ts";
import { weight } from "../exact/weight.ts";
import { fundingSplit, type FundingSplitInput, type RemainderRule } from "./fundingSplit.ts";
import { fundingSplitExplain } from "./fundingSplitExplain.ts";
import { type ApportionmentMethod, quotaApportion, type QuotaApportionInput } from "./quotaApportion.ts";
import { quotaExplain } from "./quotaExplain.ts";
import type { TiePolicy } from "./tiePolicy.ts";

const weights = (values: readonly number[]): FundingSplitInput["weights"] =>
  values.map((value) => weight(value));
const split = (total: number, by: readonly number[], ties: TiePolicy, rule?: RemainderRule) =>
  fundingSplit({ total: amount(total, 1), weights: weights(by), ties, rule });
const units = (total: number, by: readonly number[], ties: TiePolicy): string =>
  split(total, by, ties)
    .parts.map((part) => part.units)
    .join(" ");
const places = (
  house: number,
  by: readonly number[],
  ties: TiePolicy,
  options: Partial<QuotaApportionInput> = {},
): readonly Count[] =>
  quotaApportion({ places: count(house), weights: weights(by), ties, ...options }).places;

describe("a tie policy in a split", () => {
  test("by order is what there is without one", () => {
    expect(split(2, [1, 1, 1], { by: "order" })).toEqual(
      fundingSplit({ total: amount(2, 1), weights: weights([1, 1, 1]) }),
    );
  });

  test("by id serves the lower id first and says in which order", () => {
    const { parts, ties } = split(5, [1, 1, 1], { by: "id", ids: ["c", "a", "b"] });
    expect(parts.map((part) => part.units)).toEqual([1n, 2n, 2n]);
    expect(ties).toStrictEqual([
      { rows: [0, 1, 2], served: [1, 2], decided: { by: "id", order: [1, 2, 0] } },
    ]);
  });

  test("lists those served by row, in whatever order they were served", () => {
    const [tie] = split(2, [1, 1, 1], { by: "id", ids: ["b", "c", "a"] }).ties;
    expect(tie).toStrictEqual({ rows: [0, 1, 2], served: [0, 2], decided: { by: "id", order: [2, 0, 1] } });
    const backwards = Array.from({ length: 11 }, (_, row) => String.fromCodePoint(107 - row));
    expect(
      split(
        2,
        Array.from(backwards, () => 1),
        { by: "id", ids: backwards },
      ).ties[0]?.served,
    ).toEqual([9, 10]);
  });

  test("compares ids by code point, a beginning before what goes on: U+FF5E before U+1F600, ab before abc", () => {
    expect(units(1, [1, 1], { by: "id", ids: ["😀", "～"] })).toBe("0 1");
    expect(units(1, [1, 1], { by: "id", ids: ["abc", "ab"] })).toBe("0 1");
    expect(units(1, [1, 1], { by: "id", ids: ["10", "9"] })).toBe("1 0");
  });

  test("by lot follows the digests that sha256sum prints, and says the seed and the order drawn", () => {
    // printf '2026-11-22\nA' | sha256sum: 4dac8b0b...; B a7cd66dd...; C c0df8315...
    const ids = ["C", "A", "B"];
    expect(split(1, [1, 1, 1], { by: "lot", seed: "2026-11-22", ids }).ties).toEqual([
      { rows: [0, 1, 2], served: [1], decided: { by: "lot", order: [1, 2, 0], seed: "2026-11-22" } },
    ]);
    // Without ids, rows are drawn by their numbers: 3 is 11cbede1..., 2 is 3d0dd127..., 1 is c3435761...
    expect(units(1, [1, 1, 1], { by: "lot", seed: "2026-11-22" })).toBe("0 0 1");
    expect(units(2, [1, 1, 1], { by: "lot", seed: "2026-11-22" })).toBe("0 1 1");
  });

  test("by previous holder keeps the odd step where it was, or has it yielded; then the earlier row", () => {
    const held = [false, true, true, false];
    expect(units(1, [1, 1, 1, 1], { by: "previous-holder", held })).toBe("0 1 0 0");
    expect(units(1, [1, 1, 1, 1], { by: "previous-holder", held, holder: "keeps" })).toBe("0 1 0 0");
    expect(units(2, [1, 1, 1, 1], { by: "previous-holder", held, holder: "yields" })).toBe("1 0 0 1");
  });

  test("by error refuses a tie, naming the tied, and nothing else", () => {
    expect(() => split(1, [1, 1], { by: "error" })).toThrow(
      expect.objectContaining({
        code: "conflict",
        message: "fundingSplit requires no tie; rows 1, 2 have equal claims to 1 left",
      }),
    );
    expect(() => split(11, [2, 1, 2], { by: "error", names: ["east", "south", "west"] })).toThrow(
      "fundingSplit requires no tie; east, west have equal claims to 1 left",
    );
    expect(units(100, [2, 3, 1], { by: "error" })).toBe("33 50 17");
  });

  test("never changes the order of claims that differ", () => {
    expect(units(100, [2, 3, 1], { by: "id", ids: ["a", "b", "c"] })).toBe("33 50 17");
  });

  test("re-orders equal weights by largest-weight, mirrors a negative total, and leaves first and last alone", () => {
    const ids = ["c", "b", "a"];
    const parts = (total: number, rule: RemainderRule): bigint[] =>
      split(total, [1, 1, 1], { by: "id", ids }, rule).parts.map((part) => part.units);
    expect(parts(4, "largest-weight")).toEqual([1n, 1n, 2n]);
    expect(parts(-4, "largest-remainder")).toEqual([-1n, -1n, -2n]);
    expect(parts(4, "first")).toEqual([2n, 1n, 1n]);
    expect(parts(4, "last")).toEqual([1n, 1n, 2n]);
  });

  test("is what the explanation ranks by", () => {
    const { rows } = fundingSplitExplain({
      total: amount(1, 1),
      weights: weights([1, 1, 1]),
      ties: { by: "id", ids: ["c", "a", "b"] },
    });
    expect(rows.map(({ rank, oddStep, nextInLine }) => [rank, oddStep, nextInLine])).toEqual([
      [3, false, false],
      [1, true, false],
      [2, false, true],
    ]);
  });

  test.each([
    [
      { by: "id", ids: ["a"] },
      "sizeMismatch",
      "ties ids to have as many values as there are rows (2); found 1",
    ],
    [{ by: "lot", seed: "x", ids: [] }, "sizeMismatch", "ties ids to have as many values"],
    [{ by: "previous-holder", held: [true] }, "sizeMismatch", "ties held to have as many values"],
    [{ by: "error", names: ["a"] }, "sizeMismatch", "ties names to have as many values"],
    [{ by: "id", ids: ["a", "a"] }, "conflict", 'an id of its own for every row; "a" is there twice'],
  ] as const)("refuses columns that do not fit, tied or not: %o", (ties, code, words) => {
    for (const by of [
      [1, 1],
      [1, 2],
    ]) {
      expect(() => split(1, by, ties)).toThrow(expect.objectContaining({ code }));
      expect(() => split(1, by, ties)).toThrow(words);
      expect(() => places(1, by, ties)).toThrow(words);
    }
  });
});

describe("a tie policy in an apportionment", () => {
  const methods: readonly ApportionmentMethod[] = [
    "largest-remainder",
    "jefferson",
    "webster",
    "adams",
    "dean",
    "huntington-hill",
    "quota",
    "droop",
    "hagenbach-bischoff",
  ];

  test.each(methods)("serves the lower id first by %s", (method) => {
    const ids = ["c", "a", "b"];
    const contest = { places: count(2), weights: weights([30, 30, 30]), method };
    const { places: found, ties } = quotaApportion({ ...contest, ties: { by: "id", ids } });
    expect(found).toEqual([0, 1, 1]);
    expect(ties).toEqual([{ rows: [0, 1, 2], served: [1, 2], decided: { by: "id", order: [1, 2, 0] } }]);
    expect(() => quotaApportion({ ...contest, ties: { by: "error" } })).toThrow(
      "quotaApportion requires no tie; rows 1, 2, 3 have equal claims to 2 left",
    );
  });

  test("goes with bounds and bases, which stay with their rows", () => {
    const maximum = [undefined, count(3), undefined].map((value) => value);
    expect(places(10, [1, 1, 1], { by: "id", ids: ["c", "b", "a"] }, { maximum })).toEqual([3, 3, 4]);
    expect(places(10, [1, 1, 1], { by: "id", ids: ["c", "b", "a"] }, { base: count(1) })).toEqual([3, 3, 4]);
    expect(places(10, [1, 1, 1], { by: "id", ids: ["c", "a", "b"] }, { maximum, method: "webster" })).toEqual(
      [3, 3, 4],
    );
  });

  test("serves both equal claims of a row before the next row, where a first divisor of 3 makes two", () => {
    const options = { method: "webster", firstDivisor: fraction(3n) } as const;
    expect(places(2, [1, 1], { by: "order" }, options)).toEqual([2, 0]);
    expect(places(2, [1, 1], { by: "id", ids: ["b", "a"] }, options)).toEqual([0, 2]);
    const { ties } = quotaApportion({
      places: count(3),
      weights: weights([1, 1]),
      ties: { by: "id", ids: ["b", "a"] },
      ...options,
    });
    expect(ties).toEqual([{ rows: [0, 1], served: [0, 1], decided: { by: "id", order: [1, 0] } }]);
  });

  test("is what the explanation says is next", () => {
    const { rows, ties } = quotaExplain({
      places: count(1),
      weights: weights([1, 1, 1]),
      ties: { by: "previous-holder", held: [false, true, true] },
    });
    expect(rows.map((row) => [row.places, row.nextInLine])).toEqual([
      [0, false],
      [1, false],
      [0, true],
    ]);
    expect(ties[0]?.decided).toEqual({ by: "previous-holder", order: [1, 2, 0] });
  });

  test("names the id that is there twice, wherever it is", () => {
    expect(() => split(1, [1, 2, 3], { by: "id", ids: ["b", "a", "a"] })).toThrow('"a" is there twice');
  });
});
