/** A number, with or without commas between thousands or a sign of per cent, as people type it. */
const numberText = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+|(?=\.\d))(?:\.\d*)?(?:[eE][+-]?\d{1,3})?%?$/;
/** What a spreadsheet keeps of a number; longer ones, and those that begin with 0, are numbers of things, not amounts. */
const mostDigits = 15;
const missingWords: ReadonlySet<string> = new Set(["", "-", "n/a", "缺"]);

/** Tells whether text is a number that was stored as text. */
export function isNumberText(text: string): boolean {
  const plain = plainText(text);
  return numberText.test(plain) && !/^[+-]?0\d/.test(plain) && plain.replace(/\D/g, "").length <= mostDigits;
}

/** Tells whether text says that a value is missing. */
export function isMissingWord(text: string): boolean {
  return missingWords.has(text.trim().toLowerCase());
}

/** Tells whether text begins as a formula does: not a number, a dash, a line of dashes, or an entry of a list. */
export function isFormulaText(text: string): boolean {
  return /^[=+\-@]\S/.test(text) && /[\p{L}\p{N}]/u.test(text) && !numberText.test(plainText(text));
}

function plainText(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "");
}
