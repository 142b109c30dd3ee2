import { type Cell, findFunction, type FunctionRow, type Range } from "@tallykit/sheet";

import type { Language } from "../texts/texts.ts";

/** Data to begin with, and a formula two rows below that reads it. */
export interface SampleTable {
  /** The titles of the columns. */
  readonly headings: readonly string[];
  /** The rows under them. */
  readonly rows: readonly (readonly Cell[])[];
  /** The formula. */
  readonly formula: string;
}

/** The first example of coverage by group as a table; its groups are words of a list, which have Chinese words too. */
export function sampleTable(language: Language): SampleTable {
  const row = required(findFunction("COVERAGE_BY_GROUP"));
  const groups = findFunction("COVERAGE_CHANNELS")?.parameters["form"]?.choices ?? {};
  const wordOf = (cell: Cell): Cell =>
    language === "zh" && typeof cell === "string" ? (groups[cell] ?? cell) : cell;
  const columns = row.examples[0].arguments.filter((argument): argument is Range => Array.isArray(argument));
  const rows = (columns[0] ?? []).map((_, at) => columns.map((column) => wordOf(column[at]?.[0] ?? null)));
  const names = Object.entries(row.parameters).map(([name, { text }]) =>
    language === "zh" ? text.zhName : name,
  );
  const ranges = columns.map((_, at) => `${"ABC"[at] ?? ""}2:${"ABC"[at] ?? ""}${rows.length + 1}`);
  return {
    headings: names.slice(0, columns.length),
    rows,
    formula: `=TALLY.${row.id}(${ranges.join(",")},"${language}")`,
  };
}

function required(row: FunctionRow | undefined): FunctionRow {
  if (row === undefined) throw new Error("The table has no coverage by group.");
  return row;
}
