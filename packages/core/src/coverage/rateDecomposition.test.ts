import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { type Fraction, fraction, minus, over, plus, times } from "../exact/fraction.ts";
import { rateDecomposition, type RateDecompositionInput, type RateFactor } from "./rateDecomposition.ts";

/** A factor from the decimals of a table: a row a population; a number alone is a category alone. */
const factor = (name: string, ...populations: readonly (number | readonly number[])[]): RateFactor => ({
  name,
  values: populations.map((values) => [values].flat().map((value) => exact(value))),
});

/** A number as a table prints it, with as many decimals. */
const as = (value: number | undefined, printed: string): string =>
  (value ?? NaN).toFixed(printed.split(".")[1]?.length ?? 0);

type Line = readonly [name: string, first: string, second: string, difference: string, percent: string];

/** Compares with a table of two populations: standardised rates, difference, and its per cent of the crude one. */
function expectTable(input: RateDecompositionInput, lines: readonly Line[]): void {
  const { rates, factors } = rateDecomposition(input);
  const change = rates[1]! - rates[0]!;
  const found = factors.map(({ name, standardised, contributions }, index) => {
    const [, first, second, difference, percent] = lines[index]!;
    const contribution = contributions[0]![1]!;
    return [
      name,
      as(standardised[0], first),
      as(standardised[1], second),
      as(contribution, difference),
      as((100 * contribution) / change, percent),
    ];
  });
  const [, first, second, difference] = lines.at(-1)!;
  const crude = ["crude", as(rates[0], first), as(rates[1], second), as(change, difference), "100.00"];
  expect([...found, crude]).toEqual(lines);
}

// P. Das Gupta, Standardization and Decomposition of Rates: A User's Manual, U.S. Bureau of the Census, P23-186 (1993), the
// examples of each chapter, as printed in the README of the R package DasGuptR 2.1.0 (github.com/josiahpjking/DasGuptR).

