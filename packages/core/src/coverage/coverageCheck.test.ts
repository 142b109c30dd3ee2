import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { coverageCheck, type CoverageCheckInput } from "./coverageCheck.ts";
import type { CoverageFindingKind } from "./coverageFinding.ts";
import type { ReportedCell } from "./rowIssues.ts";

const kindsOf = (input: CoverageCheckInput): readonly (readonly [number, CoverageFindingKind])[] =>
  coverageCheck(Object.freeze(input)).map(({ row, kind }) => [row, kind]);
const oneRow = (covered: ReportedCell, eligible: ReportedCell): CoverageCheckInput => ({
  group: ["East"],
  covered: [covered],
  eligible: [eligible],
});

describe("coverageCheck", () => {
  test("finds nothing in the published 6,015 of 6,573, printed as 91.5 %", () => {
    const printed = [{ printed: exact("1") }, { printed: exact("0.915"), decimals: 1 }];
    const rows = { group: ["own", "joint"], covered: [1442, 6015], eligible: [1442, 6573] };
    expect(coverageCheck({ ...rows, printed })).toEqual([]);
  });

  test("finds that 2,257 units of a register of 919 are over 100 %, and not the 100 % that was printed", () => {
    const printed = { printed: exact(1), decimals: 0 };
    expect(coverageCheck({ ...oneRow(2257, 919), printed: [printed] })).toEqual([
      { row: 0, group: "East", kind: "over", details: { covered: 2257, eligible: 919 } },
      {
        row: 0,
        group: "East",
        kind: "printedMismatch",
        details: {
          printed,
          covered: 2257,
          eligible: 919,
          rightText: "246%",
          counts: { lowest: 915, highest: 923 },
          isHundredfold: false,
        },
      },
    ]);
  });

  test.each<[ReportedCell, ReportedCell, CoverageFindingKind, object]>([
    [5, 4, "over", { covered: 5, eligible: 4 }],
    [0, 0, "empty", {}],
    [3, 0, "noneEligible", { covered: 3 }],
    [-1, 4, "negative", { column: "covered", value: -1 }],
    [1, -0.5, "negative", { column: "eligible", value: -0.5 }],
    [1.5, 4, "notWhole", { column: "covered", value: 1.5 }],
    [1, 9007199254740992, "tooLarge", { column: "eligible", value: 9007199254740992 }],
    [Infinity, 4, "notNumber", { column: "covered", text: "Infinity" }],
    [1, NaN, "notNumber", { column: "eligible", text: "NaN" }],
    ["3", 4, "textNumber", { column: "covered", text: "3" }],
    [3, "１，６７７ ", "textNumber", { column: "eligible", text: "１，６７７ " }],
    [3, ".5e3", "textNumber", { column: "eligible", text: ".5e3" }],
    [3, "4 units", "notNumber", { column: "eligible", text: "4 units" }],
    [3, "1,67", "notNumber", { column: "eligible", text: "1,67" }],
    [3, ".", "notNumber", { column: "eligible", text: "." }],
    [undefined, 4, "missing", { columns: ["covered"] }],
    [undefined, undefined, "missing", { columns: ["covered", "eligible"] }],
  ])("finds in %o of %o one thing: %s", (covered, eligible, kind, details) => {
    expect(coverageCheck(oneRow(covered, eligible))).toEqual([{ row: 0, group: "East", kind, details }]);
  });

  test.each<[ReportedCell, ReportedCell]>([
    [0, 4],
    [4, 4],
    [9007199254740991, 9007199254740991],
  ])("finds nothing in %d of %d", (covered, eligible) => {
    expect(coverageCheck(oneRow(covered, eligible))).toEqual([]);
  });
});

