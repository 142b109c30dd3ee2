import {
  type CalendarDate,
  CalculationError,
  type DateSystem,
  type Fraction,
  targetStatus,
} from "@tallykit/core";

import type { Cell, ResultCell } from "../cell/cell.ts";
import { isMissing, type Place, readDateSerial, readNumber } from "../cell/reading.ts";
import { Refusal, refusalOf } from "../cell/refusal.ts";
import { dateSystem, headers } from "./cells.ts";
import { dayOf } from "./days.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import { type CaseValues, perCase } from "./perCase.ts";
import { asOfText, endDateText, shown, startDateText, stateText, titles } from "./targetTexts.ts";
import { type Language, languageOf, withTitles } from "./words.ts";

/** How a target stands: a case a row, be it one cell or a column. */
export const targetStatusFunction: FunctionRow = tableFunction({
  id: "TARGET_STATUS",
  family: "growth",
  calculator: "targetStatus",
  summary: {
    en: "How a target stands on a day: expected value, attainment, gap, pace required, status.",
    zh: "目标在某日的进展：序时目标、完成率、差距、每月须完成数和状态。",
  },
  parameters: {
    start: perCase(
      {
        zhName: "起点",
        en: "The value at the beginning: a cell, or one a case.",
        zh: "期初的数值：一个单元格，或每行一个。",
      },
      "number",
      readMaybe,
    ),
    goal: perCase(
      {
        zhName: "目标",
        en: "The value to reach, a cell or one a case; below the start, lower is better.",
        zh: "要达到的数值，一个单元格或每行一个；低于起点表示越低越好。",
      },
      "number",
      readMaybe,
    ),
    actual: perCase(
      {
        zhName: "实际",
        en: "The value now: a cell, or one a case.",
        zh: "目前的数值：一个单元格，或每行一个。",
      },
      "number",
      readMaybe,
    ),
    startDate: perCase(startDateText, "date", readDateSerial),
    endDate: perCase(endDateText, "date", readDateSerial),
    asOf: perCase(asOfText, "date", readDateSerial),
    headers: headers(),
    dateSystem: dateSystem(),
  },
  calculate: ({ headers: wanted, dateSystem: system, ...given }) => {
    const language = languageOf(wanted);
    const [name, column] = Object.entries(given).find(([, { cases }]) => cases !== undefined) ?? [];
    const cases = column?.cases ?? 1;
    if (cases === 0) throw new Refusal("#N/A", `at least one value in ${name}`);
    const rows = Array.from({ length: cases }, (_, index) => statusCells(given, { index, system, language }));
    return withTitles(
      wanted,
      [titles.expected, titles.attainment, titles.gap, titles.required, titles.status],
      rows,
    );
  },
  examples: [
    {
      arguments: [650, 780, 676, 46023, 46387, 46095],
      result: [
        ["expected", "attainment", "gap", "required a month", "status"],
        [676, 0.2, 104, 10.4, "on track"],
      ],
    },
    {
      arguments: [
        [[650], [274], [100]],
        [[780], [0], [200]],
        [[785], [230], [null]],
        46023,
        46387,
        46095,
        "zh",
      ],
      result: [
        ["序时目标", "完成率", "差距", "每月须完成", "状态"],
        [676, 135 / 130, 0, 0, "已达成"],
        [219.2, 44 / 274, 230, 23, "进度落后"],
        ["", "", "", "", "缺失"],
      ],
    },
  ],
});

type Given = Readonly<
  Record<"start" | "goal" | "actual", CaseValues<Fraction>> &
    Record<"startDate" | "endDate" | "asOf", CaseValues<number>>
>;

interface Case {
  readonly index: number;
  readonly system: DateSystem;
  readonly language: Language;
}

/** The cells of one case; where a value is missing or cannot be, its row says so and the others stand. */
function statusCells(given: Given, { index, system, language }: Case): readonly ResultCell[] {
  const [start, goal, actual] = [given.start.at(index), given.goal.at(index), given.actual.at(index)];
  const [first, last, asked] = [given.startDate.at(index), given.endDate.at(index), given.asOf.at(index)];
  if (start === undefined || goal === undefined || actual === undefined) return missingCells(language);
  if (first === undefined || last === undefined || asked === undefined) return missingCells(language);
  const day = (name: "startDate" | "endDate" | "asOf", serial: number): CalendarDate =>
    dayOf(serial, system, given[name].cases === undefined ? { name } : { name, row: index + 1 });
  try {
    const found = targetStatus({
      start,
      goal,
      actual,
      startDate: day("startDate", first),
      endDate: day("endDate", last),
      asOf: day("asOf", asked),
    });
    const { expected, attainment, gap, requiredPerMonth, status } = found;
    return [expected, shown(attainment), gap, requiredPerMonth, stateText(status, language)];
  } catch (error) {
    const refusal = error instanceof CalculationError ? refusalOf(error as CalculationError) : error;
    if (!(refusal instanceof Refusal)) throw error;
    const message = `TARGET_STATUS requires ${refusal.message}.`;
    return [{ error: refusal.code, message }, "", "", "", stateText("invalid", language)];
  }
}

function missingCells(language: Language): readonly ResultCell[] {
  return ["", "", "", "", stateText("missing", language)];
}

/** A number, unless it is missing: then the status says so. */
function readMaybe(cell: Cell, place: Place): Fraction | undefined {
  return isMissing(cell) ? undefined : readNumber(cell, place);
}
