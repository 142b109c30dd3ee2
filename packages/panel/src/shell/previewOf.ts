import { type Cell, isCellError } from "@tallykit/sheet";
import { parseAddress, parseReference, toAddress } from "@tallykit/sheet/book";

import type { SheetChart } from "../charts/sheetChart.ts";
import { contentText } from "../tryout/contentText.ts";
import { evaluateGrid, placesOf, type ShownCell } from "../tryout/evaluateGrid.ts";
import type { WorkedSheet } from "../worksheets/workedSheet.ts";

/** A chart of a preview with what it is drawn from. */
interface PreviewChart {
  /** The chart. */
  readonly chart: SheetChart;
  /** The names of its categories. */
  readonly categories: readonly string[];
  /** The values of each of its series. */
  readonly values: readonly (readonly (number | undefined)[])[];
}

/** A worked sheet as far as the panel can calculate it by itself. */
export interface SheetPreview {
  /** What its cells hold; a formula that only a spreadsheet can calculate is left out. */
  readonly shown: ReadonlyMap<string, Cell>;
  /** The charts of which every cell is known. */
  readonly charts: readonly PreviewChart[];
}

/** Calculates a worked sheet with our functions alone. */
export function previewOf(sheet: WorkedSheet): SheetPreview {
  const contents = new Map<string, string>();
  for (const [address, { content }] of sheet.cells) {
    // A blank cell with a look is free for what spills there.
    if (content !== null) contents.set(address, contentText(content));
  }
  const words = { onlyOurs: "", circle: "", noRoom: () => "" };
  const evaluated = evaluateGrid(contents, words);
  const shown = new Map([...evaluated].flatMap(([address, cell]) => known(address, cell)));
  return { shown, charts: sheet.charts.flatMap((chart) => previewChart(chart, shown)) };
}

function known(address: string, { value }: ShownCell): (readonly [string, Cell])[] {
  return isCellError(value) ? [] : [[address, value]];
}

/** A chart, unless one of its cells is only known to a spreadsheet. */
function previewChart(chart: SheetChart, shown: ReadonlyMap<string, Cell>): PreviewChart[] {
  const cellsOf = (address: string): readonly (Cell | undefined)[] => {
    const area = parseReference(address);
    return area === undefined ? [] : placesOf(area).map((place) => shown.get(toAddress(place)));
  };
  const categories = cellsOf(chart.categories);
  const values = chart.series.map((series) => cellsOf(series.values));
  if ([categories, ...values].some((cells) => cells.includes(undefined))) return [];
  return [
    {
      chart,
      categories: categories.map(String),
      values: values.map((cells) => cells.map((cell) => (typeof cell === "number" ? cell : undefined))),
    },
  ];
}

/** The rows and columns of a preview: those that hold something, and no more than there is room for. */
export function previewSize(
  sheet: WorkedSheet,
  most: { readonly rows: number; readonly columns: number },
): { readonly rows: number; readonly columns: number } {
  const places = [...sheet.cells.keys()].flatMap((address) => parseAddress(address) ?? []);
  return {
    rows: Math.min(most.rows, Math.max(1, ...places.map(({ row }) => row))),
    columns: Math.min(most.columns, Math.max(1, ...places.map(({ column }) => column))),
  };
}
