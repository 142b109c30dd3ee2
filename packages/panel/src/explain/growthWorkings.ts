import { exactText, fraction, type Fraction, minus, over, plus, times } from "@tallykit/core";

import { casesTable } from "./callTables.ts";
import { type Language, shownExactly, shownNumber, shownPercent } from "./shownValue.ts";
import {
  caseNumber,
  cellAt,
  cellsOf,
  numberIn,
  resultRows,
  shortTable,
  type TellWorking,
  type WorkingInput,
} from "./working.ts";

const one = fraction(1n);

/** The numbers of some parameters for the case asked about; `undefined` where one is no number. */
function numbersAt<Name extends string>(
  { call, at }: WorkingInput,
  names: readonly Name[],
): Readonly<Record<Name, Fraction>> | undefined {
  const found: Partial<Record<Name, Fraction>> = {};
  for (const name of names) {
    const number = numberIn(cellAt(call, name, at));
    if (number === undefined) return undefined;
    found[name] = number;
  }
  return hasAll(found, names) ? found : undefined;
}

function hasAll<Name extends string>(
  found: Partial<Record<Name, Fraction>>,
  names: readonly Name[],
): found is Record<Name, Fraction> {
  return names.every((name) => name in found);
}

function resultText({ call, at }: WorkingInput): string {
  const result = resultRows(call)[at.row]?.[at.column];
  return typeof result === "number" ? shownNumber(result) : "";
}

/** A rate as a fraction and in per cent. */
function rateText(value: string): string {
  return value === "" ? "" : `${value} (${shownNumber(Number(value) * 100)}%)`;
}

/** GROWTH_RATE and TARGET_CATCH_UP: the root of a quotient. */
function tellRoot(names: readonly [from: string, to: string, periods: string]): TellWorking {
  return (input) => {
    const given = numbersAt(input, names);
    if (given === undefined) return undefined;
    const [from, to, periods] = names.map((name) => exactText(given[name] ?? one));
    const working = `(${to ?? ""} / ${from ?? ""})^(1 / ${periods ?? ""}) - 1 = ${rateText(resultText(input))}`;
    const words = {
      en: `The equal rate a period: ${working}. Multiplied by one plus this rate ${periods ?? ""} times, ${from ?? ""} becomes ${to ?? ""}.`,
      zh: `每期等比增长率：${working}。${from ?? ""} 连续 ${periods ?? ""} 次乘以（1 + 增长率）即为 ${to ?? ""}。`,
    };
    return { sentences: [words[input.language]], ...casesTable(input) };
  };
}

/** GROWTH_RATE: the equal rate from one value to another. */
export const tellGrowthRate: TellWorking = tellRoot(["start", "end", "periods"]);
/** TARGET_CATCH_UP: the equal rate from here to the goal. */
export const tellCatchUp: TellWorking = tellRoot(["actual", "goal", "periodsLeft"]);

/** GROWTH_PERIODS: a quotient of logarithms. */
export const tellPeriods: TellWorking = (input) => {
  const given = numbersAt(input, ["start", "end", "rate"]);
  if (given === undefined) return undefined;
  const [start, end, factor] = [given.start, given.end, plus(one, given.rate)].map(exactText);
  const working = `ln(${end ?? ""} / ${start ?? ""}) / ln(${factor ?? ""}) = ${resultText(input)}`;
  const words = {
    en: `Periods until ${start ?? ""} has become ${end ?? ""} at ${shownPercent(given.rate)} each: ${working}.`,
    zh: `按每期增长 ${shownPercent(given.rate)}，由 ${start ?? ""} 达到 ${end ?? ""} 所需期数：${working}。`,
  };
  return { sentences: [words[input.language]], ...casesTable(input) };
};

/** GROWTH_BASE: the end divided by the growth. */
export const tellBase: TellWorking = (input) => {
  const given = numbersAt(input, ["end", "rate", "periods"]);
  const [base, lowest, highest] = resultRows(input.call).at(caseNumber(input.call, input.at)) ?? [];
  if (given === undefined || typeof base !== "number") return undefined;
  const [end, factor, periods] = [given.end, plus(one, given.rate), given.periods].map(exactText);
  const working = `${end ?? ""} / ${factor ?? ""}^${periods ?? ""} = ${shownNumber(base)}`;
  const whole =
    typeof lowest === "number" && lowest === highest
      ? {
          en: `Of the whole numbers only ${lowest} rounds to the value as printed.`,
          zh: `整数基数中只有 ${lowest} 取整后能得到该公布数。`,
        }
      : typeof lowest === "number" && typeof highest === "number"
        ? {
            en: `Whole bases from ${lowest} to ${highest} round to the value as printed.`,
            zh: `取整后能得到该公布数的整数基数为 ${lowest} 到 ${highest}。`,
          }
        : { en: "No whole base rounds to the value as printed.", zh: "没有整数基数取整后能得到该公布数。" };
  return {
    sentences: [
      { en: `The base implied is ${working}.`, zh: `反推的基数为 ${working}。` }[input.language],
      whole[input.language],
    ],
  };
};

