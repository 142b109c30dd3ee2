import type { Cell } from "@tallykit/sheet";
import {
  type Area,
  columnLetters,
  parseReference,
  type Place,
  toAddress,
  toReference,
} from "@tallykit/sheet/book";

import type { RangeReference, SheetHost, SheetRange } from "../host/sheetHost.ts";
import { type Language, sayIn } from "../texts/texts.ts";
import { sampleTable } from "./sampleTable.ts";
import { contentText } from "./contentText.ts";
import { evaluateGrid, gridLimits, placesOf, type ShownCell, valuesOf } from "./evaluateGrid.ts";

/** How large the grid is when nothing is in it. */
const firstSize = { rows: 12, columns: 6 } as const;

/** The panel's own small grid, which stands in where there is no spreadsheet. */
export class TryoutHost implements SheetHost {
  readonly kind = "tryout";
  readonly namespace = "TALLY";
  /** The name of its one sheet. */
  readonly sheet: string;
  readonly #say: ReturnType<typeof sayIn>;
  #contents: ReadonlyMap<string, string> = new Map();
  #shown: ReadonlyMap<string, ShownCell> = new Map();
  #selection: Area = { first: { row: 1, column: 1 }, last: { row: 1, column: 1 } };
  readonly #listeners = new Set<() => void>();
  readonly #selectionListeners = new Set<() => void>();

  constructor(language: Language) {
    this.#say = sayIn(language);
    this.sheet = this.#say("tryoutSheet");
  }

  /** What was typed into a cell. */
  contentOf(address: string): string {
    return this.#contents.get(address) ?? "";
  }

  /** What a cell shows. */
  shownAt(address: string): ShownCell | undefined {
    return this.#shown.get(address);
  }

  /** The selected cells. */
  get selection(): Area {
    return this.#selection;
  }

  /** How many rows and columns are shown: those in use, one beyond, and never fewer than at the beginning. */
  get size(): { readonly rows: number; readonly columns: number } {
    const places = [...this.#shown.keys()].flatMap((address) => parseReference(address)?.last ?? []);
    const [rows, columns] = [places.map(({ row }) => row + 1), places.map(({ column }) => column + 1)];
    return {
      rows: Math.min(gridLimits.rows, Math.max(firstSize.rows, ...rows)),
      columns: Math.min(gridLimits.columns, Math.max(firstSize.columns, ...columns)),
    };
  }

  /** Types texts into cells, the upper left corner at a place; throws in words where they do not fit. */
  type(first: Place, rows: readonly (readonly string[])[]): RangeReference {
    const columns = Math.max(1, ...rows.map((row) => row.length));
    const area = { first, last: { row: first.row + rows.length - 1, column: first.column + columns - 1 } };
    if (area.last.row > gridLimits.rows || area.last.column > gridLimits.columns) {
      const place = `${columnLetters(gridLimits.columns)}${gridLimits.rows}`;
      throw new Error(this.#say("tryoutFull", { place }));
    }
    const contents = new Map(this.#contents);
    for (const [row, cells] of rows.entries()) {
      for (const [column, text] of cells.entries()) {
        const address = toAddress({ row: first.row + row, column: first.column + column });
        if (text === "") contents.delete(address);
        else contents.set(address, text);
      }
    }
    this.#fill(contents);
    return { sheet: this.sheet, address: toReference(area) };
  }

  /** Empties cells, or all of them. */
  clear(area?: Area): void {
    const gone = new Set(area === undefined ? this.#contents.keys() : placesOf(area).map(toAddress));
    this.#fill(new Map([...this.#contents].filter(([address]) => !gone.has(address))));
  }

  /** Puts in the data of an example and a formula that reads it. */
  putSample(language: Language): void {
    const { headings, rows, formula } = sampleTable(language);
    this.clear();
    this.type({ row: 1, column: 1 }, [headings, ...rows.map((row) => row.map(contentText))]);
    this.type({ row: rows.length + 3, column: 1 }, [[formula]]);
  }

  /** Selects cells. */
  selectArea(area: Area): void {
    this.#selection = area;
    for (const listener of [...this.#selectionListeners, ...this.#listeners]) listener();
  }

  /** Calls the listener whenever a cell or the selection changes; the result ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly readSelection = (): Promise<SheetRange> =>
    this.readRange({ address: toReference(this.#selection) });

  readonly readRange = ({ sheet, address }: RangeReference): Promise<SheetRange> => {
    const area = parseReference(address);
    if (area === undefined || (sheet !== undefined && sheet !== this.sheet)) {
      return Promise.reject(
        new Error(`There is no ${sheet === undefined ? address : `${sheet}!${address}`}.`),
      );
    }
    const width = area.last.column - area.first.column + 1;
    const texts = placesOf(area).map((place) => this.contentOf(toAddress(place)));
    const formulas = texts.map((text) => (text.startsWith("=") ? text : undefined));
    return Promise.resolve({
      sheet: this.sheet,
      address,
      values: valuesOf(this.#shown, address),
      formulas: Array.from({ length: formulas.length / width }, (_, row) =>
        formulas.slice(row * width, (row + 1) * width),
      ),
    });
  };

  readonly writeAtSelection = (rows: readonly (readonly Cell[])[]): Promise<RangeReference> => {
    try {
      return Promise.resolve(
        this.type(
          this.#selection.first,
          rows.map((row) => row.map(contentText)),
        ),
      );
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };

  readonly insertSheet = (): Promise<string> =>
    Promise.reject(new Error("The try-out grid has one sheet only."));

  readonly select = ({ address }: RangeReference): Promise<void> => {
    const area = parseReference(address);
    if (area !== undefined) this.selectArea(area);
    return Promise.resolve();
  };

  readonly onSelectionChange = (listener: () => void): (() => void) => {
    this.#selectionListeners.add(listener);
    return () => this.#selectionListeners.delete(listener);
  };

  #fill(contents: ReadonlyMap<string, string>): void {
    this.#contents = contents;
    this.#shown = evaluateGrid(contents, {
      onlyOurs: this.#say("tryoutOnlyOurs"),
      circle: this.#say("tryoutCircle"),
      noRoom: (place) => this.#say("tryoutNoRoom", { place }),
    });
    for (const listener of [...this.#selectionListeners, ...this.#listeners]) listener();
  }
}
