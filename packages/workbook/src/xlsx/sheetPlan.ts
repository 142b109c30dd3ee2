import { type BookValue, type ComputedCell } from "@tallykit/sheet/book";
import { isOnSheet, parseAddress, type Place, toAddress, toReference } from "@tallykit/sheet/book";
import { FormulaReader } from "./rawFormula.ts";
import { ReadingBudget } from "./readingBudget.ts";
import { type XmlPart } from "./scanXml.ts";
import { sheetRows } from "./sheetRows.ts";

/** What the results of a sheet put where: the values by row and column, and the ranges of the formulas that spill. */
export class SheetPlan {
  /** Groups of shared formulas of which one spills: it needs its own text, and so do the others. */
  readonly unshared: ReadonlySet<string>;
  readonly #rows = new Map<number, Map<number, BookValue>>();
  readonly #spills = new Map<string, string>();
  readonly #rowNumbers: readonly number[];
  #nextRow = 0;

  constructor(part: XmlPart, computed: ReadonlyMap<string, ComputedCell>) {
    for (const [address, cell] of computed) this.#add(address, cell);
    this.#rowNumbers = Array.from(this.#rows.keys()).sort((one, other) => one - other);
    this.unshared = this.#spills.size === 0 ? new Set() : this.#groupsThatSpill(part);
  }

  /** The range that the formula of a cell fills, where it is more than that cell. */
  spillOf(address: string): string | undefined {
    return this.#spills.get(address);
  }

  /** The rows with values before a row, each given once. */
  takeRowsBefore(row: number): readonly number[] {
    const from = this.#nextRow;
    while (this.#nextRow < this.#rowNumbers.length && (this.#rowNumbers[this.#nextRow] ?? 0) < row) {
      this.#nextRow += 1;
    }
    const rows = this.#rowNumbers.slice(from, this.#nextRow);
    if (this.#rowNumbers[this.#nextRow] === row) this.#nextRow += 1;
    return rows;
  }

  /** The values of a row by column, from left to right. */
  cellsOf(row: number): readonly (readonly [number, BookValue])[] {
    return Array.from(this.#rows.get(row) ?? []).sort(([one], [other]) => one - other);
  }

  #add(address: string, { value, spill = [] }: ComputedCell): void {
    const first = parseAddress(address);
    if (first === undefined) throw new Error(`There is a result for ${address}, which is no cell.`);
    const width = spill[0]?.length ?? 0;
    if (spill.length * width <= 1) {
      this.#put(first, value);
      return;
    }
    const last = { row: first.row + spill.length - 1, column: first.column + width - 1 };
    if (!isOnSheet(last)) throw new Error(`The result of ${address} reaches beyond the sheet.`);
    this.#spills.set(toAddress(first), toReference({ first, last }));
    spill.forEach((row, down) => {
      if (row.length !== width) throw new Error(`The result of ${address} has rows of unequal length.`);
      row.forEach((each, across) => {
        const isFirst = down === 0 && across === 0;
        this.#put({ row: first.row + down, column: first.column + across }, isFirst ? value : each);
      });
    });
  }

  #put({ row, column }: Place, value: BookValue): void {
    const cells = this.#rows.get(row) ?? new Map<number, BookValue>();
    if (cells.has(column)) throw new Error(`Two results fill ${toAddress({ row, column })}.`);
    this.#rows.set(row, cells.set(column, value));
  }

  #groupsThatSpill(part: XmlPart): ReadonlySet<string> {
    const groups = new Set<string>();
    if (!part.xml.includes("shared")) return groups;
    // Room of its own: the same formulas are read again, and counted, when they are written.
    const formulas = new FormulaReader(part, new ReadingBudget());
    for (const { cells } of sheetRows(part)) {
      for (const cell of cells) {
        const shared = formulas.read(cell)?.shared;
        if (shared !== undefined && this.#spills.has(toAddress(cell))) groups.add(shared);
      }
    }
    return groups;
  }
}
