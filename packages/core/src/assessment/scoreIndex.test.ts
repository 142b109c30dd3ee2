import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { weight } from "../exact/weight.ts";
import type { IndexItem } from "./normalisedItems.ts";
import { scoreIndex, type ScoreIndexInput } from "./scoreIndex.ts";
import { achievements, countries } from "./technologyAchievement.laws.ts";

type Cell = number | string | undefined;

const read = (cell: Cell): Fraction | undefined => (cell === undefined ? undefined : exact(cell));
const table = (rows: readonly (readonly Cell[])[]): (Fraction | undefined)[][] =>
  rows.map((row) => row.map(read));
const itemsOf = (...weights: readonly (number | string)[]): IndexItem[] =>
  weights.map((value) => ({ weight: weight(value) }));
const indexOf = (
  rows: readonly (readonly Cell[])[],
  items: readonly IndexItem[],
  methods: Omit<ScoreIndexInput, "values" | "items"> = {},
): (number | undefined)[] =>
  scoreIndex(Object.freeze({ values: table(rows), items, ...methods })).units.map(({ value }) => value);
const column = (...cells: readonly Cell[]): Cell[][] => cells.map((cell) => [cell]);

describe("scoreIndex normalises", () => {
  const one = itemsOf(1);

  // OECD and JRC, Handbook on Constructing Composite Indicators (2008), table 15: mean years of school, 23 countries.
  const published = `
    Finland 0.26 0.59 15, United_States 1.52 1.00 23, Sweden 1.14 0.88 19, Japan -0.06 0.49 12, Korea 0.76 0.76 17,
    Netherlands -0.12 0.47 9, United_Kingdom -0.12 0.47 9, Canada 1.27 0.92 20, Australia 0.83 0.78 18,
    Singapore -1.58 0.00 1, Germany 0.38 0.63 16, Norway 1.46 0.98 22, Ireland -0.12 0.47 9, Belgium -0.19 0.45 8,
    New_Zealand 1.33 0.94 21, Austria -0.76 0.27 6, France -1.08 0.16 5, Israel 0.00 0.51 14, Spain -1.46 0.04 4,
    Italy -1.52 0.02 3, Czech_Republic -0.06 0.49 12, Hungary -0.31 0.41 7, Slovenia -1.58 0.00 1`
    .split(",")
    .map((entry) => entry.trim().split(" "));
  const schooling = achievements.map((row) => [row[6]]);

  test.each([
    ["z", 1],
    ["min-max", 2],
  ] as const)("as the handbook prints in table 15: %s", (normalise, printed) => {
    const { units } = scoreIndex({ values: schooling, items: one, normalise });
    expect(
      units.map(({ value = NaN }, unit) => [countries[unit], value.toFixed(2).replace("-0.00", "0.00")]),
    ).toEqual(published.map((entry) => [entry[0], entry[printed]]));
  });

  test("by ranks as in table 15, which counts ranks from the worst and gives the lowest of tied ones", () => {
    const { units } = scoreIndex({ values: schooling, items: one, normalise: "rank" });
    const lowest = published.map((entry) => Number(entry[3]));
    const tied = lowest.map((rank) => lowest.filter((other) => other === rank).length);
    expect(units.map(({ value = NaN }) => Math.round(value * 44))).toEqual(
      lowest.map((rank, unit) => 2 * (rank - 1) + (tied[unit] ?? 0) - 1),
    );
  });

  test("by min-max to the nearest double of the exact quotient", () => {
    expect(indexOf(column("0.1", "0.3", "0.2", "0.7"), one)).toEqual([0, 1 / 3, 1 / 6, 1]);
  });

  test("by ranks, the average of tied ones: 1 for the best, 0 for the last", () => {
    expect(indexOf(column(90, 80, 80, 70), one, { normalise: "rank" })).toEqual([1, 0.5, 0.5, 0]);
  });

  test("by goalposts, clipped", () => {
    const items = [{ ...one[0], weight: weight(1), goalposts: { low: exact(20), high: exact(85) } }];
    expect(indexOf(column(20, 85, "52.5", 10, 90), items, { normalise: "goalposts" })).toEqual([
      0, 1, 0.5, 0, 1,
    ]);
  });

  test.each([
    ["min-max", [1, 0.75, 0]],
    ["rank", [1, 0.5, 0]],
    ["goalposts", [1, 0.75, 0]],
    ["none", [-1, -2, -5]],
    // The mean is 8/3 and the sample variance 13/3.
    ["z", [5 / 3 / Math.sqrt(13 / 3), 2 / 3 / Math.sqrt(13 / 3), -7 / 3 / Math.sqrt(13 / 3)]],
  ] as const)("with less as better: %s", (normalise, expected) => {
    const goalposts = { low: exact(1), high: exact(5) };
    const items = [{ weight: weight(1), direction: -1 as const, goalposts }];
    indexOf(column(1, 2, 5), items, { normalise }).forEach((value, unit) => {
      expect(value).toBeCloseTo(expected[unit] ?? NaN, 15);
    });
  });

  test("by z exactly where the deviation is rational", () => {
    expect(indexOf(column(1, 2, 3), one, { normalise: "z" })).toEqual([-1, 0, 1]);
    expect(indexOf(column("0.1", "0.4", "0.7"), one, { normalise: "z" })).toEqual([-1, 0, 1]);
  });

  // Python's decimal module, 80 digits; SciPy 1.17's zscore with ddof=1 agrees to its last digits.
  test("by z to the nearest double where it is not", () => {
    const rows = [
      ["0.1", 1200],
      ["0.35", 900],
      ["0.7", 1500],
      ["2.5", 1100],
    ];
    const items = [{ weight: weight("0.3") }, { weight: weight(2), direction: -1 as const }];
    expect(indexOf(rows, items, { normalise: "z" })).toEqual([
      -0.18449159190184922, 0.888997459787014, -1.155943954805099, 0.45143808691993415,
    ]);
  });

  test("by z without a trace of what cancels out, whatever the scales of the items", () => {
    const rows = [1, 2, 5, 7].map((value) => [value, 2 * value, -30 * value + 3]);
    expect(indexOf(rows, itemsOf(1, 2, 3), { normalise: "z" })).toEqual([0, 0, 0, 0]);
  });

  // The third unit deviates by -1/sqrt(12) and 1/sqrt(100/3), then by 1/sqrt(44/3) and -3/sqrt(132), and so on.
  test.each([
    [
      [0, 1, 1, 4],
      [0, 3, 4, 7],
      [3, 5],
    ],
    [
      [0, 0, 1, 2],
      [0, 0, 1, 6],
      [1, 1],
    ],
    [
      [0, 1, 1, 3],
      [0, 0, 6, 7],
      [11, 3],
    ],
  ])("by z exactly where roots cancel out: %j and %j by %j", (first, second, weights) => {
    const rows = first.map((value, unit) => [value, second[unit]]);
    expect(indexOf(rows, itemsOf(...weights), { normalise: "z" })[2]).toBe(0);
  });

  test("over the units that have a value", () => {
    expect(indexOf(column(10, undefined, 20, 15), one, { missing: "reweight" })).toEqual([
      0,
      undefined,
      1,
      0.5,
    ]);
  });
});

