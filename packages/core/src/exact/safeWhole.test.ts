import { describe, expect, test } from "vitest";
import { doubleOf, wholeOf } from "./safeWhole.ts";

describe("whole numbers between bigint and double", () => {
  test.each([
    [0n, 0],
    [1n, 1],
    [2n ** 31n, 2 ** 31],
    [2n ** 32n - 1n, 2 ** 32 - 1],
    [2n ** 32n, 2 ** 32],
    [2n ** 32n + 1n, 2 ** 32 + 1],
    [123_456_789_012_345n, 123_456_789_012_345],
    [2n ** 53n - 1n, Number.MAX_SAFE_INTEGER],
  ])("%s is the same both ways", (whole, double) => {
    expect(doubleOf(whole)).toBe(double);
    expect(wholeOf(double)).toBe(whole);
  });
});
