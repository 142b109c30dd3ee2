import { count, exact, growthPath } from "@tallykit/core";
import { scaleLinear } from "d3-scale";

import { type Html, html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { dot, drawn, label, line } from "./drawing.ts";

const texts = {
  title: { en: "20 % a year from 650, and what was reached", zh: "自 650 起每年增长 20% 的路径与实际数" },
  description: {
    en: "The planned path rises ever faster, to 1348 in 2025. The counts reached are one above it in 2022, with 781, and below it in 2023, with 893.",
    zh: "计划路径越升越快，2025 年为 1348。实际数 2022 年为 781，比计划多一个；2023 年为 893，低于计划。",
  },
  plan: { en: "plan", zh: "计划" },
  actual: { en: "reached", zh: "实际" },
} as const;

const firstYear = 2021;
/** What was reached in the years from the first on: an example. */
const reached = [650, 781, 893];

/** A path of equal growth, and the counts reached so far. */
export function pathAndActual(language: Language): Html {
  const path = growthPath({ base: exact(650), rate: exact("0.2"), periods: count(4), rounding: "nearest" });
  const across = scaleLinear([0, path.length - 1], [34, 430]);
  const up = scaleLinear([500, 1400], [230, 24]);
  const point = (value: number, index: number): readonly [number, number] => [across(index), up(value)];
  const years = path.map((_, index) =>
    label(across(index), 256, firstYear + index, { look: "soft", anchor: "middle" }),
  );
  const plan = path.map(
    (value, index) =>
      html`${dot(...point(value, index), "planned")}${label(across(index), up(value) - 12, value, { anchor: "middle" })}`,
  );
  const actual = reached
    .slice(1)
    .map(
      (value, index) =>
        html`${dot(...point(value, index + 1), "reached")}${label(across(index + 1) + 10, up(value) + 18, value, { look: "warn" })}`,
    );
  const last = path.length - 1;
  const names = html`${label(across(last) + 10, up(path[last] ?? 0) + 5, texts.plan[language], { look: "accent strong" })}${label(across(2) + 48, up(reached[2] ?? 0) + 18, texts.actual[language], { look: "warn strong" })}`;
  return drawn({
    name: "path-and-actual",
    title: texts.title[language],
    description: texts.description[language],
    width: 480,
    height: 266,
    shapes: html`${line(
      [
        [20, 236],
        [470, 236],
      ],
      "axis",
    )}${line(path.map(point), "rule")}${line(reached.map(point), "rule second")}${plan}${actual}${years}${names}`,
  });
}
