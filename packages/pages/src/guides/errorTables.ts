import type { ErrorCode } from "@tallykit/core";
import { isCellError } from "@tallykit/sheet";

import { rowsOf } from "../cells/shownCell.ts";
import { evaluateFormula } from "../formulas/evaluateFormula.ts";
import { cellErrorOf } from "../parts/cellErrorOf.ts";
import { listing } from "../parts/listing.ts";
import { type ErrorText, errorTexts } from "../text/errorTexts.ts";
import { type Html, html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";

/** Every code: what the cell shows, what happened, what to do, and a formula with the words it really gives. */
export function codeTable(language: Language): Html {
  const codes = Object.entries(errorTexts) as [ErrorCode, ErrorText][];
  const titles = [words.errorCode, words.errorCell, words.errorMeaning, words.errorRemedy];
  const rows = codes.map(
    ([code, text]) =>
      html`<tr id="${code}">
          <td><code>${code}</code></td>
          <td><code class="error">${cellErrorOf(text)}</code></td>
          <td>${text.meaning[language]}</td>
          <td>${text.remedy[language]}</td>
        </tr>
        <tr class="below">
          <td></td>
          <td colspan="3"><code>${text.formula}</code><br /><span class="hint">${messageOf(text)}</span></td>
        </tr>`,
  );
  return listing({
    label: words.errors[language],
    titles: titles.map((title) => title[language]),
    rows,
    kind: "codes",
  });
}

/** The words that a formula gives with its error. */
function messageOf({ formula }: ErrorText): string {
  return rowsOf(evaluateFormula(formula)).flat().find(isCellError)?.message ?? "";
}
