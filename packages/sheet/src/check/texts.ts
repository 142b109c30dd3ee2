import type { KeyDifference } from "@tallykit/core";
import type { CellError, CellErrorCode } from "../cell/cell.ts";
import type { Texts } from "../table/parameter.ts";

import type { BookValue } from "../book/book.ts";
import type { FindingKind, FindingText } from "./finding.ts";

/** The short name of each kind of finding. */
export const kindNames: Readonly<Record<FindingKind, Texts>> = {
  formulaError: { en: "formula error", zh: "公式错误" },
  storedError: { en: "stored error", zh: "存入的错误值" },
  unknownFunction: { en: "unknown function", zh: "未知函数" },
  notCalculated: { en: "not calculated", zh: "未能计算" },
  stale: { en: "stale value", zh: "结果过期" },
  textNumber: { en: "number stored as text", zh: "文本型数字" },
  formulaText: { en: "text like a formula", zh: "形似公式的文本" },
  nearKey: { en: "near-equal name", zh: "名称近似" },
  blank: { en: "blank", zh: "空白" },
  over: { en: "over 100%", zh: "超过 100%" },
  noneEligible: { en: "none eligible", zh: "应覆盖为零" },
  empty: { en: "0 of 0", zh: "均为零" },
  badCount: { en: "no count", zh: "不是个数" },
};

/** What each error means, for those that come without words. */
const meanings: Readonly<Record<CellErrorCode, Texts>> = {
  "#VALUE!": { en: "a value of the wrong type", zh: "值的类型不对" },
  "#NUM!": { en: "a number that is not possible", zh: "数值无效或超出范围" },
  "#DIV/0!": { en: "a division by zero or by a blank cell", zh: "除数为零或空白" },
  "#N/A": { en: "no value available", zh: "没有可用的值" },
  "#NAME?": { en: "a name that is not known", zh: "名称无法识别" },
  "#REF!": { en: "a reference to cells that are gone", zh: "引用的单元格已不存在" },
  "#NULL!": { en: "two ranges without a cell in common", zh: "两个区域没有交集" },
  "#SPILL!": { en: "other cells are in the way of the result", zh: "结果要占用的单元格已有内容" },
  "#CALC!": { en: "an array that cannot be calculated", zh: "数组无法计算" },
  "#GETTING_DATA": { en: "data that had not arrived", zh: "数据尚未取回" },
};

/** The error of a formula; `source` is the cell it comes from, `shown` what the file last held. */
export function formulaError(
  { error, message }: CellError,
  formula: string,
  { source, shown }: { readonly source?: string | undefined; readonly shown?: BookValue | undefined },
): FindingText {
  const meaning = meanings[error];
  const isOld = shown !== undefined && typeof shown !== "object";
  return {
    kind: "formulaError",
    says: {
      en: `${error}: ${withoutStop(message ?? meaning.en)}${isOld ? `; the file last held ${valueText(shown)}` : ""}`,
      zh: `${error}：${message === undefined ? meaning.zh : `${meaning.zh}（${withoutStop(message)}）`}${isOld ? `；文件原存 ${valueText(shown, zhQuote)}` : ""}`,
    },
    advice:
      source === undefined
        ? { en: "correct the formula or the cells it reads", zh: "请更正公式或其引用的单元格" }
        : { en: `the error comes from ${source}; mend that first`, zh: `错误来自 ${source}，请先更正该处` },
    formula,
    error,
  };
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, "");
}

/** An error that was put in as a value. */
export function storedError({ error }: CellError): FindingText {
  return {
    kind: "storedError",
    says: {
      en: `holds ${error} (${meanings[error].en}) without a formula`,
      zh: `无公式，存的是 ${error}（${meanings[error].zh}）`,
    },
    advice: { en: "enter the value, or leave the cell blank", zh: "请填入实际值，不清楚的留空" },
    error,
  };
}

/** A formula with functions that nothing here knows. */
export function unknownFunction(names: readonly string[], formula: string): FindingText {
  const [list, zhList] = [names.join(", "), names.join("、")];
  return {
    kind: "unknownFunction",
    says: {
      en: `calls ${list}, not known here; its last value is kept, and what depends on it is not checked`,
      zh: `用到未知函数 ${zhList}；保留原值，依赖它的结果未核对`,
    },
    advice: {
      en: "check the spelling, or calculate it where the function is known",
      zh: "请核对函数名，或在支持该函数的软件中计算",
    },
    formula,
  };
}

/** A formula that cannot be calculated here. */
export function notCalculated(reason: Texts, formula: string): FindingText {
  return {
    kind: "notCalculated",
    says: {
      en: `${reason.en}; its last value is kept, and what depends on it is not checked`,
      zh: `${reason.zh}；保留原值，依赖它的结果未核对`,
    },
    advice: { en: "recalculate it in a spreadsheet program", zh: "请在电子表格软件中重新计算" },
    formula,
  };
}

/** Why a formula cannot be calculated here. */
export const notCalculatedReasons: Readonly<Record<"elsewhere" | "ambiguous" | "unreadable", Texts>> = {
  elsewhere: {
    en: "refers to a table or another workbook, which is not read here",
    zh: "引用了表格或其他工作簿，此处无法读取",
  },
  ambiguous: {
    en: "uses a name that stands for different things on different sheets",
    zh: "所用名称在不同工作表中含义不同",
  },
  unreadable: { en: "is written in a way that cannot be read here", zh: "公式的写法此处无法识别" },
};

