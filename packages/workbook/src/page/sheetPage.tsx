import { type MountedPanel, mountPanel, type SheetChart } from "@tallykit/panel";
import type { Book, ComputedBook } from "@tallykit/sheet/book";

import { emptyBook } from "../xlsx/emptyBook.ts";
import { zipLimits } from "../xlsx/zipLimits.ts";
import type { BookWork } from "./bookWork.ts";
import { calculatedWords } from "./calculatedWords.ts";
import { downloadFile } from "./downloadFile.ts";
import type { Language } from "./functionDescriptions.ts";
import { GridHost } from "./gridHost.ts";
import { PageHead } from "./pageHead.tsx";
import { focusFirst, letKeysChangeRegions } from "./regionKeys.ts";
import { renderSelection, type SelectionElements } from "./renderSelection.tsx";
import { SheetGrid } from "./sheetGrid.ts";
import type { OpenedBook } from "./workerMessages.ts";

/** The elements of the page that it fills. */
export interface PageElements extends SelectionElements {
  readonly header: Element;
  readonly grid: HTMLElement;
  readonly panel: Element;
}

/** The file that the page shows. */
interface PageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How long selections are waited for before what goes with them is shown, in milliseconds. */
const selectionPause = 80;

/** The page: a workbook in the grid, what is told about it, and the panel beside it. */
export class SheetPage {
  readonly #elements: PageElements;
  readonly #work: BookWork;
  readonly #head: PageHead;
  readonly #charts = new Map<string, readonly SheetChart[]>();
  #grid: SheetGrid | undefined;
  #host: GridHost | undefined;
  #panel: MountedPanel | undefined;
  #file: PageFile = { name: "", bytes: new Uint8Array() };
  #isSelectionDue = false;

