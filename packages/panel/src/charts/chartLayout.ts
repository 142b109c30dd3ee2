import { scaleBand, scaleLinear } from "d3-scale";

import { categoryNames } from "./categoryNames.ts";
import { lineHeight, textSize, textWidth } from "./labelLines.ts";
import { formattedNumber } from "./numberFormat.ts";
import { type ChartScales, type ChartValue, drawable, type SeriesMarks, seriesMarks } from "./seriesMarks.ts";
import type { SheetChart } from "./sheetChart.ts";

/** What a layout is made from. */
export interface ChartLayoutInput {
  /** What is drawn. */
  readonly chart: SheetChart;
  /** The names of the categories. */
  readonly categories: readonly string[];
  /** For each series its values. */
  readonly values: readonly (readonly ChartValue[])[];
  /** How numbers are written. */
  readonly language: "en" | "zh";
  /** How wide the picture is, in pixels. */
  readonly width: number;
}

/** Everything of a chart with its place, in pixels. */
export interface ChartLayout {
  /** How wide the picture is. */
  readonly width: number;
  /** How high it is. */
  readonly height: number;
  /** The room for the marks. */
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Where zero is; at an end of the plot where zero is not among the values. */
  readonly zero: number;
  /** The values at the axis. */
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  /** Where the names of categories begin. */
  readonly labelTop: number;
  /** The names of categories. */
  readonly labels: readonly { readonly x: number; readonly lines: readonly string[] }[];
  /** Whether they stand slanted. */
  readonly isSlanted: boolean;
  /** The marks. */
  readonly series: readonly SeriesMarks[];
}

const mostTicks = 5;
const margin = { top: 18, right: 10, axis: 8 } as const;
const plotHeight = { least: 150, most: 300, ofWidth: 0.5 } as const;
const leastWidth = 40;

/** Finds the place of everything in a chart. */
export function chartLayout(input: ChartLayoutInput): ChartLayout {
  const { categories, values, width, chart, language } = input;
  const isLineOnly = chart.series.every(({ shape }) => shape !== "column");
  const vertical = scaleLinear().domain(domainOf(values.flat(), isLineOnly)).nice(mostTicks);
  const ticks = tickTexts(vertical, chart.format, language);
  const left = Math.ceil(Math.max(0, ...ticks.map(({ text }) => textWidth(text, textSize)))) + margin.axis;
  const right = Math.max(left + leastWidth, width - margin.right);
  const band = scaleBand<number>()
    .domain(Array.from(categories.keys()))
    .range([left, right])
    .paddingInner(0.25)
    .paddingOuter(0.125);
  const centres = categories.map((_, category) => (band(category) ?? 0) + band.bandwidth() / 2);
  const names = categoryNames(categories, { step: band.step(), centres });
  const { top } = margin;
  const bottom = top + Math.min(plotHeight.most, Math.max(plotHeight.least, width * plotHeight.ofWidth));
  vertical.range([bottom, top]);
  const [low = 0, high = 0] = vertical.domain();
  // The values of columns that hang down stand under them.
  const labelTop = bottom + (low < 0 && !isLineOnly ? lineHeight : 0);
  return {
    width,
    height: labelTop + margin.axis + names.height,
    plot: { left, right, top, bottom },
    zero: vertical(Math.min(Math.max(0, low), high)),
    ticks: ticks.map(({ value, text }) => ({ y: vertical(value), text })),
    labelTop,
    labels: names.lines.flatMap((lines, category) =>
      lines.length === 0 ? [] : [{ x: centres[category] ?? 0, lines }],
    ),
    isSlanted: names.isSlanted,
    series: seriesMarks(input, { band, vertical }),
  };
}

/** From the lowest value to the highest; columns begin at zero, and so do lines unless zero is far away. */
function domainOf(values: readonly ChartValue[], isLineOnly: boolean): [number, number] {
  const known = values.flatMap((value) => drawable(value) ?? []);
  if (known.length === 0) return [0, 1];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const isFar = isLineOnly && (low > 2 * (high - low) || high < 2 * (low - high));
  if (isFar && low < high) return [low, high];
  return low === 0 && high === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, high)];
}

/** Round values with their texts, so few that no text stands twice. */
function tickTexts(
  vertical: ChartScales["vertical"],
  format: string,
  language: "en" | "zh",
): readonly { readonly value: number; readonly text: string }[] {
  for (let count = mostTicks; ; count -= 1) {
    const ticks = vertical
      .ticks(count)
      .map((value) => ({ value, text: formattedNumber(value, format, language) }));
    if (count === 1 || new Set(ticks.map(({ text }) => text)).size === ticks.length) return ticks;
  }
}
