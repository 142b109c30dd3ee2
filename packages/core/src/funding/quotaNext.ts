import { compareFractions, type Fraction } from "../exact/fraction.ts";
import type { Contest, Outcome } from "./contest.ts";
import { claimBorder, nextClaim } from "./divisorMethod.ts";
import { type Divisors, divisorsOf } from "./divisors.ts";

/** What tells who is next: the series of a divisor method, or the quotas of a remainder method. */
export type NextClaims =
  | { readonly by: "divisors"; readonly divisors: Divisors }
  | { readonly by: "remainders"; readonly quotas: readonly Fraction[] };

/**
 * The row that has the strongest claim of those unserved; `undefined` where there is none, or remainders do not tell.
 *
 * Remainders tell while every row has its quota rounded down or up; where bounds or too small a quota moved places beyond
 * that, they were taken anew of other quotas.
 */
export function nextInLine(
  contest: Contest,
  { places, ties }: Outcome,
  claims: NextClaims,
): number | undefined {
  const [tie] = ties;
  if (tie !== undefined) return (tie.decided?.order ?? tie.rows).find((row) => !tie.served.includes(row));
  if (claims.by === "divisors") return claimBorder(contest, claims.divisors, places).nextUnserved?.row;
  const whole = claims.quotas.map(({ numerator, denominator }) => numerator / denominator);
  const isRounded = places.every((has, row) => has === whole[row] || has - 1n === whole[row]);
  if (!isRounded) return undefined;
  const canHaveMore = (row: number): boolean =>
    places[row] === whole[row] && nextClaim(contest, divisorsOf("jefferson"), places, row) !== undefined;
  const open = claims.quotas
    .map((quota, row) => ({ row, remainder: remainder(quota) }))
    .filter(({ row }) => canHaveMore(row));
  return open.sort((a, b) => compareFractions(b.remainder, a.remainder))[0]?.row;
}

function remainder({ numerator, denominator }: Fraction): Fraction {
  return { numerator: numerator % denominator, denominator };
}
