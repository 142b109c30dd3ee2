import { isCellError } from "@tallykit/sheet";
import type { JSX } from "preact";

import type { BookView } from "./bookView.ts";
import type { Words } from "./words.ts";

/** What is told about the selected cell. */
export interface CellLineProps {
  readonly words: Words;
  readonly view: BookView;
  readonly sheet: string;
  readonly address: string;
  readonly shown: string;
}

/** The selected cell in words: what it shows, what is wrong with it, and its formula. */
export function CellLine({ words, view, sheet, address, shown }: CellLineProps): JSX.Element {
  const value = view.value(sheet, address);
  const formula = view.range(sheet, address)?.formulas[0]?.[0];
  const message = isCellError(value) ? value.message : undefined;
  return (
    <p class={isCellError(value) ? "cell wrong" : "cell"} role="status">
      {words.cell(address, shown)}
      {message !== undefined && <strong> {message}</strong>}
      {formula !== undefined && <code> {formula}</code>}
    </p>
  );
}
