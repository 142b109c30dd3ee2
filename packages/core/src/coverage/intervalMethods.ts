import { type Fraction, fraction, minus, plus, times, toNumber } from "../exact/fraction.ts";
import { betaQuantileOdds } from "./betaQuantileOdds.ts";
import { normalQuantile } from "./normalQuantile.ts";

/** How an interval is calculated; the first is the usual one. */
export type IntervalMethod = "wilson" | "wilson-continuity" | "clopper-pearson" | "agresti-coull" | "wald";

/** An interval of rates. */
export interface CoverageInterval {
  /** The lower limit, as a fraction of one. */
  readonly low: number;
  /** The upper limit, as a fraction of one. */
  readonly high: number;
}

/** A sample as the formulas take it: doubles, since its size may stand for more units than were drawn. */
export interface Sample {
  /** Covered units. */
  readonly covered: number;
  /** The other units; kept, since size less covered would lose digits. */
  readonly uncovered: number;
  /** All units. */
  readonly size: number;
}

const one = fraction(1n);
const half = fraction(1n, 2n);

/** The formula of each method. */
export const intervalMethods: Readonly<
  Record<IntervalMethod, (sample: Sample, confidence: Fraction) => CoverageInterval>
> = {
  wilson: (sample, confidence) => {
    const deviate = deviateOf(confidence);
    return { low: scoreLow(sample, deviate), high: scoreHigh(sample, deviate) };
  },
  // Newcombe's formula is the score interval of half a unit less, and of half a unit more.
  "wilson-continuity": (sample, confidence) => {
    const deviate = deviateOf(confidence);
    return {
      low: sample.covered === 0 ? 0 : scoreLow(shifted(sample, -0.5), deviate),
      high: sample.uncovered === 0 ? 1 : scoreHigh(shifted(sample, 0.5), deviate),
    };
  },
  "clopper-pearson": ({ covered, uncovered }, confidence) => {
    const tail = toNumber(times(minus(one, confidence), half));
    const low = { alpha: covered, beta: uncovered + 1, tail };
    const high = { alpha: uncovered, beta: covered + 1, tail };
    return {
      low: covered === 0 ? 0 : 1 / (1 + 1 / betaQuantileOdds(low)),
      high: uncovered === 0 ? 1 : 1 / (1 + betaQuantileOdds(high)),
    };
  },
  "agresti-coull": ({ covered, uncovered, size }, confidence) => {
    const deviate = deviateOf(confidence);
    const added = deviate ** 2 / 2;
    return aroundRate(
      { covered: covered + added, uncovered: uncovered + added, size: size + 2 * added },
      deviate,
    );
  },
  wald: (sample, confidence) => aroundRate(sample, deviateOf(confidence)),
};

/** The deviates of confidences that were asked for before: a register asks for the same one at every row. */
const deviates = new WeakMap<Fraction, number>();

/** How many standard deviations to either side hold a share of a normal distribution. */
function deviateOf(confidence: Fraction): number {
  let deviate = deviates.get(confidence);
  if (deviate === undefined) {
    deviate = normalQuantile(times(plus(one, confidence), half));
    deviates.set(confidence, deviate);
  }
  return deviate;
}

function shifted({ covered, uncovered, size }: Sample, units: number): Sample {
  return { covered: covered + units, uncovered: uncovered - units, size };
}

/** The rate, give or take so many of its standard errors; not clipped. */
function aroundRate({ covered, uncovered, size }: Sample, deviate: number): CoverageInterval {
  const rate = covered / size;
  const spread = deviate * Math.sqrt(((covered / size) * (uncovered / size)) / size);
  return { low: rate - spread, high: rate + spread };
}

/** The larger root of Wilson's quadratic equation, times size + z². */
function largerRoot({ covered, uncovered, size }: Sample, deviate: number): number {
  return covered + deviate ** 2 / 2 + deviate * Math.sqrt(covered * (uncovered / size) + deviate ** 2 / 4);
}

/** The lower limit from the product of both roots, since their difference from the middle would lose digits near 0. */
function scoreLow(sample: Sample, deviate: number): number {
  const { covered, size } = sample;
  return covered === 0 ? 0 : (covered / size) * (covered / largerRoot(sample, deviate));
}

/** The upper limit; above one half as what the lower limit of the uncovered units leaves, so that all gives just 1. */
function scoreHigh(sample: Sample, deviate: number): number {
  const { covered, uncovered, size } = sample;
  if (covered > uncovered) return 1 - scoreLow({ covered: uncovered, uncovered: covered, size }, deviate);
  return largerRoot(sample, deviate) / (size + deviate ** 2);
}
