import { exactText, fraction, type Fraction, over, plus, times } from "@tallykit/core";

import { shownExactly, shownNumber } from "./shownValue.ts";
import {
  argumentOf,
  cellsOf,
  numberIn,
  numbersIn,
  rangeOf,
  resultRows,
  type TellWorking,
} from "./working.ts";

/** So many products are written out. */
const mostProducts = 12;

/** SCORE_WEIGHTED: the products of the row asked about over the sum of the weights. */
export const tellWeighted: TellWorking = ({ call, at, language, labels }) => {
  const scores = numbersIn(rangeOf(argumentOf(call, "scores"))[at.row] ?? []);
  const weights = numbersIn(cellsOf(call, "weights"));
  if (scores === undefined || weights?.length !== scores.length) return undefined;
  const pairs = scores.map((score, index) => ({ score, weight: weights[index] ?? fraction(0n) }));
  const sum = weights.reduce<Fraction>((all, weight) => plus(all, weight), fraction(0n));
  if (sum.numerator === 0n || pairs.length > mostProducts) return undefined;
  const products = pairs.map(({ score, weight }) => `${exactText(score)} × ${exactText(weight)}`).join(" + ");
  const top = pairs.reduce<Fraction>(
    (all, { score, weight }) => plus(all, times(score, weight)),
    fraction(0n),
  );
  const mean = shownExactly(over(top, sum), 6);
  const label = labels[at.row];
  const name = label === undefined ? "" : language === "zh" ? `${label}：` : `${label}: `;
  const working = `(${products}) / ${exactText(sum)} = ${exactText(top)} / ${exactText(sum)} = ${mean}`;
  const words = {
    en: [`${name}${working}.`, "Nothing is rounded, so that bands and ranks see the score itself."],
    zh: [`${name}${working}。`, "得分不作舍入，评星和排名均按原得分。"],
  };
  return { sentences: words[language] };
};

/** SCORE_BAND: the bound below and the bound above. */
export const tellBand: TellWorking = ({ call, at, language }) => {
  const scores = rangeOf(argumentOf(call, "score"));
  const score = numberIn(
    (scores.length * (scores[0]?.length ?? 0) === 1 ? scores[0]?.[0] : scores[at.row]?.[at.column]) ?? null,
  );
  const bounds = numbersIn(withLeadingZero(cellsOf(call, "lowerBounds")));
  const label = resultRows(call)[at.row]?.[at.column];
  if (score === undefined || bounds === undefined || typeof label !== "string") return undefined;
  const reached = bounds.filter(
    (bound) => bound.numerator * score.denominator <= score.numerator * bound.denominator,
  );
  const [from, next] = [reached.at(-1), bounds[reached.length]];
  if (from === undefined) return undefined;
  const up =
    next === undefined
      ? { en: "there is no band above it", zh: "其上没有更高的等级" }
      : { en: `the next band begins at ${exactText(next)}`, zh: `上一等级从 ${exactText(next)} 起` };
  const words = {
    en: `A score of ${exactText(score)} reaches ${exactText(from)}, so it is in the band "${label}"; ${up.en}. A score at a boundary belongs to the band above it.`,
    zh: `得分 ${exactText(score)} 达到 ${exactText(from)}，等级为“${label}”；${up.zh}。压线得分归入上一等级。`,
  };
  return { sentences: [words[language]] };
};

/** The lowest bound is often 0, and bounds rise: no zero at the end is a blank one. */
function withLeadingZero(cells: ReturnType<typeof cellsOf>): ReturnType<typeof cellsOf> {
  return cells.filter((cell) => cell !== null && cell !== "");
}

/** SCORE_RANK: how many scores come before the one asked about, and with whom it is tied. */
export const tellRank: TellWorking = ({ call, at, language, labels }) => {
  const cells = cellsOf(call, "scores");
  const place = resultRows(call).length === 1 ? at.column : at.row;
  const own = numberIn(cells[place] ?? null);
  const rank = resultRows(call).flat()[place];
  if (own === undefined || typeof rank !== "number") return undefined;
  const numbers = cells.flatMap((cell) => numberIn(cell) ?? []);
  const [order] = cellsOf(call, "order");
  const isRising = typeof order === "string" && ["ascending", "升序"].includes(order.trim().toLowerCase());
  const difference = (number: Fraction): bigint =>
    (number.numerator * own.denominator - own.numerator * number.denominator) * (isRising ? -1n : 1n);
  const ahead = numbers.filter((number) => difference(number) > 0n).length;
  const alike = numbers.filter((number) => difference(number) === 0n).length - 1;
  const label = labels[place];
  const name = label === undefined ? "" : language === "zh" ? `${label}：` : `${label}: `;
  const tied =
    alike === 0
      ? ""
      : language === "zh"
        ? `，另有 ${alike} 个得分完全相同，按并列规则排名`
        : ` and ${alike} exactly equal, which the rule for ties ranks`;
  const words = {
    en: `${name === "" ? "Of" : `${name}of`} ${numbers.length} scores ${ahead} come before ${exactText(own)}${tied}; its rank is ${shownNumber(rank)}.`,
    zh: `${name}共 ${numbers.length} 个得分，排在 ${exactText(own)} 之前的有 ${ahead} 个${tied}；名次为 ${shownNumber(rank)}。`,
  };
  return { sentences: [words[language]] };
};
