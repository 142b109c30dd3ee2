import * as fc from "fast-check";
import { type Amount } from "../exact/amount.ts";
import { type Fraction, fraction, over, plus, times } from "../exact/fraction.ts";
import { weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { unlessRefused } from "./apportionments.laws.ts";
import { contests, divisorMethods, everyBound, splits } from "./arbitraries.laws.ts";
import { fundingSplit, type FundingSplitInput } from "./fundingSplit.ts";
import { fundingSplitMargin } from "./fundingSplitMargin.ts";
import type { Margin, TurningWeight } from "./margin.ts";
import { quotaApportion, type QuotaApportionInput } from "./quotaApportion.ts";
import { quotaMargin } from "./quotaMargin.ts";

const small = fc.bigInt({ min: 0n, max: 20n });
const someSplits = fc.tuple(splits({ most: 5, sizes: small }), fc.nat()).map(([split, pick]) => {
  return { ...split, row: pick % split.weights.length };
});
const freeContests = contests({ methods: divisorMethods, most: 5, sizes: small });
/** Rows below a part of all weight get nothing; at least one row has that much. */
const contestsWithThresholds = fc
  .tuple(freeContests, fc.bigInt({ min: 1n, max: 30n }))
  .map(([contest, percent]) => ({ ...contest, threshold: fraction(percent, 100n) }))
  .filter((contest) => unlessRefused(() => quotaApportion(contest)) !== undefined);
const someContests = fc
  .tuple(
    fc.oneof(
      contests({ methods: divisorMethods, most: 5, sizes: small, styles: everyBound, firstDivisors: true }),
      contests({ methods: ["largest-remainder"], most: 5, sizes: small }),
      contestsWithThresholds,
    ),
    fc.nat(),
  )
  .map(([contest, pick]) => ({ ...contest, row: pick % contest.weights.length }));

const sizeOf = ({ units }: Amount): bigint => (units < 0n ? -units : units);

/** The part of a row with another weight, by the split itself. */
function partWith(input: FundingSplitInput & { readonly row: number }, weight: Fraction): bigint | undefined {
  if (weight.numerator < 0n) return undefined;
  const weights = input.weights.map((other, row) => (row === input.row ? weightOf(weight) : other));
  return unlessRefused(() => sizeOf(fundingSplit({ ...input, weights }).parts[input.row]!));
}

function placesWith(
  input: QuotaApportionInput & { readonly row: number },
  weight: Fraction,
): bigint | undefined {
  if (weight.numerator < 0n) return undefined;
  const weights = input.weights.map((other, row) => (row === input.row ? weightOf(weight) : other));
  return unlessRefused(() => BigInt(quotaApportion({ ...input, weights }).places[input.row]!));
}

/** Whether a turn is one: there the part is another, one unit nearer it is not. */
function turns<Part>(
  turn: TurningWeight<Part> | undefined,
  { unit }: Margin<Part>,
  {
    sign,
    now,
    at,
  }: { readonly sign: bigint; readonly now: bigint; readonly at: (weight: Fraction) => bigint | undefined },
): boolean {
  if (turn === undefined) return true;
  const there = at(turn.weight);
  const nearer = at(plus(turn.weight, times(unit, fraction(-sign))));
  return (
    there !== undefined && (there - now) * sign > 0n && (nearer === undefined || (nearer - now) * sign <= 0n)
  );
}

const awry = <Part>(margin: Margin<Part>): Margin<Part> => ({
  ...margin,
  more: margin.more && { ...margin.more, weight: plus(margin.more.weight, margin.unit) },
  less: margin.less && { ...margin.less, weight: over(margin.less.weight, fraction(2n)) },
});

/** What holds for every margin of a split. */
export const fundingSplitMarginLaws: readonly Law<typeof fundingSplitMargin>[] = [
  {
    name: "at the turn the part is another, and one unit nearer it is not",
    property: (margin) =>
      fc.property(someSplits, (input) => {
        const found = margin(input);
        const at = (weight: Fraction): bigint | undefined => partWith(input, weight);
        const now = at(input.weights[input.row]!)!;
        return (
          turns(found.more, found, { sign: 1n, now, at }) && turns(found.less, found, { sign: -1n, now, at })
        );
      }),
    broken: (input) => awry(fundingSplitMargin(input)),
  },
  {
    name: "no weight among the next forty units turns the part before the turn does",
    property: (margin) =>
      fc.property(someSplits, (input) => {
        const { more, less, unit } = margin(input);
        const has = input.weights[input.row]!;
        const now = partWith(input, has)!;
        return Array.from({ length: 40 }, (_, place) => BigInt(place + 1)).every((units) => {
          const [up, down] = [
            plus(has, times(unit, fraction(units))),
            plus(has, times(unit, fraction(-units))),
          ];
          const [above, below] = [partWith(input, up), partWith(input, down)];
          const isAbove = above !== undefined && above > now;
          const isBelow = below !== undefined && below < now;
          return (
            (!isAbove || (more !== undefined && over(more.change, unit).numerator <= units)) &&
            (!isBelow || (less !== undefined && -over(less.change, unit).numerator <= units))
          );
        });
      }),
    broken: (input) => ({ ...fundingSplitMargin(input), more: undefined }),
  },
];

/** What holds for every margin of an apportionment by a method in which no row loses by growing. */
export const quotaMarginLaws: readonly Law<typeof quotaMargin>[] = [
  {
    name: "at the turn the places are others, and one unit nearer they are not",
    property: (margin) =>
      fc.property(someContests, (input) => {
        const found = margin(input);
        const at = (weight: Fraction): bigint | undefined => placesWith(input, weight);
        const now = at(input.weights[input.row]!)!;
        return (
          turns(found.more, found, { sign: 1n, now, at }) && turns(found.less, found, { sign: -1n, now, at })
        );
      }),
    broken: (input) => awry(quotaMargin(input)),
  },
  {
    name: "no larger weight among the next forty units brings more before the turn does",
    property: (margin) =>
      fc.property(someContests, (input) => {
        const { more, unit, isNearest } = margin(input);
        const has = input.weights[input.row]!;
        const now = placesWith(input, has)!;
        return (
          isNearest &&
          Array.from({ length: 40 }, (_, place) => BigInt(place + 1)).every((units) => {
            const above = placesWith(input, plus(has, times(unit, fraction(units))));
            if (above === undefined || above <= now) return true;
            return more !== undefined && over(more.change, unit).numerator <= units;
          })
        );
      }),
    broken: (input) => ({ ...quotaMargin(input), more: undefined }),
  },
];
