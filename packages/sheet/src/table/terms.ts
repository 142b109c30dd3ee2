import {
  CalculationError,
  count,
  type Count,
  type DateSystem,
  periodsBetween,
  type PeriodUnit,
  serialOfDate,
  type TermCounts,
  type TermState,
  termStatus,
  termSummary,
} from "@tallykit/core";

import type { Cell, ResultCell } from "../cell/cell.ts";
import { Refusal, refusalOf } from "../cell/refusal.ts";
import { cellParameter, counts, dateSerial, dateSystem, headers, readChoice, withDefault } from "./cells.ts";
import { keys, optionalColumn } from "./columns.ts";
import { groupColumn } from "./coverageTexts.ts";
import { dayOf, daysOf } from "./days.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import type { CellParameter, Choices, Texts } from "./parameter.ts";
import { asOf, lastElections, soonMonths, termYears, yearsOfRows } from "./termTexts.ts";
import { type Language, languageOf, total, withTitles } from "./words.ts";

export { earlyWarningFunctions } from "./earlyWarnings.ts";

const statusWords: Readonly<Record<TermState["status"] | "invalid", Texts>> = {
  "in-term": { en: "in term", zh: "任期内" },
  "due-soon": { en: "due soon", zh: "即将届满" },
  overdue: { en: "overdue", zh: "超期" },
  missing: { en: "missing", zh: "缺失" },
  invalid: { en: "invalid", zh: "无效" },
};

/** The cells of one unit's term; a value that cannot be is told in its own row, and the other rows stand. */
function statusCells(
  judge: () => TermState,
  { language, system }: { readonly language: Language; readonly system: DateSystem },
): readonly ResultCell[] {
  try {
    const { status, dueDate, daysOverdue } = judge();
    const due = dueDate === undefined ? "" : serialOfDate(dueDate, system);
    return [due, daysOverdue ?? "", statusWords[status][language]];
  } catch (error) {
    const refusal = error instanceof CalculationError ? refusalOf(error as CalculationError) : error;
    if (!(refusal instanceof Refusal)) throw error;
    const message = `TERM_STATUS requires ${refusal.message}.`;
    return [{ error: refusal.code, message }, "", statusWords.invalid[language]];
  }
}

function countCells({ inTerm, dueSoon, overdue, missing, shareOverdue }: TermCounts): ResultCell[] {
  const { numerator, denominator } = shareOverdue;
  return [inTerm, dueSoon, overdue, missing, denominator === 0 ? "" : numerator / denominator];
}

const unitWords: Choices<PeriodUnit> = { month: "月", quarter: "季度", half: "半年", year: "年" };
/** Other ways to write the same words. */
const unitSpellings: Readonly<Record<string, PeriodUnit>> = {
  months: "month",
  quarters: "quarter",
  halves: "half",
  "half-year": "half",
  "half-years": "half",
  years: "year",
  月度: "month",
  季: "quarter",
  年度: "year",
};

function periodUnit(): CellParameter<PeriodUnit> {
  const text = {
    zhName: "期间单位",
    en: "How long a period is: month, quarter, half or year.",
    zh: "期间长短：month（月）、quarter（季度）、half（半年）或 year（年）。",
  };
  const spelled = (cell: Cell): Cell =>
    typeof cell === "string" ? (unitSpellings[cell.trim().toLowerCase()] ?? cell) : cell;
  return cellParameter(text, "word", (cell, place) => readChoice(spelled(cell), place, unitWords), unitWords);
}

