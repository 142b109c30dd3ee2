import { describe, expect, test } from "vitest";
import { amountText } from "../exact/amount.ts";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { roundToTotal } from "./roundToTotal.ts";

const rounded = (
  values: readonly (string | number)[],
  step: string | number,
  total?: string | number,
): string[] =>
  roundToTotal({
    values: values.map((value) => exact(value)),
    step: exact(step),
    ...(total === undefined ? {} : { total: exact(total) }),
  }).values.map(amountText);

describe("roundToTotal", () => {
  test("rounds so that the column adds up to its rounded total", () => {
    // 1.4 + 1.4 + 1.4 = 4.2 -> 4, where ordinary rounding would print 1 + 1 + 1.
    expect(rounded(["1.4", "1.4", "1.4"], 1)).toEqual(["2", "1", "1"]);
    // 0.6 + 0.6 + 0.6 = 1.8 -> 2, where ordinary rounding would print 3.
    expect(rounded(["0.6", "0.6", "0.6"], 1)).toEqual(["1", "1", "0"]);
  });

  test("makes percentages of thirds add up to 100.0", () => {
    const thirds = [1n, 1n, 1n].map((part) => fraction(part * 100n, 3n));
    const { values, total, ties } = roundToTotal({ values: thirds, step: exact("0.1") });
    expect(values.map(amountText)).toEqual(["33.4", "33.3", "33.3"]);
    expect(amountText(total)).toBe("100.0");
    expect(ties).toEqual([{ rows: [0, 1, 2], served: [0] }]);
  });

  test("goes down to the step below for negative values", () => {
    expect(rounded(["-1.5", "-1.5", "3"], 1)).toEqual(["-1", "-2", "3"]);
    expect(rounded(["-0.2", "0.9"], 1)).toEqual(["0", "1"]);
  });

  test("rounds a total at half a step away from zero", () => {
    expect(rounded(["0.25", "0.25"], 1)).toEqual(["1", "0"]);
    expect(rounded(["-0.25", "-0.25"], 1)).toEqual(["0", "-1"]);
  });

  test("meets a given total as far as the values reach", () => {
    expect(rounded(["1.4", "1.4", "1.4"], 1, 6)).toEqual(["2", "2", "2"]);
    expect(rounded(["1.4", "1.4", "1.4"], 1, 3)).toEqual(["1", "1", "1"]);
  });

  test("leaves values that are on a step where they are", () => {
    expect(rounded([1, "2.5", "2.5"], 1)).toEqual(["1", "3", "2"]);
  });

  test("rounds to thousands", () => {
    expect(rounded([1400, 1400, 1400], 1000)).toEqual(["2000", "1000", "1000"]);
  });

  test("gives equal remainders their step in the order of the rows, after any larger remainder", () => {
    // 1.5 + 2.75 + 3.5 + 0.25 + 5.5 = 13.5; 11 with every value at its step below.
    const column = ["1.5", "2.75", "3.5", "0.25", "5.5"];
    expect(rounded(column, 1, 12)).toEqual(["1", "3", "3", "0", "5"]);
    expect(rounded(column, 1, 13)).toEqual(["2", "3", "3", "0", "5"]);
    expect(rounded(column, 1, 14)).toEqual(["2", "3", "4", "0", "5"]);
    expect(rounded(column, 1, 15)).toEqual(["2", "3", "4", "0", "6"]);
    expect(rounded(column, 1, 16)).toEqual(["2", "3", "4", "1", "6"]);
  });

  test("says that rows are tied only where their remainders are equal and some of them stay below", () => {
    const tiesOf = (total: number) =>
      roundToTotal({
        values: ["1.5", "2.75", "3.5", "0.25", "5.5"].map((value) => exact(value)),
        step: exact(1),
        total: exact(total),
      }).ties;
    expect(tiesOf(11)).toEqual([]);
    expect(tiesOf(12)).toEqual([]);
    expect(tiesOf(13)).toEqual([{ rows: [0, 2, 4], served: [0] }]);
    expect(tiesOf(14)).toEqual([{ rows: [0, 2, 4], served: [0, 2] }]);
    expect(tiesOf(15)).toEqual([]);
    expect(tiesOf(16)).toEqual([]);
  });

  test.each<[string, readonly string[], string, string | undefined, string, string]>([
    ["no values", [], "1", undefined, "emptyInput", "roundToTotal requires at least one value in values"],
    [
      "a step of zero",
      ["1"],
      "0",
      undefined,
      "outOfRange",
      "roundToTotal requires step to be above zero; found 0",
    ],
    [
      "a step below zero",
      ["1"],
      "-1",
      undefined,
      "outOfRange",
      "roundToTotal requires step to be above zero; found -1",
    ],
    [
      "a total below every step below",
      ["1.4", "1.4", "1.4"],
      "1",
      "2",
      "outOfRange",
      "roundToTotal requires total to be from 3 to 6, what the values can reach; found 2",
    ],
    [
      "a total above every step above",
      ["1.4", "1.4", "1.4"],
      "1",
      "7",
      "outOfRange",
      "roundToTotal requires total to be from 3 to 6, what the values can reach; found 7",
    ],
    [
      "another total for values that are on a step",
      ["1", "2"],
      "1",
      "4",
      "outOfRange",
      "roundToTotal requires total to be from 3 to 3, what the values can reach; found 4",
    ],
    [
      "a total between two steps",
      ["1.5"],
      "1",
      "1.5",
      "notWholeSteps",
      "amount requires total to be a whole number of steps of 1; found 1.5",
    ],
  ])("refuses %s", (_, values, step, total, code, message) => {
    expect(() => rounded(values, step, total)).toThrow(expect.objectContaining({ code, message }));
  });
});
