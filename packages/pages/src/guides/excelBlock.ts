import { calendarDate, serialOfDate } from "@tallykit/core";
import { callFunction, type Cell, findFunction, type Range } from "@tallykit/sheet";

import { type ShownGrid, shownGrid } from "../cells/shownGrid.ts";
import { typedCell } from "../cells/typedCell.ts";
import { readCall } from "../formulas/evaluateFormula.ts";

/** A formula of a guide, and the result that the guide states. */
export interface StatedFormula {
  /** The formula. */
  readonly formula: string;
  /** The cells that the guide states, row by row. */
  readonly stated: readonly (readonly string[])[];
  /** What the formula gives, as people see it. */
  readonly shown: ShownGrid;
}

/** What an `excel` fence of a guide shows: perhaps cells from A1 on, then formulas with their results. */
export interface ExcelBlock {
  /** The cells, row by row. */
  readonly sheet: readonly (readonly string[])[];
  /** The formulas. */
  readonly formulas: readonly StatedFormula[];
}

/**
 * Reads an `excel` fence and calculates its formulas.
 *
 * Parts stand apart by blank lines: rows of cells between bars, or a formula with the rows of its result.
 */
export function excelBlock(text: string): ExcelBlock {
  const parts = text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => part.split("\n"));
  const sheet = parts.filter(([first = ""]) => !first.startsWith("=")).flatMap((lines) => lines.map(cellsOf));
  const cells: Range = sheet.map((row) => row.map(enteredCell));
  const formulas = parts
    .filter(([first = ""]) => first.startsWith("="))
    .map(([formula = "", ...lines]) => ({
      formula,
      stated: lines.map(cellsOf),
      shown: shownFormula(formula, cells),
    }));
  return { sheet, formulas };
}

function cellsOf(line: string): string[] {
  return line.split("|").map((cell) => cell.trim());
}

/** What a cell holds when a text is typed into it, as a spreadsheet takes it: a day becomes its number. */
function enteredCell(text: string): Cell {
  return /^\d{4}-\d\d-\d\d$/.test(text)
    ? serialOfDate(calendarDate(text))
    : typedCell(text, { takes: "anything" });
}

function shownFormula(formula: string, cells: Range): ShownGrid {
  const { id, given } = readCall(formula, cells);
  const row = findFunction(id);
  if (row === undefined) throw new Error(`There is no function ${id}.`);
  return shownGrid(row, given, callFunction(id, given));
}

/** What a result shows that differs from what a guide states; nothing where they agree. */
export function misstated({ formula, stated, shown }: StatedFormula): string | undefined {
  const written = (rows: readonly (readonly string[])[]): string =>
    rows.map((row) => row.map((cell) => cell.trim()).join(" | ")).join("\n");
  const given = written(shown.rows.map((row) => row.map(({ text }) => text)));
  return given === written(stated) ? undefined : `${formula} gives\n${given}\nnot\n${written(stated)}`;
}
