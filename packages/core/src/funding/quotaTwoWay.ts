import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import { type Fraction, fraction, over } from "../exact/fraction.ts";
import { type Weight, wholeWeights } from "../exact/weight.ts";
import { sum } from "./boundedShares.ts";
import { divisorsOfLines } from "./twoWayDivisors.ts";
import { requireFilled } from "./twoWayFilled.ts";
import { shortestPaths } from "./twoWayPaths.ts";
import { searchTable } from "./twoWaySearch.ts";
import { at, type TwoWayContest } from "./twoWayTable.ts";
import { settleTies } from "./twoWayTies.ts";

/** Weights in rows and columns, and the places of each row and each column. */
export interface QuotaTwoWayInput {
  /** The weights, row by row: votes of a party (row) in a district (column), people of a kind in a park. */
  readonly weights: readonly (readonly Weight[])[];
  /** Places of each row. */
  readonly rowPlaces: readonly Count[];
  /** Places of each column; together as many as those of the rows. */
  readonly columnPlaces: readonly Count[];
}

/** A cell of the table, by its row and column in the input from 0. */
export interface TwoWayCell {
  /** The row. */
  readonly row: number;
  /** The column. */
  readonly column: number;
}

/** Cells that could trade a place among themselves: another table would be as good. */
export interface TwoWayTie {
  /** Every tied cell, row by row. */
  readonly cells: readonly TwoWayCell[];
  /** Those of them that have the place in question. */
  readonly served: readonly TwoWayCell[];
}

/** The places of each cell, and divisors that prove them. */
export interface TwoWayApportionment {
  /** Places, row by row, shaped as the weights. */
  readonly places: readonly (readonly Count[])[];
  /** A divisor of each row. */
  readonly rowDivisors: readonly Fraction[];
  /** A divisor of each column: a weight over the divisors of its row and column is rounded to its places. */
  readonly columnDivisors: readonly Fraction[];
  /** Cells that other tables, as good as this one, fill otherwise; none where the table is the only one. */
  readonly ties: readonly TwoWayTie[];
}

/**
 * Shares whole places over rows and columns at once, in proportion both ways.
 *
 * Every weight is divided by a divisor of its row and one of its column and rounded to the nearest whole number; the
 * divisors are such that every row and every column has its places. The one surprise: a cell may get fewer places than
 * one with a smaller weight in the same row, since its column has fewer to give. Of tied tables the first is taken,
 * cells compared row by row, the larger first; the tied cells are reported.
 *
 * **Units.** Places are whole. Only the ratio of weights matters, and even a whole row or column of them may be scaled.
 * Divisors are exact and rounded to few digits where that is possible; they are one choice of many.
 *
 * **Errors.** `emptyInput`, `sizeMismatch` and `allZero` for weights and places that do not go together;
 * `infeasibleBounds` where rows and columns have different sums, or where the zeros leave no table, naming the lines.
 *
 * **Source.** M. L. Balinski and G. Demange, An axiomatic approach to proportionality between matrices, Mathematics of
 * Operations Research 14 (1989); F. Pukelsheim, Proportional Representation, 2nd ed. (2017), chapters 14 and 15.
 *
 * @throws CalculationError `emptyInput` without weights
 * @throws CalculationError `sizeMismatch` for rows of unequal length, or places that are not one a row and one a column
 * @throws CalculationError `allZero` where no weight is above zero and there are places to share
 * @throws CalculationError `infeasibleBounds` for sums that differ, and for zeros that leave no table
 *
 * @example
 * const table = [[123, 45, 815], [912, 714, 414], [312, 255, 215]];
 * const weights = table.map((row) => row.map((value) => weight(value)));
 * const [rowPlaces, columnPlaces] = [[5, 11, 4].map((value) => count(value)), [7, 5, 8].map((value) => count(value))];
 * const answer = quotaTwoWay({ weights, rowPlaces, columnPlaces });
 * answer.places.map((row) => row.join(" ")) //=> ["1 0 4", "4 4 3", "2 1 1"]
 * [answer.rowDivisors[1], answer.columnDivisors[0]] //=> [exact("0.973"), exact(214)]
 * answer.ties //=> []
 * quotaTwoWay({ weights, rowPlaces, columnPlaces: rowPlaces.slice(1) }) //=> throws sizeMismatch
 * quotaTwoWay({ weights: [[weight(0)], [weight(1)]], rowPlaces: [count(1), count(0)], columnPlaces: [count(1)] }) //=> throws infeasibleBounds
 */
export function quotaTwoWay(input: QuotaTwoWayInput): TwoWayApportionment {
  const { contest, scale } = prepareContest(input);
  const { rows, columns } = contest;
  const table = searchTable(contest);
  requireFilled(table);
  const paths = shortestPaths(table, Array.from(contest.places.keys()));
  const { groups, cells } = settleTies(table, paths);
  const divisors = divisorsOfLines(table, paths, groups);
  const upper = divisors.slice(rows).map((divisor) => over(divisor, scale));
  // A tied cell that has the place in question stands above its rounding boundary.
  const isServed = (cell: number): boolean => {
    const [row, column] = [at(divisors, table.rowOf(cell)), at(divisors, table.columnOf(cell))];
    const top = (2n * at(table.cells, cell) - 1n) * row.numerator * column.numerator;
    return top === 2n * at(contest.weights, cell) * row.denominator * column.denominator;
  };
  const cellOf = (cell: number): TwoWayCell => ({
    row: Math.floor(cell / columns),
    column: cell % columns,
  });
  return {
    places: Array.from({ length: rows }, (_, row) =>
      table.cells.slice(row * columns, (row + 1) * columns).map((value) => count(Number(value))),
    ),
    rowDivisors: divisors.slice(0, rows),
    columnDivisors: upper,
    ties: cells
      .filter((tied) => tied.length > 0)
      .map((tied) => ({ cells: tied.map(cellOf), served: tied.filter(isServed).map(cellOf) })),
  };
}

/** Checks sizes and sums and takes the weights as whole numbers: `scale` times those given. */
function prepareContest({ weights, rowPlaces, columnPlaces }: QuotaTwoWayInput): {
  readonly contest: TwoWayContest;
  readonly scale: Fraction;
} {
  const columns = weights[0]?.length ?? 0;
  if (columns === 0) throw new CalculationError("quotaTwoWay", "emptyInput", { name: "weights" });
  requireSize("rowPlaces", weights.length, rowPlaces.length);
  requireSize("columnPlaces", columns, columnPlaces.length);
  weights.forEach((row, index) => {
    requireSize(`row ${index + 1} of weights`, columns, row.length);
  });
  const given = weights.flat();
  const wholes = wholeWeights(given);
  const places = [...rowPlaces, ...columnPlaces].map(BigInt);
  const [down, across] = [sum(places.slice(0, weights.length)), sum(places.slice(weights.length))];
  if (down !== across) {
    throw new CalculationError("quotaTwoWay", "infeasibleBounds", {
      requirement: `as many places in rowPlaces (${down}) as in columnPlaces (${across})`,
      by: String(down > across ? down - across : across - down),
    });
  }
  const first = wholes.findIndex((weight) => weight > 0n);
  if (first < 0 && down > 0n) throw new CalculationError("quotaTwoWay", "allZero", { name: "weights" });
  return {
    contest: { rows: weights.length, columns, weights: wholes, places },
    scale: first < 0 ? fraction(1n) : over(fraction(at(wholes, first)), at(given, first)),
  };
}

function requireSize(name: string, expected: number, found: number): void {
  if (expected === found) return;
  throw new CalculationError("quotaTwoWay", "sizeMismatch", { name, expected, found });
}
