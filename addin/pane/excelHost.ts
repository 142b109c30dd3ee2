/// <reference types="office-js" />
import type { RangeReference, SheetHost } from "@tallykit/panel";

import { runInExcel, SheetRefusal } from "./excelWords.ts";
import { insertWorkedSheet } from "./insertWorkedSheet.ts";
import { readCells } from "./readCells.ts";
import { writeCells } from "./writeCells.ts";

/** Excel as the spreadsheet beside the panel; our functions are under the namespace of this add-in. */
export function excelHost(namespace: string): SheetHost {
  return {
    kind: "excel",
    namespace,
    readSelection: () =>
      runInExcel(async (context) => {
        const selection = context.workbook.getSelectedRanges();
        selection.load("areaCount");
        await context.sync();
        if (selection.areaCount > 1) {
          throw new SheetRefusal(`${selection.areaCount} areas are selected. Select one range.`);
        }
        return readCells(context, context.workbook.getSelectedRange());
      }),
    readRange: (reference) =>
      runInExcel(async (context) =>
        readCells(context, (await sheetOf(context, reference)).getRange(reference.address)),
      ),
    writeAtSelection: (rows) => runInExcel((context) => writeCells(context, rows)),
    insertSheet: (sheet) => runInExcel((context) => insertWorkedSheet(context, sheet, namespace)),
    select: (reference) =>
      runInExcel(async (context) => {
        const sheet = await sheetOf(context, reference);
        sheet.activate();
        sheet.getRange(reference.address).select();
        await context.sync();
      }),
    onSelectionChange: listenToSelection,
  };
}

async function sheetOf(
  context: Excel.RequestContext,
  { sheet: name }: RangeReference,
): Promise<Excel.Worksheet> {
  const { worksheets } = context.workbook;
  if (name === undefined) return worksheets.getActiveWorksheet();
  const sheet = worksheets.getItemOrNullObject(name);
  sheet.load("name");
  await context.sync();
  if (sheet.isNullObject) throw new SheetRefusal(`There is no sheet ${name}.`);
  return sheet;
}

/** Listens to the cells selected on any sheet, and to another sheet coming to the front. */
function listenToSelection(listener: () => void): () => void {
  const heard = (): Promise<void> => {
    listener();
    return Promise.resolve();
  };
  const added = runInExcel(async (context) => {
    const { worksheets } = context.workbook;
    const handlers = [worksheets.onSelectionChanged.add(heard), worksheets.onActivated.add(heard)];
    await context.sync();
    return handlers;
  });
  const remove = async (): Promise<void> => {
    const handlers = await added;
    for (const handler of handlers) handler.remove();
    await handlers[0]?.context.sync();
  };
  // Where Excel does not tell of selections, the panel still reads them when it is asked to.
  added.catch(() => undefined);
  return () => {
    remove().catch(() => undefined);
  };
}
