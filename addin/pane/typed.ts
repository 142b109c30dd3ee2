import { type Cell, isCellError } from "@tallykit/sheet";

/** Words of letters only, which Excel leaves as they are in every language; others it may take for a number or a day. */
const plainWords = /^\p{L}[^\d]*$/u;

/** What Excel is given so that a cell holds a value, and nothing that Excel makes of it. */
function typedValue(value: Cell): string | number | boolean {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value !== "string" || value === "") return value;
  const isPlain = plainWords.test(value) && !/^(true|false)$/i.test(value);
  // An apostrophe before it makes it text, and is no part of it.
  return isPlain ? value : `'${value}`;
}

/** What Excel is given for a value or a formula: text that begins with an equals sign is a formula. */
export function typedContent(content: Cell): string | number | boolean {
  return typeof content === "string" && content.startsWith("=") ? content : typedValue(content);
}
