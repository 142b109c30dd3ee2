import type { Cell, Range } from "../cell/cell.ts";
import { isBlankOrZero } from "../cell/reading.ts";
import { Refusal } from "../cell/refusal.ts";
import type { CallContext, Parameter } from "./parameter.ts";

// A call may have two lists: recipients and sources, say. The rows of the second have nothing to do with those of the first.

/** A column of the second list, which is read when all its columns are known. */
export interface ListColumn<Value> {
  /** The parameter's name. */
  readonly name: string;
  /** Its records, those at the end that are blank included. */
  readonly records: Range;
  /** Reads it. */
  readonly read: (context: CallContext) => Value;
}

/** Puts a column into the second list. */
export function inSecondList<Value>(parameter: Parameter<Value>): Parameter<ListColumn<Value>> {
  const { text, shape, takes, keepsMissing, optional } = parameter;
  return {
    text,
    shape,
    takes,
    keepsMissing,
    optional,
    records: () => undefined,
    read: (argument, name) => ({
      name,
      records: parameter.records(argument, name) ?? [],
      read: (context) => parameter.read(argument, name, context),
    }),
  };
}

/** The records of the second list: its columns have as many rows, and those at the end that are blank or 0 do not count. */
export function contextOfList(given: readonly (ListColumn<unknown> | undefined)[]): CallContext {
  const columns = given.filter((column) => column !== undefined);
  const [first] = columns;
  const length = first?.records.length ?? 0;
  for (const { name, records } of columns) {
    if (records.length !== length) {
      const requirement = `${name} to have as many rows as ${first?.name ?? name} (${length}); found ${records.length}`;
      throw new Refusal("#VALUE!", requirement);
    }
  }
  const cellsOf = (row: number): Cell[] => columns.flatMap(({ records }) => records[row] ?? []);
  const isEmptyRow = (row: number): boolean => cellsOf(row).every(isBlankOrZero);
  let rows = length;
  while (rows > 0 && isEmptyRow(rows - 1)) rows -= 1;
  const isAllText = (): boolean =>
    columns.every(({ records }) => records.flat().every((cell) => typeof cell === "string"));
  return { rows, isEmptyRow, isAllText };
}
