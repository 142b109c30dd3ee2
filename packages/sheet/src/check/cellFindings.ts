import { isCellError } from "../cell/cell.ts";

import { type Place, toAddress } from "../book/address.ts";
import { isFormulaText, isMissingWord, isNumberText } from "./cellWords.ts";
import type { WorkbookFinding } from "./finding.ts";
import type { Grid, GridCell } from "./grid.ts";
import { holdsNames, nearKeyFindings } from "./nearKeyFindings.ts";
import { tablesOf } from "./tables.ts";
import { formulaText, storedError } from "./texts.ts";

/** A number that is stored as text, and where. */
export interface TextNumber extends Place {
  /** The text. */
  readonly text: string;
}

/** What is odd in the cells of a sheet by themselves and among their neighbours. */
export interface CellFindings {
  /** The findings. */
  readonly findings: readonly WorkbookFinding[];
  /** The numbers that are stored as text. */
  readonly textNumbers: readonly TextNumber[];
}

/** Stored errors, texts that begin as formulas do, numbers stored as text, and names that are nearly equal. */
export function cellFindings(grid: Grid): CellFindings {
  const findings: WorkbookFinding[] = [];
  for (const cell of grid.cells()) {
    if (!cell.isTyped) continue;
    const at = { sheet: grid.name, cell: toAddress(cell) };
    if (isCellError(cell.value)) findings.push({ ...at, ...storedError(cell.value) });
    else if (typeof cell.value === "string" && isFormulaText(cell.value))
      findings.push({ ...at, ...formulaText(cell.value) });
  }
  const textNumbers: TextNumber[] = [];
  for (const { columns, firstDataRow } of tablesOf(grid)) {
    for (const column of columns) {
      if (holdsNames(column)) findings.push(...nearKeyFindings(grid.name, column));
      textNumbers.push(...textNumbersOf(column.filter(({ row }) => row >= firstDataRow)));
    }
  }
  return { findings, textNumbers };
}

/** For one text that is none, this many cells of a column must be numbers. */
const numbersToOneText = 10;

/** The numbers stored as text in a column that is numbers otherwise; texts at its top are its titles. */
function textNumbersOf(column: readonly GridCell[]): TextNumber[] {
  const start = column.findIndex(({ value }) => typeof value !== "string" || isNumberText(value));
  const cells = start === -1 ? [] : column.slice(start);
  let [numbers, others] = [0, 0];
  const found: TextNumber[] = [];
  for (const cell of cells) {
    const { row, column: at, value, isTyped } = cell;
    if (typeof value === "number") numbers += 1;
    else if (typeof value !== "string") continue;
    else if (isNumberText(value)) {
      if (isTyped) found.push({ row, column: at, text: value });
      else others += 1;
    } else if (!isMissingWord(value)) others += 1;
  }
  return numbers > 0 && others * numbersToOneText <= numbers ? found : [];
}
