import { WorkbookFileError } from "./workbookFileError.ts";

/** What may grow while a workbook is read, though the file that makes it grow is small. */
const limits = {
  cells: { most: 1_000_000, what: "cells that hold something" },
  names: { most: 20_000, what: "defined names" },
  sharedCharacters: { most: 16_000_000, what: "characters in shared formulas, written out" },
  tableCharacters: { most: 16_000_000, what: "characters in references to tables, written out" },
  arrayColumns: { most: 5_000_000, what: "columns in the ranges of array formulas" },
} as const;

/** The room that is left for all sheets of a workbook together. */
export class ReadingBudget {
  readonly #spent = new Map<string, number>();

  /** Takes some of the room; throws WorkbookFileError where there is not enough. */
  spend(kind: keyof typeof limits, amount: number): void {
    const spent = (this.#spent.get(kind) ?? 0) + amount;
    const { most, what } = limits[kind];
    if (spent > most)
      throw new WorkbookFileError(`the file holds more than ${most} ${what}, which is refused`);
    this.#spent.set(kind, spent);
  }
}
