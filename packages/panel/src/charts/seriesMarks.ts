import { type ScaleBand, scaleBand, type ScaleLinear } from "d3-scale";
import { line } from "d3-shape";

import { lineHeight, textSize, textWidth } from "./labelLines.ts";
import { formattedNumber } from "./numberFormat.ts";
import type { ChartSeries, SheetChart } from "./sheetChart.ts";

/** A value, or `undefined` where it is missing. */
export type ChartValue = number | undefined;

/** A place in the picture, in pixels. */
interface PicturePlace {
  readonly x: number;
  readonly y: number;
}

/** A column. */
interface ColumnMark extends PicturePlace {
  /** Its category, from 0. */
  readonly category: number;
  readonly width: number;
  readonly height: number;
  /** Where its value is written, and what; nothing where there is no room. */
  readonly label?: PicturePlace & { readonly text: string };
}

/** A point of a line. */
interface PointMark extends PicturePlace {
  /** Its category, from 0. */
  readonly category: number;
}

/** A series as it is drawn. */
export interface SeriesMarks {
  /** Its place in the legend, which decides its look. */
  readonly index: number;
  /** The series. */
  readonly series: ChartSeries;
  /** Its columns, if it is drawn as columns. */
  readonly columns: readonly ColumnMark[];
  /** Its points, if it is drawn as a line with marks. */
  readonly points: readonly PointMark[];
  /** The path of its line. */
  readonly path: string;
}

/** Where categories and values are in the picture. */
export interface ChartScales {
  /** From left to right. */
  readonly band: ScaleBand<number>;
  /** From top to bottom. */
  readonly vertical: ScaleLinear<number, number>;
}

/** What series are drawn from. */
interface DrawnSeries {
  readonly chart: SheetChart;
  readonly categories: readonly string[];
  readonly values: readonly (readonly ChartValue[])[];
  readonly language: "en" | "zh";
}

/** The value, unless it is missing or no number that can be drawn. */
export function drawable(value: ChartValue): ChartValue {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/** Finds the places of all marks of all series. */
export function seriesMarks(
  { chart, categories, values, language }: DrawnSeries,
  scales: ChartScales,
): SeriesMarks[] {
  const of = chart.series.filter(({ shape }) => shape === "column").length;
  let at = -1;
  return chart.series.map((series, index) => {
    const own = categories.map((_, category) => drawable(values[index]?.[category]));
    const marks = { index, series, columns: [], points: [], path: "" };
    switch (series.shape) {
      case "column":
        at += 1;
        return { ...marks, columns: columnMarks(own, scales, { of, at, format: chart.format, language }) };
      case "line":
        return { ...marks, ...lineMarks(own, scales) };
      case "goal":
        return { ...marks, path: goalPath(own, scales) };
    }
  });
}

/** So much of a group of columns lies between two of them. */
const columnGap = 0.12;

interface ColumnPlace {
  /** How many columns stand beside one another in a category, and which of them this is. */
  readonly of: number;
  readonly at: number;
  readonly format: string;
  readonly language: "en" | "zh";
}

function columnMarks(
  values: readonly ChartValue[],
  { band, vertical }: ChartScales,
  { of, at, format, language }: ColumnPlace,
): ColumnMark[] {
  const inner = scaleBand<number>()
    .domain(Array.from({ length: of }, (_, index) => index))
    .range([0, band.bandwidth()])
    .paddingInner(columnGap);
  return values.flatMap((value, category) => {
    if (value === undefined) return [];
    const x = (band(category) ?? 0) + (inner(at) ?? 0);
    const [from, to] = [vertical(0), vertical(value)];
    const column = {
      category,
      x,
      y: Math.min(from, to),
      width: inner.bandwidth(),
      height: Math.abs(to - from),
    };
    const text = formattedNumber(value, format, language);
    // Values are written at columns where each has room for its own.
    const hasRoom = of === 1 && textWidth(text, textSize) <= band.step();
    const y = value < 0 ? to + lineHeight - 2 : to - 4;
    return [hasRoom ? { ...column, label: { x: x + column.width / 2, y, text } } : column];
  });
}

/** Marks of a line stand apart by this at least. */
const pointStep = 14;

function lineMarks(
  values: readonly ChartValue[],
  { band, vertical }: ChartScales,
): Pick<SeriesMarks, "points" | "path"> {
  const places = values.map((value, category) =>
    value === undefined
      ? undefined
      : { category, x: (band(category) ?? 0) + band.bandwidth() / 2, y: vertical(value) },
  );
  const every = Math.max(1, Math.ceil(pointStep / band.step()));
  const points = places.flatMap((place, index) => {
    // A value without neighbours has no line, only its mark.
    const isAlone = places[index - 1] === undefined && places[index + 1] === undefined;
    return place !== undefined && (isAlone || index % every === 0) ? [place] : [];
  });
  return { points, path: pathOf(places) };
}

/** A goal runs across the whole width of each category. */
function goalPath(values: readonly ChartValue[], { band, vertical }: ChartScales): string {
  const half = (band.step() - band.bandwidth()) / 2;
  const places = values.flatMap((value, category) => {
    const from = (band(category) ?? 0) - half;
    return [from, from + band.step()].map((x) =>
      value === undefined ? undefined : { x, y: vertical(value) },
    );
  });
  return pathOf(places);
}

/** A line from place to place, with a gap where one is missing. */
function pathOf(places: readonly (PicturePlace | undefined)[]): string {
  const draw = line<PicturePlace | undefined>()
    .defined((place) => place !== undefined)
    .x((place) => place?.x ?? 0)
    .y((place) => place?.y ?? 0);
  return draw(places) ?? "";
}
