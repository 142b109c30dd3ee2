import type { JSX } from "preact";
import { useId } from "preact/hooks";

import { type ChartLayout, chartLayout } from "./chartLayout.ts";
import { ColumnPatterns, Columns, LegendSign, Line, Values } from "./ChartMarks.tsx";
import { chartText } from "./chartText.ts";
import { textSize } from "./labelLines.ts";
import type { SheetChart } from "./sheetChart.ts";
import { useWidth } from "./useWidth.ts";

/** What a chart is drawn from. */
export interface ChartViewProps {
  /** What is drawn. */
  readonly chart: SheetChart;
  /** The names of the categories, from left to right. */
  readonly categories: readonly string[];
  /** For each series its values, one a category; `undefined` where one is missing. */
  readonly values: readonly (readonly (number | undefined)[])[];
  /** The language of what is read aloud, and of how numbers are written. */
  readonly language: "en" | "zh";
}

/** A chart as a picture as wide as its place, with a text for those who do not see it. */
export function ChartView(props: ChartViewProps): JSX.Element {
  const { chart, categories, values, language } = props;
  const id = useId();
  const { ref, width } = useWidth();
  const isEmpty = !values.some((own) => own.some((value) => value !== undefined && Number.isFinite(value)));
  const layout = chartLayout({ ...props, width });
  return (
    <figure class="chart">
      <figcaption class="chart-title">{chart.title}</figcaption>
      <ul class="chart-legend">
        {layout.series.map((marks) => (
          <li key={marks.index}>
            <LegendSign marks={marks} id={id} />
            {marks.series.name}
          </li>
        ))}
      </ul>
      <div class="chart-place" ref={ref}>
        <svg
          class="chart-picture"
          role="img"
          aria-label={chartText({ chart, categories, values, language })}
          width={width}
          height={layout.height}
          viewBox={`0 0 ${width} ${layout.height}`}
        >
          <ColumnPatterns id={id} />
          <Axes layout={layout} />
          {layout.series.map((marks) => (
            <Columns key={marks.index} marks={marks} id={id} />
          ))}
          <path class="chart-zero" d={`M${layout.plot.left},${layout.zero} H${layout.plot.right}`} />
          {layout.series.map((marks) =>
            marks.series.shape === "column" ? null : <Line key={marks.index} marks={marks} />,
          )}
          {layout.series.map((marks) => (
            <Values key={marks.index} marks={marks} />
          ))}
          {isEmpty && <NoData layout={layout} language={language} />}
        </svg>
      </div>
    </figure>
  );
}

function Axes({
  layout: { plot, ticks, labelTop, labels, isSlanted },
}: {
  readonly layout: ChartLayout;
}): JSX.Element {
  const under = labelTop + textSize + 4;
  return (
    <g>
      {ticks.map(({ y, text }) => (
        <g key={y}>
          <path class="chart-grid" d={`M${plot.left},${y} H${plot.right}`} />
          <text class="chart-tick" x={plot.left - 5} y={y + textSize / 3}>
            {text}
          </text>
        </g>
      ))}
      {labels.map(({ x, lines }) =>
        isSlanted ? (
          <text
            key={x}
            class="chart-category chart-slanted"
            transform={`translate(${x + 4},${under - 4}) rotate(-40)`}
          >
            {lines[0]}
          </text>
        ) : (
          <text key={x} class="chart-category" x={x} y={under}>
            {lines.map((text, index) => (
              <tspan key={index} x={x} dy={index === 0 ? 0 : "1.25em"}>
                {text}
              </tspan>
            ))}
          </text>
        ),
      )}
    </g>
  );
}

function NoData({
  layout: { plot },
  language,
}: {
  readonly layout: ChartLayout;
  readonly language: "en" | "zh";
}): JSX.Element {
  return (
    <text class="chart-category" x={(plot.left + plot.right) / 2} y={(plot.top + plot.bottom) / 2}>
      {language === "zh" ? "没有数据" : "no data"}
    </text>
  );
}
