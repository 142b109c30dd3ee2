import { describe, expect, test } from "vitest";
import { rateText, rateValue } from "../exact/rate.ts";
import { coverageByGroup, type CoverageByGroupInput } from "./coverageByGroup.ts";
import { keyColumn } from "./keyColumn.ts";
import type { ReportedRate } from "./tally.ts";

type Row = readonly [group: string | undefined, covered: number | undefined, eligible: number | undefined];

const columns = (...rows: readonly Row[]): CoverageByGroupInput =>
  Object.freeze({
    group: Object.freeze(rows.map(([group]) => group)),
    covered: Object.freeze(rows.map(([, covered]) => covered)),
    eligible: Object.freeze(rows.map(([, , eligible]) => eligible)),
  });

const nothingLeftOut = { missing: 0, invalid: 0 };

describe("coverageByGroup", () => {
  test("pools two groups to 7457 of 8015, 93.0%, and not to the mean 95.8%", () => {
    const { groups, total } = coverageByGroup(columns(["own", 1442, 1442], ["joint", 6015, 6573]));
    expect(groups).toEqual([
      {
        group: "own",
        rate: { numerator: 1442, denominator: 1442, status: "ok" },
        leftOut: nothingLeftOut,
        countedAsZero: 0,
      },
      {
        group: "joint",
        rate: { numerator: 6015, denominator: 6573, status: "ok" },
        leftOut: nothingLeftOut,
        countedAsZero: 0,
      },
    ]);
    expect(total).toEqual({
      rate: { numerator: 7457, denominator: 8015, status: "ok" },
      leftOut: nothingLeftOut,
      countedAsZero: 0,
    });
    expect(rateText(total.rate!)).toBe("93.0%");
  });

  test("pools 180 of 200 and 2 of 10 to 86.67%, and not to 55%", () => {
    const { total } = coverageByGroup(columns(["large", 180, 200], ["small", 2, 10]));
    expect(rateText(total.rate!, 2)).toBe("86.67%");
  });

  test("sums the rows of a group before it divides", () => {
    const { groups } = coverageByGroup(columns(["east", 1, 2], ["west", 1, 1], ["east", 2, 4]));
    expect(groups.map(({ group, rate }) => [group, rate?.numerator, rate?.denominator])).toEqual([
      ["east", 3, 6],
      ["west", 1, 1],
    ]);
  });

  test("gives groups in order of first appearance", () => {
    const { groups } = coverageByGroup(
      columns(["10", 1, 1], ["b", 1, 1], ["9", 1, 1], ["a", 1, 1], ["b", 1, 1]),
    );
    expect(groups.map(({ group }) => group)).toEqual(["10", "b", "9", "a"]);
  });

  test("tells groups apart exactly, and knows no special names", () => {
    const names = ["A", "a", "A ", "", "é", "e\u0301", "__proto__", "constructor", "undefined"];
    const { groups } = coverageByGroup(columns(...names.map((name): Row => [name, 1, 2])));
    expect(groups.map(({ group }) => group)).toEqual(names);
    expect(groups.every(({ rate }) => rate?.numerator === 1 && rate.denominator === 2)).toBe(true);
  });

  test("leaves a missing value out of group and total, and says so: 1 of 2, never 1 of 5", () => {
    const { groups, total } = coverageByGroup(columns(["A", 1, 2], ["A", undefined, 3]));
    const expected = {
      rate: { numerator: 1, denominator: 2, status: "ok" },
      leftOut: { missing: 1, invalid: 0 },
      countedAsZero: 0,
    };
    expect(groups).toEqual([{ group: "A", ...expected }]);
    expect(total).toEqual(expected);
  });

  test.each([-1, 1.5, NaN, Infinity, 9007199254740992])(
    "leaves out a row with the impossible value %d, and says so",
    (value) => {
      const rows = columns(["A", 1, 2], ["A", value, 3], ["A", 3, value]);
      expect(coverageByGroup(rows).total).toEqual({
        rate: { numerator: 1, denominator: 2, status: "ok" },
        leftOut: { missing: 0, invalid: 2 },
        countedAsZero: 0,
      });
    },
  );

  test("calls a row with one value missing and the other impossible missing", () => {
    expect(coverageByGroup(columns(["A", -1, undefined])).total.leftOut).toEqual({ missing: 1, invalid: 0 });
  });

  test("leaves a row without a group out of the total, and gives it no group", () => {
    const { groups, total } = coverageByGroup(columns([undefined, 1, 1], ["A", 1, 2]));
    expect(groups.map(({ group, leftOut }) => [group, leftOut])).toEqual([["A", nothingLeftOut]]);
    expect(total).toEqual({
      rate: { numerator: 1, denominator: 2, status: "ok" },
      leftOut: { missing: 1, invalid: 0 },
      countedAsZero: 0,
    });
  });

  test("gives no rate to a group, or a total, of which no row counts", () => {
    const { groups, total } = coverageByGroup(columns(["A", undefined, 3], ["B", 1, -3]));
    expect(groups).toEqual([
      { group: "A", rate: undefined, leftOut: { missing: 1, invalid: 0 }, countedAsZero: 0 },
      { group: "B", rate: undefined, leftOut: { missing: 0, invalid: 1 }, countedAsZero: 0 },
    ]);
    expect(total).toEqual({ rate: undefined, leftOut: { missing: 1, invalid: 1 }, countedAsZero: 0 });
  });

  test("flags a group that is over, empty or invalid, and keeps the first two in the total", () => {
    const { groups, total } = coverageByGroup(columns(["over", 5, 4], ["empty", 0, 0], ["invalid", 2, 0]));
    expect(groups.map(({ rate }) => rate?.status)).toEqual(["over", "empty", "invalid"]);
    expect(total.rate).toEqual({ numerator: 5, denominator: 4, status: "over" });
    expect(rateValue(total.rate!)).toBe(1.25);
    expect(total.leftOut).toEqual({ missing: 0, invalid: 1 });
  });

  test("leaves a row of some of none out of group and total, and says so: 1 of 2, never 4 of 2", () => {
    const expected = {
      rate: { numerator: 1, denominator: 2, status: "ok" },
      leftOut: { missing: 0, invalid: 1 },
      countedAsZero: 0,
    };
    const { groups, total } = coverageByGroup(columns(["A", 1, 2], ["A", 3, 0]));
    expect(groups).toEqual([{ group: "A", ...expected }]);
    expect(total).toEqual(expected);
  });

  test("shows some of none, summed, where a group or the total has no row that counts", () => {
    const rows = columns(["A", 2, 0], ["A", 3, 0], ["A", undefined, 4], ["B", 4, 0], [undefined, 8, 0]);
    const { groups, total } = coverageByGroup(rows);
    expect(groups).toEqual([
      {
        group: "A",
        rate: { numerator: 5, denominator: 0, status: "invalid" },
        leftOut: { missing: 1, invalid: 2 },
        countedAsZero: 0,
      },
      {
        group: "B",
        rate: { numerator: 4, denominator: 0, status: "invalid" },
        leftOut: { missing: 0, invalid: 1 },
        countedAsZero: 0,
      },
    ]);
    expect(total).toEqual({
      rate: { numerator: 9, denominator: 0, status: "invalid" },
      leftOut: { missing: 2, invalid: 3 },
      countedAsZero: 0,
    });
  });

  test("counts 0 of 0, so that some of none beside it is not shown", () => {
    expect(coverageByGroup(columns(["A", 2, 0], ["A", 0, 0])).total).toEqual({
      rate: { numerator: 0, denominator: 0, status: "empty" },
      leftOut: { missing: 0, invalid: 1 },
      countedAsZero: 0,
    });
  });

  test("sums exactly up to 2^53-1", () => {
    const rows = columns(["A", 9007199254740990, 9007199254740990], ["B", 0, 1]);
    expect(coverageByGroup(rows).total.rate).toEqual({
      numerator: 9007199254740990,
      denominator: 9007199254740991,
      status: "ok",
    });
  });

  test.each<[string, Row, string]>([
    [
      "covered",
      ["A", 1, 1],
      "coverageByGroup requires the sum of covered to be at most 2^53-1; found 9007199254740992",
    ],
    [
      "eligible",
      ["A", 0, 1],
      "coverageByGroup requires the sum of eligible to be at most 2^53-1; found 9007199254740992",
    ],
  ])("refuses a sum of %s beyond 2^53-1", (_, row, message) => {
    const rows = columns(["A", 9007199254740991, 9007199254740991], row);
    expect(() => coverageByGroup(rows)).toThrow(expect.objectContaining({ code: "outOfRange", message }));
  });

  test("refuses some of none beyond 2^53-1 only where their sum is shown", () => {
    const none = columns(["A", 9007199254740991, 0], ["A", 1, 0]);
    expect(() => coverageByGroup(none)).toThrow(expect.objectContaining({ code: "outOfRange" }));
    const beside = columns(["A", 9007199254740991, 0], ["A", 1, 0], ["A", 1, 2]);
    expect(coverageByGroup(beside).total.rate).toEqual({ numerator: 1, denominator: 2, status: "ok" });
  });

  test("refuses a total beyond 2^53-1 even where every group is below", () => {
    const rows = columns(["A", 0, 9007199254740991], ["B", 0, 1]);
    expect(() => coverageByGroup(rows)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: "coverageByGroup requires the sum of eligible to be at most 2^53-1; found 9007199254740992",
      }),
    );
  });

  test("refuses no rows", () => {
    expect(() => coverageByGroup(columns())).toThrow(
      expect.objectContaining({
        code: "emptyInput",
        message: expect.stringContaining("coverageByGroup requires at least one value in ") as unknown,
      }),
    );
  });

  test.each([
    ["covered", { covered: [1] }, 1],
    ["eligible", { eligible: [1, 2, 3] }, 3],
  ])("refuses a column of another length, naming %s", (name, other, found) => {
    const rows = { ...columns(["A", 1, 2], ["B", 1, 2]), ...other };
    expect(() => coverageByGroup(rows)).toThrow(
      expect.objectContaining({
        code: "sizeMismatch",
        message: `coverageByGroup requires ${name} to have as many values as there are rows (2); found ${found}`,
      }),
    );
  });
});

