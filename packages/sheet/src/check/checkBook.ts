import { type Place, parseReference, toReference } from "../book/address.ts";
import type { Book, ComputedBook } from "../book/book.ts";
import { callFindings, type BlankCell } from "./callFindings.ts";
import { cellFindings, type TextNumber } from "./cellFindings.ts";
import { readFormula } from "./dependents.ts";
import type { WorkbookFinding } from "./finding.ts";
import { formulaFindings } from "./formulaFindings.ts";
import { type FormulaParts, formulaParts } from "./formulaParts.ts";
import { formulasOf, gridsOf, keyOf, References, type ShownValues } from "./grid.ts";
import { blank, textNumber } from "./texts.ts";

/** A workbook with what its formulas came to. */
export interface CheckedBook {
  /** The workbook. */
  readonly book: Book;
  /** What its formulas came to. */
  readonly computed: ComputedBook;
  /** What the file last held for them. */
  readonly shown: ShownValues;
  /** The functions that the engine has, in upper case. */
  readonly engineFunctions: ReadonlySet<string>;
}

/** What is odd in a workbook, sheet by sheet, row by row. */
export function checkBook({
  book,
  computed,
  shown,
  engineFunctions,
}: CheckedBook): readonly WorkbookFinding[] {
  const references = new References(book);
  const partsOf = remembered(formulaParts);
  const formulas = formulasOf(book).map((placed) => readFormula(placed, references, partsOf));
  const grids = gridsOf(book, computed, shown);
  const calls = callFindings(formulas, grids, references);
  const findings = [
    ...formulaFindings({ formulas, computed, shown, grids, references, engineFunctions }),
    ...calls.findings,
  ];
  for (const [sheet, grid] of grids) {
    const cells = cellFindings(grid);
    const printed = new Set((calls.printed.get(sheet) ?? []).map(keyOf));
    const textNumbers = [...cells.textNumbers, ...(calls.textNumbers.get(sheet) ?? [])];
    findings.push(
      ...cells.findings,
      ...textNumberRuns(
        sheet,
        textNumbers.filter((cell) => !printed.has(keyOf(cell))),
      ),
      ...blankRuns(sheet, calls.blanks.get(sheet) ?? []),
    );
  }
  return inOrder(findings, book);
}

function remembered(read: (formula: string) => FormulaParts): (formula: string) => FormulaParts {
  const known = new Map<string, FormulaParts>();
  return (formula) => {
    const parts = known.get(formula) ?? read(formula);
    known.set(formula, parts);
    return parts;
  };
}

function textNumberRuns(sheet: string, cells: readonly TextNumber[]): WorkbookFinding[] {
  return runsOf(cells, () => true).map((run) => ({
    sheet,
    cell: referenceOf(run),
    ...textNumber(run[0].text, run.length),
  }));
}

function blankRuns(sheet: string, cells: readonly BlankCell[]): WorkbookFinding[] {
  return runsOf(cells, (one, other) => one.reader === other.reader).map((run) => ({
    sheet,
    cell: referenceOf(run),
    ...blank(run.length, { name: run[0].name, cell: run[0].reader }),
  }));
}

type Run<Cell> = [Cell, ...Cell[]];

/** A column with more gaps between such cells than this is told in one finding. */
const mostRuns = 10;

/** Cells that stand under one another and belong together, each cell once; all of a column where there are many. */
function runsOf<Cell extends Place>(
  cells: readonly Cell[],
  belong: (one: Cell, other: Cell) => boolean,
): Run<Cell>[] {
  const once = new Map<number, Cell>();
  for (const cell of cells) if (!once.has(keyOf(cell))) once.set(keyOf(cell), cell);
  const inColumns = [...once.values()].sort((a, b) => a.column - b.column || a.row - b.row);
  const isSameColumn = (above: Cell, cell: Cell): boolean =>
    above.column === cell.column && belong(above, cell);
  return split(inColumns, isSameColumn).flatMap((column) => {
    const runs = split(column, (above, cell) => above.row === cell.row - 1);
    return runs.length > mostRuns ? [column] : runs;
  });
}

/** Splits a list between two neighbours that do not belong together. */
function split<Cell>(cells: readonly Cell[], belong: (one: Cell, next: Cell) => boolean): Run<Cell>[] {
  const runs: Run<Cell>[] = [];
  let before: Cell | undefined;
  for (const cell of cells) {
    const run = runs.at(-1);
    if (run !== undefined && before !== undefined && belong(before, cell)) run.push(cell);
    else runs.push([cell]);
    before = cell;
  }
  return runs;
}

function referenceOf(run: Run<Place>): string {
  return toReference({ first: run[0], last: run.at(-1) ?? run[0] });
}

/** By sheet, row, column; what was found twice is told once. */
function inOrder(findings: readonly WorkbookFinding[], { sheets }: Book): WorkbookFinding[] {
  const sheetOrder = new Map(sheets.map(({ name }, index) => [name, index]));
  const once = new Map(
    findings.map((finding) => [`${finding.kind} ${finding.cell} ${finding.sheet}`, finding]),
  );
  const placed = Array.from(once.values(), (finding) => ({
    finding,
    sheet: sheetOrder.get(finding.sheet) ?? 0,
    place: parseReference(finding.cell)?.first ?? { row: 0, column: 0 },
  }));
  return placed
    .sort((a, b) => a.sheet - b.sheet || a.place.row - b.place.row || a.place.column - b.place.column)
    .map(({ finding }) => finding);
}