describe("coverageCheck and names", () => {
  const counted = (group: readonly (string | undefined)[]): CoverageCheckInput => ({
    group,
    covered: group.map(() => 1),
    eligible: group.map(() => 2),
  });

  test("finds a group that differs from an earlier one only by case, space or width, once", () => {
    expect(coverageCheck(counted(["East", "west", "ｅast ", "East", "ｅast "]))).toEqual([
      {
        row: 2,
        group: "ｅast",
        kind: "nearKey",
        details: {
          column: "group",
          key: "ｅast ",
          rows: 2,
          other: "East",
          otherRow: 0,
          by: ["width", "space", "case"],
        },
      },
    ]);
  });

  test("finds near names of groups and of units in one row, each in its own column", () => {
    const by = ["case"];
    expect(coverageCheck({ ...counted(["East", "east"]), unit: ["u1", "U1"] })).toEqual([
      {
        row: 1,
        group: "east",
        kind: "nearKey",
        details: { column: "group", key: "east", rows: 1, other: "East", otherRow: 0, by },
      },
      {
        row: 1,
        group: "east",
        kind: "nearKey",
        details: { column: "unit", key: "U1", rows: 1, other: "u1", otherRow: 0, by },
      },
    ]);
  });

  test("finds a unit that its group lists twice, and counts it against its first row", () => {
    const unit = ["u1", "u2", "u1", "u1"];
    expect(coverageCheck({ ...counted(["East", "East", "East", "East"]), unit })).toEqual([
      { row: 2, group: "East", kind: "repeatedUnit", details: { unit: "u1", firstRow: 0 } },
      { row: 3, group: "East", kind: "repeatedUnit", details: { unit: "u1", firstRow: 0 } },
    ]);
  });

  test("finds a unit in two groups once for the second group, and its repetition there as one", () => {
    const unit = ["u1", "u1", "u1", "u1"];
    expect(coverageCheck({ ...counted(["East", "West", "West", "North"]), unit })).toEqual([
      {
        row: 1,
        group: "West",
        kind: "unitInTwoGroups",
        details: { unit: "u1", otherGroup: "East", otherRow: 0 },
      },
      { row: 2, group: "West", kind: "repeatedUnit", details: { unit: "u1", firstRow: 1 } },
      {
        row: 3,
        group: "North",
        kind: "unitInTwoGroups",
        details: { unit: "u1", otherGroup: "East", otherRow: 0 },
      },
    ]);
  });

  test("takes a unit with space around it for the same unit, and reports the space, too", () => {
    const unit = ["u1", "u1 "];
    expect(kindsOf({ ...counted(["East", "East"]), unit })).toEqual([
      [1, "nearKey"],
      [1, "repeatedUnit"],
    ]);
  });

  test("finds a missing group, and a missing unit only where there are units", () => {
    expect(coverageCheck(counted([undefined]))).toEqual([
      { row: 0, group: undefined, kind: "missing", details: { columns: ["group"] } },
    ]);
    expect(coverageCheck({ ...counted([undefined, "East"]), unit: [undefined, undefined] })).toMatchObject([
      { row: 0, kind: "missing", details: { columns: ["group", "unit"] } },
      { row: 1, kind: "missing", details: { columns: ["unit"] } },
    ]);
  });

  test("does not take two units without a name, or without a group, for one", () => {
    expect(kindsOf({ ...counted(["East", "East"]), unit: [undefined, undefined] })).toEqual([
      [0, "missing"],
      [1, "missing"],
    ]);
    expect(kindsOf({ ...counted([undefined, undefined]), unit: ["u1", "u1"] })).toEqual([
      [0, "missing"],
      [1, "missing"],
    ]);
  });
});

describe("coverageCheck and printed rates", () => {
  test("says whether a hundredth would agree: 91.5 for 91.5 %", () => {
    const [finding] = coverageCheck({ ...oneRow(6015, 6573), printed: [{ printed: exact("91.5") }] });
    expect(finding).toMatchObject({
      kind: "printedMismatch",
      details: { rightText: "91.5%", isHundredfold: true, counts: { lowest: 601427, highest: 601432 } },
    });
    const [other] = coverageCheck({ ...oneRow(1, 200), printed: [{ printed: exact("0.5") }] });
    expect(other).toMatchObject({ kind: "printedMismatch", details: { isHundredfold: false } });
  });

  test("says that no count prints 50 % of 7", () => {
    const [finding] = coverageCheck({ ...oneRow(3, 7), printed: [{ printed: exact("0.5") }] });
    expect(finding).toMatchObject({ details: { rightText: "42.9%", counts: undefined } });
  });

  test("reports text that is no percentage, also beside counts that are none", () => {
    expect(kindsOf({ ...oneRow(undefined, "x"), printed: ["about 90"] })).toEqual([
      [0, "missing"],
      [0, "notNumber"],
      [0, "printedUnreadable"],
    ]);
  });

  test("compares nothing where no rate is printed, or the counts make none", () => {
    expect(kindsOf({ ...oneRow(1, 2), printed: [undefined] })).toEqual([]);
    expect(kindsOf({ ...oneRow(0, 0), printed: [{ printed: exact(1) }] })).toEqual([[0, "empty"]]);
    expect(kindsOf({ ...oneRow("1", 2), printed: [{ printed: exact(1) }] })).toEqual([[0, "textNumber"]]);
  });

  test.each<[ReportedCell]>([[1], [undefined]])(
    "refuses decimals that nobody prints, also beside %o covered",
    (covered) => {
      const rows = { ...oneRow(covered, 2), printed: [{ printed: exact(1), decimals: 16 }] };
      expect(() => coverageCheck(rows)).toThrow(
        expect.objectContaining({
          code: "outOfRange",
          message: "coverageCheck requires decimals to be a whole number from 0 to 15; found 16",
        }),
      );
    },
  );
});

