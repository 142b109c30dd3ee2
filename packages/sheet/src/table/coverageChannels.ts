import { type Count, count, coverageAreas, coverageChannels, coverageDue } from "@tallykit/core";

import { choice, counts, headers, withDefault } from "./cells.ts";
import { areaCells, areaTitles, channelCells, channelTitles, classText } from "./channelCells.ts";
import { choices, keys, optionalColumn, reported } from "./columns.ts";
import { channelWords, formTexts, organisationForms } from "./formWords.ts";
import { cellFunction, type FunctionRow, tableFunction } from "./functionRow.ts";
import type { CellParameter } from "./parameter.ts";
import { type Language, languageOf, total, withTitles } from "./words.ts";

const ownFrom: CellParameter<Count> = withDefault<Count>(
  counts({
    zhName: "单建起点",
    en: "The smallest number of members that is due an organisation of its own.",
    zh: "应单独组建的最少成员数。",
  }),
  count(3),
  "3",
);
const jointFrom: CellParameter<Count> = withDefault<Count>(
  counts({
    zhName: "联建起点",
    en: "The smallest number of members that is due a joint organisation; at most ownFrom.",
    zh: "应联合组建的最少成员数，不得大于单建起点。",
  }),
  count(1),
  "1",
);

/** Forms, channels and areas: what is due, what covers a unit, and how far that reaches. */
export const coverageChannelFunctions: readonly FunctionRow[] = [
  cellFunction({
    id: "COVERAGE_DUE",
    family: "coverage",
    calculator: "coverageDue",
    summary: {
      en: "The form of organisation that a unit of a given size should have.",
      zh: "按成员数判断单位应有的组织形式。",
    },
    parameters: {
      members: counts({
        zhName: "成员数",
        en: "How many members the unit has.",
        zh: "单位的成员数。",
      }),
      ownFrom,
      jointFrom,
      lang: withDefault<Language>(
        choice(
          { zhName: "语言", en: "The language of the answer: en or zh.", zh: "结果的语言：en 或 zh。" },
          { en: "英文", zh: "中文" },
        ),
        "en",
        "en",
      ),
    },
    calculate: ({ members, lang, ...policy }) => formTexts[coverageDue({ members, policy })][lang],
    examples: [
      { arguments: [3], result: "own" },
      { arguments: [[[0], [2], [30]]], result: [["work"], ["joint"], ["own"]] },
      { arguments: [9, 25, 10, "zh"], result: "工作覆盖" },
    ],
  }),
  tableFunction({
    id: "COVERAGE_CHANNELS",
    family: "coverage",
    calculator: "coverageChannels",
    summary: {
      en: "Units by size class and by the channel that covers them, with four rates.",
      zh: "按规模分类统计各覆盖方式的单位数和四项比率。",
    },
    parameters: {
      members: reported({
        zhName: "成员数",
        en: "A column: how many members the unit of each row has.",
        zh: "一列：每行单位的成员数。",
      }),
      form: choices(
        {
          zhName: "覆盖方式",
          en: "A column: what covers the unit: own, joint, work or none.",
          zh: "一列：单位的覆盖方式：单独组建、联合组建、工作覆盖或未覆盖。",
        },
        channelWords,
      ),
      ownFrom,
      jointFrom,
      headers: headers(),
      units: optionalColumn(
        reported({
          zhName: "单位数",
          en: "A column: how many units a row stands for; 1 if left out.",
          zh: "一列：每行代表的单位数；省略时为 1。",
        }),
      ),
      staff: optionalColumn(
        reported({
          zhName: "职工数",
          en: "A column: staff of each unit; units without members and with fewer than staffFrom are outside.",
          zh: "一列：每行单位的职工数；无成员且职工数不足职工起点的单位不列入。",
        }),
      ),
      staffFrom: withDefault<Count>(
        counts({
          zhName: "职工起点",
          en: "The smallest staff with which a unit without members counts.",
          zh: "无成员的单位列入统计所需的最少职工数。",
        }),
        count(8),
        "8",
      ),
    },
    calculate: ({ members, form, headers: chosen, ...given }) => {
      const language = languageOf(chosen);
      const { classes, total: all } = coverageChannels({
        members: members.values,
        form: form.values,
        policy: { ownFrom: given.ownFrom, jointFrom: given.jointFrom },
        units: given.units?.values,
        admission: given.staff && { staff: given.staff.values, staffFrom: given.staffFrom },
      });
      const rows = classes.map((each) => [classText(each, language), ...channelCells(each, language)]);
      return withTitles(chosen, channelTitles, [...rows, [total[language], ...channelCells(all, language)]]);
    },
    examples: [
      {
        arguments: [[[3], [1], [1]], [["own"], ["joint"], ["none"]], 3, 0, "en", [[1442], [6015], [558]]],
        result: [
          channelTitles.map(({ en }) => en),
          ["own due (3 or more)", 1442, 1442, 0, 0, 0, 1, 1, 1, 1, "ok"],
          ["joint due (fewer than 3)", 6573, 0, 6015, 0, 558, 6015 / 6573, 0, 6015 / 6573, 6015 / 6573, "ok"],
          ["work due (no size)", 0, 0, 0, 0, 0, "", "", "", "", "empty"],
          ["total", 8015, 1442, 6015, 0, 558, 7457 / 8015, 1442 / 8015, 7457 / 8015, 7457 / 8015, "ok"],
        ],
      },
      {
        arguments: [
          [[5], [4], [2], [0], [0], [1]],
          [["单独组建"], ["联合组建"], ["联合组建"], ["工作覆盖"], ["未覆盖"], [null]],
          null,
          null,
          "zh",
          null,
          [[30], [12], [9], [8], [3], [20]],
        ],
        result: [
          channelTitles.map(({ zh }) => zh),
          ["应单独组建（3人及以上）", 2, 1, 1, 0, 0, 1, 0.5, 1, 0.5, "正常"],
          ["应联合组建（1至2人）", 1, 0, 1, 0, 0, 1, 0, 1, 1, "正常，1 行未计入"],
          ["应工作覆盖（0人）", 1, 0, 0, 1, 0, 0, 0, 1, "", "正常"],
          ["合计", 4, 1, 2, 1, 0, 0.75, 0.25, 1, 2 / 3, "正常，1 行未计入"],
        ],
      },
    ],
  }),
  tableFunction({
    id: "COVERAGE_AREAS",
    family: "coverage",
    calculator: "coverageAreas",
    summary: {
      en: "Coverage of areas by own and joint organisations, each unit counted once.",
      zh: "各区域单独组建与联合组建的覆盖情况，每个单位只计一次。",
    },
    parameters: {
      area: keys({ zhName: "区域", en: "A column: the area of each row.", zh: "一列：每行所属的区域。" }),
      unit: keys({
        zhName: "单位",
        en: "A column: the unit of each row; one that several organisations cover has a row for each.",
        zh: "一列：每行的单位；由多个组织覆盖的单位每个组织占一行。",
      }),
      organisation: keys({
        zhName: "组织",
        en: "A column: the organisation that covers the unit; blank if none does.",
        zh: "一列：覆盖该单位的组织；未覆盖则留空。",
      }),
      headers: headers(),
      form: optionalColumn(
        choices(
          {
            zhName: "组织形式",
            en: "A column: own or joint; blank to tell it from how many units the organisation covers.",
            zh: "一列：单独组建或联合组建；留空则按组织覆盖的单位数判断。",
          },
          organisationForms,
        ),
      ),
    },
    calculate: ({ area, unit, organisation, form, headers: chosen }) => {
      const language = languageOf(chosen);
      const { areas, total: all } = coverageAreas({
        area: area.values,
        unit: unit.values,
        organisation: organisation.values,
        form: form?.values,
      });
      const rows = areas.map((each) => [each.area, ...areaCells(each, language)]);
      return withTitles(chosen, areaTitles, [...rows, [total[language], ...areaCells(all, language)]]);
    },
    examples: [
      {
        arguments: [
          [["east"], ["east"], ["east"], ["west"], ["west"]],
          [["mill"], ["shop"], ["farm"], ["dock"], ["inn"]],
          [["mill's own"], ["traders"], [null], ["traders"], ["traders"]],
        ],
        result: [
          areaTitles.map(({ en }) => en),
          ["east", 3, 1, 1, 1, 1, 2, 2 / 3, "ok"],
          ["west", 2, 0, 1, 0, 2, 2, 1, "ok"],
          ["total", 5, 1, 1, 1, 3, 4, 0.8, "ok"],
        ],
      },
      {
        arguments: [
          [["甲镇"], ["甲镇"], ["乙镇"], ["乙镇"]],
          [["一厂"], ["一厂"], ["二厂"], [null]],
          [["一厂组织"], ["楼宇组织"], ["楼宇组织"], ["三厂组织"]],
          "zh",
          [["单独组建"], ["联合组建"], [null], [null]],
        ],
        result: [
          areaTitles.map(({ zh }) => zh),
          ["甲镇", 1, 1, 1, 1, 0, 1, 1, "正常"],
          ["乙镇", 1, 0, 1, 0, 1, 1, 1, "正常，1 行未计入"],
          ["合计", 2, 1, 1, 1, 1, 2, 1, "正常，1 行未计入"],
        ],
      },
    ],
  }),
];
