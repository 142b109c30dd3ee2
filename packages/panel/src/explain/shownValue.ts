import {
  CalculationError,
  dateOfSerial,
  decimalsOf,
  decimalText,
  exactText,
  type Fraction,
  fraction,
  over,
  round,
  times,
} from "@tallykit/core";
import { type Cell, isCellError, type Texts } from "@tallykit/sheet";

/** The language that an explanation is written in. */
export type Language = keyof Texts;

const longestText = 40;
const tableDecimals = 6;
/** A cell keeps fifteen significant digits. */
const cellDigits = 15;

/** What a cell holds, as an explanation writes it. */
export function shownValue(cell: Cell, language: Language): string {
  if (cell === null || cell === "") return language === "zh" ? "空白" : "blank";
  if (isCellError(cell)) return cell.error;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number") return shownNumber(cell);
  const characters = Array.from(cell.replace(/\s+/gu, " "));
  const short = characters.length > longestText ? `${characters.slice(0, longestText).join("")}…` : cell;
  return language === "zh" ? `“${short}”` : `"${short}"`;
}

/** What stands in a cell of a table: texts without quotes, nothing for a blank, numbers to six decimals. */
export function shownCell(cell: Cell): string {
  if (cell === null || typeof cell === "string") return cell ?? "";
  if (typeof cell === "number") return shownNumber(Number(cell.toFixed(tableDecimals)));
  return shownValue(cell, "en");
}

/** A number with the digits that a cell keeps. */
export function shownNumber(value: number): string {
  return String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(cellDigits)));
}

/** The day of a serial number, as ISO 8601 writes it; the number itself where it is none. */
export function shownDate(cell: Cell, language: Language): string {
  if (typeof cell !== "number") return shownValue(cell, language);
  try {
    return dateOfSerial(cell);
  } catch (error) {
    if (error instanceof CalculationError) return shownNumber(cell);
    throw error;
  }
}

/** An exact number as a decimal: in full where it has no more decimals, else its first ones and three dots. */
export function shownExactly(value: Fraction, decimals: number): string {
  const full = decimalsOf(value);
  if (full !== undefined && full <= decimals) return exactText(value);
  const scale = fraction(10n ** BigInt(decimals));
  // Cut, not rounded: digits before dots are to be those of the number.
  const cut = over(fraction(round(times(value, scale), "toward-zero")), scale);
  return `${decimalText(cut, decimals)}…`;
}

/** A share in per cent, as {@link shownExactly} writes it. */
export function shownPercent(share: Fraction, decimals = 6): string {
  return `${shownExactly(times(share, fraction(100n)), decimals)}%`;
}

/** An exact number as a fraction in lowest terms; a whole number as it is. */
export function shownFraction({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}
