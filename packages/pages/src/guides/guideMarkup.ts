import { findFunction } from "@tallykit/sheet";
import { Marked, type RendererObject } from "marked";

import { asHtml, escaped, type Html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { codeMarkup } from "./codeMarkup.ts";
import { excelBlock } from "./excelBlock.ts";
import { sheetDrawing } from "./sheetDrawing.ts";
import { slug } from "./slug.ts";

/** What a guide's text needs of the site around it. */
export interface GuideSurroundings {
  readonly language: Language;
  /** The page of a spreadsheet function, relative to the guide. */
  readonly functionLink: (id: string) => string;
  /** The page of a calculator in the TypeScript reference; `undefined` where the core has none of that name. */
  readonly calculatorLink: (name: string) => string | undefined;
  /** Where a link of the guide leads on the site; `undefined` where it leads off the site's pages. */
  readonly linkTarget: (href: string) => string | undefined;
  /** A drawing or a table that the build makes, by what its comment says. */
  readonly made: (what: string) => Html;
}

/** A guide's Markdown as HTML: sheets drawn, formulas checked, names of functions linked. */
export function guideMarkup(text: string, surroundings: GuideSurroundings): Html {
  const marked = new Marked({ renderer: rendererOf(surroundings), async: false });
  return asHtml(marked.parse(text) as string);
}

function rendererOf(surroundings: GuideSurroundings): RendererObject {
  const { language, linkTarget, made } = surroundings;
  return {
    heading: (text, level) => `<h${level} id="${slug(text)}">${text}</h${level}>\n`,
    code: (code, info = "") => {
      const [kind = ""] = info.split(" ");
      return (kind === "excel" ? sheetDrawing(excelBlock(code), language) : codeMarkup(code, kind)).html;
    },
    codespan: (text) => codeName(text, surroundings),
    link: (href, _title, text) => {
      const target = linkTarget(href);
      return target === undefined ? text : `<a href="${escaped(target)}">${text}</a>`;
    },
    html: (text) => {
      const [, what] = /^<!--\s*([\s\S]*?)\s*-->\s*$/.exec(text) ?? [];
      if (what === undefined) throw new Error(`A guide has HTML of its own: ${text}`);
      return made(what).html;
    },
    table: (header, body) =>
      `<div class="grid" tabindex="0"><table class="listing"><thead>${header}</thead><tbody>${body}</tbody></table></div>\n`,
  };
}

/** A word of code, which leads to its page where it names a function of either kind. */
function codeName(text: string, { functionLink, calculatorLink }: GuideSurroundings): string {
  const row = /^(?:TALLY\.)?[A-Z]+(?:_[A-Z]+)+$/.test(text) ? findFunction(text) : undefined;
  const target =
    row === undefined ? (/^\w+$/.test(text) ? calculatorLink(text) : undefined) : functionLink(row.id);
  return target === undefined
    ? `<code>${text}</code>`
    : `<a href="${escaped(target)}"><code>${text}</code></a>`;
}
