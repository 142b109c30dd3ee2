import { scoreBand, scoreRank, scoreTiers, scoreWeighted } from "@tallykit/core";

import { readNumber } from "../cell/reading.ts";
import { choice, withDefault } from "./cells.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import {
  oneForEach,
  eachScore,
  list,
  pairs,
  readName,
  scoreColumn,
  scoreTable,
  type ScoreRow,
} from "./scoreCells.ts";
import { combinedScores } from "./scoreResults.ts";
import { missingRule, rankOrder, readWeight, scoresText } from "./scoreTexts.ts";

/** A weighted score, and its band. */
const weightedAndBand: readonly FunctionRow[] = [
  tableFunction({
    id: "SCORE_WEIGHTED",
    family: "assessment",
    calculator: "scoreWeighted",
    summary: {
      en: "The weighted mean of several scores, with a named rule for missing ones.",
      zh: "多项得分的加权平均，缺分按指定规则处理。",
    },
    parameters: {
      scores: scoreTable({
        zhName: "各项得分",
        en: "A table: a row a unit, a column a dimension, without a title row.",
        zh: "表格：每行一个单位，每列一个维度，不含标题行。",
      }),
      weights: list(
        {
          zhName: "权重",
          en: "The weight of each column of scores; only their ratio matters.",
          zh: "每列得分的权重，只看比例。",
        },
        "number",
        readWeight,
      ),
      missing: missingRule(),
    },
    calculate: ({ scores, weights: given, missing }) => {
      const weights = oneForEach(given, scores[0]?.scores.length ?? 0);
      const counts = (column: number): boolean => (weights[column]?.numerator ?? 0n) > 0n;
      const scoreOf = (row: ScoreRow): ReturnType<typeof scoreWeighted> =>
        scoreWeighted({ scores: row.scores, weights, missing });
      return combinedScores("SCORE_WEIGHTED", scores, { missing, counts, scoreOf });
    },
    examples: [
      {
        arguments: [
          [
            [90, 80, 70],
            [95, 95, 95],
          ],
          [[50, 30, 20]],
        ],
        result: [[83], [95]],
      },
      {
        arguments: [[[90, 80, "缺"]], [[50], [30], [20]], "折算"],
        result: [[86.25]],
      },
      {
        arguments: [
          [
            [90, 80],
            [90, null],
          ],
          [[1, 1]],
        ],
        result: [
          [85],
          [
            {
              error: "#N/A",
              message: "SCORE_WEIGHTED requires a number in scores, row 2, column 2; the cell is missing.",
            },
          ],
        ],
      },
    ],
  }),
  tableFunction({
    id: "SCORE_BAND",
    family: "assessment",
    calculator: "scoreBand",
    summary: {
      en: "The band that a score falls in; a boundary belongs to the band above it.",
      zh: "得分所在的等级，压线得分归入上一等级。",
    },
    parameters: {
      score: eachScore({
        zhName: "得分",
        en: "A score, or a range of scores, not rounded.",
        zh: "一个得分，或一个区域的得分，不四舍五入。",
      }),
      lowerBounds: list(
        {
          zhName: "各级下限",
          en: "A column: the lowest score of each band, rising.",
          zh: "一列：每个等级的最低分，由低到高。",
        },
        "number",
        readNumber,
      ),
      labels: list(
        { zhName: "等级名称", en: "A column: the name of each band.", zh: "一列：每个等级的名称。" },
        "key",
        readName,
      ),
    },
    calculate: ({ score, lowerBounds, labels }) => {
      const bands = pairs(lowerBounds, labels).map(([lowerBound, name]) => ({ name, lowerBound }));
      return score.answered("SCORE_BAND", (each) => scoreBand({ score: each, bands }));
    },
    examples: [
      {
        arguments: [80, [[0], [60], [80]], [["one star"], ["two stars"], ["three stars"]]],
        result: "three stars",
      },
      {
        arguments: [
          [[79.99], [90], [59]],
          [[0], [60], [80]],
          [["一星"], ["二星"], ["三星"]],
        ],
        result: [["二星"], ["三星"], ["一星"]],
      },
    ],
  }),
];

const tieWords = {
  competition: "并列跳号",
  "modified-competition": "并列取末",
  dense: "并列连号",
  average: "平均名次",
  ordinal: "依次编号",
};

/** Scores: weighted, banded, ranked and put into tiers. */
export const scoreFunctions: readonly FunctionRow[] = [
  ...weightedAndBand,
  tableFunction({
    id: "SCORE_RANK",
    family: "assessment",
    calculator: "scoreRank",
    summary: {
      en: "The rank of each score, with a named rule for ties.",
      zh: "每个得分的名次，并列按指定规则处理。",
    },
    parameters: {
      scores: scoreColumn(scoresText),
      ties: withDefault(
        choice(
          {
            zhName: "并列规则",
            en: "Ranks of ties: competition (1,2,2,4), modified-competition (1,3,3,4), dense (1,2,2,3), average (1,2.5,2.5,4), ordinal (1,2,3,4).",
            zh: "并列名次：competition（1,2,2,4）、modified-competition（1,3,3,4）、dense（1,2,2,3）、average（1,2.5,2.5,4）、ordinal（1,2,3,4）。",
          },
          tieWords,
        ),
        "competition",
        "competition",
      ),
      order: rankOrder(),
    },
    calculate: ({ scores: { scores, inShape }, ties, order }) =>
      inShape("SCORE_RANK", scoreRank({ scores, ties, order }).ranks),
    examples: [
      { arguments: [[[90], [80], [80], [70]]], result: [[1], [2], [2], [4]] },
      { arguments: [[[90, 80, 80, 70]], "average", "ascending"], result: [[4, 2.5, 2.5, 1]] },
      { arguments: [[[90], [80], [80], [70]], "并列连号"], result: [[1], [2], [2], [3]] },
    ],
  }),
  tableFunction({
    id: "SCORE_TIERS",
    family: "assessment",
    calculator: "scoreTiers",
    summary: {
      en: "The tier of each score, by shares of all units that never cut through a tie.",
      zh: "按占比划分每个得分的梯队，并列者不拆分。",
    },
    parameters: {
      scores: scoreColumn(scoresText),
      shares: list(
        {
          zhName: "各级占比",
          en: "A column: the share of each tier, the best first; only their ratio matters.",
          zh: "一列：每个梯队的占比，最好的在前，只看比例。",
        },
        "number",
        readWeight,
      ),
      labels: list(
        {
          zhName: "梯队名称",
          en: "A column: the name of each tier, the best first.",
          zh: "一列：每个梯队的名称，最好的在前。",
        },
        "key",
        readName,
      ),
      order: rankOrder(),
    },
    calculate: ({ scores: { scores, inShape }, shares, labels, order }) => {
      const tiers = pairs(shares, labels).map(([share, name]) => ({ name, share }));
      return inShape("SCORE_TIERS", scoreTiers({ scores, tiers, order }).tiers);
    },
    examples: [
      {
        arguments: [
          [[90], [80], [80], [70]],
          [[1], [1]],
          [["demonstrate"], ["improve"]],
        ],
        result: [["demonstrate"], ["demonstrate"], ["demonstrate"], ["improve"]],
      },
      {
        arguments: [
          [[88], [95], [61], [74]],
          [[25], [25], [25], [25]],
          [["示范"], ["巩固"], ["提高"], ["预警"]],
        ],
        result: [["巩固"], ["示范"], ["预警"], ["提高"]],
      },
    ],
  }),
];
