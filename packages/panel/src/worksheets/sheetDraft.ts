import type { Texts } from "@tallykit/sheet";
import { parseAddress, toAddress } from "@tallykit/sheet/book";

import type { CellLook, WorkedCell } from "./workedSheet.ts";

/** What a cell may be given besides its content. */
type Dress = Omit<WorkedCell, "content">;

/** The content of a cell; texts come in both languages. */
type Content = WorkedCell["content"] | Texts;

/** A worked sheet while it is written: cells by address, in one language. */
export class SheetDraft {
  /** The cells so far. */
  readonly cells: Map<string, WorkedCell> = new Map<string, WorkedCell>();
  readonly #language: keyof Texts;

  constructor(language: keyof Texts) {
    this.#language = language;
  }

  /** The text in the sheet's language. */
  text(texts: Texts): string {
    return texts[this.#language];
  }

  /** Puts one cell. */
  put(address: string, content: Content, dress: Dress = {}): void {
    const isTexts = typeof content === "object" && content !== null;
    this.cells.set(address, { content: isTexts ? this.text(content) : content, ...dress });
  }

  /** Puts cells from left to right. */
  row(address: string, contents: readonly Content[], dress: Dress = {}): void {
    for (const [index, content] of contents.entries()) this.put(shifted(address, 0, index), content, dress);
  }

  /** Puts cells from top to bottom. */
  column(address: string, contents: readonly Content[], dress: Dress = {}): void {
    for (const [index, content] of contents.entries()) this.put(shifted(address, index, 0), content, dress);
  }

  /** The title and the note under it. */
  heading(title: Texts, note: Texts): void {
    this.put("A1", title, { look: "title" });
    this.put("A2", note, { look: "note" });
  }

  /**
   * A formula whose result fills several cells, with a number format for each column.
   *
   * With titles its first row looks like one; with a total its last one does.
   */
  spill(
    address: string,
    formula: string,
    fill: {
      readonly rows: number;
      readonly columns: number;
      readonly formats?: readonly (string | undefined)[];
      readonly hasTitles?: boolean;
      readonly hasTotal?: boolean;
    },
  ): void {
    const { rows, columns, formats = [], hasTitles = false, hasTotal = false } = fill;
    for (let row = 0; row < rows; row += 1) {
      const isTitle = hasTitles && row === 0;
      const look: CellLook = isTitle ? "header" : hasTotal && row === rows - 1 ? "total" : "result";
      for (let column = 0; column < columns; column += 1) {
        const format = isTitle ? undefined : formats[column];
        const dress = { look, ...(format === undefined ? {} : { format }) };
        const isFirst = row === 0 && column === 0;
        this.put(shifted(address, row, column), isFirst ? formula : null, {
          ...dress,
          ...(isFirst ? { spill: { rows, columns } } : {}),
        });
      }
    }
  }
}

/** The address so many rows below and columns to the right of another. */
export function shifted(address: string, rows: number, columns: number): string {
  const place = parseAddress(address) ?? { row: 1, column: 1 };
  return toAddress({ row: place.row + rows, column: place.column + columns });
}
