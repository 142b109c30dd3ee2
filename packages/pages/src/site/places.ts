import { posix } from "node:path";

import { type Language, otherThan } from "../text/language.ts";

/** Where a page stands on the site, and where its twin in the other language does. */
export interface Place {
  /** The page's language. */
  readonly language: Language;
  /** Its path from the root of the site. */
  readonly path: string;
  /** The same page in the other language. */
  readonly twin: string;
}

/** The pages of the TypeScript reference begin here. */
export const typescriptHome = "typescript/index.html";

/** The place of a page by its path inside a language's part of the site; English stands at the root. */
function placeOf(language: Language, path: string): Place {
  return { language, path: inPart(language, path), twin: inPart(otherThan(language), path) };
}

function inPart(language: Language, path: string): string {
  return language === "en" ? path : `${language}/${path}`;
}

/** The page of a spreadsheet function. */
export function functionPlace(language: Language, id: string): Place {
  return placeOf(language, `functions/${id}.html`);
}

/** The list of all functions. */
export function functionListPlace(language: Language): Place {
  return placeOf(language, "functions/index.html");
}

/** A guide. */
export function guidePlace(language: Language, name: string): Place {
  return placeOf(language, `guides/${name}.html`);
}

/** The list of all guides. */
export function guideListPlace(language: Language): Place {
  return placeOf(language, "guides/index.html");
}

/** The first page of a language. */
export function homePlace(language: Language): Place {
  return placeOf(language, "index.html");
}

/** The page of what the core exports in the TypeScript reference: a function, or the class of its errors. */
export function calculatorPath(name: string): string {
  const kind = /^[A-Z]/.test(name) ? "classes" : "functions";
  return `typescript/${kind}/_tallykit_core.index.${name}.html`;
}

/** The link from a page to another file of the site, both by their paths from its root. */
export function linkTo(from: Place, path: string): string {
  return posix.relative(posix.dirname(from.path), path);
}

/** The path from a page to the root of the site. */
export function baseOf({ path }: Place): string {
  return posix.relative(posix.dirname(path), ".") || ".";
}
