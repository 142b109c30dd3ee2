import { type Area, parseAddress, type Place, toAddress } from "@tallykit/sheet/book";
import { type CellEdit, cellContent, type SheetEdits } from "./cellEdit.ts";
import { FormulaReader, type RawFormula, spillArea } from "./rawFormula.ts";
import { ReadingBudget } from "./readingBudget.ts";
import { scanTags, type Tag, type XmlPart } from "./scanXml.ts";
import { type RawCell, type RawRow, sheetRows } from "./sheetRows.ts";
import { asOpen, withAttributes } from "./tagText.ts";
import { TextEdits } from "./textEdits.ts";
import { escapeXml } from "./xmlText.ts";

/** What a sheet's edits are written with. */
export interface EditOptions {
  /** The workbook's own names in lower case. */
  readonly namesOfBook: ReadonlySet<string>;
  /** The number of a look that differs from another only by its number format. */
  readonly formatted: (look: number, format: string) => number;
  /** The `cm` attribute of a formula that spills. */
  readonly spillMark: () => string;
}

/**
 * The text of a sheet with edits made; cells that are not edited stay as they are, byte for byte.
 *
 * Two kinds of formulas reach beyond their own cell. One that filled a range keeps its own cell only, where it or a cell it
 * filled is edited, and what it filled goes: it fills its range anew when it is calculated. One that cells share is written
 * out in each of them, where one of them is edited.
 */
export function editSheet(part: XmlPart, edits: SheetEdits, options: EditOptions): string {
  return edits.size === 0 ? part.xml : new SheetEditor(part, edits, options).run();
}

interface PlacedEdit extends Place {
  readonly address: string;
  readonly edit: CellEdit;
}

class SheetEditor {
  readonly #part: XmlPart;
  readonly #edits: SheetEdits;
  readonly #options: EditOptions;
  readonly #text = new TextEdits();
  /** The edits whose cells have not been met, row by row and from left to right. */
  readonly #waiting: PlacedEdit[];
  readonly #touched: TouchedFormulas;
  #next = 0;

