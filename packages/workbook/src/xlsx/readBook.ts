import { type Book, type BookCell, type BookSheet, type BookValue } from "@tallykit/sheet/book";
import { toAddress, toReference } from "@tallykit/sheet/book";
import { BookParts, type SheetPart } from "./bookParts.ts";
import { readCellValue, readValueContext, type ValueContext } from "./cellValue.ts";
import { CoveredCells } from "./coveredCells.ts";
import { readDefinedNames } from "./definedNames.ts";
import { ReadingBudget } from "./readingBudget.ts";
import { FormulaReader, type RawFormula, spillArea } from "./rawFormula.ts";
import { type RawCell, sheetRows } from "./sheetRows.ts";
import { decodeFormula } from "./storedNames.ts";
import { type FormulaPlace } from "./tableArea.ts";
import { withoutTableReferences } from "./tableReferences.ts";
import { readTables, type Tables } from "./tables.ts";

/** How a workbook is read. */
export interface ReadOptions {
  /** Told what the file last held for a cell with a formula, or for one that a formula fills. */
  readonly onResult?: (sheet: string, address: string, value: BookValue) => void;
  /** Told where the file counts days from 1904. */
  readonly onCountFrom1904?: () => void;
}

/**
 * Reads a workbook: its sheets with values and formulas, and its names.
 *
 * Formulas come as people type them, but for references to tables, which are the ranges they stand for; dates come as the
 * serial numbers the file holds. A cell inside the range of an array formula holds what that formula last filled it with,
 * so it is left out.
 *
 * @throws WorkbookFileError where the bytes are no workbook, or not safe to open.
 */
export function readBook(bytes: Uint8Array, { onResult, onCountFrom1904 }: ReadOptions = {}): Book {
  const parts = new BookParts(bytes);
  const context = readValueContext(parts);
  if (context.from1904) onCountFrom1904?.();
  const sheets: BookSheet[] = [];
  const sheetOfTab = new Map<number, string>();
  const budget = new ReadingBudget();
  const tables = readTables(parts);
  for (const sheet of parts.sheets()) {
    const onCell = onResult && tellSheet(sheet.name, onResult);
    const cells = readCells(sheet, { context, budget, tables }, onCell);
    sheets.push({ name: sheet.name, cells });
    sheetOfTab.set(sheet.tab, sheet.name);
  }
  const names = readDefinedNames(parts, (tab) => sheetOfTab.get(tab), budget).map((name) => ({
    ...name,
    formula: withoutTableReferences(name.formula, tables, budget),
  }));
  return { sheets, names };
}

/** What the cells of a workbook are read with. */
interface CellReading {
  readonly context: ValueContext;
  readonly budget: ReadingBudget;
  readonly tables: Tables;
}

type TellResult = (address: string, value: BookValue) => void;

function tellSheet(sheet: string, tell: NonNullable<ReadOptions["onResult"]>): TellResult {
  return (address, value) => {
    tell(sheet, address, value);
  };
}

function readCells(
  { name: sheet, part }: SheetPart,
  { context, budget, tables }: CellReading,
  onResult?: TellResult,
): Map<string, BookCell> {
  const cells = new Map<string, BookCell>();
  const formulas = new FormulaReader(part, budget);
  const covered = new CoveredCells(budget);
  for (const { cells: rawCells } of sheetRows(part)) {
    for (const raw of rawCells) {
      const formula = formulas.read(raw);
      const area = formula && spillArea(formula);
      const isFilled = formula === undefined && covered.has(raw);
      if (area !== undefined) covered.cover(area);
      if (onResult !== undefined && (formula !== undefined || isFilled)) tellResult(raw, onResult);
      const cell = formula === undefined ? valueCell(raw) : formulaCell(formula, { ...raw, sheet });
      if (cell === undefined || isFilled) continue;
      budget.spend("cells", 1);
      cells.set(toAddress(raw), cell);
    }
  }
  return cells;

  function tellResult(raw: RawCell, tell: TellResult): void {
    const value = readCellValue(part, raw, context);
    if (value !== undefined) tell(toAddress(raw), value);
  }

  function valueCell(raw: RawCell): BookCell | undefined {
    const value = readCellValue(part, raw, context);
    return value === undefined ? undefined : { value };
  }

  function formulaCell({ text, array }: RawFormula, place: FormulaPlace): BookCell {
    const formula = withoutTableReferences(decodeFormula(text), tables, budget, place);
    return array === undefined ? { formula } : { formula, array: toReference(array) };
  }
}
