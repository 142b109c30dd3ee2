import { callFunction, findFunction, type ResultCell } from "@tallykit/sheet";

import { rowsOf, shownCell } from "../cells/shownCell.ts";
import { readCall } from "../formulas/evaluateFormula.ts";
import { formulaBar } from "../parts/exampleSection.ts";
import { type Html, html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";

/** The same call under every word of one parameter: a row a word, and what differs from the first row marked. */
export function everyWord(parameterName: string, formula: string, language: Language): Html {
  const { id, given } = readCall(formula);
  const parameters = Object.entries(findFunction(id)?.parameters ?? {});
  const place = parameters.findIndex(([name]) => name === parameterName);
  const choices = parameters[place]?.[1].choices;
  if (choices === undefined) throw new Error(`${id} has no words for ${parameterName}.`);
  const calls = Object.keys(choices).map((word) => {
    const asked = Array.from({ length: Math.max(given.length, place + 1) }, (_, index) =>
      index === place ? word : (given[index] ?? null),
    );
    return { word, cells: rowsOf(callFunction(id, asked)).flat() };
  });
  const [first] = calls;
  const rows = calls.map(
    ({ word, cells }) =>
      html`<tr>
        <th scope="row"><code>${language === "zh" ? (choices[word] ?? word) : word}</code></th>
        ${cells.map((cell, index) => resultCell(cell, first?.cells[index]))}
      </tr>`,
  );
  return html`<div class="example">
    ${formulaBar(formula)}
    <div class="grid" role="group" aria-label="${words.everyWord[language]}" tabindex="0">
      <table class="cells">
        ${rows}
      </table>
    </div>
    <p class="hint">${words.everyWordHint[language]}</p>
  </div>`;
}

function resultCell(cell: ResultCell, other: ResultCell | undefined): Html {
  const text = shownCell(cell);
  const differs = other !== undefined && text !== shownCell(other);
  return html`<td class="${typeof cell === "number" ? "number" : "text"}${differs ? " other" : ""}">
    ${text}
  </td>`;
}
