import type { Cell, Texts } from "@tallykit/sheet";
import type { Place } from "@tallykit/sheet/book";

import type { SheetHost, SheetRange } from "../host/sheetHost.ts";
import { inputsTable } from "./callTables.ts";
import { errorCodeOf } from "./errorTexts.ts";
import { errorAlone, errorOfCall } from "./explainError.ts";
import type { Explanation } from "./explanation.ts";
import { fillingFormula } from "./fillingFormula.ts";
import { isRead, type ReadCall, readCall, type UnreadArgument } from "./readCall.ts";
import { resultSentences } from "./resultSentences.ts";
import { rowLabels } from "./rowLabels.ts";
import { type Language, shownValue } from "./shownValue.ts";
import { inputPlace } from "./working.ts";
import { workings } from "./workings.ts";
import { unknownCalls, type WrittenCall, writtenCalls } from "./writtenCalls.ts";

/** What is asked about a cell. */
export interface CellQuestion {
  /** The cell: a range of one. */
  readonly range: SheetRange;
  /** The spreadsheet it is in. */
  readonly host: SheetHost;
  /** The language to answer in. */
  readonly language: keyof Texts;
}

/**
 * Explains a cell: the working of our function in it, what an error means there, or why nothing can be said.
 *
 * Where calls stand inside one another, the innermost one that can be read without calculating is explained. A cell
 * without a formula may be filled by one above it or to its left, which is then explained for that cell.
 *
 * Rejects only where the spreadsheet does.
 */
export async function explainCell(question: CellQuestion): Promise<Explanation> {
  const { range, host } = question;
  const value = range.values[0]?.[0] ?? null;
  const formula = range.formulas[0]?.[0];
  if (formula === undefined) return explainWithoutFormula(question, value);
  const calls = writtenCalls(formula, host.namespace);
  if (calls.length === 0) return explainOther(question, formula, value);
  let unread: { readonly written: WrittenCall; readonly argument: UnreadArgument } | undefined;
  for (const written of calls) {
    const call = await readCall(written, range.sheet, host);
    const at = { row: 0, column: 0 };
    if (isRead(call)) return explainCall(question, { written, call, at, address: range.address, value });
    unread ??= { written, argument: call };
  }
  return unread === undefined
    ? explainOther(question, formula, value)
    : explainUnread(question, { ...unread, formula, value });
}

interface FoundCall {
  readonly written: WrittenCall;
  readonly call: ReadCall;
  /** Which of its results the cell shows. */
  readonly at: Place;
  /** Where the formula is. */
  readonly address: string;
  readonly value: Cell;
}

async function explainCall({ range, host, language }: CellQuestion, found: FoundCall): Promise<Explanation> {
  const { written, call, at, address, value } = found;
  const title = `${range.address} · ${written.name}`;
  const opening = [call.row.summary[language], ...placeSentences(found, range.address, language)];
  const code = errorCodeOf(value);
  if (code !== undefined) {
    const told = errorOfCall(code, { call, at, address }, language);
    const table = inputsTable(call, language);
    return { title, sentences: [...opening, ...told.sentences], table, advice: told.advice };
  }
  const labels = await rowLabels(call, host);
  const working = workings[call.row.id]?.({ call, at: inputPlace(call, at), language, labels });
  const result = resultSentences(call, { at, value, isWhole: written.isWhole }, language);
  return {
    title,
    sentences: [...opening, ...(working?.sentences ?? []), ...result],
    table: working?.table ?? inputsTable(call, language),
  };
}

/** That the call is a part of its formula, or that its formula is in another cell. */
function placeSentences({ written, address }: FoundCall, cell: string, language: Language): string[] {
  if (address !== cell) {
    return [
      language === "zh"
        ? `本单元格没有自己的公式，由 ${address} 的公式填入。`
        : `This cell has no formula of its own: the one in ${address} fills it.`,
    ];
  }
  if (written.isWhole) return [];
  return [
    language === "zh"
      ? `${written.name} 只是公式的一部分；以下说明的是这一部分。`
      : `${written.name} is one part of the formula; what follows explains that part.`,
  ];
}

