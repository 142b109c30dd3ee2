import { describe, expect, test } from "vitest";
import { rateText } from "../exact/rate.ts";
import { coverageChange, type CoverageChange, type CoverageChangeInput } from "./coverageChange.ts";

type Value = number | undefined;
type Row = readonly [group: string | undefined, c1: Value, e1: Value, c2: Value, e2: Value];

const columns = (...rows: readonly Row[]): CoverageChangeInput =>
  Object.freeze({
    group: Object.freeze(rows.map(([group]) => group)),
    coveredBefore: Object.freeze(rows.map(([, covered]) => covered)),
    eligibleBefore: Object.freeze(rows.map(([, , eligible]) => eligible)),
    coveredAfter: Object.freeze(rows.map(([, , , covered]) => covered)),
    eligibleAfter: Object.freeze(rows.map(([, , , , eligible]) => eligible)),
  });
/** From rates, from structure, and both. */
const partsOf = ({ groups, total }: CoverageChange): readonly (readonly Value[])[] =>
  [...groups, total].map(({ fromRates, fromStructure, contribution }) => [
    fromRates,
    fromStructure,
    contribution,
  ]);

const nothingLeftOut = { missing: 0, invalid: 0 };

// P. Das Gupta, Standardization and Decomposition of Rates: A User's Manual, U.S. Bureau of the Census, P23-186 (1993), as
// printed in the README of the R package DasGuptR 2.1.0 (github.com/josiahpjking/DasGuptR); its two factors, structure
// and rates, are Kitagawa's. The published rates and shares are decimals, so that they make whole counts.

describe("coverageChange, as published", () => {
  test("example 5.1: households headed, United States 1970 and 1985", () => {
    // Shares and rates in tenths of a per cent.
    const table = [
      ["15-19", 129, 19, 101, 22],
      ["20-24", 109, 258, 112, 243],
      ["25-29", 95, 457, 116, 458],
      ["30-34", 80, 496, 109, 525],
      ["35-39", 78, 512, 94, 561],
      ["40-44", 84, 516, 77, 556],
      ["45-49", 86, 518, 63, 560],
      ["50-54", 78, 549, 60, 574],
      ["55-59", 70, 587, 63, 572],
      ["60-64", 59, 604, 59, 612],
      ["65-69", 47, 628, 51, 639],
      ["70-74", 36, 666, 40, 686],
      ["75+", 49, 668, 55, 722],
    ] as const;
    const { total } = coverageChange(
      columns(...table.map(([age, s1, r1, s2, r2]): Row => [age, s1 * r1, s1 * 1000, s2 * r2, s2 * 1000])),
    );
    expect(rateText(total.before!, 4)).toBe("44.7268%");
    expect(rateText(total.after!, 4)).toBe("47.6940%");
    expect([total.fromStructure, total.fromRates, total.points].map((value) => value!.toFixed(4))).toEqual([
      "1.2269",
      "1.7403",
      "2.9672",
    ]);
    const percent = [total.fromStructure!, total.fromRates!].map((part) => (100 * part) / total.points!);
    expect(percent.map((value) => value.toFixed(2))).toEqual(["41.35", "58.65"]);
  });

  test("example 5.3: deaths by age and race, United States 1970 and 1985, with parts beyond the whole change", () => {
    const size1985 = [
      3041, 11577, 27450, 32711, 35480, 27411, 19555, 19795, 15254, 8022, 2472, 707, 2692, 6473, 6841, 6547,
      4352, 3034, 2540, 1749, 804, 236,
    ];
    const size1970 = [
      2968, 11484, 34614, 30992, 21983, 20314, 20928, 16897, 11339, 5720, 1315, 535, 2162, 6120, 4781, 3096,
      2718, 2363, 1767, 1149, 448, 117,
    ];
    // Rates a thousand, three decimals: so many in a million.
    const rate1985 = [
      9163, 462, 248, 929, 1084, 1810, 4715, 12187, 27728, 64068, 157570, 17208, 738, 328, 1103, 2045, 3724,
      8052, 17812, 34128, 68276, 125161,
    ];
    const rate1970 = [
      18469, 751, 391, 1146, 1287, 2672, 6636, 15691, 34723, 79763, 176837, 36993, 1352, 541, 2040, 3523,
      6746, 12967, 24471, 45091, 74902, 123205,
    ];
    const rows = size1970.map((size, index): Row => {
      const later = size1985[index]!;
      const covered = [size * rate1970[index]!, later * rate1985[index]!] as const;
      return [`cell ${index}`, covered[0], size * 1_000_000, covered[1], later * 1_000_000];
    });
    const { total } = coverageChange(columns(...rows));
    const aThousand = [total.fromStructure, total.fromRates, total.points].map((value) =>
      (10 * value!).toFixed(7),
    );
    expect(aThousand).toEqual(["1.5415096", "-2.2277254", "-0.6862158"]);
    const percent = [total.fromStructure!, total.fromRates!].map((part) => (100 * part) / total.points!);
    expect(percent.map((value) => value.toFixed(2))).toEqual(["-224.64", "324.64"]);
  });

  test("the two treatments of kidney stones: better for every size of stone, worse in all", () => {
    // C. R. Charig and others, British Medical Journal 292 (1986); S. A. Julious and M. A. Mullee, BMJ 309 (1994).
    const { groups, total, reversal } = coverageChange(
      columns(["below 2 cm", 234, 270, 81, 87], ["2 cm and above", 55, 80, 192, 263]),
    );
    expect([total.before!, total.after!].map((rate) => rateText(rate, 0))).toEqual(["83%", "78%"]);
    expect(groups.every(({ points }) => points! > 0)).toBe(true);
    expect(total.points).toBeLessThan(0);
    expect(reversal).toBe(true);
  });
});

