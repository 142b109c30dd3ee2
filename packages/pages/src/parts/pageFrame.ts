import { type Content, html } from "../text/html.ts";
import { type Language, languageNames, languageTags, otherThan } from "../text/language.ts";
import { words } from "../text/words.ts";

/** A link of the bar at the top. */
export interface BarLink {
  /** Where it leads, relative to the page. */
  readonly href: string;
  /** Its words. */
  readonly text: string;
  /** Whether the page belongs to it. */
  readonly isCurrent?: boolean;
}

/** A whole page. */
export interface PageFrame {
  /** The page's language. */
  readonly language: Language;
  /** What the window is called. */
  readonly title: string;
  /** One sentence for search engines and link previews. */
  readonly description: string;
  /** The path from the page to the folder with the style and the scripts. */
  readonly base: string;
  /** The same page in the other language. */
  readonly otherLanguage: string;
  /** The links of the bar at the top. */
  readonly links: readonly BarLink[];
  /** The scripts that the page loads, by name. */
  readonly scripts: readonly string[];
  /** The class of the body, for pages that look different. */
  readonly look?: string;
  /** What stands in the bar beside the links. */
  readonly tools?: Content;
  /** What the page says. */
  readonly main: Content;
}

/** Only the page's own style and scripts; nothing in the page itself, no other server, nothing is sent. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** A whole page as text. */
export function pageFrame(page: PageFrame): string {
  const { language, base, otherLanguage, tools, main } = page;
  const other = otherThan(language);
  const scripts = page.scripts.map((name) => html`<script src="${base}/${name}" defer></script> `);
  const links = page.links.map(
    ({ href, text, isCurrent }) =>
      html`<a href="${href}" ${isCurrent === true ? html` aria-current="page"` : undefined}>${text}</a>`,
  );
  return html`<!doctype html>
    <html lang="${languageTags[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title}</title>
        <meta name="description" content="${page.description}" />
        <link rel="alternate" hreflang="${languageTags[other]}" href="${otherLanguage}" />
        <link rel="stylesheet" href="${base}/pages.css" />
        ${scripts}
      </head>
      <body class="${page.look ?? "reading"}">
        <a class="skip" href="#main">${words.skip[language]}</a>
        <header class="bar">
          <nav aria-label="Tallykit">${links}</nav>
          ${tools}<a
            class="language"
            href="${otherLanguage}"
            hreflang="${languageTags[other]}"
            lang="${languageTags[other]}"
            >${languageNames[other]}</a
          >
        </header>
        <main id="main">${main}</main>
      </body>
    </html> `.html;
}
