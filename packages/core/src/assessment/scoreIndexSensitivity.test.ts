import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction, toNumber } from "../exact/fraction.ts";
import { weight } from "../exact/weight.ts";
import { scoreIndexSensitivity, type WeightBreakpoint } from "./scoreIndexSensitivity.ts";
import { achievements, countries } from "./technologyAchievement.laws.ts";

const itemsOf = (...weights: readonly (number | string)[]) =>
  weights.map((value) => ({ weight: weight(value) }));
const table = (...rows: readonly (readonly number[])[]) =>
  rows.map((row) => row.map((value) => exact(value)));
const none = "none" as const;

describe("scoreIndexSensitivity of the Technology Achievement Index", () => {
  // Handbook on Constructing Composite Indicators (2008), tables 22 and 23: Finland is first by all four sets of weights.
  test.each([
    ["equal weighting", ["1", "1", "1", "1", "1", "1", "1", "1"]],
    ["factor analysis", ["0.17", "0.15", "0.11", "0.06", "0.08", "0.13", "0.13", "0.17"]],
    ["budget allocation", ["0.11", "0.11", "0.11", "0.18", "0.10", "0.06", "0.15", "0.18"]],
    ["analytic hierarchy process", ["0.09", "0.10", "0.07", "0.21", "0.05", "0.06", "0.18", "0.25"]],
  ])("%s: Finland is first, as published", (_, weights) => {
    const { first } = scoreIndexSensitivity({ values: achievements, items: itemsOf(...weights) });
    expect(first.map((unit) => countries[unit])).toEqual(["Finland"]);
  });

  const shown = (point: WeightBreakpoint | undefined): string =>
    point === undefined
      ? "none"
      : `${toNumber(point.share).toFixed(8)} ${point.units.map((unit) => countries[unit]).join()}`;

  // Found by trying shares in exact fractions: 2,000 steps each way, then 45 halvings.
  test("equal weights: where the first place goes, and to whom", () => {
    const { items } = scoreIndexSensitivity({ values: achievements, items: itemsOf(1, 1, 1, 1, 1, 1, 1, 1) });
    expect(items.map(({ lower, higher }) => [shown(lower), shown(higher)])).toEqual([
      ["none", "0.27886813 Japan"],
      ["none", "0.23872292 Sweden"],
      ["0.04922200 Sweden", "none"],
      ["none", "0.24692246 United_States"],
      ["none", "0.45029467 Sweden"],
      ["none", "0.47377360 Norway"],
      ["none", "0.20018855 United_States"],
      ["0.07952142 Sweden", "none"],
    ]);
  });

  test("weights of the analytic hierarchy process: the same", () => {
    const weights = ["0.09", "0.10", "0.07", "0.21", "0.05", "0.06", "0.18", "0.25"];
    const { items } = scoreIndexSensitivity({ values: achievements, items: itemsOf(...weights) });
    expect(items.map(({ lower, higher }) => [shown(lower), shown(higher)])).toEqual([
      ["none", "0.22977054 Korea"],
      ["none", "0.32815125 Sweden"],
      ["none", "none"],
      ["none", "0.36425304 United_States"],
      ["none", "0.59571589 Sweden"],
      ["none", "0.55962565 Norway"],
      ["none", "0.28089556 United_States"],
      ["0.17758190 United_States", "none"],
    ]);
  });
});

