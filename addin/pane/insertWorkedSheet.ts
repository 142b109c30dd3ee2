/// <reference types="office-js" />
import type { CellLook, WorkedCell, WorkedSheet } from "@tallykit/panel";
import { parseAddress, type Place, toAddress, toReference } from "@tallykit/sheet/book";

import { addChart } from "./addChart.ts";
import { paintLook } from "./paintLook.ts";
import { rectanglesOf } from "./rectangles.ts";
import { typedContent } from "./typed.ts";

/** Adds a worked sheet, brings it to the front, and gives the name that it got. */
export async function insertWorkedSheet(
  context: Excel.RequestContext,
  sheet: WorkedSheet,
  namespace: string,
): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const present = worksheets.items.map(({ name }) => name);
  const added = worksheets.add(freeName(sheet.name, present));
  added.load("name");
  writeContents(added, sheet, namespace);
  writeLooks(added, sheet);
  if (sheet.frozenRows > 0) added.freezePanes.freezeRows(sheet.frozenRows);
  // The charts come last: Excel draws them from what the cells hold by then.
  for (const chart of sheet.charts) addChart(added, chart);
  added.activate();
  await context.sync();
  return added.name;
}

/** A name that no sheet has; Excel tells names apart by more than case, and takes 31 characters. */
function freeName(wanted: string, present: readonly string[]): string {
  const taken = new Set(present.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? "" : ` ${number}`;
    const name = `${wanted.slice(0, 31 - ending.length)}${ending}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

interface PlacedCell extends WorkedCell {
  readonly place: Place;
}

function placedCells({ cells }: WorkedSheet): readonly PlacedCell[] {
  return Array.from(cells, ([address, cell]) => {
    const place = parseAddress(address);
    return place === undefined ? [] : [{ ...cell, place }];
  }).flat();
}

/** Values, formulas and number formats, in one rectangle from A1: cells that have none are left alone. */
function writeContents(added: Excel.Worksheet, sheet: WorkedSheet, namespace: string): void {
  const placed = placedCells(sheet);
  const last = {
    row: Math.max(...placed.map(({ place }) => place.row)),
    column: Math.max(...placed.map(({ place }) => place.column)),
  };
  const grid = <Value>(read: (cell: PlacedCell) => Value): (Value | null)[][] => {
    const rows = Array.from({ length: last.row }, () => new Array<Value | null>(last.column).fill(null));
    for (const cell of placed) rows[cell.place.row - 1]?.splice(cell.place.column - 1, 1, read(cell));
    return rows;
  };
  const range = added.getRange(toReference({ first: { row: 1, column: 1 }, last }));
  range.formulas = grid(({ content }) =>
    content === null ? null : inNamespace(typedContent(content), namespace),
  );
  // After the formulas: a cell that is text already would take a formula for words.
  range.numberFormat = grid(({ format }) => format ?? null);
}

/** A formula with our functions under the namespace of this add-in; texts in it stay as they are. */
function inNamespace<Content>(content: Content, namespace: string): Content | string {
  if (typeof content !== "string" || !content.startsWith("=")) return content;
  const parts = content.split('"');
  return parts
    .map((part, index) => (index % 2 === 0 ? part.replace(/\bTALLY\./g, `${namespace}.`) : part))
    .join('"');
}

function writeLooks(added: Excel.Worksheet, sheet: WorkedSheet): void {
  const places = new Map<CellLook, Place[]>();
  for (const { look, place } of placedCells(sheet)) {
    if (look !== undefined) places.set(look, [...(places.get(look) ?? []), place]);
  }
  for (const [look, found] of places) {
    for (const area of rectanglesOf(found)) paintLook(added.getRange(toReference(area)), look);
  }
  sheet.widths.forEach((width, index) => {
    const column = toAddress({ row: 1, column: index + 1 }).replace("1", "");
    added.getRange(`${column}:${column}`).format.columnWidth = pointsOf(width);
  });
}

/** The width of a column in points: a character of Excel's standard font has 7 pixels, the margins of a cell 5. */
function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}