describe("coverageChange", () => {
  test("gives the parts of Kitagawa's formula, by hand", () => {
    // Shares 1/3 and 2/3, then halves: 100 x 0.1 x (1/3 + 1/2)/2 and 100 x 1/6 x (0.2 + 0.3)/2; the same for the other.
    const change = coverageChange(columns(["east", 10, 50, 30, 100], ["west", 80, 100, 80, 100]));
    expect(partsOf(change)).toEqual([
      [25 / 6, 25 / 6, 25 / 3],
      [0, -40 / 3, -40 / 3],
      [25 / 6, -55 / 6, -5],
    ]);
    expect(change.groups[0]).toEqual({
      group: "east",
      before: { numerator: 10, denominator: 50, status: "ok" },
      after: { numerator: 30, denominator: 100, status: "ok" },
      points: 10,
      fromRates: 25 / 6,
      fromStructure: 25 / 6,
      contribution: 25 / 3,
      status: "ok",
      leftOut: nothingLeftOut,
    });
    expect(change.total.points).toBe(-5);
    expect(change.total.relative).toBe(-1 / 12);
    expect(change.reversal).toBe(false);
  });

  test("tells points from per cent: 50 % to 53 % of 100 is 3 points and 6 per cent", () => {
    const { total } = coverageChange(columns(["all", 50, 100, 53, 100]));
    expect([total.points, total.relative]).toEqual([3, 0.06]);
  });

  test("gives no relative change from a rate of zero", () => {
    const { total } = coverageChange(columns(["all", 0, 100, 53, 100]));
    expect([total.points, total.relative]).toEqual([53, undefined]);
  });

  test("sums the rows of a group, in order of first appearance", () => {
    const apart = coverageChange(columns(["b", 1, 4, 1, 2], ["a", 1, 1, 1, 1], ["b", 0, 4, 2, 2]));
    const summed = coverageChange(columns(["b", 1, 8, 3, 4], ["a", 1, 1, 1, 1]));
    expect(apart).toEqual(summed);
    expect(apart.groups.map(({ group }) => group)).toEqual(["b", "a"]);
  });

  test("gives a group that appears or vanishes its other rate, so that its part is all structure", () => {
    // All 160, then 216: 100 x 5/216 and -100 x 3/160.
    const { groups, total } = coverageChange(
      columns(["old", 91, 153, 112, 207], ["new", 0, 0, 5, 9], ["gone", 3, 7, 0, 0]),
    );
    const later = groups.slice(1);
    expect(
      later.map(({ status, points, fromRates, fromStructure }) => [status, points, fromRates, fromStructure]),
    ).toEqual([
      ["new", undefined, 0, 125 / 54],
      ["gone", undefined, 0, -1.875],
    ]);
    expect(later.map(({ before, after }) => [before?.status, after?.status])).toEqual([
      ["empty", "ok"],
      ["ok", "empty"],
    ]);
    expect(total.contribution).toBe(total.points);
    expect(total.status).toBe("ok");
  });

  test("gives a group that is empty at both dates parts of zero", () => {
    const { groups } = coverageChange(columns(["a", 1, 2, 2, 2], ["none", 0, 0, 0, 0]));
    expect(groups[1]).toMatchObject({
      status: "empty",
      points: undefined,
      fromRates: 0,
      fromStructure: 0,
      contribution: 0,
    });
  });

  test("gives no parts where there is no pooled rate at one of the dates", () => {
    const { groups, total } = coverageChange(columns(["a", 0, 0, 2, 4], ["b", 0, 0, 0, 0]));
    expect(
      [...groups, total].map(({ status, points, contribution }) => [status, points, contribution]),
    ).toEqual([
      ["new", undefined, undefined],
      ["empty", undefined, undefined],
      ["new", undefined, undefined],
    ]);
    expect(total.after).toEqual({ numerator: 2, denominator: 4, status: "ok" });
    expect(total.relative).toBeUndefined();
  });

  test("leaves a row out at both dates if something is missing or impossible at one", () => {
    const { groups, total } = coverageChange(
      columns(["a", 1, 2, 2, 2], ["a", 1, undefined, 5, 5], ["b", 1, 2, -1, 2], [undefined, 1, 1, 1, 1]),
    );
    expect(groups.map(({ status, leftOut }) => [status, leftOut])).toEqual([
      ["ok", { missing: 1, invalid: 0 }],
      ["invalid", { missing: 0, invalid: 1 }],
    ]);
    expect(groups[1]).toMatchObject({ before: undefined, after: undefined, contribution: undefined });
    expect(total).toMatchObject({
      after: { numerator: 2, denominator: 2 },
      points: 50,
      status: "ok",
      leftOut: { missing: 2, invalid: 1 },
    });
  });

  test("calls a group missing before it calls it invalid", () => {
    const { groups, total } = coverageChange(columns(["a", 1, undefined, 2, 2], ["a", 1, -2, 2, 2]));
    expect(groups[0]?.status).toBe("missing");
    expect(total).toMatchObject({ status: "missing", before: undefined, points: undefined });
  });

  test("leaves a row of some of none at one date out at both, and shows it where no other row counts", () => {
    const { groups, total } = coverageChange(
      columns(["a", 1, 2, 2, 2], ["b", 1, 0, 2, 3], ["b", 1, 0, 2, 3], ["c", 2, 3, 4, 0]),
    );
    expect(groups.slice(1)).toMatchObject([
      { before: { numerator: 2, denominator: 0, status: "invalid" }, after: undefined },
      { before: undefined, after: { numerator: 4, denominator: 0, status: "invalid" } },
    ]);
    expect(
      groups
        .slice(1)
        .map(({ points, contribution, status, leftOut }) => [points, contribution, status, leftOut]),
    ).toEqual([
      [undefined, undefined, "invalid", { missing: 0, invalid: 2 }],
      [undefined, undefined, "invalid", { missing: 0, invalid: 1 }],
    ]);
    expect(total).toMatchObject({
      before: { numerator: 1, denominator: 2 },
      after: { numerator: 2, denominator: 2 },
      points: 50,
      status: "ok",
      leftOut: { missing: 0, invalid: 3 },
    });
  });

  test("keeps the other rows of a group with some of none, at both dates", () => {
    const clean = coverageChange(columns(["a", 1, 2, 2, 2], ["b", 1, 3, 2, 3]));
    const { groups, total } = coverageChange(
      columns(["a", 1, 2, 2, 2], ["b", 1, 3, 2, 3], ["b", 5, 0, 2, 3], ["b", 2, 3, 5, 0]),
    );
    expect(groups[1]).toEqual({ ...clean.groups[1], leftOut: { missing: 0, invalid: 2 } });
    expect(total).toEqual({ ...clean.total, leftOut: { missing: 0, invalid: 2 } });
  });

  test("calls a total of nothing but some of none invalid, and shows no row without a group", () => {
    const { groups, total } = coverageChange(
      columns(["a", 1, 0, 2, 0], ["a", 1, undefined, 2, 2], [undefined, 5, 0, 7, 0]),
    );
    const expected = {
      before: { numerator: 1, denominator: 0, status: "invalid" },
      after: { numerator: 2, denominator: 0, status: "invalid" },
      points: undefined,
      contribution: undefined,
      status: "invalid",
    };
    expect(groups).toMatchObject([{ group: "a", ...expected, leftOut: { missing: 1, invalid: 1 } }]);
    expect(total).toMatchObject({ ...expected, relative: undefined, leftOut: { missing: 2, invalid: 1 } });
  });

  test("calls a group of some of none at one date invalid, though something is missing as well", () => {
    const { groups, total } = coverageChange(
      columns(["a", 1, 0, 2, 2], ["a", 1, undefined, 2, 2], ["b", 1, 2, 3, 0], ["b", 1, 2, undefined, 2]),
    );
    expect(groups).toMatchObject([
      { before: { numerator: 1, denominator: 0, status: "invalid" }, after: undefined, status: "invalid" },
      { before: undefined, after: { numerator: 3, denominator: 0, status: "invalid" }, status: "invalid" },
    ]);
    expect(groups.map(({ leftOut }) => leftOut)).toEqual([
      { missing: 1, invalid: 1 },
      { missing: 1, invalid: 1 },
    ]);
    expect(total).toMatchObject({ status: "invalid", leftOut: { missing: 2, invalid: 2 } });
  });

  test("keeps what is over, and says so at either date", () => {
    const { groups, total } = coverageChange(columns(["a", 5, 4, 3, 4], ["b", 1, 4, 6, 4]));
    expect(groups.map(({ status, points }) => [status, points])).toEqual([
      ["over", -50],
      ["over", 125],
    ]);
    expect(total).toMatchObject({ status: "over", points: 37.5 });
  });

  test("is exact beyond 2^53, where doubles see a whole point too many", () => {
    // By Python's fractions: -50 + 5.5555e-12 and 100/3 - 4.1e-14.
    const { groups } = coverageChange(
      columns(
        ["large", 4503599627370000, 4503599627370495, 4503599627370001, 4503599627370495],
        ["small", 1, 3, 4503599627370494, 4503599627370495],
      ),
    );
    expect(groups.map(({ fromRates, fromStructure }) => [fromRates, fromStructure])).toEqual([
      [1.6653345369377345e-14, -49.999999999994444],
      [16.666666666666682, 33.333333333333286],
    ]);
  });
});

