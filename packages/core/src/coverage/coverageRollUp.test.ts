import { describe, expect, test } from "vitest";
import { coverageRollUp, type CoverageRollUpInput, type RollUpNode } from "./coverageRollUp.ts";
import { keyColumn } from "./keyColumn.ts";

type Row = readonly [
  path: readonly (string | undefined)[],
  covered: number | undefined,
  eligible: number | undefined,
];

const columns = (...rows: readonly Row[]): CoverageRollUpInput =>
  Object.freeze({
    levels: Object.freeze(
      (rows[0]?.[0] ?? ["none"]).map((_, level) => Object.freeze(rows.map(([path]) => path[level]))),
    ),
    covered: Object.freeze(rows.map(([, covered]) => covered)),
    eligible: Object.freeze(rows.map(([, , eligible]) => eligible)),
  });

/** A node as one line: its path, its two counts, and what it leaves out where it does. */
const line = ({ path, rate, leftOut: { missing, invalid }, countedAsZero }: RollUpNode): string => {
  const counts = rate === undefined ? "no rate" : `${rate.numerator}/${rate.denominator}`;
  const leftOut = missing + invalid === 0 ? "" : `, without ${missing} missing and ${invalid} invalid`;
  const asZero = countedAsZero === 0 ? "" : `, ${countedAsZero} as zero`;
  return `${["total", ...path].join(" > ")}: ${counts}${leftOut}${asZero}`;
};

