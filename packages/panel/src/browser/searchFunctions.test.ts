import { table } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

import { functionErrors } from "./functionErrors.ts";
import { searchFunctions } from "./searchFunctions.ts";

function found(query: string, family?: "coverage" | "growth" | "funding" | "assessment"): string[] {
  return searchFunctions(table, family === undefined ? { query } : { query, family }).map(({ id }) => id);
}

describe("the search", () => {
  test("without words finds every function, in the order of the table", () => {
    expect(found("")).toEqual(table.map(({ id }) => id));
    expect(found("  ")).toHaveLength(table.length);
  });

  test("puts ids that begin with the word before ids that hold it, and those before texts", () => {
    const ids = found("split");
    const last = (test: (id: string) => boolean): number =>
      ids.length - 1 - [...ids].reverse().findIndex(test);
    const first = (test: (id: string) => boolean): number => ids.findIndex(test);
    const inId = (id: string): boolean => id.includes("_SPLIT");
    const inText = (id: string): boolean => !id.includes("SPLIT");
    expect(ids.slice(0, 2)).toEqual(["SPLIT_COMPARE", "SPLIT_FAIRNESS"]);
    expect(last((id) => id.startsWith("SPLIT"))).toBeLessThan(first(inId));
    expect(last(inId)).toBeLessThan(first(inText));
  });

  test("finds in both languages at once, in summaries, names of parameters and words of choices", () => {
    expect(found("名额")).toContain("QUOTA_APPORTION");
    expect(found("places")).toContain("QUOTA_APPORTION");
    expect(found("塔木德")).toEqual(["FUNDING_CLAIMS"]);
    expect(found("Huntington")).toContain("QUOTA_APPORTION");
    expect(found("起始月")).toEqual(found("yearStartMonth"));
    expect(found("catch-up")).toEqual([]);
    expect(found("catch")).toEqual(["TARGET_CATCH_UP"]);
  });

  test("takes a name as people type it in a cell, and wide letters", () => {
    expect(found("=TALLY.coverage_rate")[0]).toBe("COVERAGE_RATE");
    expect(found("ＱＵＯＴＡ")[0]).toBe("QUOTA_APPORTION");
  });

  test("needs every word, and keeps to the family", () => {
    expect(found("coverage group").every((id) => found("coverage").includes(id))).toBe(true);
    expect(found("coverage qqq")).toEqual([]);
    expect(found("", "growth").every((id) => /^(GROWTH|TARGET|TERM|PERIODS)_/.test(id))).toBe(true);
  });
});

test("every function says which errors it can give, each with a call that gives it", () => {
  const rate = functionErrors(table.find(({ id }) => id === "COVERAGE_RATE")!);
  // What the contract of the table says: eligible 0, a number out of range, a wrong type, a missing cell.
  expect(rate.map(({ code }) => code)).toEqual(["#VALUE!", "#NUM!", "#DIV/0!", "#N/A"]);
  for (const row of table) {
    const errors = functionErrors(row);
    expect(errors.length, row.id).toBeGreaterThan(0);
    for (const { code, example } of errors) {
      expect(JSON.stringify(row.call(example.arguments)), row.id).toContain(code);
    }
  }
});