describe("scoreIndex aggregates", () => {
  // Handbook, section 6.11, which cuts its figures after two decimals.
  test.each([
    [[21, 1, 1, 1], "2.14"],
    [[6, 6, 6, 6], "6.00"],
    [[21, 2, 1, 1], "2.54"],
    [[7, 6, 6, 6], "6.23"],
  ])("geometrically as the handbook: %j is %s", (row, printed) => {
    const [value = NaN] = indexOf([row], itemsOf(1, 1, 1, 1), { normalise: "none", aggregate: "geometric" });
    expect((Math.floor(100 * value) / 100).toFixed(2)).toBe(printed);
  });

  // COINr 1.1, vignette "Aggregation": normalised items of four units and their weighted harmonic mean, three digits.
  test.each([
    [["94.1", "14.2", "1", "29.4"], 2.36],
    [["35", "4.89", "38", "15.6"], 14.3],
    [["51.2", "4.9", "59.2", "34.3"], 17.4],
    [["43.7", "4.66", "55.7", "1"], 3.93],
  ])("harmonically as COINr: %j is %d", (row, printed) => {
    const [value = NaN] = indexOf([row], itemsOf(1, 1, 2, 1), { normalise: "none", aggregate: "harmonic" });
    expect(Number(value.toPrecision(3))).toBe(printed);
  });

  // COINr, reference page a_amean.
  test("arithmetically as COINr: 1 to 10 with weights 10 to 1 is 4", () => {
    const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
    const items = itemsOf(...numbers.map((number) => 11 - number));
    expect(indexOf([numbers], items, { normalise: "none" })).toEqual([4]);
  });

  // Python's decimal module, 60 digits.
  test.each([
    [["21", "1", "1", "1"], ["1", "1", "1", "1"], 2.1406951429280725],
    [["2", "3", "5", "7"], ["1", "2", "3", "4"], 4.712566241099013],
    [["0.1", "0.7", "0.35"], ["0.123456789", "0.2", "0.3333"], 0.3415592934947113],
    [["1e-300", "3e250"], ["1", "2"], 9.654893846056298e66],
    [["0.999999999999999", "1.000000000000001"], ["1", "2"], 1.0000000000000004],
    [["8", "27"], ["1", "1"], 14.696938456699069],
    [["0.25", "0.25"], ["1", "3"], 0.25],
    [["4", "16"], ["1", "1"], 8],
  ])("geometrically to the nearest double: %j by %j", (row, weights, expected) => {
    expect(indexOf([row], itemsOf(...weights), { normalise: "none", aggregate: "geometric" })).toEqual([
      expected,
    ]);
  });

  test.each([
    ["9007199254740993", 9007199254740992],
    ["9007199254740995", 9007199254740996],
  ])("geometrically with a tie between two doubles, %s, to the even one", (tie, even) => {
    const methods = { normalise: "none", aggregate: "geometric" } as const;
    expect(indexOf([[tie, tie, tie]], itemsOf(1, 2, 4), methods)).toEqual([even]);
  });

  test("where no value is above zero only into a status that names the item", () => {
    const values = table([
      [1, 2, 0],
      [1, -1, 3],
      [4, 4, 4],
    ]);
    for (const aggregate of ["geometric", "harmonic"] as const) {
      const { units } = scoreIndex({ values, items: itemsOf(1, 1, 1), normalise: "none", aggregate });
      expect(units).toEqual([
        { value: undefined, status: "not positive", item: 2, parts: [], completeness: 1 },
        { value: undefined, status: "not positive", item: 1, parts: [], completeness: 1 },
        { value: 4, status: "ok", parts: [], completeness: 1 },
      ]);
    }
  });
});

