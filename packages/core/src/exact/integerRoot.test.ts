import { describe, expect, test } from "vitest";
import { integerRoot } from "./integerRoot.ts";

describe("integerRoot", () => {
  test.each([
    [0n, 2, 0n],
    [1n, 2, 1n],
    [3n, 2, 1n],
    [4n, 2, 2n],
    [8n, 2, 2n],
    [10n ** 40n, 2, 10n ** 20n],
    [10n ** 40n - 1n, 2, 10n ** 20n - 1n],
    [7n, 3, 1n],
    [8n, 3, 2n],
    [26n, 3, 2n],
    [27n, 3, 3n],
    [10n ** 60n, 3, 10n ** 20n],
    [10n ** 60n - 1n, 3, 10n ** 20n - 1n],
  ] as const)("of %s, degree %i, is %s", (value, degree, root) => {
    expect(integerRoot(value, degree)).toBe(root);
  });

  test("is the largest whole number whose power is not above the value", () => {
    for (let value = 0n; value < 2000n; value += 1n) {
      for (const degree of [2, 3] as const) {
        const root = integerRoot(value, degree);
        expect(root ** BigInt(degree) <= value && (root + 1n) ** BigInt(degree) > value).toBe(true);
      }
    }
  });
});
