// @vitest-environment happy-dom
import { readFileSync } from "node:fs";

import { render } from "preact";
import { describe, expect, test } from "vitest";

import { ChartView } from "./ChartView.tsx";
import type { SheetChart } from "./sheetChart.ts";

const chart: SheetChart = {
  title: "Coverage <by> class",
  categories: "A6:A7",
  series: [
    { name: "rate", values: "D6:D7", shape: "column" },
    { name: "before", values: "E6:E7", shape: "column" },
    { name: "path", values: "F6:F7", shape: "line" },
    { name: "goal", values: "G6:G7", shape: "goal" },
  ],
  format: "0.0%",
  place: "H3:O18",
};
const values = [
  [1, 6015 / 6573],
  [0.9, undefined],
  [0.8, 0.9],
  [0.95, 0.95],
];

function drawn(): HTMLElement {
  const place = document.createElement("div");
  render(<ChartView chart={chart} categories={["own", "joint"]} values={values} language="en" />, place);
  return place;
}

describe("ChartView", () => {
  test("is one picture with a text in its place, a title and a legend", () => {
    const place = drawn();
    const pictures = place.querySelectorAll('[role="img"]');
    expect(pictures).toHaveLength(1);
    expect(pictures[0]?.getAttribute("aria-label")).toBe(
      "Coverage <by> class. rate: own 100.0%, joint 91.5%. before: own 90.0%, joint missing. path: own 80.0%, joint 90.0%. goal: own 95.0%, joint 95.0%.",
    );
    expect(place.querySelector("figcaption")?.textContent).toBe("Coverage <by> class");
    expect(Array.from(place.querySelectorAll(".chart-legend li"), (item) => item.textContent)).toEqual([
      "rate",
      "before",
      "path",
      "goal",
    ]);
  });

  test("tells series apart without colour: patterns, marks, a line of its own for the goal", () => {
    const picture = drawn().querySelector(".chart-picture");
    const fills = Array.from(picture?.querySelectorAll(".chart-column") ?? [], (column) =>
      column.getAttribute("fill"),
    );
    expect(fills.slice(0, 2)).toEqual([null, null]);
    expect(fills[2]).toMatch(/^url\(#.+-2\)$/);
    expect(picture?.querySelector(`[id="${fills[2]?.slice(5, -1) ?? ""}"]`)).not.toBeNull();
    expect(picture?.querySelectorAll(".chart-point")).toHaveLength(2);
    expect(picture?.querySelectorAll(".chart-goal")).toHaveLength(1);
  });

  test("has no style of its own in its elements, which a strict policy would refuse", () => {
    expect(drawn().querySelectorAll("[style], style")).toHaveLength(0);
  });

  test("says where there is nothing to draw", () => {
    const place = document.createElement("div");
    render(<ChartView chart={chart} categories={["a"]} values={[[undefined]]} language="zh" />, place);
    expect(place.querySelector("svg.chart-picture")?.textContent).toContain("没有数据");
  });
});

describe("the colours of charts", () => {
  const css = readFileSync("packages/panel/src/charts/charts.css", "utf8");
  const colours = (start: string): Map<string, string> => {
    const from = css.indexOf(start);
    const block = css.slice(from, css.indexOf("}", from));
    return new Map(
      Array.from(block.matchAll(/--(chart-[a-z0-9]+): (#[0-9a-f]{6});/g), ([, name = "", value = ""]) => [
        name,
        value,
      ]),
    );
  };

  test.each([
    ["light", ".chart {"],
    ["dark by the system", ":root:not([data-tally-theme]) .chart {"],
    ["dark by choice", ':root[data-tally-theme="dark"] .chart {'],
  ])("differ enough from the background: %s", (_, start) => {
    const found = colours(start);
    const background = found.get("chart-background") ?? "";
    const least: Record<string, number> = { text: 4.5, axis: 3, goal: 3, 1: 3, 2: 3, 3: 3, 4: 3 };
    for (const [name, ratio] of Object.entries(least))
      expect([name, contrast(found.get(`chart-${name}`) ?? "", background) >= ratio]).toEqual([name, true]);
  });
});

/** The contrast of two colours, as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
