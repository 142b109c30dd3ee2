/// <reference types="office-js" />
import type { ChartSeries, SheetChart } from "@tallykit/panel";

const goalColor = "#C00000";

/** Adds a chart of Excel's own to a sheet: it follows the cells from then on. */
export function addChart(
  sheet: Excel.Worksheet,
  { title, categories, series, format, place }: SheetChart,
): void {
  const [first] = series;
  if (first === undefined) return;
  const chart = sheet.charts.add(
    Excel.ChartType.columnClustered,
    sheet.getRange(first.values),
    Excel.ChartSeriesBy.columns,
  );
  chart.title.text = title;
  chart.legend.position = Excel.ChartLegendPosition.bottom;
  chart.axes.valueAxis.numberFormat = format;
  const [from = place, to = from] = place.split(":");
  chart.setPosition(from, to);
  series.forEach((each, index) => {
    // The chart began with the first one.
    const added = index === 0 ? chart.series.getItemAt(0) : chart.series.add();
    added.name = each.name;
    added.setValues(sheet.getRange(each.values));
    added.setXAxisValues(sheet.getRange(categories));
    draw(added, each.shape);
  });
}

function draw(series: Excel.ChartSeries, shape: ChartSeries["shape"]): void {
  switch (shape) {
    case "column":
      series.chartType = Excel.ChartType.columnClustered;
      break;
    case "line":
      series.chartType = Excel.ChartType.lineMarkers;
      break;
    case "goal":
      series.chartType = Excel.ChartType.line;
      series.format.line.color = goalColor;
      series.format.line.lineStyle = Excel.ChartLineStyle.dash;
      break;
  }
}
