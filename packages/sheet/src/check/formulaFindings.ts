import { findFunction } from "../callFunction.ts";
import { type CellError, isCellError } from "../cell/cell.ts";
import type { Texts } from "../table/parameter.ts";

import { parseAddress, parseReference, toAddress } from "../book/address.ts";
import type { BookValue, ComputedBook, ComputedCell } from "../book/book.ts";
import { type ReadFormula, withDependents } from "./dependents.ts";
import type { WorkbookFinding } from "./finding.ts";
import type { Grid, PlacedFormula, References, ShownValues } from "./grid.ts";
import * as texts from "./texts.ts";

/** What a check of formulas is told. */
export interface FormulaCheck {
  /** The formulas. */
  readonly formulas: readonly ReadFormula[];
  /** What they came to. */
  readonly computed: ComputedBook;
  /** What the file last held. */
  readonly shown: ShownValues;
  /** The sheets. */
  readonly grids: ReadonlyMap<string, Grid>;
  /** The names of the workbook. */
  readonly references: References;
  /** The functions that the engine has, in upper case. */
  readonly engineFunctions: ReadonlySet<string>;
}

/**
 * Functions whose results are not compared with what the file holds: those that depend on the moment, the machine or its
 * language, on which rows are hidden, and those for which the engine and Excel are known to differ.
 */
const notCompared: ReadonlySet<string> = new Set(
  [
    "TODAY NOW RAND RANDBETWEEN RANDARRAY CELL INFO TEXT DOLLAR FIXED FORMULATEXT NUMBERSTRING DATESTRING",
    "SUBTOTAL AGGREGATE",
    "WORKDAY.INTL NETWORKDAYS.INTL DCOUNT",
  ].flatMap((names) => names.split(" ")),
);
/** What the engine takes for a part of the formula, not for a function. */
const ofTheLanguage: ReadonlySet<string> = new Set(["LET", "LAMBDA"]);
const ourPrefix = "TALLY.";
/** What a file puts before the functions of other add-ins. */
const otherAddIn = /^_XLDUDF_/;

/** Formulas that come to an error, cannot be calculated here, or whose value in the file is not what they come to. */
export function formulaFindings(check: FormulaCheck): WorkbookFinding[] {
  const { formulas, computed, shown } = check;
  const unknown = new Map(formulas.map((formula) => [formula.placed, unknownNames(formula, check)]));
  const reasons = new Map(formulas.map((formula) => [formula.placed, reasonAgainst(formula, check)]));
  const isLeft = ({ placed }: ReadFormula): boolean =>
    (unknown.get(placed) ?? []).length > 0 || reasons.get(placed) !== undefined;
  const unchecked = withDependents(formulas, computed, isLeft);
  const uncompared = withDependents(formulas, computed, ({ parts }) =>
    parts.calls.some(({ name }) => notCompared.has(name)),
  );
  return formulas.flatMap((formula) => {
    const { placed } = formula;
    const { sheet, address } = placed;
    const names = unknown.get(placed) ?? [];
    const reason = reasons.get(placed);
    const at = { sheet, cell: address };
    if (names.length > 0) return [{ ...at, ...texts.unknownFunction(names, placed.formula) }];
    if (reason !== undefined) return [{ ...at, ...texts.notCalculated(reason, placed.formula) }];
    const last = shown.get(sheet)?.get(address);
    if (unchecked.has(placed)) {
      return isCellError(last) ? [{ ...at, ...texts.formulaError(last, placed.formula, {}) }] : [];
    }
    const result = computed.sheets.get(sheet)?.get(address);
    if (result === undefined || isOldArray(placed, result, last)) return [];
    const errors = errorsOf(formula, result, check);
    if (uncompared.has(placed)) return errors.filter(({ kind }) => kind !== "stale");
    return errors.length > 0 ? errors : staleCells(placed, result, shown);
  });
}

