import {
  decimalsOf,
  decimalText,
  exactText,
  type Fraction,
  fraction,
  type Margin,
  type Tie,
  type TurningWeight,
  type Weight,
} from "@tallykit/core";

import { listed, nameOf } from "./table/notes.ts";
import type { Language } from "./table/words.ts";

/** How an explanation is written. */
export interface ExplanationOptions {
  /** The language to write in. */
  readonly language: Language;
  /** The name of each row; its number from 1 where it has none. */
  readonly labels?: readonly string[] | undefined;
  /** The rows to explain, by their places from 0; all unless told. */
  readonly rows?: readonly number[] | undefined;
  /** Whether to say how little would have changed each part, for which every split is made some thirty times; yes unless told. */
  readonly margins?: boolean | undefined;
  /** What those changes of weight are counted in; the unit of the weights unless told. */
  readonly unit?: Fraction | undefined;
}

/** What every sentence about a row is written with. */
export interface Wording {
  /** The language to write in. */
  readonly language: Language;
  /** The name of each row. */
  readonly names: readonly string[];
}

/** The wording of some rows, and which rows are asked about. */
export function wordingOf(
  { language, labels = [], rows }: ExplanationOptions,
  weights: readonly Weight[],
): Wording & { readonly rows: readonly number[] } {
  const names = weights.map((_, row) => nameOf(labels, row));
  return { language, names, rows: (rows ?? Array.from(weights.keys())).filter((row) => row in weights) };
}

/** An exact number: the decimal that writes it in full, or the fraction and about what it is. */
export function shownExactly(value: Fraction, decimals: number, language: Language): string {
  const full = decimalsOf(value);
  if (full !== undefined && full <= decimals) return exactText(value);
  const text = `${value.numerator}/${value.denominator}`;
  const about = decimalText(value, decimals);
  return language === "zh" ? `${text}（约 ${about}）` : `${text} (about ${about})`;
}

/** A number to six digits. */
export function shownShortly(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** Sentences one after another, as the language spaces them. */
export function joined(sentences: readonly (string | undefined)[], language: Language): string {
  return sentences.filter((sentence) => sentence !== undefined).join(language === "zh" ? "" : " ");
}

/** Says with whom a row was tied, what decided, and whether it was served. */
export function tieSentence(
  row: number,
  ties: readonly Tie[],
  { language, names }: Wording,
): string | undefined {
  const tie = ties.find(({ rows }) => rows.includes(row));
  if (tie === undefined) return undefined;
  const named = (rows: readonly number[]): string =>
    listed(
      rows.map((each) => names[each] ?? ""),
      language,
    );
  const others = named(tie.rows.filter((other) => other !== row));
  const isServed = tie.served.includes(row);
  if (language === "zh") {
    return `与${others}的资格完全相等，${decisionIn(tie, named).zh}，${isServed ? "本行得到" : "本行未得"}。`;
  }
  const outcome = isServed ? "this row was served" : "this row was not served";
  return `Its claim is exactly equal to that of ${others}; ${decisionIn(tie, named).en}, so ${outcome}.`;
}

function decisionIn(
  { decided }: Tie,
  named: (rows: readonly number[]) => string,
): Readonly<Record<Language, string>> {
  if (decided === undefined) return { en: "the earlier row comes first", zh: "在前的行先得" };
  const order = named(decided.order);
  switch (decided.by) {
    case "id":
      return { en: "the lower id comes first", zh: "编号小的先得" };
    case "lot": {
      const seed = decided.seed ?? "";
      return {
        en: `a lot drawn with the seed "${seed}" put them in the order ${order}`,
        zh: `以“${seed}”为种子抽签，次序为${order}`,
      };
    }
    case "previous-holder":
      return {
        en: `who held it last time put them in the order ${order}`,
        zh: `按上次由谁所得排定，次序为${order}`,
      };
  }
}

/** Says which weights would have changed a part, and what the row would then have got. */
export function marginSentences<Part>(
  { more, less, isNearest }: Margin<Part>,
  shownPart: (part: Part) => string,
  language: Language,
): string[] {
  const zh = language === "zh";
  const size = ({ numerator, denominator }: Fraction): string =>
    exactText(fraction(numerator < 0n ? -numerator : numerator, denominator));
  const turned = (
    turn: TurningWeight<Part> | undefined,
    words: Readonly<Record<Language | "then", string>>,
  ): string[] =>
    turn === undefined
      ? []
      : [
          zh
            ? `权重${words.zh} ${exactText(turn.weight)}（${turn.change.numerator > 0n ? "多" : "少"} ${size(turn.change)}）${words.then}${shownPart(turn.part)}。`
            : `${words.en} a weight of ${exactText(turn.weight)} (${size(turn.change)} ${turn.change.numerator > 0n ? "more" : "less"}): then ${shownPart(turn.part)}.`,
        ];
  return [
    ...turned(more, isNearest ? nearestMore : someMore),
    ...turned(less, isNearest ? nearestLess : someLess),
  ];
}

const nearestMore = {
  en: "The smallest change that would have brought it more is",
  zh: "至少增至",
  then: "才会多得，为 ",
};
const nearestLess = {
  en: "The smallest change that would have brought it less is",
  zh: "减至",
  then: "就会少得，为 ",
};
const someMore = { en: "One change that would have brought it more is", zh: "如增至", then: "则会多得，为 " };
const someLess = { en: "One change that would have brought it less is", zh: "如减至", then: "则会少得，为 " };
