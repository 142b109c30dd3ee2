import type { Amount } from "../exact/amount.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { type FundingSplit, fundingSplit, type FundingSplitInput } from "./fundingSplit.ts";

/** A calculator that splits. */
export type Split = (input: FundingSplitInput) => FundingSplit;

export const sumOf = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n);
export const unitsOf = ({ parts }: FundingSplit): bigint[] => parts.map(({ units }) => units);
export const sizeOf = ({ units }: Amount): bigint => (units < 0n ? -units : units);
export const allEqual = (a: readonly bigint[], b: readonly bigint[]): boolean => a.join() === b.join();

/** The real split with its parts changed. */
export const mistaken =
  (change: (parts: bigint[], input: FundingSplitInput) => readonly bigint[]): Split =>
  (input) => {
    const { parts, ties } = fundingSplit(input);
    const changed = change(
      parts.map(({ units }) => units),
      input,
    );
    return { parts: changed.map((units) => ({ units, step: input.total.step })), ties };
  };

/** One step taken from the last row that has some and given to the first row. */
export const moveOne = (parts: bigint[], steps = 1n): bigint[] => {
  const giver = parts.reduce((last, part, row) => (part > 0n ? row : last), 0);
  parts[giver]! -= steps;
  parts[0]! += steps;
  return parts;
};

export const without = (input: FundingSplitInput): FundingSplitInput => ({
  ...input,
  minimum: undefined,
  maximum: undefined,
});

export function worth(units: bigint, step: Fraction): Fraction {
  return fraction(units * step.numerator, step.denominator);
}
