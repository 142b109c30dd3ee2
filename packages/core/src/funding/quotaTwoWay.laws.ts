import * as fc from "fast-check";
import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import { compareFractions, type Fraction, fraction, minus, over, plus, times } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import { type Weight, weight, weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { quotaApportion } from "./quotaApportion.ts";
import { quotaTwoWay, type QuotaTwoWayInput } from "./quotaTwoWay.ts";
import { anyContests, bestTables, sumOf, type Table, tinyContests, turned } from "./twoWayReference.laws.ts";

type TwoWay = typeof quotaTwoWay;

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The real answer with its places changed. */
const mistaken =
  (change: (places: Table, input: QuotaTwoWayInput) => Table): TwoWay =>
  (input) => {
    const real = quotaTwoWay(input);
    return { ...real, places: change(real.places, input) as Count[][] };
  };

/** Rows are served one after the other, by Webster, from what the columns have left. */
const rowByRow = mistaken((places, { weights, rowPlaces, columnPlaces }) => {
  const left = [...columnPlaces];
  try {
    return weights.map((row, index) => {
      const input = { places: rowPlaces[index]!, weights: row, method: "webster", maximum: left } as const;
      const cells = quotaApportion(input).places;
      cells.forEach((value, column) => (left[column] = count(left[column]! - value)));
      return cells;
    });
  } catch (error) {
    if (error instanceof CalculationError) return places;
    throw error;
  }
});

/** Every row by Webster, whatever the columns have. */
const rowsAlone = mistaken((places, { weights, rowPlaces }) =>
  weights.map((row, index) =>
    row.some(({ numerator }) => numerator > 0n)
      ? quotaApportion({ places: rowPlaces[index]!, weights: row, method: "webster" }).places
      : places[index]!,
  ),
);

/** A place traded round the first four cells that have it, so that all sums stay. */
const tradedOnce = mistaken((places) => {
  const cells = places.map((row) => [...row]);
  for (const [upper, above] of cells.entries()) {
    for (const below of cells.slice(upper + 1)) {
      const left = above.findIndex((value) => value > 0);
      const right = below.findIndex((value, column) => value > 0 && column !== left);
      if (left < 0 || right < 0) continue;
      above[left]! -= 1;
      above[right]! += 1;
      below[left]! += 1;
      below[right]! -= 1;
      return cells;
    }
  }
  return cells;
});

/** Zeros taken for a small weight. */
const zerosFilled: TwoWay = (input) => {
  const small = weight("0.01");
  const filled = input.weights.map((row) => row.map((value) => (value.numerator === 0n ? small : value)));
  return quotaTwoWay({ ...input, weights: filled });
};

/** The last of the tied tables instead of the first. */
const fromTheEnd: TwoWay = (input) => {
  const reversed = quotaTwoWay({
    weights: [...input.weights].reverse(),
    rowPlaces: [...input.rowPlaces].reverse(),
    columnPlaces: input.columnPlaces,
  });
  const last = input.weights.length - 1;
  return {
    ...reversed,
    places: [...reversed.places].reverse(),
    rowDivisors: [...reversed.rowDivisors].reverse(),
    ties: reversed.ties.map(({ cells, served }) => ({
      cells: cells.map((cell) => ({ ...cell, row: last - cell.row })),
      served: served.map((cell) => ({ ...cell, row: last - cell.row })),
    })),
  };
};

const scales = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map((pair) => fraction(...pair));
const scaled = (value: Weight, scale: Fraction): Weight => weightOf(times(value, scale));
const half = fraction(1n, 2n);

/** Whether each cell is its weight over its divisors, rounded to the nearest whole number. */
function isRounding(input: QuotaTwoWayInput, answer: ReturnType<TwoWay>): boolean {
  return answer.places.every((row, index) =>
    row.every((value, column) => {
      const divisor = times(answer.rowDivisors[index]!, answer.columnDivisors[column]!);
      const share = over(input.weights[index]![column]!, divisor);
      const whole = fraction(BigInt(value));
      return (
        divisor.numerator > 0n &&
        compareFractions(minus(whole, half), share) <= 0 &&
        compareFractions(share, plus(whole, half)) <= 0
      );
    }),
  );
}

/** What holds for every table of places. */
export const quotaTwoWayLaws: readonly Law<TwoWay>[] = [
  {
    name: "rows and columns add up to their places",
    property: (twoWay) =>
      fc.property(anyContests, (input) => {
        const { places } = twoWay(input);
        return (
          equal(places.map(sumOf), input.rowPlaces) && equal(turned(places).map(sumOf), input.columnPlaces)
        );
      }),
    broken: rowsAlone,
  },
  {
    name: "certificate: every cell is its weight over the divisors of its row and column, rounded to the nearest",
    property: (twoWay) => fc.property(anyContests, (input) => isRounding(input, twoWay(input))),
    broken: tradedOnce,
  },
  {
    name: "weight zero gets nothing",
    property: (twoWay) =>
      fc.property(anyContests, (input) =>
        twoWay(input).places.every((row, index) =>
          row.every((value, column) => value === 0 || input.weights[index]![column]!.numerator > 0n),
        ),
      ),
    broken: zerosFilled,
  },
  {
    name: "rows as columns and columns as rows get the same places, where nothing is tied, and the same tied cells",
    property: (twoWay) =>
      fc.property(anyContests, (input) => {
        const one = twoWay(input);
        const other = twoWay({
          weights: turned(input.weights),
          rowPlaces: input.columnPlaces,
          columnPlaces: input.rowPlaces,
        });
        const cells = (answer: ReturnType<TwoWay>, isTurned: boolean): string[] =>
          answer.ties
            .flatMap((tie) => tie.cells)
            .map(({ row, column }) => (isTurned ? `${column}, ${row}` : `${row}, ${column}`))
            .sort();
        return (
          equal(cells(one, false), cells(other, true)) &&
          (one.ties.length > 0 || equal(turned(one.places), other.places))
        );
      }),
    broken: rowByRow,
  },
  {
    name: "the scale of a row or a column does not matter, nor that of all weights",
    property: (twoWay) =>
      fc.property(anyContests, scales, scales, fc.nat(), fc.nat(), (input, one, other, row, column) => {
        const weights = input.weights.map((values, index) =>
          values.map((value, at) => {
            const inRow = index === row % input.weights.length ? scaled(value, one) : value;
            return at === column % values.length ? scaled(inRow, other) : inRow;
          }),
        );
        const [before, after] = [twoWay(input), twoWay({ ...input, weights })];
        return equal(before.places, after.places) && equal(before.ties, after.ties);
      }),
    broken: rowByRow,
  },
  {
    name: "a table of places, taken as weights, gives itself, and nothing is tied",
    property: (twoWay) =>
      fc.property(anyContests, (input) => {
        if (sumOf(input.rowPlaces) === 0) return true;
        const { places } = twoWay(input);
        const weights = places.map((row) => row.map((value) => weight(value)));
        const again = twoWay({ ...input, weights });
        return equal(again.places, places) && again.ties.length === 0;
      }),
    broken: tradedOnce,
  },
  {
    name: "every row is Webster's apportionment of its places by its weights over the divisors of the columns",
    property: (twoWay) =>
      fc.property(anyContests, (input) => {
        const { places, columnDivisors } = twoWay(input);
        return input.weights.every((row, index) => {
          const divided = row.map((value, column) => weightOf(over(value, columnDivisors[column]!)));
          if (input.rowPlaces[index] === 0) return sumOf(places[index]!) === 0;
          const { places: own, ties } = quotaApportion({
            places: input.rowPlaces[index]!,
            weights: divided,
            method: "webster",
          });
          return ties.length > 0 || equal(own, places[index]);
        });
      }),
    broken: rowByRow,
  },
  {
    name: "one row alone has the places of the columns",
    property: (twoWay) =>
      fc.property(
        fc.array(fc.record({ size: fc.integer({ min: 1, max: 99 }), places: fc.nat({ max: 20 }) }), {
          minLength: 1,
          maxLength: 8,
        }),
        (columns) => {
          const columnPlaces = columns.map(({ places }) => count(places));
          const weights = [columns.map(({ size }) => weight(size))];
          const input = { weights, rowPlaces: [count(sumOf(columnPlaces))], columnPlaces };
          return equal(twoWay(input).places, [columnPlaces]);
        },
      ),
    broken: rowsAlone,
  },
  {
    name: "consistency: some of the rows, with the places they have, have them again",
    property: (twoWay) =>
      fc.property(anyContests, fc.nat({ max: 63 }), (input, chosen) => {
        const { places } = twoWay(input);
        const rows = input.rowPlaces.map((_, row) => row).filter((row) => (chosen >> row) & 1);
        const have = rows.map((row) => places[row]!);
        const hasWeight = rows.some((row) => input.weights[row]!.some(({ numerator }) => numerator > 0n));
        if (!hasWeight) return true;
        const some = {
          weights: rows.map((row) => input.weights[row]!),
          rowPlaces: rows.map((row) => input.rowPlaces[row]!),
          columnPlaces: turned(have).map((column) => count(sumOf(column))),
        };
        return equal(twoWay(some).places, have);
      }),
    broken: rowByRow,
  },
  {
    name: "of all best tables, found one by one, it is the first: cells row by row, the larger first",
    property: (twoWay) =>
      fc.property(tinyContests, (input) => equal(twoWay(input).places, bestTables(input)[0])),
    broken: fromTheEnd,
  },
  {
    name: "the tied cells are those in which best tables differ; the served have the larger number",
    property: (twoWay) =>
      fc.property(tinyContests, (input) => {
        const tables = bestTables(input);
        const { places, ties } = twoWay(input);
        const named = (cells: readonly { readonly row: number; readonly column: number }[]): string[] =>
          cells.map(({ row, column }) => `${row}, ${column}`).sort();
        const differing = places.flatMap((row, index) =>
          row
            .map((_, column) => ({ row: index, column }))
            .filter(({ column }) =>
              tables.some((table) => table[index]![column] !== tables[0]![index]![column]),
            ),
        );
        const larger = differing.filter(({ row, column }) =>
          tables.some((table) => table[row]![column]! < places[row]![column]!),
        );
        return (
          equal(named(ties.flatMap(({ cells }) => cells)), named(differing)) &&
          equal(named(ties.flatMap(({ served }) => served)), named(larger))
        );
      }),
    broken: (input) => ({ ...quotaTwoWay(input), ties: [] }),
  },
  {
    name: "it is refused exactly where no table has these sums and zeros",
    property: (twoWay) =>
      fc.property(
        fc.array(fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: 3, maxLength: 3 }), {
          minLength: 2,
          maxLength: 3,
        }),
        fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }),
        fc.nat({ max: 9 }),
        fc.nat({ max: 9 }),
        (sizes, columns, first, second) => {
          const all = sumOf(columns);
          const one = Math.min(first, all);
          const two = sizes.length === 2 ? all - one : Math.min(second, all - one);
          const rows = sizes.length === 2 ? [one, two] : [one, two, all - one - two];
          const input = {
            weights: sizes.map((row) => row.map((value) => weight(value))),
            rowPlaces: rows.map((value) => count(value)),
            columnPlaces: columns.map((value) => count(value)),
          };
          if (all > 0 && sizes.flat().every((value) => value === 0)) return true;
          const isRefused = refusesWith("infeasibleBounds", () => twoWay(input));
          return isRefused === (bestTables(input).length === 0);
        },
      ),
    broken: zerosFilled,
  },
  {
    name: "nothing that was handed in is changed",
    property: (twoWay) =>
      fc.property(anyContests, (input) => {
        const shown = ({ weights, rowPlaces, columnPlaces }: QuotaTwoWayInput): string =>
          [weights.flat().map(({ numerator }) => numerator), rowPlaces, columnPlaces].join("; ");
        const before = shown(input);
        twoWay(input);
        return shown(input) === before;
      }),
    broken: (input) => {
      (input.weights as Weight[][])[0]!.push(weight(1));
      return { places: [], rowDivisors: [], columnDivisors: [], ties: [] };
    },
  },
];
