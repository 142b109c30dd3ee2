import { errorTexts } from "../../../panel/src/explain/errorTexts.ts";
import { type Html, html } from "../text/html.ts";
import type { Language } from "../text/language.ts";

/** Every error that a cell can show, in the words with which the panel explains a cell. */
export function cellErrorList(language: Language): Html {
  const items = Object.entries(errorTexts).map(
    ([code, { meaning, advice }]) =>
      html`<dt><code class="error">${code}</code></dt>
        <dd>
          <p>${meaning[language]}</p>
          ${advice.map((text) => html`<p>${text[language]}</p>`)}
        </dd>`,
  );
  return html`<dl class="index">${items}</dl>`;
}
