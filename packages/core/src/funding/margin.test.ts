import { describe, expect, test } from "vitest";
import { amount, amountText } from "../exact/amount.ts";
import { count } from "../exact/count.ts";
import { exact, exactText, type Numeric } from "../exact/decimal.ts";
import { weight } from "../exact/weight.ts";
import type { FundingSplitInput } from "./fundingSplit.ts";
import { fundingSplitMargin } from "./fundingSplitMargin.ts";
import { marginOf, type TurningWeight } from "./margin.ts";
import type { QuotaApportionInput } from "./quotaApportion.ts";
import { quotaExplain } from "./quotaExplain.ts";
import { quotaMargin } from "./quotaMargin.ts";

const weights = (values: readonly Numeric[]): FundingSplitInput["weights"] =>
  values.map((value) => weight(value));
function shown<Part>(
  turn: TurningWeight<Part> | undefined,
  part: (value: Part) => string,
): string | undefined {
  return turn && `${exactText(turn.weight)} (${exactText(turn.change)}): ${part(turn.part)}`;
}
const splitMargin = (
  total: Numeric,
  by: readonly Numeric[],
  row: number,
  options: Partial<Parameters<typeof fundingSplitMargin>[0]> = {},
): (string | undefined)[] => {
  const step = typeof total === "string" ? "0.01" : 1;
  const { more, less } = fundingSplitMargin({
    total: amount(total, step),
    weights: weights(by),
    row,
    ...options,
  });
  return [shown(more, amountText), shown(less, amountText)];
};
const placesMargin = (
  house: number,
  by: readonly Numeric[],
  row: number,
  options: Partial<QuotaApportionInput> = {},
): (string | undefined)[] => {
  const { more, less } = quotaMargin({ places: count(house), weights: weights(by), row, ...options });
  return [shown(more, String), shown(less, String)];
};

describe("fundingSplitMargin", () => {
  test("10 by 2, 3, 1: one more or less of weight moves each part", () => {
    expect(splitMargin(10, [2, 3, 1], 0)).toEqual(["3 (1): 4", "1 (-1): 2"]);
    expect(splitMargin(10, [2, 3, 1], 2)).toEqual(["2 (1): 3", "0 (-1): 0"]);
  });

  test("finds the turn between two units: 1.00 by w, 3, 1 gives w 0.34 from 168/83 on", () => {
    // From w = 2 on, 3 falls below 0.50, and w's remainder 100 w / (4 + w) - 33 passes that of 1, 100 / (4 + w) - 16, at
    // 100 w - 100 = 17 (4 + w), so w = 168/83 = 2.02409...
    expect(splitMargin("1.00", [2, 3, 1], 0, { unit: exact("0.0001") })[0]).toBe("2.0241 (0.0241): 0.34");
    expect(splitMargin("1.00", [2, 3, 1], 0, { unit: exact("0.001") })[0]).toBe("2.025 (0.025): 0.34");
  });

  test("counts in the unit of the weights: two decimals in hundredths", () => {
    const { unit, more, isNearest } = fundingSplitMargin({
      total: amount(1, 1),
      weights: weights(["0.25", "0.75"]),
      row: 0,
    });
    expect(exactText(unit)).toBe("0.25");
    expect([shown(more, amountText), isNearest]).toEqual(["0.75 (0.5): 1", true]);
    expect(splitMargin(1, ["0.25", "0.70"], 0)[0]).toBe("0.7 (0.45): 1");
  });

  test("counts in a unit that is larger than all weight", () => {
    // 10 times 1,002 of 1,006 are 9.96.
    expect(splitMargin(10, [2, 3, 1], 0, { unit: exact(1000) })).toEqual(["1002 (1000): 10", undefined]);
  });

  test("a tie goes by order or policy: the later of two equals needs one unit more", () => {
    expect(splitMargin(1, [5, 5], 0)).toEqual([undefined, "4 (-1): 0"]);
    expect(splitMargin(1, [5, 5], 1)).toEqual(["6 (1): 1", undefined]);
    expect(splitMargin(1, [5, 5], 1, { ties: { by: "id", ids: ["b", "a"] } })).toEqual([
      undefined,
      "4 (-1): 0",
    ]);
    // A weight at which the tie would be refused turns nothing; the next one does.
    expect(splitMargin(1, [3, 5], 0, { ties: { by: "error" } })[0]).toBe("6 (3): 1");
  });

  test("has none where a bound holds the part, whatever the weight", () => {
    expect(splitMargin(10, [1, 1], 0, { maximum: [exact(5), undefined] })[0]).toBeUndefined();
    expect(splitMargin(10, [1, 1], 0, { minimum: [exact(5), undefined] })[1]).toBeUndefined();
    expect(splitMargin(10, [1, 0], 0)).toEqual([undefined, undefined]);
    expect(splitMargin(0, [1, 2], 1)).toEqual([undefined, undefined]);
  });

  test("of a negative total, more is a larger absolute value", () => {
    expect(splitMargin(-10, [2, 3, 1], 0)).toEqual(["3 (1): -4", "1 (-1): -2"]);
  });

  test("refuses a row that is not there, a unit of nothing, and what the split refuses", () => {
    for (const row of [3, -1, 0.5]) {
      expect(() => splitMargin(10, [2, 3, 1], row)).toThrow(
        `fundingSplitMargin requires row to be the place of a row, from 0 to 2; found ${row}`,
      );
    }
    expect(() => splitMargin(10, [2, 3, 1], 0, { unit: exact(0) })).toThrow(
      "fundingSplitMargin requires unit to be above zero; found 0",
    );
    expect(() => splitMargin(10, [0], 0)).toThrow(expect.objectContaining({ code: "allZero" }));
    expect(() => splitMargin(10, [], 0)).toThrow(expect.objectContaining({ code: "emptyInput" }));
  });
});

