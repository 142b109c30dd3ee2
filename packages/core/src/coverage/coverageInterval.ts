import { CalculationError } from "../errors.ts";
import type { Count } from "../exact/count.ts";
import { exactText } from "../exact/decimal.ts";
import { compareFractions, type Fraction, fraction, toNumber } from "../exact/fraction.ts";
import {
  type CoverageInterval,
  type IntervalMethod,
  intervalMethods,
  type Sample,
} from "./intervalMethods.ts";

/** A sample, what is covered in it, and how the interval is to be calculated. */
export interface CoverageIntervalInput {
  /** Covered units in the sample. */
  readonly covered: Count;
  /** Units in the sample. */
  readonly sample: Count;
  /** How often such intervals hold the true rate, as a fraction; 0.95 unless told. */
  readonly confidence?: Fraction | undefined;
  /** The method; `wilson` unless told. */
  readonly method?: IntervalMethod | undefined;
  /** Units that the sample was drawn from without putting any back; so many that it does not matter unless told. */
  readonly population?: Count | undefined;
}

const usualConfidence = fraction(19n, 20n);
/** Fifteen nines, as close to 1 as a cell shows. */
const highestConfidence = fraction(10n ** 15n - 1n, 10n ** 15n);
const methodsForPopulations: ReadonlySet<IntervalMethod> = new Set(["wilson", "wald", "agresti-coull"]);

/**
 * The interval that a sample gives for the coverage rate of the units it was drawn from.
 *
 * Two-sided and equal-tailed. The one surprise: a full count has no interval, so a sample of the whole `population`
 * gives its rate twice; a smaller one counts as n(N-1)/(N-n) units with the same rate. Only `wald` and `agresti-coull`
 * may leave 0 to 1.
 *
 * **Units.** Limits and `confidence` are fractions: 0.95, not 95. `population` goes with `wilson`, `wald` and
 * `agresti-coull`.
 *
 * **Errors.** `divisionByZero` for a sample of none; `outOfRange` for more covered than sampled, more sampled than
 * there are, and a confidence that cannot be; `conflict` for a population with another method.
 *
 * **Source.** R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods",
 * Statistics in Medicine 17 (1998) 857-872, methods 1, 3, 4 and 5; A. Agresti and B. A. Coull, "Approximate is better
 * than 'exact' for interval estimation of binomial proportions", The American Statistician 52 (1998) 119-126; for
 * populations W. G. Cochran, Sampling Techniques, 3rd edition (1977), section 3.2.
 *
 * @throws CalculationError `divisionByZero` for a sample of none
 * @throws CalculationError `outOfRange` for more covered than sampled, or more sampled than the population
 * @throws CalculationError `outOfRange` for a confidence not above 0, or above 0.999999999999999
 * @throws CalculationError `conflict` for a population with `wilson-continuity` or `clopper-pearson`
 *
 * @example
 * const { low, high } = coverageInterval({ covered: count(81), sample: count(263) });
 * [low.toFixed(4), high.toFixed(4)] //=> ["0.2553", "0.3662"]
 * coverageInterval({ covered: count(3), sample: count(4), population: count(4) }) //=> { low: 0.75, high: 0.75 }
 * coverageInterval({ covered: count(5), sample: count(4) }) //=> throws outOfRange
 */
export function coverageInterval({
  covered,
  sample,
  confidence = usualConfidence,
  method = "wilson",
  population,
}: CoverageIntervalInput): CoverageInterval {
  requireSample({ covered, sample, population });
  requireConfidence(confidence);
  if (population !== undefined && !methodsForPopulations.has(method)) {
    throw new CalculationError("coverageInterval", "conflict", {
      requirement: `a method that takes a population (wilson, wald, agresti-coull); found ${method}`,
    });
  }
  if (population === sample) return { low: covered / sample, high: covered / sample };
  return intervalMethods[method](effectiveSample({ covered, sample, population }), confidence);
}

type DrawnSample = Pick<CoverageIntervalInput, "covered" | "sample" | "population">;

function requireSample({ covered, sample, population }: DrawnSample): void {
  if (sample === 0) throw new CalculationError("coverageInterval", "divisionByZero", { name: "sample" });
  if (covered > sample) throw outOfRange("covered", `at most sample (${sample})`, covered);
  if (population !== undefined && sample > population) {
    throw outOfRange("sample", `at most population (${population})`, sample);
  }
}

function requireConfidence(confidence: Fraction): void {
  if (confidence.numerator > 0n && compareFractions(confidence, highestConfidence) <= 0) return;
  const requirement = `a fraction above 0, at most ${exactText(highestConfidence)}`;
  throw outOfRange("confidence", requirement, exactText(confidence));
}

function outOfRange(name: string, requirement: string, found: number | string): CalculationError {
  return new CalculationError("coverageInterval", "outOfRange", { name, requirement, found: String(found) });
}

/** A sample of n out of N, without putting back, tells as much as n(N-1)/(N-n) units out of endlessly many. */
function effectiveSample({ covered, sample, population }: DrawnSample): Sample {
  const uncovered = sample - covered;
  if (population === undefined) return { covered, uncovered, size: sample };
  const [drawn, all] = [BigInt(sample), BigInt(population)];
  const scaled = (units: number): number => toNumber(fraction(BigInt(units) * (all - 1n), all - drawn));
  return { covered: scaled(covered), uncovered: scaled(uncovered), size: scaled(sample) };
}
