import * as fc from "fast-check";
import type { Count } from "../exact/count.ts";
import { toNumber } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { allEqual, type Apportion } from "./apportionments.laws.ts";
import { contests, divisorMethods, everyBound, scaleFreeMethods } from "./arbitraries.laws.ts";
import { quotaApportion, type QuotaApportionInput } from "./quotaApportion.ts";
import {
  divisorChoice,
  everyOutcome,
  isDivisorMethod,
  quotaChoice,
  slowApportion,
  slowContest,
} from "./reference.laws.ts";

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

const small = contests({
  methods: scaleFreeMethods,
  most: 4,
  sizes: fc.bigInt({ min: 0n, max: 8n }),
});

/** What holds against the slow reference. */
export const apportionmentReferenceLaws: readonly Law<Apportion>[] = [
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