// United Nations Development Programme, Human Development Report 2015, table 1 and technical note 1: goalposts 20 and 85
// years, 18 and 15 years of schooling, and the logarithms of 100 and 75,000 dollars; notes c and g: both are capped.
describe("the Human Development Index of 2014", () => {
  const goalposts = (low: number, high: number) => ({
    weight: weight(1),
    goalposts: { low: exact(low), high: exact(high) },
  });
  test.each([
    ["Norway", 81.6, 17.5, 12.6, 64992, "0.944"],
    ["Australia, schooling above its goalpost", 82.4, 20.2, 13.0, 42261, "0.935"],
    ["Denmark, schooling above its goalpost", 80.2, 18.7, 12.7, 44025, "0.923"],
    ["Netherlands", 81.6, 17.9, 11.9, 45435, "0.922"],
    ["United States", 79.1, 16.5, 12.9, 52947, "0.915"],
    ["Liechtenstein, income above its goalpost", 80.0, 15.0, 11.8, 79851, "0.908"],
    ["Sweden", 82.2, 15.8, 12.1, 45636, "0.907"],
  ])("%s", (_, years, expected, schooling, income, printed) => {
    const [education] = indexOf([[expected, schooling]], [goalposts(0, 18), goalposts(0, 15)], {
      normalise: "goalposts",
    });
    const [index = NaN] = indexOf(
      [[years, education, Math.log(income)]],
      [goalposts(20, 85), goalposts(0, 1), goalposts(Math.log(100), Math.log(75000))],
      { normalise: "goalposts", aggregate: "geometric" },
    );
    expect(index.toFixed(3)).toBe(printed);
  });
});

