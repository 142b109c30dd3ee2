import { pageFrame } from "../parts/pageFrame.ts";
import type { Content } from "../text/html.ts";
import { baseOf, linkTo, type Place } from "./places.ts";
import { searchBox, siteLinks } from "./siteBar.ts";

/** What a page of the site says. */
export interface SitePage {
  readonly title: string;
  readonly description: string;
  /** The class of its body. */
  readonly look: string;
  readonly main: Content;
}

/** A page of the site with the bar that all of them have. */
export function sitePage(place: Place, { title, description, look, main }: SitePage): string {
  return pageFrame({
    language: place.language,
    title,
    description,
    look,
    main,
    base: baseOf(place),
    otherLanguage: linkTo(place, place.twin),
    links: siteLinks(place),
    tools: searchBox(place),
    scripts: ["search.js"],
  });
}
