import { type Cell, isCellError, type Range, type Result } from "@tallykit/sheet";
import type { JSX } from "preact";

import { isRows } from "../formula/isRows.ts";
import { ErrorWords } from "./ErrorWords.tsx";
import { shownCell } from "./shownCell.ts";
import { useSurroundings } from "./surroundings.ts";

/** The rows and columns that are shown; the rest is counted. */
const most = { rows: 12, columns: 12 } as const;

/** What a result is shown with. */
export interface ResultTableProps {
  /** The result. */
  readonly result: Result;
  /** What it is the result of. */
  readonly label: string;
  /** Whether its first row holds titles. */
  readonly hasTitles: boolean;
}

/** A result of a call: one value, a small table, or an error with its words. */
export function ResultTable({ result, label, hasTitles }: ResultTableProps): JSX.Element {
  if (isRows(result)) return <Rows rows={result} label={label} hasTitles={hasTitles} />;
  if (isCellError(result)) return <ErrorWords error={result} />;
  return <output class="tally-value">{shownCell(result)}</output>;
}

function Rows({
  rows,
  label,
  hasTitles,
}: Omit<ResultTableProps, "result"> & { readonly rows: Range }): JSX.Element {
  const { say } = useSurroundings();
  const width = rows[0]?.length ?? 0;
  const shown = rows.slice(0, most.rows).map((row) => row.slice(0, most.columns));
  const [titles, body] = hasTitles ? [shown[0], shown.slice(1)] : [undefined, shown];
  const words = rows.flat().find((cell) => isCellError(cell) && cell.message !== undefined);
  return (
    <>
      {/* A table may be wider than the panel: then it is scrolled by itself, by keyboard as well. */}
      <div class="tally-scroll" role="region" aria-label={label} tabIndex={0}>
        <table class="tally-table">
          {titles !== undefined && (
            <thead>
              <tr>
                {titles.map((cell, column) => (
                  <th key={column} scope="col">
                    {shownCell(cell)}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {body.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column} class={lookOf(cell)}>
                    {shownCell(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="tally-quiet">
        {[
          ...(rows.length > most.rows ? [say("moreRows", { count: rows.length - most.rows })] : []),
          ...(width > most.columns ? [say("moreColumns", { count: width - most.columns })] : []),
        ].join(" · ")}
      </p>
      {isCellError(words) && <ErrorWords error={words} />}
    </>
  );
}

/** Numbers stand to the right, as in a spreadsheet. */
function lookOf(cell: Cell): string {
  if (typeof cell === "number") return "tally-number";
  return isCellError(cell) ? "tally-bad" : "";
}
