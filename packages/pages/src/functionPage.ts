import { type FunctionRow, signatureOf } from "@tallykit/sheet";

import { errorSection } from "./parts/errorSection.ts";
import { exampleSection } from "./parts/exampleSection.ts";
import { methodSection } from "./parts/methodSection.ts";
import { type BarLink, pageFrame } from "./parts/pageFrame.ts";
import { parameterSection } from "./parts/parameterSection.ts";
import { resultSection } from "./parts/resultSection.ts";
import { type Content, type Html, html } from "./text/html.ts";
import { familyTexts, type Language, otherThan } from "./text/language.ts";
import { words } from "./text/words.ts";

/** Where the page of a function stands, and what it can lead to. */
export interface FunctionPageOptions {
  /** The path from the page to the folder with the style and the scripts, without a slash at its end: `..`. */
  readonly base: string;
  /** The same page in the other language, relative to this one; `../<language>/<ID>.html` unless told. */
  readonly otherLanguage?: string;
  /** The links of the bar at the top; none unless told. */
  readonly links?: readonly BarLink[];
  /** What else stands in that bar, such as a search box. */
  readonly tools?: Content;
  /** The scripts beside the live example's, by name. */
  readonly scripts?: readonly string[];
  /** The page of the calculator in the TypeScript reference; none unless told. */
  readonly typescript?: string;
  /** Guides in which the function is used. */
  readonly guides?: readonly BarLink[];
}

/**
 * The page of a spreadsheet function, in one language, with its examples calculated and one to change.
 *
 * It needs the files of `pageAssets` in the folder that `base` names, and nothing else; it works from a server and as a
 * file.
 */
export function functionPage(row: FunctionRow, language: Language, options: FunctionPageOptions): string {
  const other = otherThan(language);
  const otherLanguage = options.otherLanguage ?? `../${other}/${row.id}.html`;
  return pageFrame({
    language,
    title: `TALLY.${row.id} · Tallykit`,
    description: row.summary[language],
    base: options.base,
    otherLanguage,
    links: options.links ?? [],
    tools: options.tools,
    scripts: ["live.js", ...(options.scripts ?? [])],
    look: "function",
    main: [
      heading(row, language),
      liveSection(row, language),
      exampleSection(row, language),
      parameterSection(row, language),
      resultSection(row, language),
      errorSection(row, language),
      methodSection(row, language, otherLanguage),
      furtherSection(row, language, options),
    ],
  });
}

function heading(row: FunctionRow, language: Language): Html {
  return html`<p class="family">${familyTexts[row.family][language]}</p>
    <h1>
      TALLY.<wbr />${row.id.split("_").map((part, index) => html`${index === 0 ? "" : html`_<wbr />`}${part}`)}
    </h1>
    <p class="lead">${row.summary[language]}</p>
    <p class="signature"><code>=TALLY.${signatureOf(row, language)}</code></p> `;
}

/** Where the script of the page puts the example that can be changed. */
function liveSection({ id }: FunctionRow, language: Language): Html {
  return html`<section class="live" aria-labelledby="live">
    <h2 id="live">${words.live[language]}</h2>
    <p class="hint">${words.liveIntro[language]}</p>
    <div data-live="${id}">
      <noscript><p>${words.liveWithoutScript[language]}</p></noscript>
    </div>
  </section> `;
}

function furtherSection(
  { calculator }: FunctionRow,
  language: Language,
  { typescript, guides = [] }: FunctionPageOptions,
): Html | undefined {
  const code =
    typescript === undefined
      ? undefined
      : html`<p>
          ${words.typescript[language]}: <a href="${typescript}"><code>${calculator}</code></a>
        </p>`;
  const list =
    guides.length === 0
      ? undefined
      : html`<p>${words.guides[language]}:</p>
          <ul>
            ${guides.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}
          </ul>`;
  if (code === undefined && list === undefined) return undefined;
  return html`<section aria-labelledby="further">
    <h2 id="further">${words.further[language]}</h2>
    ${code}${list}
  </section>`;
}
