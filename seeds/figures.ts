import { decimalText, exact, minus, over, plus, times, toNumber } from "@tallykit/core";
import * as z from "zod";

import figuresData from "./figures.json" with { type: "json" };
import sourcesData from "./sources.json" with { type: "json" };

/** In both languages. */
const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

const value = z.union([z.string(), z.number(), z.boolean()]);
/** A cell error such as `{ error: "#N/A" }` may stand inside a range. */
const cell = z.union([value, z.strictObject({ error: z.string().startsWith("#") })]);
/** A cell, or a range as an array of rows. */
const result = z.union([value, z.array(z.array(cell))]);
/** Null stands for an argument left out. */
const argument = z.union([value, z.null(), z.array(z.array(value.nullable()))]);

const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const decimals = z.int().min(0).max(15);
const call = z.union([
  z.strictObject({ function: z.string().regex(/^[A-Z]+(_[A-Z]+)+$/), arguments: z.array(argument) }),
  z.strictObject({ arithmetic: z.enum(["sum", "difference", "product"]), of: z.array(decimal).min(2) }),
  z.strictObject({ arithmetic: z.literal("quotient"), of: z.tuple([decimal, decimal]), decimals }),
]);

const reading = z.strictObject({
  /** What is computed. */
  reading: text,
  call,
  /** Worked out outside the project. */
  result,
  /** The answer the document prints, in the form of the result; absent where it prints none. */
  printed: result.exactOptional(),
});

const sourceId = z.enum(["D0", "D1", "D2", "D3", "D4"]);

const figure = z.strictObject({
  id: z.string().regex(/^[FL]\d\d(\.[2-9])?$/),
  /** The lines of the numbered list of figures that it covers. */
  lines: z.array(z.int().positive()),
  source: z.union([sourceId, z.array(sourceId).min(2)]),
  name: text,
  /** The numbers exactly as printed, in their order. */
  published: z.array(z.string().min(1)).min(1),
  /** What the rates are a share of; absent where nothing is a rate. */
  denominator: text.exactOptional(),
  /** How the printed answer is rounded; absent where it is not. */
  rounding: z.strictObject({ decimals, of: z.enum(["percentage", "number", "points"]) }).exactOptional(),
  verdict: z.enum(["agrees", "derived", "ambiguous", "contradicts", "not checkable"]),
  readings: z.array(reading),
  note: text.exactOptional(),
});

const source = z.strictObject({
  title: text,
  publisher: text.exactOptional(),
  /** Absent where the document bears no date. */
  year: z
    .string()
    .regex(/^\d{4}$/)
    .exactOptional(),
  /** The name of the document's file, which is not part of the project. */
  file: z.string().min(1),
  note: text.exactOptional(),
});

/** How a reading is computed: a spreadsheet function, or plain arithmetic on decimal texts. */
export type Call = z.infer<typeof call>;
/** One way to read a published figure: what is computed, how, and what comes out. */
export type Reading = z.infer<typeof reading>;
/** A published figure, or one derived from published counts, with its recomputation. */
export type Figure = z.infer<typeof figure>;
/** A document that figures come from. */
export type Source = z.infer<typeof source>;

/** The model of one record in `figures.json`. */
export const FigureModel: z.ZodType<Figure> = figure;
/** The published figures. */
export const figures: readonly Figure[] = z.array(figure).parse(figuresData);
/** The documents they come from, by the key that a figure's `source` names. */
export const sources: Readonly<Record<z.infer<typeof sourceId>, Source>> = z
  .record(sourceId, source)
  .parse(sourcesData);

/**
 * Evaluates a call: a spreadsheet function through the caller's own, arithmetic exactly.
 *
 * A difference takes all that follow from the first; a quotient is rounded half away from zero. What comes back is the
 * double nearest to the exact answer.
 */
export function recompute(
  call: Call,
  callFunction: (id: string, args: readonly unknown[]) => unknown,
): unknown {
  if ("function" in call) return callFunction(call.function, call.arguments);
  if (call.arithmetic === "quotient") {
    const [dividend, divisor] = call.of;
    return Number(decimalText(over(exact(dividend), exact(divisor)), call.decimals));
  }
  const step = { sum: plus, difference: minus, product: times }[call.arithmetic];
  return toNumber(call.of.map((number) => exact(number)).reduce(step));
}
