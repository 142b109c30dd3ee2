import { exact, type GradingPolicy, scoreBand, scoreWeighted } from "@tallykit/core";

/** A made-up unit with its scores in two years; no organisation is behind it. */
export interface SyntheticUnit {
  /** A name that says nothing: "unit 0001". */
  readonly unit: string;
  /** This year's score in each dimension, a whole number from 0 to 100. */
  readonly thisYear: readonly number[];
  /** Last year's; `undefined` throughout for a unit that was not graded then. */
  readonly lastYear: readonly (number | undefined)[];
}

/** How many units each band is to have this year, from the lowest: 1,873 in all, 112 of them with five stars. */
const unitsInBands = [100, 361, 800, 500, 112];
/** Around which score the dimensions of each band's units lie. */
const centres = [50, 65, 75, 84, 92];
const fixedSeed = 20161223;

/**
 * A register of 1,873 made-up units, scored on the dimensions of a policy of five bands; the same every time.
 *
 * Each unit's scores are drawn until they fall into the band it is meant for, so that the bands come out with the
 * numbers above whatever the weights are. Last year's scores lie some points to either side; one unit in thirty has none.
 */
export function syntheticScores(policy: GradingPolicy, seed = fixedSeed): readonly SyntheticUnit[] {
  const next = generator(seed);
  const near = (score: number, spread: number): number =>
    Math.min(100, Math.max(0, score + Math.round((next() * 2 - 1) * spread)));
  const bands = shuffled(
    unitsInBands.flatMap((units, band) => Array.from({ length: units }, () => band)),
    next,
  );
  return bands.map((band, index) => {
    const thisYear = drawn(policy, band, () => policy.dimensions.map(() => near(centres[band] ?? 0, 15)));
    const isNew = next() < 1 / 30;
    return {
      unit: `unit ${String(index + 1).padStart(4, "0")}`,
      thisYear,
      lastYear: thisYear.map((score) => (isNew ? undefined : near(score - 1, 8))),
    };
  });
}

/** Draws scores until they fall into a band. */
function drawn(policy: GradingPolicy, band: number, draw: () => readonly number[]): readonly number[] {
  const { bands, dimensions } = policy;
  const weights = dimensions.map(({ weight }) => weight);
  for (;;) {
    const numbers = draw();
    const { score } = scoreWeighted({ scores: numbers.map((number) => exact(number)), weights });
    if (score !== undefined && scoreBand({ score, bands }) === bands[band]?.name) return numbers;
  }
}

/** The same values in a drawn order (Fisher and Yates). */
function shuffled(values: readonly number[], next: () => number): number[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [result[last], result[other]] = [result[other] ?? 0, result[last] ?? 0];
  }
  return result;
}

/** A generator of numbers from 0 to below 1 (xorshift, 32 bits). */
function generator(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
