import * as fc from "fast-check";
import { compareFractions, type Fraction, fraction, minus, toNumber } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { allEqual, answered, bounded, boundedDivisors, unlessRefused, votes } from "./apportionments.laws.ts";
import { contests, everyBound } from "./arbitraries.laws.ts";
import type { DivisorMethod } from "./divisors.ts";
import { quotaApportion, type QuotaApportionInput } from "./quotaApportion.ts";
import { quotaExplain } from "./quotaExplain.ts";
import { column, slowClaim, slowContest, totalOf, wholePart } from "./reference.laws.ts";

/** A calculator that explains an apportionment. */
type ApportionExplain = typeof quotaExplain;

const close = (found: number | undefined, wanted: number | undefined): boolean =>
  found === wanted ||
  (found !== undefined && wanted !== undefined && Math.abs(found - wanted) <= 1e-12 * Math.abs(wanted));

/** A claim in the unit of the weights that were handed in: weight a place. */
function claimNumber(input: QuotaApportionInput, weight: Fraction, has: bigint): number | undefined {
  const claim = slowClaim(input.method as DivisorMethod, weight, has, input.firstDivisor);
  if (!claim) return undefined;
  return input.method === "huntington-hill" ? Math.sqrt(toNumber(claim)) : toNumber(claim);
}

/** What holds for every explanation of an apportionment. */
export const quotaExplainLaws: readonly Law<ApportionExplain>[] = [
  {
    name: "the explanation has the places and ties of the apportionment",
    property: (explain) =>
      fc.property(fc.oneof(answered, votes), (input) => {
        const wanted = unlessRefused(() => quotaApportion(input));
        if (!wanted) return refusesWith("outOfRange", () => explain(input));
        const { rows, ties } = explain(input);
        return (
          allEqual(
            rows.map(({ places }) => places),
            wanted.places,
          ) && allEqual(ties, wanted.ties)
        );
      }),
    broken: (input) => quotaExplain({ ...input, minimum: undefined }),
  },
  {
    name: "exact quotas add up to the places, by every method but droop and hagenbach-bischoff",
    property: (explain) =>
      fc.property(answered, (input) => {
        const all = totalOf(explain(input).rows.map(({ quota }) => quota));
        return compareFractions(all, fraction(BigInt(input.places))) === 0;
      }),
    broken: (input) => {
      const explanation = quotaExplain(input);
      return {
        ...explanation,
        rows: explanation.rows.map((row) => ({ ...row, quota: fraction(BigInt(row.places) + 1n) })),
      };
    },
  },
  {
    name: "by a divisor method the interval runs from the strongest claim unserved to the weakest one served",
    property: (explain) =>
      fc.property(boundedDivisors, (input) => {
        const { rows, divisor } = explain(input);
        const { low, high, base, weights } = slowContest(input);
        let [lowest, highest]: (number | undefined)[] = [-Infinity, Infinity];
        for (const [row, { places }] of rows.entries()) {
          const [weight, has] = [weights[row]!, BigInt(places) - base[row]!];
          if (weight.numerator === 0n) continue;
          if (has !== high[row]) lowest = largest(lowest, claimNumber(input, weight, has));
          if (has > low[row]!) highest = smallest(highest, claimNumber(input, weight, has - 1n));
        }
        const ended = (end: number | undefined): number | undefined =>
          end === undefined || !Number.isFinite(end) ? undefined : end;
        return close(divisor.lowest, ended(lowest)) && close(divisor.highest, ended(highest));
      }),
    broken: (input) => {
      const { divisor, ...rest } = quotaExplain(input);
      return { ...rest, divisor: { lowest: divisor.highest, highest: divisor.lowest } };
    },
  },
  {
    name: "the next claim of a row is its weight over its next divisor, and none where it can have no more",
    property: (explain) =>
      fc.property(boundedDivisors, (input) => {
        const { high, base, weights } = slowContest(input);
        return explain(input).rows.every(({ places, nextClaim }, row) => {
          const has = BigInt(places) - base[row]!;
          const none = has === high[row] || weights[row]!.numerator === 0n;
          return close(nextClaim, none ? undefined : claimNumber(input, weights[row]!, has));
        });
      }),
    broken: (input) => {
      const explanation = quotaExplain(input);
      return { ...explanation, rows: explanation.rows.map((row) => ({ ...row, nextClaim: row.places })) };
    },
  },
  {
    name: "by a quota method the next claim is the remainder of the quota, and none where a row can have no more",
    property: (explain) =>
      fc.property(contests({ methods: ["largest-remainder"], styles: everyBound }), (input) => {
        const { high, base, weights } = slowContest(input);
        return explain(input).rows.every(({ places, nextClaim, quota }, row) => {
          const has = BigInt(places) - base[row]!;
          const none = has === high[row] || weights[row]!.numerator === 0n;
          return close(nextClaim, none ? undefined : toNumber(minus(quota, fraction(wholePart(quota)))));
        });
      }),
    broken: (input) => {
      const explanation = quotaExplain(input);
      return { ...explanation, rows: explanation.rows.map((row) => ({ ...row, nextClaim: row.places })) };
    },
  },
  {
    name: "a named bound is where the row stands, away from its quota",
    property: (explain) =>
      fc.property(fc.oneof(bounded, votes), (input) => {
        const { length } = input.weights;
        const [low, high] = [column(input.minimum, length), column(input.maximum, length)];
        const rows = unlessRefused(() => explain(input).rows) ?? [];
        return rows.every(({ bound, places, quota }, row) => {
          const apart = compareFractions(fraction(BigInt(places)), quota);
          if (bound === "minimum") return places === low[row] && apart > 0;
          return bound === undefined || (places === high[row] && apart < 0);
        });
      }),
    broken: (input) => {
      const explanation = quotaExplain(input);
      return { ...explanation, rows: explanation.rows.map((row) => ({ ...row, bound: "maximum" })) };
    },
  },
];

/** The larger; nothing once a claim is endless. */
function largest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : Math.max(a, b);
}

/** The smaller; an endless claim is never the smaller. */
function smallest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
