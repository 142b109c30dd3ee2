import { amountNumber, exact, fraction, groupUnits, roundToTotal } from "@tallykit/core";

import { Refusal } from "../cell/refusal.ts";
import { amounts, counts, number, optional, orBlank, withDefault } from "./cells.ts";
import { keys, numbers, requiredKeys } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import { requireCellAmount } from "./steps.ts";

/** The most decimals that a cell shows, before and after the point. */
const mostDecimals = 15;

/** Rounding a column so that it adds up. */
export const roundingFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "ROUND_TO_TOTAL",
    family: "funding",
    calculator: "roundToTotal",
    summary: {
      en: "Rounds a column so that the rounded values add up to the rounded total.",
      zh: "对一列数舍入，使舍入后的各数之和等于舍入后的合计。",
    },
    parameters: {
      values: numbers({ zhName: "数值", en: "A column of numbers.", zh: "一列数值。" }),
      decimals: withDefault(
        number({
          zhName: "小数位数",
          en: "Decimals to keep, -15 to 15: 1 for tenths, -3 for thousands.",
          zh: "保留的小数位数，-15 到 15：1 为一位小数，-3 为千位。",
        }),
        exact(0),
        "0",
      ),
      total: optional(
        amounts({
          zhName: "合计",
          en: "What the rounded values add up to; by default the sum of the column, rounded.",
          zh: "舍入后各数应有的合计；默认为该列之和的舍入值。",
        }),
      ),
    },
    calculate: ({ values, decimals, total }) => {
      const places = Number(decimals.numerator);
      if (decimals.denominator !== 1n || Math.abs(places) > mostDecimals) {
        throw new Refusal("#NUM!", "decimals to be a whole number from -15 to 15");
      }
      const scale = 10n ** BigInt(Math.abs(places));
      const step = places < 0 ? fraction(scale) : fraction(1n, scale);
      const rounded = roundToTotal({
        values: values.values,
        step,
        ...(total === undefined ? {} : { total }),
      });
      requireCellAmount(rounded.total, "total");
      for (const value of rounded.values) requireCellAmount(value, "value");
      return values.inShape(rounded.values.map(amountNumber));
    },
    examples: [
      { arguments: [[[33.33], [33.33], [33.34]], 0], result: [[33], [33], [34]] },
      { arguments: [[[1.4, 1.4, 1.4]]], result: [[2, 1, 1]] },
      { arguments: [[[0.25], [0.25], [0.5]], 1, 1], result: [[0.3], [0.2], [0.5]] },
    ],
  }),
];

/** Groups of nearly equal size. */
export const groupingFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "GROUP_UNITS",
    family: "funding",
    calculator: "groupUnits",
    summary: {
      en: "Puts the units of each park into groups of nearly equal size, in the order given.",
      zh: "把各园区的单位按原有顺序编成规模相近的组，绝不跨园区。",
    },
    parameters: {
      unit: keys({ zhName: "单位", en: "A column: the name of each unit.", zh: "一列：每个单位的名称。" }),
      park: requiredKeys({
        zhName: "园区",
        en: "A column: the park of each unit.",
        zh: "一列：每个单位所在的园区。",
      }),
      size: orBlank(
        counts({
          zhName: "每组单位数",
          en: "How many units a group is to have; may be blank where groups is given.",
          zh: "每组的单位数；给出组数时可留空。",
        }),
      ),
      groups: optional(
        counts({ zhName: "组数", en: "How many groups there are to be in all.", zh: "总共编成的组数。" }),
      ),
    },
    calculate: ({ unit, park, size, groups }) => {
      if (size === undefined && groups === undefined) {
        throw new Refusal("#N/A", "a number in size or in groups; both are blank");
      }
      const grouped = groupUnits({ park: park.values, size, groups });
      return unit.inShape(grouped.map((group) => `${group.park} ${group.number}`));
    },
    examples: [
      {
        arguments: [
          [["a"], ["b"], ["c"], ["d"], ["e"]],
          [["east"], ["east"], ["west"], ["east"], ["west"]],
          2,
        ],
        result: [["east 1"], ["east 1"], ["west 1"], ["east 2"], ["west 1"]],
      },
      {
        arguments: [[["甲"], ["乙"], ["丙"]], [["东园"], ["东园"], ["东园"]], "", 2],
        result: [["东园 1"], ["东园 1"], ["东园 2"]],
      },
    ],
  }),
];