describe("coverageChange with decimals", () => {
  test("rounds all parts together, so that rows and columns add up as printed", () => {
    // Exact: -5.3125 and 2.604, 15.417 and 0, 4.486 and -2.403; columns 14.590 and 0.201, total 14.792.
    const rows = columns(["a", 28, 40, 33, 60], ["b", 10, 30, 38, 40], ["c", 26, 50, 38, 60]);
    const change = coverageChange({ ...rows, decimals: 0 });
    expect(partsOf(change)).toEqual([
      [-5, 3, -2],
      [15, 0, 15],
      [5, -3, 2],
      [15, 0, 15],
    ]);
    expect(change.groups.map(({ points }) => points)).toEqual([-15, 62, 11]);
    expect(change.total.points).toBe(15);
  });

  test("gives a third of three thirds the odd step to the earlier row", () => {
    // Three groups of a third each, each up by a fifth of a point: 0.0667 each, 0.2 in all, nothing from structure.
    const third = (group: string): Row => [group, 100, 500, 101, 500];
    const change = coverageChange({ ...columns(third("a"), third("b"), third("c")), decimals: 1 });
    expect(partsOf(change)).toEqual([
      [0.1, 0, 0.1],
      [0.1, 0, 0.1],
      [0, 0, 0],
      [0.2, 0, 0.2],
    ]);
  });

  test("rounds a half away from zero in points and in the total", () => {
    const up = coverageChange({ ...columns(["a", 0, 2000, 1, 2000]), decimals: 1 });
    const down = coverageChange({ ...columns(["a", 1, 2000, 0, 2000]), decimals: 1 });
    expect([up.total.points, up.total.contribution, up.groups[0]?.points]).toEqual([0.1, 0.1, 0.1]);
    expect([down.total.points, down.total.contribution, down.groups[0]?.points]).toEqual([-0.1, -0.1, -0.1]);
  });

  test("rounds to as many as 15 decimals", () => {
    // One more of 2^53-1 is 1.1102e-14 points: 11 steps of 1e-15.
    const { total } = coverageChange({
      ...columns(["a", 0, 9007199254740991, 1, 9007199254740991]),
      decimals: 15,
    });
    expect([total.points, total.fromRates, total.contribution]).toEqual([1.1e-14, 1.1e-14, 1.1e-14]);
  });

  test("rounds neither rates nor the relative change", () => {
    const { total } = coverageChange({ ...columns(["a", 1, 3, 2, 3]), decimals: 0 });
    expect(total).toMatchObject({ points: 33, relative: 1, before: { numerator: 1, denominator: 3 } });
  });

  test.each([-1, 16, 0.5, NaN])("refuses decimals of %d", (decimals) => {
    expect(() => coverageChange({ ...columns(["a", 1, 2, 2, 2]), decimals })).toThrow(
      `coverageChange requires decimals to be a whole number from 0 to 15; found ${decimals}`,
    );
  });
});

