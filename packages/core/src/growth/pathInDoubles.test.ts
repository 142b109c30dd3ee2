import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { growthPath } from "./growthPath.ts";
import { count } from "../exact/count.ts";
import { pathInDoubles } from "./pathInDoubles.ts";

describe("pathInDoubles", () => {
  test("is the nearest double at every step, where powers of doubles drift", () => {
    // 650 x 1.2^20 = 95060119441637376 / 5^18, in full.
    expect(pathInDoubles(exact(650), exact(1.2), 6)).toEqual([
      780, 936, 1123.2, 1347.84, 1617.408, 1940.8896,
    ]);
    expect(pathInDoubles(exact(650), exact(1.2), 20)?.at(-1)).toBe(95060119441637376 / 5 ** 18);
    expect(pathInDoubles(exact(0.1), exact(3), 1)).toEqual([0.3]);
  });

  test("goes on in doubles as long as no value lies in the middle of two", () => {
    // 3^33 has 53 binary digits, 3^34 has 54 and ends in a one.
    expect(pathInDoubles(exact(1), exact(1.5), 33)?.at(-1)).toBe(5559060566555523 / 2 ** 33);
    expect(pathInDoubles(exact(1), exact(1.5), 34)).toBeUndefined();
    // 7^19 = 11398895185373143 lies as far below the even neighbour as 3^34 lies above it.
    expect(pathInDoubles(exact(1), exact(7), 18)?.at(-1)).toBe(1628413597910449);
    expect(pathInDoubles(exact(1), exact(7), 19)).toBeUndefined();
  });

  test("leaves a value in the middle to the exact path, which takes the even neighbour", () => {
    // 3^34 = 16677181699666569 lies between ...568 and ...570; half of the latter is odd.
    expect(growthPath({ base: exact(1), rate: exact(0.5), periods: count(34) }).at(-1)).toBe(
      16677181699666568 / 2 ** 34,
    );
  });

  test.each([
    ["a base longer than a double", fraction(2n ** 53n), exact(1.5), 1],
    ["a base with a part longer than a double", fraction(1n, 2n ** 53n + 1n), exact(1.5), 1],
    ["a factor longer than a double", exact(1), fraction(2n ** 53n + 1n, 2n ** 53n), 1],
    ["a base of nothing", exact(0), exact(1.5), 1],
    ["a factor of nothing", exact(1), exact(0), 1],
    ["a value near the largest double", exact(1), exact(10), 241],
    ["a value near the smallest double", exact(1), exact(0.1), 241],
  ])("has no answer for %s", (_, base, factor, steps) => {
    expect(pathInDoubles(base, factor, steps)).toBeUndefined();
  });

  test("answers as far as 2^800 and its inverse", () => {
    expect(pathInDoubles(exact(1), exact(2), 800)?.at(-1)).toBe(2 ** 800);
    expect(pathInDoubles(exact(1), exact(2), 801)).toBeUndefined();
    expect(pathInDoubles(exact(1), exact(0.5), 800)?.at(-1)).toBe(2 ** -800);
    expect(pathInDoubles(exact(1), exact(0.5), 801)).toBeUndefined();
  });

  test("is without steps an empty path", () => {
    expect(pathInDoubles(exact(0), exact(2), 0)).toEqual([]);
  });
});