describe("quotaMargin", () => {
  // By Jefferson 100, 80, 30, 20 for 8 places: claims 100, 80, 50, 40, 33.3, 30, 26.7, 25 are served; 20, 20, 15, 20 not.
  test.each([
    [0, "134 (34): 5", "79 (-21): 3"],
    [1, "101 (21): 4", "60 (-20): 2"],
    [2, "51 (21): 2", "20 (-10): 0"],
    [3, "26 (6): 1", undefined],
  ] as const)("row %i by Jefferson needs so much more, or keeps its places down to", (row, more, less) => {
    expect(placesMargin(8, [100, 80, 30, 20], row, { method: "jefferson" })).toEqual([more, less]);
  });

  test("row 3 of weight 30 keeps its place at 20, if it comes first in the tie", () => {
    const contest = { method: "jefferson", ties: { by: "id", ids: ["d", "c", "a", "b"] } } as const;
    expect(placesMargin(8, [100, 80, 30, 20], 2, contest)[1]).toBe("19 (-11): 0");
  });

  test("crosses a threshold: 4 of 100 below 5 % would have needed 6 of 102", () => {
    const contest = { threshold: exact("0.05"), method: "webster" } as const;
    expect(placesMargin(20, [60, 36, 4], 2, contest)).toEqual(["6 (2): 1", undefined]);
  });

  test("a first divisor near nothing does not hide a turn", () => {
    const contest = { method: "webster", firstDivisor: exact("0.001") } as const;
    expect(placesMargin(1, [1, 1], 1, contest)[0]).toBe("2 (1): 1");
    expect(placesMargin(2, [1, 1], 1, contest)[0]).toBe("3001 (3000): 2");
  });

  test("a first divisor above 1 does not hide a turn: beyond it the others would fall below a threshold", () => {
    // One place each and two to share: 2 of 102 is above 1 %, and 50 would come first among equals.
    const contest = { method: "webster", maximum: count(1), threshold: exact("0.01") } as const;
    const shares = placesMargin(2, [2, 50, 50], 0, { ...contest, firstDivisor: exact("1.4") });
    expect(shares).toEqual(["50 (48): 1", undefined]);
  });

  test("finds a turn on the way to weights that no apportionment takes", () => {
    // Above 1,900 the others would fall below 5 %, and one place a row would not hold both.
    const held = { method: "webster", maximum: count(1), threshold: exact("0.05") } as const;
    expect(placesMargin(2, [2, 50, 50], 0, held)).toEqual(["50 (48): 1", undefined]);
    // Below 8 the row itself would fall below 20 %. At 9 its second claim, 6, is behind 29 / 4.5.
    const falling = { method: "webster", maximum: count(5), threshold: exact("0.2") } as const;
    expect(placesMargin(6, [19, 29], 0, falling)[1]).toBe("9 (-10): 1");
  });

  test("looks as far as the weight that lets the others fall below a threshold", () => {
    // 14 of 700 are 2 %, of 701 they are less.
    const contest = { method: "adams", threshold: exact("0.02") } as const;
    expect(placesMargin(2, [26, 8, 1, 14], 0, contest)[0]).toBe("678 (652): 2");
  });

  test("says that a nearer weight may do with a threshold and bounds, not with either alone", () => {
    const isNearest = (options: Partial<QuotaApportionInput>): boolean =>
      quotaMargin({ places: count(3), weights: weights([5, 4, 3]), row: 0, method: "webster", ...options })
        .isNearest;
    const [threshold, maximum] = [exact("0.05"), count(2)];
    expect([isNearest({ threshold }), isNearest({ maximum })]).toEqual([true, true]);
    expect([isNearest({ threshold, maximum }), isNearest({ threshold, minimum: count(1) })]).toEqual([
      false,
      false,
    ]);
    expect(isNearest({ threshold: exact(0), maximum })).toBe(true);
    expect([
      isNearest({ method: "largest-remainder" }),
      isNearest({ method: "largest-remainder", maximum }),
    ]).toEqual([true, false]);
  });

  test("refuses a row that is not there, and a unit of nothing", () => {
    const contest = { places: count(8), weights: weights([100, 80, 30, 20]) };
    const refused = (words: string): unknown =>
      expect.objectContaining({ code: "outOfRange", message: `quotaMargin requires ${words}` });
    for (const row of [-1, 0.5, 4]) {
      expect(() => quotaMargin({ ...contest, row })).toThrow(
        refused(`row to be the place of a row, from 0 to 3; found ${row}`),
      );
    }
    expect(() => quotaMargin({ ...contest, row: 0, unit: exact(0) })).toThrow(
      refused("unit to be above zero; found 0"),
    );
  });

  test("says by which methods a nearer weight might do", () => {
    const contest = { places: count(8), weights: weights([100, 80, 30, 20]), row: 0 };
    const isNearest = (options: Partial<QuotaApportionInput>): boolean =>
      quotaMargin({ ...contest, ...options }).isNearest;
    expect(isNearest({})).toBe(true);
    expect(isNearest({ method: "dean", minimum: count(1) })).toBe(true);
    expect(isNearest({ minimum: [undefined, undefined, undefined, undefined] })).toBe(true);
    expect(isNearest({ minimum: count(1) })).toBe(false);
    expect(isNearest({ maximum: count(4) })).toBe(false);
    for (const method of ["quota", "droop", "hagenbach-bischoff"] as const) {
      expect(isNearest({ method })).toBe(false);
    }
  });

  // The 50 states by name, apportionment population of 2020 (U.S. Census Bureau, 2020 Census Apportionment Results, table 1).
  const states = [
    5030053, 736081, 7158923, 3013756, 39576757, 5782171, 3608298, 990837, 21570527, 10725274, 1460137,
    1841377, 12822739, 6790280, 3192406, 2940865, 4509342, 4661468, 1363582, 6185278, 7033469, 10084442,
    5709752, 2963914, 6160281, 1085407, 1963333, 3108462, 1379089, 9294493, 2120220, 20215751, 10453948,
    779702, 11808848, 3963516, 4241500, 13011844, 1098163, 5124712, 887770, 6916897, 29183290, 3275252,
    643503, 8654542, 7715946, 1795045, 5897473, 577719,
  ];
  const [minnesota, newYork] = [22, 31];
  const house: Partial<QuotaApportionInput> = { method: "huntington-hill", minimum: count(1) };

  test("New York missed a seat of 435 by 89 people, as the Census Bureau said on 26 April 2021; Minnesota kept it by 26", () => {
    const { more } = quotaMargin({ places: count(435), weights: weights(states), row: newYork, ...house });
    expect([exactText(more!.change), more!.part]).toEqual(["89", 27]);
    const { less } = quotaMargin({ places: count(435), weights: weights(states), row: minnesota, ...house });
    expect([exactText(less!.change), less!.part]).toEqual(["-26", 7]);
  });

  test("and the explanation says that New York was next in line, and Minnesota's the last seat", () => {
    const { rows, divisor } = quotaExplain({ places: count(435), weights: weights(states), ...house });
    expect(rows.findIndex(({ nextInLine }) => nextInLine)).toBe(newYork);
    expect(rows.findIndex(({ lastClaim }) => lastClaim === divisor.highest)).toBe(minnesota);
  });
});

