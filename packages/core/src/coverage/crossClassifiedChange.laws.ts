import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { isClose } from "./changes.laws.ts";
import { coverageChange } from "./coverageChange.ts";
import { crossClassifiedChange, type CrossClassifiedChangeInput } from "./crossClassifiedChange.ts";

type Cross = typeof crossClassifiedChange;
interface Cell {
  readonly first: string;
  readonly second: string;
  readonly coveredBefore: number;
  readonly eligibleBefore: number;
  readonly coveredAfter: number;
  readonly eligibleAfter: number;
}

const counts = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99));
/** Two to four areas by two to four sizes, every cell with eligible units at both dates. */
const tables = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([areas, sizes]) =>
    fc.array(counts, { minLength: areas * sizes, maxLength: areas * sizes }).map((cells) =>
      cells.map(([c1, more1, c2, more2], index): Cell => ({
        first: `area ${index % areas}`,
        second: `size ${Math.floor(index / areas)}`,
        coveredBefore: c1,
        eligibleBefore: c1 + more1 + 1,
        coveredAfter: c2,
        eligibleAfter: c2 + more2 + 1,
      })),
    ),
  );

const columns = (cells: readonly Cell[]): CrossClassifiedChangeInput => ({
  first: cells.map((cell) => cell.first),
  second: cells.map((cell) => cell.second),
  coveredBefore: cells.map((cell) => cell.coveredBefore),
  eligibleBefore: cells.map((cell) => cell.eligibleBefore),
  coveredAfter: cells.map((cell) => cell.coveredAfter),
  eligibleAfter: cells.map((cell) => cell.eligibleAfter),
});
const partsOf = (result: ReturnType<Cross>): readonly number[] => [
  result.fromRates!,
  result.fromFirst!,
  result.fromSecond!,
];
/** Each structure by itself, as if the other were not there: what they share is counted twice. */
const oneByOne: Cross = ({ first, second, ...input }) => {
  const [one, other] = [first, second].map((group) => coverageChange({ group, ...input }).total);
  const honest = crossClassifiedChange({ first, second, ...input });
  return { ...honest, fromFirst: one!.fromStructure, fromSecond: other!.fromStructure };
};
const firstTakesAll: Cross = (input) => {
  const honest = crossClassifiedChange(input);
  return { ...honest, fromFirst: honest.fromFirst! + honest.fromSecond!, fromSecond: 0 };
};

export const crossClassifiedChangeLaws: readonly Law<Cross>[] = [
  {
    name: "D1 the parts add up to the change of the pooled rate, and both structures to Kitagawa's over the cells",
    property: (calculator) =>
      fc.property(tables, (cells) => {
        const result = calculator(columns(cells));
        const { group, ...input } = {
          ...columns(cells),
          group: cells.map((cell) => cell.first + cell.second),
        };
        const { total } = coverageChange({ group, ...input });
        const [rates = NaN, first, second] = partsOf(result);
        return (
          rates === total.fromRates &&
          isClose(first! + second!, total.fromStructure!, 100) &&
          isClose(rates + first! + second!, result.points!, 100)
        );
      }),
    broken: oneByOne,
  },
  {
    name: "D2 with the dates swapped every part changes its sign",
    property: (calculator) =>
      fc.property(tables, (cells) => {
        const back = cells.map((cell) => ({
          ...cell,
          coveredBefore: cell.coveredAfter,
          eligibleBefore: cell.eligibleAfter,
          coveredAfter: cell.coveredBefore,
          eligibleAfter: cell.eligibleBefore,
        }));
        const [one, other] = [cells, back].map((some) => partsOf(calculator(columns(some))));
        return one!.every((part, index) => isClose(part, 0 - other![index]!, 100));
      }),
    broken: (input) => {
      const honest = crossClassifiedChange(input);
      return { ...honest, fromFirst: honest.fromFirst! + 1, fromSecond: honest.fromSecond! - 1 };
    },
  },
  {
    name: "D3 structures that stay have no part, and rates that stay have none",
    property: (calculator) =>
      fc.property(tables, fc.integer({ min: 1, max: 9 }), (cells, factor) => {
        const same = cells.map((cell) => ({ ...cell, eligibleAfter: cell.eligibleBefore * factor }));
        const [, first, second] = partsOf(calculator(columns(same)));
        return first === 0 && second === 0;
      }),
    broken: (input) => {
      const honest = crossClassifiedChange(input);
      return { ...honest, fromFirst: honest.fromRates };
    },
  },
  {
    name: "D5 with the structures swapped their parts are swapped, and the order of the cells changes nothing",
    property: (calculator) =>
      fc.property(tables, (cells) => {
        const turned = [...cells]
          .reverse()
          .map((cell) => ({ ...cell, first: cell.second, second: cell.first }));
        const [rates, first, second] = partsOf(calculator(columns(cells)));
        const [sameRates, asFirst, asSecond] = partsOf(calculator(columns(turned)));
        return rates === sameRates && isClose(first!, asSecond!, 100) && isClose(second!, asFirst!, 100);
      }),
    broken: firstTakesAll,
  },
];
