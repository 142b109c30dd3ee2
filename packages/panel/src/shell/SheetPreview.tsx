import { toAddress } from "@tallykit/sheet/book";
import type { JSX } from "preact";

import { ChartView } from "../charts/ChartView.tsx";
import { formattedNumber } from "../charts/numberFormat.ts";
import { shownCell } from "../parts/shownCell.ts";
import { useSurroundings } from "../parts/surroundings.ts";
import type { WorkedSheet } from "../worksheets/workedSheet.ts";
import { previewOf, previewSize } from "./previewOf.ts";

/** The rows and columns that are shown. */
const most = { rows: 24, columns: 10 } as const;

/** How a worked sheet looks: its charts, and its cells with what our functions give. */
export function SheetPreview({ sheet }: { readonly sheet: WorkedSheet }): JSX.Element {
  const { language } = useSurroundings();
  const { shown, charts } = previewOf(sheet);
  const { rows, columns } = previewSize(sheet, most);
  const text = (address: string): string => {
    const { content = null, format } = sheet.cells.get(address) ?? {};
    const value = shown.get(address) ?? content;
    return typeof value === "number" && format !== undefined
      ? formattedNumber(value, format, language)
      : shownCell(value);
  };
  return (
    <>
      {charts.map((props) => (
        <ChartView key={props.chart.title} {...props} language={language} />
      ))}
      <div class="tally-scroll" role="region" aria-label={sheet.name} tabIndex={0}>
        <table class="tally-table">
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                {Array.from({ length: columns }, (_, column) => {
                  const address = toAddress({ row: row + 1, column: column + 1 });
                  return (
                    <td key={column} class={typeof shown.get(address) === "number" ? "tally-number" : ""}>
                      {text(address)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
