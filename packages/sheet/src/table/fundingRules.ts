import {
  amountNumber,
  amountValue,
  type ClaimsRule,
  exact,
  fundingClaims,
  fundingFormula,
  fundingReturn,
  type ReturnParts,
  toNumber,
} from "@tallykit/core";

import { amounts, choice, headers, number, optional, withDefault } from "./cells.ts";
import { numbers, optionalColumn, requiredKeys, weights } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import type { Choices } from "./parameter.ts";
import { stepParameter, totalInSteps, totalParameter } from "./steps.ts";
import { languageOf, total, withTitles } from "./words.ts";

const titles = {
  base: { en: "base", zh: "基数" },
  byHeads: { en: "by heads", zh: "按人数" },
  byPerformance: { en: "by performance", zh: "按绩效" },
  group: { en: "group", zh: "组别" },
  dues: { en: "dues", zh: "缴纳" },
  returned: { en: "returned", zh: "返还" },
  topUp: { en: "top-up", zh: "补足" },
  poolLeft: { en: "pool left", zh: "补足资金结余" },
};

const formulaFunction: FunctionRow = tableFunction({
  id: "FUNDING_FORMULA",
  family: "funding",
  calculator: "fundingFormula",
  summary: {
    en: "Funding by formula: a base for each, then a pot by heads and a pot by performance.",
    zh: "按公式拨款：每行先得基数，其余分为按人数和按绩效两部分。",
  },
  parameters: {
    total: totalParameter,
    baseEach: amounts({
      zhName: "每行基数",
      en: "What every row gets first; in whole steps.",
      zh: "每行先得的数，须为步长的整数倍。",
    }),
    heads: weights({
      zhName: "人数",
      en: "A column: how many heads (units, members) each row has; only their ratio matters.",
      zh: "一列：每行的人数（或单位数、成员数），只看比例。",
    }),
    performance: weights({
      zhName: "绩效",
      en: "A column: how well each row did, from 0; only the ratio matters.",
      zh: "一列：每行的绩效，不小于 0，只看比例。",
    }),
    performanceShare: number({
      zhName: "绩效占比",
      en: "The share of what the bases leave that goes by performance; a fraction: 0.2 or 20%.",
      zh: "扣除基数后按绩效分配的比例；小数：0.2 或 20%。",
    }),
    step: stepParameter,
    headers: headers(),
  },
  calculate: ({ total: value, step, heads, performance, headers: titled, ...input }) => {
    const { recipients } = fundingFormula({
      ...input,
      total: totalInSteps(value, step),
      heads: heads.values,
      performance: performance.values,
    });
    const rows = recipients.map((parts) =>
      [parts.base, parts.byHeads, parts.byPerformance, parts.total].map(amountNumber),
    );
    return withTitles(titled, [titles.base, titles.byHeads, titles.byPerformance, total], rows);
  },
  examples: [
    {
      arguments: [1000, 100, [[3], [2], [1]], [[0], [1], [1]], 0.2, 1],
      result: [
        ["base", "by heads", "by performance", "total"],
        [100, 280, 0, 380],
        [100, 187, 70, 357],
        [100, 93, 70, 263],
      ],
    },
    {
      arguments: [247000, 3000, [[12], [11], [11]], [[90], [80], [85]], 0.3, 1, "zh"],
      result: [
        ["基数", "按人数", "按绩效", "合计"],
        [3000, 58800, 25200, 87000],
        [3000, 53900, 22400, 79300],
        [3000, 53900, 23800, 80700],
      ],
    },
  ],
});

