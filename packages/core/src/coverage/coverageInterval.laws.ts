import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { toNumber } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { cellsWithinAll, most, smallCells } from "./cells.laws.ts";
import { coverageInterval, type CoverageIntervalInput } from "./coverageInterval.ts";

const methods = fc.constantFrom(
  "wilson" as const,
  "wilson-continuity" as const,
  "clopper-pearson" as const,
  "agresti-coull" as const,
  "wald" as const,
);
const withinAll = fc.constantFrom(
  "wilson" as const,
  "wilson-continuity" as const,
  "clopper-pearson" as const,
);
/** Agresti and Coull's limits lie outside 0 to 1 for a lower confidence and inside for a higher one, as at 0 of 1. */
const nested = fc.oneof(withinAll, fc.constant("wald" as const));
const populationMethods = fc.constantFrom("wilson" as const, "wald" as const, "agresti-coull" as const);
const confidences = fc.constantFrom("0.5", "0.8", "0.95", "0.998", "0.999999").map(exact);
const samples = cellsWithinAll.map(({ covered, eligible }) => ({ covered, sample: eligible }));
/** Samples that may be multiplied, and drawn from a larger population. */
const smallSamples = smallCells.map(({ covered, eligible }) => ({
  covered: count(Math.min(covered, eligible)),
  sample: count(eligible),
}));
/** What a limit near 1 loses to rounding. */
const hair = 1e-14;

/** A chance from the binomial distribution, for samples of a few dozen. */
function chanceOf(covered: number, sample: number, rate: number): number {
  let chance = 1;
  for (let unit = 1; unit <= covered; unit += 1) chance *= ((sample - covered + unit) / unit) * rate;
  return chance * (1 - rate) ** (sample - covered);
}

const asWald: typeof coverageInterval = ({ covered, sample, confidence }) =>
  coverageInterval({ covered, sample, confidence, method: "wald" });
const asWilson: typeof coverageInterval = ({ covered, sample, confidence }) =>
  coverageInterval({ covered, sample, confidence });
const withoutPopulation: typeof coverageInterval = ({ covered, sample, confidence, method }) =>
  coverageInterval({ covered, sample, confidence, method });
/** Adds two successes and two failures, whatever the confidence. */
const plusFour: typeof coverageInterval = (input) => {
  const { low, high } = coverageInterval({ ...input, confidence: exact("0.95") });
  const middle = (input.covered + 2) / (input.sample + 4);
  const half = (high - low) / 2 / toNumber(input.confidence ?? exact("0.95"));
  return { low: middle - half, high: middle + half };
};

