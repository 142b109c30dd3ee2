import * as fc from "fast-check";
import { amountValue } from "../exact/amount.ts";
import { compareFractions, type Fraction, fraction, minus, over, plus, times } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { magnitudes } from "./arbitraries.laws.ts";
import { fundingReturn, type FundingReturn, type FundingReturnInput } from "./fundingReturn.ts";
import { roundedUp, totalOf, wholePart, zero } from "./reference.laws.ts";
import { allEqual, sumOf, worth } from "./splits.laws.ts";

type Return = typeof fundingReturn;

const steps = fc.constantFrom(fraction(1n, 100n), fraction(1n), fraction(1n, 20n));
const dues = fc.oneof(
  fc.array(fc.bigInt({ min: 0n, max: 9n }), { minLength: 1, maxLength: 9 }),
  fc.array(fc.bigInt({ min: 0n, max: 500_000n }), { minLength: 1, maxLength: 9 }),
  fc.array(magnitudes, { minLength: 1, maxLength: 9 }),
);

/** Dues in cents, some of them with groups; no pool, so that no top-up is too much. */
const inputs: fc.Arbitrary<FundingReturnInput> = fc
  .tuple(dues, steps, fc.nat(12), fc.bigInt({ min: 0n, max: 900_000n }), fc.boolean())
  .map(([units, step, twelfths, minimum, grouped]) => ({
    dues: units.map((value) => fraction(value, 100n)),
    share: fraction(BigInt(twelfths), 12n),
    step,
    minimumEach: fraction(minimum, 300n),
    group: grouped ? units.map((value) => `group ${value % 3n}`) : undefined,
  }));

const returnedOf = ({ rows }: FundingReturn): bigint[] => rows.map(({ returned }) => returned.units);
const minimumOf = ({ minimumEach = zero, step }: FundingReturnInput): bigint =>
  roundedUp(over(minimumEach, step));
const nearest = (value: Fraction): bigint => wholePart(plus(value, fraction(1n, 2n)));

/** Every row's share rounded by itself. */
const eachRounded: Return = (input) => {
  const real = fundingReturn(input);
  const rows = real.rows.map((row) => ({
    ...row,
    returned: { units: nearest(over(times(row.dues, input.share), input.step)), step: input.step },
  }));
  return { ...real, rows };
};
/** The minimum for everyone on top of the return. */
const baseForAll: Return = (input) => {
  const real = fundingReturn(input);
  const topUp = { units: minimumOf(input), step: input.step };
  return { ...real, rows: real.rows.map((row) => ({ ...row, topUp })) };
};

/** What holds for all dues returned. */
export const fundingReturnLaws: readonly Law<Return>[] = [
  {
    name: "what comes back adds up to the share of all dues, rounded once",
    property: (giveBack) =>
      fc.property(inputs, (input) => {
        const wanted = nearest(over(times(totalOf(input.dues), input.share), input.step));
        const answer = giveBack(input);
        return sumOf(returnedOf(answer)) === wanted && answer.total.returned.units === wanted;
      }),
    broken: eachRounded,
  },
  {
    name: "each gets its dues' part of what comes back, rounded down or up",
    property: (giveBack) =>
      fc.property(inputs, (input) => {
        const { rows, total } = giveBack(input);
        return rows.every(({ dues: own, returned }) => {
          const apart = minus(
            times(fraction(returned.units), total.dues),
            times(own, fraction(total.returned.units)),
          );
          return (
            apart.numerator === 0n || compareFractions(times(apart, apart), times(total.dues, total.dues)) < 0
          );
        });
      }),
    broken: (input) => {
      const real = fundingReturn(input);
      const returned = [...real.rows].reverse().map((row) => row.returned);
      return { ...real, rows: real.rows.map((row, place) => ({ ...row, returned: returned[place]! })) };
    },
  },
  {
    name: "who gets less than the minimum is topped up to it, and nobody else",
    property: (giveBack) =>
      fc.property(inputs, (input) => {
        const minimum = minimumOf(input);
        return giveBack(input).rows.every(({ returned, topUp, total }) =>
          returned.units < minimum ? total.units === minimum : topUp.units === 0n,
        );
      }),
    broken: baseForAll,
  },
  {
    name: "returned and top-up add up to the total, of each and of all",
    property: (giveBack) =>
      fc.property(inputs, (input) => {
        const { rows, total } = giveBack(input);
        const all = (name: "returned" | "topUp" | "total"): bigint =>
          sumOf(rows.map((row) => row[name].units));
        return (
          [...rows, total].every((row) => row.returned.units + row.topUp.units === row.total.units) &&
          (["returned", "topUp", "total"] as const).every((name) => all(name) === total[name].units) &&
          compareFractions(totalOf(rows.map((row) => row.dues)), totalOf(input.dues)) === 0
        );
      }),
    broken: baseForAll,
  },
  {
    name: "a group gets what one payer of all its dues would get",
    property: (giveBack) =>
      fc.property(inputs, (input) => {
        const { rows } = giveBack(input);
        const together = { ...input, dues: rows.map((row) => row.dues), group: undefined };
        const names = rows.map(({ group }) => group);
        return (
          allEqual(
            returnedOf({ ...fundingReturn(together) }),
            rows.map(({ returned }) => returned.units),
          ) &&
          JSON.stringify(names) ===
            JSON.stringify(input.group ? [...new Set(input.group)] : names.map(() => undefined))
        );
      }),
    broken: (input) => fundingReturn({ ...input, group: input.dues.map((_, row) => String(row)) }),
  },
  {
    name: "what is left of the pool is the pool less the top-ups, which are refused beyond it",
    property: (giveBack) =>
      fc.property(inputs, (input) => {
        const { topUp } = giveBack(input).total;
        const needed = amountValue(topUp);
        const { poolLeft } = giveBack({ ...input, pool: plus(needed, fraction(7n, 3n)) });
        const short = worth(topUp.units - 1n, input.step);
        return (
          poolLeft !== undefined &&
          compareFractions(poolLeft, fraction(7n, 3n)) === 0 &&
          giveBack({ ...input, pool: undefined }).poolLeft === undefined &&
          (short.numerator < 0n || refusesWith("infeasibleBounds", () => giveBack({ ...input, pool: short })))
        );
      }),
    broken: (input) => ({ ...fundingReturn({ ...input, pool: undefined }), poolLeft: input.pool }),
  },
  {
    name: "what cannot be returned is refused by its code, never answered",
    property: (giveBack) =>
      fc.property(inputs, (input) => {
        const below = fraction(-1n, 7n);
        return (
          refusesWith("emptyInput", () => giveBack({ ...input, dues: [] })) &&
          refusesWith("sizeMismatch", () =>
            giveBack({ ...input, group: ["one", ...input.dues.map(String)] }),
          ) &&
          refusesWith("outOfRange", () => giveBack({ ...input, dues: input.dues.map(() => below) })) &&
          refusesWith("outOfRange", () => giveBack({ ...input, share: below })) &&
          refusesWith("outOfRange", () => giveBack({ ...input, share: fraction(8n, 7n) })) &&
          refusesWith("outOfRange", () => giveBack({ ...input, minimumEach: below })) &&
          refusesWith("outOfRange", () => giveBack({ ...input, pool: below })) &&
          refusesWith("outOfRange", () => giveBack({ ...input, step: zero }))
        );
      }),
    broken: (input) => fundingReturn({ ...input, share: fraction(1n, 2n) }),
  },
];
