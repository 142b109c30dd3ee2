import { CalculationError } from "../errors.ts";

/** The bands that units were in, twice, and the order of the bands. */
export interface BandColumns {
  /** The band of each unit before; `undefined` where it had none. */
  readonly before: readonly (string | undefined)[];
  /** The band of each unit after; `undefined` where it has none. */
  readonly after: readonly (string | undefined)[];
  /** Every band once, from the lowest to the highest. */
  readonly order: readonly string[];
}

/** Where a unit stood before and after: the places of its bands, from 0; `undefined` where it had none. */
export interface BandPlaces {
  /** Before. */
  readonly from: number | undefined;
  /** After. */
  readonly to: number | undefined;
}

/** The most bands: a table of moves has a row and a column for each. */
const mostBands = 400;

/** The places of each unit's bands in the order of the bands. */
export function bandPlaces(calculator: string, { before, after, order }: BandColumns): readonly BandPlaces[] {
  if (before.length === 0) throw new CalculationError(calculator, "emptyInput", { name: "before" });
  requireLength(calculator, "after", after, before.length);
  if (order.length === 0) throw new CalculationError(calculator, "emptyInput", { name: "order" });
  if (order.length > mostBands) {
    throw new CalculationError(calculator, "outOfRange", {
      name: "the number of bands in order",
      requirement: `at most ${mostBands.toLocaleString("en")}`,
      found: String(order.length),
    });
  }
  const places = new Map(order.map((band, place) => [band, place]));
  if (places.size < order.length) {
    const twice = order.find((band, place) => places.get(band) !== place) ?? "";
    const requirement = `every band once in order; found ${JSON.stringify(twice)} twice`;
    throw new CalculationError(calculator, "conflict", { requirement });
  }
  const placeOf = (name: string, row: number, band: string | undefined): number | undefined => {
    const place = band === undefined ? undefined : places.get(band);
    if (band === undefined || place !== undefined) return place;
    throw new CalculationError(calculator, "invalidValue", {
      name: `${name}, row ${row + 1},`,
      requirement: "one of the bands in order",
      found: JSON.stringify(band),
    });
  };
  return before.map((band, row) => ({
    from: placeOf("before", row, band),
    to: placeOf("after", row, after[row]),
  }));
}

/** Refuses a column that is not as long as the others. */
export function requireLength(
  calculator: string,
  name: string,
  { length: found }: readonly unknown[],
  expected: number,
): void {
  if (found !== expected) throw new CalculationError(calculator, "sizeMismatch", { name, expected, found });
}
