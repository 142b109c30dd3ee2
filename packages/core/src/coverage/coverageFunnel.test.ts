import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { coverageFunnel } from "./coverageFunnel.ts";
import type { FunnelFlag } from "./funnelPlace.ts";
import type { Reported } from "./tally.ts";

/** The baseline of the proportions test data of PHEindicatormethods, as its outputs print it. */
const phe = exact("0.80642448");

const flagsOf = (
  rows: readonly (readonly [covered: Reported, eligible: Reported])[],
  baseline: string,
): readonly (FunnelFlag | undefined)[] =>
  coverageFunnel({
    group: rows.map((_, row) => `group ${row}`),
    covered: rows.map(([covered]) => covered),
    eligible: rows.map(([, eligible]) => eligible),
    baseline: exact(baseline),
  }).groups.map(({ flag }) => flag);

describe("coverageFunnel reproduces PHEindicatormethods", () => {
  // UK Health Security Agency, PHEindicatormethods 2.1.0, tests/testthat/testdata_funnel_prop_outputs.csv: limits in
  // per cent with six decimals.
  test.each([
    [1, 3.204264, 100, 0, 100],
    [2, 25.885383, 100, 0, 100],
    [10, 56.154344, 100, 42.03259, 100],
    [24, 64.835445, 96.449451, 55.719892, 100],
    [61, 70.727504, 90.557391, 65.009774, 96.275122],
    [154, 74.402301, 86.882595, 70.803745, 90.481151],
    [1008, 78.203374, 83.081521, 76.796814, 84.488082],
    [16838, 80.045674, 81.239222, 79.701527, 81.583368],
    [110000, 80.408963, 80.875933, 80.274317, 81.010578],
  ])("limits of a group of %d", (eligible, low95, high95, low998, high998) => {
    const { groups } = coverageFunnel({ group: ["a"], covered: [0], eligible: [eligible], baseline: phe });
    const limits = groups[0]?.limits;
    // Its deviates have all digits, ours six decimals: at a group of one the limits differ by 1e-7 of a point.
    expect(limits).toEqual({
      low95: expect.closeTo(low95 / 100, 7) as number,
      high95: expect.closeTo(high95 / 100, 7) as number,
      low998: expect.closeTo(low998 / 100, 7) as number,
      high998: expect.closeTo(high998 / 100, 7) as number,
    });
  });

  // The same, testdata_funnel_prop_inputs.csv, numerators rounded to whole units; all 303 rows agree, these are some.
  const published = [
    ["New Forest", 35078, 41980, "high 99.8"],
    ["Norwich", 24804, 31824, "low 99.8"],
    ["South Gloucestershire", 50051, 61921, "in limits"],
    ["Havering", 48686, 59804, "high 99.8"],
    ["Kingston", 35796, 45449, "low 99.8"],
    ["Central Derby", 24649, 30521, "in limits"],
    ["North East Lincolnshire", 31759, 39350, "in limits"],
    ["West Norfolk", 26789, 33012, "high 95"],
    ["North Tees", 36850, 45449, "high 95"],
    ["Mid-Hampshire", 34502, 42485, "high 95"],
    ["North Devon", 30278, 37828, "low 95"],
    ["East Devon", 21139, 25992, "high 95"],
  ] as const;

  test.each(published)("flag of %s", (group, covered, eligible, flag) => {
    const funnel = coverageFunnel({
      group: [group],
      covered: [covered],
      eligible: [eligible],
      baseline: phe,
    });
    expect(funnel.groups.map((each) => each.flag)).toEqual([flag]);
  });
});

