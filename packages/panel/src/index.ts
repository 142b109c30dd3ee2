/**
 * The panel beside a sheet: function browser, formula form, explanations, data check, worked sheets and charts.
 *
 * @packageDocumentation
 */
export { ChartView, type ChartViewProps } from "./charts/ChartView.tsx";
export type { ChartSeries, SheetChart } from "./charts/sheetChart.ts";
export { checkRange } from "./check/checkRange.ts";
export type { RangeCheck, RangeFinding } from "./check/rangeCheck.ts";
export { type CellQuestion, explainCell } from "./explain/explainCell.ts";
export type { Explanation } from "./explain/explanation.ts";
export type { RangeReference, SheetHost, SheetRange } from "./host/sheetHost.ts";
export { mountPanel, type MountedPanel, type PanelOptions } from "./shell/mountPanel.tsx";
export { TryoutHost } from "./tryout/tryoutHost.ts";
export { type LookPaint, lookPaints } from "./worksheets/lookPaints.ts";
export {
  type CellLook,
  type WorkedCell,
  type WorkedSheet,
  type WorkedSheetId,
  workedSheetIds,
} from "./worksheets/workedSheet.ts";
export { workedSheet, workedSheetTitles } from "./worksheets/workedSheets.ts";
