/// <reference types="office-js" />
import type { RangeReference } from "@tallykit/panel";
import type { Cell } from "@tallykit/sheet";

import { SheetRefusal } from "./excelWords.ts";
import { referenceOf } from "./readCells.ts";
import { typedContent } from "./typed.ts";

/** Writes rows from the upper left cell of the selection on, selects them, and says where they are. */
export async function writeCells(
  context: Excel.RequestContext,
  rows: readonly (readonly Cell[])[],
): Promise<RangeReference> {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) throw new SheetRefusal("There is nothing to write.");
  const first = context.workbook.getSelectedRange().getCell(0, 0);
  const range = first.getResizedRange(rows.length - 1, width - 1);
  range.formulas = rows.map((row) =>
    Array.from({ length: width }, (_, column) => typedContent(row[column] ?? null)),
  );
  range.select();
  range.load("address");
  range.worksheet.load("name");
  await context.sync();
  return referenceOf(range.worksheet.name, range.address);
}
