import * as fc from "fast-check";
import { amountValue } from "../exact/amount.ts";
import { compareFractions, type Fraction, fraction, minus, over, plus, times } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { magnitudes, orderBy, sortKeys } from "./arbitraries.laws.ts";
import {
  type ClaimsRule,
  fundingClaims,
  type FundingClaims,
  type FundingClaimsInput,
} from "./fundingClaims.ts";
import { totalOf, wholePart, zero } from "./reference.laws.ts";
import { allEqual, sumOf } from "./splits.laws.ts";

type Divide = typeof fundingClaims;

const rules: readonly ClaimsRule[] = ["proportional", "equal-awards", "equal-losses", "talmud"];
const steps = fc.constantFrom(fraction(1n, 100n), fraction(1n), fraction(1n, 20n), fraction(1n, 3n));

interface Options {
  readonly only?: readonly ClaimsRule[];
  /** Whether the total may exceed the claims. */
  readonly plenty?: boolean;
  /** Whether claims may lie between two steps. */
  readonly uneven?: boolean;
}

/** Totals from nothing to what the claims come to, or beyond. */
function problems({
  only = rules,
  plenty = true,
  uneven = true,
}: Options = {}): fc.Arbitrary<FundingClaimsInput> {
  const claims = fc.oneof(
    fc.array(fc.bigInt({ min: 0n, max: 6n }), { minLength: 1, maxLength: 8 }),
    fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 8 }),
    fc.array(magnitudes, { minLength: 1, maxLength: 8 }),
  );
  return fc
    .tuple(
      claims,
      steps,
      fc.bigInt({ min: 0n, max: plenty ? 1100n : 1000n }),
      fc.constantFrom(...only),
      fc.boolean(),
    )
    .map(([units, step, share, rule, between]) => {
      const half = uneven && between ? 1n : 0n;
      return {
        total: { units: (sumOf(units) * share) / 1000n, step },
        claims: units.map((claim) => times(fraction(2n * claim + half, 2n), step)),
        rule,
      };
    });
}

const unitsOf = ({ parts }: FundingClaims): bigint[] => parts.map(({ units }) => units);
const claimUnits = ({ claims, total }: FundingClaimsInput): bigint[] =>
  claims.map((claim) => wholePart(over(claim, total.step)));
const same = (a: Fraction, b: Fraction): boolean => compareFractions(a, b) === 0;
const smaller = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) <= 0 ? a : b);
const overZero = (value: Fraction): Fraction => (value.numerator < 0n ? zero : value);
const by =
  (rule: ClaimsRule): Divide =>
  (input) =>
    fundingClaims({ ...input, rule });
/** Each takes its claim as long as there is something. */
const firstCome: Divide = (input) => {
  const real = fundingClaims(input);
  let left = sumOf(unitsOf(real));
  const parts = claimUnits(input).map((claim) => {
    const part = claim < left ? claim : left;
    left -= part;
    return { units: part, step: input.total.step };
  });
  return { ...real, parts, awards: parts.map(amountValue) };
};
/** The rule on the total as if there were no claims to stay under. */
const withoutClaims: Divide = (input) => {
  const real = fundingClaims(input);
  const { units, step } = input.total;
  const each = fraction(units * step.numerator, step.denominator * BigInt(input.claims.length));
  return {
    ...real,
    parts: real.parts.map(() => ({ units: wholePart(over(each, step)), step })),
    awards: real.awards.map(() => each),
  };
};

/** The other side of a problem: what the claims lose, divided among them. */
const losses = (input: FundingClaimsInput): FundingClaimsInput => ({
  ...input,
  total: { ...input.total, units: sumOf(claimUnits(input)) - input.total.units },
});

function pairs(length: number, holds: (row: number, other: number) => boolean): boolean {
  const rows = Array.from({ length }, (_, row) => row);
  return rows.every((row) => rows.every((other) => row === other || holds(row, other)));
}

