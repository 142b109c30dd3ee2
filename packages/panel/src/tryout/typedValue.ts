import type { Cell } from "@tallykit/sheet";

import { readTypedArgument } from "../formula/readTypedArgument.ts";

const numeric = /^[+-]?[0-9.,]+(?:[eE][+-]?[0-9]+)?%?$/;

/** What a cell holds once something was typed into it: a number, a date as its serial number, yes or no, or text. */
export function typedValue(text: string): Cell {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  // An apostrophe keeps what looks like a number as text, as spreadsheets have it.
  if (text.startsWith("'")) return text.slice(1);
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return upper === "TRUE";
  for (const takes of ["date", "number"] as const) {
    if (takes === "number" && !numeric.test(trimmed)) continue;
    const read = readTypedArgument(trimmed, { takes, shape: "cell" });
    if (read.kind === "value" && typeof read.value === "number") return read.value;
  }
  return text;
}
