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
    expect(() => rounded(["1.4", "1.4", "1.4"], 1, 7)).toThrow(
      "roundToTotal requires total to be from 3 to 6, what the values can reach; found 7",
    );
  });

  test("leaves values that are on a step where they are", () => {
    expect(rounded([1, "2.5", "2.5"], 1)).toEqual(["1", "3", "2"]);
    expect(() => rounded([1, 2], 1, 4)).toThrow(expect.objectContaining({ code: "outOfRange" }));
  });

  test("rounds to thousands", () => {
    expect(rounded([1400, 1400, 1400], 1000)).toEqual(["2000", "1000", "1000"]);
  });

  test.each([
    [[], "1", undefined, "emptyInput"],
    [["1"], "0", undefined, "outOfRange"],
    [["1"], "-1", undefined, "outOfRange"],
    [["1.5"], "1", "1.5", "notWholeSteps"],
  ])("refuses %j by %s to %s: %s", (values, step, total, code) => {
    expect(() => rounded(values, step, total)).toThrow(expect.objectContaining({ code }));
  });
});
