import type { ErrorCode } from "@tallykit/core";
import type { FunctionRow } from "@tallykit/sheet";

import { calculatorDoc, type DocumentedError } from "../calculators/calculatorDocs.ts";
import { type ErrorText, errorTexts } from "../text/errorTexts.ts";
import { type Html, html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { lineMarkup } from "../text/markup.ts";
import { words } from "../text/words.ts";
import { cellErrorOf } from "./cellErrorOf.ts";
import { listing } from "./listing.ts";

/** What a function refuses: what its cell then shows, why, and what to do. */
export function errorSection(row: FunctionRow, language: Language): Html {
  const { errors } = calculatorDoc(row.calculator);
  const table = errors.length === 0 ? undefined : errorTable(errors, language);
  return html`<section aria-labelledby="errors">
    <h2 id="errors">${words.errors[language]}</h2>
    <p>${words.errorsIntro[language]}</p>
    ${table}
  </section>`;
}

function errorTable(errors: readonly DocumentedError[], language: Language): Html {
  const titles = [words.errorCell, words.errorMeaning, words.errorRemedy, words.errorCode];
  const rows = (language === "en" ? errors : oneACode(errors)).map((error) => errorRow(error, language));
  return listing({
    label: words.errors[language],
    titles: titles.map((title) => title[language]),
    rows,
  });
}

/** Where the words are those of the code, each code stands once. */
function oneACode(errors: readonly DocumentedError[]): DocumentedError[] {
  return errors.filter(({ code }, index) => errors.findIndex((other) => other.code === code) === index);
}

function errorRow({ code, when }: DocumentedError, language: Language): Html {
  const text = errorTextOf(code);
  const meaning = language === "en" ? lineMarkup(sentence(when)) : html`${text.meaning.zh}`;
  return html`<tr>
    <td><code class="error">${cellErrorOf(text)}</code></td>
    <td>${meaning}</td>
    <td>${text.remedy[language]}</td>
    <td><code>${code}</code></td>
  </tr>`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function errorTextOf(code: string): ErrorText {
  if (!isErrorCode(code)) throw new Error(`There are no words for the error ${code}.`);
  return errorTexts[code];
}

function isErrorCode(code: string): code is ErrorCode {
  return code in errorTexts;
}
