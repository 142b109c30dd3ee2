import type { FunctionRow, Parameter } from "@tallykit/sheet";

import { type Html, html } from "../text/html.ts";
import { type Language, languageTags, otherThan } from "../text/language.ts";
import { words } from "../text/words.ts";

/** Every parameter of a function: name, what it takes, its help, its default and its words. */
export function parameterSection(row: FunctionRow, language: Language): Html {
  const items = Object.entries(row.parameters).map(([name, parameter]) =>
    parameterOf(name, parameter, { language, vectorised: row.vectorised }),
  );
  return html`<section aria-labelledby="parameters">
    <h2 id="parameters">${words.parameters[language]}</h2>
    <dl class="parameters">${items}</dl>
  </section>`;
}

const taken = {
  cell: { en: "one cell", zh: "一个单元格" },
  cells: { en: "a cell, or a range of cells", zh: "一个单元格或一个区域" },
  column: { en: "a column", zh: "一列" },
  table: { en: "a table", zh: "一张表" },
} as const;

function parameterOf(
  name: string,
  parameter: Parameter<unknown>,
  { language, vectorised }: { readonly language: Language; readonly vectorised: boolean },
): Html {
  const { text, shape, optional, defaultText, choices } = parameter;
  const shown = language === "zh" ? text.zhName : name;
  const takes = taken[shape === "cell" && vectorised ? "cells" : shape][language];
  const given = defaultText === undefined ? undefined : ` · ${words.defaultIs[language]} `;
  const value = defaultText === undefined ? undefined : html`<code>${defaultText}</code>`;
  const flags = optional ? html` · ${words.optional[language]}${given}${value}` : undefined;
  return html`<dt id="parameter-${name}">
      <code>${shown}</code> <span class="takes">${takes}${flags}</span>
    </dt>
    <dd>${text[language]}${choices === undefined ? undefined : wordList(choices, language)}</dd>`;
}

/** The words of a choice, each with its word in the other language: both are understood. */
function wordList(choices: Readonly<Record<string, string>>, language: Language): Html {
  const other = otherThan(language);
  const items = Object.entries(choices).map(([english, chinese]) => {
    const both = { en: english, zh: chinese };
    return html`<li><code>${both.en}</code> <span${language === "en" ? html` lang="${languageTags[other]}"` : undefined}>${both.zh}</span></li>`;
  });
  return html`<ul class="choices" aria-label="${words.oneOf[language]}">
    ${items}
  </ul>`;
}