/** Terms of office and the reporting calendar. */
export const termFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "TERM_STATUS",
    family: "growth",
    calculator: "termStatus",
    summary: {
      en: "When a term of office ends, and whether it is overdue, due soon or in term.",
      zh: "任期何时届满，已超期、即将届满还是在任期内。",
    },
    parameters: {
      lastElection: lastElections(),
      termYears: termYears(),
      asOf: asOf(),
      soonMonths: soonMonths(),
      headers: headers(),
      dateSystem: dateSystem(),
    },
    calculate: (given) => {
      const { dateSystem: system, soonMonths: soon } = given;
      const language = languageOf(given.headers);
      const day = dayOf(given.asOf, system, { name: "asOf" });
      const serials = given.lastElection.values;
      const years = yearsOfRows(given.termYears, serials.length);
      const rows = serials.map((serial, index) =>
        statusCells(
          () => {
            const place = { name: "lastElection", row: index + 1 };
            const lastElection = serial === undefined ? undefined : dayOf(serial, system, place);
            return termStatus({ lastElection, termYears: years[index], asOf: day, soonMonths: soon });
          },
          { language, system },
        ),
      );
      const titles = [
        { en: "due date", zh: "届满日期" },
        { en: "days overdue", zh: "超期天数" },
        { en: "status", zh: "状态" },
      ];
      return withTitles(given.headers, titles, rows);
    },
    examples: [
      {
        arguments: [[[44470], [44635], [null], [45413]], 5, 46348],
        result: [
          ["due date", "days overdue", "status"],
          [46296, 52, "overdue"],
          [46461, 0, "due soon"],
          ["", "", "missing"],
          [47239, 0, "in term"],
        ],
      },
      {
        arguments: [[[45351], [45351]], [[3], [2.5]], 46348, 3, "zh"],
        result: [
          ["届满日期", "超期天数", "状态"],
          [46446, 0, "任期内"],
          [46263, 85, "超期"],
        ],
      },
    ],
  }),
  tableFunction({
    id: "TERM_SUMMARY",
    family: "growth",
    calculator: "termSummary",
    summary: {
      en: "Terms of office by group: in term, due soon, overdue and missing, with the share overdue.",
      zh: "分组统计任期：任期内、即将届满、超期、缺失的数量和超期占比。",
    },
    parameters: {
      lastElection: lastElections(),
      termYears: termYears(),
      asOf: asOf(),
      group: optionalColumn(keys(groupColumn)),
      soonMonths: soonMonths(),
      headers: headers(),
      dateSystem: dateSystem(),
    },
    calculate: (given) => {
      const { dateSystem: system, soonMonths: soon } = given;
      const language = languageOf(given.headers);
      const lastElection = daysOf(given.lastElection.values, system, "lastElection");
      const { groups, total: all } = termSummary({
        lastElection,
        termYears: yearsOfRows(given.termYears, lastElection.length),
        asOf: dayOf(given.asOf, system, { name: "asOf" }),
        group: given.group?.values,
        soonMonths: soon,
      });
      const titles = [
        { en: "group", zh: "组别" },
        statusWords["in-term"],
        statusWords["due-soon"],
        statusWords.overdue,
        statusWords.missing,
        { en: "share overdue", zh: "超期占比" },
      ];
      const rows = groups.map((group) => [group.group, ...countCells(group)]);
      return withTitles(given.headers, titles, [...rows, [total[language], ...countCells(all)]]);
    },
    examples: [
      {
        arguments: [[[44470], [44635], [null], [45413]], 5, 46348, [["east"], ["west"], ["east"], ["west"]]],
        result: [
          ["group", "in term", "due soon", "overdue", "missing", "share overdue"],
          ["east", 0, 0, 1, 1, 1],
          ["west", 1, 1, 0, 0, 0],
          ["total", 1, 1, 1, 1, 1 / 3],
        ],
      },
      {
        arguments: [[[44470], [44635]], 5, 46348, null, 3, "zh"],
        result: [
          ["组别", "任期内", "即将届满", "超期", "缺失", "超期占比"],
          ["合计", 1, 0, 1, 0, 0.5],
        ],
      },
    ],
  }),
  tableFunction({
    id: "PERIODS_BETWEEN",
    family: "growth",
    calculator: "periodsBetween",
    summary: {
      en: "The months, quarters, half-years or years that a span of days touches, cut to the span.",
      zh: "一段日期所涉及的月、季度、半年或年，首尾两期按起止日期截取。",
    },
    parameters: {
      startDate: dateSerial({
        zhName: "起始日期",
        en: "The first day of the span.",
        zh: "这段日期的第一天。",
      }),
      endDate: dateSerial({
        zhName: "结束日期",
        en: "The last day of the span.",
        zh: "这段日期的最后一天。",
      }),
      unit: periodUnit(),
      yearStartMonth: withDefault<Count>(
        counts({
          zhName: "年度起始月",
          en: "The month in which the year starts, 1 to 12.",
          zh: "年度从哪个月开始，1 到 12。",
        }),
        count(1),
        "1",
      ),
      headers: headers(),
      dateSystem: dateSystem(),
    },
    calculate: ({ startDate, endDate, unit, yearStartMonth, headers: titled, dateSystem: system }) => {
      const periods = periodsBetween({
        startDate: dayOf(startDate, system, { name: "startDate" }),
        endDate: dayOf(endDate, system, { name: "endDate" }),
        unit,
        yearStartMonth,
      });
      const titles = [
        { en: "period", zh: "期间" },
        { en: "first day", zh: "首日" },
        { en: "last day", zh: "末日" },
      ];
      const rows = periods.map(({ label, firstDay, lastDay }) => [
        label,
        serialOfDate(firstDay, system),
        serialOfDate(lastDay, system),
      ]);
      return withTitles(titled, titles, rows);
    },
    examples: [
      {
        arguments: [46063, 46162, "quarter"],
        result: [
          ["period", "first day", "last day"],
          ["2026 Q1", 46063, 46112],
          ["2026 Q2", 46113, 46162],
        ],
      },
      {
        arguments: [46063, 46162, "年", 4, "zh"],
        result: [
          ["期间", "首日", "末日"],
          ["2025/26", 46063, 46112],
          ["2026/27", 46113, 46162],
        ],
      },
    ],
  }),
];
