import type { ICellData, IWorksheetData } from "@univerjs/core";

import type { Book, BookSheet, BookValue } from "@tallykit/sheet/book";
import { keyOf, lastColumn, lastRow, positionOf } from "./address.ts";
import type { SheetRun } from "./calculation.ts";
import { withoutSpillOperators } from "./spillOperators.ts";
import type { Univer } from "./univer.ts";

const smallestSheet = 1_000;

/** A sheet of a book, ready for the engine. */
export interface PlacedSheet {
  /** Its id in the engine. */
  readonly id: string;
  /** Its name in the book. */
  readonly name: string;
  /** Its cells, as a workbook of the engine takes them. */
  readonly data: Partial<IWorksheetData>;
  /** Its formulas, as a calculation of the engine takes them. */
  readonly formulaData: Record<number, Record<number, { f: string }>>;
  /** The key and the spelling of each formula, by its address. */
  readonly formulas: ReadonlyMap<string, { readonly key: number; readonly spelling: string }>;
  /** What the calculation finds out. */
  readonly run: SheetRun;
}

/** How a sheet is made ready. */
export interface Placing {
  /** Its id in the engine. */
  readonly id: string;
  /** How many rows it has. */
  readonly rows: number;
  /** Spells a formula for the engine. */
  readonly spell: (formula: string) => string;
}

/** Makes a sheet ready for the engine. */
export function placeSheet(
  { core }: Univer,
  { name, cells }: BookSheet,
  { id, rows, spell }: Placing,
): PlacedSheet {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const formulaData: Record<number, Record<number, { f: string }>> = {};
  const occupied = new Set<number>();
  const formulas = new Map<string, { key: number; spelling: string }>();
  for (const [address, cell] of cells) {
    const position = positionOf(address);
    if (position === undefined) throw new RangeError(`${name} has a cell at ${address}, which is no address`);
    const { row, column } = position;
    occupied.add(keyOf(position));
    if ("formula" in cell) {
      const f = spell(cell.formula);
      formulas.set(address, { key: keyOf(position), spelling: f });
      (formulaData[row] ??= {})[column] = { f };
      (cellData[row] ??= {})[column] = { f };
    } else {
      (cellData[row] ??= {})[column] = cellDataOf(core.CellValueType, cell.value);
    }
  }
  return {
    id,
    name,
    data: { id, name, cellData, rowCount: rows, columnCount: lastColumn + 1 },
    formulaData,
    formulas,
    run: {
      occupied,
      results: new Map(),
      circular: new Set(),
      spills: new Map(),
      blocked: new Set(),
      expected: new Map(),
    },
  };
}

function cellDataOf(type: Univer["core"]["CellValueType"], value: BookValue): ICellData {
  if (typeof value === "number") return { v: value, t: type.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: type.BOOLEAN };
  return { v: typeof value === "string" ? value : value.error, t: type.STRING };
}

/** The rows down to the last one that the book fills or names: a reference such as A:A goes no further. */
export function usedRows(book: Book): number {
  let rows = smallestSheet;
  const formulas = book.names.map(({ formula }) => formula);
  for (const { cells } of book.sheets) {
    for (const [address, cell] of cells) {
      rows = Math.max(rows, (positionOf(address)?.row ?? 0) + 1);
      if ("formula" in cell) formulas.push(cell.formula);
    }
  }
  for (const formula of formulas) {
    for (const [, digits] of formula.matchAll(/[A-Za-z$:](\d{4,7})/g)) {
      if (Number(digits) <= lastRow + 1) rows = Math.max(rows, Number(digits));
    }
  }
  return rows;
}

/**
 * Spells formulas so that the engine can tell them apart.
 *
 * It finds parsed formulas of more than 64 characters again by a hash of 32 bits, so that two of them may be taken for
 * one another; a space at the end gives the second another hash.
 */
export function formulaSpeller({ core }: Univer, unitId: string): (formula: string) => string {
  const spelt = new Map<string, string>();
  const hashes = new Set<number>();
  return (formula) => {
    const known = spelt.get(formula);
    if (known !== undefined) return known;
    let spelling = `=${withoutSpillOperators(formula)}`;
    const hashesOf = (text: string): number[] => [
      core.hashAlgorithm(text),
      core.hashAlgorithm(unitId + text),
    ];
    while (hashesOf(spelling).some((hash) => hashes.has(hash))) spelling += " ";
    for (const hash of hashesOf(spelling)) hashes.add(hash);
    spelt.set(formula, spelling);
    return spelling;
  };
}
