/** A text in both languages. */
export interface BothLanguages {
  readonly en: string;
  readonly zh: string;
}

/** A row of a table that the page shows below the sheet. */
export interface ServedRow {
  /** Its cells, from left to right. */
  readonly cells: readonly string[];
  /** Whether rows that belong to it follow. */
  readonly isHead?: boolean;
}

/** A table that the page shows below the sheet, in one language. */
export interface ServedTable {
  /** What it shows. */
  readonly title: string;
  /** What it comes to, in a sentence. */
  readonly summary: string;
  /** The titles of its columns. */
  readonly titles: readonly string[];
  /** The columns that hold numbers, from 0. */
  readonly numbers: readonly number[];
  /** Its rows. */
  readonly rows: readonly ServedRow[];
}

/** What the browser sheet is served with. */
export interface ServedSheet {
  /** The name of the file in front; empty for a new one. */
  readonly name: string;
  /** Its bytes. */
  readonly bytes: Uint8Array;
  /** The name of the sheet in front in each language; the first one if left out. */
  readonly front?: BothLanguages;
  /** A table that is part of the page itself, in both languages. */
  readonly table?: { readonly en: ServedTable; readonly zh: ServedTable };
  /** The language of the page; what the browser asks for if left out. */
  readonly language?: "en" | "zh";
}
