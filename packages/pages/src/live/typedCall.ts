import type { Argument, Cell, FunctionRow, Parameter } from "@tallykit/sheet";

import { shownDay } from "../cells/shownCell.ts";
import { typedCell } from "../cells/typedCell.ts";

/** What is typed into the fields of one parameter: one field, or rows of fields; nothing where it is left out. */
export type TypedArgument = string | readonly (readonly string[])[] | undefined;

/** The fields that show a call. */
export function typedCall(row: FunctionRow, given: readonly Argument[]): TypedArgument[] {
  return Object.values(row.parameters).map((parameter, index) => {
    const argument = given[index] ?? null;
    const field = (cell: Cell): string => fieldText(cell, parameter);
    if (Array.isArray(argument))
      return (argument as readonly (readonly Cell[])[]).map((cells) => cells.map(field));
    if (argument === null && parameter.shape !== "cell") return undefined;
    return field(argument as Cell);
  });
}

function fieldText(cell: Cell, { takes }: Parameter<unknown>): string {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.error;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number") return takes === "date" && cell > 0 ? shownDay(cell) : String(cell);
  return typedCell(cell, { takes }) === cell.trim() || cell === "" ? cell : `'${cell}`;
}

/** The call that fields stand for; what is left out at the end is not part of it. */
export function callOf(row: FunctionRow, typed: readonly TypedArgument[]): Argument[] {
  const given = Object.values(row.parameters).map((parameter, index): Argument => {
    const argument = typed[index];
    if (argument === undefined) return null;
    if (typeof argument === "string") return typedCell(argument, parameter);
    return argument.map((cells) => cells.map((text) => typedCell(text, parameter)));
  });
  while (given.length > 0 && given.at(-1) === null) given.pop();
  return given;
}

/** Whether the fields of a parameter are records of the call, one a row. */
function isRecords(parameter: Parameter<unknown>, argument: TypedArgument): boolean {
  if (!Array.isArray(argument) || argument.length < 2) return false;
  const records = parameter.records(argument, "");
  return records?.length === argument.length;
}

/** How many records a call has, as far as fields show it. */
export function recordCount(row: FunctionRow, typed: readonly TypedArgument[]): number {
  const place = Object.values(row.parameters).findIndex((parameter, index) =>
    isRecords(parameter, typed[index]),
  );
  return typed[place]?.length ?? 0;
}

/** The fields with a record more, or without the last one. */
export function withRecords(
  row: FunctionRow,
  typed: readonly TypedArgument[],
  change: "add" | "remove",
): TypedArgument[] {
  const rows = recordCount(row, typed);
  return Object.values(row.parameters).map((parameter, index) => {
    const argument = typed[index];
    if (!Array.isArray(argument) || argument.length !== rows || !isRecords(parameter, argument))
      return argument;
    const fields = argument as readonly (readonly string[])[];
    return change === "remove" ? fields.slice(0, -1) : [...fields, (fields[0] ?? []).map(() => "")];
  });
}
