import {
  type GrowthMethod,
  growthPath,
  growthPathTo,
  type GrowthPathToMethod,
  growthPeriods,
  growthRate,
} from "@tallykit/core";

import { cellFunction, type FunctionRow, tableFunction } from "./functionRow.ts";
import { choice, counts, number, optional, withDefault } from "./cells.ts";
import { place, rounding } from "./growthChoices.ts";
import type { Choices } from "./parameter.ts";

const periodsText = { zhName: "期数", en: "How many periods, such as years.", zh: "期数，如年数。" };
const start = number({ zhName: "起点", en: "The value to start from.", zh: "起点的数值。" });
const end = number({ zhName: "终点", en: "The value at the end.", zh: "终点的数值。" });

const methods: Choices<GrowthMethod> = { compound: "复合", linear: "线性" };

/** The growth functions, in the order of their pages. */
export const growthFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "GROWTH_PATH",
    family: "growth",
    calculator: "growthPath",
    summary: {
      en: "Every value of a path that grows from a base at a rate, the base first.",
      zh: "从基数起按增长率逐期增长的各期数值，首个为基数。",
    },
    parameters: {
      base: number({
        zhName: "基数",
        en: "The value of the base period; never rounded.",
        zh: "基期的数值，不作舍入。",
      }),
      rate: number({
        zhName: "增长率",
        en: "Growth a period, a fraction: 0.2 or 20%.",
        zh: "每期增长率，小数：0.2 或 20%。",
      }),
      periods: counts(periodsText),
      method: withDefault(
        choice<GrowthMethod>(
          {
            zhName: "方法",
            en: "compound: the rate of the value before; linear: always of the base.",
            zh: "复合：按上期数值增长；线性：始终按基数增长。",
          },
          methods,
        ),
        "compound",
        "compound",
      ),
      rounding: rounding("none"),
      place,
    },
    calculate: (input) => growthPath(input).map((value) => [value]),
    examples: [
      { arguments: [650, 0.2, 3], result: [[650], [780], [936], [1123.2]] },
      {
        arguments: [650, 0.2, 5, null, "nearest", "each"],
        result: [[650], [780], [936], [1123], [1348], [1618]],
      },
      {
        arguments: [650, 0.2, 5, "compound", "nearest"],
        result: [[650], [780], [936], [1123], [1348], [1617]],
      },
    ],
  }),
  tableFunction({
    id: "GROWTH_PATH_TO",
    family: "growth",
    calculator: "growthPathTo",
    summary: {
      en: "Every value of a path from a start to a goal, both as given.",
      zh: "从起点到目标的各期数值，起点和目标均为原值。",
    },
    parameters: {
      start,
      goal: number({ zhName: "目标", en: "The value to end at.", zh: "末期要达到的数值。" }),
      periods: counts(periodsText),
      method: withDefault(
        choice<GrowthPathToMethod>(
          {
            zhName: "方法",
            en: "compound: an equal rate; linear: equal steps; logistic: an S under a ceiling.",
            zh: "复合：等比；线性：等差；逻辑斯谛：上限之下的 S 形。",
          },
          { ...methods, logistic: "逻辑斯谛" },
        ),
        "compound",
        "compound",
      ),
      rounding: rounding("none"),
      ceiling: optional(
        number({
          zhName: "上限",
          en: "With logistic: what the path never reaches; above start and goal.",
          zh: "用于逻辑斯谛：路径永远达不到的数值，须高于起点和目标。",
        }),
      ),
    },
    calculate: (input) => growthPathTo(input).map((value) => [value]),
    examples: [
      { arguments: [100, 800, 3], result: [[100], [200], [400], [800]] },
      { arguments: [10, 90, 2, "logistic", null, 100], result: [[10], [50], [90]] },
    ],
  }),
  cellFunction({
    id: "GROWTH_RATE",
    family: "growth",
    calculator: "growthRate",
    summary: {
      en: "The equal rate per period that leads from one value to another.",
      zh: "从一个数值到另一个数值的每期等比增长率。",
    },
    parameters: { start, end, periods: number(periodsText) },
    calculate: growthRate,
    examples: [
      { arguments: [100, 121, 2], result: 0.1 },
      { arguments: [[[100], [200]], [[110], [220]], 1], result: [[0.1], [0.1]] },
    ],
  }),
  cellFunction({
    id: "GROWTH_PERIODS",
    family: "growth",
    calculator: "growthPeriods",
    summary: {
      en: "How many periods a value needs to reach another at an equal rate.",
      zh: "按固定增长率从一个数值达到另一个数值所需的期数。",
    },
    parameters: {
      start,
      end,
      rate: number({
        zhName: "增长率",
        en: "Growth a period, a fraction above 0.",
        zh: "每期增长率，大于 0 的小数。",
      }),
    },
    calculate: growthPeriods,
    examples: [
      { arguments: [100, 121, 0.1], result: 2 },
      { arguments: [542, 650.4, 0.2], result: 1 },
    ],
  }),
];
