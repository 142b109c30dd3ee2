import {
  type ApportionmentMethod,
  exactText,
  fraction,
  type Fraction,
  minus,
  type QuotaApportionInput,
  type QuotaExplanation,
  quotaExplain,
  quotaMargin,
  type QuotaReason,
} from "@tallykit/core";

import {
  type ExplanationOptions,
  joined,
  marginSentences,
  shownExactly,
  shownShortly,
  tieSentence,
  type Wording,
  wordingOf,
} from "./explanationWords.ts";
import { methodWords } from "./table/quotas.ts";

/** Decimals of a quota that is no decimal. */
const quotaDecimals = 4;

/**
 * Explains an apportionment in words that can be read to a meeting: first how it was made, then one text a row.
 *
 * Each says the exact quota, what rounding took or gave, by which claim the last place came and by which the next would
 * come, with whom the row was tied, who was next, and from which weight on its places would have been others.
 *
 * @throws CalculationError as `quotaApportion` throws
 */
export function explainQuota(input: QuotaApportionInput, options: ExplanationOptions): readonly string[] {
  const explained = quotaExplain(input);
  const wording = wordingOf(options, input.weights);
  const rows = wording.rows.map((row) => {
    const margins =
      options.margins === false ? undefined : quotaMargin({ ...input, row, unit: options.unit });
    const told = rowSentences(row, { input, explained, wording });
    const turned =
      margins === undefined
        ? []
        : marginSentences(margins, (places) => shownPlaces(places, wording), wording.language);
    return joined([...told, ...turned], wording.language);
  });
  return [opening(input, explained, wording), ...rows];
}

function shownPlaces(places: number, { language }: Wording): string {
  if (language === "zh") return `${places} 个名额`;
  return places === 1 ? "1 place" : `${places} places`;
}

function opening(input: QuotaApportionInput, { divisor, ties }: QuotaExplanation, wording: Wording): string {
  const { places, weights, method = "largest-remainder" } = input;
  const { lowest, highest } = divisor;
  const zh = wording.language === "zh";
  const rows = zh ? `${weights.length} 行` : weights.length === 1 ? "1 row" : `${weights.length} rows`;
  const word = methodWords[method];
  const methodInChinese = word.endsWith("法") ? word : `${word}法`;
  const start = zh
    ? `${shownPlaces(places, wording)}按权重以${methodInChinese}分给 ${rows}。`
    : `${shownPlaces(places, wording)} ${places === 1 ? "was" : "were"} shared by weight among ${rows}, by the method ${method}.`;
  if (lowest === undefined || highest === undefined) return start;
  if (ties.length > 0) {
    const only = shownShortly(lowest);
    return zh
      ? `${start}只有除数 ${only} 给出这一结果，即有行的资格相等。`
      : `${start} Only the divisor ${only} gives this answer, since claims are tied.`;
  }
  const [low, high] = [shownShortly(lowest), shownShortly(highest)];
  return zh
    ? `${start}以 ${low} 到 ${high} 之间的任一除数除权重并按此法舍入，结果相同。`
    : `${start} Any divisor from ${low} to ${high} gives the same answer.`;
}

interface ToldRow {
  readonly input: QuotaApportionInput;
  readonly explained: QuotaExplanation;
  readonly wording: Wording;
}

function rowSentences(row: number, { input, explained, wording }: ToldRow): (string | undefined)[] {
  const reason = explained.rows[row];
  if (reason === undefined) return [];
  return [
    quotaSentence(row, reason, { input, wording }),
    placesSentence(reason, wording),
    claimSentence(reason, explained, wording),
    nextSentence(reason, input.method, wording),
    tieSentence(row, explained.ties, wording),
  ];
}

function quotaSentence(
  row: number,
  { quota, belowThreshold }: QuotaReason,
  { input, wording: { language, names } }: Omit<ToldRow, "explained">,
): string {
  const name = names[row] ?? "";
  const weight = exactText(input.weights[row] ?? fraction(0n));
  const exact = shownExactly(quota, quotaDecimals, language);
  if (language === "zh") {
    return belowThreshold
      ? `${name}：权重 ${weight} 低于门槛，不参与分配。`
      : `${name}：权重 ${weight}，精确配额为 ${exact}${input.base === undefined ? "" : "（含基数）"}。`;
  }
  if (belowThreshold)
    return `${name}: its weight of ${weight} lies below the threshold, so it takes no part.`;
  const base = input.base === undefined ? "" : ", its base included";
  return `${name}: with a weight of ${weight} its exact quota is ${exact}${base}.`;
}

function placesSentence({ quota, places, bound }: QuotaReason, wording: Wording): string {
  const zh = wording.language === "zh";
  const off = minus(fraction(BigInt(places)), quota);
  const size: Fraction = off.numerator < 0n ? minus(fraction(0n), off) : off;
  const amount = shownExactly(size, quotaDecimals, wording.language);
  const got = shownPlaces(places, wording);
  const held = zh
    ? { minimum: "，由下限决定", maximum: "，由上限决定" }
    : { minimum: ", set by its minimum", maximum: ", set by its maximum" };
  const bounded = bound === undefined ? "" : held[bound];
  if (off.numerator === 0n) return zh ? `得 ${got}，与配额相等。` : `It gets ${got}, exactly its quota.`;
  if (zh) return `得 ${got}，比配额${off.numerator > 0n ? "多" : "少"} ${amount}${bounded}。`;
  return `It gets ${got}, ${amount} ${off.numerator > 0n ? "more" : "less"} than its quota${bounded}.`;
}

/** Why the last place came and the next did not, where claims are weight over a divisor. */
function claimSentence(
  { lastClaim, nextClaim }: QuotaReason,
  { divisor: { lowest, highest } }: QuotaExplanation,
  { language }: Wording,
): string | undefined {
  const zh = language === "zh";
  const last = lastClaim === undefined ? undefined : shownShortly(lastClaim);
  const next = nextClaim === undefined ? undefined : shownShortly(nextClaim);
  const sentences = [
    last === undefined || lowest === undefined
      ? undefined
      : zh
        ? `最后一个名额的竞争值为 ${last}，未得名额的最大竞争值为 ${shownShortly(lowest)}。`
        : `Its last place came by a claim of ${last}; the strongest claim left unserved was ${shownShortly(lowest)}.`,
    next === undefined || highest === undefined
      ? undefined
      : zh
        ? `再得一个名额的竞争值为 ${next}，已得名额的最小竞争值为 ${shownShortly(highest)}。`
        : `For one more its claim is ${next}; the weakest claim served was ${shownShortly(highest)}.`,
  ];
  const told = sentences.filter((sentence) => sentence !== undefined);
  return told.length === 0 ? undefined : joined(told, language);
}

function nextSentence(
  { nextInLine }: QuotaReason,
  method: ApportionmentMethod | undefined,
  { language }: Wording,
): string | undefined {
  if (!nextInLine) return undefined;
  const isDivisor =
    method !== undefined && !["largest-remainder", "droop", "hagenbach-bischoff"].includes(method);
  if (language === "zh") return isDivisor ? "再多一个名额就轮到它。" : "未因余数得名额的行中，它的余数最大。";
  return isDivisor
    ? "It is next in line."
    : "Of the rows that got no place for their remainder, its remainder is the largest.";
}
