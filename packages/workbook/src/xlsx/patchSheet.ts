import { type BookValue, type ComputedCell } from "@tallykit/sheet/book";
import { toAddress } from "@tallykit/sheet/book";
import { type CellChange, changedCellText, newCellText } from "./cellText.ts";
import { readCellValue, type ValueContext } from "./cellValue.ts";
import { CoveredCells } from "./coveredCells.ts";
import { formulaText } from "./formulaText.ts";
import { FormulaReader, type RawFormula, spillArea } from "./rawFormula.ts";
import { type RawCell, type RawRow, sheetRows } from "./sheetRows.ts";
import { type XmlPart } from "./scanXml.ts";
import { ReadingBudget } from "./readingBudget.ts";
import { SheetPlan } from "./sheetPlan.ts";
import { asOpen } from "./tagText.ts";
import { TextEdits } from "./textEdits.ts";

/** What a sheet's results are written with. */
export interface SheetOptions {
  /** What the values of cells refer to. */
  readonly context: ValueContext;
  /** The room for what grows while sheets are read. */
  readonly budget: ReadingBudget;
  /** The workbook's own names in lower case. */
  readonly namesOfBook: ReadonlySet<string>;
  /** The `cm` attribute of a formula that spills, given the one it has. */
  readonly spillMark: (current: string | undefined) => string;
  /** Whether formulas make way for their values. */
  readonly isValuesOnly: boolean;
}

/**
 * The text of a sheet with its results, in one pass; outside formulas' cells and the cells they fill, nothing changes.
 *
 * @throws Error where the results are not those of this sheet, such as one for a cell without a formula, or a range over
 * a cell that holds something else: writing would lose what the cell holds.
 */
export function patchSheet(
  part: XmlPart,
  computed: ReadonlyMap<string, ComputedCell>,
  options: SheetOptions,
): string {
  return new SheetPatch(part, computed, options).run();
}

class SheetPatch {
  readonly #part: XmlPart;
  readonly #computed: ReadonlyMap<string, ComputedCell>;
  readonly #options: SheetOptions;
  readonly #plan: SheetPlan;
  readonly #formulas: FormulaReader;
  readonly #edits = new TextEdits();
  /** Cells that a formula, any or one of those computed, filled before. */
  readonly #filled: CoveredCells;
  readonly #stale: CoveredCells;
  #metFormulas = 0;

  constructor(part: XmlPart, computed: ReadonlyMap<string, ComputedCell>, options: SheetOptions) {
    this.#part = part;
    this.#computed = computed;
    this.#options = options;
    const { budget } = options;
    this.#plan = new SheetPlan(part, computed);
    this.#formulas = new FormulaReader(part, budget);
    this.#filled = new CoveredCells(budget);
    // What is stale was filled, and is counted there.
    this.#stale = new CoveredCells(new ReadingBudget());
  }

  run(): string {
    let end = 0;
    let prefix = "";
    for (const row of sheetRows(this.#part)) {
      this.#insertRows(this.#plan.takeRowsBefore(row.row), row.start, row.prefix);
      this.#patchRow(row);
      [end, prefix] = [row.end, row.prefix];
    }
    if (this.#metFormulas !== this.#computed.size) {
      throw new Error(`There is a result for a cell of ${this.#part.name} that holds no formula.`);
    }
    this.#insertRows(this.#plan.takeRowsBefore(Infinity), end, prefix);
    return this.#edits.apply(this.#part.xml);
  }

  #insertRows(rows: readonly number[], at: number, prefix: string): void {
    for (const row of rows) {
      const cells = this.#newCells(row, this.#plan.cellsOf(row), prefix);
      this.#edits.insert(at, `<${prefix}row r="${row}">${cells}</${prefix}row>`);
    }
  }

  #newCells(row: number, cells: readonly (readonly [number, BookValue])[], prefix: string): string {
    return cells.map(([column, value]) => newCellText(toAddress({ row, column }), value, prefix)).join("");
  }

  #patchRow(row: RawRow): void {
    const planned = this.#plan.cellsOf(row.row);
    let next = 0;
    const missingBefore = (column: number): string => {
      const from = next;
      while ((planned[next]?.[0] ?? Infinity) < column) next += 1;
      return this.#newCells(row.row, planned.slice(from, next), row.prefix);
    };
    for (const cell of row.cells) {
      const missing = missingBefore(cell.column);
      if (missing !== "") this.#edits.insert(cell.start, missing);
      const [column, value] = planned[next] ?? [];
      if (column === cell.column) next += 1;
      this.#patchCell(cell, column === cell.column ? value : undefined);
    }
    const rest = missingBefore(Infinity);
    if (rest === "") return;
    if (row.contentStart < row.end) this.#edits.insert(row.contentEnd, rest);
    else {
      const tagText = asOpen(this.#part.xml.slice(row.start, row.end));
      this.#edits.replace(row.start, row.end, `${tagText}${rest}</${row.prefix}row>`);
    }
  }

  #patchCell(cell: RawCell, value: BookValue | undefined): void {
    const formula = this.#formulas.read(cell);
    const change =
      formula === undefined ? this.#valueChange(cell, value) : this.#formulaChange(cell, formula, value);
    const text = changedCellText(this.#part, cell, change, this.#options.context);
    if (text !== this.#part.xml.slice(cell.start, cell.end)) this.#edits.replace(cell.start, cell.end, text);
  }

  /** What becomes of a cell without a formula: filled by one, filled no longer, or nothing. */
  #valueChange(cell: RawCell, value: BookValue | undefined): CellChange {
    const withoutFormula: CellChange =
      this.#options.isValuesOnly && cell.formula !== undefined ? { formula: "" } : {};
    if (value !== undefined) {
      const held = this.#filled.has(cell)
        ? undefined
        : readCellValue(this.#part, cell, this.#options.context);
      if (held !== undefined || cell.formula !== undefined) throw occupied(cell);
      return { value };
    }
    return this.#stale.has(cell) && cell.formula === undefined ? { value: null } : withoutFormula;
  }

  #formulaChange(cell: RawCell, formula: RawFormula, planned: BookValue | undefined): CellChange {
    const address = toAddress(cell);
    const result = this.#computed.get(address);
    const former = spillArea(formula);
    if (former !== undefined) this.#filled.cover(former);
    if (result === undefined && planned !== undefined) throw occupied(cell);
    if (result !== undefined) {
      this.#metFormulas += 1;
      if (former !== undefined) this.#stale.cover(former);
    }
    const value = result === undefined ? {} : { value: result.value };
    if (this.#options.isValuesOnly) return { ...value, formula: "", attributes: { cm: undefined } };
    const spill = this.#plan.spillOf(address);
    const text = formulaText(this.#part, cell, formula, {
      ...(spill === undefined ? {} : { spill }),
      ...(result === undefined ? {} : { address }),
      isUnshared: formula.shared !== undefined && this.#plan.unshared.has(formula.shared),
      namesOfBook: this.#options.namesOfBook,
    });
    const mark = spill === undefined ? {} : { attributes: { cm: this.#options.spillMark(cell.mark) } };
    return { ...value, ...mark, formula: text };
  }
}

function occupied(cell: RawCell): Error {
  return new Error(`A result fills ${toAddress(cell)}, which holds something else.`);
}
