import { describe, expect, test } from "vitest";
import { CalculationError } from "../errors.ts";
import { type Amount, amount, amountText } from "../exact/amount.ts";
import { count } from "../exact/count.ts";
import { exact, type Numeric } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { type Weight, weight } from "../exact/weight.ts";
import { fundingSplit, type FundingSplitInput, type RemainderRule } from "./fundingSplit.ts";
import type { TiePolicy } from "./tiePolicy.ts";

const weights = (values: readonly Numeric[]): Weight[] => values.map((value) => weight(value));
const texts = (parts: readonly Amount[]): string[] => parts.map(amountText);
const partsOf = (input: FundingSplitInput): string[] => texts(fundingSplit(input).parts);

/** What a refusal says. */
function refusal(run: () => unknown): { readonly code: string; readonly message: string } {
  try {
    run();
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    const { code, message } = error as CalculationError;
    return { code, message };
  }
  throw new Error("nothing was refused");
}

interface Row {
  readonly total: string;
  readonly step: string;
  readonly by: readonly Numeric[];
  readonly parts: readonly string[];
}

const row = (total: string, step: string, by: readonly Numeric[], parts: readonly string[]): Row => ({
  total,
  step,
  by,
  parts,
});

const tables: Readonly<Record<RemainderRule, readonly Row[]>> = {
  "largest-remainder": [
    row("1.00", "0.01", [2, 3, 1], ["0.33", "0.50", "0.17"]),
    row("100", "0.01", [1, 1, 1], ["33.34", "33.33", "33.33"]),
    row("987.65", "0.01", [48, 41, 11], ["474.07", "404.94", "108.64"]),
    row("987.65", "0.05", [48, 41, 11], ["474.05", "404.95", "108.65"]),
    row("0.05", "0.01", [70, 30], ["0.04", "0.01"]),
    row("10", "0.01", ["0.1", "0.2", "0.3"], ["1.67", "3.33", "5.00"]),
    row("300", "100", [1, 1], ["200", "100"]),
    row("0", "0.01", [2, 3, 1], ["0.00", "0.00", "0.00"]),
    row("5", "1", [0, 1, 0], ["0", "5", "0"]),
    row("-1.00", "0.01", [2, 3, 1], ["-0.33", "-0.50", "-0.17"]),
  ],
  "largest-weight": [
    row("1.00", "0.01", [2, 3, 1], ["0.33", "0.51", "0.16"]),
    row("7", "1", [6, 3, 1], ["5", "2", "0"]),
    row("987.65", "0.01", [48, 41, 11], ["474.08", "404.93", "108.64"]),
    row("5", "1", [1, 2, 2], ["1", "2", "2"]),
    row("4", "1", [1, 2, 2], ["0", "2", "2"]),
    row("1", "1", [1, 2, 2], ["0", "1", "0"]),
    row("-1.00", "0.01", [2, 3, 1], ["-0.33", "-0.51", "-0.16"]),
  ],
  first: [
    row("1.00", "0.01", [2, 3, 1], ["0.34", "0.50", "0.16"]),
    row("987.65", "0.01", [48, 41, 11], ["474.08", "404.93", "108.64"]),
    row("987.65", "0.05", [48, 41, 11], ["474.10", "404.95", "108.60"]),
    row("100", "1", [0, 1, 1, 1], ["0", "34", "33", "33"]),
    row("-100", "1", [1, 1, 1], ["-34", "-33", "-33"]),
  ],
  last: [
    row("1.00", "0.01", [2, 3, 1], ["0.33", "0.50", "0.17"]),
    row("100", "1", [1, 1, 1, 0], ["33", "33", "34", "0"]),
    row("7", "1", [6, 3, 1], ["4", "2", "1"]),
    row("-100", "1", [1, 1, 1], ["-33", "-33", "-34"]),
  ],
};