/** A formula whose value in the file is not what it comes to. */
export function stale(
  values: { readonly shown: BookValue; readonly now: BookValue; readonly cell: string | undefined },
  formula: string,
): FindingText {
  const where =
    values.cell === undefined ? { en: "", zh: "中" } : { en: ` in ${values.cell}`, zh: `的 ${values.cell} ` };
  return {
    kind: "stale",
    says: {
      en: `the file holds ${valueText(values.shown)}${where.en}, recalculating gives ${valueText(values.now)}`,
      zh: `文件${where.zh}存的是 ${valueText(values.shown, zhQuote)}，重算为 ${valueText(values.now, zhQuote)}`,
    },
    advice: {
      en: "recalculate in your spreadsheet program and save; if it stays, the programs differ",
      zh: "请在电子表格软件中重算并保存；若仍不同，则是软件间的差异",
    },
    formula,
  };
}

/** Numbers that are stored as text. */
export function textNumber(text: string, cells: number): FindingText {
  return {
    kind: "textNumber",
    says:
      cells === 1
        ? { en: `the text ${quote(text)} among numbers`, zh: `数字列中有文本${zhQuote(text)}` }
        : {
            en: `${cells} numbers stored as text, such as ${quote(text)}`,
            zh: `${cells} 个数字存成了文本，如${zhQuote(text)}`,
          },
    advice: { en: "turn it into a number, or sums pass over it", zh: "求和时会漏掉，请转换为数字" },
  };
}

/** Text that a program may take for a formula. */
export function formulaText(text: string): FindingText {
  return {
    kind: "formulaText",
    says: {
      en: `the text ${quote(text)} begins as a formula does`,
      zh: `文本${zhQuote(text)}以公式符号开头`,
    },
    advice: {
      en: "enter it again if a formula is meant; else put a word before it",
      zh: "若为公式请重新输入，否则请在前面加字",
    },
  };
}

const differenceNames: Readonly<Record<KeyDifference, Texts>> = {
  case: { en: "case", zh: "大小写" },
  space: { en: "space", zh: "空格" },
  width: { en: "width", zh: "全角半角" },
};

/** A name that differs from an earlier one only by case, space or width. */
export function nearKey(found: {
  readonly key: string;
  readonly cells: number;
  readonly other: string;
  readonly otherCell: string;
  readonly by: readonly KeyDifference[];
}): FindingText {
  const { key, cells, other, otherCell, by } = found;
  const names = by.map((each) => differenceNames[each].en);
  const list =
    names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
  return {
    kind: "nearKey",
    says: {
      en: `${quote(key)} (${cells} ${cells === 1 ? "cell" : "cells"}) differs from ${quote(other)} in ${otherCell} only by ${list}`,
      zh: `${zhQuote(key)}（${cells} 处）与 ${otherCell} 的${zhQuote(other)}仅${by.map((each) => differenceNames[each].zh).join("、")}不同`,
    },
    advice: { en: "write both alike, or they may count as two", zh: "请统一写法，否则可能算作两个" },
  };
}

/** Blank cells that a function takes for missing values. */
export function blank(cells: number, reader: { readonly name: string; readonly cell: string }): FindingText {
  return {
    kind: "blank",
    says: {
      en: `${cells === 1 ? "blank" : `${cells} blank cells`}, which ${reader.name} in ${reader.cell} counts as missing`,
      zh: `${cells === 1 ? "空白" : `${cells} 个空白单元格`}，${reader.cell} 的 ${reader.name} 按缺失处理`,
    },
    advice: {
      en: "fill in what is known, and never 0 for what is not",
      zh: "请补填，不清楚的不要填 0",
    },
  };
}

/** More covered than eligible. */
export function over(covered: number, eligible: number): FindingText {
  return {
    kind: "over",
    says: {
      en: `${covered} covered of ${eligible} eligible is more than 100%`,
      zh: `已覆盖 ${covered} 多于应覆盖 ${eligible}，超过 100%`,
    },
    advice: {
      en: "check that both count the same units, each once",
      zh: "请核对两数口径是否一致、有无重复计数",
    },
  };
}

/** Some covered, none eligible. */
export function noneEligible(covered: number): FindingText {
  return {
    kind: "noneEligible",
    says: {
      en: `${covered} covered but none eligible, so there is no rate`,
      zh: `已覆盖为 ${covered}，应覆盖却为 0，无法计算覆盖率`,
    },
    advice: { en: "enter how many are eligible, or correct covered", zh: "请核对应覆盖数" },
  };
}

/** None covered of none eligible. */
export const empty: FindingText = {
  kind: "empty",
  says: { en: "0 of 0 has no rate", zh: "已覆盖、应覆盖均为 0，没有覆盖率" },
  advice: {
    en: "enter how many are eligible, or leave the row out if there are none",
    zh: "请核对应覆盖数，确无单位的可不列",
  },
};

/** A value where a count of units is due. */
export function badCount(value: number | string): FindingText {
  const [en, zh] = typeof value === "number" ? [value, ` ${value} `] : [quote(value), zhQuote(value)];
  return {
    kind: "badCount",
    says: { en: `${en} where a whole number of units is due`, zh: `${zh}不是非负整数，此处应填单位个数` },
    advice: {
      en: "enter the count, or leave the cell blank if it is not known",
      zh: "请填单位个数，不清楚的留空",
    },
  };
}

/** A value as a sentence shows it. */
function valueText(value: BookValue, quoted: (text: string) => string = quote): string {
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(Number(value.toPrecision(15))) : quoted(value);
}

const longestShown = 30;

function quote(text: string): string {
  return `"${short(text)}"`;
}

function zhQuote(text: string): string {
  return `“${short(text)}”`;
}

/** Text short enough to read inside a sentence, on one line, without what a terminal takes for commands. */
export function short(text: string, length: number = longestShown): string {
  const characters = Array.from(text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " "));
  return characters.length > length ? `${characters.slice(0, length).join("")}…` : characters.join("");
}