describe("scoreIndex with parts", () => {
  // COINr 1.1, vignette "Results": five pillars of connectivity and three of sustainability, their two sub-indices and
  // the index, two decimals. Weights make both halves count the same, as there.
  const names = ["Conn", "Conn", "Conn", "Conn", "Conn", "Sust", "Sust", "Sust"];
  const items = names.map((part) => ({ weight: weight(part === "Conn" ? 3 : 5), part }));
  test.each([
    ["CHE", [63.41, 32.87, 74.78, 85.94, 56.93, 77.21, 87.85, 56.88], [62.79, 73.98, 68.38]],
    ["NLD", [64.87, 46.62, 84.55, 71.74, 41.92, 58.73, 86.58, 57.78], [61.94, 67.7, 64.82]],
    ["DNK", [50.52, 30.43, 78.13, 75.35, 51.04, 69.83, 86.4, 61.29], [57.1, 72.51, 64.8]],
    ["NOR", [58.18, 25.7, 80.03, 89.46, 33.8, 70.9, 87.0, 56.59], [57.44, 71.5, 64.47]],
    ["BEL", [71.97, 48.22, 80.84, 75.6, 43.32, 53.01, 86.17, 50.09], [63.99, 63.09, 63.54]],
    ["SWE", [51.51, 23.87, 80.98, 74.51, 38.5, 66.37, 87.74, 62.27], [53.87, 72.12, 63.0]],
  ])("gives the sub-indices and the index that COINr prints for %s", (_, row, printed) => {
    const { parts, units } = scoreIndex({ values: table([row]), items, normalise: "none" });
    expect(parts).toEqual(["Conn", "Sust"]);
    const [unit] = units;
    const found = [...(unit?.parts ?? []), unit].map((each) => each?.value ?? NaN);
    // The pillars are printed with two decimals too, each half a hundredth off at most.
    found.forEach((value, place) => {
      expect(Math.abs(value - (printed[place] ?? NaN))).toBeLessThan(0.01);
    });
  });

  test("takes parts in order of first appearance, each by the sum of its weights", () => {
    const mixed = ["b", "a", "b"].map((part, place) => ({ weight: weight(place + 1), part }));
    const { parts, units } = scoreIndex({ values: table([[6, 5, 2]]), items: mixed, normalise: "none" });
    expect(parts).toEqual(["b", "a"]);
    // b = (6 + 3 x 2)/4 = 3, a = 5, index = (4 x 3 + 2 x 5)/6 = 11/3.
    expect(units).toEqual([
      {
        value: 11 / 3,
        status: "ok",
        parts: [
          { value: 3, status: "ok" },
          { value: 5, status: "ok" },
        ],
        completeness: 1,
      },
    ]);
  });

  test("tells which part a missing value leaves without a sub-index", () => {
    const halves = ["a", "a", "b"].map((part) => ({ weight: weight(1), part }));
    const values = table([[undefined, 4, 6]]);
    const of = (missing: "error" | "reweight" | "zero") =>
      scoreIndex({ values, items: halves, normalise: "none", missing }).units[0];
    expect(of("error")).toEqual({
      value: undefined,
      status: "missing",
      item: 0,
      parts: [
        { value: undefined, status: "missing", item: 0 },
        { value: 6, status: "ok" },
      ],
      completeness: 2 / 3,
    });
    expect(of("reweight")).toMatchObject({ value: 14 / 3, parts: [{ value: 4 }, { value: 6 }] });
    expect(of("zero")).toMatchObject({ value: 10 / 3, parts: [{ value: 2 }, { value: 6 }] });
  });

  test("leaves out a part of which everything is missing, under reweight alone", () => {
    const halves = ["a", "b"].map((part) => ({ weight: weight(1), part }));
    const values = table([
      [undefined, 6],
      [undefined, undefined],
    ]);
    const { units } = scoreIndex({ values, items: halves, normalise: "none", missing: "reweight" });
    expect(units.map(({ value, status, item, completeness }) => [value, status, item, completeness])).toEqual(
      [
        [6, "ok", undefined, 0.5],
        [undefined, "missing", 0, 0],
      ],
    );
  });
});

