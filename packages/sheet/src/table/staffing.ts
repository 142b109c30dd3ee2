import { staffingCheck, type StaffingFigures, type StaffingStatus, toNumber } from "@tallykit/core";

import { readReported } from "../cell/reading.ts";
import { headers } from "./cells.ts";
import { bounds, keys, reported } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import type { Texts } from "./parameter.ts";
import { languageOf, statusWords, total, withLeftOut, withTitles } from "./words.ts";

/** One number for all rows, or one a row. */
type ForRows = number | undefined | readonly (number | undefined)[];

function columnFor(given: ForRows, rows: number): readonly (number | undefined)[] {
  return typeof given === "object" ? given : Array.from({ length: rows }, () => given);
}

const staffingWords: Readonly<Record<StaffingStatus, Texts>> = {
  ...statusWords,
  short: { en: "short", zh: "不足" },
};
const staffingTitles = [
  { en: "unit", zh: "单位" },
  { en: "units", zh: "单位数" },
  { en: "staff", zh: "配备人数" },
  { en: "required", zh: "应配人数" },
  { en: "shortfall", zh: "缺额" },
  { en: "surplus", zh: "超额" },
  { en: "units per staff", zh: "人均单位数" },
  { en: "status", zh: "状态" },
];

/** The figures of a row as cells; blank where there is no number. */
function staffingCells(figures: StaffingFigures): (number | string)[] {
  const { units, staff, required, shortfall, surplus, unitsPerStaff } = figures;
  const ratio = unitsPerStaff && toNumber(unitsPerStaff);
  return [units, staff, required, shortfall, surplus, ratio].map((value) => value ?? "");
}

/** Staff against what is required. */
export const staffingFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "STAFFING_CHECK",
    family: "coverage",
    calculator: "staffingCheck",
    summary: {
      en: "Staff against the number required, row by row, where no surplus offsets a shortfall.",
      zh: "逐行核对配备人数与应配人数，超额不抵消缺额。",
    },
    parameters: {
      unit: keys({
        zhName: "单位",
        en: "A column: the unit, or the kind of unit, of each row.",
        zh: "一列：每行的单位，或单位的类别。",
      }),
      staff: reported({
        zhName: "配备人数",
        en: "A column: staff of each row.",
        zh: "一列：每行的配备人数。",
      }),
      required: {
        ...bounds(
          {
            zhName: "应配人数",
            en: "The least staff that a row requires, for all its units together: one number, or a column.",
            zh: "每行至少应配的人数，按该行全部单位合计：一个数或一列。",
          },
          readReported,
        ),
        optional: false,
      },
      headers: headers(),
      units: bounds(
        {
          zhName: "单位数",
          en: "How many units a row stands for, 1 where left out: one number, or a column.",
          zh: "每行代表的单位数，省略为 1：一个数或一列。",
        },
        readReported,
      ),
      maximum: bounds(
        {
          zhName: "上限",
          en: "The most staff that a row may have, for all its units together: one number, or a column; blank is no limit.",
          zh: "每行最多可配的人数，按该行全部单位合计：一个数或一列；空白为不设上限。",
        },
        readReported,
      ),
    },
    calculate: ({ headers: titles, ...given }) => {
      const language = languageOf(titles);
      const rows = given.unit.values.length;
      const { rows: checked, total: all } = staffingCheck({
        unit: given.unit.values,
        staff: given.staff.values,
        required: columnFor(given.required, rows),
        units: given.units === undefined ? undefined : columnFor(given.units, rows),
        maximum: columnFor(given.maximum, rows),
      });
      const { missing, invalid } = all.leftOut;
      const status = withLeftOut(staffingWords[all.status][language], missing + invalid, language);
      return withTitles(titles, staffingTitles, [
        ...checked.map((row) => [row.unit ?? "", ...staffingCells(row), staffingWords[row.status][language]]),
        [total[language], ...staffingCells(all), status],
      ]);
    },
    examples: [
      {
        arguments: [
          [["office"], ["works"], ["depot"]],
          [[3], [1], [2]],
          [[2], [2], [1]],
        ],
        result: [
          ["unit", "units", "staff", "required", "shortfall", "surplus", "units per staff", "status"],
          ["office", 1, 3, 2, 0, 1, 1 / 3, "ok"],
          ["works", 1, 1, 2, 1, 0, 1, "short"],
          ["depot", 1, 2, 1, 0, 1, 0.5, "ok"],
          ["total", 3, 6, 5, 1, 2, 0.5, "short"],
        ],
      },
      {
        arguments: [
          [["甲部门"], ["乙部门"], ["丙部门"], ["丁部门"]],
          [[1], [3], [0], [null]],
          1,
          "zh",
          null,
          2,
        ],
        result: [
          ["单位", "单位数", "配备人数", "应配人数", "缺额", "超额", "人均单位数", "状态"],
          ["甲部门", 1, 1, 1, 0, 0, 1, "正常"],
          ["乙部门", 1, 3, 1, 0, 1, 1 / 3, "超出"],
          ["丙部门", 1, 0, 1, 1, 0, "", "不足"],
          ["丁部门", 1, "", 1, "", "", "", "缺失"],
          ["合计", 3, 4, 3, 1, 1, 0.75, "不足，1 行未计入"],
        ],
      },
      {
        arguments: ["internet companies", 38, 45, "none", 45],
        result: [
          ["internet companies", 45, 38, 45, 7, 0, 45 / 38, "short"],
          ["total", 45, 38, 45, 7, 0, 45 / 38, "short"],
        ],
      },
    ],
  }),
];
