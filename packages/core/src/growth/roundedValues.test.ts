import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { greatestWhole, leastWhole, valuesRoundedTo } from "./roundedValues.ts";

describe("valuesRoundedTo", () => {
  const fiveToSeven = { lowest: 5n, highest: 7n };

  test("nearest are those from half below to less than half above", () => {
    const interval = { low: exact("4.5"), hasLow: true, high: exact("7.5"), hasHigh: false };
    expect(valuesRoundedTo(fiveToSeven, "nearest")).toEqual({ ...interval, low: fraction(9n, 2n) });
  });

  test("up are those above the whole number before", () => {
    const interval = { low: exact(4), hasLow: false, high: exact(7), hasHigh: true };
    expect(valuesRoundedTo(fiveToSeven, "up")).toEqual(interval);
  });

  test("down are those below the whole number after", () => {
    const interval = { low: exact(5), hasLow: true, high: exact(8), hasHigh: false };
    expect(valuesRoundedTo(fiveToSeven, "down")).toEqual(interval);
  });
});

describe("leastWhole", () => {
  test.each([
    ["4.5", true, 5n],
    ["4.5", false, 5n],
    ["4", true, 4n],
    ["4", false, 5n],
    ["0", true, 0n],
    ["0", false, 1n],
    ["-0.5", true, 0n],
    ["-1", false, 0n],
    ["-7", true, 0n],
  ])("of an interval from %s (with it: %s) is %s", (low, hasLow, whole) => {
    expect(leastWhole(exact(low), hasLow)).toBe(whole);
  });
});

describe("greatestWhole", () => {
  test.each([
    ["7.5", true, 7n],
    ["7.5", false, 7n],
    ["7", true, 7n],
    ["7", false, 6n],
    ["0.5", false, 0n],
  ])("of an interval up to %s (with it: %s) is %s", (high, hasHigh, whole) => {
    expect(greatestWhole(exact(high), hasHigh)).toBe(whole);
  });
});
