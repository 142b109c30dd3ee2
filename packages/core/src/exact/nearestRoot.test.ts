import { describe, expect, test } from "vitest";
import { exact } from "./decimal.ts";
import { fraction } from "./fraction.ts";
import { nearestRoot } from "./nearestRoot.ts";

describe("nearestRoot", () => {
  // By mpmath at 200 bits.
  test.each([
    [exact(0), 0],
    [exact(2), 1.4142135623730951],
    [fraction(3n, 7n), 0.6546536707079772],
    [exact("1e-301"), 3.162277660168379e-151],
    [exact("0.01"), 0.1],
    [exact(10n ** 40n), 1e20],
  ])("case %#: %o", (value, root) => {
    expect(nearestRoot(value)).toBe(root);
  });

  test("is the engine's root, which IEEE 754 rounds rightly, of every double", () => {
    for (let value = 1; value < 1e300; value = value * 1.37 + 0.3) {
      expect(nearestRoot(exact(BigInt(Math.floor(value))))).toBe(Math.sqrt(Math.floor(value)));
      expect(nearestRoot(fraction(1n, 2n ** BigInt(Math.floor(Math.log2(value) + 1))))).toBe(
        Math.sqrt(2 ** -Math.floor(Math.log2(value) + 1)),
      );
    }
  });

  // 2^52 + 1/2 lies halfway between 2^52 and the next double, 2^52 + 3/2 between that one and 2^52 + 2.
  test.each([
    ["halfway above an even double", (2n ** 53n + 1n) ** 2n, 0n, 2 ** 52],
    ["a hair above that", (2n ** 53n + 1n) ** 2n, 1n, 2 ** 52 + 1],
    ["halfway above an odd double", (2n ** 53n + 3n) ** 2n, 0n, 2 ** 52 + 2],
    ["a hair below that", (2n ** 53n + 3n) ** 2n, -1n, 2 ** 52 + 1],
  ])("goes to even from halfway only: a root %s", (_, fourfold, hair, root) => {
    const beyond = 10n ** 60n;
    expect(nearestRoot(fraction(fourfold * beyond + hair, 4n * beyond))).toBe(root);
  });
});
