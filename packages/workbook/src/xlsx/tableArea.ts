import { type Area, type Place } from "@tallykit/sheet/book";
import { type Table } from "./tables.ts";

/** Where a formula stands; a name of the workbook stands nowhere. */
export interface FormulaPlace extends Place {
  /** Its sheet. */
  readonly sheet: string;
}

/** The part of a table that a reference names. */
export interface TablePart {
  /** Its rows in lower case, such as `#headers`; the rows of data where none are named. */
  readonly rows: readonly string[];
  /** Its first and last column in lower case; all where none are named. */
  readonly columns?: readonly [string, string];
}

type Rows = readonly [first: number, last: number];

/** The cells of a part of a table; nothing where the table has no such part. */
export function tableArea(
  table: Table,
  part: TablePart,
  place: FormulaPlace | undefined,
): Area | "another row" | undefined {
  const columns = columnsOf(table, part);
  const rows = rowsOf(table, part, place);
  if (columns === undefined || rows === undefined) return undefined;
  if (rows === "another row") return rows;
  return {
    first: { row: rows[0], column: columns[0] },
    last: { row: rows[1], column: columns[1] },
  };
}

function columnsOf({ area, columns }: Table, part: TablePart): Rows | undefined {
  if (part.columns === undefined) return [area.first.column, area.last.column];
  const [one, other] = part.columns.map((name) => columns.indexOf(name));
  if (one === undefined || other === undefined || one < 0 || other < 0) return undefined;
  const last = area.first.column + Math.max(one, other);
  return last > area.last.column ? undefined : [area.first.column + Math.min(one, other), last];
}

function rowsOf(
  table: Table,
  { rows }: TablePart,
  place: FormulaPlace | undefined,
): Rows | "another row" | undefined {
  const { area, headerRows, totalsRows } = table;
  const [first, last] = [area.first.row + headerRows, area.last.row - totalsRows];
  const named = new Set(rows.length === 0 ? ["#data"] : rows);
  const all: Rows = [area.first.row, area.last.row];
  if (named.has("#all")) return all;
  if (named.has("#this row")) {
    const isInside = place?.sheet === table.sheet && place.row >= first && place.row <= last;
    return isInside ? [place.row, place.row] : "another row";
  }
  const parts: Rows[] = [];
  if (named.delete("#headers") && headerRows > 0) parts.push([all[0], all[0]]);
  if (named.delete("#data") && first <= last) parts.push([first, last]);
  if (named.delete("#totals") && totalsRows > 0) parts.push([all[1], all[1]]);
  const [top, bottom] = [parts[0]?.[0], parts.at(-1)?.[1]];
  const isWhole = parts.every(([start], index) => index === 0 || start === (parts[index - 1]?.[1] ?? 0) + 1);
  return named.size > 0 || top === undefined || bottom === undefined || !isWhole ? undefined : [top, bottom];
}
