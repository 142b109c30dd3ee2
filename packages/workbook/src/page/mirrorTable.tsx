import { columnLetters, toAddress } from "@tallykit/sheet/book";
import type { JSX } from "preact";

import type { Words } from "./words.ts";

/** What of a sheet the table repeats. */
export interface MirrorProps {
  readonly words: Words;
  readonly sheet: string;
  /** The last row and column in use. */
  readonly last: { readonly row: number; readonly column: number };
  /** The row that is selected: the table shows the rows around it. */
  readonly selectedRow: number;
  /** What a cell shows. */
  readonly shownAt: (address: string) => string;
}

/** How much of a sheet is repeated at a time. */
const most = { rows: 100, columns: 26 } as const;

/** What the canvas shows, as a table for those who do not see it. */
export function MirrorTable({ words, sheet, last, selectedRow, shownAt }: MirrorProps): JSX.Element {
  if (last.row === 0) return <p>{words.empty}</p>;
  const from = Math.floor((Math.min(selectedRow, last.row) - 1) / most.rows) * most.rows + 1;
  const to = Math.min(last.row, from + most.rows - 1);
  const columns = Array.from({ length: Math.min(last.column, most.columns) }, (_, index) => index + 1);
  return (
    <table>
      <caption>
        {words.mirror(sheet, from, to, last.row)}
        {words.mirrorColumns(columns.length, last.column)}
      </caption>
      <thead>
        <tr>
          <td></td>
          {columns.map((column) => (
            <th key={column} scope="col">
              {columnLetters(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: to - from + 1 }, (_, index) => from + index).map((row) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {columns.map((column) => (
              <td key={column}>{shownAt(toAddress({ row, column }))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