/** So many values of a path are written out with their exact values. */
const mostExact = 60;

/** GROWTH_PATH: base, rate and formula, and each value before it was rounded. */
export const tellPath: TellWorking = (input) => {
  const given = numbersAt({ ...input, at: { row: 0, column: 0 } }, ["base", "rate", "periods"]);
  const { call, language } = input;
  if (given === undefined) return undefined;
  const isLinear = isWord(call, "method", ["linear", "线性"]);
  const isEach = isWord(call, "place", ["each", "逐期"]);
  const values = resultRows(call).map(([cell]) => cell);
  const factor = exactText(plus(one, given.rate));
  const base = exactText(given.base);
  const formula = isLinear ? `${base} × (1 + ${exactText(given.rate)} × n)` : `${base} × ${factor}^n`;
  const zh = language === "zh";
  const sentences = [
    zh
      ? `基数 ${base}，每期增长 ${shownPercent(given.rate)}${isLinear ? "（始终按基数）" : "（按上期数值）"}；第 n 期为 ${formula}。`
      : `Base ${base}, growth of ${shownPercent(given.rate)} a period ${isLinear ? "of the base" : "of the value before"}; period n is ${formula}.`,
    roundingSentence(call, isEach, language),
  ];
  let exactly: Fraction = given.base;
  const rows = values.map((value, period) => {
    if (period > 0)
      exactly = isLinear
        ? plus(exactly, times(given.base, given.rate))
        : times(exactly, plus(one, given.rate));
    const shown = period < mostExact && !isEach ? shownExactly(exactly, 6) : "";
    return [String(period), ...(isEach ? [] : [shown]), typeof value === "number" ? shownNumber(value) : ""];
  });
  const titles = zh ? ["期", "精确值", "结果"] : ["period", "exact value", "result"];
  return {
    sentences,
    table: shortTable(isEach ? titles.filter((_, index) => index !== 1) : titles, rows, language),
  };
};

function isWord(call: WorkingInput["call"], name: string, words: readonly string[]): boolean {
  const [cell] = cellsOf(call, name);
  return typeof cell === "string" && words.includes(cell.trim().toLowerCase());
}

function roundingSentence(call: WorkingInput["call"], isEach: boolean, language: Language): string {
  const [cell] = cellsOf(call, "rounding");
  const isNone =
    cell === undefined || cell === null || cell === "" || isWord(call, "rounding", ["none", "不舍入"]);
  if (isNone) return { en: "Nothing is rounded.", zh: "各期数值均不舍入。" }[language];
  return isEach
    ? {
        en: "Each value is rounded, and the next grows from the rounded one; the base is never rounded.",
        zh: "每期先取整，下期由取整后的数值增长；基数不取整。",
      }[language]
    : {
        en: "Each value is rounded from the exact path, so that rounding does not add up; the base is never rounded.",
        zh: "每期由精确值取整，舍入误差不会累积；基数不取整。",
      }[language];
}

/** GROWTH_PATH_TO: how each step is found between two values. */
export const tellPathTo: TellWorking = (input) => {
  const given = numbersAt({ ...input, at: { row: 0, column: 0 } }, ["start", "goal", "periods"]);
  const { call, language } = input;
  if (given === undefined || given.periods.numerator === 0n) return undefined;
  const [start, goal, periods] = [given.start, given.goal, given.periods].map(exactText);
  const isLinear = isWord(call, "method", ["linear", "线性"]);
  const isLogistic = isWord(call, "method", ["logistic", "逻辑斯谛"]);
  const step = shownExactly(over(minus(given.goal, given.start), given.periods), 6);
  const formula = isLinear
    ? `${start ?? ""} + ${step} × n`
    : `${start ?? ""} × (${goal ?? ""} / ${start ?? ""})^(n / ${periods ?? ""})`;
  const words = isLogistic
    ? {
        en: `An S-shaped path from ${start ?? ""} to ${goal ?? ""} in ${periods ?? ""} periods that never reaches its ceiling.`,
        zh: `由 ${start ?? ""} 到 ${goal ?? ""}，共 ${periods ?? ""} 期的 S 形路径，永远达不到上限。`,
      }
    : {
        en: `From ${start ?? ""} to ${goal ?? ""} in ${periods ?? ""} periods; period n is ${formula}. Start and goal stand as given.`,
        zh: `由 ${start ?? ""} 到 ${goal ?? ""}，共 ${periods ?? ""} 期；第 n 期为 ${formula}。起点和目标均为原值。`,
      };
  const titles = language === "zh" ? ["期", "结果"] : ["period", "result"];
  const rows = resultRows(call).map(([value], period) => [
    String(period),
    typeof value === "number" ? shownNumber(value) : "",
  ]);
  return { sentences: [words[language]], table: shortTable(titles, rows, language) };
};
