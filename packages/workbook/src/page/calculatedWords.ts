import { isCellError } from "@tallykit/sheet";
import type { ComputedBook } from "@tallykit/sheet/book";

import type { Words } from "./words.ts";

/** What a calculation came to: how many formulas there are, and how many cells show an error. */
export function calculatedWords({ calculated }: Words, { sheets }: ComputedBook): string {
  const results = Array.from(sheets.values(), (cells) => [...cells.values()]).flat();
  const shown = results.flatMap(({ value, spill = [[value]] }) => spill.flat());
  return calculated(results.length, shown.filter(isCellError).length);
}
