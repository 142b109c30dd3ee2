import { table } from "@tallykit/sheet";

import { calculatorNames, calculatorDoc } from "../calculators/calculatorDocs.ts";
import { type Html, html } from "../text/html.ts";
import { lineMarkup } from "../text/markup.ts";

/** The calculators that no spreadsheet function calls, each with its first sentence. */
export function typescriptOnly(linkOf: (name: string) => string | undefined): Html {
  const called = new Set(table.map(({ calculator }) => calculator));
  const items = calculatorNames()
    .filter((name) => !called.has(name))
    .map(
      (name) =>
        html`<dt>
            <a href="${linkOf(name)}"><code>${name}</code></a>
          </dt>
          <dd lang="en">${lineMarkup(calculatorDoc(name).summary)}</dd>`,
    );
  return html`<dl class="index">${items}</dl>`;
}