describe("scoreIndex with a missing value", () => {
  // COINr 1.1, vignette "Aggregation", availability threshold.
  const values = table([
    [1, 3, 1],
    [2, undefined, undefined],
    [3, undefined, 1],
  ]);
  const of = (missing?: "error" | "reweight" | "zero") =>
    scoreIndex({ values, items: itemsOf(1, 1, 1), normalise: "none", missing }).units;

  test("has no index unless a rule is given, and says which item", () => {
    expect(of().map(({ value, status, item }) => [value, status, item])).toEqual([
      [5 / 3, "ok", undefined],
      [undefined, "missing", 1],
      [undefined, "missing", 1],
    ]);
  });

  test("reweights the rest as COINr, and tells how much of the weight that is", () => {
    expect(of("reweight").map(({ value, completeness }) => [value, completeness])).toEqual([
      [5 / 3, 1],
      [2, 1 / 3],
      [2, 2 / 3],
    ]);
  });

  test("counts zero on the common scale", () => {
    expect(of("zero").map(({ value }) => value)).toEqual([5 / 3, 2 / 3, 4 / 3]);
    expect(indexOf(column(10, 20, undefined), itemsOf(1), { missing: "zero" })).toEqual([0, 1, 0]);
  });

  test("does not miss an item of weight 0, constant or not", () => {
    const rows = [
      [1, undefined, 7],
      [2, 3, 7],
    ];
    expect(indexOf(rows, itemsOf(1, 0, 0))).toEqual([0, 1]);
  });
});

describe("scoreIndex keeps weights as they are", () => {
  test("past 2^53 and as decimals", () => {
    expect(indexOf([[1, 0]], itemsOf("9007199254740993", "9007199254740991"), { normalise: "none" })).toEqual(
      [0.5],
    );
    expect(indexOf([[1, 0]], itemsOf("0.1", "0.2"), { normalise: "none" })).toEqual([1 / 3]);
  });
});

describe("scoreIndex refuses", () => {
  const message = (input: ScoreIndexInput): unknown => {
    try {
      return scoreIndex(input);
    } catch (error) {
      return error instanceof Error ? error.message : error;
    }
  };
  const pair = table([
    [1, 2],
    [3, 2],
  ]);

  test.each(["min-max", "z", "rank"] as const)("an item that tells no units apart, by %s", (normalise) => {
    expect(() => scoreIndex({ values: pair, items: itemsOf(1, 1), normalise })).toThrow(
      expect.objectContaining({
        code: "conflict",
        message: `scoreIndex requires at least two different values in item 2 to normalise it by ${normalise}`,
      }),
    );
  });

  test("an item with one value or none", () => {
    expect(message({ values: table([[1]]), items: itemsOf(1) })).toContain("two different values in item 1");
    expect(message({ values: table([[undefined]]), items: itemsOf(1) })).toContain("two different values");
  });

  test("a row of another length", () => {
    expect(message({ values: table([[1, 2], [1]]), items: itemsOf(1, 1) })).toBe(
      "scoreIndex requires row 2 of values to be one value for each of the 2 items; found 1",
    );
  });

  test("nothing, and weights of nothing", () => {
    expect(message({ values: [], items: itemsOf(1) })).toBe(
      "scoreIndex requires at least one value in values",
    );
    expect(message({ values: [[]], items: [] })).toBe("scoreIndex requires at least one value in items");
    expect(message({ values: pair, items: itemsOf(0, 0) })).toBe(
      "scoreIndex requires at least one value above zero in weights",
    );
  });

  test("a part without weight, and parts for some items only", () => {
    const [first = { weight: weight(1) }, second = first] = itemsOf(1, 0);
    expect(
      message({
        values: pair,
        items: [
          { ...first, part: "a" },
          { ...second, part: "b" },
        ],
      }),
    ).toBe("scoreIndex requires at least one value above zero in the weights of part b");
    expect(message({ values: pair, items: [{ ...first, part: "a" }, second] })).toBe(
      "scoreIndex requires part to be a name for every item, or for none; found 1 names for 2 items",
    );
  });

  test("goalposts that are missing, turned round or one", () => {
    const items = (low: number, high: number): IndexItem[] => [
      { weight: weight(1), goalposts: { low: exact(low), high: exact(high) } },
    ];
    const normalise = "goalposts";
    const values = table([[1]]);
    expect(message({ values, items: itemsOf(1), normalise })).toBe(
      "scoreIndex requires the goalposts of item 1 to be a low value and a high one; found none",
    );
    expect(message({ values, items: items(2, 1), normalise })).toBe(
      "scoreIndex requires the goalposts of item 1 to be a low value below the high one; found 2 and 1",
    );
    expect(() => scoreIndex({ values, items: items(1, 1), normalise })).toThrow(
      expect.objectContaining({ code: "outOfRange" }),
    );
  });

  test("an index beyond the largest double", () => {
    const values = [[fraction(10n ** 400n)]];
    expect(() => scoreIndex({ values, items: itemsOf(1), normalise: "none" })).toThrow(
      expect.objectContaining({ code: "outOfRange" }),
    );
  });
});
