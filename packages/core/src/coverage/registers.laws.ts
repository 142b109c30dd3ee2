import * as fc from "fast-check";
import { most } from "./cells.laws.ts";
import type { Keys, Names } from "./keyColumn.ts";
import type { PooledRate, Reported } from "./tally.ts";

// Rows of a register. The slow, obvious reference sums bigints over the rows that count.

export interface Row {
  readonly group: string | undefined;
  readonly covered: Reported;
  readonly eligible: Reported;
}

/** Rows as plain columns. */
export interface RowColumns {
  readonly group: Names;
  readonly covered: readonly Reported[];
  readonly eligible: readonly Reported[];
}

/** The names that keys stand for. */
export const namesOf = (keys: Keys): Names =>
  "codes" in keys ? Array.from(keys.codes, (code) => keys.names[code]) : keys;

export const columnsOf = (rows: readonly Row[]): RowColumns => ({
  group: rows.map(({ group }) => group),
  covered: rows.map(({ covered }) => covered),
  eligible: rows.map(({ eligible }) => eligible),
});

/** Names that a careless key would take for one another, or for something else. */
export const names = fc.constantFrom(
  "A",
  "a",
  "A ",
  "",
  "é",
  "e\u0301",
  "1",
  "01",
  "__proto__",
  "constructor",
);
/** Counts so small that no dozen of them adds up beyond 2^53-1. */
export const rowCounts = fc.oneof(
  fc.nat(12),
  fc.nat(6573),
  fc.nat(2 ** 31),
  fc.integer({ min: 0, max: 2 ** 49 }),
);
export const reported = fc.oneof(
  { weight: 8, arbitrary: rowCounts },
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, NaN, Infinity, 2 ** 53) },
);
export const dozen = { minLength: 1, maxLength: 12 };

export const raggedRows = fc.array(
  fc.record({ group: fc.option(names, { nil: undefined, freq: 8 }), covered: reported, eligible: reported }),
  dozen,
);

type Counts = Pick<Row, "covered" | "eligible">;

const areCounts = ({ covered, eligible }: Counts): boolean =>
  [covered, eligible].every(
    (value) => value !== undefined && value >= 0 && value <= most && Math.floor(value) === value,
  );
/** Whether a row counts: both values are counts, and nothing is covered of none. */
export const isCounted = (row: Counts): boolean =>
  areCounts(row) && (row.covered === 0 || row.eligible !== 0);
/** Rows in which a missing covered is zero, where there are eligible units for it to be none of. */
export const withZeros = <Counted extends Counts>(rows: readonly Counted[]): readonly Counted[] =>
  rows.map((row) => {
    const zero = { ...row, covered: row.covered ?? 0 };
    return isCounted(zero) ? zero : row;
  });
export const sumOf = (values: readonly Reported[]): bigint =>
  values.reduce((sum, value) => sum + BigInt(value ?? 0), 0n);

/** The rows whose sum a pooled rate shows: those that count, or else those with some covered of none. */
export const shownOf = <Shown extends Counts>(rows: readonly Shown[]): readonly Shown[] => {
  const counted = rows.filter(isCounted);
  return counted.length > 0 ? counted : rows.filter(areCounts);
};

/** Whether a rate is the sum of the rows that it shows. */
export function isSumOf(pooled: PooledRate["rate"], rows: readonly Counts[]): boolean {
  const shown = shownOf(rows);
  if (pooled === undefined || shown.length === 0) return pooled === undefined && shown.length === 0;
  return (
    (pooled.status === "invalid") === !shown.some(isCounted) &&
    BigInt(pooled.numerator) === sumOf(shown.map(({ covered }) => covered)) &&
    BigInt(pooled.denominator) === sumOf(shown.map(({ eligible }) => eligible))
  );
}

/** Whether a pooled rate is the sum of rows, and leaves out so many. */
export function isPoolOf(
  { rate: pooled, leftOut }: PooledRate,
  rows: readonly Counts[],
  missing: number,
): boolean {
  const known = rows.filter(({ covered, eligible }) => covered !== undefined && eligible !== undefined);
  return (
    isSumOf(pooled, rows) &&
    leftOut.missing === missing + rows.length - known.length &&
    leftOut.invalid === known.length - known.filter(isCounted).length
  );
}

export const isSamePool = (a: PooledRate, b: PooledRate | undefined): boolean =>
  a.rate?.numerator === b?.rate?.numerator &&
  a.rate?.denominator === b?.rate?.denominator &&
  a.rate?.status === b?.rate?.status &&
  a.leftOut.missing === b?.leftOut.missing &&
  a.leftOut.invalid === b.leftOut.invalid;

const partOf = (value: number, share: number): number => Math.floor(value * share);
/** A row in two parts, neither of which has some covered of none; a row that has is no sum of others. */
export const inParts = <Counted extends { readonly covered: number; readonly eligible: number }>(
  row: Counted,
  share: number,
): readonly Counted[] => {
  if (!isCounted(row)) return [row];
  const eligible = partOf(row.eligible, share);
  const covered = eligible === row.eligible ? row.covered : partOf(row.covered, share);
  const first = { covered: eligible === 0 ? 0 : covered, eligible };
  const second = { covered: row.covered - first.covered, eligible: row.eligible - first.eligible };
  return [first, second].map((part) => ({ ...row, ...part }));
};
