import { callFunction, type Example, formulaOf, type FunctionRow } from "@tallykit/sheet";

import { shownGrid } from "../cells/shownGrid.ts";
import { type Html, html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";
import { gridTable } from "./gridTable.ts";

interface NumberedExample {
  readonly example: Example;
  /** Its place in the table. */
  readonly index: number;
}

/** Every example of a function: the formula as it is typed, and the result as the function gives it now. */
export function exampleSection(row: FunctionRow, language: Language): Html {
  const examples = inOrder(row, language).map((numbered) => exampleOf(row, numbered, language));
  return html`<section aria-labelledby="examples">
    <h2 id="examples">${words.examples[language]}</h2>
    ${examples}
  </section>`;
}

/** In Chinese, the examples with Chinese in them first. */
function inOrder({ examples }: FunctionRow, language: Language): NumberedExample[] {
  const numbered = examples.map((example, index) => ({ example, index }));
  const isChinese = ({ example }: NumberedExample): boolean =>
    /\p{Script=Han}/u.test(JSON.stringify(example));
  if (language === "en") return numbered;
  return [...numbered.filter(isChinese), ...numbered.filter((each) => !isChinese(each))];
}

function exampleOf(row: FunctionRow, { example, index }: NumberedExample, language: Language): Html {
  const result = callFunction(row.id, example.arguments);
  const label = `${words.result[language]} ${index + 1}`;
  const button = html`<button type="button" class="load" data-example="${index}" hidden>
    ${words.loadExample[language]}
  </button>`;
  return html`<div class="example" id="example-${index + 1}">
    ${formulaBar(formulaOf(row.id, example.arguments), button)}
    ${gridTable(shownGrid(row, example.arguments, result), label)}
  </div>`;
}

/** A formula as the formula bar of a sheet shows it. */
export function formulaBar(formula: string, button?: Html): Html {
  return html`<div class="formula">
    <span class="fx" aria-hidden="true">fx</span><code>${formula}</code>${button}
  </div>`;
}
