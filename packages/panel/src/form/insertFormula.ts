import type { Result } from "@tallykit/sheet";
import { parseReference, toReference } from "@tallykit/sheet/book";

import { isRows } from "../formula/isRows.ts";
import { overlap, referenceText } from "../formula/references.ts";
import type { RangeReference, SheetHost } from "../host/sheetHost.ts";

/** A formula that is to be written at the selected cell. */
export interface Insertion {
  /** The formula as it is written on a sheet. */
  readonly formulaOn: (sheet: string) => string;
  /** The ranges that it reads; those without a sheet are on the one in front. */
  readonly references: readonly RangeReference[];
}

/** What became of it: nothing is written where something would be lost or the formula would read itself. */
export interface Inserted {
  readonly kind: "written" | "inside" | "occupied";
  /** Where it was written, or should have been. */
  readonly place: RangeReference;
  /** How many cells hold something there. */
  readonly count: number;
}

/** How a formula is to be inserted. */
export interface InsertionChoice {
  /** The cells that may be written over although they hold something, with their sheet. */
  readonly confirmed: string | undefined;
  /** What it gives, as far as that is known: as many cells must be free. */
  readonly result: Result | undefined;
}

/** Writes a formula at the selected cell, unless that cell is one that it reads; over other cells only when told to. */
export async function insertFormula(
  host: SheetHost,
  { formulaOn, references }: Insertion,
  { confirmed, result }: InsertionChoice,
): Promise<Inserted> {
  const { sheet, address } = await host.readSelection();
  const first = parseReference(address)?.first;
  if (first === undefined) throw new Error(`${address} is no cell.`);
  const rows = result !== undefined && isRows(result) ? result : [[result]];
  const last = { row: first.row + rows.length - 1, column: first.column + (rows[0]?.length ?? 1) - 1 };
  const target = { sheet, address: toReference({ first, last }) };
  const reads = references.some((each) => overlap({ sheet, ...each }, target));
  if (reads) return { kind: "inside", place: target, count: 0 };
  const { values, formulas } = await host.readRange(target);
  // A formula may show nothing, and is something all the same.
  const written = formulas.flat();
  const count = values
    .flat()
    .filter((cell, at) => (cell !== null && cell !== "") || written[at] !== undefined).length;
  if (count > 0 && confirmed !== referenceText(target)) return { kind: "occupied", place: target, count };
  return { kind: "written", place: await host.writeAtSelection([[formulaOn(sheet)]]), count };
}
