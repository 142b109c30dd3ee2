import { describe, expect, test } from "vitest";
import { exact, type Numeric } from "../exact/decimal.ts";
import { weight } from "../exact/weight.ts";
import type { FairnessMeasure } from "./fairnessMeasures.ts";
import { splitFairness } from "./splitFairness.ts";

const fairness = (
  measure: FairnessMeasure,
  received: readonly Numeric[],
  weights: readonly Numeric[],
): number =>
  splitFairness({
    received: received.map((value) => exact(value)),
    weights: weights.map((value) => weight(value)),
    measure,
  });
const every: readonly FairnessMeasure[] = [
  "gallagher",
  "loosemore-hanby",
  "sainte-lague",
  "gini",
  "theil",
  "jain",
  "largest-deviation",
];

describe("splitFairness", () => {
  test("Queensland 2012 has a Gallagher index of 31.16, as published", () => {
    // First preferences in per cent and seats of 89: the worked example of Wikipedia's article on the index.
    const votes = ["49.66", "26.66", "11.54", "7.53", "0.10", "1.36", "3.15"];
    const found = fairness("gallagher", [78, 7, 2, 0, 0, 0, 2], votes);
    expect((100 * found).toFixed(2)).toBe("31.16");
  });

  test("is the Gallagher index unless told: Queensland 2012 again", () => {
    const votes = ["49.66", "26.66", "11.54", "7.53", "0.10", "1.36", "3.15"];
    const found = splitFairness({
      received: [78, 7, 2, 0, 0, 0, 2].map((value) => exact(value)),
      weights: votes.map((value) => weight(value)),
    });
    expect((100 * found).toFixed(2)).toBe("31.16");
  });

  // Canada's federal election of 2015, the five parties with seats; values by Python's fractions and decimal to 60 digits,
  // and Sainte-Laguë's as chi-square over seats, Theil's as relative entropy, by SciPy 1.17.
  test.each([
    ["gallagher", 0.11898394352975775],
    ["loosemore-hanby", 0.146513504240761],
    ["sainte-lague", 0.11561883170935291],
    ["gini", 0.18135171864535393],
    ["theil", 0.06707949427494714],
    ["jain", 0.7533991627412676],
    ["largest-deviation", 0.146513504240761],
  ] as const)("%s of Canada 2015", (measure, value) => {
    const votes = [6943276, 5613614, 3470350, 821144, 602944];
    expect(fairness(measure, [184, 99, 44, 10, 1], votes)).toBeCloseTo(value, 15);
  });

  test.each([
    ["20 dollars, 20 cents to each of 100 persons", new Array<string>(100).fill("0.20"), 1],
    ["20 dollars, 2 to each of 10 persons of 100", [...new Array<number>(10).fill(2), ...zeros(90)], 0.1],
  ])("Jain, Chiu and Hawe (1984): %s", (_, received, index) => {
    expect(fairness("jain", received, ones(100))).toBe(index);
  });

  test("Jain (1991): 50, 30, 50 of the optimal 50, 10, 10 is 0.77", () => {
    expect(fairness("jain", [50, 30, 50], [50, 10, 10])).toBe(27 / 35);
    expect(fairness("jain", [1, 3, 5], ones(3))).toBe(27 / 35);
  });

  test.each([
    ["one of n has all: (n - 1) / n", [0, 0, 0, 0, 1], 4 / 5],
    ["half have nothing: 1/2", [0, 0, 1, 1], 1 / 2],
    ["1, 2, ... n: (n - 1) / 3n", [5, 3, 1, 4, 2], 4 / 15],
  ])("the textbook's Gini coefficient where %s", (_, received, index) => {
    expect(fairness("gini", received, ones(received.length))).toBe(index);
  });

  test("the Gini coefficient weighs: 10 % of the people with 40 % are 0.3, however many rows they fill", () => {
    expect(fairness("gini", [40, 60], [10, 90])).toBe(0.3);
    expect(fairness("gini", [20, 20, 60], [5, 5, 90])).toBe(0.3);
  });

  test("Theil's index is ln n where one of n has all", () => {
    // By mpmath at 400 bits; the engine's own logarithm of 3 is one unit off.
    expect(fairness("theil", [0, 0, 7], ones(3))).toBe(1.0986122886681098);
    expect(fairness("theil", [3, 0], [1, 1])).toBe(0.6931471805599453);
  });

  test("keeps what cancels in doubles: parts that differ in the last digit", () => {
    // By Python's decimal with 60 digits.
    expect(fairness("theil", [9007199254740991, 9007199254740990], [1, 1])).toBeCloseTo(0, 30);
    expect(fairness("theil", [9007199254740991, 9007199254740990], [1, 1])).toBe(1.5407439555097894e-33);
    expect(fairness("theil", [10n ** 15n + 1n, 10n ** 15n], [1, 1])).toBe(1.2499999999999988e-31);
    expect(fairness("gallagher", [9007199254740991, 9007199254740990], [1, 1])).toBe(
      2 ** -55 * (1 + 2 ** -52),
    );
  });

  test.each(every)(
    "%s says nothing against exact proportion, past 2^53 and with rational weights",
    (measure) => {
      const fair = measure === "jain" ? 1 : 0;
      expect(fairness(measure, [10n ** 20n, 3n * 10n ** 20n], ["0.1", "0.3"])).toBe(fair);
      expect(fairness(measure, [0, 5], [0, 7])).toBe(fair);
    },
  );

  test("a row without weight that received something counts where nothing divides by weight", () => {
    expect(fairness("gallagher", [1, 1], [0, 1])).toBe(0.5);
    expect(fairness("largest-deviation", [1, 3], [0, 1])).toBe(0.25);
  });

  test.each(["sainte-lague", "gini", "theil", "jain"] as const)(
    "but %s divides by it and refuses",
    (measure) => {
      expect(() => fairness(measure, [1, 1], [0, 1])).toThrow(
        expect.objectContaining({
          code: "divisionByZero",
          message: "splitFairness requires the weight of every row that received something above zero",
        }),
      );
    },
  );

  test.each([
    [[], [], "emptyInput", "at least one value in received"],
    [[1], [1, 2], "sizeMismatch", "weights to have as many values as there are rows (1); found 2"],
    [[1, -2.5, -1], [1, 2, 3], "outOfRange", "received to be 0 or more in every row; found -2.5"],
    [[0, 0], [1, 2], "divisionByZero", "the sum of received above zero"],
    [[1, 0], [0, 0], "allZero", "at least one value above zero in weights"],
    [[0], [0], "allZero", "at least one value above zero in weights"],
  ])("refuses %o by %o: %s", (received, weights, code, words) => {
    for (const measure of every) {
      expect(() => fairness(measure, received, weights)).toThrow(
        expect.objectContaining({ code, message: `splitFairness requires ${words}` }),
      );
    }
  });
});

function ones(length: number): number[] {
  return new Array<number>(length).fill(1);
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}
