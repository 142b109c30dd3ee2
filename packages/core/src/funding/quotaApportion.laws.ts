import * as fc from "fast-check";
import { CalculationError, type ErrorCode } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import {
  compareFractions,
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  times,
  toNumber,
} from "../exact/fraction.ts";
import { type Weight, weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import {
  contests,
  divisorMethods,
  everyBound,
  orderBy,
  positiveColumns,
  scaleFreeMethods,
  smallHouses,
  sortKeys,
  weightColumns,
} from "./arbitraries.laws.ts";
import type { DivisorMethod } from "./divisors.ts";
import { quotaApportion, type QuotaApportionInput, type QuotaApportionment } from "./quotaApportion.ts";
import { quotaExplain } from "./quotaExplain.ts";
import {
  column,
  divisorChoice,
  everyOutcome,
  isDivisorMethod,
  quotaChoice,
  roundedUp,
  slowApportion,
  slowClaim,
  slowContest,
  wholePart,
} from "./reference.laws.ts";

/** A calculator that apportions. */
export type Apportion = (input: QuotaApportionInput) => QuotaApportionment;
/** A calculator that explains an apportionment. */
export type ApportionExplain = typeof quotaExplain;

const zero = fraction(0n);
const half = fraction(1n, 2n);
const sumOf = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const totalOf = (weights: readonly Fraction[]): Fraction => weights.reduce(plus, zero);
const allEqual = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
const everyPair = (length: number, holds: (row: number, other: number) => boolean): boolean =>
  Array.from({ length }, (_, row) => row).every((row) =>
    Array.from({ length }, (_, other) => other).every((other) => row === other || holds(row, other)),
  );

/** Exact quotas of all places. */
function quotas({ places, weights }: QuotaApportionInput): Fraction[] {
  const all = totalOf(weights);
  return weights.map((weight) => over(times(weight, fraction(BigInt(places))), all));
}

/** The real apportionment with its places changed. */
const mistaken =
  (change: (places: number[], input: QuotaApportionInput) => readonly number[]): Apportion =>
  (input) => {
    const { places, ties } = quotaApportion(input);
    return { places: change([...places], input).map((value) => value as Count), ties };
  };

/** Some places taken from the last row that has any and given to the first row. */
const moveOne = (places: number[], some = 1): number[] => {
  const giver = places.reduce((last, value, row) => (value > 0 ? row : last), 0);
  places[giver]! -= some;
  places[0]! += some;
  return places;
};

/** The real apportionment, always by one method. */
const always =
  (method: QuotaApportionInput["method"]): Apportion =>
  (input) =>
    quotaApportion({ ...input, method, firstDivisor: undefined });

const refusesWith = (code: ErrorCode, run: () => unknown): boolean => {
  try {
    run();
    return false;
  } catch (error) {
    return error instanceof CalculationError && error.code === code;
  }
};

/** Quotients in floating point: what is equal only nearly, or beyond 2^53, goes wrong. */
const inDoubles: Apportion = ({ places: house, weights }) => {
  const doubles = weights.map(toNumber);
  const places = weights.map(() => 0);
  for (let left = Math.min(house, 1000); left > 0; left -= 1) {
    const claims = doubles.map((weight, row) => weight / (2 * places[row]! + 1));
    places[claims.indexOf(Math.max(...claims))]! += 1;
  }
  return { places: places.map((value) => value as Count), ties: [] };
};

const plain = contests({ methods: scaleFreeMethods.filter((method) => method !== "quota") });
const plainQuota = contests({ methods: ["quota"], sizes: smallHouses });
const unbounded = fc.oneof({ weight: 6, arbitrary: plain }, { weight: 1, arbitrary: plainQuota });
const bounded = contests({
  methods: scaleFreeMethods.filter((method) => method !== "quota"),
  styles: everyBound,
  bases: [0, 0, 1, 2],
  firstDivisors: true,
});
const votes = contests({
  methods: ["droop", "hagenbach-bischoff"],
  sizes: smallHouses,
  styles: ["none", ...everyBound],
  bases: [0, 0, 1],
  whole: true,
});
const answered = fc.oneof({ weight: 6, arbitrary: bounded }, { weight: 1, arbitrary: plainQuota });
const byDivisors = contests({ methods: divisorMethods, firstDivisors: true });
const boundedDivisors = contests({
  methods: divisorMethods,
  styles: everyBound,
  bases: [0, 0, 1],
  firstDivisors: true,
});
const small = contests({
  methods: scaleFreeMethods,
  most: 4,
  sizes: fc.bigInt({ min: 0n, max: 8n }),
});

const scales: fc.Arbitrary<Fraction> = fc.oneof(
  fc.constantFrom(fraction(1n, 10n), fraction(1n, 3n), fraction(10n ** 9n)),
  fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
    .map((pair) => fraction(...pair)),
);
const scaled = (weights: readonly Weight[], by: Fraction): Weight[] =>
  weights.map((value) => weightOf(times(value, by)));

function only(
  input: QuotaApportionInput,
  order: readonly number[],
  places = input.places,
): QuotaApportionInput {
  const low = column(input.minimum, input.weights.length);
  const high = column(input.maximum, input.weights.length);
  return {
    ...input,
    places,
    weights: order.map((row) => input.weights[row]!),
    minimum: input.minimum === undefined ? undefined : order.map((row) => low[row]),
    maximum: input.maximum === undefined ? undefined : order.map((row) => high[row]),
  };
}

/** Places that are exactly the quotas, because the weights are those places times some fraction. */
const exactContests = fc
  .tuple(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 10 ** 12 })), {
      minLength: 1,
      maxLength: 20,
    }),
    scales,
    fc.constantFrom(...scaleFreeMethods),
  )
  .filter(([values]) => values.some((value) => value > 0))
  .map(([values, scale, method]) => {
    const places = method === "quota" ? values.map((value) => value % 97) : values;
    return {
      quotas: places,
      input: {
        places: count(sumOf(places)),
        weights: places.map((value) => weightOf(times(fraction(BigInt(value)), scale))),
        method,
      },
    };
  });

