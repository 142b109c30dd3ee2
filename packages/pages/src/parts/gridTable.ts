import type { ShownCell, ShownGrid } from "../cells/shownGrid.ts";
import { type Html, html } from "../text/html.ts";

/** A grid of cells as a table that looks like a sheet; it scrolls by itself where it is wide. */
export function gridTable({ rows, message }: ShownGrid, label: string): Html {
  const lines = rows.map(
    (cells) =>
      html`<tr>
        ${cells.map(cellOf)}
      </tr>`,
  );
  const words = message === undefined ? undefined : html`<p class="message">${message}</p>`;
  return html`<div class="grid" role="group" aria-label="${label}" tabindex="0">
      <table class="cells">
        ${lines}
      </table>
    </div>
    ${words}`;
}

function cellOf({ text, kind }: ShownCell): Html {
  return kind === "title" ? html`<th scope="col">${text}</th>` : html`<td class="${kind}">${text}</td>`;
}
