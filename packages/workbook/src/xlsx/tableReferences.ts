import { type Area, toAddress } from "@tallykit/sheet/book";
import { afterBrackets, afterQuotes } from "./formulaPieces.ts";
import { type ReadingBudget } from "./readingBudget.ts";
import { type FormulaPlace, tableArea, type TablePart } from "./tableArea.ts";
import { type Table, type Tables } from "./tables.ts";

const word = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const number = /[\p{N}.][\p{L}\p{N}_.]*/uy;
/** After the brackets of another workbook: the sheet's name and an exclamation mark. */
const otherBook = /[^\s!"'()[\],;{}]*!/uy;

/**
 * A formula with its references to tables, such as `Table1[covered]`, as the ranges they stand for.
 *
 * A column that the table lacks is `#REF!`, a row of the table asked for from outside it `#VALUE!`, as in Excel. What
 * names no table of the workbook stays as it is.
 */
export function withoutTableReferences(
  formula: string,
  tables: Tables,
  budget: ReadingBudget,
  place?: FormulaPlace,
): string {
  if (tables.size === 0) return formula;
  const pieces: string[] = [];
  let [from, at, grown] = [0, 0, 0];
  const replace = (start: number, end: number, text: string): void => {
    pieces.push(formula.slice(from, start), text);
    grown += Math.max(0, text.length - (end - start));
    [from, at] = [end, end];
  };
  while (at < formula.length) {
    const character = formula[at] ?? "";
    const start = at;
    if (character === '"' || character === "'") {
      at = afterQuotes(formula, at, character);
    } else if (character === "[") {
      const end = afterBrackets(formula, at);
      at = matchEnd(otherBook, formula, end) ?? end;
      if (at > end || place === undefined) continue;
      const here = tableAt(tables, place);
      const text = here && rangeText(here, formula.slice(start, end), place);
      if (text !== undefined && text !== "#REF!") replace(start, end, text);
    } else {
      at = matchEnd(number, formula, at) ?? at;
      if (at > start) continue;
      const end = matchEnd(word, formula, at);
      at = end ?? at + 1;
      const table = end === undefined ? undefined : tables.get(formula.slice(start, end).toLowerCase());
      const isOther = /[!$:.]/.test(formula[start - 1] ?? "");
      if (formula[at] === "[" && end !== undefined) {
        const close = afterBrackets(formula, at);
        if (table === undefined || isOther) at = close;
        else replace(start, close, rangeText(table, formula.slice(at, close), place));
      } else if (table !== undefined && !isOther && !/[$(!:]/.test(formula[at] ?? "")) {
        replace(start, at, rangeText(table, "[]", place));
      }
    }
  }
  budget.spend("tableCharacters", grown);
  return pieces.length === 0 ? formula : pieces.join("") + formula.slice(from);
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The table that a cell lies in, which a reference without a name means. */
function tableAt(tables: Tables, { sheet, row, column }: FormulaPlace): Table | undefined {
  for (const table of tables.values()) {
    const { first, last } = table.area;
    const isInside = row >= first.row && row <= last.row && column >= first.column && column <= last.column;
    if (table.sheet === sheet && isInside) return table;
  }
  return undefined;
}

/** The range that brackets stand for, as a formula in `place` refers to it. */
function rangeText(table: Table, brackets: string, place: FormulaPlace | undefined): string {
  const part = readPart(brackets);
  const area = part && tableArea(table, part, place);
  if (area === undefined) return "#REF!";
  if (area === "another row") return "#VALUE!";
  const range = absolute(area);
  return table.sheet === place?.sheet ? range : `'${table.sheet.replaceAll("'", "''")}'!${range}`;
}

function absolute({ first, last }: Area): string {
  const corners = [first, last].map((corner) => toAddress(corner).replace(/^([A-Z]+)/, "$$$1$$"));
  return corners[0] === corners[1] ? (corners[0] ?? "") : corners.join(":");
}

/** A bracketed item, and the one that ends a span of columns with it. */
const item = /\s*\[((?:'.|[^'\]])*)\](?:\s*:\s*\[((?:'.|[^'\]])*)\])?\s*/suy;

/** What stands in the brackets after a table's name; nothing where it cannot be read. */
function readPart(brackets: string): TablePart | undefined {
  const inside = brackets.slice(1, -1).trim();
  if (inside.startsWith("@")) {
    const rest = inside.slice(1).trim();
    const part = rest === "" ? { rows: [] } : readPart(rest.startsWith("[") ? `[${rest}]` : `[[${rest}]]`);
    return part && { ...part, rows: ["#this row"] };
  }
  if (!inside.startsWith("[")) return partOf([[inside, undefined]]);
  const items: [string, string | undefined][] = [];
  for (let at = 0; at < inside.length; at += 1) {
    item.lastIndex = at;
    const [whole, one = "", other] = item.exec(inside) ?? [];
    if (whole === undefined) return undefined;
    items.push([one, other]);
    at += whole.length;
    if (at < inside.length && inside[at] !== ",") return undefined;
  }
  return partOf(items);
}

function partOf(items: readonly (readonly [string, string | undefined])[]): TablePart | undefined {
  const rows: string[] = [];
  let columns: readonly [string, string] | undefined;
  for (const [one, other] of items) {
    if (one.startsWith("#")) rows.push(one.toLowerCase());
    else if (one !== "") {
      if (columns !== undefined) return undefined;
      columns = [columnName(one), columnName(other ?? one)];
    }
  }
  return columns === undefined ? { rows } : { rows, columns };
}

/** An apostrophe takes the meaning from the character after it. */
function columnName(written: string): string {
  return written.replace(/'(.)/gsu, "$1").toLowerCase();
}
