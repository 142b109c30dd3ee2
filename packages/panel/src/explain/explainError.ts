import { isCellError } from "@tallykit/sheet";
import { parseReference, type Place, toAddress, toReference } from "@tallykit/sheet/book";

import { parameterName } from "./callTables.ts";
import { errorTexts } from "./errorTexts.ts";
import type { ReadCall } from "./readCall.ts";
import { type Language, shownValue } from "./shownValue.ts";
import { rangeOf, resultRows } from "./working.ts";

/** What an error means and what to do, in sentences. */
export interface ToldError {
  /** What it means here. */
  readonly sentences: readonly string[];
  /** What to do. */
  readonly advice: readonly string[];
}

/** What an error means by itself. */
export function errorAlone(code: string, language: Language): ToldError {
  const text = errorTexts[code];
  if (text === undefined) return { sentences: [], advice: [] };
  return { sentences: [text.meaning[language]], advice: text.advice.map((each) => each[language]) };
}

/** What an error means in a cell with a call of ours. */
export function errorOfCall(
  code: string,
  { call, at, address }: { readonly call: ReadCall; readonly at: Place; readonly address: string },
  language: Language,
): ToldError {
  const told = errorAlone(code, language);
  const results = resultRows(call);
  const result = results[at.row]?.[at.column] ?? results[0]?.[0];
  if (isCellError(result) && result.error === code) {
    const source = inputWithError(code, call, language);
    return source === undefined
      ? { ...told, sentences: [...told.sentences, ...words(result.message, language)] }
      : { sentences: [...told.sentences, source.says], advice: [source.advice] };
  }
  const size = code === "#SPILL!" ? spillSentence(results, address, language) : undefined;
  if (size !== undefined) return { ...told, sentences: [...told.sentences, size] };
  const answer = isCellError(result)
    ? result.error
    : results.length > 1 || (results[0]?.length ?? 0) > 1
      ? ""
      : shownValue(result ?? null, language);
  return { ...told, sentences: [...told.sentences, elsewhereSentence(answer, language)] };
}

/** The function's own words, which are English. */
function words(message: string | undefined, language: Language): string[] {
  if (message === undefined) return [];
  return [language === "zh" ? `函数的说明（英文）：${message}` : `The function says: ${message}`];
}

function elsewhereSentence(answer: string, language: Language): string {
  if (language === "zh") {
    const found = answer === "" ? "可以得出结果" : `结果为 ${answer}`;
    return `按单元格现有的值，该函数${found}；错误可能出在公式的其他部分，或表格尚未重算。`;
  }
  const found = answer === "" ? "gives a result" : `gives ${answer}`;
  return `With the cells as they are now, the function ${found}; so the error comes from another part of the formula, or the sheet has not been calculated again.`;
}

/** How much room the result needs. */
function spillSentence(
  results: readonly (readonly unknown[])[],
  address: string,
  language: Language,
): string | undefined {
  const first = parseReference(address)?.first;
  const [rows, columns] = [results.length, results[0]?.length ?? 0];
  if (first === undefined || rows * columns < 2) return undefined;
  const last = { row: first.row + rows - 1, column: first.column + columns - 1 };
  const room = toReference({ first, last });
  return language === "zh"
    ? `结果有 ${rows} 行 ${columns} 列，需占用 ${room}。`
    : `The result has ${rows} rows and ${columns} columns and needs ${room} free.`;
}

/** The first cell that was read and shows the same error: the function hands it on. */
function inputWithError(
  code: string,
  call: ReadCall,
  language: Language,
): { readonly says: string; readonly advice: string } | undefined {
  for (const { name, argument, reference } of call.inputs) {
    for (const [row, cells] of rangeOf(argument).entries()) {
      const column = cells.findIndex((cell) => isCellError(cell) && cell.error === code);
      if (column === -1) continue;
      const first = reference === undefined ? undefined : parseReference(reference.address)?.first;
      const title = parameterName(call, name, language);
      const where =
        first === undefined ? title : toAddress({ row: first.row + row, column: first.column + column });
      return language === "zh"
        ? { says: `${where} 中已是 ${code}（参数“${title}”），函数原样传出。`, advice: `请先更正 ${where}。` }
        : {
            says: `${where} shows ${code} already (parameter ${title}); the function hands it on.`,
            advice: `Mend ${where} first.`,
          };
    }
  }
  return undefined;
}