describe("coverageCheck and the denominators before", () => {
  test.each<[ReportedCell, number, number | undefined]>([
    [100, 111, 0.11],
    [100, 89, -0.11],
    [0, 1, undefined],
    [919, 2257, 1338 / 919],
  ])("finds that %d became %d", (before, eligible, change) => {
    expect(coverageCheck({ ...oneRow(0, eligible), eligibleBefore: [before] })).toEqual([
      { row: 0, group: "East", kind: "eligibleJump", details: { before, eligible, change } },
    ]);
  });

  test.each<[ReportedCell, number]>([
    [100, 110],
    [100, 90],
    [10, 10],
    [undefined, 100],
    [9007199254740991, 9007199254740991],
  ])("finds nothing when %d becomes %d: ten per cent is no jump", (before, eligible) => {
    expect(kindsOf({ ...oneRow(0, eligible), eligibleBefore: [before] })).toEqual([]);
  });

  test("is exact at the limit, where doubles are not", () => {
    expect(kindsOf({ ...oneRow(0, 9007199254740987), eligibleBefore: [8188362958855443] })).toEqual([]);
    expect(kindsOf({ ...oneRow(0, 9007199254740988), eligibleBefore: [8188362958855443] })).toEqual([
      [0, "eligibleJump"],
    ]);
  });

  test("reports one that is no count, and then compares nothing", () => {
    expect(kindsOf({ ...oneRow(0, 200), eligibleBefore: ["100"] })).toEqual([[0, "textNumber"]]);
    expect(kindsOf({ ...oneRow(0, 200), eligibleBefore: [-100] })).toEqual([[0, "negative"]]);
  });
});

describe("the findings of coverageCheck", () => {
  test("come by row, then by kind, then by column", () => {
    const input = {
      group: ["East", "east", undefined],
      covered: [-1, 5, "2"],
      eligible: ["x", 4, "3"],
      printed: [undefined, { printed: exact("0.5") }, "?"],
      eligibleBefore: [undefined, 3, 1.5],
      unit: ["u", "u", undefined],
    };
    expect(kindsOf(input)).toEqual([
      [0, "notNumber"],
      [0, "negative"],
      [1, "over"],
      [1, "nearKey"],
      [1, "unitInTwoGroups"],
      [1, "printedMismatch"],
      [1, "eligibleJump"],
      [2, "missing"],
      [2, "textNumber"],
      [2, "textNumber"],
      [2, "notWhole"],
      [2, "printedUnreadable"],
    ]);
  });

  test("see a hole in a column as missing", () => {
    const covered = [1, 2];
    Reflect.deleteProperty(covered, 0);
    expect(kindsOf({ group: ["a", "b"], covered, eligible: [2, 2] })).toEqual([[0, "missing"]]);
  });

  test("need rows, and columns of one length", () => {
    expect(() => coverageCheck({ group: [], covered: [], eligible: [] })).toThrow(
      expect.objectContaining({
        code: "emptyInput",
        message: "coverageCheck requires at least one value in group",
      }),
    );
    expect(() => coverageCheck({ ...oneRow(1, 2), unit: ["a", "b"] })).toThrow(
      expect.objectContaining({
        code: "sizeMismatch",
        message: "coverageCheck requires unit to have as many values as there are rows (1); found 2",
      }),
    );
  });
});
