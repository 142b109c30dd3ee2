import { describe, expect, test } from "vitest";
import { exact, exactText, type Numeric } from "../exact/decimal.ts";
import type { Fraction } from "../exact/fraction.ts";
import { type ComparedPart, splitCompare } from "./splitCompare.ts";

const column = (values: readonly Numeric[]): Fraction[] => values.map((value) => exact(value));
const texts = (part: ComparedPart): (string | undefined)[] =>
  [part.before, part.after, part.difference, part.shareBefore, part.shareAfter, part.points].map(
    (value) => value && exactText(value),
  );

describe("splitCompare", () => {
  test("compares amounts, shares and points: 60 and 40 become 66 and 54", () => {
    const { rows, total } = splitCompare({ before: column([60, 40]), after: column([66, 54]) });
    expect(rows.map(texts)).toEqual([
      ["60", "66", "6", "0.6", "0.55", "-5"],
      ["40", "54", "14", "0.4", "0.45", "5"],
    ]);
    expect(texts(total)).toEqual(["100", "120", "20", "1", "1", "0"]);
  });

  test("keeps thirds, and rows that are new or gone", () => {
    const { rows } = splitCompare({ before: column([1, 2, 0]), after: column([0, 2, 4]) });
    expect(rows.map(texts)).toEqual([
      ["1", "0", "-1", "1/3", "0", "-100/3"],
      ["2", "2", "0", "2/3", "1/3", "-100/3"],
      ["0", "4", "4", "0", "2/3", "200/3"],
    ]);
  });

  test("has no share of nothing", () => {
    const { rows, total } = splitCompare({ before: column([0, 0]), after: column([1, 1]) });
    expect(rows.map(texts)).toEqual([
      ["0", "1", "1", undefined, "0.5", undefined],
      ["0", "1", "1", undefined, "0.5", undefined],
    ]);
    expect(texts(total)).toEqual(["0", "2", "2", undefined, "1", undefined]);
    expect(splitCompare({ before: column([5]), after: column([0]) }).total.points).toBeUndefined();
  });

  test.each<[string, readonly Numeric[], readonly Numeric[], string, string]>([
    ["no rows", [], [], "emptyInput", "splitCompare requires at least one value in before"],
    [
      "columns of different length",
      [1],
      [],
      "sizeMismatch",
      "splitCompare requires after to have as many values as there are rows (1); found 0",
    ],
  ])("refuses %s", (_, before, after, code, message) => {
    expect(() => splitCompare({ before: column(before), after: column(after) })).toThrow(
      expect.objectContaining({ code, message }),
    );
  });
});