/** What holds for every method that knows only the ratio of the weights, and for all where it says so. */
const generalLaws: readonly Law<Apportion>[] = [
  {
    name: "the places add up to the house",
    property: (apportion) =>
      fc.property(answered, (input) => sumOf(apportion(input).places) === input.places),
    broken: mistaken(([first = 0, ...rest]) => [first + 1, ...rest]),
  },
  {
    name: "every row has a whole number of places, from 0",
    property: (apportion) =>
      fc.property(answered, (input) => {
        const { places } = apportion(input);
        return (
          places.length === input.weights.length &&
          places.every((value) => Number.isInteger(value) && value >= 0)
        );
      }),
    broken: mistaken((_, input) => quotas(input).map(toNumber)),
  },
  {
    name: "weight zero gets nothing but its minimum or base",
    property: (apportion) =>
      fc.property(answered, (input) => {
        const low = column(input.minimum, input.weights.length);
        return apportion(input).places.every(
          (value, row) =>
            input.weights[row]!.numerator > 0n || value === Math.max(low[row] ?? 0, input.base ?? 0),
        );
      }),
    broken: mistaken((places) => moveOne(places)),
  },
  {
    name: "quotas that are whole already are the places, and nothing is tied",
    property: (apportion) =>
      fc.property(exactContests, ({ quotas: wanted, input }) => {
        if (input.places === 0) return true;
        const { places, ties } = apportion(input);
        return allEqual(places, wanted) && ties.length === 0;
      }),
    broken: mistaken((places) => moveOne(places)),
  },
  {
    name: "the places, taken as weights, give the same places again",
    property: (apportion) =>
      fc.property(unbounded, (input) => {
        if (input.places === 0) return true;
        const { places } = apportion(input);
        const weights = places.map((value) => weightOf(fraction(BigInt(value))));
        return allEqual(apportion({ ...input, weights }).places, places);
      }),
    broken: mistaken((places) => moveOne(places)),
  },
  {
    name: "the scale of the weights does not matter, be it 1/10, 1/3 or 10^9",
    property: (apportion) =>
      fc.property(answered, scales, (input, scale) => {
        const [one, other] = [
          apportion(input),
          apportion({ ...input, weights: scaled(input.weights, scale) }),
        ];
        return allEqual(one.places, other.places) && allEqual(one.ties, other.ties);
      }),
    broken: (input) =>
      quotaApportion({
        ...input,
        weights: input.weights.map((value) => weightOf(fraction(roundedUp(value)))),
      }),
  },
  {
    name: "another order of the rows gives each row the same places, but for those of a reported tie",
    property: (apportion) =>
      fc.property(answered, sortKeys, (input, keys) => {
        const order = orderBy(keys, input.weights.length);
        const { places, ties } = apportion(input);
        const other = apportion(only(input, order));
        const tied = new Set(ties.flatMap(({ rows }) => rows));
        if (input.method === "quota" && tied.size > 0) return other.ties.length > 0;
        return order.every((row, place) => {
          const apart = Math.abs(other.places[place]! - places[row]!);
          return apart <= (tied.has(row) ? 1 : 0);
        });
      }),
    broken: mistaken((places) => moveOne(places)),
  },
  {
    name: "equal weights and bounds have places at most one apart",
    property: (apportion) =>
      fc.property(fc.oneof(answered, votes), (input) => {
        const places = unlessRefused(() => apportion(input).places);
        return (
          places === undefined ||
          everyPair(
            places.length,
            (row, other) => !alike(input, row, other, 0) || Math.abs(places[row]! - places[other]!) <= 1,
          )
        );
      }),
    broken: mistaken((places) => moveOne(places, 2)),
  },
  {
    name: "a larger weight with the same bounds never has fewer places",
    property: (apportion) =>
      fc.property(fc.oneof(answered, votes), (input) => {
        const places = unlessRefused(() => apportion(input).places);
        return (
          places === undefined ||
          everyPair(
            places.length,
            (row, other) => !alike(input, row, other, 1) || places[row]! >= places[other]!,
          )
        );
      }),
    broken: mistaken((places) => places.reverse()),
  },
  {
    name: "the same question has the same answer",
    property: (apportion) =>
      fc.property(answered, (input) => allEqual([apportion(input)], [apportion(input)])),
    broken: alternating(),
  },
  {
    name: "nothing that was handed in is changed",
    property: (apportion) =>
      fc.property(answered, (input) => {
        const shown = (weights: readonly Weight[]): string => weights.map((value) => toNumber(value)).join();
        const [before, frozen] = [shown(input.weights), Object.freeze([...input.weights])];
        apportion(Object.freeze({ ...input, weights: frozen }));
        return shown(input.weights) === before;
      }),
    broken: (input) => {
      (input.weights as Weight[]).reverse();
      return quotaApportion(input);
    },
  },
  {
    name: "what cannot be apportioned is refused by its code, never answered",
    property: (apportion) =>
      fc.property(plain, (given) => {
        const input = { ...given, places: count(given.places + 1) };
        const zeros = input.weights.map(() => weightOf(zero));
        const [none, all] = [input.weights.map(() => count(0)), count(input.places + 1)];
        return (
          refusesWith("emptyInput", () => apportion({ ...input, weights: [] })) &&
          refusesWith("allZero", () => apportion({ ...input, weights: zeros })) &&
          refusesWith("sizeMismatch", () => apportion({ ...input, minimum: [...none, count(0)] })) &&
          refusesWith("infeasibleBounds", () => apportion({ ...input, minimum: [all, ...none.slice(1)] })) &&
          refusesWith("infeasibleBounds", () => apportion({ ...input, maximum: none })) &&
          refusesWith("infeasibleBounds", () => apportion({ ...input, base: all })) &&
          refusesWith("conflict", () => apportion({ ...input, method: "quota", minimum: count(0) })) &&
          refusesWith("conflict", () =>
            apportion({ ...input, method: "adams", firstDivisor: fraction(1n) }),
          ) &&
          refusesWith("outOfRange", () => apportion({ ...input, threshold: fraction(101n, 100n) })) &&
          refusesWith("outOfRange", () => apportion({ ...input, threshold: fraction(-1n, 100n) })) &&
          refusesWith("outOfRange", () => apportion({ ...input, method: "webster", firstDivisor: zero }))
        );
      }),
    broken: ({ places, weights }) => ({ places: weights.map(() => places), ties: [] }),
  },
  {
    name: "every row keeps its bounds",
    property: (apportion) =>
      fc.property(fc.oneof(bounded, votes), (input) => {
        const [low, high] = [
          column(input.minimum, input.weights.length),
          column(input.maximum, input.weights.length),
        ];
        const places = unlessRefused(() => apportion(input).places) ?? [];
        return places.every(
          (value, row) =>
            value >= Math.max(low[row] ?? 0, input.base ?? 0) &&
            (value <= (high[row] ?? Infinity) || input.weights[row]!.numerator === 0n),
        );
      }),
    broken: (input) => quotaApportion({ ...input, minimum: undefined, maximum: undefined }),
  },
  {
    name: "bounds that the places keep anyway change nothing",
    property: (apportion) =>
      fc.property(plain, (input) => {
        const { places } = apportion(input);
        const whole = quotas(input).map(wholePart);
        // A whole quota and its bound may not be moved by a remainder method, so its minimum is at most that.
        const minimum = places.map((value, row) => count(Math.min(value, Number(whole[row]))));
        const maximum = places.map((value, row) => count(Math.max(value, Number(whole[row]) + 1)));
        return allEqual(apportion({ ...input, minimum, maximum }).places, places);
      }),
    broken: ({ minimum, ...input }) => {
      if (minimum === undefined) return quotaApportion(input);
      const low = column(minimum, input.weights.length).map((value) => value ?? 0);
      const rest = quotaApportion({ ...input, maximum: undefined, places: count(input.places - sumOf(low)) });
      return { ...rest, places: rest.places.map((value, row) => count(value + low[row]!)) };
    },
  },
  {
    name: "a base is given first and the rest is apportioned as if it were all",
    property: (apportion) =>
      fc.property(unbounded, fc.nat({ max: 3 }), (input, base) => {
        const places = count(input.places + base * input.weights.length);
        const wanted = apportion(input).places.map((value) => value + base);
        return allEqual(apportion({ ...input, places, base: count(base) }).places, wanted);
      }),
    broken: ({ base, ...input }) =>
      quotaApportion(input.method === "quota" ? input : { ...input, minimum: base }),
  },
  {
    name: "rows below the threshold are as if they were not there; the row that is exactly at it stays",
    property: (apportion) =>
      fc.property(
        positiveColumns(),
        fc.nat(),
        smallHouses,
        fc.constantFrom(...scaleFreeMethods),
        fc.nat({ max: 2 }),
        fc.nat({ max: 2 }),
        (weights, pick, size, method, base, least) => {
          const atIt = weights[pick % weights.length]!;
          const threshold = over(atIt, totalOf(weights));
          const stays = weights.map((value) => compareFractions(value, atIt) >= 0);
          const more = method === "quota" ? 0 : least;
          const input = {
            places: count(Number(size) + (base + more) * weights.length),
            weights,
            method,
            base: count(base),
            ...(more > 0 && { minimum: count(base + more) }),
          };
          const rows = weights.map((_, row) => row).filter((row) => stays[row]);
          const alone = apportion({ ...input, weights: rows.map((row) => weights[row]!) }).places;
          return apportion({ ...input, threshold }).places.every(
            (value, row) => value === (stays[row] ? alone[rows.indexOf(row)] : 0),
          );
        },
      ),
    broken: ({ threshold, ...input }) =>
      quotaApportion(threshold ? { ...input, threshold: times(threshold, fraction(99n, 100n)) } : input),
  },
  {
    name: "places and ties are those of the slow reference, by every method, with bounds, base and first divisor",
    property: (apportion) =>
      fc.property(
        fc.oneof(
          contests({
            methods: [...scaleFreeMethods, ...divisorMethods],
            most: 8,
            sizes: fc.bigInt({ min: 0n, max: 60n }),
            styles: everyBound,
            bases: [0, 0, 1],
            firstDivisors: true,
          }),
          votesOf(60n),
        ),
        (input) => agrees(apportion, input),
      ),
    broken: inDoubles,
  },
  {
    name: "places and ties are those of the slow reference for hundreds of places",
    property: (apportion) =>
      fc.property(
        contests({
          methods: divisorMethods,
          most: 4,
          sizes: fc.bigInt({ min: 60n, max: 300n }),
          styles: everyBound,
        }),
        (input) => agrees(apportion, input),
      ),
    broken: inDoubles,
  },
  {
    name: "a tie is reported exactly where another choice among equals gives another answer",
    property: (apportion) =>
      fc.property(
        small.filter(({ method }) => method !== "largest-remainder"),
        (input) => {
          const contest = slowContest(input);
          const method = input.method!;
          const choice = isDivisorMethod(method) ? divisorChoice(contest, method) : quotaChoice(contest);
          const outcomes = everyOutcome(contest, choice).map((text) => text.split(","));
          const { places, ties } = apportion(input);
          const tied = new Set(ties.flatMap(({ rows }) => rows));
          return (
            outcomes.some((answer) => answer.join() === places.join()) &&
            places.every(
              (_, row) => tied.has(row) === outcomes.some((answer) => answer[row] !== outcomes[0]![row]),
            )
          );
        },
      ),
    broken: (input) => ({ ...quotaApportion(input), ties: [] }),
  },
];

