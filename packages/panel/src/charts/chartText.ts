import type { ChartValue } from "./seriesMarks.ts";
import { formattedNumber } from "./numberFormat.ts";
import type { SheetChart } from "./sheetChart.ts";

/** What a text in the place of a chart is made from. */
export interface ChartTextInput {
  /** The chart. */
  readonly chart: SheetChart;
  /** The names of the categories. */
  readonly categories: readonly string[];
  /** For each series its values. */
  readonly values: readonly (readonly ChartValue[])[];
  /** The language to write in. */
  readonly language: "en" | "zh";
}

/** So many values of a series are read out; of longer ones the lowest and the highest. */
const mostRead = 12;

/** The chart in words, for those who do not see it: its title, and each series with its values. */
export function chartText({ chart, categories, values, language }: ChartTextInput): string {
  const zh = language === "zh";
  const series = chart.series.map(({ name }, index) => {
    const own = categories.map((category, at) => ({ category, value: values[index]?.[at] }));
    const listed =
      own.length > mostRead ? extremes(own, chart.format, language) : all(own, chart.format, language);
    return zh ? `${name}：${listed}。` : `${name}: ${listed}.`;
  });
  const title = zh ? `${chart.title}。` : `${chart.title}.`;
  return [title, ...series].join(zh ? "" : " ");
}

interface NamedValue {
  readonly category: string;
  readonly value: ChartValue;
}

function all(values: readonly NamedValue[], format: string, language: "en" | "zh"): string {
  const zh = language === "zh";
  return values
    .map(({ category, value }) => {
      const text = value === undefined ? (zh ? "缺失" : "missing") : formattedNumber(value, format, language);
      return `${category} ${text}`;
    })
    .join(zh ? "，" : ", ");
}

function extremes(values: readonly NamedValue[], format: string, language: "en" | "zh"): string {
  const known = values.flatMap(({ category, value }) => (value === undefined ? [] : [{ category, value }]));
  const sorted = known.sort((a, b) => a.value - b.value);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  const missing = values.length - known.length;
  const zh = language === "zh";
  if (lowest === undefined || highest === undefined) return zh ? "全部缺失" : "all missing";
  const [low, high] = [lowest, highest].map(
    ({ category, value }) => `${category} ${formattedNumber(value, format, language)}`,
  );
  const gaps = missing === 0 ? "" : zh ? `，缺失 ${missing} 个` : `, ${missing} missing`;
  return zh
    ? `共 ${known.length} 个值，最低 ${low ?? ""}，最高 ${high ?? ""}${gaps}`
    : `${known.length} values, the lowest ${low ?? ""}, the highest ${high ?? ""}${gaps}`;
}
