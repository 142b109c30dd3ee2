import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { growthBase } from "./growthBase.ts";
import { growthContraction } from "./growthContraction.ts";
import { growthPath } from "./growthPath.ts";
import { growthPathTo } from "./growthPathTo.ts";
import { growthSteps } from "./growthSteps.ts";

/** Runs within so many milliseconds. */
const within = (milliseconds: number, run: () => void): void => {
  const begun = performance.now();
  run();
  expect(performance.now() - begun).toBeLessThan(milliseconds);
};

const longRate = exact("0.000123456789012345");

describe("the longest paths are answered in bounded time", () => {
  test("growthBase over a million periods, wherever it rounds", () => {
    within(15_000, () => {
      const million = exact(1_000_000);
      const atEnd = growthBase({ end: million, rate: longRate, periods: count(1_048_575) });
      expect([atEnd.lowest, atEnd.highest]).toEqual([undefined, undefined]);
      const fall = { end: million, rate: exact("-0.0001"), periods: count(1_000_000) };
      expect(growthBase({ ...fall, place: "each" }).lowest).toBeGreaterThan(1e40);
    });
  });

  test("growthPath over 100,000 periods of a rate with 15 digits", () => {
    within(2000, () => {
      const input = { base: exact(650), rate: longRate, periods: count(100_000) };
      expect(growthPath({ ...input, rounding: "nearest" })).toHaveLength(100_001);
    });
  });

  test("growthPathTo over 100,000 periods, in every shape", () => {
    within(4000, () => {
      for (const method of ["compound", "linear", "logistic"] as const) {
        const input = { start: exact(650), goal: exact("123456.789"), periods: count(100_000) };
        const options = { method, ceiling: exact(200_000), rounding: "nearest" } as const;
        expect(growthPathTo({ ...input, ...options })).toHaveLength(100_001);
      }
    });
  });

  test("growthSteps over 5,000 rates with 15 digits", () => {
    within(10_000, () => {
      const rates = new Array<typeof longRate>(5_000).fill(longRate);
      expect(growthSteps({ base: exact(650), rates, rounding: "nearest" })).toHaveLength(5_001);
    });
  });

  test("every path over as many periods as a sheet has rows for", () => {
    within(20_000, () => {
      const periods = count(1_048_575);
      const stands = { base: exact(650), periods } as const;
      expect(growthPath({ ...stands, rate: exact(0) }).at(-1)).toBe(650);
      expect(growthContraction({ ...stands, reduction: exact(0) }).at(-1)).toBe(650);
      const linear = growthPathTo({ start: exact(0), goal: exact(1), periods, method: "linear" });
      expect([linear.length, linear[1]]).toEqual([1_048_576, 1 / 1_048_575]);
    });
  });
});
