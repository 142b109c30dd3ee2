import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { type Rate, rateText } from "../exact/rate.ts";
import type { ChannelCoverage } from "./channelTally.ts";
import { coverageChannels, type CoverageChannelsInput } from "./coverageChannels.ts";
import type { CoverageChannel } from "./coveragePolicy.ts";

type Row = readonly [
  members: number | undefined,
  form: CoverageChannel | undefined,
  units?: number | undefined,
];

const policy = Object.freeze({ ownFrom: count(3), jointFrom: count(1) });
const columns = (...rows: readonly Row[]): CoverageChannelsInput =>
  Object.freeze({
    members: Object.freeze(rows.map(([members]) => members)),
    form: Object.freeze(rows.map(([, form]) => form)),
    policy,
  });
const weighted = (...rows: readonly Row[]): CoverageChannelsInput =>
  Object.freeze({ ...columns(...rows), units: Object.freeze(rows.map(([, , units]) => units)) });
const withStaff = (
  rows: readonly Row[],
  staff: readonly (number | undefined)[],
  staffFrom = 8,
): CoverageChannelsInput => ({ ...columns(...rows), admission: { staff, staffFrom: count(staffFrom) } });

const countsOf = ({ units, own, joint, work, none }: ChannelCoverage): number[] => [
  units,
  own,
  joint,
  work,
  none,
];
const pair = (rate: Rate | undefined): readonly (number | undefined)[] => [
  rate?.numerator,
  rate?.denominator,
];
const ratesOf = (coverage: ChannelCoverage): unknown[] =>
  [coverage.organisationRate, coverage.ownRate, coverage.workRate, coverage.establishmentRate].map(pair);

/** The published counts of a city's review of 2016, one row a class and channel. */
const published = weighted([3, "own", 1442], [1, "joint", 6015], [1, "none", 558]);

describe("coverageChannels, the published classes", () => {
  const { classes, total } = coverageChannels(published);
  const [large, small] = classes;

  test("all 1442 units of 3 members or more have their own organisation", () => {
    expect(pair(large?.organisationRate)).toEqual([1442, 1442]);
    expect(pair(large?.establishmentRate)).toEqual([1442, 1442]);
  });

  test("6015 of 6573 smaller units are in joint organisations, 91.5%", () => {
    expect(pair(small?.organisationRate)).toEqual([6015, 6573]);
    expect(small?.organisationRate && rateText(small.organisationRate)).toBe("91.5%");
  });

  test("together 7457 of 8015 are covered, 93.0%, and not the mean 95.8%", () => {
    expect(pair(total.organisationRate)).toEqual([7457, 8015]);
    expect(total.organisationRate && rateText(total.organisationRate)).toBe("93.0%");
  });

  test("with joint from 0 the smaller units may have no members at all", () => {
    const asPublished = { ...published, policy: { ownFrom: count(3), jointFrom: count(0) } };
    const [, fewerThanThree, work] = coverageChannels(asPublished).classes;
    expect(fewerThanThree?.sizes).toEqual({ from: 0, to: 2 });
    expect(pair(fewerThanThree?.organisationRate)).toEqual([6015, 6573]);
    expect([work?.sizes, work?.units]).toEqual([undefined, 0]);
  });
});

