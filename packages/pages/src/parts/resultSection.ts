import { callFunction, type FunctionRow, type ResultCell } from "@tallykit/sheet";

import { inLanguage } from "../cells/firstCall.ts";
import { isRows, rowsOf, shownCell } from "../cells/shownCell.ts";
import { type Html, html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";

/** What a function gives: one cell, a column or a table, and the titles of the table's columns. */
export function resultSection(row: FunctionRow, language: Language): Html {
  const titles = columnTitles(row, language);
  const list =
    titles === undefined
      ? undefined
      : html`<ul class="titles" aria-label="${words.columns[language]}">
          ${titles.map((title) => html`<li>${shownCell(title)}</li>`)}
        </ul>`;
  return html`<section aria-labelledby="result">
    <h2 id="result">${words.result[language]}</h2>
    <p>${shapeText(row, language)}</p>
    ${list}
  </section>`;
}

/** The titles that the first example's table has in a language: as the function itself writes them. */
function columnTitles(row: FunctionRow, language: Language): readonly ResultCell[] | undefined {
  const given = inLanguage(row, row.examples[0].arguments, language);
  return given === undefined ? undefined : rowsOf(callFunction(row.id, given))[0];
}

function shapeText(row: FunctionRow, language: Language): string {
  const [{ arguments: given }] = row.examples;
  const result = callFunction(row.id, given);
  const width = rowsOf(result)[0]?.length ?? 1;
  if ("headers" in row.parameters) return shapes.table[language];
  if (row.vectorised && !isRows(result)) return shapes.cellEach[language];
  if (row.vectorised) return shapes.rowEach[language].replace("#", String(width));
  return shapes[isRows(result) ? "spill" : "cell"][language];
}

const shapes = {
  cell: { en: "One cell.", zh: "一个单元格。" },
  cellEach: {
    en: "One cell; where ranges are given, one cell for each of theirs, in the same shape.",
    zh: "一个单元格；参数是区域时，逐格给出结果，形状与区域相同。",
  },
  rowEach: {
    en: "A row of # cells that spills to the right; where ranges are given, one such row for each of their cells.",
    zh: "向右溢出的一行，共 # 格；参数是区域时，每格各得这样一行。",
  },
  spill: {
    en: "Several cells, which spill: keep the cells beside and below the formula empty.",
    zh: "多个单元格，会自动溢出：请让公式右侧和下方的单元格空着。",
  },
  table: {
    en: "A table that spills from the cell of the formula: a title row, unless headers is none, and the rows below it.",
    zh: "从公式所在单元格溢出的一张表：首行为标题（参数“标题”为 none 时没有），其下为各行。",
  },
} as const;
