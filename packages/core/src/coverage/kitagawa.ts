import type { Count } from "../exact/count.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";

/** The counts of a group, or of all groups, at two dates. */
export interface Counts {
  /** Covered at the first date. */
  readonly coveredBefore: Count;
  /** Eligible at the first date. */
  readonly eligibleBefore: Count;
  /** Covered at the second date. */
  readonly coveredAfter: Count;
  /** Eligible at the second date. */
  readonly eligibleAfter: Count;
}

type BigCounts = readonly [c1: bigint, e1: bigint, c2: bigint, e2: bigint];

const bigCounts = ({ coveredBefore, eligibleBefore, coveredAfter, eligibleAfter }: Counts): BigCounts => [
  BigInt(coveredBefore),
  BigInt(eligibleBefore),
  BigInt(coveredAfter),
  BigInt(eligibleAfter),
];

/** The two components of a group's contribution, in percentage points. */
export interface Components {
  /** From the change of its rate. */
  readonly rates: Fraction;
  /** From the change of its share. */
  readonly structure: Fraction;
}

/** The change of a rate in percentage points; there must be eligible units at both dates. */
export function pointsOf(counts: Counts): Fraction {
  const [c1, e1, c2, e2] = bigCounts(counts);
  return fraction(100n * (c2 * e1 - c1 * e2), e1 * e2);
}

/** The change of a rate relative to the first one; that must be above zero. */
export function relativeChangeOf(counts: Counts): Fraction {
  const [c1, e1, c2, e2] = bigCounts(counts);
  return fraction(c2 * e1 - c1 * e2, c1 * e2);
}

/**
 * Kitagawa's two components for one group, in percentage points of the pooled rate.
 *
 * With r = c/e and s = e/E: from rates 100(r2-r1)(s1+s2)/2, from structure 100(s2-s1)(r1+r2)/2, over one denominator. A
 * group without eligible units at one date takes its other rate, so that all of its part is structure.
 */
export function componentsOf(group: Counts, all: Counts): Components {
  const [c1, e1, c2, e2] = bigCounts(group);
  const [, all1, , all2] = bigCounts(all);
  const zero = fraction(0n);
  if (e1 === 0n) return { rates: zero, structure: fraction(100n * c2, all2) };
  if (e2 === 0n) return { rates: zero, structure: fraction(-100n * c1, all1) };
  const denominator = e1 * e2 * all1 * all2;
  return {
    rates: fraction(50n * (c2 * e1 - c1 * e2) * (e1 * all2 + e2 * all1), denominator),
    structure: fraction(50n * (e2 * all1 - e1 * all2) * (c1 * e2 + c2 * e1), denominator),
  };
}