  constructor(part: XmlPart, edits: SheetEdits, options: EditOptions) {
    this.#part = part;
    this.#edits = edits;
    this.#options = options;
    this.#waiting = Array.from(edits, ([address, edit]) => {
      const place = parseAddress(address);
      if (place === undefined) throw new Error(`There is an edit of ${address}, which is no cell.`);
      return { ...place, address, edit };
    }).sort((one, other) => one.row - other.row || one.column - other.column);
    this.#touched = new TouchedFormulas(part, this.#waiting);
  }

  run(): string {
    const formulas = new FormulaReader(this.#part, new ReadingBudget());
    for (const row of sheetRows(this.#part)) {
      this.#insertRows(row.row, row.start, row.prefix);
      this.#editRow(row, formulas);
    }
    for (const tag of scanTags(this.#part)) {
      if (tag.name !== "sheetData" || tag.depth !== 2 || tag.kind === "open") continue;
      if (tag.kind === "close") this.#insertRows(Infinity, tag.start, tag.prefix);
      else this.#fillEmpty(tag);
    }
    return this.#text.apply(this.#part.xml);
  }

  /** A sheet without rows may say so with one tag, which is then opened. */
  #fillEmpty({ start, end, prefix }: Tag): void {
    const rows = this.#newRows(Infinity, prefix);
    if (rows === "") return;
    this.#text.replace(start, end, `${asOpen(this.#part.xml.slice(start, end))}${rows}</${prefix}sheetData>`);
  }

  /** The waiting edits before a place that put something where there was nothing. */
  #takeBefore({ row, column }: Place): PlacedEdit[] {
    const from = this.#next;
    for (let each = this.#waiting[this.#next]; each !== undefined; each = this.#waiting[this.#next]) {
      if (each.row > row || (each.row === row && each.column >= column)) break;
      this.#next += 1;
    }
    return this.#waiting.slice(from, this.#next).filter(({ edit }) => edit.cell !== null);
  }

  #insertRows(before: number, at: number, prefix: string): void {
    const rows = this.#newRows(before, prefix);
    if (rows !== "") this.#text.insert(at, rows);
  }

  #newRows(before: number, prefix: string): string {
    const rows = new Map<number, PlacedEdit[]>();
    for (const each of this.#takeBefore({ row: before, column: 1 })) {
      rows.set(each.row, [...(rows.get(each.row) ?? []), each]);
    }
    return Array.from(
      rows,
      ([row, cells]) => `<${prefix}row r="${row}">${this.#newCells(cells, prefix)}</${prefix}row>`,
    ).join("");
  }

  #newCells(cells: readonly PlacedEdit[], prefix: string): string {
    return cells
      .map(({ address, edit }) => this.#cellText(`<${prefix}c r="${address}">`, edit, { address, prefix }))
      .join("");
  }

  #editRow(row: RawRow, formulas: FormulaReader): void {
    for (const cell of row.cells) {
      const missing = this.#newCells(this.#takeBefore(cell), row.prefix);
      if (missing !== "") this.#text.insert(cell.start, missing);
      if (this.#waiting[this.#next]?.row === cell.row && this.#waiting[this.#next]?.column === cell.column) {
        this.#next += 1;
      }
      const formula = formulas.read(cell);
      const text = this.#changedCell(cell, row.prefix, formula);
      if (text !== undefined) this.#text.replace(cell.start, cell.end, text);
    }
    const rest = this.#newCells(this.#takeBefore({ row: row.row + 1, column: 1 }), row.prefix);
    if (rest === "") return;
    if (row.contentStart < row.end) this.#text.insert(row.contentEnd, rest);
    else {
      const tag = asOpen(this.#part.xml.slice(row.start, row.end));
      this.#text.replace(row.start, row.end, `${tag}${rest}</${row.prefix}row>`);
    }
  }

  #changedCell(cell: RawCell, prefix: string, formula: RawFormula | undefined): string | undefined {
    const tag = this.#part.xml.slice(cell.start, cell.contentStart);
    const address = toAddress(cell);
    const edit = this.#edits.get(address);
    if (edit !== undefined) return this.#cellText(tag, edit, { address, prefix });
    const alone = formula === undefined ? undefined : this.#touched.standAlone(formula);
    if (alone !== undefined) {
      const changed = withAttributes(asOpen(tag), { vm: undefined, t: undefined }, this.#part.name);
      const array = formula?.array === undefined ? "" : ` t="array" ref="${address}"`;
      return `${changed}<${prefix}f${array}>${escapeXml(alone)}</${prefix}f></${prefix}c>`;
    }
    if (formula !== undefined || cell.formula !== undefined || !this.#touched.wasFilled(cell))
      return undefined;
    return this.#cellText(tag, { cell: null }, { address, prefix });
  }

  /** A cell with its tag's attributes kept, but for those that tell of its former content. */
  #cellText(tag: string, edit: CellEdit, place: { address: string; prefix: string }): string {
    const { namesOfBook } = this.#options;
    const { type, xml } = cellContent(edit, { ...place, namesOfBook });
    const { format, isBlocked } = edit;
    const look = format === undefined ? {} : { s: String(this.#options.formatted(lookOf(tag), format)) };
    const cm = isBlocked === true ? this.#options.spillMark() : undefined;
    const changed = withAttributes(asOpen(tag), { t: type, cm, vm: undefined, ...look }, this.#part.name);
    return `${changed}${xml}</${place.prefix}c>`;
  }
}

/** The formulas that reach beyond their cells and are touched by edits. */
class TouchedFormulas {
  readonly #spills: readonly Area[];
  readonly #shared: ReadonlySet<string>;

  constructor(part: XmlPart, edits: readonly Place[]) {
    const spills: Area[] = [];
    const shared = new Set<string>();
    const edited = new Set(edits.map((place) => toAddress(place)));
    const formulas = new FormulaReader(part, new ReadingBudget());
    for (const { cells } of sheetRows(part)) {
      for (const cell of cells) {
        const formula = formulas.read(cell);
        if (formula?.shared !== undefined && edited.has(toAddress(cell))) shared.add(formula.shared);
        const area = formula && spillArea(formula);
        if (area !== undefined && edits.some((place) => isInside(place, area))) spills.push(area);
      }
    }
    this.#spills = spills;
    this.#shared = shared;
  }

  /** The stored text that a formula is to stand with in its own cell alone; nothing where it stays as it is. */
  standAlone({ text, shared, array }: RawFormula): string | undefined {
    const isSpill = array !== undefined && this.#spills.some((area) => isSame(area, array));
    return isSpill || (shared !== undefined && this.#shared.has(shared)) ? text : undefined;
  }

  /** Tells whether a cell holds what a touched formula filled it with. */
  wasFilled(cell: Place): boolean {
    return this.#spills.some((area) => isInside(cell, area));
  }
}

function isInside({ row, column }: Place, { first, last }: Area): boolean {
  return row >= first.row && row <= last.row && column >= first.column && column <= last.column;
}

function isSame(one: Area, other: Area): boolean {
  return one.first.row === other.first.row && one.first.column === other.first.column;
}

function lookOf(tag: string): number {
  return Number(/\ss\s*=\s*["'](\d+)["']/.exec(tag)?.[1] ?? 0);
}