describe("fundingSplit", () => {
  describe.each(Object.entries(tables))("rule %s", (rule, rows) => {
    test.each(rows)("$total in steps of $step by $by is $parts", ({ total, step, by, parts }) => {
      const input = { total: amount(total, step), weights: weights(by), rule: rule as RemainderRule };
      expect(partsOf(input)).toEqual(parts);
    });
  });

  test("is by largest remainder unless told", () => {
    expect(partsOf({ total: amount(1, "0.01"), weights: weights([2, 3, 1]) })).toEqual([
      "0.33",
      "0.50",
      "0.17",
    ]);
  });
});

describe("splits that other packages get wrong", () => {
  test.each([
    ["dinero.js 33, 51, 16", "100", [2, 3, 1], ["33", "50", "17"]],
    ["dinero.js 5, 2, 0", "7", [6, 3, 1], ["4", "2", "1"]],
    ["dinero.js 7500, 2499", "9999", [75, 25], ["7499", "2500"]],
    [
      "dinero.js 2 above the share in the last part",
      "9007199254740991",
      [7, 11, 13],
      ["2033883702683450", "3196102961359706", "3777212590697835"],
    ],
    ["dinero.js eight decimals", "100", ["33.333333", "33.333333", "33.333334"], ["33", "33", "34"]],
    ["js-money 1, 33, 33, 33", "100", [0, 1, 1, 1], ["0", "34", "33", "33"]],
    ["js-money -33, -33, -34", "-100", [1, 1, 1], ["-34", "-33", "-33"]],
    ["ezmoney pays weight zero", "997373", [20, 19, 0], ["511473", "485900", "0"]],
    [
      "@easymoney/money 1 too much",
      "8762173057068139",
      [42256, 20821],
      ["5869879428309388", "2892293628758751"],
    ],
    ["@easymoney/money", "589212", [5, 92, 51, 60], ["14164", "260613", "144470", "169965"]],
    ["@dintero/money 366, 367, 367", "1100", [1, 1, 1], ["367", "367", "366"]],
    ["@dintero/money", "1000", [1, 1, 1], ["334", "333", "333"]],
    [
      "percent-round 99.99999999999999",
      "10000",
      [0.333, 0.333, 0.333, 0.001],
      ["3330", "3330", "3330", "10"],
    ],
    ["hare-niemeyer 49 of 50", "50", [5, 15, 30, 5, 45], ["3", "8", "15", "2", "22"]],
    ["hare-niemeyer 1 of 2", "2", [1, 1, 1], ["1", "1", "0"]],
    ["hare-niemeyer NaN", "3", [9999999, 1, 5000000], ["2", "0", "1"]],
    ["apportionment 4, 2, 12", "18", [2, 1, 7], ["4", "2", "12"]],
    ["apportionment 3, 2, 13", "18", [0.2, 0.1, 0.7], ["4", "2", "12"]],
  ] as const)("not %s: %s by %j is %j", (_, total, by, parts) => {
    expect(partsOf({ total: amount(total, 1), weights: weights(by) })).toEqual(parts);
  });

  test("not by rounding without a word: 1.005 is refused in steps of 0.01", () => {
    const { code, message } = refusal(() => amount(1.005, 0.01));
    expect(code).toBe("notWholeSteps");
    expect(message).toContain("a whole number of steps of 0.01; found 1.005");
  });

  test.each([-3, Infinity, NaN])("weight %d never comes in", (value) => {
    expect(refusal(() => weight(value)).code).toBe("outOfRange");
  });

  test.each([-1, 1.5, NaN])("a split in %d equal parts cannot be asked for", (value) => {
    expect(refusal(() => count(value)).code).toBe("outOfRange");
  });
});

