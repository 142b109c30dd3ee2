import {
  type ApportionmentMethod,
  exact,
  type Fraction,
  plus,
  quotaApportion,
  quotaExplain,
  toNumber,
} from "@tallykit/core";

import { readCount } from "../cell/reading.ts";
import { choice, counts, headers, number, optional, withDefault } from "./cells.ts";
import { bounds, labels, weights } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import { boundNotes, tieNotes } from "./notes.ts";
import type { Choices } from "./parameter.ts";
import { labelText, maximumText, minimumText, weightsText } from "./weighing.ts";
import { languageOf, total, withTitles } from "./words.ts";

/** The methods in Chinese. */
export const methodWords: Choices<ApportionmentMethod> = {
  "largest-remainder": "最大余数",
  droop: "德鲁普",
  "hagenbach-bischoff": "哈根巴赫-比绍夫",
  jefferson: "杰斐逊",
  webster: "韦伯斯特",
  adams: "亚当斯",
  dean: "迪安",
  "huntington-hill": "亨廷顿-希尔",
  quota: "配额法",
};

const quotaParameters = {
  places: counts({ zhName: "名额", en: "Whole places to share.", zh: "要分配的名额总数。" }),
  weights: weights(weightsText),
  method: withDefault(
    choice<ApportionmentMethod>(
      {
        zhName: "方法",
        en: `The method: ${Object.keys(methodWords).join(", ")}.`,
        zh: `分配方法：${Object.values(methodWords).join("、")}。`,
      },
      methodWords,
    ),
    "largest-remainder",
    "largest-remainder",
  ),
  minimum: bounds(minimumText, readCount),
  maximum: bounds(maximumText, readCount),
  threshold: optional(
    number({
      zhName: "门槛",
      en: "The share of all weight below which a row gets nothing; a fraction: 0.05 or 5%.",
      zh: "低于全部权重这一比例的行不得名额；小数：0.05 或 5%。",
    }),
  ),
};

const quotaTitles = [
  { en: "label", zh: "名称" },
  { en: "weight", zh: "权重" },
  { en: "exact quota", zh: "精确配额" },
  { en: "places", zh: "名额" },
  { en: "next claim", zh: "下一竞争值" },
  { en: "note", zh: "说明" },
];

/** The functions of quotas, in the order of their pages. */
export const quotaFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "QUOTA_APPORTION",
    family: "funding",
    calculator: "quotaApportion",
    summary: {
      en: "Shares whole places by weights, with any of nine apportionment methods.",
      zh: "按权重分配整数名额，有九种分配方法可选。",
    },
    parameters: {
      ...quotaParameters,
      base: optional(
        counts({
          zhName: "基数",
          en: "Places that everyone not below the threshold gets first, but for rows of 0 or blank at the end.",
          zh: "未低于门槛的每行先得的名额，末尾的零行或空白行除外。",
        }),
      ),
      firstDivisor: optional(
        number({
          zhName: "首除数",
          en: "With webster only: the first divisor instead of 1, such as 1.4 or 1.2.",
          zh: "仅用于韦伯斯特法：代替 1 的首除数，如 1.4 或 1.2。",
        }),
      ),
    },
    calculate: ({ weights: given, ...input }) =>
      given.inShape(quotaApportion({ ...input, weights: given.values }).places),
    examples: [
      {
        arguments: [43, [[21878], [9713], [4167], [3252], [1065]], "webster"],
        result: [[24], [10], [4], [4], [1]],
      },
      {
        arguments: [43, [[21878], [9713], [4167], [3252], [1065]], "jefferson"],
        result: [[24], [11], [4], [3], [1]],
      },
    ],
  }),
  tableFunction({
    id: "QUOTA_EXPLAIN",
    family: "funding",
    calculator: "quotaExplain",
    summary: {
      en: "Explains an apportionment: quota, places, next claim, bound and divisor interval.",
      zh: "说明名额分配：每行的精确配额、名额、下一名额的竞争值、上下限和除数区间。",
    },
    parameters: { ...quotaParameters, label: labels(labelText), headers: headers() },
    calculate: ({ weights: given, label, headers: titles, ...input }) => {
      const language = languageOf(titles);
      const zh = language === "zh";
      const explained = quotaExplain({ ...input, weights: given.values });
      const names = label ?? given.values.map((_, row) => String(row + 1));
      const rows = explained.rows.map((reason, row) => [
        names[row] ?? "",
        toNumber(given.values[row] ?? exact(0)),
        toNumber(reason.quota),
        reason.places,
        reason.nextClaim ?? "",
        [
          ...(reason.belowThreshold ? [zh ? "低于门槛" : "below the threshold"] : []),
          ...boundNotes(reason.bound, zh),
          ...tieNotes(row, { ties: explained.ties, names, language }),
        ].join(zh ? "；" : "; "),
      ]);
      const { lowest, highest } = explained.divisor;
      const quotas = explained.rows.map(({ quota }) => quota).reduce(plus, exact(0));
      const last = [
        [
          total[language],
          toNumber(given.values.reduce<Fraction>(plus, exact(0))),
          toNumber(quotas),
          input.places,
          "",
          "",
        ],
        [zh ? "最小除数" : "lowest divisor", "", "", "", lowest ?? "", ""],
        [zh ? "最大除数" : "highest divisor", "", "", "", highest ?? "", ""],
      ];
      return withTitles(titles, quotaTitles, [...rows, ...last]);
    },
    examples: [
      {
        arguments: [5, [[6], [3], [1]], "webster", null, null, null, [["A"], ["B"], ["C"]]],
        result: [
          ["label", "weight", "exact quota", "places", "next claim", "note"],
          ["A", 6, 3, 3, 12 / 7, ""],
          ["B", 3, 1.5, 2, 1.2, "tied with C; served as an earlier row"],
          ["C", 1, 0.5, 0, 2, "tied with B; not served, the earlier row was"],
          ["total", 10, 5, 5, "", ""],
          ["lowest divisor", "", "", "", 2, ""],
          ["highest divisor", "", "", "", 2, ""],
        ],
      },
    ],
  }),
];