describe("coverageRollUp", () => {
  const towns = columns(
    [["east", "a", "mill"], 1, 2],
    [["east", "b", "ford"], 2, 4],
    [["west", "a", "mill"], 3, 4],
    [["east", "a", "lake"], 4, 10],
  );

  test("pools every level from the rows below it, parents before their children", () => {
    expect(coverageRollUp(towns).map(line)).toEqual([
      "total: 10/20",
      "total > east: 7/16",
      "total > east > a: 5/12",
      "total > east > a > mill: 1/2",
      "total > east > a > lake: 4/10",
      "total > east > b: 2/4",
      "total > east > b > ford: 2/4",
      "total > west: 3/4",
      "total > west > a: 3/4",
      "total > west > a > mill: 3/4",
    ]);
  });

  test("says how deep each node lies: 0 for the grand total, 1 for the highest level", () => {
    expect(coverageRollUp(towns).map(({ level }) => level)).toEqual([0, 1, 2, 3, 3, 2, 3, 1, 2, 3]);
  });

  test("gives each node its rate with counts and status", () => {
    expect(coverageRollUp(columns([["east"], 5, 4], [["west"], 0, 0], [["north"], 1, 0]))).toEqual([
      {
        level: 0,
        path: [],
        rate: { numerator: 5, denominator: 4, status: "over" },
        leftOut: { missing: 0, invalid: 1 },
        countedAsZero: 0,
      },
      {
        level: 1,
        path: ["east"],
        rate: { numerator: 5, denominator: 4, status: "over" },
        leftOut: { missing: 0, invalid: 0 },
        countedAsZero: 0,
      },
      {
        level: 1,
        path: ["west"],
        rate: { numerator: 0, denominator: 0, status: "empty" },
        leftOut: { missing: 0, invalid: 0 },
        countedAsZero: 0,
      },
      {
        level: 1,
        path: ["north"],
        rate: { numerator: 1, denominator: 0, status: "invalid" },
        leftOut: { missing: 0, invalid: 1 },
        countedAsZero: 0,
      },
    ]);
  });

  test("gives a county from its towns what it gives directly", () => {
    const direct = coverageRollUp({ ...towns, levels: towns.levels.slice(0, 1) });
    expect(direct.map(line)).toEqual(["total: 10/20", "total > east: 7/16", "total > west: 3/4"]);
  });

  test("pools 1442/1442 and 6015/6573 to 7457/8015", () => {
    expect(coverageRollUp(columns([["own"], 1442, 1442], [["joint"], 6015, 6573])).map(line)).toEqual([
      "total: 7457/8015",
      "total > own: 1442/1442",
      "total > joint: 6015/6573",
    ]);
  });

  test("keeps names apart that only look alike joined, and knows no special names", () => {
    expect(
      coverageRollUp(
        columns([["a/b", "c"], 1, 2], [["a", "b/c"], 1, 2], [["__proto__", "constructor"], 1, 2]),
      ).map(({ path }) => path),
    ).toEqual([[], ["a/b"], ["a/b", "c"], ["a"], ["a", "b/c"], ["__proto__"], ["__proto__", "constructor"]]);
  });

  test("leaves a row with a missing value out at every level, and says so", () => {
    expect(coverageRollUp(columns([["east", "a"], 1, 2], [["east", "b"], undefined, 4])).map(line)).toEqual([
      "total: 1/2, without 1 missing and 0 invalid",
      "total > east: 1/2, without 1 missing and 0 invalid",
      "total > east > a: 1/2",
      "total > east > b: no rate, without 1 missing and 0 invalid",
    ]);
  });

  test("leaves a row with an impossible value out at every level, and says so", () => {
    expect(coverageRollUp(columns([["east"], 1, 2], [["west"], 1.5, 4])).map(line)).toEqual([
      "total: 1/2, without 0 missing and 1 invalid",
      "total > east: 1/2",
      "total > west: no rate, without 0 missing and 1 invalid",
    ]);
  });

  test("leaves some of none out at every level, and shows them, summed, where no row counts", () => {
    const rows = columns(
      [["east", "a"], 1, 2],
      [["east", "b"], 2, 0],
      [["west", "a"], 3, 0],
      [["west", "b"], 4, 0],
    );
    expect(coverageRollUp(rows).map(line)).toEqual([
      "total: 1/2, without 0 missing and 3 invalid",
      "total > east: 1/2, without 0 missing and 1 invalid",
      "total > east > a: 1/2",
      "total > east > b: 2/0, without 0 missing and 1 invalid",
      "total > west: 7/0, without 0 missing and 2 invalid",
      "total > west > a: 3/0, without 0 missing and 1 invalid",
      "total > west > b: 4/0, without 0 missing and 1 invalid",
    ]);
  });

  test("leaves a row that lacks a name out from that level down and from every total above", () => {
    expect(
      coverageRollUp(
        columns(
          [["east", "a", "mill"], 1, 2],
          [["east", undefined, "lake"], 2, 4],
          [[undefined, "a", "ford"], 3, 8],
        ),
      ).map(line),
    ).toEqual([
      "total: 1/2, without 2 missing and 0 invalid",
      "total > east: 1/2, without 1 missing and 0 invalid",
      "total > east > a: 1/2",
      "total > east > a > mill: 1/2",
    ]);
  });

  test("counts a missing covered as zero where asked to, at every level, and says so", () => {
    const rows = columns([["east", "a"], 1, 2], [["east", "b"], undefined, 4], [["east", "b"], 1, undefined]);
    expect(coverageRollUp({ ...rows, missing: "zero" }).map(line)).toEqual([
      "total: 1/6, without 1 missing and 0 invalid, 1 as zero",
      "total > east: 1/6, without 1 missing and 0 invalid, 1 as zero",
      "total > east > a: 1/2",
      "total > east > b: 0/4, without 1 missing and 0 invalid, 1 as zero",
    ]);
  });

  test("leaves a row that lacks a name out even where a missing covered is zero", () => {
    const rows = columns([["east", undefined], undefined, 4], [["east", "a"], 1, 2]);
    expect(coverageRollUp({ ...rows, missing: "zero" }).map(line)[1]).toBe(
      "total > east: 1/2, without 1 missing and 0 invalid",
    );
  });

  test.each<[string, readonly Row[], number]>([
    [
      "level 2",
      [
        [["east", "a"], 1, 2],
        [["east", undefined], undefined, 2],
      ],
      2,
    ],
    [
      "covered",
      [
        [["east", "a"], undefined, 2],
        [[undefined, "b"], 1, 2],
      ],
      1,
    ],
  ])("refuses what is missing where asked to, naming %s and the row", (name, rows, row) => {
    expect(() => coverageRollUp({ ...columns(...rows), missing: "refuse" })).toThrow(
      expect.objectContaining({
        code: "missingValue",
        details: { name, row },
        message: `coverageRollUp requires a value in ${name}, row ${row}`,
      }),
    );
  });

  test("takes columns of keys, and keeps a town that alternates between two counties two nodes", () => {
    const levels = [keyColumn(["east", "west", "east", "west"]), keyColumn(["a", "a", "a", "a"])];
    const nodes = coverageRollUp({ levels, covered: [1, 2, 3, 4], eligible: Float64Array.of(5, 5, 5, 5) });
    expect(nodes.map(line)).toEqual([
      "total: 10/20",
      "total > east: 4/10",
      "total > east > a: 4/10",
      "total > west: 6/10",
      "total > west > a: 6/10",
    ]);
  });

  test("sums exactly up to 2^53-1 and refuses sums beyond, at any level", () => {
    expect(coverageRollUp(columns([["east"], 0, 9007199254740990], [["west"], 0, 1])).map(line)[0]).toBe(
      "total: 0/9007199254740991",
    );
    expect(() => coverageRollUp(columns([["east"], 0, 9007199254740991], [["west"], 0, 1]))).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: "coverageRollUp requires the sum of eligible to be at most 2^53-1; found 9007199254740992",
      }),
    );
  });

  test.each<[string, CoverageRollUpInput]>([
    ["levels", { levels: [], covered: [1], eligible: [2] }],
    ["covered", { levels: [[]], covered: [], eligible: [] }],
  ])("refuses no %s", (name, input) => {
    expect(() => coverageRollUp(input)).toThrow(
      expect.objectContaining({
        code: "emptyInput",
        message: `coverageRollUp requires at least one value in ${name}`,
      }),
    );
  });

  test.each<[string, Partial<CoverageRollUpInput>, number]>([
    ["eligible", { eligible: [1] }, 1],
    ["level 2", { levels: [["a", "b"], ["c"]] }, 1],
    ["level 1", { levels: [["a", "b", "c"]] }, 3],
  ])("refuses a column of another length, naming %s", (name, other, found) => {
    const rows = { ...columns([["a"], 1, 2], [["b"], 1, 2]), ...other };
    expect(() => coverageRollUp(rows)).toThrow(
      expect.objectContaining({
        code: "sizeMismatch",
        message: `coverageRollUp requires ${name} to have as many values as there are rows (2); found ${found}`,
      }),
    );
  });
});