describe("published sums", () => {
  test("F07: dues of 247,000.00 come back to 34 groups in full", () => {
    const equal = partsOf({
      total: amount("247000", "0.01"),
      weights: weights(new Array<number>(34).fill(1)),
    });
    expect(equal.filter((part) => part === "7264.71")).toHaveLength(20);
    expect(equal.filter((part) => part === "7264.70")).toHaveLength(14);
  });

  test("F07: however the 34 groups are weighted", () => {
    const by = weights(Array.from({ length: 34 }, (_, group) => `${group + 1}.${group}7`));
    const { parts } = fundingSplit({ total: amount("247000", "0.01"), weights: by });
    expect(parts.reduce((sum, { units }) => sum + units, 0n)).toBe(24_700_000n);
  });

  test("F08: with at least 3,000 for each of the 34, the rest still adds up", () => {
    const by = weights(Array.from({ length: 34 }, (_, group) => group));
    const { parts } = fundingSplit({ total: amount("247000", "0.01"), weights: by, minimum: exact(3000) });
    expect(parts.every(({ units }) => units >= 300_000n)).toBe(true);
    expect(parts.reduce((sum, { units }) => sum + units, 0n)).toBe(24_700_000n);
  });

  test("F09: 3,530,000 over 3 centres", () => {
    expect(partsOf({ total: amount("3530000", "0.01"), weights: weights([1, 1, 1]) })).toEqual([
      "1176666.67",
      "1176666.67",
      "1176666.66",
    ]);
  });
});

describe("bounds inside the split", () => {
  const hundred = amount("100", "0.01");
  const by = weights([1, 2, 7]);

  test("a minimum leaves the others one multiplier: 15, then 85 by 2 to 7", () => {
    expect(partsOf({ total: hundred, weights: by, minimum: exact(15) })).toEqual(["15.00", "18.89", "66.11"]);
  });

  test("a minimum may push another row to its own: 20, 20, and what is left", () => {
    expect(partsOf({ total: hundred, weights: by, minimum: exact(20) })).toEqual(["20.00", "20.00", "60.00"]);
  });

  test("a minimum is not a base: 15 each and the rest by weight would be 20.50, 26.00, 53.50", () => {
    const rest = fundingSplit({ total: amount("55", "0.01"), weights: by }).parts;
    expect(texts(rest.map(({ units, step }) => ({ units: units + 1500n, step })))).toEqual([
      "20.50",
      "26.00",
      "53.50",
    ]);
  });

  test("a maximum gives to the others by weight: 50, then 50 by 1 to 2", () => {
    expect(partsOf({ total: hundred, weights: by, maximum: exact(50) })).toEqual(["16.67", "33.33", "50.00"]);
  });

  test("a minimum that only a maximum elsewhere makes needless is kept all the same", () => {
    const bounds = { minimum: exact(18), maximum: exact(55) };
    expect(partsOf({ total: hundred, weights: by, ...bounds })).toEqual(["18.00", "27.00", "55.00"]);
  });

  test("floor of a fund as in 42 USC 801(c): no state under 1.25 of 10, the others pro rata", () => {
    const total = amount("10.00", "0.01");
    // 8.75 by 3 and 4 parts of 7: 3.75 and 5.00, exactly.
    expect(partsOf({ total, weights: weights([1, 3, 4]), minimum: exact("1.25") })).toEqual([
      "1.25",
      "3.75",
      "5.00",
    ]);
    // Three floors of 1.25 leave 6.25 to the largest.
    expect(partsOf({ total, weights: weights([1, 1, 1, 30]), minimum: exact("1.25") })).toEqual([
      "1.25",
      "1.25",
      "1.25",
      "6.25",
    ]);
  });

  test("bounds are tightened to whole steps: a minimum up, a maximum down", () => {
    const total = amount("1.00", "0.01");
    expect(partsOf({ total, weights: weights([1, 9]), minimum: fraction(1n, 3n) })).toEqual(["0.34", "0.66"]);
    expect(partsOf({ total, weights: weights([1, 9]), maximum: exact("0.805") })).toEqual(["0.20", "0.80"]);
  });

  test("a column bounds each row; undefined leaves a row free", () => {
    const minimum = [undefined, exact(30), undefined];
    expect(partsOf({ total: hundred, weights: by, minimum })).toEqual(["8.75", "30.00", "61.25"]);
    const maximum = [exact(5), undefined, exact(50)];
    expect(partsOf({ total: hundred, weights: by, maximum })).toEqual(["5.00", "45.00", "50.00"]);
  });

  test("equal minimum and maximum fix a row", () => {
    const fixed = [exact(40), undefined, undefined];
    expect(partsOf({ total: hundred, weights: by, minimum: fixed, maximum: fixed })).toEqual([
      "40.00",
      "13.33",
      "46.67",
    ]);
  });

  test("bounds that leave no room are the answer", () => {
    const bound = [exact(10), exact(60), exact(30)];
    expect(partsOf({ total: hundred, weights: by, minimum: bound })).toEqual(["10.00", "60.00", "30.00"]);
    expect(partsOf({ total: hundred, weights: by, maximum: bound })).toEqual(["10.00", "60.00", "30.00"]);
  });

  test("a maximum of zero shuts a row out", () => {
    expect(partsOf({ total: hundred, weights: by, maximum: [undefined, undefined, exact(0)] })).toEqual([
      "33.33",
      "66.67",
      "0.00",
    ]);
  });

  test("a row of weight zero gets its minimum and no more, whatever its maximum", () => {
    const total = amount(10, 1);
    const bounds = { minimum: [exact(3), undefined], maximum: exact(9) };
    expect(partsOf({ total, weights: weights([0, 1]), ...bounds })).toEqual(["3", "7"]);
  });

  test.each([
    ["first", ["0.33", "0.34", "0.33"]],
    ["largest-weight", ["0.33", "0.34", "0.33"]],
    ["last", ["0.33", "0.33", "0.34"]],
  ] as const)("a row at its maximum is passed over for a left-over step: %s", (rule, parts) => {
    const maximum = [exact("0.33"), undefined, undefined];
    expect(partsOf({ total: amount(1, "0.01"), weights: weights([1, 1, 1]), rule, maximum })).toEqual(parts);
  });

  test("bounds of a negative total are those of its size", () => {
    const total = amount("-100", "0.01");
    expect(partsOf({ total, weights: by, minimum: exact(15) })).toEqual(["-15.00", "-18.89", "-66.11"]);
  });
});

