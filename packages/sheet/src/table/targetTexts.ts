import {
  type CalendarDate,
  addDays,
  type MilestoneState,
  monthsTouched,
  periodsBetween,
  type PeriodUnit,
  type TargetState,
} from "@tallykit/core";

import type { ParameterText, Texts } from "./parameter.ts";
import { type Language, withLeftOut } from "./words.ts";

// What the target functions say about the same parameter, column or status.

/** The first day of a target's period. */
export const startDateText: ParameterText = {
  zhName: "开始日期",
  en: "The first day of the period; it belongs to the period.",
  zh: "期间的第一天，计入期间。",
};
/** The last day of a target's period. */
export const endDateText: ParameterText = {
  zhName: "结束日期",
  en: "The last day of the period; it belongs to the period.",
  zh: "期间的最后一天，计入期间。",
};
/** The day on which one asks. */
export const asOfText: ParameterText = {
  zhName: "截止日期",
  en: "The day on which one asks, which counts as gone by; type a date, since TODAY() recalculates always.",
  zh: "统计截止日期，当天计入；请直接输入，TODAY() 会使表格不断重算。",
};

/** The columns that targets have. */
type TargetColumn =
  | "expected"
  | "attainment"
  | "gap"
  | "required"
  | "status"
  | "kind"
  | "goal"
  | "reached"
  | "rate"
  | "shortfall"
  | "period"
  | "actual"
  | "cumulative"
  | "difference"
  | "rateToDate";

/** Titles of columns. */
export const titles: Readonly<Record<TargetColumn, Texts>> = {
  expected: { en: "expected", zh: "序时目标" },
  attainment: { en: "attainment", zh: "完成率" },
  gap: { en: "gap", zh: "差距" },
  required: { en: "required a month", zh: "每月须完成" },
  status: { en: "status", zh: "状态" },
  kind: { en: "kind", zh: "类别" },
  goal: { en: "goal", zh: "目标" },
  reached: { en: "reached", zh: "已完成" },
  rate: { en: "rate", zh: "完成率" },
  shortfall: { en: "shortfall", zh: "缺口" },
  period: { en: "period", zh: "期间" },
  actual: { en: "actual", zh: "本期实际" },
  cumulative: { en: "cumulative", zh: "累计" },
  difference: { en: "difference", zh: "差额" },
  rateToDate: { en: "rate", zh: "序时完成率" },
};

const stateWords: Readonly<Record<TargetState | MilestoneState, Texts>> = {
  met: { en: "met", zh: "已达成" },
  missed: { en: "missed", zh: "未达成" },
  "not started": { en: "not started", zh: "未开始" },
  "on track": { en: "on track", zh: "进度正常" },
  behind: { en: "behind", zh: "进度落后" },
  open: { en: "open", zh: "进行中" },
  "no goal": { en: "no goal", zh: "无目标" },
  missing: { en: "missing", zh: "缺失" },
  invalid: { en: "invalid", zh: "无效" },
};

/** Where a target stands, in words, and how many rows its figures leave out. */
export function stateText(state: TargetState | MilestoneState, language: Language, leftOut = 0): string {
  return withLeftOut(stateWords[state][language], leftOut, language);
}

const wholePeriods: Readonly<Record<number, PeriodUnit>> = {
  1: "month",
  3: "quarter",
  6: "half",
  12: "year",
};

/** The name of a calendar month, quarter, half or year; of any other span its two days, as ISO 8601 writes them. */
export function spanLabel(startDate: CalendarDate, endDate: CalendarDate): string {
  const isWholeMonths =
    startDate.endsWith("-01") && endDate < "9999-12" && addDays(endDate, 1).endsWith("-01");
  const unit = isWholeMonths ? wholePeriods[monthsTouched({ from: startDate, to: endDate })] : undefined;
  const named = unit === undefined ? [] : periodsBetween({ startDate, endDate, unit });
  const [period] = named;
  return period !== undefined && named.length === 1 ? period.label : `${startDate}/${endDate}`;
}

/** A number, or an empty cell where there is none. */
export function shown(value: number | undefined): number | string {
  return value ?? "";
}