describe("coverageByGroup and what is missing", () => {
  const reports = columns(["A", 1, 2], ["A", undefined, 3], ["B", 2, undefined], [undefined, 1, 1]);
  const lineOf = ({ rate, leftOut, countedAsZero }: ReportedRate): string =>
    `${rate?.numerator ?? "-"}/${rate?.denominator ?? "-"}, ${leftOut.missing} left out, ${countedAsZero} as zero`;

  test("skips it unless told, and says so: 1 of 2", () => {
    expect(coverageByGroup({ ...reports, missing: "skip" })).toEqual(coverageByGroup(reports));
    expect(lineOf(coverageByGroup(reports).total)).toBe("1/2, 3 left out, 0 as zero");
  });

  test("counts a missing covered as zero where asked to, and says so: 1 of 5", () => {
    const { groups, total } = coverageByGroup({ ...reports, missing: "zero" });
    expect(groups.map(lineOf)).toEqual(["1/5, 0 left out, 1 as zero", "-/-, 1 left out, 0 as zero"]);
    expect(lineOf(total)).toBe("1/5, 2 left out, 1 as zero");
  });

  test("gives a group of which all covered is missing 0 of what is eligible, even 0 of 0", () => {
    const { groups } = coverageByGroup({
      ...columns(["A", undefined, 3], ["B", undefined, 0]),
      missing: "zero",
    });
    expect(groups.map(lineOf)).toEqual(["0/3, 0 left out, 1 as zero", "0/0, 0 left out, 1 as zero"]);
  });

  test("leaves a row with covered missing and eligible impossible out as missing all the same", () => {
    const { total } = coverageByGroup({ ...columns(["A", undefined, -1]), missing: "zero" });
    expect(total.leftOut).toEqual({ missing: 1, invalid: 0 });
  });

  test.each<[string, readonly Row[], number]>([
    [
      "covered",
      [
        ["A", 1, 2],
        ["A", undefined, 3],
        [undefined, 1, 1],
      ],
      2,
    ],
    [
      "eligible",
      [
        ["A", 1, 2],
        ["A", 3, undefined],
        ["A", undefined, 1],
      ],
      2,
    ],
    [
      "group",
      [
        [undefined, undefined, undefined],
        ["A", undefined, 1],
      ],
      1,
    ],
  ])("refuses it where asked to, naming %s and the row", (name, rows, row) => {
    expect(() => coverageByGroup({ ...columns(...rows), missing: "refuse" })).toThrow(
      expect.objectContaining({
        code: "missingValue",
        details: { name, row },
        message: `coverageByGroup requires a value in ${name}, row ${row}`,
      }),
    );
  });

  test("refuses a missing name in a column of keys", () => {
    const group = keyColumn(["A", undefined]);
    expect(() => coverageByGroup({ group, covered: [1, 1], eligible: [1, 1], missing: "refuse" })).toThrow(
      expect.objectContaining({ code: "missingValue", details: { name: "group", row: 2 } }),
    );
  });

  test("refuses a hole, and nothing where all is there, possible or not", () => {
    const covered = [1, 2];
    Reflect.deleteProperty(covered, 1);
    const rows = { group: ["A", "A"], eligible: [2, 2], missing: "refuse" } as const;
    expect(() => coverageByGroup({ ...rows, covered })).toThrow(
      expect.objectContaining({ details: { name: "covered", row: 2 } }),
    );
    expect(coverageByGroup({ ...rows, covered: [1, -1] }).total.leftOut).toEqual({ missing: 0, invalid: 1 });
  });
});