  constructor(elements: PageElements, work: BookWork, language: Language) {
    this.#elements = elements;
    this.#work = work;
    this.#head = new PageHead(elements.header, language, {
      onOpen: (file) => void this.open(file),
      onSave: () => void this.save(),
      onUndo: () => void this.#grid?.api.undo(),
      onRedo: () => void this.#grid?.api.redo(),
      onLanguage: () => void this.#changeLanguage(),
      onStop: () => {
        this.#work.stop(this.#head.words.stopped);
      },
    });
    letKeysChangeRegions(regionsOf(elements));
    addEventListener("beforeunload", (event) => {
      if (this.#head.isEdited) event.preventDefault();
    });
  }

  /** The grid, once there is one. */
  get grid(): SheetGrid | undefined {
    return this.#grid;
  }

  /** Starts the page with a file, and a sheet of it in front: the grid is made while the file is read and calculated. */
  async start(file: PageFile, front = ""): Promise<void> {
    this.#head.tell(this.#head.words.loading, "work");
    const opening = this.#work.ask("open", file.bytes, this.#onProgress);
    // Told below, after the grid, which takes longer.
    opening.catch(() => undefined);
    const grid = await this.#startGrid();
    this.#host = new GridHost(grid, (sheetId, charts) => this.#charts.set(sheetId, charts));
    try {
      await this.#show(grid, file, await opening);
      this.#head.tell(calculatedWords(this.#head.words, grid.computed), "told");
    } catch (error) {
      const bytes = emptyBook();
      await this.#show(grid, { name: "", bytes }, await this.#work.ask("open", bytes));
      this.#head.tell(this.#head.words.refusedFile(file.name, reasonOf(error)), "problem");
    }
    grid.bringToFront(front);
    await grid.sheet.drawn();
    this.#grid = grid;
    this.#head.show({ isReady: true });
    this.#mountPanel();
    this.#showSelection();
  }

  /** Opens a file that somebody chose; what is shown stays where the file is refused. */
  async open(file: File): Promise<void> {
    const { words } = this.#head;
    const grid = this.#grid;
    if (grid === undefined || (this.#head.isEdited && !confirm(words.replaceUnsaved))) return;
    if (file.size > zipLimits.fileBytes) {
      this.#head.tell(words.refusedFile(file.name, words.tooLarge), "problem");
      return;
    }
    this.#head.tell(words.reading(file.name), "work");
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await this.#show(
        grid,
        { name: file.name, bytes },
        await this.#work.ask("open", bytes, this.#onProgress),
      );
      this.#head.tell(calculatedWords(this.#head.words, grid.computed), "told");
    } catch (error) {
      this.#head.tell(words.refusedFile(file.name, reasonOf(error)), "problem");
    }
  }

  /** Saves the file with what was edited, as a download. */
  async save(): Promise<void> {
    const { words } = this.#head;
    const grid = this.#grid;
    if (grid === undefined) return;
    this.#head.tell(words.saving, "work");
    try {
      await grid.finishTyping();
      await grid.settled();
      const { version } = grid;
      const edits = grid.edits();
      const { bytes, asText } = await this.#work.ask(
        "save",
        { bytes: this.#file.bytes, edits },
        this.#onProgress,
      );
      const name = this.#file.name === "" ? words.newName : this.#file.name;
      downloadFile(name, bytes);
      if (grid.version === version) this.#head.show({ isEdited: false });
      const hasCharts = edits.added.length > 0 && this.#charts.size > 0;
      const told = [
        words.saved(name),
        ...(hasCharts ? [words.savedWithoutCharts] : []),
        ...(asText.length === 0 ? [] : [words.savedAsText(asText.join(", "))]),
      ];
      this.#head.tell(told.join(" "), asText.length === 0 ? "told" : "problem");
    } catch (error) {
      this.#head.tell(words.refusedSave(reasonOf(error)), "problem");
    }
  }

  /** Tells of a failure that nobody expected. */
  tellFailure(error: unknown): void {
    this.#head.tell(this.#head.words.failed(reasonOf(error)), "problem");
  }

  async #startGrid(): Promise<SheetGrid> {
    const isDark = matchMedia("(prefers-color-scheme: dark)");
    const look = { language: this.#head.language, isDark: isDark.matches };
    const grid = await SheetGrid.start(this.#elements.grid, look, {
      calculate: (book) => this.#calculate(book),
      onEdit: () => {
        if (!this.#head.isEdited) this.#head.show({ isEdited: true });
      },
      onResults: this.#showSelection,
      onSelect: this.#showSelection,
      onRefused: (refused) => {
        const { structureKept, looksKept } = this.#head.words;
        this.#head.tell(refused === "structure" ? structureKept : looksKept, "problem");
      },
    });
    isDark.addEventListener("change", () => {
      grid.sheet.setDark(isDark.matches);
    });
    return grid;
  }

  async #show(grid: SheetGrid, file: PageFile, opened: OpenedBook): Promise<void> {
    this.#file = file;
    this.#charts.clear();
    await grid.show(opened);
    this.#head.show({ fileName: file.name, isEdited: false });
    this.#showSelection();
  }

  async #calculate(book: Book): Promise<ComputedBook | undefined> {
    try {
      const computed = await this.#work.ask("calculate", book, this.#onProgress);
      this.#head.endWork();
      return computed;
    } catch (error) {
      this.#head.tell(this.#head.words.notCalculated(reasonOf(error)), "problem");
      return undefined;
    }
  }

  readonly #onProgress = (done: number, all: number): void => {
    if (done > 0 && done < all) this.#head.tellWork(this.#head.words.calculating(done, all));
  };

  async #changeLanguage(): Promise<void> {
    const language = this.#head.language === "en" ? "zh" : "en";
    this.#head.language = language;
    this.#head.tell("", "told");
    document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
    for (const part of document.querySelectorAll<HTMLElement>("[data-language]")) {
      part.hidden = part.dataset["language"] !== language;
    }
    await this.#grid?.sheet.setLanguage(language);
    this.#mountPanel();
    this.#showSelection();
  }

  #mountPanel(): void {
    this.#panel?.unmount();
    const { language } = this.#head;
    if (this.#host !== undefined)
      this.#panel = mountPanel(this.#elements.panel, { host: this.#host, language });
  }

  /** Shows what goes with the selection, once for all that happens in a moment. */
  readonly #showSelection = (): void => {
    if (this.#isSelectionDue) return;
    this.#isSelectionDue = true;
    setTimeout(() => {
      this.#isSelectionDue = false;
      if (this.#grid === undefined) return;
      renderSelection(this.#elements, this.#grid, {
        language: this.#head.language,
        chartsOf: (sheetId) => this.#charts.get(sheetId) ?? [],
      });
      this.#host?.tellSelection();
    }, selectionPause);
  };
}

/** The parts of the page that F6 goes through. */
function regionsOf({ header, grid, panel }: PageElements): Parameters<typeof letKeysChangeRegions>[0] {
  const toFirst = (element: Element): { readonly element: Element; readonly focus: () => void } => ({
    element,
    focus: () => {
      focusFirst(element);
    },
  });
  // The grid takes keys where cells are typed into.
  const toGrid = (): void => grid.querySelector<HTMLElement>('[contenteditable][id$="DOCS_NORMAL"]')?.focus();
  return [toFirst(header), { element: grid, focus: toGrid }, toFirst(panel)];
}

/** Why something was not done, as the end of a sentence. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
}