describe("coverageFunnel", () => {
  test("holds groups against the pooled rate, not the mean of their rates", () => {
    const { groups, total, baseline } = coverageFunnel({
      group: ["large", "small", "large"],
      covered: [90, 2, 90],
      eligible: [100, 10, 100],
    });
    // 182/210; the mean of the rates would be 0.55.
    expect(baseline).toEqual({ numerator: 13n, denominator: 15n });
    expect(total.rate).toEqual({ numerator: 182, denominator: 210, status: "ok" });
    expect(groups.map(({ group, flag }) => [group, flag])).toEqual([
      ["large", "in limits"],
      ["small", "low 99.8"],
    ]);
  });

  test("takes a rate at a limit for inside, on the last unit", () => {
    // At a baseline of one half the 95 % limit of 2.5e11 units is 1.959964 x 0.5 / 5e5 away: exactly 489,991 units;
    // the 99.8 % limit 3.090232 x 0.5 / 5e5: exactly 772,558 units.
    const eligible = 250_000_000_000;
    const around = (units: number): FunnelFlag | undefined =>
      flagsOf([[eligible / 2 + units, eligible]], "0.5")[0];
    expect([around(489_991), around(489_992)]).toEqual(["in limits", "high 95"]);
    expect([around(772_558), around(772_559)]).toEqual(["high 95", "high 99.8"]);
    expect([around(-489_991), around(-489_992)]).toEqual(["in limits", "low 95"]);
    expect([around(-772_558), around(-772_559)]).toEqual(["low 95", "low 99.8"]);
  });

  test("lets nothing but the baseline pass where it is 0 or 1", () => {
    const rows = [
      [0, 9],
      [1, 9_007_199_254_740_900],
      [9, 9],
    ] as const;
    expect(flagsOf(rows, "0")).toEqual(["in limits", "high 99.8", "high 99.8"]);
    expect(flagsOf(rows, "1")).toEqual(["low 99.8", "low 99.8", "in limits"]);
    const { groups } = coverageFunnel({ group: ["a"], covered: [9], eligible: [9] });
    expect(groups[0]?.limits).toEqual({ low95: 1, high95: 1, low998: 1, high998: 1 });
  });

  test("cuts limits to 0 and 1", () => {
    const { groups } = coverageFunnel({
      group: ["none", "all"],
      covered: [0, 2],
      eligible: [2, 2],
      baseline: exact("0.5"),
    });
    for (const { limits, flag } of groups) {
      expect(limits).toEqual({ low95: 0, high95: 1, low998: 0, high998: 1 });
      expect(flag).toBe("in limits");
    }
  });

  test("keeps a rate over 1 with its limits and its status in place of a flag, and in the total", () => {
    const { groups, total } = coverageFunnel({
      group: ["a", "b"],
      covered: [5, 40],
      eligible: [4, 96],
    });
    expect(groups[0]).toMatchObject({
      rate: { numerator: 5, denominator: 4, status: "over" },
      flag: undefined,
    });
    expect(groups[0]?.limits?.high998).toBe(1);
    expect(total.rate).toEqual({ numerator: 45, denominator: 100, status: "ok" });
  });

  test("leaves out what is missing or no count, and says how many rows", () => {
    const { groups, total } = coverageFunnel({
      group: ["a", "a", "b", undefined, "c"],
      covered: [3, undefined, -1, 2, 0],
      eligible: [4, 9, 9, 9, 0],
    });
    expect(groups).toMatchObject([
      { group: "a", rate: { numerator: 3, denominator: 4 }, leftOut: { missing: 1, invalid: 0 } },
      {
        group: "b",
        rate: undefined,
        limits: undefined,
        flag: undefined,
        leftOut: { missing: 0, invalid: 1 },
      },
      { group: "c", rate: { status: "empty" }, limits: undefined, flag: undefined },
    ]);
    expect(total).toEqual({
      rate: { numerator: 3, denominator: 4, status: "ok" },
      leftOut: { missing: 2, invalid: 1 },
    });
  });

  test("has no limits where all rows together are over 1, or none counts", () => {
    for (const [covered, eligible] of [
      [5, 4],
      [undefined, 4],
      [0, 0],
    ] as const) {
      const { groups, baseline } = coverageFunnel({ group: ["a"], covered: [covered], eligible: [eligible] });
      expect(baseline).toBeUndefined();
      expect(groups[0]).toMatchObject({ limits: undefined, flag: undefined });
    }
  });

  test.each(["1.0001", "-0.1", "95"])("refuses a baseline of %s", (baseline) => {
    expect(() => flagsOf([[1, 2]], baseline)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `coverageFunnel requires baseline to be a fraction from 0 to 1; found ${baseline}`,
      }),
    );
  });

  test("refuses no rows, and columns of different length", () => {
    expect(() => coverageFunnel({ group: [], covered: [], eligible: [] })).toThrow(
      expect.objectContaining({
        code: "emptyInput",
        message: "coverageFunnel requires at least one value in group",
      }),
    );
    expect(() => coverageFunnel({ group: ["a"], covered: [1], eligible: [2, 3] })).toThrow(
      expect.objectContaining({
        code: "sizeMismatch",
        message: "coverageFunnel requires eligible to have as many values as there are rows (1); found 2",
      }),
    );
  });
});
