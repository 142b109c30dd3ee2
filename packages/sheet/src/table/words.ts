import type { LeftOut, PooledRate, RateStatus } from "@tallykit/core";

import type { Headers } from "./cells.ts";
import type { Texts } from "./parameter.ts";

/** The language that labels and notes are in: English where there is no title row. */
export type Language = keyof Texts;

/** The language that goes with a choice of headers. */
export function languageOf(headers: Headers): Language {
  return headers === "zh" ? "zh" : "en";
}

/** Puts the title row over a table, unless none is wanted. */
export function withTitles<Cell>(
  headers: Headers,
  titles: readonly Texts[],
  rows: readonly (readonly Cell[])[],
): readonly (readonly (Cell | string)[])[] {
  return headers === "none" ? rows : [titles.map((title) => title[headers]), ...rows];
}

/** The label of a total row. */
export const total: Texts = { en: "total", zh: "合计" };

/** The words of a status. */
export const statusWords: Readonly<Record<RateStatus | "missing", Texts>> = {
  ok: { en: "ok", zh: "正常" },
  empty: { en: "empty", zh: "空" },
  over: { en: "over", zh: "超出" },
  invalid: { en: "invalid", zh: "无效" },
  missing: { en: "missing", zh: "缺失" },
};

/** The status of a pooled rate in words: what it is worth, and how many rows it leaves out. */
function statusText({ rate, leftOut }: PooledRate, language: Language): string {
  const status = rate === undefined ? worst(leftOut) : rate.status;
  return withLeftOut(statusWords[status][language], leftOut.missing + leftOut.invalid, language);
}

function worst({ missing }: LeftOut): "missing" | "invalid" {
  return missing > 0 ? "missing" : "invalid";
}

/** A status word, and how many rows it leaves out. */
export function withLeftOut(word: string, rows: number, language: Language): string {
  if (rows === 0) return word;
  return language === "zh"
    ? `${word}，${rows} 行未计入`
    : `${word}, ${rows} ${rows === 1 ? "row" : "rows"} left out`;
}

/** The counts, the rate and the status of a pooled rate, as table cells; blank where there is no number. */
export function rateCells(pooled: PooledRate, language: Language): (number | string)[] {
  const { rate } = pooled;
  const status = statusText(pooled, language);
  if (rate === undefined) return ["", "", "", status];
  const value = rate.denominator === 0 ? "" : rate.numerator / rate.denominator;
  return [rate.numerator, rate.denominator, value, status];
}

/** Titles of the columns that {@link rateCells} fills. */
export const rateTitles: readonly Texts[] = [
  { en: "covered", zh: "已覆盖" },
  { en: "eligible", zh: "应覆盖" },
  { en: "rate", zh: "覆盖率" },
  { en: "status", zh: "状态" },
];
