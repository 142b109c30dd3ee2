import { type Content, type Html, html } from "../text/html.ts";

/** A table that lists things in rows, and that can be moved by keyboard where it is wider than the page. */
export interface Listing {
  /** What it lists, for those who cannot see it. */
  readonly label: string;
  /** The titles of its columns. */
  readonly titles: readonly string[];
  /** Its rows, each an element of its own. */
  readonly rows: Content;
  /** More classes of the table. */
  readonly kind?: string;
}

/** The table of a listing, in a frame that scrolls. */
export function listing({ label, titles, rows, kind = "" }: Listing): Html {
  const heads = titles.map((title) => html`<th scope="col">${title}</th>`);
  return html`<div class="grid" role="group" aria-label="${label}" tabindex="0">
    <table class="${`listing stacks ${kind}`.trimEnd()}">
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
