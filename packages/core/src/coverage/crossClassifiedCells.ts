import { type Fraction, fraction } from "../exact/fraction.ts";
import type { DatedRates } from "./changeRates.ts";
import { sumOfFractions } from "./fractionSum.ts";
import type { Counts } from "./kitagawa.ts";
import { squareRoot } from "../exact/squareRoot.ts";

/** Eligible units at both dates. */
interface Eligible {
  before: bigint;
  after: bigint;
}

/** A cell of two structures: its counts, and the eligible units of its two classes. */
export interface Cell {
  /** The cell's own counts. */
  readonly counts: Counts;
  /** The units of its class in the first structure. */
  readonly first: Eligible;
  /** The units of its class in the second structure. */
  readonly second: Eligible;
}

/** The name of a cell: its pair of classes as text that no other pair makes. */
export function cellName(first: string, second: string): string {
  return JSON.stringify([first, second]);
}

/** The cells that can be counted, by name, each with its classes, which are summed over such cells only. */
export function cellsOf(groups: ReadonlyMap<string, DatedRates>): readonly Cell[] {
  const classes = { first: new Map<string, Eligible>(), second: new Map<string, Eligible>() };
  const cells: Cell[] = [];
  for (const [name, { counts }] of groups) {
    if (counts === undefined) continue;
    const [first, second] = JSON.parse(name) as readonly [string, string];
    const cell = { counts, first: classOf(classes.first, first), second: classOf(classes.second, second) };
    for (const each of [cell.first, cell.second]) {
      each.before += BigInt(counts.eligibleBefore);
      each.after += BigInt(counts.eligibleAfter);
    }
    cells.push(cell);
  }
  return cells;
}

function classOf(classes: Map<string, Eligible>, name: string): Eligible {
  const known = classes.get(name);
  if (known !== undefined) return known;
  const created = { before: 0n, after: 0n };
  classes.set(name, created);
  return created;
}

/**
 * By how much more than half of a cell's structural part goes to the first structure.
 *
 * With the factors A and B of the share at each date, (A2-A1)(B1+B2)/2 is half the change of AB and half of A2 B1 - A1 B2,
 * which is the root of the two shares' product times the root of a ratio of classes, less that by its inverse.
 */
export function apartOf({ counts, first, second }: Cell, all: Counts): Fraction {
  const [c1, e1] = [BigInt(counts.coveredBefore), BigInt(counts.eligibleBefore)];
  const [c2, e2] = [BigInt(counts.coveredAfter), BigInt(counts.eligibleAfter)];
  if (e1 === 0n || e2 === 0n) return fraction(0n);
  const [forth, back] = [first.after * second.before, second.after * first.before];
  const everything = BigInt(all.eligibleBefore) * BigInt(all.eligibleAfter);
  const [toFirst, toSecond] = [
    squareRoot({ numerator: e1 * e2 * forth, denominator: everything * back }),
    squareRoot({ numerator: e1 * e2 * back, denominator: everything * forth }),
  ];
  const difference = sumOfFractions([toFirst, { ...toSecond, numerator: -toSecond.numerator }]);
  return {
    numerator: 25n * (c1 * e2 + c2 * e1) * difference.numerator,
    denominator: e1 * e2 * difference.denominator,
  };
}
