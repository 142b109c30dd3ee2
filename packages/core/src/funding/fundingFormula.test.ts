import { describe, expect, test } from "vitest";
import { type Amount, amount, amountText } from "../exact/amount.ts";
import { exact, type Numeric } from "../exact/decimal.ts";
import { type Weight, weight } from "../exact/weight.ts";
import { fundingFormula, type FundingFormulaInput } from "./fundingFormula.ts";

const weights = (values: readonly Numeric[]): Weight[] => values.map((value) => weight(value));
const texts = (parts: readonly Amount[]): string[] => parts.map(amountText);
const three = (changes: Partial<FundingFormulaInput> = {}): FundingFormulaInput => ({
  total: amount(1000, 1),
  baseEach: exact(100),
  heads: weights([3, 2, 1]),
  performance: weights([0, 1, 1]),
  performanceShare: exact("0.2"),
  ...changes,
});

describe("fundingFormula", () => {
  test("takes the bases off, then splits the two pots apart", () => {
    // 1000 - 300 = 700: 140 by performance, 560 by heads; 560 x 3/6, 2/6, 1/6 = 280, 186.67, 93.33.
    const { recipients, pots } = fundingFormula(three());
    expect(texts(recipients.map(({ base }) => base))).toEqual(["100", "100", "100"]);
    expect(texts(recipients.map(({ byHeads }) => byHeads))).toEqual(["280", "187", "93"]);
    expect(texts(recipients.map(({ byPerformance }) => byPerformance))).toEqual(["0", "70", "70"]);
    expect(texts(recipients.map(({ total }) => total))).toEqual(["380", "357", "263"]);
    expect(texts([pots.base, pots.byHeads, pots.byPerformance, pots.total])).toEqual([
      "300",
      "560",
      "140",
      "1000",
    ]);
  });

  test("rounds the performance pot half away from zero; heads take the rest", () => {
    // Half of 701 is 350.5.
    const { pots } = fundingFormula(three({ total: amount(1001, 1), performanceShare: exact("0.5") }));
    expect(texts([pots.byPerformance, pots.byHeads])).toEqual(["351", "350"]);
    const back = fundingFormula(three({ total: amount(-1001, 1), performanceShare: exact("0.5") })).pots;
    expect(texts([back.base, back.byPerformance, back.byHeads])).toEqual(["-300", "-351", "-350"]);
  });

  test("needs nobody to have performed where nothing goes by performance, and no heads where all does", () => {
    const nobody = weights([0, 0, 0]);
    const none = fundingFormula(three({ performance: nobody, performanceShare: exact(0) }));
    expect(texts(none.recipients.map(({ total }) => total))).toEqual(["450", "333", "217"]);
    const all = fundingFormula(three({ heads: nobody, performanceShare: exact(1) }));
    expect(texts(all.recipients.map(({ total }) => total))).toEqual(["100", "450", "450"]);
  });

  test("reports the ties of each pot apart", () => {
    const { headsTies, performanceTies } = fundingFormula(
      three({ total: amount(1001, 1), performanceShare: exact("0.5"), heads: weights([1, 1, 1]) }),
    );
    expect(headsTies).toEqual([{ rows: [0, 1, 2], served: [0, 1] }]);
    expect(performanceTies).toEqual([{ rows: [1, 2], served: [1] }]);
  });

  test.each<[string, Partial<FundingFormulaInput>, string, string]>([
    [
      "nobody",
      { heads: [], performance: [] },
      "emptyInput",
      "fundingFormula requires at least one value in heads",
    ],
    [
      "performance of another length",
      { performance: weights([1, 2]) },
      "sizeMismatch",
      "fundingFormula requires performance to have as many values as there are rows (3); found 2",
    ],
    [
      "a base below zero",
      { baseEach: exact(-1) },
      "outOfRange",
      "fundingFormula requires baseEach to be 0 or more; found -1",
    ],
    [
      "a base between two steps",
      { baseEach: exact("0.5") },
      "notWholeSteps",
      "amount requires baseEach to be a whole number of steps of 1; found 0.5",
    ],
    [
      "a share in per cent",
      { performanceShare: exact(20) },
      "outOfRange",
      "fundingFormula requires performanceShare to be a fraction from 0 to 1; found 20",
    ],
    [
      "a share below zero",
      { performanceShare: exact("-0.2") },
      "outOfRange",
      "fundingFormula requires performanceShare to be a fraction from 0 to 1; found -0.2",
    ],
    [
      "bases above the total",
      { baseEach: exact(400) },
      "infeasibleBounds",
      "fundingFormula requires the bases, 1200 together, to fit 1000; it fails by 200",
    ],
    [
      "no heads",
      { heads: weights([0, 0, 0]) },
      "allZero",
      "fundingFormula requires at least one value above zero in heads",
    ],
    [
      "no performance",
      { performance: weights([0, 0, 0]) },
      "allZero",
      "fundingFormula requires at least one value above zero in performance",
    ],
  ])("refuses %s", (_, changes, code, message) => {
    expect(() => fundingFormula(three(changes))).toThrow(expect.objectContaining({ code, message }));
  });
});
