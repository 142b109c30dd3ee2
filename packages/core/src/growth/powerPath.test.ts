import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { enclosed } from "./enclosure.ts";
import { finishing } from "./growthRounding.ts";
import { powerPath, powerValue, workingBits } from "./powerPath.ts";
import { refusal } from "./refusal.laws.ts";
import { enclosedRoot } from "./root.ts";

// Eight bits hold two and a half digits, so that nearly every value must be enclosed again.
const tooFewBits = 8n;
const sixFifths = { top: enclosed(6n), bottom: enclosed(5n) };

describe("powerPath", () => {
  test.each([
    ["none", [780, 936, 1123.2, 1347.84, 1617.408]],
    ["nearest", [780, 936, 1123, 1348, 1617]],
    ["up", [780, 936, 1124, 1348, 1618]],
    ["down", [780, 936, 1123, 1347, 1617]],
  ] as const)("takes more bits until a rational value is settled: %s", (rounding, expected) => {
    const values = powerPath({
      calculator: "growthPath",
      seed: exact(650),
      factor: () => sixFifths,
      steps: 5,
      bits: tooFewBits,
      finish: finishing(rounding),
    });
    expect(values).toEqual(expected);
  });

  test("takes more bits until an irrational value is settled", () => {
    const values = powerPath({
      calculator: "growthPathTo",
      seed: exact(100),
      factor: (bits) => ({ top: enclosedRoot(fraction(2n), 2, bits), bottom: enclosed(1n) }),
      steps: 3,
      bits: 64n,
      finish: finishing("none"),
      rational: (step) => (step === 2 ? exact(200) : undefined),
    });
    // 100 sqrt 2 = 141.42135623730950488..., 200 sqrt 2 = 282.84271247461900976...
    expect(values).toEqual([141.4213562373095, 200, 282.842712474619]);
  });

  test("refuses a value beyond the largest double, naming who asks and the period", () => {
    const ask = (): unknown =>
      powerPath({
        calculator: "growthPathTo",
        seed: exact(1e308),
        factor: () => sixFifths,
        steps: 5,
        bits: 2048n,
        finish: finishing("none"),
      });
    // 1.2^3 = 1.728, 1.2^4 = 2.0736.
    expect(refusal(ask)).toBe(
      "outOfRange: growthPathTo requires the value of period 4 to be at most 1.7976931348623157e308; found more",
    );
  });
});

describe("powerValue", () => {
  test.each([
    ["none", 1617.408],
    ["nearest", 1617],
    ["up", 1618],
    ["down", 1617],
  ] as const)("takes more bits until one value is settled: %s", (rounding, expected) => {
    const input = { seed: exact(650), factor: () => sixFifths, step: 5, bits: tooFewBits };
    expect(powerValue({ ...input, finish: finishing(rounding) })).toBe(expected);
  });

  test("is the seed after no step", () => {
    const input = { seed: exact("0.1"), factor: () => sixFifths, step: 0, bits: tooFewBits };
    expect(powerValue({ ...input, finish: finishing("none") })).toBe(0.1);
  });

  test("finishes with any kind of answer that tells equal from unequal", () => {
    const input = { seed: exact(650), factor: () => sixFifths, step: 5, bits: tooFewBits };
    const word = (limit: bigint): string =>
      powerValue({
        ...input,
        finish: ({ numerator, denominator }) => (numerator < limit * denominator ? "less" : "more"),
      });
    expect([word(1617n), word(1618n)]).toEqual(["more", "less"]);
  });
});

describe("workingBits", () => {
  test("are 256 more than the bits of all numbers on both sides of their lines", () => {
    // 650 has 10 bits and 1 has 1; 6 and 5 have 3 each.
    expect(workingBits(exact(650), fraction(6n, 5n))).toBe(273n);
    expect(workingBits(fraction(1n, 2n ** 100n))).toBe(358n);
    expect(workingBits()).toBe(256n);
  });
});