const returnFunction: FunctionRow = tableFunction({
  id: "FUNDING_RETURN",
  family: "funding",
  calculator: "fundingReturn",
  summary: {
    en: "Returns a share of dues to those who paid them, topped up to a guaranteed minimum.",
    zh: "把所缴费用按比例返还给缴纳者，不足保底数的予以补足。",
  },
  parameters: {
    dues: {
      ...numbers({
        zhName: "缴纳数",
        en: "A column: what each row handed in.",
        zh: "一列：每行缴纳的数。",
      }),
      zerosCount: true,
    },
    share: number({
      zhName: "返还比例",
      en: "The share of all dues that comes back; a fraction: 1 or 100% for all.",
      zh: "返还的比例；小数：1 或 100% 表示全部返还。",
    }),
    minimumEach: withDefault(
      amounts({
        zhName: "保底数",
        en: "The least that each row, or each group, gets in all.",
        zh: "每行或每组至少得到的数。",
      }),
      exact(0),
      "0",
    ),
    pool: optional(
      amounts({
        zhName: "补足资金",
        en: "What there is for top-ups; by default as much as they need.",
        zh: "可用于补足的资金；默认不限。",
      }),
    ),
    step: stepParameter,
    group: optionalColumn(
      requiredKeys({
        zhName: "组别",
        en: "A column: the group of each row; its dues come back to the group together.",
        zh: "一列：每行所属的组；同组的缴纳数合并返还给该组。",
      }),
    ),
    headers: headers(),
  },
  calculate: ({ dues, group, headers: titled, ...input }) => {
    const language = languageOf(titled);
    const back = fundingReturn({ ...input, dues: dues.values, group: group?.values });
    totalInSteps(amountValue(back.total.total), input.step, "total");
    const rows = back.rows.map((row, place) => [row.group ?? String(place + 1), ...returnCells(row)]);
    const { poolLeft } = back;
    const last = [
      [total[language], ...returnCells(back.total)],
      ...(poolLeft === undefined ? [] : [[titles.poolLeft[language], "", "", toNumber(poolLeft), ""]]),
    ];
    return withTitles(
      titled,
      [titles.group, titles.dues, titles.returned, titles.topUp, total],
      [...rows, ...last],
    );
  },
  examples: [
    {
      arguments: [[[5000], [2400], [1001]], 0.5, 1000, 600, 1],
      result: [
        ["group", "dues", "returned", "top-up", "total"],
        ["1", 5000, 2500, 0, 2500],
        ["2", 2400, 1200, 0, 1200],
        ["3", 1001, 501, 499, 1000],
        ["total", 8401, 4201, 499, 4700],
        ["pool left", "", "", 101, ""],
      ],
    },
    {
      arguments: [
        [[8000], [2100], [400]],
        1,
        3000,
        null,
        null,
        [["东园一组"], ["西园一组"], ["西园一组"]],
        "zh",
      ],
      result: [
        ["组别", "缴纳", "返还", "补足", "合计"],
        ["东园一组", 8000, 8000, 0, 8000],
        ["西园一组", 2500, 2500, 500, 3000],
        ["合计", 10500, 10500, 500, 11000],
      ],
    },
  ],
});

function returnCells({ dues, returned, topUp, total: all }: ReturnParts): number[] {
  return [toNumber(dues), amountNumber(returned), amountNumber(topUp), amountNumber(all)];
}

const rules: Choices<ClaimsRule> = {
  proportional: "按比例",
  "equal-awards": "等额受偿",
  "equal-losses": "等额损失",
  talmud: "塔木德",
};

const claimsFunction: FunctionRow = tableFunction({
  id: "FUNDING_CLAIMS",
  family: "funding",
  calculator: "fundingClaims",
  summary: {
    en: "Divides scarce money among claims by one of four rules, none above its claim.",
    zh: "资金不足时按四种规则之一分给各项申请，每项不超过申请数。",
  },
  parameters: {
    total: amounts({
      zhName: "总额",
      en: "What there is, in whole steps; what all claims together leave of it stays undivided.",
      zh: "可分的总额，须为步长的整数倍；全部申请都满足后的余额不再分配。",
    }),
    claims: {
      ...numbers({
        zhName: "申请数",
        en: "A column: what each row claims.",
        zh: "一列：每行申请的数。",
      }),
      zerosCount: true,
    },
    rule: withDefault(
      choice<ClaimsRule>(
        {
          zhName: "规则",
          en: "How money that is short is divided: proportional, equal-awards, equal-losses or talmud.",
          zh: "资金不足时怎样分：按比例、等额受偿、等额损失或塔木德。",
        },
        rules,
      ),
      "proportional",
      "proportional",
    ),
    step: stepParameter,
  },
  calculate: ({ total: value, claims, rule, step }) => {
    const { parts } = fundingClaims({ total: totalInSteps(value, step), claims: claims.values, rule });
    return claims.inShape(parts.map(amountNumber));
  },
  examples: [
    { arguments: [200, [[100], [200], [300]], "talmud"], result: [[50], [75], [75]] },
    { arguments: [200, [[100], [200], [300]]], result: [[33.33], [66.67], [100]] },
    { arguments: [200, [[100, 200, 300]], "等额损失", 1], result: [[0, 50, 150]] },
    { arguments: [1000, [[100], [200], [300]], "equal-awards"], result: [[100], [200], [300]] },
  ],
});

/** Funding by formula, dues returned, and scarce money against claims. */
export const fundingRuleFunctions: readonly FunctionRow[] = [formulaFunction, returnFunction, claimsFunction];
