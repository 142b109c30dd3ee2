import {
  amountNumber,
  amountValue,
  exact,
  fundingSources,
  fundingSourcesBy,
  plus,
  type SourceLimit,
  toNumber,
} from "@tallykit/core";

import { toColumn } from "../cell/ranges.ts";
import { readNumber } from "../cell/reading.ts";
import { amounts, headers } from "./cells.ts";
import { anyCells, bounds, keys, labels, numbers, optionalColumn, placeIn, weights } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import type { Parameter, ParameterText } from "./parameter.ts";
import { contextOfList, inSecondList } from "./secondList.ts";
import { stepParameter, totalInSteps } from "./steps.ts";
import { labelText } from "./weighing.ts";
import { languageOf, total, withTitles } from "./words.ts";

/** The words for a source without a limit. */
const noLimit: ReadonlySet<unknown> = new Set(["none", "无"]);

/** A column of amounts, or the word for no limit. */
function limits(text: ParameterText): Parameter<readonly SourceLimit[]> {
  const cells = anyCells(text);
  return {
    text,
    shape: "column",
    takes: "number",
    keepsMissing: false,
    optional: false,
    records: cells.records,
    read: (argument, name, context) => {
      const column = toColumn(argument, name);
      return cells.read(argument, name, context).values.map((cell, index) => {
        if (typeof cell === "string" && noLimit.has(cell.trim().toLowerCase())) return "none";
        return readNumber(cell, placeIn(column, name, index));
      });
    },
  };
}

const source = keys({
  zhName: "来源",
  en: "A column: the name of each source.",
  zh: "一列：每个资金来源的名称。",
});
const limit = limits({
  zhName: "限额",
  en: 'A column: the most each source can give, or "none".',
  zh: "一列：每个来源最多能出的数，没有限额的填“无”。",
});
const priority = numbers({
  zhName: "优先级",
  en: "A column: sources with lower numbers are drawn first; by default all are equal.",
  zh: "一列：数字小的来源先支取；默认各来源同级。",
});
const share = weights({
  zhName: "分担比例",
  en: "A column: by what shares sources of equal priority pay; by default equally. Share 0 pays nothing.",
  zh: "一列：同级来源按什么比例分担；默认平均分担。比例为 0 的来源不出资。",
});
const cap = bounds(
  {
    zhName: "占比上限",
    en: "The fraction of the budget that a source may carry at most: one value, or a column (blank: no cap).",
    zh: "每个来源最多承担预算的比例：一个值，或一列（空白表示不限）。",
  },
  readNumber,
);

const titles = {
  source: { en: "source", zh: "来源" },
  limit: { en: "limit", zh: "限额" },
  drawn: { en: "drawn", zh: "支取" },
  left: { en: "left", zh: "结余" },
  label: { en: "label", zh: "名称" },
  unfunded: { en: "unfunded", zh: "资金缺口" },
};
const none = { en: "none", zh: "无" };

const sourcesFunction: FunctionRow = tableFunction({
  id: "FUNDING_SOURCES",
  family: "funding",
  calculator: "fundingSources",
  summary: {
    en: "Draws a budget from several sources in order, each within its limit and cap.",
    zh: "按先后次序从多个来源支取预算，每个来源不超过其限额和占比上限。",
  },
  parameters: {
    budget: amounts({
      zhName: "预算",
      en: "What is to be paid, in whole steps.",
      zh: "要支付的总额，须为步长的整数倍。",
    }),
    source,
    limit,
    priority: optionalColumn(priority),
    share: optionalColumn(share),
    step: stepParameter,
    headers: headers(),
    cap,
  },
  calculate: (given) => {
    const language = languageOf(given.headers);
    const drawn = fundingSources({
      budget: totalInSteps(given.budget, given.step, "budget"),
      limit: given.limit,
      priority: given.priority?.values,
      share: given.share?.values,
      cap: given.cap,
    });
    const rows = drawn.sources.map((draw, row) => {
      const most = given.limit[row] ?? "none";
      return [
        given.source.values[row] ?? "",
        most === "none" ? none[language] : toNumber(most),
        amountNumber(draw.drawn),
        draw.left === undefined ? "" : toNumber(draw.left),
      ];
    });
    const last = [titles.unfunded[language], "", amountNumber(drawn.unfunded), ""];
    return withTitles(
      given.headers,
      [titles.source, titles.limit, titles.drawn, titles.left],
      [...rows, last],
    );
  },
  examples: [
    {
      arguments: [
        100000,
        [["park subsidy"], ["retained dues"], ["lead unit"], ["members"]],
        [[40000], [25000], [20000], ["none"]],
        [[1], [2], [3], [3]],
        [[1], [1], [1], [3]],
      ],
      result: [
        ["source", "limit", "drawn", "left"],
        ["park subsidy", 40000, 40000, 0],
        ["retained dues", 25000, 25000, 0],
        ["lead unit", 20000, 8750, 11250],
        ["members", "none", 26250, ""],
        ["unfunded", "", 0, ""],
      ],
    },
    {
      arguments: [
        100000,
        [["园区补助"], ["留存费用"], ["组长单位"], ["成员单位"]],
        [[40000], [25000], [20000], ["无"]],
        [[1], [2], [3], [3]],
        null,
        1,
        "zh",
        [[null], [null], [null], [0.1]],
      ],
      result: [
        ["来源", "限额", "支取", "结余"],
        ["园区补助", 40000, 40000, 0],
        ["留存费用", 25000, 25000, 0],
        ["组长单位", 20000, 20000, 0],
        ["成员单位", "无", 10000, ""],
        ["资金缺口", "", 5000, ""],
      ],
    },
  ],
});

