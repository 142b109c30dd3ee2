import { columnLetters } from "@tallykit/sheet/book";

import { formulaBar } from "../parts/exampleSection.ts";
import { gridTable } from "../parts/gridTable.ts";
import { type Html, html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";
import { type ExcelBlock, misstated, type StatedFormula } from "./excelBlock.ts";

/** An `excel` fence as people know it: cells under their letters, the formula bar, and what spills. */
export function sheetDrawing({ sheet, formulas }: ExcelBlock, language: Language): Html {
  return html`<div class="sheet">
    ${sheet.length === 0 ? undefined : cellTable(sheet, language)}${formulas.map((each) => formulaWithResult(each, language))}
  </div>`;
}

function cellTable(sheet: readonly (readonly string[])[], language: Language): Html {
  const width = Math.max(...sheet.map((row) => row.length));
  const letters = Array.from(
    { length: width },
    (_, index) => html`<th scope="col" class="heading">${columnLetters(index + 1)}</th>`,
  );
  const rows = sheet.map(
    (row, index) =>
      html`<tr>
        <th scope="row" class="heading">${index + 1}</th>
        ${Array.from({ length: width }, (_, column) => cellOf(row[column] ?? ""))}
      </tr>`,
  );
  return html`<div class="grid" role="group" aria-label="${words.sheet[language]}" tabindex="0">
    <table class="cells">
      <tr>
        <td class="heading"></td>
        ${letters}
      </tr>
      ${rows}
    </table>
  </div>`;
}

function cellOf(text: string): Html {
  return html`<td class="${/^[+-]?[\d.]+%?$|^\d{4}-\d\d-\d\d$/.test(text) ? "number" : "text"}">${text}</td>`;
}

function formulaWithResult(stated: StatedFormula, language: Language): Html {
  const wrong = misstated(stated);
  if (wrong !== undefined) throw new Error(wrong);
  return html`<div class="example">
    ${formulaBar(stated.formula)}${gridTable({ rows: stated.shown.rows }, words.result[language])}
  </div>`;
}
