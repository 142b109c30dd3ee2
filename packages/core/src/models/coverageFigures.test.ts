import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { coverageCheck } from "../coverage/coverageCheck.ts";
import { coverageConsistent } from "../coverage/coverageConsistent.ts";
import { coverageConsistentCounts } from "../coverage/coverageConsistentCounts.ts";
import { coverageImplied } from "../coverage/coverageImplied.ts";
import {
  CoverageCheckModel,
  CoverageConsistentCountsModel,
  CoverageConsistentModel,
  CoverageImpliedModel,
} from "./index.ts";

/** What a model says of data that it refuses: where, and why. */
function issuesOf(model: z.ZodType, data: unknown): readonly string[] {
  const { error } = model.safeParse(data);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("a model of printed figures gives what its calculator takes", () => {
  test("coverageImplied, its points read exactly", () => {
    const input = CoverageImpliedModel.parse({ added: 1677, points: 9.4 });
    expect(coverageImplied(input)).toMatchObject({ lowest: 17747, highest: 17935 });
  });

  test("coverageConsistent and its counts, with decimals or without", () => {
    const printed = { eligible: 6573, printed: "0.9151", decimals: 2 };
    expect(coverageConsistent(CoverageConsistentModel.parse({ ...printed, covered: 6015 }))).toBe(true);
    expect(coverageConsistent(CoverageConsistentModel.parse({ ...printed, covered: 6016 }))).toBe(false);
    const oneDecimal = CoverageConsistentCountsModel.parse({ eligible: 6573, printed: 0.915 });
    expect(coverageConsistentCounts(oneDecimal)).toEqual({ lowest: 6012, highest: 6017 });
  });

  test("coverageCheck, with null for what is missing and text where it was reported", () => {
    const input = CoverageCheckModel.parse({
      group: ["East", null, "east"],
      covered: ["1", 1, 1],
      eligible: [2, null, 2],
      printed: [null, "half", { printed: 0.4 }],
      eligibleBefore: [2, null, "x"],
      unit: ["a", "b", "c"],
    });
    expect(coverageCheck(input).map(({ row, kind }) => [row, kind])).toEqual([
      [0, "textNumber"],
      [1, "missing"],
      [1, "printedUnreadable"],
      [2, "notNumber"],
      [2, "nearKey"],
      [2, "printedMismatch"],
    ]);
  });

  test("coverageCheck, with only what it needs", () => {
    const input = CoverageCheckModel.parse({ group: ["East"], covered: [1], eligible: [2] });
    expect(coverageCheck(input)).toEqual([]);
  });
});

describe("a model of printed figures", () => {
  test("names what it refuses by its place", () => {
    expect(issuesOf(CoverageImpliedModel, { added: 0.5, points: "9,4" })).toEqual([
      "added: value to be a whole number from 0 to 2^53-1; found 0.5",
      'points: value to be a number or decimal text; found "9,4"',
    ]);
    const rows = { group: ["East"], covered: [true], eligible: [1] };
    expect(issuesOf(CoverageCheckModel, rows)).toEqual([expect.stringMatching(/^covered\.0: /)]);
  });

  test.each([-1, 16, 1.5, "1"])("refuses decimals of %o", (decimals) => {
    const input = { covered: 1, eligible: 2, printed: 0.5, decimals };
    expect(CoverageConsistentModel.safeParse(input).success).toBe(false);
  });

  test("refuses a property that it does not know", () => {
    expect(CoverageConsistentCountsModel.safeParse({ eligible: 1, printed: 1, covered: 1 }).success).toBe(
      false,
    );
    expect(CoverageImpliedModel.safeParse({ added: 1, points: 1, point: 1 }).success).toBe(false);
    expect(
      CoverageCheckModel.safeParse({ group: ["a"], covered: [1], eligible: [1], decimals: 1 }).success,
    ).toBe(false);
  });
});
