import { isAllText, toColumn } from "../cell/ranges.ts";
import type { Cell } from "../cell/cell.ts";
import type { Place } from "../cell/reading.ts";
import type { Kind, Parameter, ParameterText } from "./parameter.ts";

/** A value of every case of a table: one for all cases, or a column with one a case. */
export interface CaseValues<Value> {
  /** How many cases its column has, without the blank rows at the end; none where it is one value for all. */
  readonly cases: number | undefined;
  /** The value of a case, from 0. */
  readonly at: (index: number) => Value | undefined;
}

/** One cell for all cases, or a column with one a case; a missing cell stays missing. */
export function perCase<Value>(
  text: ParameterText,
  takes: Kind,
  readCell: (cell: Cell, place: Place) => Value | undefined,
): Parameter<CaseValues<Value>> {
  return {
    text,
    shape: "column",
    takes,
    keepsMissing: true,
    optional: false,
    zerosCount: true,
    records: (argument, name) => {
      const { cells } = toColumn(argument, name);
      return cells.length === 1 ? undefined : cells.map((cell) => [cell]);
    },
    read: (argument, name, { rows }) => {
      const { cells, across } = toColumn(argument, name);
      if (cells.length === 1) {
        const value = readCell(cells[0] ?? null, { name });
        return { cases: undefined, at: () => value };
      }
      const numbersAsText = isAllText(cells);
      const values = cells
        .slice(0, rows)
        .map((cell, index) =>
          readCell(cell, { name, [across ? "column" : "row"]: index + 1, numbersAsText }),
        );
      return { cases: values.length, at: (index) => values[index] };
    },
  };
}
