import { type CellError, table } from "@tallykit/sheet";
import type { IWorkbookData } from "@univerjs/core";

import type { Book, ComputedBook, ComputedCell } from "@tallykit/sheet/book";
import { enginePlugin } from "./calculation.ts";
import { engineNames } from "./definedNames.ts";
import { patchIndex } from "./fasterIndex.ts";
import { functionPrefix, type HostedRow, hostFunction } from "./hostFunction.ts";
import {
  bothKept,
  type Calculated,
  keptAfter,
  keptBefore,
  type LastValues,
  withLastValues,
  withReasons,
} from "./keptFormulas.ts";
import { patchMonthEnds } from "./monthEnds.ts";
import { formulaSpeller, type PlacedSheet, placeSheet, usedRows } from "./placing.ts";
import { patchReferences } from "./spilledCells.ts";
import { spillFunctions } from "./spillFunctions.ts";
import { spillFunctionNames } from "./spillOperators.ts";
import { loadUniver } from "./univer.ts";

export { RecursiveNameError } from "./definedNames.ts";

/** What a calculation may be told. */
export interface CalculateOptions {
  /** Told how many formulas are done, of how many; a book that has to be calculated again begins again. */
  readonly onProgress?: (done: number, all: number) => void;
  /** The functions known as `TALLY.` and their id; those of the table if left out. */
  readonly functions?: readonly HostedRow[];
  /**
   * What the file last held for its formulas. A formula that the engine cannot calculate as Excel does is this value for
   * the formulas that read it.
   */
  readonly last?: LastValues;
  /** Whether the workbook counts days from 1904, which the engine's functions of dates cannot. */
  readonly from1904?: boolean;
  /** Told of each formula that was not calculated because its last value is kept. */
  readonly onKept?: (sheet: string, address: string) => void;
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
 * The engine keeps its caches for all of its workbooks, so that books are calculated one after the other. Of a formula
 * that it would get wrong, such as one that refers to another workbook, it makes an error in words.
 *
 * @throws {@link RecursiveNameError} where a formula uses a name that refers to itself
 */
export function calculate(book: Book, options: CalculateOptions = {}): Promise<ComputedBook> {
  const result = last.then(() => calculateWhatItCan(book, options));
  last = result.catch(() => undefined);
  return result;
}

/** The functions that the engine brings along, in upper case. */
export async function engineFunctions(): Promise<ReadonlySet<string>> {
  const { formula } = await loadUniver();
  const names = Array.from(formula.ALL_IMPLEMENTED_FUNCTIONS_SET, (name) => String(name).toUpperCase());
  return new Set([...names, ...Object.values(spillFunctionNames)]);
}

/** What the engine finds out on its way is told in its second round at the latest; the third is for what that changes. */
const mostRounds = 3;

async function calculateWhatItCan(book: Book, options: CalculateOptions): Promise<ComputedBook> {
  const { last: lastValues, onKept } = options;
  const ours = (options.functions ?? table).map(({ id }) => `${functionPrefix}${id}`);
  const functions = new Set([...(await engineFunctions()), ...ours]);
  let kept = keptBefore(book, { functions, from1904: options.from1904 === true }, lastValues);
  let computed: ComputedBook = { sheets: new Map() };
  for (let round = 0; round < mostRounds; round += 1) {
    const calculable = withLastValues(book, kept, lastValues);
    const calculated = await calculateAlone(calculable, options);
    ({ computed } = calculated);
    const more =
      lastValues === undefined ? new Map<string, never>() : keptAfter(calculable, calculated, lastValues);
    if (more.size === 0) break;
    kept = bothKept(kept, more);
  }
  for (const [sheet, reasons] of kept) {
    for (const address of reasons.keys()) {
      if (lastValues?.get(sheet)?.has(address) === true) onKept?.(sheet, address);
    }
  }
  return withReasons(book, computed, kept, lastValues);
}

async function calculateAlone(book: Book, options: CalculateOptions): Promise<Calculated> {
  const names = engineNames(book);
  const univer = await loadUniver();
  patchIndex(univer);
  patchReferences(univer);
  patchMonthEnds(univer);
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
      function: [
        ...(options.functions ?? table).map((row) => hostFunction(univer, row)),
        ...spillFunctions(univer, run.sheets),
      ],
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
  const isBlocked = new Map(
    sheets.map(({ name, formulas, run: { blocked } }) => [
      name,
      (address: string) => blocked.has(formulas.get(address)?.key ?? -1),
    ]),
  );
  return {
    computed: { sheets: new Map(sheets.map((sheet) => [sheet.name, resultsOf(sheet, unreadable)])) },
    isBlocked: (sheet, address) => isBlocked.get(sheet)?.(address) === true,
  };
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
