import {
  CalculationError,
  type CalendarDate,
  dateOfSerial,
  daysBetween,
  exactText,
  fraction,
  type Fraction,
  minus,
  monthsLeft,
  plus,
  times,
} from "@tallykit/core";

import { casesTable } from "./callTables.ts";
import { shownExactly, shownFraction, shownNumber, shownPercent } from "./shownValue.ts";
import {
  calledWith,
  cellAt,
  numberIn,
  rangeOf,
  resultRows,
  type TellWorking,
  titledTable,
  type WorkingInput,
} from "./working.ts";

interface Period {
  readonly startDate: CalendarDate;
  readonly endDate: CalendarDate;
  readonly asOf: CalendarDate;
  /** How many days of it have gone, of how many. */
  readonly gone: number;
  readonly days: number;
}

function periodAt({ call, at }: WorkingInput): Period | undefined {
  const system = numberIn(cellAt(call, "dateSystem", at))?.numerator === 1904n ? 1904 : 1900;
  const dates = ["startDate", "endDate", "asOf"].map((name) => cellAt(call, name, at));
  if (!dates.every((cell) => typeof cell === "number")) return undefined;
  try {
    const [startDate, endDate, asOf] = dates.map((serial) => dateOfSerial(serial, system));
    if (startDate === undefined || endDate === undefined || asOf === undefined || startDate > endDate)
      return undefined;
    const days = daysBetween({ from: startDate, to: endDate }) + 1;
    const gone = Math.min(Math.max(daysBetween({ from: startDate, to: asOf }) + 1, 0), days);
    return { startDate, endDate, asOf, gone, days };
  } catch (error) {
    if (error instanceof CalculationError) return undefined;
    throw error;
  }
}

function elapsedSentence(
  { startDate, endDate, asOf, gone, days }: Period,
  { language }: WorkingInput,
): string {
  const share = shownPercent(fraction(BigInt(gone), BigInt(days)), 4);
  return {
    en: `From ${startDate} to ${endDate} there are ${days} days, both counted; by ${asOf} ${gone} of them have gone: ${gone}/${days} = ${share}.`,
    zh: `${startDate} 至 ${endDate} 共 ${days} 天（首尾均计），截至 ${asOf} 已过 ${gone} 天：${gone}/${days} = ${share}。`,
  }[language];
}

/** TARGET_PRO_RATA: the part of a goal that is due by the days gone by. */
export const tellProRata: TellWorking = (input) => {
  const goal = numberIn(cellAt(input.call, "goal", input.at));
  const period = periodAt(input);
  if (goal === undefined || period === undefined) return undefined;
  const { gone, days } = period;
  const due = shownExactly(times(goal, fraction(BigInt(gone), BigInt(days))), 6);
  const product = `${exactText(goal)} × ${gone}/${days} = ${due}`;
  const words = { en: `Due by then: ${product}.`, zh: `序时应完成：${product}。` };
  return { sentences: [elapsedSentence(period, input), words[input.language]], ...casesTable(input) };
};

/** TARGET_STATUS: expected value, attainment and pace of the case asked about. */
export const tellTargetStatus: TellWorking = (input) => {
  const { call, at, language } = input;
  const titled = calledWith(call, { headers: language });
  const hasTitles = resultRows(call).length === titled.length;
  const row = Math.max(0, at.row - (hasTitles ? 1 : 0));
  const place = inputPlaceOf(call, row);
  const numbers = ["start", "goal", "actual"].map((name) => numberIn(cellAt(call, name, place)));
  const [start, goal, actual] = numbers;
  const period = periodAt({ ...input, at: place });
  const table = titledTable(titled, language);
  if (start === undefined || goal === undefined || actual === undefined || period === undefined)
    return undefined;
  return {
    sentences: [
      elapsedSentence(period, input),
      ...expectedSentences({ start, goal, actual, period }, language),
      statusSentence(calledWith(call, { headers: "none" })[row]?.[4], language),
    ],
    table,
  };
};

