import { ChartView, type SheetChart } from "@tallykit/panel";
import type { Cell } from "@tallykit/sheet";
import type { JSX } from "preact";

import type { BookView } from "./bookView.ts";
import type { Language } from "./functionDescriptions.ts";
import type { Words } from "./words.ts";

/** What the charts of a sheet are drawn from. */
export interface ChartsProps {
  readonly words: Words;
  readonly language: Language;
  readonly sheet: string;
  readonly charts: readonly SheetChart[];
  readonly view: BookView;
}

/** The charts that came with a worked sheet, drawn from what its cells show now. */
export function ChartsOfSheet({ words, language, sheet, charts, view }: ChartsProps): JSX.Element {
  const cellsOf = (address: string): readonly Cell[] => view.range(sheet, address)?.values.flat() ?? [];
  return (
    <section class="charts" aria-label={words.charts}>
      {charts.map((chart) => (
        <ChartView
          key={chart.place}
          chart={chart}
          categories={cellsOf(chart.categories).map((cell) => (typeof cell === "object" ? "" : String(cell)))}
          values={chart.series.map(({ values }) =>
            cellsOf(values).map((cell) => (typeof cell === "number" ? cell : undefined)),
          )}
          language={language}
        />
      ))}
    </section>
  );
}
