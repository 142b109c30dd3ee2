import { escaped } from "@tallykit/pages";
import type { FunctionRow } from "@tallykit/sheet";

import type { AddIn } from "../manifest/addin.ts";
import { files, helpFile } from "../manifest/files.ts";
import { locales, type Texts } from "../manifest/texts.ts";
import { htmlPage } from "./html.ts";
import { pageTexts } from "./texts.ts";

/** Pages of text load their style and nothing else. */
const textPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** The page that the manifests name for help, privacy and the licence, in both languages. */
export function supportPage(addIn: AddIn, table: readonly FunctionRow[]): string {
  return htmlPage({
    locale: locales.en,
    title: `${addIn.name.en}: ${pageTexts.support.en}`,
    policy: textPolicy,
    head: [`<link rel="stylesheet" href="${files.textStyle}" />`],
    body: (["en", "zh"] as const).flatMap((language) => partIn(language, addIn, table)),
  });
}

function partIn(language: keyof Texts, addIn: AddIn, table: readonly FunctionRow[]): readonly string[] {
  const text = (key: keyof typeof pageTexts): string => escaped(pageTexts[key][language]);
  // The first part's ids are what the manifest's addresses name.
  const id = (name: string): string => (language === "en" ? ` id="${name}"` : "");
  const items = table.map(
    (row) =>
      `  <li><a href="${helpFile(row.id, language)}">${row.id}</a>: ${escaped(row.summary[language])}</li>`,
  );
  return [
    `<section lang="${locales[language]}">`,
    `<h1>${escaped(addIn.name[language])}</h1>`,
    `<p>${text("supportText")}</p>`,
    `<h2${id("privacy")}>${text("privacy")}</h2>`,
    `<p>${text("privacyText")}</p>`,
    `<h2${id("licence")}>${text("licence")}</h2>`,
    `<p>${text("licenceText")}</p>`,
    `<h2>${text("functions")}</h2>`,
    "<ul>",
    ...items,
    "</ul>",
    "</section>",
  ];
}
