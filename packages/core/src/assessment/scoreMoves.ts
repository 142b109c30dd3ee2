import { type Count, count } from "../exact/count.ts";
import { type BandColumns, bandPlaces } from "./bandPlaces.ts";

/** The bands of units before and after, as columns. */
export type ScoreMovesInput = BandColumns;

/** The units that were in a band before. */
export interface MovesFromBand {
  /** The band before. */
  readonly band: string;
  /** How many of them are in each band after, in the order of the bands; who stayed included. */
  readonly to: readonly Count[];
  /** How many have no band after. */
  readonly gone: Count;
  /** How many are in a higher band after. */
  readonly promotions: Count;
  /** How many are in a lower one. */
  readonly demotions: Count;
}

/** How units moved between bands. */
export interface ScoreMoves {
  /** A row a band before, from the lowest to the highest. */
  readonly bands: readonly MovesFromBand[];
  /** How many of the units without a band before are in each band after. */
  readonly new: readonly Count[];
  /** All units in a higher band than before. */
  readonly promotions: Count;
  /** All units in a lower band than before. */
  readonly demotions: Count;
  /** All units in the same band as before. */
  readonly unchanged: Count;
  /** Units with no band either time: in no other number here. */
  readonly leftOut: Count;
}

/**
 * How many units moved from each band to each, with promotions and demotions.
 *
 * A row a band before and a column a band after, so that who stayed is on the diagonal. The one surprise: a unit with a
 * band only before is gone and one with a band only after is new; neither is promoted or demoted.
 *
 * **Units.** Counts of organisations, one a row; `order` runs from the lowest band to the highest.
 *
 * **Errors.** `emptyInput` without units or bands; `sizeMismatch` for columns of different length; `invalidValue` for a
 * band that is not in the order; `conflict` for one that is there twice; `outOfRange` for more than 400 bands.
 *
 * **Source.** Prais, Measuring Social Mobility, Journal of the Royal Statistical Society A 118, 1955: the table of moves
 * from class to class.
 *
 * @throws CalculationError `emptyInput` without units or bands
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `invalidValue` for a band that is not in the order
 * @throws CalculationError `conflict` for a band that is in the order twice
 * @throws CalculationError `outOfRange` for more than 400 bands
 *
 * @example
 * const order = ["one star", "two stars"];
 * const years = { before: ["one star", "two stars", undefined], after: ["two stars", "two stars", "one star"], order };
 * scoreMoves(years).bands[0] //=> { band: "one star", to: [0, 1], gone: 0, promotions: 1, demotions: 0 }
 * scoreMoves(years).new //=> [1, 0]
 * scoreMoves({ ...years, order: ["one star"] }) //=> throws invalidValue
 */
export function scoreMoves(input: ScoreMovesInput): ScoreMoves {
  const { order } = input;
  // Checked first: a table of very many bands would not fit the memory.
  const places = bandPlaces("scoreMoves", input);
  const rows = order.map(() => ({ to: order.map(() => 0), gone: 0 }));
  const appeared = order.map(() => 0);
  let leftOut = 0;
  for (const { from, to } of places) {
    const row = from === undefined ? undefined : rows[from];
    if (row === undefined && to === undefined) leftOut += 1;
    else if (row === undefined) addOne(appeared, to);
    else if (to === undefined) row.gone += 1;
    else addOne(row.to, to);
  }
  const bands = rows.map(({ to, gone }, place) => ({
    band: order[place] ?? "",
    to: to.map((units) => count(units)),
    gone: count(gone),
    promotions: sum(to.slice(place + 1)),
    demotions: sum(to.slice(0, place)),
  }));
  return {
    bands,
    new: appeared.map((units) => count(units)),
    promotions: sum(bands.map(({ promotions }) => promotions)),
    demotions: sum(bands.map(({ demotions }) => demotions)),
    unchanged: sum(bands.map(({ to }, place) => to[place] ?? 0)),
    leftOut: count(leftOut),
  };
}

function addOne(units: number[], place = 0): void {
  units[place] = (units[place] ?? 0) + 1;
}

function sum(units: readonly number[]): Count {
  return count(units.reduce((all, each) => all + each, 0));
}
