import {
  type Area,
  columnNumber,
  parseAddress,
  parseReference,
  type Place,
  sheetLimits,
} from "../book/address.ts";
import type { Book, BookValue, ComputedBook, FormulaCell } from "../book/book.ts";

/** A cell as a check sees it. */
export interface GridCell extends Place {
  /** What it holds, or shows once recalculated. */
  readonly value: BookValue;
  /** Whether the value is its own: no formula's. */
  readonly isTyped: boolean;
}

/** A sheet with all its values: those that were typed, and those that formulas come to and fill. */
export class Grid {
  /** The name of the sheet. */
  readonly name: string;
  /** The last row that holds something. */
  lastRow = 0;
  /** The last column that holds something. */
  lastColumn = 0;
  readonly #cells = new Map<number, GridCell>();

  constructor(name: string) {
    this.name = name;
  }

  /** Its cells that hold something. */
  cells(): Iterable<GridCell> {
    return this.#cells.values();
  }

  /** Puts a cell in, in the place of what was there; one with an empty text counts as blank. */
  put(cell: GridCell): void {
    if (cell.value === "") {
      this.#cells.delete(keyOf(cell));
      return;
    }
    this.#cells.set(keyOf(cell), cell);
    this.lastRow = Math.max(this.lastRow, cell.row);
    this.lastColumn = Math.max(this.lastColumn, cell.column);
  }

  /** The cell at a place; `undefined` where it is blank. */
  at(place: Place): GridCell | undefined {
    return this.#cells.get(keyOf(place));
  }

  /** The part of a rectangle down to the last row and column that hold something. */
  used({ first, last }: Area): Area {
    const row = Math.max(first.row, Math.min(last.row, this.lastRow));
    const column = Math.max(first.column, Math.min(last.column, this.lastColumn));
    return { first, last: { row, column } };
  }
}

/** A place as a number, for maps. */
export function keyOf({ row, column }: Place): number {
  return row * (sheetLimits.columns + 1) + column;
}

/** What the file last held for cells with formulas and for cells that formulas fill: by sheet, then by address. */
export type ShownValues = ReadonlyMap<string, ReadonlyMap<string, BookValue>>;

/** The sheets of a workbook with all their values; where a formula fills no cell now, it has the value last held. */
export function gridsOf(book: Book, computed: ComputedBook, shown: ShownValues): ReadonlyMap<string, Grid> {
  const grids = new Map<string, Grid>();
  for (const { name, cells } of book.sheets) {
    const grid = new Grid(name);
    grids.set(name, grid);
    for (const [address, value] of shown.get(name) ?? []) {
      const place = parseAddress(address);
      if (place !== undefined) grid.put({ ...place, value, isTyped: false });
    }
    for (const [address, cell] of cells) {
      const place = parseAddress(address);
      if (place === undefined) continue;
      if (!("formula" in cell)) {
        grid.put({ ...place, value: cell.value, isTyped: true });
        continue;
      }
      const result = computed.sheets.get(name)?.get(address);
      if (result === undefined) continue;
      const { value, spill = [[value]] } = result;
      for (const [row, values] of spill.entries()) {
        for (const [column, each] of values.entries()) {
          grid.put({ row: place.row + row, column: place.column + column, value: each, isTyped: false });
        }
      }
    }
  }
  return grids;
}

/** A rectangle of a sheet. */
export interface SheetArea extends Area {
  /** The sheet. */
  readonly sheet: string;
}

/** A formula of a workbook and where it stands. */
export interface PlacedFormula extends FormulaCell {
  /** The sheet. */
  readonly sheet: string;
  /** The address of its cell. */
  readonly address: string;
}

/** All formulas of a workbook. */
export function formulasOf(book: Book): readonly PlacedFormula[] {
  return book.sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([address, cell]) => ("formula" in cell ? [{ ...cell, sheet: name, address }] : [])),
  );
}

/** Finds the cells that the references and names of formulas stand for. */
export class References {
  readonly #sheets: ReadonlyMap<string, string>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #ambiguous: ReadonlySet<string>;

  constructor(book: Book) {
    this.#sheets = new Map(book.sheets.map(({ name }) => [name.toLowerCase(), name]));
    const met = new Set<string>();
    const again = book.names
      .map(({ name }) => name.toLowerCase())
      .filter((name) => met.size === met.add(name).size);
    this.#ambiguous = new Set(again);
    this.#names = new Map(book.names.map(({ name, formula }) => [name.toLowerCase(), formula]));
  }

  /** What a name stands for; `undefined` where there is no such name. */
  formulaOfName(name: string): string | undefined {
    return this.#names.get(name.toLowerCase());
  }

  /** Tells whether a name stands for different things in different sheets. */
  isAmbiguous(name: string): boolean {
    return this.#ambiguous.has(name.toLowerCase());
  }

  /** The rectangle of a reference or of a name for one; `undefined` where it is none. */
  areaOf(text: string, home: string): SheetArea | undefined {
    const [, named = "", rest = ""] = /^(?:(.*)!)?([^!]*)$/s.exec(text) ?? [];
    const sheet = named === "" ? home : this.#sheets.get(unquoted(named).toLowerCase());
    const area = parseReference(rest) ?? wholeLines(rest);
    if (area !== undefined) return sheet === undefined ? undefined : { sheet, ...area };
    const formula = named === "" && !this.isAmbiguous(text) ? this.formulaOfName(text) : undefined;
    // A name for a name is looked up no further: circles of names end here.
    return formula?.includes("!") === true ? this.areaOf(formula, home) : undefined;
  }
}

/** The name of a sheet without the quotes that a formula puts around it. */
export function unquoted(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}

/** The rectangle of whole columns or rows, such as `A:B` or `1:3`. */
export function wholeLines(text: string): Area | undefined {
  const [, left, right] = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text) ?? [];
  if (left !== undefined && right !== undefined) {
    const [from, to] = [columnNumber(left), columnNumber(right)];
    if (from > to || to > sheetLimits.columns) return undefined;
    return { first: { row: 1, column: from }, last: { row: sheetLimits.rows, column: to } };
  }
  const [, top, bottom] = /^\$?([1-9][0-9]{0,6}):\$?([1-9][0-9]{0,6})$/.exec(text) ?? [];
  const [from, to] = [Number(top), Number(bottom)];
  if (top === undefined || from > to || to > sheetLimits.rows) return undefined;
  return { first: { row: from, column: 1 }, last: { row: to, column: sheetLimits.columns } };
}
