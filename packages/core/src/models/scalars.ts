import * as z from "zod";

import { CalculationError } from "../errors.ts";
import { type Amount, amountOf } from "../exact/amount.ts";
import { type Count, count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import type { Fraction } from "../exact/fraction.ts";
import { type Weight, weight } from "../exact/weight.ts";
import type { Bound } from "../funding/bounds.ts";

/** A number as data holds it: a JSON number, or decimal text where every digit matters. */
export type NumericData = number | string;

const numericData = z.union([z.number(), z.string()]);

/** A model that reads plain data through a constructor of the core, whose refusal becomes an issue. */
export function through<Data, Value>(
  data: z.ZodType<Data, Data>,
  read: (value: Data) => Value,
): z.ZodType<Value, Data> {
  return data.transform((value, context) => {
    try {
      return read(value);
    } catch (error) {
      if (!(error instanceof CalculationError)) throw error;
      context.addIssue({ code: "custom", message: error.requirement, input: value });
      return z.NEVER;
    }
  });
}

/** A whole number from 0 to 2^53-1. */
export const CountModel: z.ZodType<Count, number> = through(z.number(), (value) => count(value));

/** An exact number, from a number or decimal text. */
export const ExactModel: z.ZodType<Fraction, NumericData> = through(numericData, exact);

/** A weight, from a number or decimal text. */
export const WeightModel: z.ZodType<Weight, NumericData> = through(numericData, weight);

/** An amount and its step, both as numbers or decimal text. */
export interface AmountData {
  /** The amount, in whole steps. */
  readonly value: NumericData;
  /** The smallest step. */
  readonly step: NumericData;
}

/** An amount in whole steps. */
export const AmountModel: z.ZodType<Amount, AmountData> = through(
  z.strictObject({ value: numericData, step: numericData }),
  ({ value, step }) => amountOf(exact(value), exact(step)),
);

/** A value in whose place null stands for what is not known. */
export function known<Value>(value: z.ZodType<Value>): z.ZodType<Value | undefined> {
  return value.nullable().transform((cell) => cell ?? undefined);
}

/** One bound for all rows, or one a row with null where a row has none. */
export function bound<Value>(value: z.ZodType<Value>): z.ZodType<Bound<Value>> {
  return z.union([value, column(value)]);
}

/** A column in which null stands for what is not known. */
export function column<Value>(value: z.ZodType<Value>): z.ZodType<(Value | undefined)[]> {
  return z.array(known(value));
}
