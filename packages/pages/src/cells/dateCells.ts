import { type Argument, callFunction, type FunctionRow, type Result, type ResultCell } from "@tallykit/sheet";

import { rowsOf } from "./shownCell.ts";

/** A day's number in the 1900 system is so much more than in the 1904 system. */
const daysBetweenSystems = 1462;

/**
 * Tells which cells of a result are days: those that move along when the same call is made in the other date system.
 */
export function dateCells(
  row: FunctionRow,
  given: readonly Argument[],
  result: Result,
): (cell: ResultCell, place: { readonly row: number; readonly column: number }) => boolean {
  const parameters = Object.entries(row.parameters);
  const system = parameters.findIndex(([name]) => name === "dateSystem");
  if (system < 0 || given.length > system) return () => false;
  const moved = parameters.map(([, { takes }], index) =>
    takes === "date" ? movedDays(given[index]) : (given[index] ?? null),
  );
  moved[system] = 1904;
  const [here, there] = [rowsOf(result), rowsOf(callFunction(row.id, moved))];
  if (here.length !== there.length) return () => false;
  return (cell, place) => {
    const other = there[place.row]?.[place.column];
    return typeof cell === "number" && typeof other === "number" && cell - other === daysBetweenSystems;
  };
}

function movedDays(argument: Argument): Argument {
  const moved = (cell: unknown): unknown =>
    typeof cell === "number" && cell > 0 ? cell - daysBetweenSystems : cell;
  // A range stays a range of cells: only its numbers change.
  return (
    Array.isArray(argument) ? argument.map((cells: readonly unknown[]) => cells.map(moved)) : moved(argument)
  ) as Argument;
}
