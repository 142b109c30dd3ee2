import { coverageByGroup, rateText, rateValue } from "@tallykit/core";
import { scaleLinear } from "d3-scale";

import { type Html, html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { bar, drawn, label, line } from "./drawing.ts";

const texts = {
  title: {
    en: "Each block is as wide as its district has units, and as high as its rate",
    zh: "每块的宽是该区的单位数，高是该区的覆盖率",
  },
  description: {
    en: "A narrow high block and a wide low one. The pooled rate lies near the wide block; the mean of the two rates lies far above it.",
    zh: "一块窄而高，一块宽而低。合并计算的覆盖率接近宽的一块，两个比率的平均数则高出许多。",
  },
  groups: { en: ["east", "west"], zh: ["东区", "西区"] },
  pooled: { en: "pooled: 118 of 500 =", zh: "合并计算：118 ÷ 500 =" },
  mean: { en: "mean of the rates:", zh: "比率的平均数：" },
} as const;

/** Two districts of unlike size: what pooling gives, and what the mean of their rates would make of it. */
export function pooledRate(language: Language): Html {
  const { groups, total } = coverageByGroup({
    group: texts.groups[language],
    covered: [38, 80],
    eligible: [40, 460],
  });
  const rates = groups.map(({ rate }) => rate);
  if (total.rate === undefined || rates.includes(undefined)) throw new Error("Every district has a rate.");
  const across = scaleLinear([0, total.rate.denominator], [0, 480]);
  const up = scaleLinear([0, 1], [250, 30]);
  let from = 0;
  const blocks = groups.map(({ group, rate }, index) => {
    if (rate === undefined) return "";
    const [left, width, top] = [across(from), across(rate.denominator), up(rateValue(rate))];
    from += rate.denominator;
    const look = index === 0 ? "marked" : "main";
    return html`${bar(left, top, width - 2, up(0) - top, look)}${label(left + 2, 268, group, { look: "soft" })}${label(left + (index === 0 ? width + 4 : 8), top + 18, `${rate.numerator}/${rate.denominator} = ${rateText(rate)}`)}`;
  });
  const mean =
    rates.reduce((sum, rate) => sum + (rate === undefined ? 0 : rateValue(rate)), 0) / rates.length;
  const pooled = rateValue(total.rate);
  const levels = html`${line(
    [
      [0, up(mean)],
      [480, up(mean)],
    ],
    "rule dashed",
  )}${label(478, up(mean) - 6, `${texts.mean[language]} ${(mean * 100).toFixed(1)}%`, { look: "warn", anchor: "end" })}
  ${line(
    [
      [0, up(pooled)],
      [480, up(pooled)],
    ],
    "rule",
  )}${label(478, up(pooled) - 6, `${texts.pooled[language]} ${rateText(total.rate)}`, { look: "accent strong", anchor: "end" })}`;
  return drawn({
    name: "pooled-rate",
    title: texts.title[language],
    description: texts.description[language],
    width: 480,
    height: 276,
    shapes: html`${blocks}${levels}`,
  });
}