describe("coverageByGroup and ready columns", () => {
  test("takes a column of keys for another measure of the same rows", () => {
    const group = keyColumn(["A", "B", "A"]);
    const first = coverageByGroup({ group, covered: [1, 2, 3], eligible: [2, 4, 6] });
    const second = coverageByGroup({ group, covered: [5, 0, 5], eligible: [5, 9, 5] });
    expect([first, second].map(({ groups }) => groups.map(({ rate }) => rate?.numerator))).toEqual([
      [4, 2],
      [10, 0],
    ]);
  });

  test("takes typed arrays, in which what is not a number is impossible, not missing", () => {
    const { total } = coverageByGroup({
      group: ["A", "A"],
      covered: Float64Array.of(1, NaN),
      eligible: Float64Array.of(2, 3),
      missing: "refuse",
    });
    expect(total).toEqual({
      rate: { numerator: 1, denominator: 2, status: "ok" },
      leftOut: { missing: 0, invalid: 1 },
      countedAsZero: 0,
    });
  });

  test("refuses a column of keys of another length", () => {
    const group = keyColumn(["A", "B", "A"]);
    expect(() => coverageByGroup({ group, covered: [1], eligible: [2] })).toThrow(
      expect.objectContaining({ code: "sizeMismatch", details: { name: "covered", expected: 3, found: 1 } }),
    );
  });
});

describe("coverageByGroup and holes", () => {
  test("counts a hole in a column as missing", () => {
    const covered = [1, 2, 3];
    Reflect.deleteProperty(covered, 1);
    const { total } = coverageByGroup({ group: ["a", "a", "a"], covered, eligible: [2, 2, 4] });
    expect(total).toEqual({
      rate: { numerator: 4, denominator: 6, status: "ok" },
      leftOut: { missing: 1, invalid: 0 },
      countedAsZero: 0,
    });
  });

  test("names the column that is empty", () => {
    const message = "coverageByGroup requires at least one value in group";
    expect(() => coverageByGroup({ group: [], covered: [1], eligible: [1] })).toThrow(message);
  });
});
