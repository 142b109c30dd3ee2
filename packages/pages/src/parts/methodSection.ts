import type { FunctionRow } from "@tallykit/sheet";

import { calculatorDoc } from "../calculators/calculatorDocs.ts";
import { type Html, html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { blockMarkup, lineMarkup } from "../text/markup.ts";
import { words } from "../text/words.ts";

/** How a function calculates, in which units, and where that is published; in Chinese, where that is published. */
export function methodSection(row: FunctionRow, language: Language, englishPage: string): Html {
  const { method, units, source } = calculatorDoc(row.calculator);
  const from = html`<h3 id="source">${words.source[language]}</h3>
    <p lang="en">${lineMarkup(source)}</p>`;
  if (language === "zh") {
    return html`<section aria-labelledby="method">
      <h2 id="method">${words.method.zh}</h2>
      <p>${row.summary.zh}<a href="${englishPage}#method" hreflang="en">${words.methodElsewhere.zh}</a></p>
      ${from}
    </section>`;
  }
  return html`<section aria-labelledby="method">
    <h2 id="method">${words.method.en}</h2>
    ${blockMarkup(method.join("\n\n"))}
    <h3 id="units">${words.units.en}</h3>
    <p>${lineMarkup(units)}</p>
    ${from}
  </section>`;
}