const sourcesByFunction: FunctionRow = tableFunction({
  id: "FUNDING_SOURCES_BY",
  family: "funding",
  calculator: "fundingSourcesBy",
  summary: {
    en: "Shares several sources over recipients, so that every row and every column adds up.",
    zh: "把多个来源的资金分给各单位，每行每列之和都对得上。",
  },
  parameters: {
    needs: {
      ...numbers({
        zhName: "需求",
        en: "A column: what each recipient needs, in whole steps.",
        zh: "一列：每个单位需要的数，须为步长的整数倍。",
      }),
      zerosCount: true,
    },
    source: inSecondList(source),
    limit: inSecondList(limit),
    priority: optionalColumn(inSecondList(priority)),
    share: optionalColumn(inSecondList(share)),
    step: stepParameter,
    label: labels(labelText),
    headers: headers(),
  },
  calculate: ({ needs, step, label, headers: titled, ...columns }) => {
    const context = contextOfList([columns.source, columns.limit, columns.priority, columns.share]);
    const names = columns.source.read(context).values.map((name, place) => name ?? String(place + 1));
    const language = languageOf(titled);
    const { recipients, sources } = fundingSourcesBy({
      needs: needs.values,
      step,
      limit: columns.limit.read(context),
      priority: columns.priority?.read(context).values,
      share: columns.share?.read(context).values,
    });
    const needed = totalInSteps(
      recipients.map(({ need }) => amountValue(need)).reduce(plus, exact(0)),
      step,
      "total of needs",
    );
    const rows = recipients.map(({ need, parts, unfunded }, row) => [
      label?.[row] ?? String(row + 1),
      ...parts.map(amountNumber),
      amountNumber(unfunded),
      amountNumber(need),
    ]);
    const last = [
      total[language],
      ...sources.sources.map(({ drawn }) => amountNumber(drawn)),
      amountNumber(sources.unfunded),
      amountNumber(needed),
    ];
    const named = names.map((name) => ({ en: name, zh: name }));
    return withTitles(titled, [titles.label, ...named, titles.unfunded, total], [...rows, last]);
  },
  examples: [
    {
      arguments: [
        [[6000], [4000], [2000]],
        [["park subsidy"], ["retained dues"]],
        [[5000], [4000]],
        [[1], [2]],
        null,
        1,
        [["A"], ["B"], ["C"]],
      ],
      result: [
        ["label", "park subsidy", "retained dues", "unfunded", "total"],
        ["A", 2500, 2000, 1500, 6000],
        ["B", 1667, 1333, 1000, 4000],
        ["C", 833, 667, 500, 2000],
        ["total", 5000, 4000, 3000, 12000],
      ],
    },
    {
      arguments: [
        [[300], [100]],
        [["园区补助"], ["成员单位"]],
        [[150], ["无"]],
        [[1], [2]],
        null,
        1,
        [["一组"], ["二组"]],
        "zh",
      ],
      result: [
        ["名称", "园区补助", "成员单位", "资金缺口", "合计"],
        ["一组", 113, 187, 0, 300],
        ["二组", 37, 63, 0, 100],
        ["合计", 150, 250, 0, 400],
      ],
    },
  ],
});

/** Budgets drawn from several sources. */
export const sourceFunctions: readonly FunctionRow[] = [sourcesFunction, sourcesByFunction];
