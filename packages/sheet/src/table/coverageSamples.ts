import {
  coverageFunnel,
  coverageInterval,
  fraction,
  type FunnelFlag,
  type FunnelGroup,
} from "@tallykit/core";

import { choice, counts, headers, number, optional, withDefault } from "./cells.ts";
import { keys, reported } from "./columns.ts";
import { coveredColumn, eligibleColumn, groupColumn } from "./coverageTexts.ts";
import { cellsFunction, type FunctionRow, tableFunction } from "./functionRow.ts";
import type { Texts } from "./parameter.ts";
import { type Language, languageOf, rateCells, total, withLeftOut, withTitles } from "./words.ts";

const flagWords: Readonly<Record<FunnelFlag, Texts>> = {
  "in limits": { en: "in limits", zh: "界内" },
  "high 95": { en: "high 95", zh: "高于95%上限" },
  "high 99.8": { en: "high 99.8", zh: "高于99.8%上限" },
  "low 95": { en: "low 95", zh: "低于95%下限" },
  "low 99.8": { en: "low 99.8", zh: "低于99.8%下限" },
};
const noBaseline: Texts = { en: "no baseline", zh: "无基准" };

const funnelTitles: readonly Texts[] = [
  { en: "group", zh: "组别" },
  { en: "rate", zh: "覆盖率" },
  { en: "lower 95%", zh: "95%下限" },
  { en: "upper 95%", zh: "95%上限" },
  { en: "lower 99.8%", zh: "99.8%下限" },
  { en: "upper 99.8%", zh: "99.8%上限" },
  { en: "flag", zh: "标记" },
];

/** A group's row: the status of its rate stands where there can be no flag. */
function funnelRow(found: FunnelGroup, language: Language): (number | string)[] {
  const { group, limits, flag, rate, leftOut } = found;
  const [, , value = "", status = ""] = rateCells(found, language);
  const rowsLeftOut = leftOut.missing + leftOut.invalid;
  const word = flag === undefined ? noBaseline : flagWords[flag];
  return [
    group,
    value,
    limits?.low95 ?? "",
    limits?.high95 ?? "",
    limits?.low998 ?? "",
    limits?.high998 ?? "",
    rate?.status === "ok" ? withLeftOut(word[language], rowsLeftOut, language) : status,
  ];
}

