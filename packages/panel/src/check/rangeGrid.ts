import type { Cell, Range } from "@tallykit/sheet";
import { type Area, parseReference, type Place } from "@tallykit/sheet/book";

import type { SheetRange } from "../host/sheetHost.ts";

/** A cell of a range. */
export interface RangeCell {
  /** Where it is on its sheet. */
  readonly place: Place;
  /** What it shows. */
  readonly value: Cell;
  /** Its formula without the equals sign; nothing where it has none. */
  readonly formula: string | undefined;
}

/** More cells than this are not looked at. */
const mostCells = 100_000;

/** A range by the places of its cells on their sheet, cut to as many rows as can be looked at. */
export class RangeGrid {
  /** The name of its sheet. */
  readonly sheet: string;
  /** Where it begins. */
  readonly first: Place;
  /** How many rows are looked at. */
  readonly rows: number;
  /** How many columns it has. */
  readonly columns: number;
  readonly #range: SheetRange;

  constructor(range: SheetRange) {
    this.sheet = range.sheet;
    this.first = parseReference(range.address)?.first ?? { row: 1, column: 1 };
    this.columns = range.values[0]?.length ?? 0;
    this.rows = Math.min(range.values.length, Math.floor(mostCells / Math.max(1, this.columns)));
    this.#range = range;
  }

  /** The cell at a place; nothing outside of the range. */
  at({ row, column }: Place): RangeCell | undefined {
    const [down, right] = [row - this.first.row, column - this.first.column];
    if (down < 0 || down >= this.rows || right < 0 || right >= this.columns) return undefined;
    const formula = this.#range.formulas[down]?.[right];
    return {
      place: { row, column },
      value: this.#range.values[down]?.[right] ?? null,
      formula: formula === undefined ? undefined : plainFormula(formula),
    };
  }

  /** All cells, row by row. */
  *cells(): Generator<RangeCell> {
    for (let row = 0; row < this.rows; row += 1) {
      for (let column = 0; column < this.columns; column += 1) {
        const cell = this.at({ row: this.first.row + row, column: this.first.column + column });
        if (cell !== undefined) yield cell;
      }
    }
  }

  /** The cells with formulas. */
  *formulas(): Generator<{ readonly place: Place; readonly formula: string; readonly value: Cell }> {
    for (const { place, formula, value } of this.cells())
      if (formula !== undefined) yield { place, formula, value };
  }

  /** The cells of a column of the range, from a row on. */
  column(column: number, from: number = this.first.row): readonly RangeCell[] {
    const cells: RangeCell[] = [];
    for (let row = from; row < this.first.row + this.rows; row += 1) {
      const cell = this.at({ row, column });
      if (cell !== undefined) cells.push(cell);
    }
    return cells;
  }

  /** The values of an area; nothing where a part of it lies outside of the range. */
  within({ first, last }: Area): Range | undefined {
    if (this.at(first) === undefined || this.at(last) === undefined) return undefined;
    return Array.from({ length: last.row - first.row + 1 }, (_, row) =>
      Array.from(
        { length: last.column - first.column + 1 },
        (__, column) => this.at({ row: first.row + row, column: first.column + column })?.value ?? null,
      ),
    );
  }
}

/** A formula without its equals sign, our functions under the name that the checks know them by. */
function plainFormula(formula: string): string {
  return formula
    .replace(/^\s*=/, "")
    .replace(/"(?:[^"]|"")*"|\bTALLY_DEV\./gi, (found) => (found.startsWith('"') ? found : "TALLY."));
}
