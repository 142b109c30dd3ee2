import type { Book, ComputedBook } from "@tallykit/sheet/book";
import {
  ICommandService,
  type ICommandInfo,
  type IExecutionOptions,
  type IWorkbookData,
  UniverInstanceType,
  type Workbook,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  FormulaExecutedStateType,
  FormulaExecuteStageType,
  type IExecutionInProgressParams,
  SetArrayFormulaDataMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
} from "@univerjs/engine-formula";

import type { BookEdits } from "../xlsx/editBook.ts";
import { BookView } from "./bookView.ts";
import type { Language } from "./functionDescriptions.ts";
import { gridBook, gridEdits } from "./gridBook.ts";
import { gridData } from "./gridData.ts";
import { gridResults } from "./gridResults.ts";
import { keepStructure, type Refused } from "./keptStructure.ts";
import { startUniver, type UniverSheet } from "./univerSheet.ts";
import type { OpenedBook } from "./workerMessages.ts";

/** What the grid asks and tells. */
export interface GridEvents {
  /** Calculates what the grid holds; nothing where it was not done. */
  readonly calculate: (book: Book) => Promise<ComputedBook | undefined>;
  /** Something was edited. */
  readonly onEdit: () => void;
  /** New results are shown. */
  readonly onResults: () => void;
  /** Something else is selected, or another sheet is in front. */
  readonly onSelect: () => void;
  /** A command was refused, since its effect could not be saved. */
  readonly onRefused: (refused: Refused) => void;
}

/** Mutations that change what cells hold, or which sheets there are. */
const contentMutations =
  /^sheet\.mutation\.(?:set-range-values|move-range|insert-(?:row|col|sheet)|remove-(?:rows|cols?|sheet)|move-(?:rows|cols?|columns)|set-worksheet-name|set-worksheet-order|set-numfmt|remove-numfmt|reorder-range)/;

/** How long edits are waited for before they are calculated, in milliseconds: pasting is many. */
const editPause = 60;

/** The grid with the workbook in it, as the page knows it. */
export class SheetGrid {
  /** The parts of the grid. */
  readonly sheet: UniverSheet;
  readonly #events: GridEvents;
  #opened: OpenedBook | undefined;
  #computed: ComputedBook = { sheets: new Map() };
  /** How often anything was edited, and how often when the results shown were made. */
  #edits = 0;
  #shown = 0;
  #books = 0;
  #isCalculating = false;
  #view: BookView | undefined;
  #waiting: (() => void)[] = [];

  private constructor(sheet: UniverSheet, events: GridEvents) {
    this.sheet = sheet;
    this.#events = events;
  }