describe("scoreIndexSensitivity", () => {
  test("gives the breakpoint exactly, as a share, as a weight and as a move", () => {
    // 8s + 4(1 - s) = 2s + 7(1 - s) at s = 1/3: half the other weight of 10.
    const { first, items, smallestMove } = scoreIndexSensitivity({
      values: table([8, 4], [2, 7]),
      items: itemsOf(10, 10),
      normalise: none,
    });
    expect(first).toEqual([0]);
    expect(items).toEqual([
      {
        share: fraction(1n, 2n),
        lower: { share: fraction(1n, 3n), weight: fraction(5n), move: fraction(1n, 6n), units: [1] },
        higher: undefined,
      },
      {
        share: fraction(1n, 2n),
        lower: undefined,
        higher: { share: fraction(2n, 3n), weight: fraction(20n), move: fraction(1n, 6n), units: [1] },
      },
    ]);
    expect(smallestMove).toEqual(fraction(1n, 6n));
  });

  test("has no breakpoint where one unit is best in everything", () => {
    const { items, smallestMove } = scoreIndexSensitivity({
      values: table([8, 8], [2, 7]),
      items: itemsOf(1, 2),
      normalise: none,
    });
    expect(items.map(({ lower, higher }) => [lower, higher])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(smallestMove).toBeUndefined();
  });

  test("has none where another only comes level at the very end", () => {
    const { items } = scoreIndexSensitivity({
      values: table([8, 4], [8, 3]),
      items: itemsOf(1, 1),
      normalise: none,
    });
    expect(items[0]).toEqual({ share: fraction(1n, 2n), lower: undefined, higher: undefined });
  });

  test("parts units that share the first place by the smallest change", () => {
    const { first, items, smallestMove } = scoreIndexSensitivity({
      values: table([6, 4], [4, 6], [5, 5]),
      items: itemsOf(1, 1),
      normalise: none,
    });
    expect(first).toEqual([0, 1, 2]);
    const half = { share: fraction(1n, 2n), weight: fraction(1n), move: fraction(0n) };
    expect(items[0]).toEqual({
      share: fraction(1n, 2n),
      lower: { ...half, units: [1] },
      higher: { ...half, units: [0] },
    });
    expect(smallestMove).toEqual(fraction(0n));
  });

  test("names all that take over together", () => {
    const { items } = scoreIndexSensitivity({
      values: table([8, 4], [2, 7], [2, 7]),
      items: itemsOf(1, 1),
      normalise: none,
    });
    expect(items[0]?.lower?.units).toEqual([1, 2]);
  });

  test("names the one that leads beyond a point at which three are level", () => {
    // At a third all are 16/3; below, the last rises fastest.
    const { items } = scoreIndexSensitivity({
      values: table([8, 4], [6, 5], [2, 7]),
      items: itemsOf(1, 1),
      normalise: none,
    });
    expect(items[0]?.lower).toMatchObject({ share: fraction(1n, 3n), units: [2] });
  });

  test("lets a weight of 0 rise but not fall, and a single weight neither", () => {
    const values = table([8, 4], [2, 7]);
    const { items } = scoreIndexSensitivity({ values, items: itemsOf(3, 0), normalise: none });
    expect(items).toEqual([
      { share: fraction(1n), lower: undefined, higher: undefined },
      {
        share: fraction(0n),
        lower: undefined,
        higher: { share: fraction(2n, 3n), weight: fraction(6n), move: fraction(2n, 3n), units: [1] },
      },
    ]);
  });

  test("keeps the other two in proportion", () => {
    // Others 1 : 3. 9s + (1 - s)(2 + 3 x 6)/4 = 1s + (1 - s)(8 + 3 x 8)/4 at 8s = 3(1 - s), s = 3/11, weight 4 x 3/8.
    const { items } = scoreIndexSensitivity({
      values: table([9, 2, 6], [1, 8, 8]),
      items: itemsOf(4, 1, 3),
      normalise: none,
    });
    expect(items[0]?.lower).toMatchObject({
      share: fraction(3n, 11n),
      weight: fraction(3n, 2n),
      move: fraction(5n, 22n),
    });
  });

  test("refuses a missing value, naming the row", () => {
    const values = [
      [exact(1), exact(2)],
      [exact(2), undefined],
    ];
    expect(() => scoreIndexSensitivity({ values, items: itemsOf(1, 1) })).toThrow(
      expect.objectContaining({
        code: "missingValue",
        message: "scoreIndexSensitivity requires a value in values, row 2",
      }),
    );
  });

  test("refuses an item that tells no units apart", () => {
    expect(() => scoreIndexSensitivity({ values: table([1, 2], [3, 2]), items: itemsOf(1, 0) })).toThrow(
      expect.objectContaining({ code: "conflict" }),
    );
  });
});
