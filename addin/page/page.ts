import { type FunctionRow, signatureOf } from "@tallykit/sheet";

import type { AddIn } from "../manifest/addin.ts";
import { files } from "../manifest/files.ts";
import { locales, type Texts } from "../manifest/texts.ts";

const words = {
  intro: {
    en: "Type a function in a cell; Excel asks for its arguments. Optional arguments are in brackets.",
    zh: "在单元格中输入函数，Excel 会提示参数。方括号内的参数可以省略。",
  },
  functions: { en: "Functions", zh: "函数" },
  privacy: { en: "Privacy", zh: "隐私" },
  privacyText: {
    en: "The functions calculate inside Excel. This add-in sends nothing anywhere and stores nothing. Excel itself loads Microsoft's office.js with it.",
    zh: "全部函数在 Excel 内计算。本加载项不发送、不保存任何数据。Excel 会随它加载微软的 office.js。",
  },
  licence: { en: "Licence", zh: "许可" },
  licenceText: {
    en: "MIT licence: free to use, change and pass on, without warranty.",
    zh: "采用 MIT 许可证：可自由使用、修改和传播，不附带任何担保。",
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** The page that the shared runtime keeps: it loads the functions, and lists them in both languages. */
export function pageText(addIn: AddIn, table: readonly FunctionRow[]): string {
  return `<!doctype html>
<html lang="${locales.en}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${policyOf(addIn)}" />
    <title>${escaped(addIn.name.en)}</title>
    <link rel="stylesheet" href="${files.style}" />
    <script src="${addIn.officeScript}"></script>
    <script src="${files.functions}"></script>
    <script src="${files.pageScript}"></script>
  </head>
  <body>
${(["en", "zh"] as const).map((language) => partIn(language, addIn, table)).join("\n")}
  </body>
</html>
`;
}

/** Scripts of the own server and Microsoft's; nothing else, and nothing in the page itself. */
function policyOf({ base, officeScript }: AddIn): string {
  const { origin } = new URL(officeScript);
  const scripts = origin === new URL(base).origin ? "'self'" : `'self' ${origin}`;
  return `default-src 'none'; script-src ${scripts}; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'`;
}

function partIn(language: keyof Texts, addIn: AddIn, table: readonly FunctionRow[]): string {
  const text = (key: keyof typeof words): string => escaped(words[key][language]);
  // The first part's ids are what the manifest's addresses name.
  const id = (name: string): string => (language === "en" ? ` id="${name}"` : "");
  const items = table.map(
    (row) =>
      `        <dt><code>${escaped(`${addIn.namespace}.${signatureOf(row, language)}`)}</code></dt>\n        <dd>${escaped(row.summary[language])}</dd>`,
  );
  return `    <section lang="${locales[language]}">
      <h1>${escaped(addIn.name[language])}</h1>
      <p>${text("intro")}</p>
      <h2>${text("functions")}</h2>
      <dl>
${items.join("\n")}
      </dl>
      <h2${id("privacy")}>${text("privacy")}</h2>
      <p>${text("privacyText")}</p>
      <h2${id("licence")}>${text("licence")}</h2>
      <p>${text("licenceText")}</p>
    </section>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The page's script: Office waits until every page that loads office.js says that it is ready. */
export const scriptText = `Office.onReady();
`;

/** The page's style: the colours of the system, light, dark or high contrast. */
export const styleText = `:root {
  color-scheme: light dark;
  font: 14px/1.5 "Segoe UI", "Microsoft YaHei", system-ui, sans-serif;
}

body {
  margin: 0.75rem;
  overflow-wrap: anywhere;
}

h1 {
  font-size: 1.25rem;
}

h2 {
  font-size: 1rem;
}

dd {
  margin: 0 0 0.75rem;
}
`;
