import { Lexer, Parser } from "marked";

import { asHtml, type Html } from "./html.ts";

/** Markdown of the project's own comments as HTML: paragraphs, lists and tables. */
export function blockMarkup(text: string): Html {
  return asHtml(Parser.parse(Lexer.lex(text)));
}

/** One line of Markdown as HTML, without a paragraph around it. */
export function lineMarkup(text: string): Html {
  return asHtml(Parser.parseInline(Lexer.lexInline(text)));
}
