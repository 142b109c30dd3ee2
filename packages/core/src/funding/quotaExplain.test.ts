import { describe, expect, test } from "vitest";
import { type Count, count } from "../exact/count.ts";
import { exact, exactText, type Numeric } from "../exact/decimal.ts";
import { weight } from "../exact/weight.ts";
import type { QuotaApportionInput } from "./quotaApportion.ts";
import { type QuotaExplanation, quotaExplain } from "./quotaExplain.ts";

const counts = (values: readonly (number | undefined)[]): (Count | undefined)[] =>
  values.map((value) => (value === undefined ? undefined : count(value)));
const explain = (
  places: number,
  by: readonly Numeric[],
  options: Omit<QuotaApportionInput, "places" | "weights"> = {},
): QuotaExplanation =>
  quotaExplain({ places: count(places), weights: by.map((value) => weight(value)), ...options });
const quotasOf = ({ rows }: QuotaExplanation): string[] => rows.map(({ quota }) => exactText(quota));

describe("quotaExplain", () => {
  test("shows quota, places and remainder by largest remainder: 10 by 2, 3, 1", () => {
    const { rows, ties, divisor } = explain(10, [2, 3, 1]);
    expect(rows.map(({ quota, places, nextClaim }) => [exactText(quota), places, nextClaim])).toEqual([
      ["10/3", 3, 1 / 3],
      ["5", 5, 0],
      ["5/3", 2, 2 / 3],
    ]);
    expect(ties).toEqual([]);
    expect(divisor).toStrictEqual({ lowest: undefined, highest: undefined });
  });

  test.each([
    ["droop", ["200/67", "300/67", "100/67"]],
    ["hagenbach-bischoff", ["200/67", "300/67", "100/67"]],
    ["quota", ["8/3", "4", "4/3"]],
    ["webster", ["8/3", "4", "4/3"]],
  ] as const)("quotas by %s, 8 places by 200, 300, 100", (method, quotas) => {
    expect(quotasOf(explain(8, [200, 300, 100], { method }))).toEqual(quotas);
  });

  test("next claims and the divisor interval by Jefferson: 100, 80, 30, 20 votes, 8 places", () => {
    const { rows, divisor } = explain(8, [100, 80, 30, 20], { method: "jefferson" });
    expect(rows.map(({ places }) => places)).toEqual([4, 3, 1, 0]);
    expect(rows.map(({ nextClaim }) => nextClaim)).toEqual([20, 20, 15, 20]);
    expect(divisor).toEqual({ lowest: 20, highest: 25 });
  });

  test("Jefferson's divisor of 1792, 33,000, lies in the interval", () => {
    const people = [
      630560, 475327, 432879, 353523, 331589, 278514, 236841, 206236, 179570, 141822, 85533, 70835, 68705,
      68446, 55540,
    ];
    const { divisor } = explain(105, people, { method: "jefferson" });
    expect(divisor.lowest).toBeLessThan(33_000);
    expect(divisor.highest).toBeGreaterThan(33_000);
  });

  test("an interval of one point means a tie", () => {
    const { divisor, ties } = explain(5, [6, 3, 1], { method: "webster" });
    expect(divisor).toEqual({ lowest: 2, highest: 2 });
    expect(ties).toEqual([{ rows: [1, 2], served: [1] }]);
  });

  test("divisors are in the unit of the weights given, be they fractions", () => {
    const { divisor, rows } = explain(8, ["0.1", "0.08", "0.03", "0.02"], { method: "jefferson" });
    expect(divisor).toEqual({ lowest: 0.02, highest: 0.025 });
    expect(rows[2]!.nextClaim).toBe(0.015);
  });

  test("by Huntington-Hill a claim is weight over a root: 2 over root 2", () => {
    const { rows, divisor } = explain(3, [2, 4], { method: "huntington-hill" });
    expect(rows[0]!.nextClaim).toBeCloseTo(Math.SQRT2, 14);
    expect(divisor.highest).toBeCloseTo(4 / Math.SQRT2, 14);
  });

  test("an endless claim is shown as none, and gives the interval no end", () => {
    const { rows, divisor } = explain(2, [5, 9, 7], { method: "adams" });
    expect(rows.map(({ places, nextClaim }) => [places, nextClaim])).toEqual([
      [0, undefined],
      [1, 9],
      [1, 7],
    ]);
    expect(divisor).toEqual({ lowest: undefined, highest: undefined });
  });

  test("a row that can have no more has no next claim, by a divisor method", () => {
    const { rows } = explain(3, [0, 5, 5], { method: "webster", maximum: counts([undefined, 1, undefined]) });
    expect(rows.map(({ nextClaim }) => nextClaim)).toEqual([undefined, undefined, 2]);
  });

  test("a row that can have no more has no next claim, by a quota method", () => {
    const { rows } = explain(4, [0, 5, 3], { maximum: counts([undefined, 2, undefined]) });
    expect(rows.map(({ nextClaim }) => nextClaim)).toEqual([undefined, undefined, 0.5]);
  });

  test("names the bound at which a row stands", () => {
    const { rows } = explain(10, [8, 1, 1], {
      minimum: count(2),
      maximum: counts([6, undefined, undefined]),
    });
    expect(rows.map(({ places, bound }) => [places, bound])).toEqual([
      [6, "maximum"],
      [2, "minimum"],
      [2, "minimum"],
    ]);
    expect(
      explain(10, [5, 3, 2], { minimum: count(2), maximum: count(5) }).rows.map(({ bound }) => bound),
    ).toEqual([undefined, undefined, undefined]);
  });

  test("names the bound that lies less than a place from the quota: 4 places by 7 and 1", () => {
    const boundsOf = ({ rows }: QuotaExplanation): unknown =>
      rows.map(({ quota, places, bound }) => [exactText(quota), places, bound]);
    expect(boundsOf(explain(4, [7, 1], { minimum: count(1) }))).toEqual([
      ["3.5", 3, undefined],
      ["0.5", 1, "minimum"],
    ]);
    expect(boundsOf(explain(4, [7, 1], { maximum: count(3) }))).toEqual([
      ["3.5", 3, "maximum"],
      ["0.5", 1, undefined],
    ]);
    // Rounded up to its maximum, the first row is not held by it.
    expect(boundsOf(explain(4, [7, 1], { maximum: count(4) }))).toEqual([
      ["3.5", 4, undefined],
      ["0.5", 0, undefined],
    ]);
  });

  test("a row without weight has a quota of nothing, and stands at a minimum only if that gives it places", () => {
    for (const method of ["largest-remainder", "droop", "hagenbach-bischoff", "webster"] as const) {
      const [, without] = explain(2, [5, 0], { method }).rows;
      expect([exactText(without!.quota), without!.places, without!.bound]).toEqual(["0", 0, undefined]);
      const [, given] = explain(2, [5, 0], { method, minimum: count(1) }).rows;
      expect([exactText(given!.quota), given!.places, given!.bound]).toEqual(["0", 1, "minimum"]);
    }
  });

  test("quotas hold the base: 2 each and the rest by weight", () => {
    const { rows } = explain(12, [3, 1], { base: count(2), method: "adams" });
    expect(rows.map(({ quota, places }) => [exactText(quota), places])).toEqual([
      ["8", 8],
      ["4", 4],
    ]);
  });

  test("marks the rows below the threshold", () => {
    const { rows } = explain(10, [60, 36, 4, 0], { threshold: exact("0.05") });
    expect(rows.map(({ belowThreshold, places }) => [belowThreshold, places])).toEqual([
      [false, 6],
      [false, 4],
      [true, 0],
      [true, 0],
    ]);
    expect(exactText(rows[0]!.quota)).toBe("6.25");
  });

  test("explains a house without places", () => {
    expect(quotasOf(explain(0, [1, 2], { method: "droop" }))).toEqual(["0", "0"]);
    expect(quotasOf(explain(4, [1, 2], { base: count(2) }))).toEqual(["2", "2"]);
  });

  test("refuses as the apportionment does", () => {
    expect(() => explain(1, [])).toThrow("quotaApportion requires at least one value in weights");
  });

  test("says by which claim the last place came, and who is next, by Jefferson: 100, 80, 30, 20 votes", () => {
    const { rows } = explain(7, [100, 80, 30, 20], { method: "jefferson" });
    // Claims 100, 80, 50, 40, 33.3, 30, 26.7 are served; 25, 20, 15, 20 are not.
    expect(rows.map(({ places, lastClaim }) => [places, lastClaim])).toEqual([
      [3, 100 / 3],
      [3, 80 / 3],
      [1, 30],
      [0, undefined],
    ]);
    expect(rows.map(({ nextInLine }) => nextInLine)).toEqual([true, false, false, false]);
  });

  test("says whose remainder is next, while remainders tell", () => {
    const next = (...given: Parameters<typeof explain>): number =>
      explain(...given).rows.findIndex(({ nextInLine }) => nextInLine);
    // 10 by 2, 3, 1: remainders 1/3, 0, 2/3, of which the last is served.
    expect(next(10, [2, 3, 1])).toBe(0);
    expect(next(10, [2, 3, 1], { maximum: counts([3, undefined, undefined]) })).toBe(1);
    // A minimum gives the second row more than its quota rounded up: remainders were taken anew of others.
    expect(next(10, [8, 1, 1], { minimum: count(2) })).toBe(-1);
    expect(next(10, [2, 3, 1], { method: "quota" })).toBe(-1);
    expect(next(2, [1, 1, 1])).toBe(2);
    expect(next(1, [1], { maximum: count(1) })).toBe(-1);
  });
});
