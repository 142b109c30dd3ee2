import { exact, type Fraction, fraction, over, type PrintedRate } from "@tallykit/core";

import { type Cell, isCellError } from "../cell/cell.ts";
import { describe, isMissing, type Place, readNumber, whereIs } from "../cell/reading.ts";
import { PassedError, Refusal } from "../cell/refusal.ts";
import { cellParameter } from "./cells.ts";
import type { CellParameter, ParameterText } from "./parameter.ts";

/** A printed rate as a cell holds it: a fraction of one, or a percentage with its sign. */
export interface PrintedCell {
  /** The rate as a fraction of one. */
  readonly printed: Fraction;
  /** The decimals of a percentage that came as text; a number does not say how many it was printed with. */
  readonly ownDecimals: number | undefined;
}

/** What several functions say about a printed rate. */
export const printedText: ParameterText = {
  zhName: "公布值",
  en: 'The printed rate: a fraction such as 0.915, or text with a sign such as "91.50%", which brings its own decimals.',
  zh: "公布的比例：0.915 这样的小数，或“91.50%”这样带百分号的文本（小数位数随文本）。",
};

/** A percentage with its sign, once full-width forms are ordinary ones and spaces are gone. */
const percentage = /^([+-]?\d{0,100}(?:\.(\d{0,15}))?)%$/;

/** A cell with a printed rate. */
export function printedRate(text: ParameterText): CellParameter<PrintedCell> {
  return cellParameter(text, "anything", readPrinted);
}

/** Reads a printed rate: a number, or text with a per cent sign of either width. */
export function readPrinted(cell: Cell, place: Place): PrintedCell {
  if (isCellError(cell)) throw new PassedError(cell);
  const fromText = typeof cell === "string" ? percentageIn(cell) : undefined;
  if (fromText !== undefined) return fromText;
  if (typeof cell === "number" || isMissing(cell) || (typeof cell === "string" && place.numbersAsText)) {
    return { printed: readNumber(cell, place), ownDecimals: undefined };
  }
  const requirement = `a fraction such as 0.915 or text with a sign such as "91.5%" in ${whereIs(place)}`;
  throw new Refusal("#VALUE!", `${requirement}; found ${describe(cell)}`);
}

function percentageIn(text: string): PrintedCell | undefined {
  const plain = text.normalize("NFKC").replace(/\s/gu, "");
  const [, figure = "", decimals = ""] = percentage.exec(plain) ?? [];
  if (!/\d/.test(figure)) return undefined;
  return { printed: over(exact(figure), fraction(100n)), ownDecimals: decimals.length };
}

/** The printed rate with its decimals: its own, or those that were asked for. */
export function withDecimals({ printed, ownDecimals }: PrintedCell, decimals: number): PrintedRate {
  return { printed, decimals: ownDecimals ?? decimals };
}
