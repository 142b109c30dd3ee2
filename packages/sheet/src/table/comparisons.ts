import {
  type ComparedPart,
  type FairnessMeasure,
  type Fraction,
  splitCompare,
  splitFairness,
  toNumber,
} from "@tallykit/core";

import type { CellError } from "../cell/cell.ts";
import { choice, headers, withDefault } from "./cells.ts";
import { labels, numbers, weights } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import type { Choices } from "./parameter.ts";
import { labelText } from "./weighing.ts";
import { languageOf, total, withTitles } from "./words.ts";

const compareTitles = [
  { en: "label", zh: "名称" },
  { en: "before", zh: "原数" },
  { en: "after", zh: "现数" },
  { en: "difference", zh: "增减" },
  { en: "share before", zh: "原占比" },
  { en: "share after", zh: "现占比" },
  { en: "points", zh: "百分点" },
];

/** A share of nothing has no value. */
function shareCell(share: Fraction | undefined, wholes: string): number | CellError {
  if (share !== undefined) return toNumber(share);
  return { error: "#DIV/0!", message: `SPLIT_COMPARE requires ${wholes} with a sum other than 0.` };
}

function comparedCells(part: ComparedPart): (number | CellError)[] {
  const empty = part.shareBefore === undefined ? "before" : "after";
  return [
    toNumber(part.before),
    toNumber(part.after),
    toNumber(part.difference),
    shareCell(part.shareBefore, "before"),
    shareCell(part.shareAfter, "after"),
    shareCell(part.points, empty),
  ];
}

const measures: Choices<FairnessMeasure> = {
  gallagher: "加拉格尔",
  "loosemore-hanby": "卢斯莫尔-汉比",
  "sainte-lague": "圣拉格",
  gini: "基尼",
  theil: "泰尔",
  jain: "贾因",
  "largest-deviation": "最大偏差",
};

/** Functions that compare splits and measure them. */
export const comparisonFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "SPLIT_COMPARE",
    family: "funding",
    calculator: "splitCompare",
    summary: {
      en: "Compares two splits row by row: amounts, shares, and points between the shares.",
      zh: "逐行比较两次分配：金额、占比及占比相差的百分点。",
    },
    parameters: {
      before: numbers({
        zhName: "原数",
        en: "A column: what each row got before; 0 for a row that is new.",
        zh: "一列：每行原来所得的数，新增的行填 0。",
      }),
      after: numbers({
        zhName: "现数",
        en: "A column: what each row gets after; 0 for a row that is gone.",
        zh: "一列：每行现在所得的数，取消的行填 0。",
      }),
      label: labels(labelText),
      headers: headers(),
    },
    calculate: ({ before, after, label, headers: titles }) => {
      const compared = splitCompare({ before: before.values, after: after.values });
      const rows = compared.rows.map((part, row) => [
        label === undefined ? String(row + 1) : (label[row] ?? ""),
        ...comparedCells(part),
      ]);
      const last = [total[languageOf(titles)], ...comparedCells(compared.total)];
      return withTitles(titles, compareTitles, [...rows, last]);
    },
    examples: [
      {
        arguments: [
          [[60], [40]],
          [[66], [54]],
          [["A"], ["B"]],
        ],
        result: [
          ["label", "before", "after", "difference", "share before", "share after", "points"],
          ["A", 60, 66, 6, 0.6, 0.55, -5],
          ["B", 40, 54, 14, 0.4, 0.45, 5],
          ["total", 100, 120, 20, 1, 1, 0],
        ],
      },
      {
        arguments: [[[3000], [5000]], [[3000], [3000]], [["东园"], ["西园"]], "zh"],
        result: [
          ["名称", "原数", "现数", "增减", "原占比", "现占比", "百分点"],
          ["东园", 3000, 3000, 0, 0.375, 0.5, 12.5],
          ["西园", 5000, 3000, -2000, 0.625, 0.5, -12.5],
          ["合计", 8000, 6000, -2000, 1, 1, 0],
        ],
      },
    ],
  }),
  tableFunction({
    id: "SPLIT_FAIRNESS",
    family: "funding",
    calculator: "splitFairness",
    summary: {
      en: "Measures how far parts are from proportion to their weights, by one of seven measures.",
      zh: "衡量各行所得与其权重的比例相差多少，有七种指标可选。",
    },
    parameters: {
      received: numbers({
        zhName: "所得",
        en: "A column: what each row received, from 0.",
        zh: "一列：每行所得的数，不小于 0。",
      }),
      weights: weights({
        zhName: "权重",
        en: "A column: the weight of each row, such as its votes or members.",
        zh: "一列：每行的权重，如票数或会员数。",
      }),
      measure: withDefault(
        choice<FairnessMeasure>(
          {
            zhName: "指标",
            en: `The measure: ${Object.keys(measures).join(", ")}; jain is 1 at exact proportion, all others 0.`,
            zh: `指标：${Object.values(measures).join("、")}；完全成比例时贾因指数为 1，其余为 0。`,
          },
          measures,
        ),
        "gallagher",
        "gallagher",
      ),
    },
    calculate: ({ received, weights: given, measure }) =>
      splitFairness({ received: received.values, weights: given.values, measure }),
    examples: [
      {
        arguments: [
          [[7], [3], [0]],
          [[60], [30], [10]],
        ],
        result: 0.1,
      },
      { arguments: [[[1], [2], [3], [4], [5]], [[1], [1], [1], [1], [1]], "gini"], result: 4 / 15 },
      { arguments: [[[2], [3], [5]], [[20], [30], [50]], "贾因"], result: 1 },
    ],
  }),
];
