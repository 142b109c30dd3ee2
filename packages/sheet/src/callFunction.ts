import type { Result } from "./cell/cell.ts";
import type { FunctionRow } from "./table/functionRow.ts";
import { table } from "./table/table.ts";

const rows: ReadonlyMap<string, FunctionRow> = new Map(table.map((row) => [row.id, row]));

/**
 * The row of a spreadsheet function.
 *
 * The id is taken in either case, with or without the `=TALLY.` that people type before it.
 *
 * @example
 * findFunction("tally.coverage_rate")?.id //=> "COVERAGE_RATE"
 */
export function findFunction(id: string): FunctionRow | undefined {
  return rows.get(
    id
      .trim()
      .toUpperCase()
      .replace(/^=?TALLY\./, ""),
  );
}

/**
 * Calls a spreadsheet function as a cell does: cells in, cells out, never a throw.
 *
 * Arguments are cells (numbers, texts, TRUE and FALSE, `null` for blank or left out, error cells) or ranges as rows of
 * cells. Whatever is wrong becomes a cell error with words.
 *
 * **Units.** As each function says.
 *
 * **Errors.** An unknown id gives `#NAME?`; everything else as the function says.
 *
 * @example
 * callFunction("FUNDING_SPLIT", [100, [[2], [3], [1]], 1]) //=> [[33], [50], [17]]
 * callFunction("COVERAGE_RATE", [1, 0]) //=> { error: "#DIV/0!", message: "COVERAGE_RATE requires eligible above zero." }
 * callFunction("NO_SUCH", []) //=> { error: "#NAME?", message: "There is no function NO_SUCH." }
 */
export function callFunction(id: string, given: readonly unknown[]): Result {
  const row = findFunction(id);
  return row === undefined ? { error: "#NAME?", message: `There is no function ${id}.` } : row.call(given);
}
