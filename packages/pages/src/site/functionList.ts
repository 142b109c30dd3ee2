import { type Family, type FunctionRow, table } from "@tallykit/sheet";

import { type Html, html } from "../text/html.ts";
import { familyTexts } from "../text/language.ts";
import { words } from "../text/words.ts";
import { functionListPlace, functionPlace, linkTo, type Place } from "./places.ts";
import { sitePage } from "./sitePage.ts";

const description = {
  en: "Every spreadsheet function of Tallykit, family by family.",
  zh: "Tallykit 的全部表格函数，按类别列出。",
};

/** The families with their functions, in the order of the table. */
export function families(): readonly (readonly [Family, readonly FunctionRow[]])[] {
  return (Object.keys(familyTexts) as Family[]).map((family) => [
    family,
    table.filter((row) => row.family === family),
  ]);
}

/** The list of all functions, family by family. */
export function functionListPage(language: Place["language"]): string {
  const place = functionListPlace(language);
  const sections = families().map(
    ([family, rows]) =>
      html`<section aria-labelledby="${family}">
        <h2 id="${family}">${familyTexts[family][language]}</h2>
        <dl class="index">${rows.map((row) => entryOf(row, place))}</dl>
      </section>`,
  );
  return sitePage(place, {
    title: `${words.functions[language]} · Tallykit`,
    description: description[language],
    look: "reading",
    main: html`<h1>${words.functions[language]}</h1>
      <p class="lead">${description[language]}</p>
      ${sections}`,
  });
}

function entryOf({ id, summary }: FunctionRow, place: Place): Html {
  const { language } = place;
  return html`<dt>
      <a href="${linkTo(place, functionPlace(language, id).path)}"><code>${id}</code></a>
    </dt>
    <dd>${summary[language]}</dd>`;
}
