import * as fc from "fast-check";
import { coverageChange, type CoverageChangeInput, type GroupChange } from "./coverageChange.ts";
import type { Reported } from "./tally.ts";

// Registers at two dates, and mistakes that somebody makes with them, in doubles.

export interface ChangeRow {
  readonly group: string | undefined;
  readonly coveredBefore: Reported;
  readonly eligibleBefore: Reported;
  readonly coveredAfter: Reported;
  readonly eligibleAfter: Reported;
}

/** A row of which every count is known. */
export type KnownRow = { readonly [Name in keyof ChangeRow]-?: NonNullable<ChangeRow[Name]> };

export type Change = typeof coverageChange;
export type ChangeResult = ReturnType<Change>;

export const changeColumns = (rows: readonly ChangeRow[]): CoverageChangeInput => ({
  group: rows.map(({ group }) => group),
  coveredBefore: rows.map(({ coveredBefore }) => coveredBefore),
  eligibleBefore: rows.map(({ eligibleBefore }) => eligibleBefore),
  coveredAfter: rows.map(({ coveredAfter }) => coveredAfter),
  eligibleAfter: rows.map(({ eligibleAfter }) => eligibleAfter),
});

export const changeRows = (input: CoverageChangeInput): ChangeRow[] =>
  input.group.map((group, row) => ({
    group,
    coveredBefore: input.coveredBefore[row],
    eligibleBefore: input.eligibleBefore[row],
    coveredAfter: input.coveredAfter[row],
    eligibleAfter: input.eligibleAfter[row],
  }));

export const afterChangingRows =
  (change: (rows: readonly ChangeRow[]) => readonly ChangeRow[]): Change =>
  (input) =>
    coverageChange({ ...changeColumns(change(changeRows(input))), decimals: input.decimals });

export const swapped = (rows: readonly ChangeRow[]): readonly ChangeRow[] =>
  rows.map((row) => ({
    group: row.group,
    coveredBefore: row.coveredAfter,
    eligibleBefore: row.eligibleAfter,
    coveredAfter: row.coveredBefore,
    eligibleAfter: row.eligibleBefore,
  }));

const coverages = (most: number) =>
  fc
    .tuple(fc.nat(most), fc.nat(most))
    .map(([a, b]) => ({ covered: Math.min(a, b), eligible: Math.max(a, b) + 1 }));
const coverage = fc.oneof(coverages(12), coverages(6573), coverages(2 ** 48));

const rowsOfPairs = (pairs: readonly (readonly [before: Cell, after: Cell])[]): KnownRow[] =>
  pairs.map(([before, after], index) => ({
    group: `group ${index}`,
    coveredBefore: before.covered,
    eligibleBefore: before.eligible,
    coveredAfter: after.covered,
    eligibleAfter: after.eligible,
  }));
interface Cell {
  readonly covered: number;
  readonly eligible: number;
}

const few = { minLength: 1, maxLength: 8 };

/** Groups with eligible units at both dates. */
export const lasting = fc.array(fc.tuple(coverage, coverage), few).map(rowsOfPairs);
/** Small ones, of which every third or so appears or vanishes; the first stays. */
export const coming = fc
  .array(fc.tuple(coverages(30), coverages(30), fc.constantFrom(0, 0, 0, 1, 2)), few)
  .map((triples) =>
    rowsOfPairs(
      triples.map(([before, after, when], index) => {
        const nothing = { covered: 0, eligible: 0 };
        return [index > 0 && when === 1 ? nothing : before, index > 0 && when === 2 ? nothing : after];
      }),
    ),
  );

/** Whether two numbers agree to twelve digits of the larger parts they are made of. */
export function isClose(a: number, b: number, scale = Math.max(Math.abs(a), Math.abs(b))): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(scale, 1e-300);
}

export const sumOfParts = (
  groups: readonly GroupChange[],
  part: "fromRates" | "fromStructure" | "contribution",
): { readonly sum: number; readonly scale: number } => ({
  sum: groups.reduce((sum, group) => sum + group[part]!, 0),
  scale: groups.reduce((sum, group) => sum + Math.abs(group.fromRates!) + Math.abs(group.fromStructure!), 0),
});

interface Terms {
  readonly rates: readonly [before: number, after: number];
  readonly shares: readonly [before: number, after: number];
}

/** A decomposition in doubles, by a formula of one's own. */
export const decomposedBy =
  (parts: (terms: Terms) => readonly [fromRates: number, fromStructure: number]): Change =>
  (input) => {
    const rows = changeRows(input) as KnownRow[];
    const [before, after] = [
      rows.reduce((sum, row) => sum + row.eligibleBefore, 0),
      rows.reduce((sum, row) => sum + row.eligibleAfter, 0),
    ];
    const honest = coverageChange(input);
    const groups = honest.groups.map((group, index) => {
      const row = rows[index]!;
      const [fromRates, fromStructure] = parts({
        rates: [row.coveredBefore / row.eligibleBefore || 0, row.coveredAfter / row.eligibleAfter || 0],
        shares: [row.eligibleBefore / before, row.eligibleAfter / after],
      });
      return { ...group, fromRates, fromStructure, contribution: fromRates + fromStructure };
    });
    const total = {
      ...honest.total,
      fromRates: sumOfParts(groups, "fromRates").sum,
      fromStructure: sumOfParts(groups, "fromStructure").sum,
      contribution: sumOfParts(groups, "contribution").sum,
    };
    return { ...honest, groups, total };
  };

/** Both parts weighted by the first date, which leaves their interaction over. */
export const weightedByTheFirstDate = decomposedBy(({ rates: [r1, r2], shares: [s1, s2] }) => [
  100 * (r2 - r1) * s1,
  100 * (s2 - s1) * r1,
]);
/** Kitagawa's formula with a rate of zero where there is none. */
export const withZeroRates = decomposedBy(({ rates: [r1, r2], shares: [s1, s2] }) => [
  50 * (r2 - r1) * (s1 + s2),
  50 * (s2 - s1) * (r1 + r2),
]);
/** The interaction given to the structure, as by the rates of the second date. */
export const weightedByBothDates = decomposedBy(({ rates: [r1, r2], shares: [s1, s2] }) => [
  100 * (r2 - r1) * s1,
  100 * (s2 - s1) * r2,
]);
