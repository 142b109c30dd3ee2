import { describe, expect, test } from "vitest";

import type { Argument, Result } from "./cell/cell.ts";
import { coverageSampleFunctions } from "./table/coverageSamples.ts";

const callRow = (id: string, ...given: readonly Argument[]): Result => {
  const row = coverageSampleFunctions.find((each) => each.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row.call(given);
};

describe.each(coverageSampleFunctions.map((row) => [row.id, row] as const))("%s", (_, row) => {
  test.each(row.examples.map((example, index) => [index + 1, example] as const))(
    "example %i gives the result it shows",
    (__, example) => {
      expect(row.call(example.arguments)).toEqual(example.result);
    },
  );
});

describe("COVERAGE_INTERVAL", () => {
  const interval = (...given: readonly Argument[]): Result => callRow("COVERAGE_INTERVAL", ...given);

  test("gives one row a case, and errs only in the cases that err", () => {
    expect(interval([[0], [0], [5], [null]], [[20], [0], [4], [20]], 0.95, "clopper-pearson")).toEqual([
      // Newcombe 1998: 0.1684.
      [0, expect.closeTo(0.1684, 4)],
      Array.from({ length: 2 }, () => ({
        error: "#DIV/0!",
        message: "COVERAGE_INTERVAL requires sample above zero.",
      })),
      Array.from({ length: 2 }, () => ({
        error: "#NUM!",
        message: "COVERAGE_INTERVAL requires covered to be at most sample (4); found 5.",
      })),
      Array.from({ length: 2 }, () => ({
        error: "#N/A",
        message: "COVERAGE_INTERVAL requires a number in covered, row 4; the cell is blank.",
      })),
    ]);
  });

  test("takes the method in either language and case", () => {
    const wald = interval(1, 29, 0.95, "wald");
    expect(wald).toEqual([[expect.closeTo(-0.0319, 4), expect.closeTo(0.1009, 4)]]);
    expect(interval(1, 29, 0.95, "WALD")).toEqual(wald);
    expect(interval(1, 29, 0.95, "沃尔德")).toEqual(wald);
    expect(interval(1, 29, 0.95, "exact")).toEqual({
      error: "#VALUE!",
      message:
        'COVERAGE_INTERVAL requires method to be one of wilson, wilson-continuity, clopper-pearson, agresti-coull, wald; found the text "exact".',
    });
  });

  test("reads a blank confidence, method and population as left out", () => {
    expect(interval(81, 263, null, null, null)).toEqual(interval(81, 263));
    expect(interval(81, 263, "", "", "")).toEqual(interval(81, 263));
  });

  test("refuses a population where the method has none, and one smaller than the sample", () => {
    expect(interval(3, 4, 0.95, "clopper-pearson", 4)).toEqual({
      error: "#VALUE!",
      message:
        "COVERAGE_INTERVAL requires a method that takes a population (wilson, wald, agresti-coull); found clopper-pearson.",
    });
    expect(interval(3, 4, 0.95, "wilson", 3)).toEqual({
      error: "#NUM!",
      message: "COVERAGE_INTERVAL requires sample to be at most population (3); found 4.",
    });
  });

  test("refuses a confidence of 95", () => {
    expect(interval(3, 4, 95)).toEqual({
      error: "#NUM!",
      message:
        "COVERAGE_INTERVAL requires confidence to be a fraction above 0, at most 0.999999999999999; found 95.",
    });
  });
});

describe("COVERAGE_FUNNEL", () => {
  const funnel = (...given: readonly Argument[]): Result => callRow("COVERAGE_FUNNEL", ...given);
  const flags = (result: Result): readonly unknown[] =>
    Array.isArray(result) ? (result as readonly (readonly unknown[])[]).map((row) => row.at(-1)) : [];

  // At a baseline of one half the limits of 2.5e11 units are exactly 489,991 and 772,558 units away.
  const half = 125_000_000_000;
  const cases = [489_991, 489_992, 772_559, -489_992, -772_559];
  const columns = [
    cases.map((_, index) => [`group ${index}`]),
    cases.map((units) => [half + units]),
    cases.map(() => [2 * half]),
  ] as const;

  test("flags in English", () => {
    expect(flags(funnel(...columns, "en", 0.5))).toEqual([
      "flag",
      "in limits",
      "high 95",
      "high 99.8",
      "low 95",
      "low 99.8",
      "ok",
    ]);
  });

  test("flags in Chinese", () => {
    expect(flags(funnel(...columns, "zh", 0.5))).toEqual([
      "标记",
      "界内",
      "高于95%上限",
      "高于99.8%上限",
      "低于95%下限",
      "低于99.8%下限",
      "正常",
    ]);
  });

  test("says in place of a flag what is wrong with a group, and beside it how many rows are left out", () => {
    const result = funnel(
      [["a"], ["a"], ["b"], ["c"], ["d"], ["e"]],
      [[3], ["-"], [5], [0], [-1], [2]],
      [[4], [9], [4], [0], [9], [0]],
      "none",
      "0.75",
    );
    expect(result).toEqual({
      error: "#VALUE!",
      message:
        'COVERAGE_FUNNEL requires a number in baseline; found the text "0.75", a number stored as text.',
    });
    expect(
      flags(
        funnel(
          [["a"], ["a"], ["b"], ["c"], ["d"], ["e"]],
          [[3], ["-"], [5], [0], [-1], [2]],
          [[4], [9], [4], [0], [9], [0]],
          "none",
          0.75,
        ),
      ),
    ).toEqual([
      "in limits, 1 row left out",
      "over",
      "empty",
      "invalid, 1 row left out",
      "invalid, 1 row left out",
      "ok, 3 rows left out",
    ]);
  });

  test("has no limits where all groups together are over, and says so", () => {
    expect(funnel([["a"], ["b"]], [[3], [9]], [[4], [5]], "none")).toEqual([
      ["a", 0.75, "", "", "", "", "no baseline"],
      ["b", 1.8, "", "", "", "", "over"],
      ["total", 12 / 9, "", "", "", "", "over"],
    ]);
  });

  test("reads inputs that lie across", () => {
    const upright = funnel([["a"], ["b"]], [[3], [4]], [[4], [5]], "none");
    expect(funnel([["a", "b"]], [[3, 4]], [[4, 5]], "none")).toEqual(upright);
  });

  test("refuses a baseline of 75, columns of different length, and passes an error cell on", () => {
    expect(funnel("a", 3, 4, "en", 75)).toEqual({
      error: "#NUM!",
      message: "COVERAGE_FUNNEL requires baseline to be a fraction from 0 to 1; found 75.",
    });
    expect(funnel([["a"], ["b"]], [[3], [4]], 4)).toMatchObject({ error: "#VALUE!" });
    expect(funnel([["a"], ["b"]], [[3], [{ error: "#REF!" }]], [[4], [4]])).toEqual({ error: "#REF!" });
  });
});