function votesOf(most: bigint): fc.Arbitrary<QuotaApportionInput> {
  return contests({
    methods: ["droop", "hagenbach-bischoff"],
    most: 8,
    sizes: fc.bigInt({ min: 0n, max: most }),
    styles: ["none", ...everyBound],
    bases: [0, 0, 1],
    whole: true,
  });
}

function agrees(apportion: Apportion, input: QuotaApportionInput): boolean {
  const wanted = slowApportion(input);
  if (wanted === "refused") return refusesWith("outOfRange", () => apportion(input));
  const { places, ties } = apportion(input);
  return (
    allEqual(places, wanted.places.map(Number)) && (wanted.ties === undefined || allEqual(ties, wanted.ties))
  );
}

/** Whether two rows have the same bounds and weights that compare so. */
function alike(input: QuotaApportionInput, row: number, other: number, comparison: number): boolean {
  const { length } = input.weights;
  const [low, high] = [column(input.minimum, length), column(input.maximum, length)];
  return (
    low[row] === low[other] &&
    high[row] === high[other] &&
    compareFractions(input.weights[row]!, input.weights[other]!) === comparison
  );
}

/** What a method that may refuse answers. */
function unlessRefused<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof CalculationError) return undefined;
    throw error;
  }
}

/** Adams, and next time Jefferson. */
function alternating(): Apportion {
  let calls = 0;
  return (input) => {
    calls += 1;
    return always(calls % 2 === 0 ? "adams" : "jefferson")(input);
  };
}

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
const methodLaws: readonly Law<Apportion>[] = [
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

/** What holds for every apportionment. */
export const quotaApportionLaws: readonly Law<Apportion>[] = [...generalLaws, ...methodLaws];

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
