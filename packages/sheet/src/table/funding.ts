import {
  type Amount,
  amountNumber,
  amountOf,
  amountText,
  type ApportionmentMethod,
  decimalsOf,
  exact,
  exactText,
  type Fraction,
  fundingSplit,
  fundingSplitExplain,
  plus,
  quotaApportion,
  quotaExplain,
  type RemainderRule,
  times,
  toNumber,
} from "@tallykit/core";

import { Refusal } from "../cell/refusal.ts";
import { readCount, readNumber } from "../cell/reading.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import {
  bounds,
  choice,
  type Choices,
  counts,
  headers,
  labels,
  number,
  optional,
  type ParameterText,
  weights,
  withDefault,
} from "./parameter.ts";
import { boundNotes, splitNote, tieNotes } from "./notes.ts";
import { languageOf, total, withTitles } from "./words.ts";

const totalText: ParameterText = {
  zhName: "总额",
  en: "The amount to split, in whole steps.",
  zh: "要分摊的总额，须为步长的整数倍。",
};
const weightsText: ParameterText = {
  zhName: "权重",
  en: "A column of weights from 0; only their ratio matters.",
  zh: "一列不小于 0 的权重，只看比例。",
};
const minimumText: ParameterText = {
  zhName: "下限",
  en: "The least each row gets: one value, or a column (blank: no bound).",
  zh: "每行最少得到的数：一个值，或一列（空白表示无下限）。",
};
const maximumText: ParameterText = {
  zhName: "上限",
  en: "The most each row gets: one value, or a column (blank: no bound).",
  zh: "每行最多得到的数：一个值，或一列（空白表示无上限）。",
};
const labelText: ParameterText = {
  zhName: "名称",
  en: "A column: the name of each row.",
  zh: "一列：每行的名称。",
};

const rules: Choices<RemainderRule> = {
  "largest-remainder": "最大余数",
  "largest-weight": "最大权重",
  first: "从首行起",
  last: "从末行起",
};

const splitParameters = {
  total: number(totalText),
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

const methods: Choices<ApportionmentMethod> = {
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
        en: `The method: ${Object.keys(methods).join(", ")}.`,
        zh: `分配方法：${Object.values(methods).join("、")}。`,
      },
      methods,
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
          en: "Places that everyone not below the threshold gets first.",
          zh: "未低于门槛的每行先得的名额。",
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
