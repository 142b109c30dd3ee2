import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { compareFractions, type Fraction, fraction, minus } from "../exact/fraction.ts";
import { weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import {
  allEqual,
  always,
  type Apportion,
  boundedDivisors,
  everyPair,
  mistaken,
  moveOne,
  only,
  plainQuota,
  quotas,
  sumOf,
} from "./apportionments.laws.ts";
import {
  contests,
  divisorMethods,
  positiveColumns,
  smallHouses,
  sortKeys,
  weightColumns,
} from "./arbitraries.laws.ts";
import type { DivisorMethod } from "./divisors.ts";
import { quotaApportion, type QuotaApportionInput } from "./quotaApportion.ts";
import { roundedUp, slowClaim, slowContest, totalOf, wholePart, zero } from "./reference.laws.ts";

const half = fraction(1n, 2n);
const byDivisors = contests({ methods: divisorMethods, firstDivisors: true });

const houseWith = (methods: QuotaApportionInput["method"] & string): fc.Arbitrary<QuotaApportionInput> =>
  contests({
    methods: [methods],
    sizes: methods === "quota" ? smallHouses : fc.bigInt({ min: 0n, max: 5000n }),
  });

/** Every vector of so many whole numbers that add up to a total. */
function everyVector(length: number, total: number): number[][] {
  if (length === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
    everyVector(length - 1, total - first).map((rest) => [first, ...rest]),
  );
}

function deviations(
  places: readonly number[],
  wanted: readonly Fraction[],
): { readonly sum: Fraction; readonly most: Fraction } {
  const apart = places.map((value, row) => {
    const difference = minus(fraction(BigInt(value)), wanted[row]!);
    return difference.numerator < 0n ? minus(zero, difference) : difference;
  });
  return { sum: totalOf(apart), most: apart.reduce((a, b) => (compareFractions(a, b) < 0 ? b : a), zero) };
}

/** What holds by one method or by all divisor methods. */
export const apportionmentMethodLaws: readonly Law<Apportion>[] = [
  {
    name: "quota rule: by largest remainder and by the quota method nobody is a whole place from the quota",
    property: (apportion) =>
      fc.property(fc.oneof(houseWith("largest-remainder"), houseWith("quota")), (input) => {
        const wanted = quotas(input);
        return apportion(input).places.every(
          (value, row) =>
            BigInt(value) >= wholePart(wanted[row]!) && BigInt(value) <= roundedUp(wanted[row]!),
        );
      }),
    broken: always("jefferson"),
  },
  {
    name: "Jefferson never gives less than the quota rounded down",
    property: (apportion) =>
      fc.property(contests({ methods: ["jefferson"], most: 40 }), (input) => {
        const wanted = quotas(input);
        return apportion(input).places.every((value, row) => BigInt(value) >= wholePart(wanted[row]!));
      }),
    broken: always("adams"),
  },
  {
    name: "Adams never gives more than the quota rounded up",
    property: (apportion) =>
      fc.property(contests({ methods: ["adams"], most: 40 }), (input) => {
        const wanted = quotas(input);
        return apportion(input).places.every((value, row) => BigInt(value) <= roundedUp(wanted[row]!));
      }),
    broken: always("jefferson"),
  },
  {
    name: "Webster is near quota: no place moved between two rows brings both nearer",
    property: (apportion) =>
      fc.property(contests({ methods: ["webster"], most: 40 }), (input) => {
        const wanted = quotas(input);
        const { places } = apportion(input);
        const above = (row: number): Fraction => minus(fraction(BigInt(places[row]!)), wanted[row]!);
        const over = places.some((_, row) => compareFractions(above(row), half) > 0);
        const under = places.some((_, row) => compareFractions(minus(zero, above(row)), half) > 0);
        return !(over && under);
      }),
    broken: mistaken((places) => moveOne(places)),
  },
  {
    name: "largest remainder has the least deviation from the quotas, in sum and at most, of all whole answers",
    property: (apportion) =>
      fc.property(
        contests({ methods: ["largest-remainder"], most: 4, sizes: fc.bigInt({ min: 1n, max: 7n }) }),
        (input) => {
          const wanted = quotas(input);
          const found = deviations(apportion(input).places, wanted);
          return everyVector(input.weights.length, input.places).every((answer) => {
            const other = deviations(answer, wanted);
            return (
              compareFractions(found.sum, other.sum) <= 0 && compareFractions(found.most, other.most) <= 0
            );
          });
        },
      ),
    broken: always("webster"),
  },
  {
    name: "house monotonicity: one place more takes none from any row, by the divisor methods and the quota method",
    property: (apportion) =>
      fc.property(
        fc.oneof(
          {
            weight: 5,
            arbitrary: contests({ methods: divisorMethods, firstDivisors: true, sizes: smallHouses }),
          },
          { weight: 2, arbitrary: byDivisors },
          { weight: 1, arbitrary: plainQuota },
        ),
        (input) => {
          const more = apportion({ ...input, places: count(input.places + 1) }).places;
          return apportion(input).places.every((value, row) => more[row]! >= value);
        },
      ),
    broken: always("largest-remainder"),
  },
  {
    name: "population monotonicity: of two rows, the one whose weight grew faster does not lose to the other",
    property: (apportion) =>
      fc.property(
        fc.array(
          fc.record({
            weight: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 100, max: 300 })),
            grown: fc.constantFrom(0, 0, 0, 1, 2, 3, 8),
          }),
          { minLength: 2, maxLength: 9 },
        ),
        fc.constantFrom(...divisorMethods),
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(0, 0, 0, 1, -1),
        (rows, method, house, change) => {
          const [before, after] = [
            rows.map(({ weight }) => weight),
            rows.map(({ weight, grown }) => weight + grown),
          ];
          const ask = (weights: readonly number[], places: number): readonly number[] =>
            apportion({
              method,
              places: count(Math.max(0, places)),
              weights: weights.map((value) => weightOf(fraction(BigInt(value)))),
            }).places;
          const [then, now] = [ask(before, house), ask(after, house + change)];
          return everyPair(rows.length, (row, other) => {
            const faster = after[row]! * before[other]! > after[other]! * before[row]!;
            return !faster || now[row]! >= then[row]! || now[other]! <= then[other]!;
          });
        },
      ),
    broken: always("largest-remainder"),
  },
  {
    name: "uniformity: some of the rows, apportioning the places they have, have them again (and so new rows take nothing)",
    property: (apportion) =>
      fc.property(boundedDivisors, sortKeys, (input, keys) => {
        const { places } = apportion(input);
        const rows = input.weights.map((_, row) => row).filter((row) => keys[row]! % 2 === 0);
        if (!rows.some((row) => input.weights[row]!.numerator > 0n)) return true;
        const have = rows.map((row) => places[row]!);
        return allEqual(apportion(only(input, rows, count(sumOf(have)))).places, have);
      }),
    broken: always("largest-remainder"),
  },
  {
    name: "divisor certificate: one multiplier rounds every weight between its bounds to its places",
    property: (apportion) =>
      fc.property(boundedDivisors, (input) => {
        const { low, high, base, weights } = slowContest(input);
        const places = apportion(input).places.map((value, row) => BigInt(value) - base[row]!);
        const method = input.method as DivisorMethod;
        let [weakest, strongest]: (Fraction | undefined)[] = [];
        for (const [row, has] of places.entries()) {
          const weight = weights[row]!;
          if (weight.numerator === 0n) continue;
          const last = has > low[row]! ? slowClaim(method, weight, has - 1n, input.firstDivisor) : undefined;
          if (last && !(weakest && compareFractions(weakest, last) <= 0)) weakest = last;
          const endless = has === 0n && slowClaim(method, weight, 0n, input.firstDivisor) === undefined;
          if (has === high[row]) continue;
          // Where a row with an endless claim has nothing, nobody may have more than one place beyond a minimum.
          if (endless && places.some((value, other) => value > low[other]! && value > 1n)) return false;
          const next = slowClaim(method, weight, has, input.firstDivisor);
          if (next && !(strongest && compareFractions(strongest, next) >= 0)) strongest = next;
        }
        return !weakest || !strongest || compareFractions(weakest, strongest) >= 0;
      }),
    broken: always("largest-remainder"),
  },
  {
    name: "bias order: Adams, Dean, Huntington-Hill, Webster, Jefferson; the largest rows together never lose along it",
    property: (apportion) =>
      fc.property(byDivisors, ({ places, weights }) => {
        const bySize = weights
          .map((_, row) => row)
          .sort((a, b) => compareFractions(weights[b]!, weights[a]!) || a - b);
        const answers = divisorMethods.map((method) => apportion({ places, weights, method }).places);
        return answers.every((answer, method) => {
          const next = answers[method + 1];
          let [largest, largestNext] = [0, 0];
          return bySize.every((row) => {
            largest += answer[row]!;
            largestNext += next?.[row] ?? answer[row]!;
            return next === undefined || largest <= largestNext;
          });
        });
      }),
    broken: (input) => (input.method === "adams" ? always("webster")(input) : quotaApportion(input)),
  },
  {
    name: "Adams, Dean and Huntington-Hill give every row with a weight a place, once there are enough",
    property: (apportion) =>
      fc.property(
        positiveColumns(),
        fc.nat({ max: 60 }),
        fc.constantFrom<DivisorMethod>("adams", "dean", "huntington-hill"),
        (weights, more, method) =>
          apportion({ places: count(weights.length + more), weights, method }).places.every(
            (value) => value >= 1,
          ),
      ),
    broken: always("webster"),
  },
  {
    name: "a first divisor of 1 is Webster's own; a larger one never gives a row its first place sooner",
    property: (apportion) =>
      fc.property(weightColumns(12), smallHouses, (weights, size) => {
        const input = { places: count(Number(size)), weights, method: "webster" } as const;
        const [webster, same, later] = [
          apportion(input).places,
          apportion({ ...input, firstDivisor: fraction(1n) }).places,
          apportion({ ...input, firstDivisor: fraction(7n, 5n) }).places,
        ];
        const served = (places: readonly number[]): number => places.filter((value) => value > 0).length;
        return allEqual(webster, same) && served(later) <= served(webster);
      }),
    broken: ({ firstDivisor, ...input }) =>
      quotaApportion({ ...input, ...(firstDivisor && { firstDivisor: fraction(1n, 10n) }) }),
  },
];
