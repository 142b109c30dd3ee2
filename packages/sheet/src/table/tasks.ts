import { type PooledRate, type TaskShare, tasksProgress } from "@tallykit/core";

import { headers } from "./cells.ts";
import { flags, keys } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import type { Texts } from "./parameter.ts";
import { languageOf, rateCells, statusWords, total, withTitles } from "./words.ts";

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