/** A column of cases may lie across. */
function inputPlaceOf(call: WorkingInput["call"], row: number): WorkingInput["at"] {
  const isAcross = call.inputs
    .map(({ argument }) => rangeOf(argument))
    .some((range) => range.length === 1 && (range[0]?.length ?? 0) > 1);
  return isAcross ? { row: 0, column: row } : { row, column: 0 };
}

function expectedSentences(
  {
    start,
    goal,
    actual,
    period,
  }: {
    readonly start: Fraction;
    readonly goal: Fraction;
    readonly actual: Fraction;
    readonly period: Period;
  },
  language: WorkingInput["language"],
): string[] {
  const way = minus(goal, start);
  const [from, to, now] = [start, goal, actual].map(shownFraction);
  const expected = plus(start, times(way, fraction(BigInt(period.gone), BigInt(period.days))));
  const months = monthsLeft(period);
  const ahead = times(minus(goal, actual), fraction(way.numerator < 0n ? -1n : 1n));
  const gap = ahead.numerator > 0n ? ahead : fraction(0n);
  const pace = shownExactly(times(gap, fraction(1n, BigInt(months))), 4);
  const path = `${from ?? ""} + (${to ?? ""} - ${from ?? ""}) × ${period.gone}/${period.days} = ${shownExactly(expected, 4)}`;
  const attained =
    way.numerator === 0n
      ? []
      : [
          `(${now ?? ""} - ${from ?? ""}) / (${to ?? ""} - ${from ?? ""}) = ${shownPercent(times(minus(actual, start), fraction(way.denominator, way.numerator)), 4)}`,
        ];
  return language === "zh"
    ? [
        `按时间进度应达到：${path}；实际为 ${now ?? ""}。`,
        ...attained.map((text) => `完成率：${text}。`),
        `距目标还差 ${shownExactly(gap, 4)}，剩余 ${months} 个自然月（当月计入，至少 1 个月），每月须完成 ${pace}。`,
      ]
    : [
        `Expected by the days gone by: ${path}; the actual value is ${now ?? ""}.`,
        ...attained.map((text) => `Attained: ${text}.`),
        `The gap to the goal is ${shownExactly(gap, 4)}; over ${months} calendar ${months === 1 ? "month" : "months"} left (a begun one counts) that is ${pace} a month.`,
      ];
}

/** What each status means. */
const statusTexts: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  met: { en: "Status met: the goal is reached.", zh: "状态为“已达成”：目标已达到。" },
  missed: {
    en: "Status missed: the last day has come and the goal is not reached.",
    zh: "状态为“未达成”：期限已到，目标未达到。",
  },
  "not started": {
    en: "Status not started: the first day is still to come.",
    zh: "状态为“未开始”：尚未到开始日期。",
  },
  "on track": {
    en: "Status on track: the actual value is not short of the expected one.",
    zh: "状态为“进度正常”：实际数不低于序时目标。",
  },
  behind: {
    en: "Status behind: the actual value is short of the expected one.",
    zh: "状态为“进度落后”：实际数低于序时目标。",
  },
};

function statusSentence(status: unknown, language: WorkingInput["language"]): string {
  return statusTexts[String(status)]?.[language] ?? String(status);
}

/** TARGET_MILESTONES: each rate, and the total that is pooled. */
export const tellMilestones: TellWorking = ({ call, language }) => {
  const rows = calledWith(call, { headers: language });
  const [, goal, reached, rate] = rows.at(-1) ?? [];
  if (typeof goal !== "number" || typeof reached !== "number" || typeof rate !== "number") return undefined;
  const division = `${shownNumber(reached)}/${shownNumber(goal)} = ${shownNumber(rate)}`;
  const words = {
    en: [
      "Each kind: rate = reached / goal; a shortfall is what is still missing, and more than the goal of one kind never makes up for another.",
      `Total: ${division}.`,
    ],
    zh: ["每类完成率 = 已完成 / 目标；缺口为尚差的数，一类超额不抵另一类的缺口。", `合计：${division}。`],
  };
  return { sentences: words[language], table: titledTable(rows, language) };
};
