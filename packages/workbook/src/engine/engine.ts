import { type CellError, table } from "@tallykit/sheet";
import type { IWorkbookData } from "@univerjs/core";

import type { Book, ComputedBook, ComputedCell } from "@tallykit/sheet/book";
import { enginePlugin } from "./calculation.ts";
import { engineNames } from "./definedNames.ts";
import { patchIndex } from "./fasterIndex.ts";
import { type HostedRow, hostFunction } from "./hostFunction.ts";
import { formulaSpeller, type PlacedSheet, placeSheet, usedRows } from "./placing.ts";
import { loadUniver } from "./univer.ts";

export { RecursiveNameError } from "./definedNames.ts";

/** What a calculation may be told. */
export interface CalculateOptions {
  /** Told how many formulas are done, of how many; a book that has to be calculated again begins again. */
  readonly onProgress?: (done: number, all: number) => void;
  /** The functions known as `TALLY.` and their id; those of the table if left out. */
  readonly functions?: readonly HostedRow[];
}

const circularError: CellError = {
  error: "#REF!",
  message: "The formula refers to its own cell, directly or through other cells.",
};
const unreadableError: CellError = { error: "#NAME?", message: "The engine cannot read this formula." };
/** The engine stops to tell its progress after so many formulas. */
const progressStep = 100;

let last: Promise<unknown> = Promise.resolve();
let books = 0;

/**
 * Calculates every formula of a book once, as the engine does, with our functions in it.
 *
 * The engine keeps its caches for all of its workbooks, so that books are calculated one after the other.
 *
 * @throws {@link RecursiveNameError} where a formula uses a name that refers to itself
 */
export function calculate(book: Book, options: CalculateOptions = {}): Promise<ComputedBook> {
  const result = last.then(() => calculateAlone(book, options));
  last = result.catch(() => undefined);
  return result;
}

/** The functions that the engine brings along, in upper case. */
export async function engineFunctions(): Promise<ReadonlySet<string>> {
  const { formula } = await loadUniver();
  return new Set(Array.from(formula.ALL_IMPLEMENTED_FUNCTIONS_SET, (name) => String(name).toUpperCase()));
}

async function calculateAlone(book: Book, options: CalculateOptions): Promise<ComputedBook> {
  const names = engineNames(book);
  const univer = await loadUniver();
  patchIndex(univer);
  books += 1;
  const unitId = String(books);
  const spell = formulaSpeller(univer, unitId);
  const rows = usedRows(book);
  const sheets = book.sheets.map((sheet, index) =>
    placeSheet(univer, sheet, { id: String(index), rows, spell }),
  );
  const unreadable = new Set<string>();
  const run = { sheets: new Map(sheets.map(({ id, run: sheetRun }) => [id, sheetRun])), unreadable };
  const { core, formula } = univer;
  const host = new core.Univer({ logLevel: core.LogLevel.SILENT });
  try {
    host.registerPlugin(enginePlugin(univer, run), {
      function: (options.functions ?? table).map((row) => hostFunction(univer, row)),
      intervalCount: progressStep,
    });
    host.createUnit<IWorkbookData, InstanceType<typeof core.Workbook>>(core.UniverInstanceType.UNIVER_SHEET, {
      id: unitId,
      name: "book",
      sheetOrder: sheets.map(({ id }) => id),
      sheets: Object.fromEntries(sheets.map(({ id, data }) => [id, data])),
    });
    const injector = host.__getInjector();
    const definedNames = injector.get(formula.IDefinedNamesService);
    for (const [index, name] of names.entries()) {
      definedNames.registerDefinedName(unitId, {
        id: String(index),
        name: name.name,
        formulaOrRefString: name.formula,
      });
    }
    const service = injector.get(formula.ICalculateFormulaService);
    const { onProgress } = options;
    const all = sheets.reduce((sum, { formulas }) => sum + formulas.size, 0);
    onProgress?.(0, all);
    const listening = service.executionInProgressListener$.subscribe(({ completedFormulasCount }) => {
      if (completedFormulasCount > 0) onProgress?.(completedFormulasCount - 1, all);
    });
    await service.execute({
      formulaData: { [unitId]: Object.fromEntries(sheets.map(({ id, formulaData }) => [id, formulaData])) },
      arrayFormulaCellData: {},
      arrayFormulaRange: {},
      forceCalculate: true,
      dirtyRanges: [],
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
    });
    listening.unsubscribe();
    onProgress?.(all, all);
  } finally {
    host.dispose();
  }
  return { sheets: new Map(sheets.map((sheet) => [sheet.name, resultsOf(sheet, unreadable)])) };
}

function resultsOf(
  { formulas, run: { results, circular } }: PlacedSheet,
  unreadable: ReadonlySet<string>,
): ReadonlyMap<string, ComputedCell> {
  const computed = new Map<string, ComputedCell>();
  for (const [address, { key, spelling }] of formulas) {
    const result = results.get(key);
    if (circular.has(key)) computed.set(address, { value: circularError });
    else if (unreadable.has(spelling)) computed.set(address, { value: unreadableError });
    else if (result !== undefined) computed.set(address, result);
  }
  return computed;
}
