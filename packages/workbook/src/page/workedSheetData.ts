import { lookPaints, type WorkedSheet } from "@tallykit/panel";
import { parseAddress } from "@tallykit/sheet/book";
import type { ICellData, IObjectMatrixPrimitiveType, IWorksheetData } from "@univerjs/core";

import { toGridCell } from "./gridCells.ts";
import { gridStyle, pixelsOfWidth } from "./gridData.ts";

/** A worked sheet as the grid takes it, under a name of its own. */
export function workedSheetData(sheet: WorkedSheet, id: string, name: string): Partial<IWorksheetData> {
  const cellData: IObjectMatrixPrimitiveType<ICellData> = {};
  for (const [address, { content, format, look }] of sheet.cells) {
    const place = parseAddress(address);
    if (place === undefined) continue;
    const isFormula = typeof content === "string" && content.startsWith("=");
    const painted = {
      ...(look === undefined ? {} : lookPaints[look]),
      ...(format === undefined ? {} : { format }),
    };
    (cellData[place.row - 1] ??= {})[place.column - 1] = {
      ...(content === null ? {} : isFormula ? { f: content } : toGridCell(content)),
      ...(Object.keys(painted).length === 0 ? {} : { s: gridStyle(painted) }),
    };
  }
  return {
    id,
    name,
    cellData,
    columnData: Object.fromEntries(
      sheet.widths.map((width, column) => [column, { w: pixelsOfWidth(width) }]),
    ),
    freeze: {
      xSplit: 0,
      ySplit: sheet.frozenRows,
      startRow: sheet.frozenRows === 0 ? -1 : sheet.frozenRows,
      startColumn: -1,
    },
  };
}

/** A name that no sheet has yet; Excel takes 31 characters and ignores case. */
export function freeName(wanted: string, present: readonly string[]): string {
  const taken = new Set(present.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? "" : ` ${number}`;
    const name = `${wanted.slice(0, 31 - ending.length)}${ending}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