export const coverageIntervalLaws: readonly Law<typeof coverageInterval>[] = [
  {
    name: "C18 the interval holds the rate of the sample",
    property: (calculator) =>
      fc.property(samples, methods, confidences, (sample, method, confidence) => {
        const { low, high } = calculator({ ...sample, method, confidence });
        const rate = sample.covered / sample.sample;
        return low <= rate * (1 + hair) && rate <= high * (1 + hair);
      }),
    broken: (input) => {
      const { low, high } = coverageInterval(input);
      return { low: high, high: low };
    },
  },
  {
    name: "C18 Wilson's two and Clopper and Pearson's lie within 0 and 1",
    property: (calculator) =>
      fc.property(samples, withinAll, confidences, (sample, method, confidence) => {
        const { low, high } = calculator({ ...sample, method, confidence });
        return low >= 0 && high <= 1;
      }),
    broken: asWald,
  },
  {
    name: "C18 the interval of the uncovered units is the mirror image",
    property: (calculator) =>
      fc.property(samples, methods, confidences, (sample, method, confidence) => {
        const { low, high } = calculator({ ...sample, method, confidence });
        const uncovered = count(sample.sample - sample.covered);
        const mirror = calculator({ covered: uncovered, sample: sample.sample, method, confidence });
        return Math.abs(1 - mirror.high - low) <= hair && Math.abs(1 - mirror.low - high) <= hair;
      }),
    // Shifts both limits to the same side.
    broken: (input) => {
      const { low, high } = coverageInterval(input);
      return { low: low + 0.5 / input.sample, high: high + 0.5 / input.sample };
    },
  },
  {
    name: "C18 more units at the same rate narrow the interval",
    property: (calculator) =>
      fc.property(
        smallSamples,
        fc.integer({ min: 2, max: 1000 }),
        methods,
        confidences,
        ({ covered, sample }, factor, method, confidence) => {
          const few = calculator({ covered, sample, method, confidence });
          const more = { covered: count(covered * factor), sample: count(sample * factor) };
          const many = calculator({ ...more, method, confidence });
          return many.high - many.low <= few.high - few.low;
        },
      ),
    broken: (input) => {
      const { low, high } = coverageInterval(input);
      return { low, high: high + Math.sqrt(input.sample) };
    },
  },
  {
    name: "C18 a higher confidence holds a lower one",
    property: (calculator) =>
      fc.property(samples, nested, (sample, method) => {
        const lower = calculator({ ...sample, method, confidence: exact("0.95") });
        const higher = calculator({ ...sample, method, confidence: exact("0.998") });
        return (
          higher.low <= lower.low + hair * Math.abs(lower.low) &&
          lower.high <= higher.high + hair * higher.high
        );
      }),
    broken: plusFour,
  },
  {
    name: "a correction for continuity widens Wilson's interval",
    property: (calculator) =>
      fc.property(smallSamples, confidences, (sample, confidence) => {
        const plain = calculator({ ...sample, confidence });
        const corrected = calculator({ ...sample, confidence, method: "wilson-continuity" });
        return corrected.low <= plain.low && plain.high <= corrected.high;
      }),
    broken: (input) =>
      coverageInterval({
        ...input,
        method: input.method === "wilson-continuity" ? "wilson" : "wilson-continuity",
      }),
  },
  {
    name: "C18 Clopper and Pearson's intervals hold the true rate at least as often as they say",
    property: (calculator) =>
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 1000 }),
        confidences,
        (sample, thousandths, confidence) => {
          const rate = thousandths / 1000;
          let held = 0;
          for (let covered = 0; covered <= sample; covered += 1) {
            const drawn = { covered: count(covered), sample: count(sample) };
            const { low, high } = calculator({ ...drawn, confidence, method: "clopper-pearson" });
            if (low <= rate && rate <= high) held += chanceOf(covered, sample, rate);
          }
          return held >= toNumber(confidence) - 1e-12;
        },
      ),
    broken: asWilson,
  },
  {
    name: "a population narrows the interval, down to the rate where all were counted",
    property: (calculator) =>
      fc.property(smallSamples, populationMethods, fc.nat(2 ** 32), (given, method, rest) => {
        const input: CoverageIntervalInput = { ...given, method };
        const endless = calculator(input);
        const some = calculator({ ...input, population: count(given.sample + rest + 1) });
        const all = calculator({ ...input, population: given.sample });
        const rate = given.covered / given.sample;
        return (
          some.high - some.low <= (endless.high - endless.low) * (1 + hair) + hair &&
          all.low === rate &&
          all.high === rate
        );
      }),
    broken: withoutPopulation,
  },
  {
    name: "what cannot be a sample is refused",
    property: (calculator) =>
      fc.property(smallSamples, fc.integer({ min: 1, max: 2 ** 32 }), ({ covered, sample }, beyond) => {
        const population = count(most);
        return (
          refusesWith("divisionByZero", () => calculator({ covered: count(0), sample: count(0) })) &&
          refusesWith("outOfRange", () => calculator({ covered: count(sample + beyond), sample })) &&
          refusesWith("outOfRange", () =>
            calculator({ covered, sample: count(sample + beyond), population: sample }),
          ) &&
          refusesWith("conflict", () =>
            calculator({ covered, sample, population, method: "clopper-pearson" }),
          )
        );
      }),
    broken: withoutPopulation,
  },
];
