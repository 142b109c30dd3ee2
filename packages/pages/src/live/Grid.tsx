import type { VNode } from "preact";

import type { ShownGrid } from "../cells/shownGrid.ts";

/** More rows are counted, not shown. */
const mostRows = 200;

/** A grid, and what is said about it. */
export interface GridProps {
  readonly grid: ShownGrid;
  /** What it is called. */
  readonly label: string;
  /** Says how many rows are not shown. */
  readonly more: (rows: number) => string;
}

/** The result as a sheet shows it; of very many rows only the first. */
export function Grid({ grid, label, more }: GridProps): VNode {
  const rest = grid.rows.length - mostRows;
  return (
    <>
      <div class="scrolls" role="group" aria-label={label} tabIndex={0}>
        <table class="cells">
          <tbody>
            {grid.rows.slice(0, mostRows).map((cells, row) => (
              <tr key={row}>
                {cells.map(({ text, kind }, column) =>
                  kind === "title" ? (
                    <th key={column} scope="col">
                      {text}
                    </th>
                  ) : (
                    <td key={column} class={kind}>
                      {text}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && <p class="hint">{more(rest)}</p>}
      {grid.message !== undefined && <p class="message">{grid.message}</p>}
    </>
  );
}