describe("marginOf", () => {
  /** The first of two rows, of weight 10 and 1, and what it gets with any weight. */
  const standing = (partWith: (weight: bigint) => bigint): Parameters<typeof marginOf<bigint>>[0] => ({
    calculator: "standing",
    weights: weights([10, 1]),
    row: 0,
    mostTimes: 10n,
    isNearest: false,
    partWith: ([first]) => partWith(first?.numerator ?? 0n),
    sizeOf: (part) => part,
  });

  test("of several turns, takes the one that strides of 1, 2, 4 and 8 come upon", () => {
    // More from 13 to 16 and from 61 on, less from 7 down to 4 and at 1 and 0.
    const partWith = (weight: bigint): bigint => {
      if ((weight >= 13n && weight <= 16n) || weight >= 61n) return 2n;
      return weight <= 1n || (weight >= 4n && weight <= 7n) ? 0n : 1n;
    };
    const { more, less } = marginOf(standing(partWith));
    expect([shown(more, String), shown(less, String)]).toEqual(["13 (3): 2", "7 (-3): 0"]);
  });

  test("passes on an error that is no refusal", () => {
    const broken = standing((weight) => {
      if (weight !== 10n) throw new RangeError("not a refusal");
      return 1n;
    });
    expect(() => marginOf(broken)).toThrow(
      expect.objectContaining({ name: "RangeError", message: "not a refusal" }),
    );
  });
});
