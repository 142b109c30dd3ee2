import { CalculationError } from "../errors.ts";
import { exactText } from "../exact/decimal.ts";
import { compareFractions, type Fraction } from "../exact/fraction.ts";

/** A band of scores, such as three stars: from its lower bound up to, not including, that of the next. */
export interface ScoreBand {
  /** Its name. */
  readonly name: string;
  /** The lowest score that belongs to it. */
  readonly lowerBound: Fraction;
}

/** A score and the bands it may fall in. */
export interface ScoreBandInput {
  /** The score, not rounded. */
  readonly score: Fraction;
  /** The bands, from the lowest to the highest. */
  readonly bands: readonly ScoreBand[];
}

/**
 * The band that a score falls in; a boundary belongs to the band above it.
 *
 * Bands are half-open and touch: no score falls between two of them, and the highest has no upper end. The one surprise:
 * 79.99 is not 80, however it prints; and a score below the lowest bound is in no band, for which the answer is
 * `undefined`.
 *
 * **Units.** Score and bounds in one unit. One organisation's score.
 *
 * **Errors.** `emptyInput` without bands; `conflict` where the bounds do not rise from each band to the next.
 *
 * **Source.** Microsoft, LOOKUP function: a value that is not found matches the largest value below it; what is found
 * matches itself.
 *
 * @throws CalculationError `emptyInput` without bands
 * @throws CalculationError `conflict` where the lower bounds do not rise strictly
 *
 * @example
 * const bands = [{ name: "three stars", lowerBound: exact(60) }, { name: "four stars", lowerBound: exact(80) }];
 * scoreBand({ score: exact(80), bands }) //=> "four stars"
 * scoreBand({ score: exact("79.99"), bands }) //=> "three stars"
 * scoreBand({ score: exact(59), bands }) //=> undefined
 * scoreBand({ score: exact(59), bands: [...bands].reverse() }) //=> throws conflict
 */
export function scoreBand({ score, bands }: ScoreBandInput): string | undefined {
  requireRisingBounds("scoreBand", bands);
  return bandOf(score, bands)?.name;
}

/** The highest band whose lower bound a score reaches, among bands whose bounds rise. */
export function bandOf(score: Fraction, bands: readonly ScoreBand[]): ScoreBand | undefined {
  return bands.filter(({ lowerBound }) => compareFractions(lowerBound, score) <= 0).at(-1);
}

/** Refuses bands that are none, or whose lower bounds do not rise. */
export function requireRisingBounds(calculator: string, bands: readonly ScoreBand[]): void {
  if (bands.length === 0) throw new CalculationError(calculator, "emptyInput", { name: "bands" });
  bands.forEach(({ lowerBound }, index) => {
    const below = bands[index - 1]?.lowerBound;
    if (below === undefined || compareFractions(below, lowerBound) < 0) return;
    const found = `${exactText(lowerBound)} after ${exactText(below)}`;
    const requirement = `lower bounds that rise from each band to the next; found ${found}`;
    throw new CalculationError(calculator, "conflict", { requirement });
  });
}
