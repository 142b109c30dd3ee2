import { isCellError } from "@tallykit/sheet";
import { type Area, parseReference, type Place, toAddress, toReference } from "@tallykit/sheet/book";

import type { SheetHost, SheetRange } from "../host/sheetHost.ts";
import { isRead, type ReadCall, readCall } from "./readCall.ts";
import { resultRows } from "./working.ts";
import { type WrittenCall, writtenCalls } from "./writtenCalls.ts";

/** The formula that fills a cell, and which of its results stands there. */
export interface FillingFormula {
  /** The address of the cell with the formula. */
  readonly address: string;
  /** Its call. */
  readonly written: WrittenCall;
  /** What was read for it. */
  readonly call: ReadCall;
  /** Which of its results the cell shows, from 0. */
  readonly at: Place;
}

/** So far above and to the left a formula is looked for. */
const reach = { rows: 2_000, columns: 40 } as const;
/** So many formulas are tried, the nearest first. */
const mostTried = 24;

/** Finds the formula of ours whose results reach a cell that has no formula of its own. */
export async function fillingFormula(
  range: SheetRange,
  host: SheetHost,
): Promise<FillingFormula | undefined> {
  const place = parseReference(range.address)?.first;
  if (place === undefined || (place.row === 1 && place.column === 1)) return undefined;
  const area: Area = {
    first: { row: Math.max(1, place.row - reach.rows), column: Math.max(1, place.column - reach.columns) },
    last: place,
  };
  const around = await host.readRange({ sheet: range.sheet, address: toReference(area) });
  for (const { at, written } of candidates(around, place, host.namespace)) {
    const call = await readCall(written, range.sheet, host);
    if (!isRead(call)) continue;
    const offset = { row: place.row - at.row, column: place.column - at.column };
    const rows = resultRows(call);
    if (offset.row < rows.length && offset.column < (rows[0]?.length ?? 0)) {
      return { address: toAddress(at), written, call, at: offset };
    }
  }
  return undefined;
}

interface Candidate {
  readonly at: Place;
  readonly written: WrittenCall;
}

/** Formulas that are a call of ours as a whole and may fill the cell, the nearest rows first. */
function candidates({ address, formulas, values }: SheetRange, place: Place, namespace: string): Candidate[] {
  const first = parseReference(address)?.first ?? { row: 1, column: 1 };
  const found: Candidate[] = [];
  for (let row = formulas.length - 1; row >= 0; row -= 1) {
    const line = formulas[row] ?? [];
    for (let column = line.length - 1; column >= 0; column -= 1) {
      const at = { row: first.row + row, column: first.column + column };
      const isItself = at.row === place.row && at.column === place.column;
      const formula = line[column];
      // A formula that shows an error fills no other cell, unless the error is its first result.
      if (formula === undefined || isItself || isBlocked(values[row]?.[column])) continue;
      const written = writtenCalls(formula, namespace).find(({ isWhole }) => isWhole);
      if (written !== undefined) found.push({ at, written });
      if (found.length === mostTried) return found;
    }
  }
  return found;
}

function isBlocked(value: unknown): boolean {
  return isCellError(value) && ["#SPILL!", "#NAME?", "#CALC!"].includes(value.error);
}
