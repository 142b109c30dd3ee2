import type { RangeReference, SheetChart, SheetHost, SheetRange, WorkedSheet } from "@tallykit/panel";
import type { Cell } from "@tallykit/sheet";
import { parseReference, toReference } from "@tallykit/sheet/book";
import type { ICellData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { InsertSheetCommand } from "@univerjs/preset-sheets-core";

import { toGridCell } from "./gridCells.ts";
import type { SheetGrid } from "./sheetGrid.ts";
import { freeName, workedSheetData } from "./workedSheetData.ts";

type Workbook = NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>;
type Sheet = ReturnType<Workbook["getActiveSheet"]>;

/** The grid as the panel beside it sees it. */
export class GridHost implements SheetHost {
  readonly kind = "sheet";
  readonly namespace = "TALLY";
  readonly #grid: SheetGrid;
  readonly #listeners = new Set<() => void>();
  readonly #onCharts: (sheetId: string, charts: readonly SheetChart[]) => void;

  /** `onCharts` is told which charts come with a sheet that is inserted. */
  constructor(grid: SheetGrid, onCharts: (sheetId: string, charts: readonly SheetChart[]) => void) {
    this.#grid = grid;
    this.#onCharts = onCharts;
  }

  /** Tells the panel that something else is selected, or that it shows something else. */
  readonly tellSelection = (): void => {
    for (const listener of this.#listeners) listener();
  };

  readonly onSelectionChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly readSelection = async (): Promise<SheetRange> => {
    return this.#read(this.#workbook.getActiveSheet().getSheetName(), this.#selected());
  };

  readonly readRange = async ({ sheet, address }: RangeReference): Promise<SheetRange> => {
    return this.#read(sheet ?? this.#workbook.getActiveSheet().getSheetName(), address);
  };

  readonly writeAtSelection = (rows: readonly (readonly Cell[])[]): Promise<RangeReference> => {
    const sheet = this.#workbook.getActiveSheet();
    const first = parseReference(this.#selected())?.first ?? { row: 1, column: 1 };
    const columns = Math.max(0, ...rows.map((row) => row.length));
    if (rows.length === 0 || columns === 0) return Promise.reject(new Error("There is nothing to write."));
    const last = { row: first.row + rows.length - 1, column: first.column + columns - 1 };
    if (last.row > sheet.getMaxRows() || last.column > sheet.getMaxColumns())
      return Promise.reject(new Error("The sheet ends before the last of these cells."));
    const cells = rows.map((row) =>
      Array.from({ length: columns }, (_, column) => writtenCell(row[column] ?? null)),
    );
    sheet.getRange(first.row - 1, first.column - 1, rows.length, columns).setValues(cells);
    return Promise.resolve({ sheet: sheet.getSheetName(), address: toReference({ first, last }) });
  };

  readonly insertSheet = async (worked: WorkedSheet): Promise<string> => {
    const present = this.#workbook.getSheets().map((sheet) => sheet.getSheetName());
    const name = freeName(worked.name, present);
    const id = `worked-${Date.now().toString(36)}`;
    const unitId = this.#workbook.getId();
    const isInserted = await this.#grid.api.executeCommand(InsertSheetCommand.id, {
      unitId,
      index: present.length,
      sheet: workedSheetData(worked, id, name),
    });
    if (!isInserted) throw new Error("The sheet could not be inserted.");
    this.#onCharts(id, worked.charts);
    this.#workbook.setActiveSheet(id);
    await this.#grid.settled();
    return name;
  };

  readonly select = ({ sheet, address }: RangeReference): Promise<void> => {
    const target = sheet === undefined ? this.#workbook.getActiveSheet() : this.#sheetNamed(sheet);
    const area = parseReference(address.replaceAll("$", ""));
    if (target === undefined || area === undefined)
      return Promise.reject(
        new Error(`There is no range ${sheet === undefined ? "" : `${sheet}!`}${address}.`),
      );
    this.#workbook.setActiveSheet(target);
    const { first, last } = area;
    target
      .getRange(first.row - 1, first.column - 1, last.row - first.row + 1, last.column - first.column + 1)
      .activate();
    target.scrollToCell(Math.max(0, first.row - 3), Math.max(0, first.column - 2));
    return Promise.resolve();
  };

  async #read(sheet: string, address: string): Promise<SheetRange> {
    await this.#grid.settled();
    const view = this.#grid.view();
    if (!view.has(sheet)) throw new Error(`There is no sheet ${sheet}.`);
    const range = view.range(sheet, address);
    if (range === undefined) throw new Error(`${address} is no range.`);
    return range;
  }

  #selected(): string {
    const range = this.#workbook.getActiveSheet().getActiveRange()?.getRange();
    if (range === undefined) return "A1";
    const { startRow, startColumn, endRow, endColumn } = range;
    // Of whole rows and columns the grid leaves one side open.
    const at = (index: number, otherwise: number): number => (Number.isFinite(index) ? index : otherwise) + 1;
    const first = { row: at(startRow, 0), column: at(startColumn, 0) };
    const sheet = this.#workbook.getActiveSheet();
    const last = {
      row: at(endRow, sheet.getMaxRows() - 1),
      column: at(endColumn, sheet.getMaxColumns() - 1),
    };
    return toReference({ first, last });
  }

  get #workbook(): Workbook {
    const workbook = this.#grid.api.getActiveWorkbook();
    if (workbook === null) throw new Error("There is no workbook.");
    return workbook;
  }

  #sheetNamed(name: string): Sheet | undefined {
    return this.#workbook.getSheets().find((sheet) => sheet.getSheetName() === name);
  }
}

function writtenCell(cell: Cell): ICellData {
  const nothing = { f: null, si: null, p: null } as const;
  if (cell === null) return { ...nothing, v: null };
  if (typeof cell === "string" && cell.startsWith("=")) return { ...nothing, f: cell, v: null };
  return { ...nothing, ...toGridCell(cell) };
}
