import { exportedNames } from "../calculators/calculatorDocs.ts";
import { type Guide, guideNames, readGuide } from "../guides/guide.ts";
import { guideMarkup } from "../guides/guideMarkup.ts";
import { madePart } from "../guides/madePart.ts";
import { type Html, html } from "../text/html.ts";
import { type Language, otherThan } from "../text/language.ts";
import { words } from "../text/words.ts";
import { calculatorPath, functionPlace, guideListPlace, guidePlace, linkTo, type Place } from "./places.ts";
import { sitePage } from "./sitePage.ts";

const listDescription = {
  en: "Short guides with examples that are run when these pages are made.",
  zh: "简短的指南，其中的示例在生成本站时都实际运行过。",
};

/** All guides of a language, in the order of a first reading. */
export function guidesIn(language: Language): readonly Guide[] {
  return guideNames().map((name) => readGuide(name, language));
}

/** The list of all guides. */
export function guideListPage(language: Language): string {
  const place = guideListPlace(language);
  return sitePage(place, {
    title: `${words.guides[language]} · Tallykit`,
    description: listDescription[language],
    look: "reading",
    main: html`<h1>${words.guides[language]}</h1>
      <p class="lead">${listDescription[language]}</p>
      ${guideCards(place)}`,
  });
}

/** A card a guide, with its first paragraph. */
export function guideCards(place: Place): Html {
  const { language } = place;
  const cards = guidesIn(language).map(
    ({ name, title, lead }) =>
      html`<li>
        <a href="${linkTo(place, guidePlace(language, name).path)}">${title}</a>
        <p>${lead}</p>
      </li>`,
  );
  return html`<ul class="cards">
    ${cards}
  </ul>`;
}

/** The page of a guide. */
export function guidePage(guide: Guide): string {
  const { name, language, title, text } = guide;
  const place = guidePlace(language, name);
  const calculatorLink = (calculator: string): string | undefined =>
    exportedNames().has(calculator) ? linkTo(place, calculatorPath(calculator)) : undefined;
  const body = guideMarkup(text, {
    language,
    calculatorLink,
    functionLink: (id) => linkTo(place, functionPlace(language, id).path),
    linkTarget: (href) => linkTarget(href, place),
    made: (what) => madePart(what, language, calculatorLink),
  });
  return sitePage(place, {
    title: `${title} · Tallykit`,
    description: guide.lead,
    look: "guide",
    main: html`<h1>${title}</h1>
      ${body}${neighbours(guide, place)}`,
  });
}

/** A guide's link as the site has it: another guide, an address elsewhere, or nothing. */
function linkTarget(href: string, place: Place): string | undefined {
  if (/^(?:https?:|mailto:|#)/.test(href)) return href;
  const [, way = "", name, anchor = ""] = /^(\.\/|\.\.\/|zh\/)?([\w-]+)\.md(#.*)?$/.exec(href) ?? [];
  if (name === undefined || !guideNames().includes(name)) return undefined;
  const isOther = way === "../" || way === "zh/";
  const language = isOther ? otherThan(place.language) : place.language;
  return `${linkTo(place, guidePlace(language, name).path)}${anchor}`;
}

function neighbours({ name, language }: Guide, place: Place): Html {
  const guides = guidesIn(language);
  const at = guides.findIndex((each) => each.name === name);
  const link = (guide: Guide | undefined, word: string): Html | undefined =>
    guide &&
    html`<a href="${linkTo(place, guidePlace(language, guide.name).path)}"
      ><span>${word}</span>${guide.title}</a
    >`;
  return html`<nav class="neighbours" aria-label="${words.guides[language]}">
    ${link(guides[at - 1], words.previous[language])}${link(guides[at + 1], words.next[language])}
  </nav>`;
}
