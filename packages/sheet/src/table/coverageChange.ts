import { coverageChange, coverageStandardised, type Rate, type RateChange } from "@tallykit/core";

import { counts, headers, optional } from "./cells.ts";
import { keys, reported, weights } from "./columns.ts";
import { coveredColumn, eligibleColumn, groupColumn } from "./coverageTexts.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import type { Texts } from "./parameter.ts";
import { type Language, languageOf, statusWords, total, withLeftOut, withTitles } from "./words.ts";

const changeTitles: readonly Texts[] = [
  { en: "group", zh: "组别" },
  { en: "rate before", zh: "前期覆盖率" },
  { en: "rate after", zh: "后期覆盖率" },
  { en: "own points", zh: "自身变动百分点" },
  { en: "part from rates", zh: "覆盖率变动部分" },
  { en: "part from structure", zh: "结构变动部分" },
  { en: "contribution", zh: "贡献百分点" },
  { en: "status", zh: "状态" },
];

const changeWords: Readonly<Record<RateChange["status"], Texts>> = {
  ...statusWords,
  new: { en: "new", zh: "新增" },
  gone: { en: "gone", zh: "消失" },
};

/** The status of a change; a group that appears or vanishes may be over as well. */
function changeStatus({ before, after, status, leftOut }: RateChange, language: Language): string {
  const isOver = before?.status === "over" || after?.status === "over";
  const words = isOver && (status === "new" || status === "gone") ? ([status, "over"] as const) : [status];
  const text = words.map((word) => changeWords[word][language]).join(language === "zh" ? "，" : ", ");
  return withLeftOut(text, leftOut.missing + leftOut.invalid, language);
}

/** A change as cells, blank where there is no number: a new group has no rate before. */
function changeCells(change: RateChange, language: Language): (number | string)[] {
  const { before, after, points, fromRates, fromStructure, contribution } = change;
  const numbers = [rateOf(before), rateOf(after), points, fromRates, fromStructure, contribution];
  return [...numbers.map((value) => value ?? ""), changeStatus(change, language)];
}

function rateOf(rate: Rate | undefined): number | undefined {
  return rate === undefined || rate.denominator === 0 ? undefined : rate.numerator / rate.denominator;
}

/** Change of coverage between two dates, and coverage in a standard structure. */
export const coverageChangeFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "COVERAGE_CHANGE",
    family: "coverage",
    calculator: "coverageChange",
    summary: {
      en: "What each group contributed to a change of coverage, by its rate and by its share.",
      zh: "各组对覆盖率变动的贡献，分为覆盖率变动和结构变动两部分。",
    },
    parameters: {
      group: keys(groupColumn),
      coveredBefore: reported({
        zhName: "前期已覆盖",
        en: "A column: covered units of each row at the first date.",
        zh: "一列：每行前期已覆盖的单位数。",
      }),
      eligibleBefore: reported({
        zhName: "前期应覆盖",
        en: "A column: eligible units of each row at the first date; 0, not blank, for a group that is new.",
        zh: "一列：每行前期应覆盖的单位数；新增的组填 0，不可留空。",
      }),
      coveredAfter: reported({
        zhName: "后期已覆盖",
        en: "A column: covered units of each row at the second date.",
        zh: "一列：每行后期已覆盖的单位数。",
      }),
      eligibleAfter: reported({
        zhName: "后期应覆盖",
        en: "A column: eligible units of each row at the second date; 0, not blank, for a group that is gone.",
        zh: "一列：每行后期应覆盖的单位数；消失的组填 0，不可留空。",
      }),
      headers: headers(),
      decimals: optional(
        counts({
          zhName: "小数位数",
          en: "Decimals of a point, 0 to 15: all parts are rounded together and add up as printed.",
          zh: "百分点的小数位数，0 到 15；各部分一并取舍，行列均能加总相符。",
        }),
      ),
    },
    calculate: (given) => {
      const language = languageOf(given.headers);
      const { groups, total: all } = coverageChange({
        group: given.group.values,
        coveredBefore: given.coveredBefore.values,
        eligibleBefore: given.eligibleBefore.values,
        coveredAfter: given.coveredAfter.values,
        eligibleAfter: given.eligibleAfter.values,
        decimals: given.decimals,
      });
      const rows = groups.map((group) => [group.group, ...changeCells(group, language)]);
      return withTitles(given.headers, changeTitles, [
        ...rows,
        [total[language], ...changeCells(all, language)],
      ]);
    },
    examples: [
      {
        arguments: [
          [["east"], ["west"]],
          [[10], [80]],
          [[50], [100]],
          [[30], [80]],
          [[100], [100]],
        ],
        result: [
          [
            "group",
            "rate before",
            "rate after",
            "own points",
            "part from rates",
            "part from structure",
            "contribution",
            "status",
          ],
          ["east", 0.2, 0.3, 10, 25 / 6, 25 / 6, 25 / 3, "ok"],
          ["west", 0.8, 0.8, 0, 0, -40 / 3, -40 / 3, "ok"],
          ["total", 0.6, 0.55, -5, 25 / 6, -55 / 6, -5, "ok"],
        ],
      },
      {
        arguments: [
          [["东区"], ["西区"], ["新区"]],
          [[10], [80], [0]],
          [[50], [100], [0]],
          [[30], [80], [24]],
          [[100], [100], [40]],
          "zh",
          1,
        ],
        result: [
          [
            "组别",
            "前期覆盖率",
            "后期覆盖率",
            "自身变动百分点",
            "覆盖率变动部分",
            "结构变动部分",
            "贡献百分点",
            "状态",
          ],
          ["东区", 0.2, 0.3, 10, 3.7, 2.1, 5.8, "正常"],
          ["西区", 0.8, 0.8, 0, 0, -20, -20, "正常"],
          ["新区", "", 0.6, "", 0, 10, 10, "新增"],
          ["合计", 0.6, 134 / 240, -4.2, 3.7, -7.9, -4.2, "正常"],
        ],
      },
    ],
  }),
  tableFunction({
    id: "COVERAGE_STANDARDISED",
    family: "coverage",
    calculator: "coverageStandardised",
    summary: {
      en: "The rate that the groups' own rates would give in a standard structure.",
      zh: "各组覆盖率按标准结构加权所得的标准化覆盖率。",
    },
    parameters: {
      covered: { ...reported(coveredColumn), keepsMissing: false },
      eligible: { ...reported(eligibleColumn), keepsMissing: false },
      standard: weights({
        zhName: "标准",
        en: "A column: the size of each row's group in the standard; only the ratios matter.",
        zh: "一列：每行所属组在标准结构中的规模，只看相互比例。",
      }),
    },
    calculate: ({ covered, eligible, standard }) =>
      coverageStandardised({
        covered: covered.values,
        eligible: eligible.values,
        standard: standard.values,
      }),
    examples: [
      {
        arguments: [
          [[90], [10]],
          [[100], [50]],
          [[1], [1]],
        ],
        result: 0.55,
      },
      { arguments: [[[90, 10]], [[100, 50]], [[1, 3]]], result: 0.375 },
    ],
  }),
];
