import type { Book, ComputedBook } from "@tallykit/sheet/book";

import type { BookLook } from "../xlsx/cellLook.ts";
import type { BookEdits } from "../xlsx/editBook.ts";

/** An opened workbook: what it holds, how it looks, and what its formulas came to. */
export interface OpenedBook {
  readonly book: Book;
  readonly look: BookLook;
  readonly computed: ComputedBook;
}

/** A saved workbook. */
interface SavedBook {
  readonly bytes: Uint8Array;
  /** The cells whose formulas no file can hold, which were saved as text. */
  readonly asText: readonly string[];
}

/** What the worker is asked for, by the name of the work. */
export interface WorkerTasks {
  /** Opens a file and calculates it. */
  readonly open: { readonly given: Uint8Array; readonly answer: OpenedBook };
  /** Calculates a workbook. */
  readonly calculate: { readonly given: Book; readonly answer: ComputedBook };
  /** Writes edits into a file and the results of all formulas beside them. */
  readonly save: {
    readonly given: { readonly bytes: Uint8Array; readonly edits: BookEdits };
    readonly answer: SavedBook;
  };
}

/** The name of a piece of work. */
export type TaskName = keyof WorkerTasks;

/** What the page sends. */
export interface WorkerRequest<Name extends TaskName = TaskName> {
  readonly id: number;
  readonly task: Name;
  readonly given: WorkerTasks[Name]["given"];
}

/** What the worker sends: how far it is, an answer, or words on why there is none. */
export type WorkerReply =
  | { readonly id: number; readonly kind: "progress"; readonly done: number; readonly all: number }
  | { readonly id: number; readonly kind: "answer"; readonly answer: unknown }
  | { readonly id: number; readonly kind: "refusal"; readonly words: string; readonly isRefused: boolean };