describe("rateDecomposition of two populations, as published", () => {
  test("example 2.1, two factors: mean earnings, United States 1980", () => {
    const factors = [factor("avg_earnings", 10930, 16591), factor("earner_prop", 0.717892, 0.825974)];
    expectTable({ factors }, [
      ["avg_earnings", "8437.228", "12807.14", "4369.913", "74.61"],
      ["earner_prop", "9878.553", "11365.82", "1487.262", "25.39"],
      ["crude", "7846.560", "13703.73", "5857.175", "100.00"],
    ]);
  });

  test("example 2.2, three factors: birth rates, Austria and Chile 1981", () => {
    const factors = [
      factor("birthsw1549", 51.78746, 84.90502),
      factor("propw1549", 0.45919, 0.75756),
      factor("propw", 0.52638, 0.51065),
    ];
    expectTable({ factors }, [
      ["birthsw1549", "16.31618", "26.75021", "10.4340333", "51.33"],
      ["propw1549", "16.25309", "26.81394", "10.5608476", "51.95"],
      ["propw", "22.32040", "21.65339", "-0.6670084", "-3.28"],
      ["crude", "12.51747", "32.84534", "20.3278726", "100.00"],
    ]);
  });

  test("example 2.3, four factors: births, United States 1971 and 1979", () => {
    const factors = [
      factor("birth_preg", 25.3, 32.7),
      factor("preg_actw", 0.214, 0.29),
      factor("actw_prop", 0.279, 0.473),
      factor("w_prop", 0.949, 0.986),
    ];
    expectTable({ factors }, [
      ["birth_preg", "2.355434", "3.044375", "0.6889411", "23.05"],
      ["preg_actw", "2.287936", "3.100474", "0.8125381", "27.18"],
      ["actw_prop", "1.988818", "3.371723", "1.3829055", "46.26"],
      ["w_prop", "2.686817", "2.791572", "0.1047547", "3.50"],
      ["crude", "1.433523", "4.422663", "2.9891394", "100.00"],
    ]);
  });

  test("example 2.4, five factors: total fertility, South Korea", () => {
    const factors = [
      factor("prop_m", 0.58, 0.72),
      factor("noncontr", 0.76, 0.97),
      factor("abort", 0.84, 0.97),
      factor("lact", 0.66, 0.56),
      factor("fecund", 16.573, 16.158),
    ];
    expectTable({ factors }, [
      ["prop_m", "4.519768", "5.610746", "1.0909785", "52.46"],
      ["noncontr", "4.450863", "5.680707", "1.2298438", "59.13"],
      ["abort", "4.702966", "5.430806", "0.7278399", "35.00"],
      ["lact", "5.543146", "4.703276", "-0.8398707", "-40.38"],
      ["fecund", "5.152352", "5.023334", "-0.1290187", "-6.20"],
      ["crude", "4.050102", "6.129875", "2.0797729", "100.00"],
    ]);
  });

  test("example 3.1, a difference of two factors: natural increase, United States 1940 and 1960", () => {
    const factors = [factor("crude_birth", 19.4, 23.7), factor("crude_death", 10.8, 9.5)];
    const rate = ([births, deaths]: readonly (readonly Fraction[])[]): Fraction =>
      minus(births![0]!, deaths![0]!);
    expectTable({ factors, rate }, [
      ["crude_birth", "9.25", "13.55", "4.3", "76.79"],
      ["crude_death", "10.75", "12.05", "1.3", "23.21"],
      ["crude", "8.60", "14.20", "5.6", "100.00"],
    ]);
  });

  const births1960 = [393, 407, 369, 274, 184, 90, 16];
  const births1970 = [488, 452, 338, 156, 63, 22, 3];
  const taiwan = [
    factor("bm", births1960, births1970),
    factor(
      "mw",
      [0.122, 0.622, 0.903, 0.93, 0.916, 0.873, 0.8],
      [0.082, 0.527, 0.866, 0.941, 0.942, 0.923, 0.876],
    ),
    factor(
      "wp",
      [0.043, 0.041, 0.036, 0.032, 0.026, 0.02, 0.018],
      [0.058, 0.038, 0.032, 0.03, 0.026, 0.023, 0.019],
    ),
  ];

  test("example 4.3, three factors by age: birth rate, Taiwan 1960 and 1970", () => {
    expectTable({ factors: taiwan }, [
      ["bm", "36.72867", "29.44304", "-7.285632", "62.96"],
      ["mw", "34.47028", "31.74965", "-2.720633", "23.51"],
      ["wp", "33.83095", "32.26577", "-1.565181", "13.53"],
      ["crude", "38.77463", "27.20318", "-11.571446", "100.00"],
    ]);
  });

  test("example 4.3 by age: the rates of the ages add up to the standardised one", () => {
    // 1960 to 1970 for the first factor: 2.4892880 - 2.0046930 and 10.2678580 - 9.2456155 in the package's listing.
    const { factors } = rateDecomposition({ factors: taiwan });
    const byAge = factors[0]!.categories!.map((category) => category[0]![1]!);
    expect(byAge.slice(0, 2).map((value) => value.toFixed(7))).toEqual(["0.4845950", "1.0222425"]);
    expect(byAge.reduce((sum, value) => sum + value, 0)).toBeCloseTo(factors[0]!.contributions[0]![1]!, 13);
  });

  test("example 5.1, structure and rates: headship of households, United States 1970 and 1985", () => {
    const shares = [
      [12.9, 10.9, 9.5, 8, 7.8, 8.4, 8.6, 7.8, 7, 5.9, 4.7, 3.6, 4.9],
      [10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6, 6.3, 5.9, 5.1, 4, 5.5],
    ];
    const rates = [
      [1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8],
      [2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2],
    ];
    const size = factor("size", ...shares);
    const hundredths = size.values.map((row) => row.map((share) => over(share, fraction(100n))));
    const factors = [{ ...size, values: hundredths }, factor("rate", ...rates)];
    expectTable({ factors }, [
      ["size", "45.5876", "46.8145", "1.2269", "41.35"],
      ["rate", "45.3309", "47.0712", "1.7403", "58.65"],
      ["crude", "44.7268", "47.6940", "2.9672", "100.00"],
    ]);
  });
});

