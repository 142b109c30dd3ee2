import { scoreCombine, scoreMoves, scoreMovesList } from "@tallykit/core";

import { headers } from "./cells.ts";
import { keys, optionalColumn } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import { oneForEach, list, readName, scoreTable, type ScoreRow } from "./scoreCells.ts";
import { combinedScores } from "./scoreResults.ts";
import {
  bandAfterText,
  bandBeforeText,
  bandOrderText,
  missingRule,
  moveWords,
  readWeight,
} from "./scoreTexts.ts";
import { languageOf, total, withTitles } from "./words.ts";

const titles = {
  unit: { en: "unit", zh: "单位" },
  before: { en: "before", zh: "原等级" },
  after: { en: "after", zh: "现等级" },
  from: { en: "before \\ after", zh: "原等级＼现等级" },
  gone: moveWords.gone,
  total,
  promotions: { en: "promotions", zh: "晋级数" },
  demotions: { en: "demotions", zh: "降级数" },
  steps: { en: "steps", zh: "级数" },
  move: { en: "move", zh: "变动" },
  leftOut: { en: "left out", zh: "未计入" },
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** How many units moved from band to band. */
const movesFunction: FunctionRow = tableFunction({
  id: "SCORE_MOVES",
  family: "assessment",
  calculator: "scoreMoves",
  summary: {
    en: "How many units moved from each band to each, with promotions and demotions.",
    zh: "各等级之间的变动单位数，并列出晋级数和降级数。",
  },
  parameters: {
    before: keys(bandBeforeText),
    after: keys(bandAfterText),
    order: list(bandOrderText, "key", readName),
    headers: headers(),
  },
  calculate: (given) => {
    const language = languageOf(given.headers);
    const order = given.order.first(given.order.filled);
    const found = scoreMoves({ before: given.before.values, after: given.after.values, order });
    const bands = found.bands.map(({ band, to, gone, promotions, demotions }) => [
      ...[band, ...to, gone, sum(to) + gone],
      ...[promotions, demotions],
    ]);
    const after = order.map(
      (_, place) => sum(found.bands.map(({ to }) => to[place] ?? 0)) + (found.new[place] ?? 0),
    );
    const gone = sum(found.bands.map((band) => band.gone));
    const blanks = order.map(() => "");
    return withTitles(
      given.headers,
      [
        titles.from,
        ...order.map((band) => ({ en: band, zh: band })),
        ...[titles.gone, titles.total, titles.promotions, titles.demotions],
      ],
      [
        ...bands,
        [moveWords.new[language], ...found.new, "", sum(found.new), "", ""],
        [total[language], ...after, gone, sum(after) + gone, found.promotions, found.demotions],
        ...(found.leftOut > 0 ? [[titles.leftOut[language], ...blanks, "", found.leftOut, "", ""]] : []),
      ],
    );
  },
  examples: [
    {
      arguments: [
        [["two stars"], ["one star"], ["three stars"], [null]],
        [["three stars"], ["one star"], ["one star"], ["two stars"]],
        [["one star"], ["two stars"], ["three stars"]],
      ],
      result: [
        [
          "before \\ after",
          "one star",
          "two stars",
          "three stars",
          "gone",
          "total",
          "promotions",
          "demotions",
        ],
        ["one star", 1, 0, 0, 0, 1, 0, 0],
        ["two stars", 0, 0, 1, 0, 1, 1, 0],
        ["three stars", 1, 0, 0, 0, 1, 0, 1],
        ["new", 0, 1, 0, "", 1, "", ""],
        ["total", 2, 1, 1, 0, 4, 1, 1],
      ],
    },
    {
      arguments: [
        [["预警"], ["提高"], ["提高"]],
        [["提高"], ["提高"], [null]],
        [["预警"], ["提高"], ["巩固"], ["示范"]],
        "zh",
      ],
      result: [
        ["原等级＼现等级", "预警", "提高", "巩固", "示范", "退出", "合计", "晋级数", "降级数"],
        ["预警", 0, 1, 0, 0, 0, 1, 1, 0],
        ["提高", 0, 1, 0, 0, 1, 2, 0, 0],
        ["巩固", 0, 0, 0, 0, 0, 0, 0, 0],
        ["示范", 0, 0, 0, 0, 0, 0, 0, 0],
        ["新增", 0, 0, 0, 0, "", 0, "", ""],
        ["合计", 0, 2, 0, 0, 1, 3, 1, 0],
      ],
    },
  ],
});

/** The units that moved. */
const movesListFunction: FunctionRow = tableFunction({
  id: "SCORE_MOVES_LIST",
  family: "assessment",
  calculator: "scoreMovesList",
  summary: {
    en: "The units that moved between bands, with how many steps and which way.",
    zh: "等级有变动的单位名单，注明变动级数和方向。",
  },
  parameters: {
    unit: keys({ zhName: "单位", en: "A column: the name of each unit.", zh: "一列：每个单位的名称。" }),
    before: keys(bandBeforeText),
    after: keys(bandAfterText),
    order: list(bandOrderText, "key", readName),
    headers: headers(),
  },
  calculate: (given) => {
    const language = languageOf(given.headers);
    const moved = scoreMovesList({
      unit: given.unit.values,
      before: given.before.values,
      after: given.after.values,
      order: given.order.first(given.order.filled),
    });
    const rows = moved.map(({ unit = "", before = "", after = "", steps = "", move }) => [
      ...[unit, before, after, steps],
      moveWords[move][language],
    ]);
    const nothing = [moveWords.none[language], "", "", "", ""];
    const { unit, before, after, steps, move } = titles;
    return withTitles(
      given.headers,
      [unit, before, after, steps, move],
      rows.length === 0 ? [nothing] : rows,
    );
  },
  examples: [
    {
      arguments: [
        [["unit 1"], ["unit 2"], ["unit 3"]],
        [["one star"], ["three stars"], ["two stars"]],
        [["three stars"], ["two stars"], ["two stars"]],
        [["one star"], ["two stars"], ["three stars"]],
      ],
      result: [
        ["unit", "before", "after", "steps", "move"],
        ["unit 1", "one star", "three stars", 2, "up"],
        ["unit 2", "three stars", "two stars", -1, "down"],
      ],
    },
    {
      arguments: [
        [["甲单位"], ["乙单位"], ["丙单位"]],
        [["提高"], [null], ["巩固"]],
        [["巩固"], ["提高"], [null]],
        [["预警"], ["提高"], ["巩固"], ["示范"]],
        "zh",
      ],
      result: [
        ["单位", "原等级", "现等级", "级数", "变动"],
        ["甲单位", "提高", "巩固", 1, "晋级"],
        ["乙单位", "", "提高", "", "新增"],
        ["丙单位", "巩固", "", "", "退出"],
      ],
    },
  ],
});

/** Movement between two years. */
export const scoreMoveFunctions: readonly FunctionRow[] = [movesFunction, movesListFunction];

/** Periodic reviews combined. */
export const scoreCombineFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "SCORE_COMBINE",
    family: "assessment",
    calculator: "scoreCombine",
    summary: {
      en: "One score out of several periodic reviews, each kind of review with its share.",
      zh: "把多次定期考评合成一个得分，每类考评各占一定比重。",
    },
    parameters: {
      scores: scoreTable({
        zhName: "各次得分",
        en: "A table: a row a unit, a column a review, without a title row.",
        zh: "表格：每行一个单位，每列一次考评，不含标题行。",
      }),
      shares: list(
        {
          zhName: "比重",
          en: "The share of each kind of review, in order of first appearance (without kinds: of each column); only their ratio matters.",
          zh: "每类考评的比重，按首次出现的顺序（未分类时每列一个），只看比例。",
        },
        "number",
        readWeight,
      ),
      kind: optionalColumn(
        list(
          {
            zhName: "考评类别",
            en: "The kind of each column of scores, such as quarter; columns of one kind are averaged first.",
            zh: "每列得分的类别，如季度；同类各列先取平均。",
          },
          "key",
          readName,
        ),
      ),
      missing: missingRule(),
    },
    calculate: ({ scores, shares: given, kind: named, missing }) => {
      const width = scores[0]?.scores.length ?? 0;
      const kind = named === undefined ? undefined : oneForEach(named, width);
      const kinds = kind === undefined ? undefined : [...new Set(kind)];
      const shares =
        kinds === undefined
          ? oneForEach(given, width)
          : oneForEach(given, kinds.length, "each kind of review");
      const shareOf = (column: number): number => kinds?.indexOf(kind?.[column] ?? "") ?? column;
      return combinedScores("SCORE_COMBINE", scores, {
        missing,
        counts: (column) => (shares[shareOf(column)]?.numerator ?? 0n) > 0n,
        scoreOf: (row: ScoreRow) => scoreCombine({ scores: row.scores, shares, kind, missing }),
      });
    },
    examples: [
      {
        arguments: [
          [
            [80, 90, 70],
            [60, 60, 100],
          ],
          [[40, 60]],
          [["quarter", "quarter", "year-end"]],
        ],
        result: [[76], [84]],
      },
      {
        arguments: [
          [
            [80, 90],
            [null, 70],
          ],
          [[1, 2]],
          null,
          "计零",
        ],
        result: [[260 / 3], [140 / 3]],
      },
      {
        arguments: [[[80, 90, 70, "缺"]], [[40], [60]], [["季度", "季度", "年终", "季度"]], "折算"],
        result: [[76]],
      },
    ],
  }),
];