/** What divides a garment that two hold: each gets what the other does not claim, and half of the rest. */
function contestedGarment(garment: Fraction, mine: Fraction, others: Fraction): Fraction {
  const [conceded, given] = [overZero(minus(garment, others)), overZero(minus(garment, mine))];
  return plus(conceded, over(minus(garment, plus(conceded, given)), fraction(2n)));
}

/** What holds for every division of scarce money. */
export const fundingClaimsLaws: readonly Law<Divide>[] = [
  {
    name: "the parts and what is left add up to the total, and nothing is left while a claim is unpaid",
    property: (divide) =>
      fc.property(problems(), (input) => {
        const answer = divide(input);
        const [paid, claimed] = [sumOf(unitsOf(answer)), sumOf(claimUnits(input))];
        return (
          paid + answer.left.units === input.total.units &&
          paid === (input.total.units < claimed ? input.total.units : claimed)
        );
      }),
    broken: (input) => ({ ...fundingClaims(input), left: input.total }),
  },
  {
    name: "no part is below zero or above its claim",
    property: (divide) =>
      fc.property(problems(), (input) => {
        const claims = claimUnits(input);
        return unitsOf(divide(input)).every((part, row) => part >= 0n && part <= claims[row]!);
      }),
    broken: withoutClaims,
  },
  {
    name: "the exact awards add up to what is paid, and each part is its award rounded down or up",
    property: (divide) =>
      fc.property(problems(), (input) => {
        const { parts, awards } = divide(input);
        const paid = totalOf(parts.map(amountValue));
        return (
          same(totalOf(awards), paid) &&
          parts.every((part, row) => {
            const apart = over(minus(amountValue(part), awards[row]!), input.total.step);
            return compareFractions(times(apart, apart), fraction(1n)) < 0;
          })
        );
      }),
    broken: (input) => ({ ...fundingClaims(input), parts: firstCome(input).parts }),
  },
  {
    name: "proportional: every claim is paid at the same rate",
    property: (divide) =>
      fc.property(problems({ only: ["proportional"], plenty: false, uneven: false }), (input) => {
        const [total, claimed] = [amountValue(input.total), totalOf(input.claims)];
        return divide(input).awards.every((award, row) =>
          same(times(award, claimed), times(input.claims[row]!, total)),
        );
      }),
    broken: by("talmud"),
  },
  {
    name: "equal-awards: who gets less than another is paid in full",
    property: (divide) =>
      fc.property(problems({ only: ["equal-awards"], uneven: false }), (input) => {
        const { awards } = divide(input);
        return pairs(
          awards.length,
          (row, other) =>
            compareFractions(awards[row]!, awards[other]!) >= 0 || same(awards[row]!, input.claims[row]!),
        );
      }),
    broken: by("proportional"),
  },
  {
    name: "equal-losses: who loses less than another loses the whole claim",
    property: (divide) =>
      fc.property(problems({ only: ["equal-losses"], uneven: false }), (input) => {
        const { awards } = divide(input);
        const lost = awards.map((award, row) => minus(input.claims[row]!, award));
        return pairs(
          awards.length,
          (row, other) => compareFractions(lost[row]!, lost[other]!) >= 0 || awards[row]!.numerator === 0n,
        );
      }),
    broken: by("proportional"),
  },
  {
    name: "talmud: any two divide what they get together as a contested garment",
    property: (divide) =>
      fc.property(problems({ only: ["talmud"], uneven: false }), (input) => {
        const { awards } = divide(input);
        return pairs(awards.length, (row, other) =>
          same(
            awards[row]!,
            contestedGarment(plus(awards[row]!, awards[other]!), input.claims[row]!, input.claims[other]!),
          ),
        );
      }),
    broken: by("proportional"),
  },
  {
    name: "talmud: nobody gets more than half before all have half, and nobody less after",
    property: (divide) =>
      fc.property(problems({ only: ["talmud"], plenty: false, uneven: false }), (input) => {
        const isScarce = 2n * input.total.units <= sumOf(claimUnits(input));
        return divide(input).awards.every((award, row) => {
          const apart = compareFractions(times(award, fraction(2n)), input.claims[row]!);
          return isScarce ? apart <= 0 : apart >= 0;
        });
      }),
    broken: by("equal-awards"),
  },
  {
    name: "proportional and talmud are their own duals: what is awarded and what is lost are divided alike",
    property: (divide) =>
      fc.property(problems({ only: ["proportional", "talmud"], plenty: false, uneven: false }), (input) => {
        const [awards, lost] = [divide(input).awards, divide(losses(input)).awards];
        return awards.every((award, row) => same(plus(award, lost[row]!), input.claims[row]!));
      }),
    broken: by("equal-awards"),
  },
  {
    name: "equal-awards and equal-losses are each other's duals",
    property: (divide) =>
      fc.property(problems({ only: ["equal-awards"], plenty: false, uneven: false }), (input) => {
        const lost = divide({ ...losses(input), rule: "equal-losses" }).awards;
        return divide(input).awards.every((award, row) => same(plus(award, lost[row]!), input.claims[row]!));
      }),
    broken: by("equal-awards"),
  },
  {
    name: "more money awards nobody less",
    property: (divide) =>
      fc.property(problems(), magnitudes, (input, more) => {
        const richer = { ...input, total: { ...input.total, units: input.total.units + more } };
        const [before, after] = [divide(input).awards, divide(richer).awards];
        return before.every((award, row) => compareFractions(award, after[row]!) <= 0);
      }),
    broken: (input) =>
      fundingClaims({
        ...input,
        rule: 2n * input.total.units <= sumOf(claimUnits(input)) ? "equal-awards" : "equal-losses",
      }),
  },
  {
    name: "a larger claim never gets less, nor loses less",
    property: (divide) =>
      fc.property(problems({ uneven: false }), (input) => {
        const [{ awards }, claims] = [divide(input), input.claims];
        const lost = awards.map((award, row) => minus(claims[row]!, award));
        return pairs(
          awards.length,
          (row, other) =>
            compareFractions(claims[row]!, claims[other]!) < 0 ||
            (compareFractions(awards[row]!, awards[other]!) >= 0 &&
              compareFractions(lost[row]!, lost[other]!) >= 0),
        );
      }),
    broken: firstCome,
  },
  {
    name: "equal-awards: the part of a claim above the total counts for nothing",
    property: (divide) =>
      fc.property(problems({ only: ["equal-awards"], uneven: false }), (input) => {
        const claims = input.claims.map((claim) => smaller(claim, amountValue(input.total)));
        return allEqual(unitsOf(divide(input)), unitsOf(divide({ ...input, claims })));
      }),
    broken: by("proportional"),
  },
  {
    name: "another order of the claims gives each the same part, but for those of a reported tie",
    property: (divide) =>
      fc.property(problems(), sortKeys, (input, keys) => {
        const order = orderBy(keys, input.claims.length);
        const plain = divide(input);
        const other = unitsOf(divide({ ...input, claims: order.map((row) => input.claims[row]!) }));
        const tied = new Set(plain.ties.flatMap(({ rows }) => rows));
        return order.every((row, place) => {
          const apart = other[place]! - unitsOf(plain)[row]!;
          return tied.has(row) ? apart * apart <= 1n : apart === 0n;
        });
      }),
    broken: firstCome,
  },
  {
    name: "what cannot be divided is refused by its code, never answered",
    property: (divide) =>
      fc.property(problems(), (input) => {
        const { claims, total } = input;
        const below = fraction(-1n, 7n);
        return (
          refusesWith("emptyInput", () => divide({ ...input, claims: [] })) &&
          refusesWith("outOfRange", () => divide({ ...input, claims: [...claims, below] })) &&
          refusesWith("outOfRange", () => divide({ ...input, total: { units: -1n, step: total.step } }))
        );
      }),
    broken: ({ claims, total }) => ({
      parts: claims.map(() => total),
      awards: claims,
      left: total,
      ties: [],
    }),
  },
];
