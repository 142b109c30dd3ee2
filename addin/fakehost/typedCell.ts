/** A cell of the fake workbook. */
export interface FakeCell {
  readonly value: string | number | boolean;
  readonly formula?: string;
}

const errorText = /^#(N\/A|VALUE!|DIV\/0!|NUM!|REF!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|BUSY!)$/;

/**
 * What a cell holds after something was typed into it, the way Excel takes it in English: text that looks like a number,
 * a day, a share, a truth value or a formula becomes one, unless an apostrophe stands before it.
 */
export function typedCell(typed: unknown): FakeCell | undefined {
  if (typed === "" || typed === null || typed === undefined) return undefined;
  if (typeof typed !== "string") return { value: typeof typed === "boolean" ? typed : Number(typed) };
  if (typed.startsWith("'")) return { value: typed.slice(1) };
  const number = numberOf(typed);
  if (number !== undefined) return { value: number };
  if (/^[=+\-@]/.test(typed)) return { value: 0, formula: `=${typed.replace(/^[=@]/, "")}` };
  if (/^(true|false)$/i.test(typed)) return { value: typed.toLowerCase() === "true" };
  return { value: typed };
}

function numberOf(typed: string): number | undefined {
  const plain = typed.trim().replaceAll(",", "");
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return Number(plain);
  if (/^[+-]?\d+(\.\d+)?\s?%$/.test(plain)) return Number.parseFloat(plain) / 100;
  // A month and a day, or a year, a month and a day; which serial number it is does not matter here.
  return /^\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?$/.test(plain) ? 45_000 : undefined;
}

/** The kind of value, as Excel names it. */
export function valueTypeOf(cell: FakeCell | undefined): string {
  if (cell === undefined) return "Empty";
  if (typeof cell.value === "string") return errorText.test(cell.value) ? "Error" : "String";
  return typeof cell.value === "boolean" ? "Boolean" : "Double";
}