describe("ties", () => {
  const tiesOf = (total: number, by: readonly Numeric[], rule?: RemainderRule): unknown =>
    fundingSplit({ total: amount(total, 1), weights: weights(by), rule }).ties;

  test("name all tied rows and those of them that were served: the earlier", () => {
    expect(tiesOf(1, [1, 1])).toEqual([{ rows: [0, 1], served: [0] }]);
    expect(tiesOf(50, [5, 15, 30, 5, 45])).toEqual([{ rows: [0, 1, 3, 4], served: [0, 1] }]);
    expect(tiesOf(18, [2, 1, 7])).toEqual([{ rows: [0, 2], served: [0] }]);
  });

  test("of equal remainders are decided by a policy, behind stronger claims and whatever the weights", () => {
    // 18 by 2, 1, 7: 3.6, 1.8 and 12.6. The second row is first for one of two steps, then the third by its id.
    const ties: TiePolicy = { by: "id", ids: ["c", "b", "a"] };
    const split = fundingSplit({ total: amount(18, 1), weights: weights([2, 1, 7]), ties });
    expect(texts(split.parts)).toEqual(["3", "2", "13"]);
    expect(split.ties).toEqual([{ rows: [0, 2], served: [2], decided: { by: "id", order: [2, 0] } }]);
  });

  test("are found by weight under largest-weight", () => {
    expect(tiesOf(1, [1, 2, 2], "largest-weight")).toEqual([{ rows: [1, 2], served: [1] }]);
    expect(tiesOf(6, [3, 2, 2], "largest-weight")).toEqual([{ rows: [1, 2], served: [1] }]);
  });

  test("are none where nobody of the tied goes without, or everybody does", () => {
    expect(tiesOf(2, [1, 1])).toEqual([]);
    expect(tiesOf(3, [1, 1, 2])).toEqual([]);
    expect(tiesOf(7, [6, 3, 1])).toEqual([]);
  });

  test.each(["first", "last"] as const)("are none by the rule %s, which knows only the place", (rule) => {
    expect(tiesOf(1, [1, 1], rule)).toEqual([]);
  });

  test("are no false ones: 2^53 and its neighbour differ", () => {
    expect(tiesOf(1, [9007199254740991n, 9007199254740992n])).toEqual([]);
  });

  test("are true ones in decimals: 3 by 0.1 and 0.5 is half a step and two and a half", () => {
    expect(tiesOf(3, [0.1, 0.5])).toEqual([{ rows: [0, 1], served: [0] }]);
  });
});

