import { type Area, isSingle, parseReference, type Place } from "@tallykit/sheet/book";
import { type RawCell } from "./sheetRows.ts";
import { attributesOf, textBetween, type XmlPart } from "./scanXml.ts";
import { shiftFormula } from "./shiftFormula.ts";
import { type ReadingBudget } from "./readingBudget.ts";
import { damagedPart } from "./workbookFileError.ts";

/** A formula as a cell's XML holds it. */
export interface RawFormula {
  /** Its text in the stored form; of a shared formula, as it reads in this cell. */
  readonly text: string;
  /** The range of an array formula. */
  readonly array?: Area;
  /** The number of the group of cells that share the formula. */
  readonly shared?: string;
}

/** Longer than any formula that Excel takes, even with all prefixes. */
export const longestFormula = 32_768;

interface SharedMaster extends Place {
  readonly text: string;
}

/** Reads the formulas of a sheet, cell by cell in order, and writes shared ones out. */
export class FormulaReader {
  readonly #part: XmlPart;
  readonly #masters = new Map<string, SharedMaster>();
  readonly #budget: ReadingBudget;

  constructor(part: XmlPart, budget: ReadingBudget) {
    this.#part = part;
    this.#budget = budget;
  }

  /** The formula of a cell; `undefined` where it has none of its own, as in a what-if table. */
  read(cell: RawCell): RawFormula | undefined {
    if (cell.formula === undefined) return undefined;
    const { start, contentStart, contentEnd } = cell.formula;
    const text = textBetween(this.#part, contentStart, contentEnd);
    if (text.length > longestFormula)
      throw damagedPart(this.#part.name, "a formula longer than any of Excel");
    const attributes = new Map(
      attributesOf(this.#part.xml.slice(start, contentStart), this.#part.name).map(({ name, value }) => [
        name,
        value,
      ]),
    );
    switch (attributes.get("t") ?? "normal") {
      case "array":
        return text === "" ? undefined : { text, array: this.#arrayOf(cell, attributes.get("ref")) };
      case "shared":
        return this.#readShared(cell, text, attributes.get("si") ?? "");
      case "dataTable":
        return undefined;
      default:
        return text === "" ? undefined : { text };
    }
  }

  #arrayOf(cell: Place, reference: string | undefined): Area {
    const area = reference === undefined ? { first: cell, last: cell } : parseReference(reference);
    if (area?.first.row !== cell.row || area.first.column !== cell.column) {
      throw damagedPart(this.#part.name, "an array formula whose range is not its own");
    }
    return area;
  }

  #readShared(cell: RawCell, text: string, shared: string): RawFormula {
    if (text !== "") {
      this.#masters.set(shared, { row: cell.row, column: cell.column, text });
      return { text, shared };
    }
    const master = this.#masters.get(shared);
    if (master === undefined) throw damagedPart(this.#part.name, "a shared formula without its text");
    const shift = { rows: cell.row - master.row, columns: cell.column - master.column };
    const moved = shiftFormula(master.text, shift);
    // A formula of thousands of characters shared by a million cells is small in the file and huge in memory.
    this.#budget.spend("sharedCharacters", moved.length);
    return { text: moved, shared };
  }
}

/** The range of an array formula, where it is more than the formula's own cell. */
export function spillArea({ array }: RawFormula): Area | undefined {
  return array === undefined || isSingle(array) ? undefined : array;
}
