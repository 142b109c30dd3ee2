import {
  ledgerCompleteness,
  type LedgerValue,
  type PooledRate,
  type Rate,
  staffingCheck,
  type StaffingFigures,
  type StaffingStatus,
  type TaskShare,
  tasksProgress,
  toNumber,
} from "@tallykit/core";

import { type Cell, isCellError } from "../cell/cell.ts";
import { isAllText } from "../cell/ranges.ts";
import { isMissing, readKey, readReported, whereIs } from "../cell/reading.ts";
import { Refusal } from "../cell/refusal.ts";
import { choice, headers, withDefault } from "./cells.ts";
import { anyTable, bounds, flags, keys, reported } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import type { Texts } from "./parameter.ts";
import { languageOf, rateCells, statusWords, total, withLeftOut, withTitles } from "./words.ts";

const nothingLeftOut = { missing: 0, invalid: 0 };

/** The name of a fact, from the first row of a ledger; a blank that the host handed over as 0 is none. */
function factName(cell: Cell, index: number): string {
  const place = { name: "facts", row: 1, column: index + 1 };
  const name = cell === 0 ? undefined : readKey(cell, place);
  if (name === undefined) throw new Refusal("#N/A", `the name of a fact in ${whereIs(place)}`);
  return name;
}

/** What a ledger's cell holds; in a range handed over as `range&""` the text "0" is 0. */
function ledgerValue(cell: Cell, numbersAsText: boolean): LedgerValue {
  if (isMissing(cell) || cell === null || isCellError(cell)) return undefined;
  return numbersAsText && Number(cell) === 0 ? 0 : cell;
}

const ledgerTitles = [
  { en: "fact", zh: "信息项" },
  { en: "known", zh: "已知" },
  { en: "units", zh: "单位数" },
  { en: "rate", zh: "完整率" },
  { en: "status", zh: "状态" },
];
const completeUnitsLabel: Texts = { en: "complete units", zh: "信息齐全单位" };
const allCellsLabel: Texts = { en: "all cells", zh: "全部信息项" };

/** How complete a ledger is. */
export const ledgerFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "LEDGER_COMPLETENESS",
    family: "coverage",
    calculator: "ledgerCompleteness",
    summary: {
      en: "How complete a ledger is: by fact, by whole units and over all its cells.",
      zh: "台账完整度：逐项、按信息齐全的单位及全部信息项。",
    },
    parameters: {
      facts: anyTable({
        zhName: "台账",
        en: 'A table: the first row names the facts, then a row a unit; rows at the end of nothing but blanks and zeros do not count. Hand over range&"" where blanks matter.',
        zh: '表格：首行为信息项名称，其后每行一个单位；末尾全为空白或 0 的行不计。须区分空白与 0 时写成 区域&""。',
      }),
      headers: headers(),
      zero: withDefault(
        choice(
          {
            zhName: "零值",
            en: "Whether 0 is known or missing.",
            zh: "0 视为已知（known）还是缺失（missing）。",
          },
          { known: "已知", missing: "缺失" },
        ),
        "known",
        "known",
      ),
    },
    calculate: ({ facts: [names = [], ...units], headers: titles, zero }) => {
      const language = languageOf(titles);
      const numbersAsText = isAllText([...names, ...units.flat()]);
      const ledger = names.map((name, index) => ({
        fact: factName(name, index),
        values: units.map((cells) => ledgerValue(cells[index] ?? null, numbersAsText)),
      }));
      const { facts, completeUnits, allCells } = ledgerCompleteness({ facts: ledger, zero });
      const row = (label: string, rate: Rate): (number | string)[] => [
        label,
        ...rateCells({ rate, leftOut: nothingLeftOut }, language),
      ];
      return withTitles(titles, ledgerTitles, [
        ...facts.map(({ fact, rate }) => row(fact, rate)),
        row(completeUnitsLabel[language], completeUnits),
        row(allCellsLabel[language], allCells),
      ]);
    },
    examples: [
      {
        arguments: [
          [
            ["business", "staff", "members"],
            ["weaving", 40, 3],
            ["freight", 8, 0],
            ["software", "n/a", 0],
            [null, 12, 1],
          ],
        ],
        result: [
          ["fact", "known", "units", "rate", "status"],
          ["business", 3, 4, 0.75, "ok"],
          ["staff", 3, 4, 0.75, "ok"],
          ["members", 4, 4, 1, "ok"],
          ["complete units", 2, 4, 0.5, "ok"],
          ["all cells", 10, 12, 10 / 12, "ok"],
        ],
      },
      {
        arguments: [
          [
            ["主营业务", "职工数", "成员数"],
            ["纺织", 40, 3],
            ["物流", 8, 0],
            ["软件", "缺", 0],
            [null, 12, 1],
          ],
          "zh",
          "缺失",
        ],
        result: [
          ["信息项", "已知", "单位数", "完整率", "状态"],
          ["主营业务", 3, 4, 0.75, "正常"],
          ["职工数", 3, 4, 0.75, "正常"],
          ["成员数", 2, 4, 0.5, "正常"],
          ["信息齐全单位", 1, 4, 0.25, "正常"],
          ["全部信息项", 8, 12, 8 / 12, "正常"],
        ],
      },
    ],
  }),
];

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

