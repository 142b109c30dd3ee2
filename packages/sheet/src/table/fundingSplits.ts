import {
  amountNumber,
  exact,
  type Fraction,
  fundingBasePlus,
  fundingNested,
  fundingSplit,
  fundingSplitExplain,
  plus,
  toNumber,
} from "@tallykit/core";

import { readNumber } from "../cell/reading.ts";
import { amounts, headers } from "./cells.ts";
import { bounds, labels, optionalColumn, requiredKeys, weights } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import { groupsOf, partsByRow } from "./groups.ts";
import { splitNote } from "./notes.ts";
import { ruleParameter, stepParameter, totalInSteps, totalParameter } from "./steps.ts";
import { labelText, maximumText, minimumText, weightsText } from "./weighing.ts";
import { languageOf, total, withTitles } from "./words.ts";

const splitParameters = {
  total: totalParameter,
  weights: weights(weightsText),
  step: stepParameter,
  rule: ruleParameter,
  minimum: bounds(minimumText, readNumber),
  maximum: bounds(maximumText, readNumber),
};

const splitTitles = [
  { en: "label", zh: "名称" },
  { en: "weight", zh: "权重" },
  { en: "exact share", zh: "精确份额" },
  { en: "rounded down", zh: "舍去后" },
  { en: "remainder", zh: "余数" },
  { en: "rank", zh: "次序" },
  { en: "odd step", zh: "补加步长" },
  { en: "part", zh: "所得" },
  { en: "note", zh: "说明" },
];