describe("refusals", () => {
  const total = amount("1.00", "0.01");
  const two = weights([1, 1]);

  test.each<[string, FundingSplitInput, string, string]>([
    [
      "no weights",
      { total, weights: [] },
      "emptyInput",
      "fundingSplit requires at least one value in weights",
    ],
    [
      "weights that are all zero",
      { total, weights: weights([0, 0]) },
      "allZero",
      "fundingSplit requires at least one value above zero in weights",
    ],
    [
      "a column of minimums of another length",
      { total, weights: two, minimum: [exact(0)] },
      "sizeMismatch",
      "fundingSplit requires minimum to have as many values as there are rows (2); found 1",
    ],
    [
      "a column of maximums of another length",
      { total, weights: two, maximum: [exact(1), exact(1), undefined] },
      "sizeMismatch",
      "fundingSplit requires maximum to have as many values as there are rows (2); found 3",
    ],
    [
      "a bound below zero",
      { total, weights: two, minimum: exact("-0.5") },
      "outOfRange",
      "fundingSplit requires minimum to be 0 or more; found -0.5",
    ],
    [
      "a bound below zero that no decimal writes",
      { total, weights: two, maximum: fraction(-1n, 3n) },
      "outOfRange",
      "fundingSplit requires maximum to be 0 or more; found -1/3",
    ],
    [
      "a minimum above the maximum",
      { total, weights: two, minimum: [undefined, exact("0.6")], maximum: exact("0.5") },
      "infeasibleBounds",
      "fundingSplit requires the minimum of row 2 (0.60) not to exceed its maximum (0.50); it fails by 0.10",
    ],
    [
      "minimums above the total",
      { total, weights: two, minimum: exact("0.6") },
      "infeasibleBounds",
      "fundingSplit requires the minimums, 1.20 together, to fit 1.00; it fails by 0.20",
    ],
    [
      "maximums below the total",
      { total, weights: two, maximum: exact("0.4") },
      "infeasibleBounds",
      "fundingSplit requires the maximums, 0.80 together, to hold 1.00; it fails by 0.20",
    ],
    [
      "bounds between which no whole step lies",
      { total, weights: two, minimum: exact("0.501"), maximum: exact("0.509") },
      "infeasibleBounds",
      "fundingSplit requires the minimum of row 1 (0.51) not to exceed its maximum (0.50); it fails by 0.01",
    ],
    [
      "ids of another length",
      { total, weights: two, ties: { by: "id", ids: ["a"] } },
      "sizeMismatch",
      "fundingSplit requires ties ids to have as many values as there are rows (2); found 1",
    ],
  ])("%s", (_, input, code, message) => {
    expect(refusal(() => fundingSplit(input))).toEqual({ code, message });
  });

  test("a total of zero needs no weight", () => {
    expect(partsOf({ total: amount(0, "0.01"), weights: weights([0, 0]) })).toEqual(["0.00", "0.00"]);
  });
});

test("takes frozen input and leaves it as it was", () => {
  const by = Object.freeze(weights([2, 3, 1]));
  const minimum = Object.freeze([exact("0.2"), undefined, exact("0.1")]);
  const total = Object.freeze(amount("-1.00", "0.01"));
  const input = Object.freeze({ total, weights: by, minimum, maximum: minimum.map(() => exact("0.6")) });
  expect(partsOf(input)).toEqual(["-0.33", "-0.50", "-0.17"]);
  expect(by).toEqual(weights([2, 3, 1]));
});
