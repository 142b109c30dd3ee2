import { type Figure, figures, type Reading, recompute } from "@tallykit/seeds";
import { callFunction, isCellError } from "@tallykit/sheet";

import { shownCell } from "../cells/shownCell.ts";
import { type Html, html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";

const verdicts: Readonly<Record<Figure["verdict"], Readonly<Record<Language, string>>>> = {
  agrees: { en: "agrees", zh: "相符" },
  derived: { en: "derived", zh: "推得" },
  ambiguous: { en: "ambiguous", zh: "有歧义" },
  contradicts: { en: "contradicts", zh: "不符" },
  "not checkable": { en: "not checkable", zh: "无法核对" },
};
/** A reading that fills a table is left to the workbook. */
const mostCells = 3;

/** Published figures, what each reading of them comes to now, and the verdict. */
export function figureTable(ids: readonly string[], language: Language): Html {
  const items = ids.map((id) => {
    const figure = figures.find((each) => each.id === id);
    if (figure === undefined) throw new Error(`There is no figure ${id}.`);
    return figureItem(figure, language);
  });
  return html`<ul class="figures">
    ${items}
  </ul>`;
}

function figureItem({ id, name, published, readings, verdict, note }: Figure, language: Language): Html {
  const [colon, separator] = language === "zh" ? ["：", "、"] : [": ", ", "];
  const items = readings.flatMap((reading) => readingItem(reading, language) ?? []);
  return html`<li>
    <p>
      <b>${name[language]}</b> <span class="takes">${id}</span>
      <span class="verdict">${verdicts[verdict][language]}</span>
    </p>
    <p>${words.published[language]}${colon}${published.join(separator)}</p>
    <dl>${items}</dl>
    ${note === undefined ? undefined : html`<p class="hint">${note[language]}</p>`}
  </li>`;
}

function readingItem({ reading, call }: Reading, language: Language): Html | undefined {
  const cells = [recompute(call, callFunction)].flat(2);
  if (cells.length > mostCells) return undefined;
  return html`<dt>${reading[language]}</dt>
    <dd>${cells.map(shownValue).join(" · ")}</dd>`;
}

function shownValue(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean" || isCellError(value)) return shownCell(value);
  return String(value);
}
