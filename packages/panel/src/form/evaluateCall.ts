import { type Argument, callFunction, type FunctionRow, type Range, type Result } from "@tallykit/sheet";

import type { ReadArgument } from "../formula/readFormulaArgument.ts";
import { textOf } from "../formula/textOf.ts";
import type { RangeReference, SheetHost } from "../host/sheetHost.ts";

/** What a form comes to before anything is inserted. */
export type Evaluation =
  | { readonly kind: "incomplete" }
  | { readonly kind: "refused" }
  | { readonly kind: "tooLarge"; readonly cells: number }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "result"; readonly result: Result; readonly given: readonly Argument[] };

/** More cells than are calculated while somebody types. */
const mostCells = 50_000;
/** The days by which the count from 1900 is ahead of the one from 1904. */
const daysBetweenSystems = 1462;

/** Calls a function with what its form holds; ranges are read from the spreadsheet. */
export async function evaluateCall(
  { id, parameters }: FunctionRow,
  given: readonly ReadArgument[],
  host: SheetHost,
): Promise<Evaluation> {
  if (given.some(({ kind }) => kind === "refused")) return { kind: "refused" };
  const isDue = Object.values(parameters).some(
    ({ optional }, index) => !optional && given[index]?.kind === "absent",
  );
  if (isDue) return { kind: "incomplete" };
  try {
    const values = await Promise.all(given.map((argument) => valueOf(argument, host)));
    const cells = values.reduce<number>(
      (sum, value) => sum + (Array.isArray(value) ? value.flat().length : 1),
      0,
    );
    if (cells > mostCells) return { kind: "tooLarge", cells };
    const system = values[Object.keys(parameters).indexOf("dateSystem")];
    const dated = system === 1904 ? values.map((value, at) => in1904(value, given[at])) : values;
    return { kind: "result", result: callFunction(id, dated), given: dated };
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

/** The ranges that a form reads. */
export function referencesOf(given: readonly ReadArgument[]): RangeReference[] {
  return given.flatMap((argument) => (argument.kind === "reference" ? [argument.reference] : []));
}

async function valueOf(argument: ReadArgument, host: SheetHost): Promise<Argument> {
  if (argument.kind === "value") return argument.value;
  if (argument.kind !== "reference") return undefined;
  const { values } = await host.readRange(argument.reference);
  const range: Range = argument.isText ? values.map((row) => row.map(textOf)) : values;
  const [single] = range[0] ?? [];
  return range.length === 1 && range[0]?.length === 1 ? (single ?? null) : range;
}

/** A day that the form holds as a date, counted as the workbook does that counts from 1904. */
function in1904(value: Argument, read: ReadArgument | undefined): Argument {
  const isDate = read?.kind === "value" && read.text.startsWith("DATE(") && typeof value === "number";
  return isDate ? value - daysBetweenSystems : value;
}
