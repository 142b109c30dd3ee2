import { type Area, type Place } from "@tallykit/sheet/book";
import { type ReadingBudget } from "./readingBudget.ts";

/**
 * Which cells lie inside the range of an array formula, for cells that come row by row.
 *
 * Only the last row of each column is kept, because a range reaches down from its formula.
 */
export class CoveredCells {
  readonly #lastRow = new Map<number, number>();
  readonly #budget: ReadingBudget;

  constructor(budget: ReadingBudget) {
    this.#budget = budget;
  }

  /** Notes the range of the formula that stands at its upper left. */
  cover({ first, last }: Area): void {
    this.#budget.spend("arrayColumns", last.column - first.column + 1);
    for (let column = first.column; column <= last.column; column += 1) {
      this.#lastRow.set(column, Math.max(last.row, this.#lastRow.get(column) ?? 0));
    }
  }

  /** Tells whether a cell that comes after the formulas noted lies in the range of one. */
  has({ row, column }: Place): boolean {
    return row <= (this.#lastRow.get(column) ?? 0);
  }
}