/** The functions of a formula that nobody here knows. */
function unknownNames({ parts, placed }: ReadFormula, check: FormulaCheck): string[] {
  const { engineFunctions, references } = check;
  // A word that LET or LAMBDA brings in may stand for a function.
  const own = new Set(/\bLAMBDA\s*\(/i.test(placed.formula) ? parts.words : []);
  const isKnown = (name: string): boolean =>
    engineFunctions.has(name) ||
    ofTheLanguage.has(name) ||
    (name.startsWith(ourPrefix) && findFunction(name) !== undefined) ||
    references.formulaOfName(name) !== undefined ||
    own.has(name.toLowerCase());
  return [...new Set(parts.calls.map(({ name }) => name).filter((name) => !isKnown(name)))].map((name) =>
    name.replace(otherAddIn, ""),
  );
}

/** Why a formula cannot be calculated here; nothing where it can. */
function reasonAgainst(formula: ReadFormula, check: FormulaCheck): Texts | undefined {
  const { isElsewhere, words } = formula.parts;
  if (isElsewhere) return texts.notCalculatedReasons.elsewhere;
  if (words.some((word) => check.references.isAmbiguous(word))) return texts.notCalculatedReasons.ambiguous;
  const { sheet, address } = formula.placed;
  const value = check.computed.sheets.get(sheet)?.get(address)?.value;
  if (!isCellError(value)) return undefined;
  const last = check.shown.get(sheet)?.get(address);
  // Where every name was known to the program that saved the file, it is the engine that lacks something.
  const isLacking =
    value.error === "#NAME?" &&
    last !== undefined &&
    !isCellError(last) &&
    sourceOf(value, formula, check) === undefined;
  return isLacking || /^The engine (cannot read|failed)/.test(value.message ?? "")
    ? texts.notCalculatedReasons.unreadable
    : undefined;
}

/**
 * Tells whether a formula is of the time before results filled other cells: it is stored without a range, and where it
 * comes to several values the file holds the one that stands in its own row or column.
 */
function isOldArray(
  { array }: PlacedFormula,
  { value, spill }: ComputedCell,
  last: BookValue | undefined,
): boolean {
  if (array !== undefined || last === undefined || isCellError(last)) return false;
  return spill !== undefined || (isCellError(value) && value.error === "#SPILL!");
}

function errorsOf(
  formula: ReadFormula,
  { value, spill = [[value]] }: ComputedCell,
  check: FormulaCheck,
): WorkbookFinding[] {
  const { sheet, address, formula: text } = formula.placed;
  const place = parseAddress(address) ?? { row: 1, column: 1 };
  return spill.flatMap((values, row) =>
    values.flatMap((found, column) => {
      if (!isCellError(found)) return [];
      const cell = toAddress({ row: place.row + row, column: place.column + column });
      const last = check.shown.get(sheet)?.get(cell);
      const source = sourceOf(found, formula, check);
      const isChange = found.message === undefined && source === undefined && last !== undefined;
      const words =
        isChange && !isCellError(last)
          ? texts.stale({ shown: last, now: found, cell: undefined }, text)
          : texts.formulaError(found, text, { source, shown: last });
      return [{ sheet, cell, ...words }];
    }),
  );
}

/** So many cells are looked through for the one that an error comes from. */
const mostLookedThrough = 10_000;

/** The first cell that a formula reads and that shows the same error. */
function sourceOf(
  { error }: CellError,
  { placed, areas }: ReadFormula,
  { grids }: FormulaCheck,
): string | undefined {
  let left = mostLookedThrough;
  for (const area of areas) {
    const grid = grids.get(area.sheet);
    if (grid === undefined) continue;
    const { first, last } = grid.used(area);
    for (let row = first.row; row <= last.row; row += 1) {
      for (let column = first.column; column <= last.column; column += 1) {
        left -= 1;
        if (left < 0) return undefined;
        const value = grid.at({ row, column })?.value;
        if (!isCellError(value) || value.error !== error) continue;
        const address = toAddress({ row, column });
        if (area.sheet !== placed.sheet) return `${area.sheet}!${address}`;
        if (address !== placed.address) return address;
      }
    }
  }
  return undefined;
}

/** A formula whose value in the file differs, or the first of the cells it fills whose value does. */
function staleCells(
  placed: PlacedFormula,
  { value, spill = [[value]] }: ComputedCell,
  shown: ShownValues,
): WorkbookFinding[] {
  const { sheet, address, array = address, formula } = placed;
  const area = parseReference(array);
  const held = shown.get(sheet);
  if (area === undefined || held === undefined) return [];
  const { first, last } = area;
  for (const [row, values] of spill.slice(0, last.row - first.row + 1).entries()) {
    for (const [column, now] of values.slice(0, last.column - first.column + 1).entries()) {
      const cell = toAddress({ row: first.row + row, column: first.column + column });
      const then = held.get(cell);
      if (then === undefined || isNearlySame(then, now)) continue;
      const where = cell === address ? undefined : cell;
      return [{ sheet, cell: address, ...texts.stale({ shown: then, now, cell: where }, formula) }];
    }
  }
  return [];
}

/** How far two programs may differ in the last digits, of the value or, near 0, of its parts. */
const tolerance = 1e-9;

function isNearlySame(one: BookValue, other: BookValue): boolean {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(one), Math.abs(other));
  }
  if (isCellError(one) && isCellError(other)) return one.error === other.error;
  return one === other;
}
