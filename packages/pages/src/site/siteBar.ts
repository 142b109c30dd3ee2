import type { BarLink } from "../parts/pageFrame.ts";
import { type Html, html } from "../text/html.ts";
import { words } from "../text/words.ts";
import {
  functionListPlace,
  guideListPlace,
  homePlace,
  linkTo,
  type Place,
  typescriptHome,
} from "./places.ts";

/** The links of the bar on every page of the site. */
export function siteLinks(place: Place): readonly BarLink[] {
  const { language, path } = place;
  const link = (text: string, target: string, part: string): BarLink => ({
    href: linkTo(place, target),
    text,
    isCurrent: part !== "" && path.includes(part),
  });
  return [
    link("Tallykit", homePlace(language).path, ""),
    link(words.guides[language], guideListPlace(language).path, "guides/"),
    link(words.functions[language], functionListPlace(language).path, "functions/"),
    link("TypeScript", typescriptHome, ""),
  ];
}

/** The search box of the bar; a script brings it to life. */
export function searchBox({ language }: Place): Html {
  const label = words.search[language];
  return html`<form class="search" role="search" data-search hidden>
    <input type="search" placeholder="${label}" aria-label="${label}" autocomplete="off" spellcheck="false" />
  </form>`;
}
