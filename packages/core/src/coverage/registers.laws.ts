import * as fc from "fast-check";
import { most } from "./cells.laws.ts";
import type { CoverageByGroupInput } from "./coverageByGroup.ts";
import type { PooledRate, Reported } from "./tally.ts";

// Rows of a register. The slow, obvious reference sums bigints over the rows that count.

export interface Row {
  readonly group: string | undefined;
  readonly covered: Reported;
  readonly eligible: Reported;
}

export const columnsOf = (rows: readonly Row[]): CoverageByGroupInput => ({
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

const isCounted = ({ covered, eligible }: Pick<Row, "covered" | "eligible">): boolean =>
  [covered, eligible].every(
    (value) => value !== undefined && value >= 0 && value <= most && Math.floor(value) === value,
  );
export const sumOf = (values: readonly Reported[]): bigint =>
  values.reduce((sum, value) => sum + BigInt(value ?? 0), 0n);

/** Whether a pooled rate is the sum of rows, and leaves out so many. */
export function isPoolOf(
  { rate: pooled, leftOut }: PooledRate,
  rows: readonly Pick<Row, "covered" | "eligible">[],
  missing: number,
): boolean {
  const counted = rows.filter(isCounted);
  const isSum =
    counted.length === 0
      ? pooled === undefined
      : pooled !== undefined &&
        BigInt(pooled.numerator) === sumOf(counted.map(({ covered }) => covered)) &&
        BigInt(pooled.denominator) === sumOf(counted.map(({ eligible }) => eligible));
  const known = rows.filter(({ covered, eligible }) => covered !== undefined && eligible !== undefined);
  return (
    isSum &&
    leftOut.missing === missing + rows.length - known.length &&
    leftOut.invalid === known.length - counted.length
  );
}

export const isSamePool = (a: PooledRate, b: PooledRate | undefined): boolean =>
  a.rate?.numerator === b?.rate?.numerator &&
  a.rate?.denominator === b?.rate?.denominator &&
  a.rate?.status === b?.rate?.status &&
  a.leftOut.missing === b?.leftOut.missing &&
  a.leftOut.invalid === b.leftOut.invalid;

const partOf = (value: number, share: number): number => Math.floor(value * share);
export const inParts = <Counted extends { readonly covered: number; readonly eligible: number }>(
  row: Counted,
  share: number,
): readonly Counted[] => {
  const first = { covered: partOf(row.covered, share), eligible: partOf(row.eligible, share) };
  const second = { covered: row.covered - first.covered, eligible: row.eligible - first.eligible };
  return [first, second].map((part) => ({ ...row, ...part }));
};
