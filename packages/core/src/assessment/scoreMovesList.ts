import { type BandColumns, type BandPlaces, bandPlaces, requireLength } from "./bandPlaces.ts";

/** The names of units and their bands before and after, as columns. */
export interface ScoreMovesListInput extends BandColumns {
  /** The name of each unit, which is an organisation; `undefined` where it is missing. */
  readonly unit: readonly (string | undefined)[];
}

/** What a unit's move is. */
export type BandMove = "up" | "down" | "new" | "gone";

/** A unit that moved. */
export interface MovedUnit {
  /** Its name. */
  readonly unit: string | undefined;
  /** Its band before; `undefined` where it is new. */
  readonly before: string | undefined;
  /** Its band after; `undefined` where it is gone. */
  readonly after: string | undefined;
  /** How many bands it rose, below 0 where it fell; `undefined` where it is new or gone. */
  readonly steps: number | undefined;
  /** Which way. */
  readonly move: BandMove;
}

/**
 * The units that moved between bands, with how many steps and which way.
 *
 * In the order given. The one surprise: units that stayed in their band are not listed, and neither are units with no
 * band either time; `scoreMoves` counts both.
 *
 * **Units.** Steps count bands; `order` runs from the lowest band to the highest. Units are organisations.
 *
 * **Errors.** `emptyInput` without units or bands; `sizeMismatch` for columns of different length; `invalidValue` for a
 * band that is not in the order; `conflict` for one that is there twice; `outOfRange` for more than 400 bands.
 *
 * **Source.** Prais, Measuring Social Mobility, Journal of the Royal Statistical Society A 118, 1955: moves from class
 * to class.
 *
 * @throws CalculationError `emptyInput` without units or bands
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `invalidValue` for a band that is not in the order
 * @throws CalculationError `conflict` for a band that is in the order twice
 * @throws CalculationError `outOfRange` for more than 400 bands
 *
 * @example
 * const order = ["one star", "two stars", "three stars"];
 * const years = { unit: ["A", "B"], before: ["three stars", "two stars"], after: ["one star", "two stars"], order };
 * scoreMovesList(years) //=> [{ unit: "A", before: "three stars", after: "one star", steps: -2, move: "down" }]
 * scoreMovesList({ ...years, unit: ["A"] }) //=> throws sizeMismatch
 */
export function scoreMovesList(input: ScoreMovesListInput): readonly MovedUnit[] {
  const { unit, before, after } = input;
  const places = bandPlaces("scoreMovesList", input);
  requireLength("scoreMovesList", "unit", unit, before.length);
  return places.flatMap((place, row) => {
    const move = moveOf(place);
    if (move === undefined) return [];
    return [{ unit: unit[row], before: before[row], after: after[row], ...move }];
  });
}

function moveOf({ from, to }: BandPlaces): Pick<MovedUnit, "steps" | "move"> | undefined {
  if (from === to) return undefined;
  if (from === undefined) return { steps: undefined, move: "new" };
  if (to === undefined) return { steps: undefined, move: "gone" };
  return { steps: to - from, move: to > from ? "up" : "down" };
}
