import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { enclosed } from "./enclosure.ts";
import { finishing } from "./growthRounding.ts";
import { powerPath } from "./powerPath.ts";
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
});
