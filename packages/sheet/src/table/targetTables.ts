import { exact, type Fraction, type MilestoneProgress, targetMilestones, targetToDate } from "@tallykit/core";

import type { ResultCell } from "../cell/cell.ts";
import { readDateSerial } from "../cell/reading.ts";
import { cellParameter, dateSerial, dateSystem, headers, number, optional } from "./cells.ts";
import { dateSerials, keys, optionalColumn, reported } from "./columns.ts";
import { dayOf, daysOf } from "./days.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import { asOfText, shown, spanLabel, stateText, titles } from "./targetTexts.ts";
import { type Language, languageOf, total, withTitles } from "./words.ts";

/** Progress towards milestones of several kinds. */
export const targetMilestonesFunction: FunctionRow = tableFunction({
  id: "TARGET_MILESTONES",
  family: "growth",
  calculator: "targetMilestones",
  summary: {
    en: "Progress towards milestones of several kinds, with the pooled total.",
    zh: "各类目标的完成情况，末行为合并计算的合计。",
  },
  parameters: {
    kind: keys({ zhName: "类别", en: "A column: the kind of each target.", zh: "一列：每行目标的类别。" }),
    goal: reported({
      zhName: "目标",
      en: "A column: what is to be reached.",
      zh: "一列：每行要达到的数。",
    }),
    reached: reported({ zhName: "已完成", en: "A column: what is reached.", zh: "一列：每行已完成的数。" }),
    due: optionalColumn(
      dateSerials({
        zhName: "到期日",
        en: "A column: the day by which each is due (blank: none).",
        zh: "一列：每行的到期日（空白表示无期限）。",
      }),
    ),
    asOf: optional(cellParameter(asOfText, "date", readDateSerial)),
    headers: headers(),
    dateSystem: dateSystem(),
  },
  calculate: (given) => {
    const language = languageOf(given.headers);
    const {
      milestones,
      total: all,
      leftOut,
    } = targetMilestones({
      kind: given.kind.values,
      goal: given.goal.values.map(exactly),
      reached: given.reached.values.map(exactly),
      due: given.due && daysOf(given.due.values, given.dateSystem, "due"),
      asOf: given.asOf === undefined ? undefined : dayOf(given.asOf, given.dateSystem, { name: "asOf" }),
    });
    const rows = milestones.map((row) => [row.kind ?? "", ...progressCells(row, language)]);
    return withTitles(
      given.headers,
      [titles.kind, titles.goal, titles.reached, titles.rate, titles.shortfall, titles.status],
      [...rows, [total[language], ...progressCells(all, language, leftOut)]],
    );
  },
  examples: [
    {
      arguments: [
        [["parks"], ["buildings and business districts"], ["organisations"]],
        [[10], [20], [100]],
        [[7], [9], [40]],
      ],
      result: [
        ["kind", "goal", "reached", "rate", "shortfall", "status"],
        ["parks", 10, 7, 0.7, 3, "open"],
        ["buildings and business districts", 20, 9, 0.45, 11, "open"],
        ["organisations", 100, 40, 0.4, 60, "open"],
        ["total", 130, 56, 56 / 130, 74, "open"],
      ],
    },
    {
      arguments: [
        [["园区"], ["楼宇商圈"], ["组织"]],
        [[10], [20], [100]],
        [[11], [9], [null]],
        [[46387], [46387], [46387]],
        46387,
        "zh",
      ],
      result: [
        ["类别", "目标", "已完成", "完成率", "缺口", "状态"],
        ["园区", 10, 11, 1.1, 0, "已达成"],
        ["楼宇商圈", 20, 9, 0.45, 11, "未达成"],
        ["组织", 100, "", "", "", "缺失"],
        ["合计", 30, 20, 20 / 30, 11, "未达成，1 行未计入"],
      ],
    },
  ],
});

/** Figures to date against the pro-rated goal. */
export const targetToDateFunction: FunctionRow = tableFunction({
  id: "TARGET_TO_DATE",
  family: "growth",
  calculator: "targetToDate",
  summary: {
    en: "Figures to date, period by period, against the part of the goal that is due by then.",
    zh: "逐期累计数与截至当期的序时目标对比。",
  },
  parameters: {
    goal: number({
      zhName: "目标",
      en: "What all the periods listed are to bring together.",
      zh: "所列各期合计要完成的数。",
    }),
    periodStart: {
      ...dateSerials({
        zhName: "各期首日",
        en: "A column: the first day of each period, in order of time.",
        zh: "一列：每期的第一天，按时间先后排列。",
      }),
      keepsMissing: false,
    },
    periodEnd: {
      ...dateSerials({
        zhName: "各期末日",
        en: "A column: the last day of each period.",
        zh: "一列：每期的最后一天。",
      }),
      keepsMissing: false,
    },
    actual: reported({
      zhName: "本期实际",
      en: "A column: what each period brought, not the sum so far; blank: not known.",
      zh: "一列：每期完成的数，不是累计数；空白表示未知。",
    }),
    asOf: dateSerial(asOfText),
    headers: headers(),
    dateSystem: dateSystem(),
  },
  calculate: ({ goal, headers: wanted, dateSystem: system, ...given }) => {
    const language = languageOf(wanted);
    const periods = targetToDate({
      goal,
      periodStart: daysOf(given.periodStart.values, system, "periodStart"),
      periodEnd: daysOf(given.periodEnd.values, system, "periodEnd"),
      actual: given.actual.values.map(exactly),
      asOf: dayOf(given.asOf, system, { name: "asOf" }),
    });
    const rows = periods.map((row) => [
      spanLabel(row.periodStart, row.periodEnd),
      ...[row.actual, row.cumulative, row.expected, row.difference, row.rate].map(shown),
      stateText(row.status, language, row.leftOut),
    ]);
    const { period, actual, cumulative, expected, difference, rateToDate, status } = titles;
    return withTitles(wanted, [period, actual, cumulative, expected, difference, rateToDate, status], rows);
  },
  examples: [
    {
      arguments: [365, [[46023], [46054], [46082]], [[46053], [46081], [46387]], [[31], [20], [null]], 46081],
      result: [
        ["period", "actual", "cumulative", "expected", "difference", "rate", "status"],
        ["2026-01", 31, 31, 31, 0, 1, "on track"],
        ["2026-02", 20, 51, 59, -8, 51 / 59, "behind"],
        ["2026-03-01/2026-12-31", "", "", "", "", "", "not started"],
      ],
    },
    {
      arguments: [
        365,
        [[46023], [46113], [46204]],
        [[46112], [46203], [46387]],
        [[null], [190], [175]],
        46387,
        "zh",
      ],
      result: [
        ["期间", "本期实际", "累计", "序时目标", "差额", "序时完成率", "状态"],
        ["2026 Q1", "", "", 90, "", "", "缺失，1 行未计入"],
        ["2026 Q2", 190, 190, 181, 9, 190 / 181, "进度正常，1 行未计入"],
        ["2026 H2", 175, 365, 365, 0, 1, "已达成，1 行未计入"],
      ],
    },
  ],
});

function progressCells(
  { goal, reached, rate, shortfall, status }: MilestoneProgress,
  language: Language,
  leftOut = 0,
): readonly ResultCell[] {
  return [...[goal, reached, rate, shortfall].map(shown), stateText(status, language, leftOut)];
}

function exactly(value: number | undefined): Fraction | undefined {
  return value === undefined ? undefined : exact(value);
}
