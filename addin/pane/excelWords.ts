/// <reference types="office-js" />

/** What Excel's own errors mean for the person at the sheet, by their codes. */
const wordsOf: Readonly<Record<string, string>> = {
  AccessDenied:
    "Excel does not let this sheet be changed. Unprotect it on the Review tab, or use another sheet.",
  FilteredRangeConflict: "The cells are filtered. Clear the filter, and try again.",
  FormulaLengthExceedsLimit:
    "The formula is longer than Excel takes. Put its data into cells, and name those.",
  InvalidArgument: "Excel has no such range.",
  InvalidOperationInCellEditMode: "A cell is being edited. Finish it with Enter, and try again.",
  InvalidReference: "Excel has no such range.",
  InvalidSelection: "Select cells first: a picture, a chart or something else is selected.",
  ItemNotFound: "The sheet is no longer there.",
  MergedRangeConflict: "The cells are merged. Choose cells that are not.",
  PivotTableRangeConflict: "The cells belong to a PivotTable. Choose others.",
  ResponsePayloadSizeLimitExceeded: "The range is too large to read. Select fewer rows.",
  RangeExceedsLimit: "The range is too large to read. Select fewer rows.",
  RequestPayloadSizeLimitExceeded: "This is too much to write at once.",
  UnsupportedSheet: "This sheet has no cells. Go to one that has.",
};

/** A refusal of the pane's own; its message can be shown. */
export class SheetRefusal extends Error {}

/**
 * Runs something in Excel.
 *
 * @throws SheetRefusal where Excel or the something refuses, in words that can be shown
 */
export async function runInExcel<Value>(
  batch: (context: Excel.RequestContext) => Promise<Value>,
): Promise<Value> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw error instanceof SheetRefusal ? error : new SheetRefusal(wordsFor(error), { cause: error });
  }
}

function wordsFor(error: unknown): string {
  if (!(error instanceof OfficeExtension.Error)) return "Excel did not answer. Try again.";
  return wordsOf[error.code] ?? `Excel refuses: ${error.message}`;
}
