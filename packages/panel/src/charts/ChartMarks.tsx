import type { JSX } from "preact";

import type { SeriesMarks } from "./seriesMarks.ts";

/** So many looks there are; further series begin again. */
const looks = 4;
const pointSize = 4.5;

/** The class that gives a series its colour. */
function seriesClass(index: number): string {
  return `chart-series-${(index % looks) + 1}`;
}

/** The patterns that tell columns apart without their colours, named after the chart they belong to. */
export function ColumnPatterns({ id }: { readonly id: string }): JSX.Element {
  const paths = [
    "",
    "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4",
    "M2,2 h2 v2 h-2 z M6,6 h2 v2 h-2 z",
    "M0,4 h8 M4,0 v8",
  ];
  return (
    <defs>
      {paths.map((path, index) =>
        path === "" ? null : (
          <pattern
            key={index}
            id={`${id}-${index + 1}`}
            class={seriesClass(index)}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <path d={path} class="chart-pattern" />
          </pattern>
        ),
      )}
    </defs>
  );
}

/** What fills the columns of a series: its colour, or a pattern in its colour. */
function fillOf(id: string, index: number): Readonly<Record<"fill", string>> | undefined {
  const look = index % looks;
  return look === 0 ? undefined : { fill: `url(#${id}-${look + 1})` };
}

/** The columns of a series. */
export function Columns({ marks, id }: { readonly marks: SeriesMarks; readonly id: string }): JSX.Element {
  return (
    <g class={seriesClass(marks.index)}>
      {marks.columns.map(({ category, x, y, width, height }) => (
        <rect
          key={category}
          class="chart-column"
          {...fillOf(id, marks.index)}
          x={x}
          y={y}
          width={width}
          height={height}
        />
      ))}
    </g>
  );
}

/** The values of columns, over everything else. */
export function Values({ marks }: { readonly marks: SeriesMarks }): JSX.Element {
  return (
    <g>
      {marks.columns.map(({ category, label }) =>
        label === undefined ? null : (
          <text key={category} class="chart-value" x={label.x} y={label.y}>
            {label.text}
          </text>
        ),
      )}
    </g>
  );
}

/** The line of a series, with a mark of its own shape at each value; a goal is a dashed line without marks. */
export function Line({ marks }: { readonly marks: SeriesMarks }): JSX.Element {
  if (marks.series.shape === "goal") return <path class="chart-goal" d={marks.path} />;
  return (
    <g class={seriesClass(marks.index)}>
      <path class="chart-line" d={marks.path} />
      {marks.points.map(({ category, x, y }) => (
        <path
          key={category}
          class="chart-point"
          transform={`translate(${x},${y})`}
          d={pointPath(marks.index)}
        />
      ))}
    </g>
  );
}

/** A circle, a square, a triangle, a diamond. */
function pointPath(index: number): string {
  const r = pointSize;
  const shapes = [
    `M${-r},0 a${r},${r} 0 1,0 ${2 * r},0 a${r},${r} 0 1,0 ${-2 * r},0 z`,
    `M${-r},${-r} h${2 * r} v${2 * r} h${-2 * r} z`,
    `M0,${-r * 1.2} L${r * 1.2},${r} L${-r * 1.2},${r} z`,
    `M0,${-r * 1.35} L${r * 1.35},0 L0,${r * 1.35} L${-r * 1.35},0 z`,
  ];
  return shapes[index % looks] ?? "";
}

/** The sign of a series in the legend. */
export function LegendSign({ marks, id }: { readonly marks: SeriesMarks; readonly id: string }): JSX.Element {
  const { shape } = marks.series;
  return (
    <svg class="chart-sign" width="28" height="14" aria-hidden="true">
      {shape === "column" ? (
        <g class={seriesClass(marks.index)}>
          <rect class="chart-column" {...fillOf(id, marks.index)} x="7" y="1" width="14" height="12" />
        </g>
      ) : shape === "goal" ? (
        <path class="chart-goal" d="M0,7 H28" />
      ) : (
        <g class={seriesClass(marks.index)}>
          <path class="chart-line" d="M0,7 H28" />
          <path class="chart-point" transform="translate(14,7)" d={pointPath(marks.index)} />
        </g>
      )}
    </svg>
  );
}
