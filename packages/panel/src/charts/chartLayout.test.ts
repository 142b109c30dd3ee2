import { describe, expect, test } from "vitest";

import { type ChartLayout, chartLayout } from "./chartLayout.ts";
import { chartText } from "./chartText.ts";
import { labelLines } from "./labelLines.ts";
import { formattedNumber } from "./numberFormat.ts";
import type { ChartSeries, SheetChart } from "./sheetChart.ts";

function chartOf(shapes: readonly ChartSeries["shape"][], format = "0"): SheetChart {
  const series = shapes.map((shape, index) => ({ name: `series ${index + 1}`, values: "", shape }));
  return { title: "A chart", categories: "", series, format, place: "" };
}

function layoutOf(
  chart: SheetChart,
  values: readonly (readonly (number | undefined)[])[],
  categories = (values[0] ?? []).map((_, index) => `c${index + 1}`),
  width = 400,
): ChartLayout {
  return chartLayout({ chart, categories, values, language: "en", width });
}

describe("formattedNumber", () => {
  test.each([
    [0.915, "0.0%", "91.5%"],
    [1, "0%", "100%"],
    [1234.5, "#,##0.00", "1,234.50"],
    [1234567, "#,##0", "1,234,567"],
    [2021, "0", "2021"],
    [-58, "#,##0;-#,##0", "-58"],
    [-0.001, "0.0", "0.0"],
    [1 / 3, "General", "0.333333"],
  ])("writes %d as %s: %s", (value, format, text) => {
    expect(formattedNumber(value, format, "en")).toBe(text);
    expect(formattedNumber(value, format, "zh")).toBe(text);
  });
});

describe("labelLines", () => {
  test("breaks at spaces, and Chinese anywhere, and ends what does not fit in dots", () => {
    const room = { width: 80, lines: 2, size: 12 };
    expect(labelLines("three members or more", room)).toEqual(["three", "members or…"]);
    expect(labelLines("中原区桐柏路街道", { ...room, width: 60 })).toEqual(["中原区桐柏", "路街道"]);
    expect(labelLines("", room)).toEqual([]);
  });
});

describe("chartLayout", () => {
  test("draws columns from zero, as high as their values", () => {
    const { plot, zero, series } = layoutOf(chartOf(["column"]), [[10, 5, -5]]);
    const [ten, five, minus] = series[0]!.columns;
    expect(ten!.height).toBeCloseTo(2 * five!.height, 9);
    expect(minus!.height).toBeCloseTo(five!.height, 9);
    expect(ten!.y + ten!.height).toBeCloseTo(zero, 9);
    expect(minus!.y).toBeCloseTo(zero, 9);
    expect([ten!.y >= plot.top, minus!.y + minus!.height <= plot.bottom + 1e-9]).toEqual([true, true]);
  });

  test("leaves gaps where values are missing", () => {
    const { series } = layoutOf(chartOf(["column", "line"]), [
      [1, undefined, 3],
      [1, undefined, 3],
    ]);
    expect(series[0]!.columns.map(({ category }) => category)).toEqual([0, 2]);
    // Two lines that begin anew, with a mark for each value that stands alone.
    expect(series[1]!.path.match(/M/g)).toHaveLength(2);
    expect(series[1]!.points.map(({ category }) => category)).toEqual([0, 2]);
  });

  test("draws a goal over the whole width of the plot at its value", () => {
    const { plot, series, ticks } = layoutOf(chartOf(["column", "goal"], "0%"), [
      [1, 0.5],
      [0.8, 0.8],
    ]);
    const places = Array.from(series[1]!.path.matchAll(/([\d.]+),([\d.]+)/g), ([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    const [y = 0] = places.map((place) => place[1]);
    expect(new Set(places.map((place) => place[1])).size).toBe(1);
    expect([places[0]![0]! <= plot.left + 6, places.at(-1)![0]! >= plot.right - 6]).toEqual([true, true]);
    expect(ticks.find(({ text }) => text === "80%")!.y).toBeCloseTo(y, 1);
  });

  test("has round values at its axis, none of them twice", () => {
    const texts = (format: string, values: number[]): string[] =>
      layoutOf(chartOf(["column"], format), [values]).ticks.map(({ text }) => text);
    expect(texts("0.0%", [1, 0.915])).toEqual(["0.0%", "20.0%", "40.0%", "60.0%", "80.0%", "100.0%"]);
    expect(texts("0", [3, 1, 2])).toEqual(["0", "1", "2", "3"]);
    expect(texts("0", [0, 0])).toEqual(["0", "1"]);
  });

  test("lets lines begin far from zero, but not columns", () => {
    const values = [[1000, 1010, 1020]];
    expect(layoutOf(chartOf(["line"]), values).ticks[0]?.text).toBe("1000");
    expect(layoutOf(chartOf(["column"]), values).ticks[0]?.text).toBe("0");
  });

  test("slants names without room, inside of the picture, and leaves some out where there are very many", () => {
    const long = ["Associations of the northern district", "高新技术产业开发区综合服务中心", "B"];
    const slanted = layoutOf(chartOf(["column"]), [[1, 2, 3]], long, 240);
    expect(slanted.isSlanted).toBe(true);
    expect(slanted.labels.every(({ lines }) => lines.length === 1)).toBe(true);
    const many = Array.from({ length: 200 }, (_, index) => `2020-${index}`);
    const thin = layoutOf(chartOf(["line"]), [many.map(() => 1)], many);
    expect(thin.labels.length).toBeLessThan(40);
    expect(thin.series[0]!.points.length).toBeLessThan(40);
    expect(layoutOf(chartOf(["column"]), [[1, 2]], ["东区", "西区"]).isSlanted).toBe(false);
  });

  test("draws nothing of nothing, and nothing of what is no number", () => {
    const { series, ticks } = layoutOf(chartOf(["column", "line"]), [
      [undefined, Number.NaN],
      [Infinity, undefined],
    ]);
    expect(series.flatMap(({ columns, points }) => [...columns, ...points])).toEqual([]);
    expect(ticks.length).toBeGreaterThan(1);
    expect(layoutOf(chartOf(["column"]), [[]]).labels).toEqual([]);
  });
});

describe("chartText", () => {
  const chart = chartOf(["column"], "0.0%");

  test("tells every value with its category, and what is missing", () => {
    const input = { chart, categories: ["own", "joint", "none"], values: [[1, 6015 / 6573, undefined]] };
    expect(chartText({ ...input, language: "en" })).toBe(
      "A chart. series 1: own 100.0%, joint 91.5%, none missing.",
    );
    expect(chartText({ ...input, language: "zh" })).toBe(
      "A chart。series 1：own 100.0%，joint 91.5%，none 缺失。",
    );
  });

  test("tells of long series the lowest and the highest", () => {
    const categories = Array.from({ length: 20 }, (_, index) => `m${index}`);
    const values = [categories.map((_, index) => (index === 7 ? undefined : index / 100))];
    expect(chartText({ chart, categories, values, language: "en" })).toBe(
      "A chart. series 1: 19 values, the lowest m0 0.0%, the highest m19 19.0%, 1 missing.",
    );
  });
});