describe("coverageChannels", () => {
  const mixed = columns(
    [5, "own"],
    [3, "joint"],
    [4, "none"],
    [2, "joint"],
    [1, "own"],
    [1, "work"],
    [0, "work"],
    [0, "none"],
    [0, "joint"],
  );

  test("counts units by class and channel, each once", () => {
    const { classes, total } = coverageChannels(mixed);
    expect(classes.map(({ due, sizes }) => [due, sizes])).toEqual([
      ["own", { from: 3, to: undefined }],
      ["joint", { from: 1, to: 2 }],
      ["work", { from: 0, to: 0 }],
    ]);
    expect(classes.map(countsOf)).toEqual([
      [3, 1, 1, 0, 1],
      [3, 1, 1, 1, 0],
      [3, 0, 1, 1, 1],
    ]);
    expect(countsOf(total)).toEqual([9, 2, 3, 2, 2]);
  });

  test("gives organisation, own, work and establishment rates", () => {
    const { classes, total } = coverageChannels(mixed);
    expect(classes.map(ratesOf)).toEqual([
      [
        [2, 3],
        [1, 3],
        [2, 3],
        [1, 3],
      ],
      [
        [2, 3],
        [1, 3],
        [3, 3],
        [2, 3],
      ],
      [
        [1, 3],
        [0, 3],
        [2, 3],
        [0, 0],
      ],
    ]);
    expect(ratesOf(total)).toEqual([
      [5, 9],
      [2, 9],
      [7, 9],
      [3, 6],
    ]);
  });

  test("calls a class without units empty, and the establishment of the work class too", () => {
    const { classes } = coverageChannels(columns([0, "work"]));
    expect(classes.map(({ organisationRate }) => organisationRate?.status)).toEqual(["empty", "empty", "ok"]);
    expect(classes.map(({ establishmentRate }) => establishmentRate?.status)).toEqual([
      "empty",
      "empty",
      "empty",
    ]);
  });

  test("leaves rows out that lack a value, in their class where the size is known", () => {
    const rows = weighted([3, "own", 2], [3, undefined, 5], [undefined, "own", 7], [1, "joint", undefined]);
    const { classes, total } = coverageChannels(rows);
    expect(classes.map(({ units, leftOut }) => [units, leftOut.missing])).toEqual([
      [2, 1],
      [0, 1],
      [0, 0],
    ]);
    expect([total.units, total.leftOut]).toEqual([2, { missing: 3, invalid: 0 }]);
    expect([classes[0], total].map((each) => pair(each?.organisationRate))).toEqual([
      [2, 2],
      [2, 2],
    ]);
  });

  test.each([-1, 1.5, NaN, Infinity, 9007199254740992])(
    "leaves a row with the impossible %d out",
    (value) => {
      const { classes, total } = coverageChannels(
        weighted([3, "own", 1], [3, "own", value], [value, "own", 1]),
      );
      expect(classes.map(({ units, leftOut }) => [units, leftOut.invalid])).toEqual([
        [1, 1],
        [0, 0],
        [0, 0],
      ]);
      expect([total.units, total.leftOut]).toEqual([1, { missing: 0, invalid: 2 }]);
    },
  );

  test("calls a row with one value missing and another impossible missing", () => {
    expect(coverageChannels(columns([-1, undefined])).total.leftOut).toEqual({ missing: 1, invalid: 0 });
  });

  test("gives no rate where rows were left out and none counts", () => {
    const { classes, total } = coverageChannels(columns([3, undefined]));
    expect(ratesOf(total)).toEqual(Array.from({ length: 4 }, () => [undefined, undefined]));
    expect(classes.map(({ organisationRate }) => organisationRate?.status)).toEqual([
      undefined,
      "empty",
      "empty",
    ]);
  });

  test("gives no rate where as many rows are impossible as have something missing", () => {
    const { classes, total } = coverageChannels(weighted([3, undefined, 1], [3, "own", -1]));
    expect([classes[0]?.leftOut, total.leftOut]).toEqual([
      { missing: 1, invalid: 1 },
      { missing: 1, invalid: 1 },
    ]);
    expect([classes[0]?.organisationRate, total.organisationRate]).toEqual([undefined, undefined]);
  });

  test("takes a row of no units as counted", () => {
    expect(coverageChannels(weighted([3, "own", 0])).total.organisationRate?.status).toBe("empty");
  });

  test("counts up to 2^53-1 units, and refuses more", () => {
    const most = 9007199254740991;
    const full = coverageChannels(weighted([3, "own", most - 1], [0, "none", 1]));
    expect(pair(full.total.organisationRate)).toEqual([most - 1, most]);
    expect(() => coverageChannels(weighted([3, "own", most], [0, "none", 1]))).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: "coverageChannels requires the sum of units to be at most 2^53-1; found 9007199254740992",
      }),
    );
  });

  test("refuses no rows, columns of different length and thresholds in the wrong order", () => {
    expect(() => coverageChannels(columns())).toThrow(
      "coverageChannels requires at least one value in members",
    );
    expect(() => coverageChannels({ ...mixed, units: [1] })).toThrow(
      "coverageChannels requires units to have as many values as there are rows (9); found 1",
    );
    expect(() => coverageChannels(withStaff([[0, "none"]], [1, 2]))).toThrow(
      "coverageChannels requires staff to have as many values as there are rows (1); found 2",
    );
    const turned = { ownFrom: count(1), jointFrom: count(3) };
    expect(() => coverageChannels({ ...mixed, policy: turned })).toThrow(
      "coverageChannels requires ownFrom (1) not to be below jointFrom (3)",
    );
  });
});

describe("coverageChannels with an admission rule", () => {
  test("leaves units without members and with fewer than 8 staff outside", () => {
    const rows: readonly Row[] = [
      [0, "none"],
      [0, "work"],
      [0, "none"],
    ];
    const { total, outside } = coverageChannels(withStaff(rows, [7, 8, 0]));
    expect([countsOf(total), outside]).toEqual([[1, 0, 0, 1, 0], 2]);
    expect(total.leftOut).toEqual({ missing: 0, invalid: 0 });
  });

  test("keeps units with members whatever their staff, known or not", () => {
    const rows: readonly Row[] = [
      [1, "joint"],
      [1, "joint"],
      [3, "own"],
    ];
    expect(coverageChannels(withStaff(rows, [2, undefined, -1])).total.units).toBe(3);
  });

  test("does not ask what covers a unit outside", () => {
    const { total, outside } = coverageChannels(withStaff([[0, undefined]], [3]));
    expect([total.leftOut.missing, outside]).toEqual([0, 1]);
  });

  test("leaves a unit without members out where its staff is missing or impossible", () => {
    const rows: readonly Row[] = [
      [0, "none"],
      [0, "none"],
    ];
    expect(coverageChannels(withStaff(rows, [undefined, 7.5])).total.leftOut).toEqual({
      missing: 1,
      invalid: 1,
    });
  });

  test("admits everybody from 0 staff on", () => {
    expect(coverageChannels(withStaff([[0, "none"]], [0], 0)).total.units).toBe(1);
  });
});