/** Rates from samples, and rates of groups so small that chance moves them. */
export const coverageSampleFunctions: readonly FunctionRow[] = [
  cellsFunction({
    id: "COVERAGE_INTERVAL",
    family: "coverage",
    calculator: "coverageInterval",
    summary: {
      en: "The interval that a sample gives for the coverage rate of the units it was drawn from.",
      zh: "由抽样结果推算总体覆盖率的置信区间。",
    },
    parameters: {
      covered: counts({
        zhName: "已覆盖",
        en: "How many units of the sample are covered.",
        zh: "样本中已覆盖的单位数。",
      }),
      sample: counts({
        zhName: "样本量",
        en: "How many units the sample has.",
        zh: "样本的单位数。",
      }),
      confidence: withDefault(
        number({
          zhName: "置信度",
          en: "How often such intervals hold the true rate: 0.95 or 95%.",
          zh: "置信度，即此类区间包含真实覆盖率的比例：0.95 或 95%。",
        }),
        fraction(19n, 20n),
        "0.95",
      ),
      method: withDefault(
        choice(
          {
            zhName: "方法",
            en: "The method: wilson, wilson-continuity, clopper-pearson, agresti-coull or wald.",
            zh: "计算方法：wilson、wilson-continuity、clopper-pearson、agresti-coull 或 wald。",
          },
          {
            wilson: "威尔逊",
            "wilson-continuity": "威尔逊连续校正",
            "clopper-pearson": "克洛珀-皮尔逊",
            "agresti-coull": "阿格雷斯蒂-库尔",
            wald: "沃尔德",
          },
        ),
        "wilson",
        "wilson",
      ),
      population: optional(
        counts({
          zhName: "总体数",
          en: "How many units the sample was drawn from; with wilson, wald and agresti-coull.",
          zh: "抽取样本的总体单位数，仅用于 wilson、wald 和 agresti-coull。",
        }),
      ),
    },
    width: 2,
    calculate: (given) => {
      const { low, high } = coverageInterval(given);
      return [low, high];
    },
    examples: [
      { arguments: [81, 263], result: [[0.2552885198782743, 0.36620957698280004]] },
      {
        arguments: [[[15], [0]], [[148], [20]], 0.95, "clopper-pearson"],
        result: [
          [0.057844010083448555, 0.161650490349479],
          [0, 0.1684334709830854],
        ],
      },
      { arguments: [3, 4, null, null, 4], result: [[0.75, 0.75]] },
    ],
  }),
  tableFunction({
    id: "COVERAGE_FUNNEL",
    family: "coverage",
    calculator: "coverageFunnel",
    summary: {
      en: "Which groups lie farther from the common rate than chance takes groups of their size.",
      zh: "漏斗界限：找出偏离总体覆盖率超过随机波动的组。",
    },
    parameters: {
      group: keys(groupColumn),
      covered: reported(coveredColumn),
      eligible: reported(eligibleColumn),
      headers: headers(),
      baseline: optional(
        number({
          zhName: "基准",
          en: "The rate to hold groups against, a fraction from 0 to 1; left out, the pooled rate.",
          zh: "用于比较的覆盖率，0 到 1 的小数；省略时为合并计算的总覆盖率。",
        }),
      ),
    },
    calculate: (given) => {
      const language = languageOf(given.headers);
      const { groups, total: all } = coverageFunnel({
        group: given.group.values,
        covered: given.covered.values,
        eligible: given.eligible.values,
        baseline: given.baseline,
      });
      const [, , rate = "", status = ""] = rateCells(all, language);
      return withTitles(given.headers, funnelTitles, [
        ...groups.map((group) => funnelRow(group, language)),
        [total[language], rate, "", "", "", "", status],
      ]);
    },
    examples: [
      {
        arguments: [[["east"], ["west"]], [[60], [74]], [[100], [100]], "en", 0.75],
        result: [
          ["group", "rate", "lower 95%", "upper 95%", "lower 99.8%", "upper 99.8%", "flag"],
          [
            "east",
            0.6,
            0.6651310692748518,
            0.8348689307251482,
            0.6161890292206204,
            0.8838109707793796,
            "low 99.8",
          ],
          [
            "west",
            0.74,
            0.6651310692748518,
            0.8348689307251482,
            0.6161890292206204,
            0.8838109707793796,
            "in limits",
          ],
          ["total", 0.67, "", "", "", "", "ok"],
        ],
      },
      {
        arguments: [
          [["东区"], ["西区"], ["南区"], ["北区"]],
          [[360], [95], [5], [null]],
          [[400], [160], [4], [30]],
          "zh",
        ],
        result: [
          ["组别", "覆盖率", "95%下限", "95%上限", "99.8%下限", "99.8%上限", "标记"],
          [
            "东区",
            0.9,
            0.7775983756363507,
            0.8536072981225146,
            0.7556820412545479,
            0.8755236325043174,
            "高于99.8%上限",
          ],
          [
            "西区",
            0.59375,
            0.755512507491566,
            0.8756931662672992,
            0.7208597401873883,
            0.9103459335714769,
            "低于99.8%下限",
          ],
          ["南区", 1.25, 0.43555822444861253, 1, 0.21639488063058415, 1, "超出"],
          ["北区", "", "", "", "", "", "缺失，1 行未计入"],
          ["合计", 0.8156028368794326, "", "", "", "", "正常，1 行未计入"],
        ],
      },
    ],
  }),
];