const taskTitles = [
  { en: "section", zh: "口径" },
  { en: "name", zh: "名称" },
  { en: "done", zh: "已完成" },
  { en: "total", zh: "任务数" },
  { en: "rate", zh: "完成率" },
];
const sections = {
  owner: { en: "owner", zh: "责任单位" },
  category: { en: "category", zh: "类别" },
  all: { en: "all", zh: "全部" },
  leftOut: { en: "left out", zh: "未计入" },
} satisfies Readonly<Record<string, Texts>>;

/** Progress of tasks. */
export const taskFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "TASKS_PROGRESS",
    family: "coverage",
    calculator: "tasksProgress",
    summary: {
      en: "Tasks done of all tasks, by owner, by category and in all.",
      zh: "任务完成情况：按责任单位、按类别及全部。",
    },
    parameters: {
      owner: keys({
        zhName: "责任单位",
        en: "A column: the owner of each task; several in one cell are split by ; or ； or 、 and the task counts for each.",
        zh: "一列：每项任务的责任单位；一格有多个时用分号（; 或 ；）或顿号（、）分隔，各计一次。",
      }),
      category: keys({
        zhName: "类别",
        en: "A column: the category of each task.",
        zh: "一列：每项任务的类别。",
      }),
      done: flags({
        zhName: "是否完成",
        en: 'A column: whether each task is done: TRUE or FALSE, 1 or 0, 是 or 否. Hand over range&"" where blanks matter.',
        zh: '一列：每项任务是否完成：TRUE 或 FALSE、1 或 0、是或否。须区分空白与 0 时写成 区域&""。',
      }),
      headers: headers(),
    },
    calculate: (given) => {
      const language = languageOf(given.headers);
      const {
        owners,
        categories,
        total: all,
      } = tasksProgress({
        owner: given.owner.values,
        category: given.category.values,
        done: given.done.values,
      });
      const row = (section: Texts, name: string, share: PooledRate): (number | string)[] => [
        section[language],
        name,
        ...rateCells(share, language).slice(0, 3),
      ];
      const section = (text: Texts, shares: readonly TaskShare[]): (number | string)[][] =>
        shares.map((share) => row(text, share.name, share));
      const { missing } = all.leftOut;
      const leftOut = [sections.leftOut[language], statusWords.missing[language], "", missing, ""];
      return withTitles(given.headers, taskTitles, [
        ...section(sections.owner, owners),
        ...section(sections.category, categories),
        row(sections.all, total[language], all),
        ...(missing > 0 ? [leftOut] : []),
      ]);
    },
    examples: [
      {
        arguments: [
          [["commerce; finance"], ["commerce"], ["finance"]],
          [["register"], ["register"], ["money"]],
          [[true], [false], [true]],
        ],
        result: [
          ["section", "name", "done", "total", "rate"],
          ["owner", "commerce", 1, 2, 0.5],
          ["owner", "finance", 2, 2, 1],
          ["category", "register", 1, 2, 0.5],
          ["category", "money", 1, 1, 1],
          ["all", "total", 2, 3, 2 / 3],
        ],
      },
      {
        arguments: [
          [["商务局、财政局"], ["商务局"], ["财政局；民政局"], ["民政局"]],
          [["摸底"], ["摸底"], ["经费"], ["经费"]],
          [["是"], ["否"], ["是"], [null]],
          "zh",
        ],
        result: [
          ["口径", "名称", "已完成", "任务数", "完成率"],
          ["责任单位", "商务局", 1, 2, 0.5],
          ["责任单位", "财政局", 2, 2, 1],
          ["责任单位", "民政局", 1, 1, 1],
          ["类别", "摸底", 1, 2, 0.5],
          ["类别", "经费", 1, 1, 1],
          ["全部", "合计", 2, 3, 2 / 3],
          ["未计入", "缺失", "", 1, ""],
        ],
      },
    ],
  }),
];
