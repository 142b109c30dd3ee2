import {
  type Count,
  count,
  coverageByGroup,
  coverageGap,
  coverageRate,
  coverageRollUp,
  coverageText,
  rateValue,
} from "@tallykit/core";

import { Refusal } from "../cell/refusal.ts";
import { counts, headers, number, withDefault } from "./cells.ts";
import { keys, levels, reported } from "./columns.ts";
import { covered, coveredColumn, eligible, eligibleColumn, groupColumn } from "./coverageTexts.ts";
import { cellFunction, type FunctionRow, tableFunction } from "./functionRow.ts";
import { languageOf, rateCells, rateTitles, total, withTitles } from "./words.ts";

/** Rates: of one case, by group and rolled up. */
export const coverageRates: readonly FunctionRow[] = [
  cellFunction({
    id: "COVERAGE_RATE",
    family: "coverage",
    calculator: "coverageRate",
    summary: { en: "The share of eligible units that are covered.", zh: "已覆盖单位占应覆盖单位的比例。" },
    parameters: { covered: counts(covered), eligible: counts(eligible) },
    calculate: (input) => {
      if (input.eligible === 0) throw new Refusal("#DIV/0!", "eligible above zero");
      return rateValue(coverageRate(input));
    },
    examples: [
      { arguments: [3, 4], result: 0.75 },
      { arguments: [[[5], [0]], 4], result: [[1.25], [0]] },
    ],
  }),
  cellFunction({
    id: "COVERAGE_TEXT",
    family: "coverage",
    calculator: "coverageText",
    summary: {
      en: "The coverage rate as a percentage that never says 100 when it is not all.",
      zh: "覆盖率的百分数文本，未全覆盖时绝不显示 100%。",
    },
    parameters: {
      covered: counts(covered),
      eligible: counts(eligible),
      decimals: withDefault<Count>(
        counts({
          zhName: "小数位数",
          en: "Decimals of the percentage, 0 to 15.",
          zh: "百分数的小数位数，0 到 15。",
        }),
        count(1),
        "1",
      ),
    },
    calculate: coverageText,
    examples: [
      { arguments: [6015, 6573], result: "91.5%" },
      { arguments: [1999, 2000], result: "99.9%" },
      {
        arguments: [
          [[85], [3769]],
          [[482], [4295]],
        ],
        result: [["17.6%"], ["87.8%"]],
      },
      { arguments: [1442, 1442, 0], result: "100%" },
    ],
  }),
  cellFunction({
    id: "COVERAGE_GAP",
    family: "coverage",
    calculator: "coverageGap",
    summary: {
      en: "How many more units must be covered to reach a goal.",
      zh: "达到目标覆盖率还须覆盖的单位数。",
    },
    parameters: {
      covered: counts(covered),
      eligible: counts(eligible),
      goal: number({
        zhName: "目标",
        en: "The rate to reach, a fraction from 0 to 1: 0.95 or 95%.",
        zh: "目标覆盖率，0 到 1 的小数：0.95 或 95%。",
      }),
    },
    calculate: coverageGap,
    examples: [
      { arguments: [6015, 6573, 0.95], result: 230 },
      { arguments: [20, 20, 1], result: 0 },
    ],
  }),
  tableFunction({
    id: "COVERAGE_BY_GROUP",
    family: "coverage",
    calculator: "coverageByGroup",
    summary: {
      en: "Coverage rates by group, with the pooled total.",
      zh: "分组覆盖率，末行为合并计算的合计。",
    },
    parameters: {
      group: keys(groupColumn),
      covered: reported(coveredColumn),
      eligible: reported(eligibleColumn),
      headers: headers(),
    },
    calculate: (given) => {
      const language = languageOf(given.headers);
      const { groups, total: all } = coverageByGroup({
        group: given.group.values,
        covered: given.covered.values,
        eligible: given.eligible.values,
      });
      const rows = groups.map((group) => [group.group, ...rateCells(group, language)]);
      const titles = [{ en: "group", zh: "组别" }, ...rateTitles];
      return withTitles(given.headers, titles, [...rows, [total[language], ...rateCells(all, language)]]);
    },
    examples: [
      {
        arguments: [
          [["own"], ["joint"]],
          [[1442], [6015]],
          [[1442], [6573]],
        ],
        result: [
          ["group", "covered", "eligible", "rate", "status"],
          ["own", 1442, 1442, 1, "ok"],
          ["joint", 6015, 6573, 6015 / 6573, "ok"],
          ["total", 7457, 8015, 7457 / 8015, "ok"],
        ],
      },
      {
        arguments: [[["东区"], ["西区"], ["东区"]], [[5], [null], [3]], [[4], [2], [4]], "zh"],
        result: [
          ["组别", "已覆盖", "应覆盖", "覆盖率", "状态"],
          ["东区", 8, 8, 1, "正常"],
          ["西区", "", "", "", "缺失，1 行未计入"],
          ["合计", 8, 8, 1, "正常，1 行未计入"],
        ],
      },
    ],
  }),
  tableFunction({
    id: "COVERAGE_ROLL_UP",
    family: "coverage",
    calculator: "coverageRollUp",
    summary: {
      en: "Coverage rates at every level of a hierarchy, each pooled from the rows below it.",
      zh: "逐级汇总覆盖率，每级均由下级的分子分母合并计算。",
    },
    parameters: {
      levels: levels({
        zhName: "层级",
        en: "One column a level, the highest first, without a title row.",
        zh: "每级一列，最高级在前，不含标题行。",
      }),
      covered: reported(coveredColumn),
      eligible: reported(eligibleColumn),
      headers: headers(),
    },
    calculate: (given) => {
      const language = languageOf(given.headers);
      const depth = given.levels.length;
      const nodes = coverageRollUp({
        levels: given.levels,
        covered: given.covered.values,
        eligible: given.eligible.values,
      });
      const rows = nodes.map((node) => {
        const names = Array.from({ length: depth }, (_, level) => node.path[level] ?? "");
        if (node.level === 0) names[0] = total[language];
        return [node.level, ...names, ...rateCells(node, language)];
      });
      const names = Array.from({ length: depth }, (_, level) => ({
        en: `level ${level + 1}`,
        zh: `第 ${level + 1} 级`,
      }));
      return withTitles(given.headers, [{ en: "level", zh: "级别" }, ...names, ...rateTitles], rows);
    },
    examples: [
      {
        arguments: [
          [
            ["east", "a"],
            ["east", "b"],
            ["west", "a"],
          ],
          [[1], [2], [3]],
          [[2], [4], [4]],
          "none",
        ],
        result: [
          [0, "total", "", 6, 10, 0.6, "ok"],
          [1, "east", "", 3, 6, 0.5, "ok"],
          [2, "east", "a", 1, 2, 0.5, "ok"],
          [2, "east", "b", 2, 4, 0.5, "ok"],
          [1, "west", "", 3, 4, 0.75, "ok"],
          [2, "west", "a", 3, 4, 0.75, "ok"],
        ],
      },
    ],
  }),
];