/** Illegitimacy ratios: births to unmarried women among all births, from four factors by age. */
const ratio = ([a, b, c, d]: readonly (readonly Fraction[])[]): Fraction => {
  const sum = (term: (age: number) => Fraction): Fraction =>
    a!.map((_, age) => term(age)).reduce(plus, fraction(0n));
  const unmarried = sum((age) => times(a![age]!, times(b![age]!, c![age]!)));
  const married = sum((age) => times(a![age]!, times(minus(fraction(1n), b![age]!), d![age]!)));
  return times(fraction(1000n), over(unmarried, plus(unmarried, married)));
};
const births = [
  factor(
    "A",
    [0.2, 0.163, 0.146, 0.154, 0.168, 0.169],
    [0.215, 0.191, 0.156, 0.137, 0.144, 0.157],
    [0.218, 0.203, 0.175, 0.144, 0.127, 0.133],
    [0.205, 0.2, 0.181, 0.162, 0.134, 0.118],
    [0.169, 0.195, 0.19, 0.174, 0.15, 0.122],
  ),
  factor(
    "B",
    [0.866, 0.325, 0.119, 0.099, 0.099, 0.121],
    [0.891, 0.373, 0.124, 0.1, 0.107, 0.127],
    [0.87, 0.396, 0.158, 0.125, 0.113, 0.129],
    [0.9, 0.484, 0.243, 0.176, 0.155, 0.168],
    [0.931, 0.563, 0.311, 0.216, 0.199, 0.191],
  ),
  factor(
    "C",
    [0.007, 0.021, 0.023, 0.015, 0.008, 0.002],
    [0.01, 0.023, 0.023, 0.015, 0.008, 0.002],
    [0.011, 0.016, 0.017, 0.011, 0.006, 0.002],
    [0.014, 0.019, 0.015, 0.01, 0.005, 0.001],
    [0.018, 0.026, 0.023, 0.016, 0.008, 0.002],
  ),
  factor(
    "D",
    [0.454, 0.326, 0.195, 0.107, 0.051, 0.015],
    [0.433, 0.249, 0.159, 0.079, 0.037, 0.011],
    [0.314, 0.181, 0.133, 0.063, 0.023, 0.006],
    [0.313, 0.191, 0.143, 0.069, 0.021, 0.004],
    [0.38, 0.201, 0.149, 0.079, 0.025, 0.006],
  ),
];
const years = (...chosen: readonly number[]): RateFactor[] =>
  births.map(({ name, values }) => ({ name, values: chosen.map((year) => values[year]!) }));

describe("rateDecomposition of a rate of one's own, as published", () => {
  test("example 4.4, four factors by age: illegitimacy ratio, United States 1963 and 1983", () => {
    expectTable({ factors: years(0, 4), rate: (values) => over(ratio(values), fraction(1000n)) }, [
      ["A", "0.07770985", "0.07150487", "-0.00620498", "-6.59"],
      ["B", "0.04742107", "0.09608261", "0.04866154", "51.64"],
      ["C", "0.05924498", "0.08630419", "0.02705922", "28.72"],
      ["D", "0.05962676", "0.08433604", "0.02470928", "26.22"],
      ["crude", "0.03094957", "0.12517462", "0.09422505", "100.00"],
    ]);
  });

  test.each([
    ["1963 and 1968", [0, 1], ["0.9773438", "5.0282497", "7.1177686", "9.1479140"]],
    ["1968 and 1973", [1, 2], ["-1.034326", "2.917169", "-7.392659", "15.262878"]],
    ["1963 and 1973", [0, 2], ["0.1688192", "7.9721514", "1.8923635", "21.9910032"]],
  ])("example 6.5, %s alone, which do not chain", (_, chosen, printed) => {
    const { factors } = rateDecomposition({ factors: years(...chosen), rate: ratio });
    expect(factors.map(({ contributions }, index) => as(contributions[0]![1], printed[index]!))).toEqual(
      printed,
    );
  });

  test("example 6.5, five years together, which do", () => {
    const { rates, factors } = rateDecomposition({ factors: births, rate: ratio });
    expect(rates.map((rate) => rate.toFixed(5))).toEqual([
      "30.94957",
      "53.22084",
      "62.97390",
      "86.88830",
      "125.17462",
    ]);
    expect(factors.map(({ standardised }) => standardised.map((rate) => rate.toFixed(5)))).toEqual([
      ["72.77031", "74.65254", "73.83625", "71.36001", "64.60057"],
      ["53.28255", "56.63216", "59.52972", "79.49763", "104.38728"],
      ["62.17750", "69.61231", "60.48031", "68.54219", "94.17361"],
      ["54.83361", "64.43823", "81.24203", "79.60288", "74.12756"],
    ]);
    const [first, second] = factors[0]!.contributions;
    expect(first!.slice(1).map((value) => value.toFixed(7))).toEqual([
      "1.8822361",
      "1.0659408",
      "-1.4102979",
      "-8.1697336",
    ]);
    expect(second!.slice(2, 4).map((value) => value.toFixed(7))).toEqual(["-0.8162953", "-3.2925340"]);
  });
});

