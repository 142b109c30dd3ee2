interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Changes to a text that do not overlap, collected in any order and made in one pass. */
export class TextEdits {
  readonly #edits: TextEdit[] = [];

  /** Puts `text` in the place of what stands from `start` to `end`. */
  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  /** Puts `text` before what stands at a place. */
  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** The text with all changes made; `from` and `to` limit what is given back. */
  apply(whole: string, from = 0, to: number = whole.length): string {
    const pieces: string[] = [];
    let at = from;
    // Sorting is stable: what is put at one place stays in the order it came.
    for (const { start, end, text } of this.#edits.sort((one, other) => one.start - other.start)) {
      pieces.push(whole.slice(at, start), text);
      at = end;
    }
    pieces.push(whole.slice(at, to));
    return pieces.join("");
  }
}
