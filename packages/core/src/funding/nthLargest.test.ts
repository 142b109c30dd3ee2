import { describe, expect, test } from "vitest";
import { nthLargest } from "./nthLargest.ts";

/** Every whole number from 0 to below `length` once, in a scattered order. */
const scattered = (length: number): number[] => Array.from({ length }, (_, row) => (row * 7919) % length);

describe("nthLargest", () => {
  test.each([
    ["few values", 48],
    ["one more than a few", 49],
    ["many values", 5003],
  ])("finds a place among %s", (_, length) => {
    const values = Float64Array.from(scattered(length));
    for (const nth of [1, 2, length >> 1, length - 1, length]) {
      expect(nthLargest(values, nth)).toBe(length - nth);
    }
  });

  test("tells values apart that differ in their last bits only, beside one that is far away", () => {
    const values = Float64Array.from(scattered(5003), (place) => 1 + place * 2 ** -52);
    values[17] = 1e300;
    const second = Math.max(...scattered(5003).filter((_, row) => row !== 17));
    expect(nthLargest(values, 1)).toBe(1e300);
    expect(nthLargest(values, 2)).toBe(1 + second * 2 ** -52);
  });

  test("counts equal values as often as they are there", () => {
    const values = Float64Array.from({ length: 1000 }, (_, row) => (row < 10 ? 9 : row < 500 ? 5 : 1));
    expect([1, 10, 11, 500, 501, 1000].map((nth) => nthLargest(values, nth))).toEqual([9, 9, 5, 5, 1, 1]);
  });

  test.each([
    ["few", 5],
    ["many", 5003],
  ])("finds a place among %s numbers below zero and above it", (_, length) => {
    // With five: 2, -2, -1, 0 and 1.
    const greatest = (length - 1) / 2;
    const values = Float64Array.from(scattered(length), (value) => greatest - value);
    for (const nth of [1, (length + 1) / 2, length - 1, length]) {
      expect(nthLargest(values, nth)).toBe(greatest - (nth - 1));
    }
  });

  test("leaves the column as it is", () => {
    const values = Float64Array.of(1, 3, 2);
    nthLargest(values, 2);
    expect([...values]).toEqual([1, 3, 2]);
  });
});
