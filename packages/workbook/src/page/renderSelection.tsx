import type { SheetChart } from "@tallykit/panel";
import { parseAddress, toAddress } from "@tallykit/sheet/book";
import { render } from "preact";

import { CellLine } from "./cellLine.tsx";
import { ChartsOfSheet } from "./chartsOfSheet.tsx";
import type { Language } from "./functionDescriptions.ts";
import { MirrorTable } from "./mirrorTable.tsx";
import type { SheetGrid } from "./sheetGrid.ts";
import { pageWords } from "./words.ts";

/** The elements that go with the selection. */
export interface SelectionElements {
  readonly cell: Element;
  readonly mirror: Element;
  readonly charts: Element;
}

/** What else is known. */
export interface SelectionOptions {
  readonly language: Language;
  /** The charts of a sheet by its id. */
  readonly chartsOf: (sheetId: string) => readonly SheetChart[];
}

/** Shows what goes with the selection: the cell in words, the sheet as a table, and the charts of the sheet in front. */
export function renderSelection(
  elements: SelectionElements,
  grid: SheetGrid,
  { language, chartsOf }: SelectionOptions,
): void {
  const sheet = grid.api.getActiveWorkbook()?.getActiveSheet();
  if (sheet === undefined) return;
  const [words, name, view] = [pageWords[language], sheet.getSheetName(), grid.view()];
  const { startRow = 0, startColumn = 0 } = sheet.getActiveRange()?.getRange() ?? {};
  const address = toAddress({ row: startRow + 1, column: startColumn + 1 });
  const shownAt = (each: string): string => {
    const place = parseAddress(each) ?? { row: 1, column: 1 };
    return sheet.getRange(place.row - 1, place.column - 1).getDisplayValue();
  };
  render(
    <CellLine words={words} view={view} sheet={name} address={address} shown={shownAt(address)} />,
    elements.cell,
  );
  render(
    <MirrorTable
      words={words}
      sheet={name}
      last={view.last(name)}
      selectedRow={startRow + 1}
      shownAt={shownAt}
    />,
    elements.mirror,
  );
  const charts = chartsOf(sheet.getSheetId());
  render(
    charts.length === 0 ? null : (
      <ChartsOfSheet words={words} language={language} sheet={name} charts={charts} view={view} />
    ),
    elements.charts,
  );
}
