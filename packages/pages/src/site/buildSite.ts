import { table } from "@tallykit/sheet";

import { functionPage } from "../functionPage.ts";
import { fencesOf, type Guide } from "../guides/guide.ts";
import { bundled, pageAssets } from "../pageAssets.ts";
import { type Language, languages } from "../text/language.ts";
import type { BarLink } from "../parts/pageFrame.ts";
import { functionListPage } from "./functionList.ts";
import { guideListPage, guidePage, guidesIn } from "./guidePages.ts";
import { homePage } from "./homePage.ts";
import {
  baseOf,
  calculatorPath,
  functionListPlace,
  functionPlace,
  guideListPlace,
  guidePlace,
  homePlace,
  linkTo,
} from "./places.ts";
import { searchIndex } from "./searchIndex.ts";
import { searchBox, siteLinks } from "./siteBar.ts";

/** Every file of the site but the TypeScript reference, by its path. */
export async function buildSite(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>(Object.entries(await pageAssets()));
  files.set(
    "search.js",
    await bundled("search/searchBox.ts", { searchIndex: JSON.stringify(searchIndex()) }),
  );
  for (const language of languages) {
    files.set(homePlace(language).path, homePage(language));
    files.set(functionListPlace(language).path, functionListPage(language));
    files.set(guideListPlace(language).path, guideListPage(language));
    const guides = guidesIn(language);
    for (const guide of guides) files.set(guidePlace(language, guide.name).path, guidePage(guide));
    for (const [path, text] of functionPages(language, guides)) files.set(path, text);
  }
  return files;
}

function functionPages(
  language: Language,
  guides: readonly Guide[],
): (readonly [path: string, text: string])[] {
  return table.map((row) => {
    const place = functionPlace(language, row.id);
    const using = guides.filter((guide) => mentions(guide, row.id));
    const page = functionPage(row, language, {
      base: baseOf(place),
      otherLanguage: linkTo(place, place.twin),
      links: siteLinks(place),
      tools: searchBox(place),
      scripts: ["search.js"],
      typescript: linkTo(place, calculatorPath(row.calculator)),
      guides: using.map(({ name, title }): BarLink => ({
        href: linkTo(place, guidePlace(language, name).path),
        text: title,
      })),
    });
    return [place.path, page];
  });
}

/** Whether a guide names a function, in its text or in a fence. */
function mentions(guide: Guide, id: string): boolean {
  const texts = [guide.text, ...fencesOf(guide).map(({ code }) => code)];
  return texts.some((text) => new RegExp(`\\b${id}\\b`).test(text));
}
