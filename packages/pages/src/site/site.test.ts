import { table } from "@tallykit/sheet";
import { expect, test } from "vitest";

import { exportedNames } from "../calculators/calculatorDocs.ts";
import { languages } from "../text/language.ts";
import { brokenLinks } from "./brokenLinks.ts";
import { buildSite } from "./buildSite.ts";
import { calculatorPath, functionPlace, typescriptHome } from "./places.ts";

const files = await buildSite();
/** Where the TypeScript reference has its pages; the build itself checks that they are there. */
const reference = new Set([typescriptHome, ...Array.from(exportedNames(), calculatorPath)]);

test("every link leads to a page or an anchor of one", () => {
  expect(brokenLinks(files, (path) => reference.has(path))).toEqual([]);
});

test("every function has its page in both languages, which leads to the other and to its calculator", () => {
  for (const { id, calculator } of table) {
    for (const language of languages) {
      const { path, twin } = functionPlace(language, id);
      const page = files.get(path) ?? "";
      expect([path, files.has(twin), page.includes(`${calculatorPath(calculator)}"`)]).toEqual([
        path,
        true,
        true,
      ]);
    }
  }
});

test("a broken link, a lost anchor and a missing file are found", () => {
  const pages = new Map([
    ["index.html", '<a href="b.html#here"></a><a href="b.html#gone"></a><a href="https://example.org/">'],
    ["b.html", '<p id="here"><a href="../index.html"></a><a href="#here"></a><script src="no.js"></script>'],
  ]);
  expect(brokenLinks(pages)).toEqual([
    { page: "index.html", href: "b.html#gone" },
    { page: "b.html", href: "../index.html" },
    { page: "b.html", href: "no.js" },
  ]);
});

test("no page has a script, a style or a handler in it", () => {
  for (const [path, text] of files) {
    if (path.endsWith(".html"))
      expect([path, /<style|\sstyle=|\son\w+=|<script(?! src=)/.test(text)]).toEqual([path, false]);
  }
});
