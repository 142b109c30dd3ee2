import { type Argument, callFunction, type Cell, findFunction, type Result } from "@tallykit/sheet";
import {
  type Area,
  parseAddress,
  parseReference,
  type Place,
  toAddress,
  toReference,
} from "@tallykit/sheet/book";

import { callParts } from "../formula/callParts.ts";
import { isRows } from "../formula/isRows.ts";
import { readFormulaArgument } from "../formula/readFormulaArgument.ts";
import { shareCells } from "../formula/references.ts";
import { textOf } from "../formula/textOf.ts";
import { typedValue } from "./typedValue.ts";

/** What a cell of the grid shows. */
export interface ShownCell {
  /** Its value. */
  readonly value: Cell;
  /** The address of the formula whose result spilled here, where it is another cell's. */
  readonly from?: string;
}

/** What is said in the errors of the grid itself; the language is that of the panel. */
export interface GridWords {
  readonly onlyOurs: string;
  readonly circle: string;
  readonly noRoom: (place: string) => string;
}

/** The rows and columns of the grid at most. */
export const gridLimits = { rows: 200, columns: 26 } as const;

type Contents = ReadonlyMap<string, string>;
type Shown = Map<string, ShownCell>;

interface Formula {
  readonly address: string;
  readonly place: Place;
  readonly id: string;
  readonly args: readonly string[];
  /** The ranges that it reads. */
  readonly reads: readonly Area[];
}

/**
 * What every cell of the grid shows.
 *
 * Formulas are calculated again and again until nothing changes any more, since one may read what another spills; one
 * that reads its own result, by itself or by way of others, is an error.
 */
export function evaluateGrid(contents: Contents, words: GridWords): ReadonlyMap<string, ShownCell> {
  const formulas: Formula[] = [];
  const fixed: Shown = new Map();
  for (const [address, text] of contents) {
    const formula = text.startsWith("=") ? readFormula(address, text) : undefined;
    if (formula !== undefined) formulas.push(formula);
    else if (text.startsWith("="))
      fixed.set(address, { value: { error: "#NAME?", message: words.onlyOurs } });
    else fixed.set(address, { value: typedValue(text) });
  }
  formulas.sort((one, other) => one.place.row - other.place.row || one.place.column - other.place.column);
  let shown = fixed;
  let areas = new Map<Formula, Area>();
  for (let pass = 0; pass <= formulas.length + 1; pass += 1) {
    const next = onePass({ formulas, fixed, before: shown, contents, words });
    const isSettled = JSON.stringify([...next.shown]) === JSON.stringify([...shown]);
    ({ shown, areas } = next);
    if (isSettled) break;
  }
  for (const formula of formulas) {
    if (!readsItself(formula, formulas, areas)) continue;
    shown.set(formula.address, { value: { error: "#VALUE!", message: words.circle } });
    for (const [address, { from }] of shown) if (from === formula.address) shown.delete(address);
  }
  return shown;
}

/** A formula of the grid; `undefined` where it is more than one call of one of our functions. */
function readFormula(address: string, text: string): Formula | undefined {
  const place = parseAddress(address);
  const parts = callParts(text);
  if (place === undefined || parts === undefined || findFunction(parts.id) === undefined) return undefined;
  const reads: Area[] = [];
  for (const arg of parts.args) {
    const read = readFormulaArgument(arg);
    if (read.kind === "refused") return undefined;
    if (read.kind !== "reference") continue;
    const area = parseReference(read.reference.address);
    if (area === undefined || read.reference.sheet !== undefined) return undefined;
    reads.push(area);
  }
  return { address, place, id: parts.id, args: parts.args, reads };
}

interface Pass {
  readonly formulas: readonly Formula[];
  readonly fixed: Shown;
  readonly before: Shown;
  readonly contents: Contents;
  readonly words: GridWords;
}

/** Calculates every formula once, from what the cells showed before. */
function onePass({ formulas, fixed, before, contents, words }: Pass): {
  shown: Shown;
  areas: Map<Formula, Area>;
} {
  const shown: Shown = new Map(fixed);
  const areas = new Map<Formula, Area>();
  for (const formula of formulas) {
    const rows = rowsOf(callFunction(formula.id, argumentsOf(formula, before)));
    const area = areaOf(formula.place, rows);
    areas.set(formula, area);
    const isFree = (place: Place): boolean => {
      const address = toAddress(place);
      if (address === formula.address) return true;
      return (
        place.row <= gridLimits.rows &&
        place.column <= gridLimits.columns &&
        !contents.has(address) &&
        !shown.has(address)
      );
    };
    if (!placesOf(area).every(isFree)) {
      const message = words.noRoom(toReference(area));
      shown.set(formula.address, { value: { error: "#SPILL!", message } });
      areas.set(formula, { first: formula.place, last: formula.place });
      continue;
    }
    for (const [at, place] of placesOf(area).entries()) {
      const width = area.last.column - area.first.column + 1;
      const value = rows[Math.floor(at / width)]?.[at % width] ?? null;
      shown.set(toAddress(place), { value, ...(at === 0 ? {} : { from: formula.address }) });
    }
  }
  return { shown, areas };
}

function argumentsOf({ args }: Formula, shown: Shown): Argument[] {
  return args.map((text) => {
    const read = readFormulaArgument(text);
    if (read.kind === "value") return read.value;
    if (read.kind !== "reference") return undefined;
    const rows = valuesOf(shown, read.reference.address).map((row) => (read.isText ? row.map(textOf) : row));
    const isSingle = rows.length === 1 && rows[0]?.length === 1;
    return isSingle ? (rows[0]?.[0] ?? null) : rows;
  });
}

/** What the cells of a range show. */
export function valuesOf(shown: ReadonlyMap<string, ShownCell>, address: string): Cell[][] {
  const area = parseReference(address);
  if (area === undefined) return [];
  const width = area.last.column - area.first.column + 1;
  const cells = placesOf(area).map((place) => shown.get(toAddress(place))?.value ?? null);
  return Array.from({ length: cells.length / width }, (_, row) =>
    cells.slice(row * width, (row + 1) * width),
  );
}

/** The places of a rectangle, row by row. */
export function placesOf({ first, last }: Area): Place[] {
  const columns = last.column - first.column + 1;
  return Array.from({ length: (last.row - first.row + 1) * columns }, (_, at) => ({
    row: first.row + Math.floor(at / columns),
    column: first.column + (at % columns),
  }));
}

function rowsOf(result: Result): readonly (readonly Cell[])[] {
  return isRows(result) ? result : [[result]];
}

function areaOf(first: Place, rows: readonly (readonly Cell[])[]): Area {
  const columns = rows[0]?.length ?? 1;
  return { first, last: { row: first.row + rows.length - 1, column: first.column + columns - 1 } };
}

/** Tells whether a formula reads its own result, by itself or by way of others. */
function readsItself(
  formula: Formula,
  formulas: readonly Formula[],
  areas: ReadonlyMap<Formula, Area>,
): boolean {
  const met = new Set<Formula>();
  const open = [formula];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const other of formulas) {
      const area = areas.get(other);
      if (area === undefined || !current.reads.some((read) => shareCells(read, area))) continue;
      if (other === formula) return true;
      if (!met.has(other)) open.push(other);
      met.add(other);
    }
  }
  return false;
}
