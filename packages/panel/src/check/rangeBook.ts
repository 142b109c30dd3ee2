import type { Cell } from "@tallykit/sheet";
import { type BookCell, type BookValue, type ComputedCell, toAddress } from "@tallykit/sheet/book";
import { type CheckedBook, formulaParts } from "@tallykit/sheet/check";

import { cellKey } from "./filledCells.ts";
import type { RangeGrid } from "./rangeGrid.ts";

/** A range as a workbook of one sheet: what the formulas came to is what their cells show. */
export function rangeBook(grid: RangeGrid, filled: ReadonlySet<string>): CheckedBook {
  const cells = new Map<string, BookCell>();
  const computed = new Map<string, ComputedCell>();
  const shown = new Map<string, BookValue>();
  const functions = new Set<string>();
  for (const { place, value, formula } of grid.cells()) {
    const address = toAddress(place);
    if (formula !== undefined) {
      cells.set(address, { formula });
      computed.set(address, { value: bookValue(value) });
      for (const { name } of formulaParts(formula).calls) functions.add(name);
    } else if (value !== null) {
      if (filled.has(cellKey(place))) shown.set(address, bookValue(value));
      else cells.set(address, { value: bookValue(value) });
    }
  }
  return {
    book: { sheets: [{ name: grid.sheet, cells }], names: [] },
    computed: { sheets: new Map([[grid.sheet, computed]]) },
    shown: new Map([[grid.sheet, shown]]),
    // The spreadsheet beside the panel knows its own functions; only ours can be told to be wrong.
    engineFunctions: new Set([...functions].filter((name) => !name.startsWith("TALLY."))),
  };
}

function bookValue(value: Cell): BookValue {
  return value ?? "";
}