/** Splits of one amount. */
export const fundingSplits: readonly FunctionRow[] = [
  tableFunction({
    id: "FUNDING_SPLIT",
    family: "funding",
    calculator: "fundingSplit",
    summary: {
      en: "Splits an amount by weights into whole steps that add up to it.",
      zh: "按权重把总额分成整步长的份额，各份之和恰为总额。",
    },
    parameters: splitParameters,
    calculate: ({ total: value, step, weights: given, ...options }) => {
      const { parts } = fundingSplit({ total: totalInSteps(value, step), weights: given.values, ...options });
      return given.inShape(parts.map(amountNumber));
    },
    examples: [
      { arguments: [100, [[2], [3], [1]], 1], result: [[33], [50], [17]] },
      { arguments: [100, [[0.1, 0.2, 0.3]]], result: [[16.67, 33.33, 50]] },
      { arguments: [3530000, [[1], [1], [1]]], result: [[1176666.67], [1176666.67], [1176666.66]] },
      { arguments: [100, [[2], [3], [1]], 1, "largest-weight"], result: [[33], [51], [16]] },
      { arguments: [100, [[2], [3], [1]], 1, null, 25], result: [[30], [45], [25]] },
    ],
  }),
  tableFunction({
    id: "FUNDING_SPLIT_EXPLAIN",
    family: "funding",
    calculator: "fundingSplitExplain",
    summary: {
      en: "Explains a split: exact share, rounding, left-over step and bound of each part.",
      zh: "说明分摊过程：每份的精确份额、舍去部分、余数步长和所受的上下限。",
    },
    parameters: { ...splitParameters, label: labels(labelText), headers: headers() },
    calculate: ({ total: value, step, weights: given, label, headers: titles, ...options }) => {
      const language = languageOf(titles);
      const amount = totalInSteps(value, step);
      const explained = fundingSplitExplain({ total: amount, weights: given.values, ...options });
      const unit = toNumber(step) * (amount.units < 0n ? -1 : 1);
      const names = label ?? given.values.map((_, row) => String(row + 1));
      const rows = explained.rows.map((reason, row) => [
        names[row] ?? "",
        toNumber(given.values[row] ?? exact(0)),
        toNumber(reason.share),
        amountNumber(reason.roundedDown),
        toNumber(reason.remainder),
        reason.rank ?? "",
        reason.oddStep ? unit : 0,
        amountNumber(reason.part),
        splitNote(reason, row, { ties: explained.ties, names, language }),
      ]);
      const sumOf = (values: readonly Fraction[]): number => toNumber(values.reduce(plus, exact(0)));
      const steps = { units: BigInt(explained.oddSteps) * (amount.units < 0n ? -1n : 1n), step: amount.step };
      const floors = { units: amount.units - steps.units, step: amount.step };
      const last = [
        total[language],
        sumOf(given.values),
        amountNumber(amount),
        amountNumber(floors),
        amountNumber(steps),
        "",
        amountNumber(steps),
        amountNumber(amount),
        "",
      ];
      return withTitles(titles, splitTitles, [...rows, last]);
    },
    examples: [
      {
        arguments: [100, [[2], [3], [1]], 1, null, null, null, [["A"], ["B"], ["C"]]],
        result: [
          ["label", "weight", "exact share", "rounded down", "remainder", "rank", "odd step", "part", "note"],
          ["A", 2, 100 / 3, 33, 1 / 3, 2, 0, 33, "next in line"],
          ["B", 3, 50, 50, 0, "", 0, 50, ""],
          ["C", 1, 50 / 3, 16, 2 / 3, 1, 1, 17, ""],
          ["total", 6, 100, 99, 1, "", 1, 100, ""],
        ],
      },
    ],
  }),
  tableFunction({
    id: "FUNDING_NESTED",
    family: "funding",
    calculator: "fundingNested",
    summary: {
      en: "Splits an amount between groups, then inside each group, to any depth.",
      zh: "先在各组之间分摊，再在组内分摊，每级之和均与上级相等。",
    },
    parameters: {
      total: totalParameter,
      group: requiredKeys({
        zhName: "组别",
        en: "A column: the group of each row.",
        zh: "一列：每行所属的组。",
      }),
      weight: weights(weightsText),
      step: stepParameter,
      rule: ruleParameter,
      groupWeight: optionalColumn(
        weights({
          zhName: "组权重",
          en: "A column: the weight of each row's group, equal in all its rows; by default the sum of its weights.",
          zh: "一列：每行所属组的权重，同组各行须相同；默认取组内权重之和。",
        }),
      ),
    },
    calculate: ({ total, group, weight, step, rule, groupWeight }) => {
      const groups = groupsOf({
        names: group.values,
        weights: weight.values,
        groupWeights: groupWeight?.values,
      });
      const { children } = fundingNested({ total: totalInSteps(total, step), children: groups, rule });
      const parts = partsByRow(group.values, children);
      return weight.inShape(parts.map(amountNumber));
    },
    examples: [
      {
        arguments: [100, [["east"], ["east"], ["west"]], [[1], [1], [1]], 1],
        result: [[34], [33], [33]],
      },
      {
        arguments: [100, [["东区"], ["西区"], ["东区"]], [[1], [5], [3]], 1, null, [[1], [1], [1]]],
        result: [[13], [50], [37]],
      },
    ],
  }),
  tableFunction({
    id: "FUNDING_BASE_PLUS",
    family: "funding",
    calculator: "fundingBasePlus",
    summary: {
      en: "Gives every row the same base and splits the rest by weights.",
      zh: "每行先得相同的基数，其余按权重分摊。",
    },
    parameters: {
      total: totalParameter,
      baseEach: amounts({
        zhName: "每行基数",
        en: "What every row gets first, weight zero too; in whole steps.",
        zh: "每行先得的数，权重为零的行也得，须为步长的整数倍。",
      }),
      weights: weights(weightsText),
      step: stepParameter,
    },
    calculate: ({ total, baseEach, weights: given, step }) => {
      const { parts } = fundingBasePlus({
        total: totalInSteps(total, step),
        baseEach,
        weights: given.values,
      });
      return given.inShape(parts.map(amountNumber));
    },
    examples: [
      { arguments: [247000, 3000, [[5], [3], [2]]], result: [[122000], [74400], [50600]] },
      { arguments: [100, 10, [[1, 9]], 1], result: [[18, 82]] },
    ],
  }),
];
