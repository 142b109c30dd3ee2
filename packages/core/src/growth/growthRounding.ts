import { type Fraction, toNumber } from "../exact/fraction.ts";
import { round, type RoundingRule } from "../exact/rounding.ts";

/** How the values of a path become whole: not at all, half away from zero, up, or down. */
export type GrowthRounding = "none" | "nearest" | "up" | "down";

/** The rounding rule each word stands for. */
export const roundingRules: Readonly<Record<Exclude<GrowthRounding, "none">, RoundingRule>> = {
  nearest: "half-away-from-zero",
  up: "ceiling",
  down: "floor",
};

/** Turns an exact value into the double to return: rounded once if at all, then the nearest double. */
export function finishing(rounding: GrowthRounding): (value: Fraction) => number {
  if (rounding === "none") return toNumber;
  const rule = roundingRules[rounding];
  return (value) => Number(round(value, rule));
}
