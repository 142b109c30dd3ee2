import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { finishing, type GrowthRounding } from "./growthRounding.ts";

describe("finishing", () => {
  test.each<[GrowthRounding, readonly number[]]>([
    ["none", [2.5, 2.1, 2.9, 3, -2.5, -2.1]],
    ["nearest", [3, 2, 3, 3, -3, -2]],
    ["up", [3, 3, 3, 3, -2, -2]],
    ["down", [2, 2, 2, 3, -3, -3]],
  ])("rounds %s", (rounding, expected) => {
    const values = ["2.5", "2.1", "2.9", "3", "-2.5", "-2.1"].map((text) => exact(text));
    expect(values.map(finishing(rounding))).toEqual(expected);
  });

  test("gives the nearest double to an exact value, rounded once", () => {
    expect(finishing("none")(fraction(1n, 3n))).toBe(1 / 3);
    expect(finishing("up")(fraction(2n ** 60n + 1n, 2n))).toBe(2 ** 59);
  });
});
