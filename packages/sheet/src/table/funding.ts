import {
  type Amount,
  amountNumber,
  amountOf,
  amountText,
  decimalsOf,
  exact,
  exactText,
  type Fraction,
  fundingSplit,
  fundingSplitExplain,
  plus,
  type RemainderRule,
  times,
  toNumber,
} from "@tallykit/core";

import { Refusal } from "../cell/refusal.ts";
import { readNumber } from "../cell/reading.ts";
import { amounts, choice, headers, number, withDefault } from "./cells.ts";
import { bounds, labels, weights } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import { splitNote } from "./notes.ts";
import type { Choices, ParameterText } from "./parameter.ts";
import { labelText, maximumText, minimumText, weightsText } from "./weighing.ts";
import { languageOf, total, withTitles } from "./words.ts";

const totalText: ParameterText = {
  zhName: "总额",
  en: "The amount to split, in whole steps.",
  zh: "要分摊的总额，须为步长的整数倍。",
};
const rules: Choices<RemainderRule> = {
  "largest-remainder": "最大余数",
  "largest-weight": "最大权重",
  first: "从首行起",
  last: "从末行起",
};

const splitParameters = {
  total: amounts(totalText),
  weights: weights(weightsText),
  step: withDefault(
    number({
      zhName: "步长",
      en: "The smallest step of a part: 0.01 for cents, 1 for whole units.",
      zh: "每份的最小步长：0.01 为分，1 为整数。",
    }),
    exact("0.01"),
    "0.01",
  ),
  rule: withDefault(
    choice<RemainderRule>(
      {
        zhName: "规则",
        en: "Who gets the left-over steps: largest-remainder, largest-weight, first or last.",
        zh: "余下的步长给谁：最大余数、最大权重、从首行起或从末行起。",
      },
      rules,
    ),
    "largest-remainder",
    "largest-remainder",
  ),
  minimum: bounds(minimumText, readNumber),
  maximum: bounds(maximumText, readNumber),
};

/** The largest number with decimals whose every digit a cell keeps: fifteen of them. */
const fifteenNines = 10n ** 15n - 1n;

/** The total in whole steps, if a cell can hold every part of it exactly. */
function totalInSteps(value: Fraction, step: Fraction): Amount {
  const amount = amountOf(value, step, "total");
  const size = amount.units < 0n ? -amount.units : amount.units;
  const most = mostSteps(step);
  if (size > most) {
    const largest = amountText({ units: most, step });
    const requirement = `a total of at most ${largest} with a step of ${exactText(step)}, all that a cell holds exactly`;
    throw new Refusal("#VALUE!", requirement);
  }
  return amount;
}

function mostSteps(step: Fraction): bigint {
  if (step.denominator === 1n) return BigInt(Number.MAX_SAFE_INTEGER) / step.numerator;
  const stepInLastDigits = times(step, exact(10n ** BigInt(decimalsOf(step) ?? 0)));
  return fifteenNines / stepInLastDigits.numerator;
}

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

/** The funding functions, in the order of their pages. */
export const fundingFunctions: readonly FunctionRow[] = [
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
];
