import { escaped } from "@tallykit/pages";

import type { AddIn } from "../manifest/addin.ts";
import { files } from "../manifest/files.ts";
import { locales } from "../manifest/texts.ts";
import { htmlPage } from "./html.ts";
import { pageTexts } from "./texts.ts";

/** The page that the shared runtime keeps: it loads the functions, and shows the pane. */
export function panePage(addIn: AddIn): string {
  const notices = (["en", "zh"] as const).map(
    (language) =>
      `<noscript lang="${locales[language]}"><p>${escaped(pageTexts.needsScript[language])} <a href="${files.support}">${escaped(pageTexts.support[language])}</a></p></noscript>`,
  );
  return htmlPage({
    locale: locales.en,
    title: addIn.name.en,
    policy: policyOf(addIn),
    head: [
      `<link rel="stylesheet" href="${files.paneStyle}" />`,
      `<script src="${addIn.officeScript}"></script>`,
      `<script src="${files.functions}"></script>`,
      // The pane needs the element below; the functions must not wait for it.
      `<script src="${files.paneScript}" defer></script>`,
    ],
    body: [
      "<main>",
      `<h1 class="pane-title">${escaped(addIn.name.en)}</h1>`,
      `<div id="pane" data-namespace="${escaped(addIn.namespace)}"></div>`,
      ...notices,
      "</main>",
    ],
  });
}

/** Scripts of the own server and Microsoft's; nothing else, and nothing in the page itself. */
function policyOf({ base, officeScript }: AddIn): string {
  const { origin } = new URL(officeScript);
  const scripts = origin === new URL(base).origin ? "'self'" : `'self' ${origin}`;
  return `default-src 'none'; script-src ${scripts}; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'`;
}