  /** Starts the grid in an element. */
  static async start(
    container: HTMLElement,
    look: { readonly language: Language; readonly isDark: boolean },
    events: GridEvents,
  ): Promise<SheetGrid> {
    const started: { grid?: SheetGrid } = {};
    const onCalculationDue = (): void => {
      started.grid?.endOwnCalculation();
    };
    const sheet = await startUniver({ container, ...look, onCalculationDue });
    const grid = new SheetGrid(sheet, events);
    started.grid = grid;
    grid.#commands.onCommandExecuted((command, options) => {
      grid.#noteCommand(command, options);
    });
    return grid;
  }

  /** The facade of the grid. */
  get api(): FUniver {
    return this.sheet.api;
  }

  /** What the formulas came to when they were last calculated. */
  get computed(): ComputedBook {
    return this.#computed;
  }

  /** Whether results are shown for all that was edited. */
  get isCalculated(): boolean {
    return this.#shown === this.#edits;
  }

  /** Shows an opened workbook in the place of the one before. */
  async show(opened: OpenedBook): Promise<void> {
    const { univer, api } = this.sheet;
    const former = api.getActiveWorkbook()?.getId();
    this.#books += 1;
    [this.#opened, this.#edits, this.#shown] = [opened, 0, 0];
    const isFirst = former === undefined;
    univer.createUnit<IWorkbookData, Workbook>(
      UniverInstanceType.UNIVER_SHEET,
      gridData(`book-${this.#books}`, opened),
    );
    if (former !== undefined) {
      api.disposeUnit(former);
      // The grid forgets the former one's filled cells a moment later, and would forget the new ones' with them.
      await new Promise((resolve) => setTimeout(resolve));
    }
    if (isFirst) keepStructure(api, this.#events.onRefused);
    this.#showResults(opened.computed);
  }

  /** Brings a sheet to the front, where there is one of this name. */
  bringToFront(name: string): void {
    const workbook = this.api.getActiveWorkbook();
    const sheet = workbook?.getSheetByName(name);
    if (sheet !== undefined && sheet !== null) workbook?.setActiveSheet(sheet);
  }

  /** What the grid holds now. */
  book(): Book {
    return gridBook(this.sheet.univer.__getInjector(), this.workbook, this.#opened?.book.names ?? []);
  }

  /** What its cells hold and show. */
  view(): BookView {
    this.#view ??= new BookView(this.book(), this.#computed);
    return this.#view;
  }

  /** Comes true when the results shown are those of what the grid holds. */
  settled(): Promise<void> {
    return this.isCalculated ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** A number that is another one after every edit. */
  get version(): number {
    return this.#edits;
  }

  /** Takes over what is being typed into a cell. */
  async finishTyping(): Promise<void> {
    await this.api.getActiveWorkbook()?.endEditingAsync(true);
  }

  /** What has become of the opened workbook. */
  edits(): BookEdits {
    if (this.#opened === undefined) return { sheets: new Map(), added: [] };
    return gridEdits(this.workbook, { now: this.book(), before: this.#opened, computed: this.#computed });
  }

  /** The workbook of the grid. */
  get workbook(): Workbook {
    const workbook = this.api.getActiveWorkbook()?.getWorkbook();
    if (workbook === undefined) throw new Error("there is no workbook in the grid");
    return workbook;
  }

  /** Calculates, a moment after the last edit, until the results are those of what the grid holds. */
  async #calculate(): Promise<void> {
    if (this.#isCalculating) return;
    this.#isCalculating = true;
    while (!this.isCalculated) {
      await new Promise((resolve) => setTimeout(resolve, editPause));
      const [edits, books] = [this.#edits, this.#books];
      const computed = await this.#events.calculate(this.book());
      // Results of what was there before would overwrite what people typed since.
      if (edits !== this.#edits || books !== this.#books) continue;
      this.#shown = edits;
      if (computed !== undefined) this.#showResults(computed);
    }
    this.#isCalculating = false;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #showResults(computed: ComputedBook): void {
    this.#computed = computed;
    this.#view = undefined;
    const { workbook } = this;
    const results = gridResults(workbook.getUnitId(), computed, (name) =>
      workbook.getSheetBySheetName(name)?.getSheetId(),
    );
    for (const [id, rows] of results.lastRows) {
      const config = workbook.getSheetBySheetId(id)?.getConfig();
      if (config !== undefined && config.rowCount < rows) config.rowCount = rows;
    }
    const local = { onlyLocal: true } as const;
    this.#commands.syncExecuteCommand(SetArrayFormulaDataMutation.id, results.filled, local);
    this.#commands.syncExecuteCommand(SetFormulaCalculationResultMutation.id, results.values, local);
    this.#events.onResults();
  }

  /**
   * Lets the grid know that its own calculation is over, or it would collect what it has yet to calculate for ever.
   *
   * It is told of a beginning as well: at an end without one it shows that it is done.
   */
  endOwnCalculation(): void {
    const stageInfo: IExecutionInProgressParams = {
      stage: FormulaExecuteStageType.START,
      totalFormulasToCalculate: 0,
      completedFormulasCount: 0,
      totalArrayFormulasToCalculate: 0,
      completedArrayFormulasCount: 0,
      formulaCycleIndex: 0,
    };
    for (const told of [{ stageInfo }, { functionsExecutedState: FormulaExecutedStateType.SUCCESS }]) {
      this.#commands.syncExecuteCommand(SetFormulaCalculationNotificationMutation.id, told, {
        onlyLocal: true,
      });
    }
  }

  get #commands(): ICommandService {
    return this.sheet.univer.__getInjector().get(ICommandService);
  }

  #noteCommand({ id }: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (id === "sheet.operation.set-selections" || id === "sheet.operation.set-worksheet-active")
      this.#events.onSelect();
    if (options?.onlyLocal === true || options?.["fromFormula"] === true || !contentMutations.test(id))
      return;
    this.#edits += 1;
    this.#view = undefined;
    this.#events.onEdit();
    void this.#calculate();
  }
}
