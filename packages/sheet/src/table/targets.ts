import { growthBase, targetCatchUp, targetProRata, targetShareOut } from "@tallykit/core";

import { readCount } from "../cell/reading.ts";
import { counts, dateSerial, dateSystem, number } from "./cells.ts";
import { bounds, weights } from "./columns.ts";
import { dayOf } from "./days.ts";
import { cellFunction, cellsFunction, type FunctionRow, tableFunction } from "./functionRow.ts";
import { place, rounding } from "./growthChoices.ts";
import { targetStatusFunction } from "./targetStatus.ts";
import { targetMilestonesFunction, targetToDateFunction } from "./targetTables.ts";
import { asOfText, endDateText, startDateText } from "./targetTexts.ts";
import { maximumText, minimumText, weightsText } from "./weighing.ts";

/** The base that a value implies. */
export const growthBaseFunctions: readonly FunctionRow[] = [
  cellsFunction({
    id: "GROWTH_BASE",
    family: "growth",
    calculator: "growthBase",
    summary: {
      en: "The base that a value implies: exactly, and the whole numbers that round to it.",
      zh: "由期末数值反推基数：精确值，以及取整后能得到该数值的最小和最大整数基数。",
    },
    parameters: {
      end: number({
        zhName: "期末值",
        en: "The value at the end, as printed.",
        zh: "期末的数值，按公布数填写。",
      }),
      rate: number({
        zhName: "增长率",
        en: "Growth a period, a fraction above -1: 0.2 or 20%.",
        zh: "每期增长率，大于 -1 的小数：0.2 或 20%。",
      }),
      periods: counts({
        zhName: "期数",
        en: "How many periods lie between base and end.",
        zh: "基期到期末的期数。",
      }),
      rounding: rounding("nearest"),
      place,
    },
    width: 3,
    calculate: (input) => {
      const { base, lowest, highest } = growthBase(input);
      const { error, message } = noWholeBase;
      return [base, lowest ?? { error, message }, highest ?? { error, message }];
    },
    examples: [
      { arguments: [650, 0.2, 1], result: [[1625 / 3, 542, 542]] },
      { arguments: [650, 0.2, 2, "nearest", "each"], result: [[8125 / 18, 452, 452]] },
      {
        arguments: [[[650], [1000]], [[0.2], [0.0004]], [[1], [1]], "down"],
        result: [
          [1625 / 3, 542, 542],
          [2500000 / 2501, 1000, 1000],
        ],
      },
    ],
  }),
];

const noWholeBase = {
  error: "#N/A",
  message: "GROWTH_BASE requires an end that some whole base reaches with this rounding; none does.",
} as const;

/** The targets, in the order of their pages. */
export const targetFunctions: readonly FunctionRow[] = [
  targetStatusFunction,
  cellFunction({
    id: "TARGET_CATCH_UP",
    family: "growth",
    calculator: "targetCatchUp",
    summary: {
      en: "The equal rate a period that is needed from here to reach a goal in time.",
      zh: "从目前起，按期达到目标所需的每期增长率。",
    },
    parameters: {
      actual: number({ zhName: "实际", en: "The value now; not 0.", zh: "目前的数值，不能为 0。" }),
      goal: number({ zhName: "目标", en: "The value to reach.", zh: "要达到的数值。" }),
      periodsLeft: number({
        zhName: "剩余期数",
        en: "How many periods are left, such as years.",
        zh: "剩余的期数，如年数。",
      }),
    },
    calculate: targetCatchUp,
    examples: [
      { arguments: [650, 936, 2], result: 0.2 },
      {
        arguments: [
          [[900], [1000]],
          [[1000], [810]],
          [[1], [2]],
        ],
        result: [[1 / 9], [-0.1]],
      },
    ],
  }),
  targetMilestonesFunction,
  cellFunction({
    id: "TARGET_PRO_RATA",
    family: "growth",
    calculator: "targetProRata",
    summary: {
      en: "The part of a goal that is due by a day, by the days that have gone.",
      zh: "按已过天数计算截至某日应完成的目标，即序时目标。",
    },
    parameters: {
      goal: number({
        zhName: "目标",
        en: "What is to be reached by the end of the period.",
        zh: "期末要达到的数。",
      }),
      startDate: dateSerial(startDateText),
      endDate: dateSerial(endDateText),
      asOf: dateSerial(asOfText),
      dateSystem: dateSystem(),
    },
    calculate: ({ goal, dateSystem: system, ...dates }) =>
      targetProRata({
        goal,
        startDate: dayOf(dates.startDate, system, { name: "startDate" }),
        endDate: dayOf(dates.endDate, system, { name: "endDate" }),
        asOf: dayOf(dates.asOf, system, { name: "asOf" }),
      }),
    examples: [
      { arguments: [730, 46023, 46387, 46112], result: 180 },
      { arguments: [730, 44561, 44925, [[44650], [44926]], 1904], result: [[180], [730]] },
    ],
  }),
  targetToDateFunction,
  tableFunction({
    id: "TARGET_SHARE_OUT",
    family: "growth",
    calculator: "targetShareOut",
    summary: {
      en: "Shares a goal out in whole numbers that add up to it, by weights and within bounds.",
      zh: "按权重并在上下限内把目标分解为整数，合计等于目标。",
    },
    parameters: {
      goal: counts({
        zhName: "目标",
        en: "The goal to share out, a whole number.",
        zh: "要分解的目标，整数。",
      }),
      weights: weights(weightsText),
      minimum: bounds(minimumText, readCount),
      maximum: bounds(maximumText, readCount),
    },
    calculate: ({ weights: given, ...input }) =>
      given.inShape(targetShareOut({ ...input, weights: given.values }).goals),
    examples: [
      { arguments: [100, [[3], [3], [1]]], result: [[43], [43], [14]] },
      { arguments: [100, [[3, 3, 1]], 20], result: [[40, 40, 20]] },
    ],
  }),
];
