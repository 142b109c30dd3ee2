import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import type { Apportion } from "./apportionments.laws.ts";
import { contests, divisorMethods, scaleFreeMethods, smallHouses } from "./arbitraries.laws.ts";
import type { Outcome } from "./contest.ts";
import { apportion, prepareContest, quotaApportion, type QuotaApportionInput } from "./quotaApportion.ts";
import { quotaApportionTyped, type QuotaApportionTypedInput } from "./quotaApportionTyped.ts";
import { sameOutcome, weightsOf, wholeColumns, wholeTotals } from "./wholeColumns.laws.ts";

type TypedApportion = typeof quotaApportionTyped;

const quickMethods = [...divisorMethods, "largest-remainder"] as const;
const typedContests: fc.Arbitrary<Required<QuotaApportionTypedInput>> = fc.record({
  places: wholeTotals,
  weights: wholeColumns,
  method: fc.constantFrom(...quickMethods),
});

/** The same places in whole numbers of any length, without the quick way. */
const exactly = (input: QuotaApportionInput): Outcome => apportion(prepareContest(input), input);
const asExact = ({ places, weights, method }: Required<QuotaApportionTypedInput>): QuotaApportionInput => ({
  places: count(places),
  weights: weightsOf(weights),
  method,
});

/** Weights in single precision. */
const singlePrecision: TypedApportion = ({ weights, ...input }) =>
  quotaApportionTyped({
    ...input,
    weights: weights.map((weight) => Math.min(Math.fround(weight), Number.MAX_SAFE_INTEGER)),
  });

const agrees = (apportionTyped: TypedApportion, input: Required<QuotaApportionTypedInput>): boolean => {
  const [found, wanted] = [apportionTyped(input), exactly(asExact(input))];
  return sameOutcome(
    { values: found.places, ties: found.ties },
    { values: wanted.places, ties: wanted.ties },
  );
};

export const quotaApportionTypedLaws: readonly Law<TypedApportion>[] = [
  {
    name: "places and ties are those of whole numbers of any length",
    property: (calculator) => fc.property(typedContests, (input) => agrees(calculator, input)),
    broken: singlePrecision,
  },
  {
    name: "so are those of the methods that have no quick way",
    property: (calculator) =>
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
        fc.nat(9),
        (weights, places) =>
          agrees(calculator, { places, weights: Float64Array.from(weights), method: "quota" }),
      ),
    broken: (input) => quotaApportionTyped({ ...input, method: "webster" }),
  },
  {
    name: "nothing that was handed in is changed",
    property: (calculator) =>
      fc.property(typedContests, (input) => {
        const weights = input.weights.slice();
        calculator({ ...input, weights });
        return weights.every((weight, row) => weight === input.weights[row]);
      }),
    broken: (input) => {
      const found = quotaApportionTyped(input);
      input.weights.set(found.places);
      return found;
    },
  },
  {
    name: "what cannot be apportioned is refused by its code, never answered",
    property: (calculator) =>
      fc.property(typedContests, fc.constantFrom(-1, 0.5, 2 ** 53, NaN), fc.nat(), (given, wrong, key) => {
        const { weights } = given;
        const place = key % weights.length;
        const spoilt = weights.map((weight, row) => (row === place ? wrong : weight));
        return (
          refusesWith("outOfRange", () => calculator({ ...given, weights: spoilt })) &&
          refusesWith("outOfRange", () => calculator({ ...given, places: wrong })) &&
          refusesWith("allZero", () => calculator({ places: 1, weights: weights.map(() => 0) })) &&
          refusesWith("emptyInput", () => calculator({ places: 1, weights: new Float64Array(0) }))
        );
      }),
    broken: ({ places, weights }) => ({ places: weights.map(() => places), ties: [] }),
  },
];

/** The quick way of the ordinary apportionment, which takes it wherever there are no options. */
export const plainApportionLaws: readonly Law<Apportion>[] = [
  {
    name: "places and ties are those of whole numbers of any length",
    property: (calculator) =>
      fc.property(
        fc.oneof(
          typedContests.map(asExact),
          contests({ methods: scaleFreeMethods.filter((method) => method !== "quota"), sizes: smallHouses }),
        ),
        (input) => {
          const [found, wanted] = [calculator(input), exactly(input)];
          return sameOutcome(
            { values: found.places, ties: found.ties },
            { values: wanted.places, ties: wanted.ties },
          );
        },
      ),
    broken: (input) => quotaApportion({ ...input, weights: [...input.weights].reverse() }),
  },
];
