import { expect, test } from "vitest";
import { upperHalf } from "./upperHalf.ts";

test.each([
  ["what fits in 26 binary digits is its own upper half", 2 ** 26 - 1, 2 ** 26 - 1],
  ["the lower 27 of 53 ones are rounded away", 2 ** 53 - 1, 2 ** 53],
  ["a lower half below the middle falls off", 2 ** 52 + 2 ** 26 - 1, 2 ** 52],
  ["a lower half above the middle rounds up", 2 ** 52 + 2 ** 26 + 1, 2 ** 52 + 2 ** 27],
  ["parts of one have halves as well", (2 ** 52 + 2 ** 26 + 1) / 2 ** 80, (2 ** 52 + 2 ** 27) / 2 ** 80],
  ["nothing has nothing", 0, 0],
])("%s", (_, value, upper) => {
  expect(upperHalf(value)).toBe(upper);
});

test("the product of two halves is exact", () => {
  // 2^52 + 1 squared is 2^104 + 2^53 + 1: the halves 2^52 and 1 make every part of it.
  const value = 2 ** 52 + 1;
  const [upper, lower] = [upperHalf(value), value - upperHalf(value)];
  expect([upper * upper, 2 * upper * lower, lower * lower]).toEqual([2 ** 104, 2 ** 53, 1]);
});
