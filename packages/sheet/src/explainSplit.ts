import {
  type Amount,
  amountText,
  decimalsOf,
  exactText,
  type Fraction,
  type FundingSplitExplanation,
  fundingSplitExplain,
  type FundingSplitInput,
  fundingSplitMargin,
  plus,
  type RemainderRule,
  type SplitReason,
  fraction,
} from "@tallykit/core";

import {
  type ExplanationOptions,
  joined,
  marginSentences,
  shownExactly,
  tieSentence,
  type Wording,
  wordingOf,
} from "./explanationWords.ts";

/**
 * Explains a split in words that can be read to a meeting: first how it was made, then one text a row.
 *
 * Each says the exact share, what rounding took, why a left-over step came or did not, with whom the row was tied, who was
 * next, and from which weight on the part would have been another.
 *
 * @throws CalculationError as `fundingSplit` throws
 */
export function explainSplit(input: FundingSplitInput, options: ExplanationOptions): readonly string[] {
  const explained = fundingSplitExplain(input);
  const wording = wordingOf(options, input.weights);
  const rows = wording.rows.map((row) => {
    const margins =
      options.margins === false ? undefined : fundingSplitMargin({ ...input, row, unit: options.unit });
    const told = rowSentences(row, { input, explained, wording });
    const turned = margins === undefined ? [] : marginSentences(margins, amountText, wording.language);
    return joined([...told, ...turned], wording.language);
  });
  return [opening(input, explained, wording), ...rows];
}

const ruleWords: Readonly<Record<RemainderRule, Readonly<Record<Wording["language"], string>>>> = {
  "largest-remainder": { en: "to the largest remainders", zh: "余数最大的行" },
  "largest-weight": { en: "to the largest weights", zh: "权重最大的行" },
  first: { en: "to the first rows", zh: "排在最前的行" },
  last: { en: "to the last rows", zh: "排在最后的行" },
};

function opening(
  { total, weights, rule = "largest-remainder" }: FundingSplitInput,
  { rows, oddSteps }: FundingSplitExplanation,
  { language }: Wording,
): string {
  const step = exactText(total.step);
  const floors = rows.reduce((all, { roundedDown }) => all + roundedDown.units, 0n);
  const [whole, rounded] = [amountText(total), amountText({ units: floors, step: total.step })];
  const takers = ruleWords[rule][language];
  if (language === "zh") {
    const start = `总额 ${whole} 按权重分给 ${weights.length} 行，步长 ${step}。`;
    if (oddSteps === 0) return `${start}各行的精确份额都是步长的整数倍，没有余下的步长。`;
    return `${start}各份舍去不足一个步长的部分后合计 ${rounded}，余下 ${oddSteps} 个步长，${oddSteps === 1 ? "" : "每行一个，"}补给${takers}。`;
  }
  const start = `${whole} was split by weight among ${weights.length} ${weights.length === 1 ? "row" : "rows"} in steps of ${step}.`;
  if (oddSteps === 0) return `${start} Every exact share is a whole number of steps, so none was left over.`;
  const left =
    oddSteps === 1
      ? `1 step was left over and went ${takers.replace(/s$/, "")}.`
      : `${oddSteps} steps were left over and went, one each, ${takers}.`;
  return `${start} Rounded down, the shares come to ${rounded}; ${left}`;
}

interface ToldRow {
  readonly input: FundingSplitInput;
  readonly explained: FundingSplitExplanation;
  readonly wording: Wording;
}

function rowSentences(row: number, { input, explained, wording }: ToldRow): (string | undefined)[] {
  const reason = explained.rows[row];
  if (reason === undefined) return [];
  return [
    shareSentence(row, reason, { input, wording }),
    roundingSentence(reason, input.total, wording),
    stepSentence(reason, explained, wording),
    tieSentence(row, explained.ties, wording),
    wording.language === "zh"
      ? `所得为 ${amountText(reason.part)}。`
      : `Its part is ${amountText(reason.part)}.`,
  ];
}

function shareSentence(
  row: number,
  { share, bound }: SplitReason,
  { input, wording: { language, names } }: Omit<ToldRow, "explained">,
): string {
  const name = names[row] ?? "";
  const weight = exactText(input.weights[row] ?? fraction(0n));
  const all = exactText(input.weights.reduce<Fraction>(plus, fraction(0n)));
  const exact = shownExactly(share, decimalsShown(input.total), language);
  if (language === "zh") {
    const held = bound === undefined ? "" : `，由${bound === "minimum" ? "下限" : "上限"}决定`;
    return `${name}：权重 ${weight}，总权重 ${all}，精确份额为 ${exact}${held}。`;
  }
  const held = bound === undefined ? "" : `, set by its ${bound}`;
  return `${name}: a weight of ${weight} out of ${all} makes an exact share of ${exact}${held}.`;
}

/** Two decimals more than the step has, so that a remainder can be seen. */
function decimalsShown({ step }: Amount): number {
  return (decimalsOf(step) ?? 2) + 2;
}

function roundingSentence(
  { roundedDown, remainder }: SplitReason,
  total: Amount,
  { language }: Wording,
): string | undefined {
  const zh = language === "zh";
  if (remainder.numerator === 0n) {
    return zh ? "它是步长的整数倍，无须舍入。" : "That is a whole number of steps; nothing was rounded.";
  }
  const [down, taken] = [amountText(roundedDown), shownExactly(remainder, decimalsShown(total), language)];
  if (zh) return `舍去不足一个步长的部分得 ${down}，舍去了 ${taken}。`;
  return `Rounded down it is ${down}; rounding took ${taken}.`;
}

function stepSentence(
  { rank, oddStep, nextInLine }: SplitReason,
  { oddSteps }: FundingSplitExplanation,
  { language }: Wording,
): string | undefined {
  if (rank === undefined || oddSteps === 0) return undefined;
  const next = nextInLine && !oddStep;
  if (language === "zh") {
    const outcome = oddStep ? "补得一个" : "未补得";
    return `补步长的次序中排第 ${rank} 位，余下的步长有 ${oddSteps} 个，${outcome}${next ? "；再多一个就轮到它" : ""}。`;
  }
  const steps = oddSteps === 1 ? "the 1 step" : `the ${oddSteps} steps`;
  const outcome = oddStep ? "got one" : `got none${next ? "; it was next in line" : ""}`;
  return `It stood ${ordinal(rank)} in line for ${steps} left over and ${outcome}.`;
}

function ordinal(place: number): string {
  const ending = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
  return `${place}${ending[new Intl.PluralRules("en", { type: "ordinal" }).select(place)]}`;
}