describe("rateDecomposition", () => {
  test("of one factor is the change itself", () => {
    const { factors } = rateDecomposition({ factors: [factor("rate", [0.25, 0.5], [0.5, 1])] });
    expect(factors[0]).toEqual({
      name: "rate",
      standardised: [0.75, 1.5],
      contributions: [
        [0, 0.75],
        [-0.75, 0],
      ],
      categories: [
        [
          [0, 0.25],
          [-0.25, 0],
        ],
        [
          [0, 0.5],
          [-0.5, 0],
        ],
      ],
    });
  });

  test("gives one value to every category", () => {
    const { rates } = rateDecomposition({
      factors: [factor("price", 2, 3), factor("number", [1, 4], [1, 5])],
    });
    expect(rates).toEqual([10, 18]);
  });

  test("splits a doubling of eight factors into eight equal parts, to the last digit", () => {
    const factors = Array.from({ length: 8 }, (_, index) => factor(`factor ${index}`, 1, 2));
    const { rates, factors: parts } = rateDecomposition({ factors });
    expect(rates).toEqual([1, 256]);
    expect(parts.map(({ contributions }) => contributions[0]![1])).toEqual(
      Array.from({ length: 8 }, () => 31.875),
    );
  });

  test("keeps the digits of a difference that doubles would lose", () => {
    const factors = [
      { name: "large", values: [[exact("9007199254740993")], [exact("9007199254740994")]] },
      factor("constant", 1, 1),
    ];
    expect(rateDecomposition({ factors }).factors[0]!.contributions[0]![1]).toBe(1);
  });

  const refusal = (code: string, requirement: string): unknown =>
    expect.objectContaining({ code, message: `rateDecomposition requires ${requirement}` });

  test("refuses no factors, no categories and a single population", () => {
    expect(() => rateDecomposition({ factors: [] })).toThrow(
      refusal("emptyInput", "at least one value in factors"),
    );
    expect(() => rateDecomposition({ factors: [factor("a", [], [])] })).toThrow(
      refusal("emptyInput", "at least one value in a"),
    );
    expect(() => rateDecomposition({ factors: [factor("a", 1)] })).toThrow(
      refusal("outOfRange", "the number of populations to be at least 2; found 1"),
    );
  });

  test.each([
    ["populations", [factor("a", 1, 2), factor("b", 1, 2, 3)], "b", 2, 3],
    ["populations, of which one has none", [factor("a", 1, 2), factor("b")], "b", 2, 0],
    ["categories", [factor("a", [1, 2], [1, 2]), factor("b", [1, 2, 3], [1, 2, 3])], "a", 3, 2],
    ["categories in one population", [factor("a", [1, 2], [1])], "a", 2, 1],
  ])("refuses factors with different numbers of %s", (_, factors, name, expected, found) => {
    expect(() => rateDecomposition({ factors })).toThrow(
      refusal(
        "sizeMismatch",
        `${name} to have as many values as there are rows (${expected}); found ${found}`,
      ),
    );
  });

  const manyFactors = (length: number): readonly RateFactor[] =>
    Array.from({ length }, (_, index) => factor(`factor ${index}`, 1, 2));

  test("takes a hundred factors and refuses more", () => {
    expect(rateDecomposition({ factors: manyFactors(100) }).rates).toEqual([1, 2 ** 100]);
    expect(() => rateDecomposition({ factors: manyFactors(101) })).toThrow(
      refusal("outOfRange", "the number of factors to be at most 100; found 101"),
    );
  });

  test("refuses more than twelve factors with a rate of one's own, and takes them without", () => {
    const factors = manyFactors(13);
    expect(rateDecomposition({ factors }).factors[12]!.contributions[0]![1]).toBe(8191 / 13);
    expect(() => rateDecomposition({ factors, rate: ([first]) => first![0]! })).toThrow(
      refusal("outOfRange", "the number of factors to be at most 12 with a rate of one's own; found 13"),
    );
  });

  test("takes twelve factors with a rate of one's own: of a sum each contributes its own change", () => {
    const rate = (values: readonly (readonly Fraction[])[]): Fraction =>
      values.map(([value]) => value!).reduce(plus);
    const { rates, factors } = rateDecomposition({ factors: manyFactors(12), rate });
    expect(rates).toEqual([12, 24]);
    expect(factors.map(({ contributions }) => contributions[0]![1])).toEqual(
      Array.from({ length: 12 }, () => 1),
    );
  });
});