describe("coverageChange and reversals", () => {
  test("sees every group fall and the total rise as well", () => {
    const { reversal } = coverageChange(columns(["a", 81, 87, 234, 270], ["b", 192, 263, 55, 80]));
    expect(reversal).toBe(true);
  });

  test("is none where a group stays as it was, or the total does", () => {
    const up: Row = ["a", 234, 270, 81, 87];
    expect(coverageChange(columns(up, ["b", 55, 80, 55, 80])).reversal).toBe(false);
    expect(coverageChange(columns(["a", 1, 2, 1, 2])).reversal).toBe(false);
  });

  test("is none where no group has a rate at both dates, however the total moved", () => {
    const { total, reversal } = coverageChange(columns(["old", 1, 2, 0, 0], ["new", 0, 0, 2, 2]));
    expect([total.points, reversal]).toEqual([50, false]);
  });

  test("looks past groups without a rate at both dates", () => {
    const { reversal } = coverageChange(columns(["a", 90, 100, 95, 100], ["new", 0, 0, 10, 100]));
    expect(reversal).toBe(true);
  });
});

describe("coverageChange refuses", () => {
  test("no rows", () => {
    expect(() => coverageChange(columns())).toThrow("coverageChange requires at least one value in group");
  });

  test.each(["coveredBefore", "eligibleBefore", "coveredAfter", "eligibleAfter"])(
    "%s of another length",
    (name) => {
      expect(() => coverageChange({ ...columns(["a", 1, 2, 2, 2]), [name]: [1, 2] })).toThrow(
        `coverageChange requires ${name} to have as many values as there are rows (1); found 2`,
      );
    },
  );

  test("a sum beyond 2^53-1", () => {
    const rows = columns(["a", 0, 9007199254740991, 0, 1], ["b", 0, 1, 0, 1]);
    expect(() => coverageChange(rows)).toThrow(
      "coverageChange requires the sum of eligible to be at most 2^53-1",
    );
  });
});
