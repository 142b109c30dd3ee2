import { type Cell, isCellError, type ResultCell } from "@tallykit/sheet";
import type { Place } from "@tallykit/sheet/book";

import type { ReadCall } from "./readCall.ts";
import { type Language, shownValue } from "./shownValue.ts";
import { resultRows } from "./working.ts";

/** What a cell shows of a result. */
interface ShownResult {
  /** Which of the results. */
  readonly at: Place;
  /** What the cell shows. */
  readonly value: Cell;
  /** Whether the call is the whole formula. */
  readonly isWhole: boolean;
}

/** What the function answers, and where the cell shows something else. */
export function resultSentences(
  call: ReadCall,
  { at, value, isWhole }: ShownResult,
  language: Language,
): string[] {
  const rows = resultRows(call);
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  const own = rows[at.row]?.[at.column] ?? "";
  const zh = language === "zh";
  const sentences: string[] = [];
  if (height * width > 1) {
    sentences.push(
      zh
        ? `结果共 ${height} 行 ${width} 列，本单元格为第 ${at.row + 1} 行第 ${at.column + 1} 列。`
        : `The result has ${height} ${height === 1 ? "row" : "rows"} and ${width} ${width === 1 ? "column" : "columns"}; this cell is row ${at.row + 1}, column ${at.column + 1} of it.`,
    );
  }
  sentences.push(zh ? `结果：${shownResult(own, language)}。` : `Result: ${shownResult(own, language)}.`);
  if (isWhole && !isSame(own, value)) {
    sentences.push(
      zh
        ? `单元格现显示 ${shownValue(value, language)}，与此不同：数据变动后尚未重算，请重新计算（F9）。`
        : `The cell shows ${shownValue(value, language)} instead: it has not been calculated since its data changed; calculate again (F9).`,
    );
  }
  return sentences;
}

function shownResult(result: ResultCell, language: Language): string {
  if (!isCellError(result) || result.message === undefined) return shownValue(result, language);
  return `${result.error} (${result.message})`;
}

/** Programs differ in the last digits of a number. */
const tolerance = 1e-12;

function isSame(result: ResultCell, value: Cell): boolean {
  if (typeof result === "number" && typeof value === "number")
    return Math.abs(result - value) <= tolerance * Math.max(1, Math.abs(result));
  if (isCellError(result)) return isCellError(value) && value.error === result.error;
  return result === value || (result === "" && value === null);
}