async function explainWithoutFormula(question: CellQuestion, value: Cell): Promise<Explanation> {
  const { range, host, language } = question;
  const filling = value === null || value === "" ? undefined : await fillingFormula(range, host);
  if (filling !== undefined) return explainCall(question, { ...filling, value });
  const code = errorCodeOf(value);
  const shown = shownValue(value, language);
  const told = code === undefined ? { sentences: [] } : errorAlone(code, language);
  const isBlank = value === null || value === "";
  const plain = isBlank
    ? { en: "This cell is blank; there is nothing to explain.", zh: "本单元格为空白，没有可说明的内容。" }
    : {
        en: `This cell holds ${shown} and has no formula of its own: it was typed in, or another program's formula fills it from above or from the left.`,
        zh: `本单元格的内容为 ${shown}，没有自己的公式：可能是直接输入的，也可能由上方或左侧的其他公式填入。`,
      };
  return { title: range.address, ...told, sentences: [plain[language], ...told.sentences] };
}

/** A formula without a call of ours. */
function explainOther({ range, host, language }: CellQuestion, formula: string, value: Cell): Explanation {
  const code = errorCodeOf(value);
  const told = code === undefined ? { sentences: [] } : errorAlone(code, language);
  const unknown = unknownCalls(formula, host.namespace);
  const names = unknown.join(language === "zh" ? "、" : ", ");
  const sentence =
    unknown.length > 0
      ? {
          en: `Tallykit has no function ${names}. Look it up in the list of functions.`,
          zh: `Tallykit 没有函数 ${names}，请在函数列表中查找。`,
        }
      : {
          en: `This formula calls none of Tallykit's functions (${host.namespace}.…), and only those can be explained here.`,
          zh: `该公式没有用到 Tallykit 的函数（${host.namespace}.…），这里只能说明 Tallykit 的函数。`,
        };
  return { title: range.address, ...told, sentences: [...told.sentences, sentence[language]] };
}

interface UnreadCall {
  readonly written: WrittenCall;
  readonly argument: UnreadArgument;
  readonly formula: string;
  readonly value: Cell;
}

/** A call of ours of which an argument cannot be read here. */
function explainUnread(
  { range, language }: CellQuestion,
  { written, argument, value }: UnreadCall,
): Explanation {
  const { row, name: title } = written;
  const { name, written: text, refusal = "" } = argument;
  const code = errorCodeOf(value);
  const told = code === undefined ? { sentences: [], advice: [] } : errorAlone(code, language);
  const zh = language === "zh";
  const parameter = name === undefined ? undefined : zh ? row.parameters[name]?.text.zhName : name;
  const reason = refusal === "" ? "" : zh ? `（${refusal}）` : ` (${refusal})`;
  const most = Object.keys(row.parameters).length;
  const sentence =
    parameter === undefined
      ? {
          en: `It takes at most ${most} arguments, and here there are more: remove ${text}.`,
          zh: `该函数最多有 ${most} 个参数，这里多出了 ${text}，请删去。`,
        }
      : {
          en: `Its argument ${parameter} is ${text}, which cannot be read here${reason}: only values and references to cells can.`,
          zh: `参数“${parameter}”写作 ${text}，这里无法读取${reason}：只能读取具体的值和单元格引用。`,
        };
  const advice = {
    en: `To see the working, put ${text} into a cell of its own and refer to that cell.`,
    zh: `如需查看演算过程，请把 ${text} 单独放在一个单元格中，再引用该单元格。`,
  };
  return {
    title: `${range.address} · ${title}`,
    sentences: [row.summary[language], ...told.sentences, sentence[language]],
    advice: parameter === undefined ? told.advice : [...told.advice, advice[language]],
  };
}
