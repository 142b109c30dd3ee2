import {
  type CoverageFinding,
  type CoverageFindingDetails,
  type CoverageFindingKind,
  decimalText,
  exactText,
  type Fraction,
  fraction,
  type KeyDifference,
  over,
  round,
  times,
} from "@tallykit/core";

import type { Texts } from "./parameter.ts";
import type { Language } from "./words.ts";

/** The short name of each finding. */
const names: Readonly<Record<CoverageFindingKind, Texts>> = {
  missing: { en: "missing", zh: "缺失" },
  textNumber: { en: "number stored as text", zh: "文本型数字" },
  notNumber: { en: "not a number", zh: "非数字" },
  negative: { en: "negative", zh: "负数" },
  notWhole: { en: "not whole", zh: "非整数" },
  tooLarge: { en: "too large", zh: "数值过大" },
  noneEligible: { en: "none eligible", zh: "应覆盖为零" },
  empty: { en: "empty", zh: "空" },
  over: { en: "over", zh: "超出" },
  nearKey: { en: "near-equal name", zh: "名称近似" },
  repeatedUnit: { en: "unit counted twice", zh: "单位重复" },
  unitInTwoGroups: { en: "unit in two groups", zh: "单位跨组" },
  printedMismatch: { en: "printed figure disagrees", zh: "公布值不符" },
  printedUnreadable: { en: "printed figure unreadable", zh: "公布值无法识别" },
  eligibleJump: { en: "denominator jump", zh: "分母突变" },
};

const columnNames = {
  group: { en: "group", zh: "组别" },
  unit: { en: "unit", zh: "单位" },
  covered: { en: "covered", zh: "已覆盖" },
  eligible: { en: "eligible", zh: "应覆盖" },
  eligibleBefore: { en: "eligibleBefore", zh: "上期应覆盖" },
} as const satisfies Readonly<Record<string, Texts>>;

const differenceNames: Readonly<Record<KeyDifference, Texts>> = {
  case: { en: "case", zh: "大小写" },
  space: { en: "space", zh: "空格" },
  width: { en: "width", zh: "全角半角" },
};

/** What each finding says: what is there, and what to do. Rows count from 0 here and from 1 in the sheet. */
const details: {
  readonly [Kind in CoverageFindingKind]: (found: CoverageFindingDetails[Kind]) => Texts;
} = {
  missing: ({ columns }) => ({
    en: `${listed(columns.map((name) => columnNames[name].en))} ${columns.length > 1 ? "are" : "is"} missing; fill in what is known, and never 0 for what is not`,
    zh: `${columns.map((name) => columnNames[name].zh).join("、")}缺失；请补填，不清楚的不要填 0`,
  }),
  textNumber: ({ column, text }) => ({
    en: `${columnNames[column].en} holds the text "${short(text)}", which sums pass over; enter it again as a number`,
    zh: `${columnNames[column].zh}“${short(text)}”是文本，求和时会漏掉；请转换为数字`,
  }),
  notNumber: ({ column, text }) => ({
    en: `${columnNames[column].en} holds "${short(text)}" where a whole number is due; enter the number, or leave the cell blank if it is not known`,
    zh: `${columnNames[column].zh}“${short(text)}”不是数字；请改填整数，不清楚的留空`,
  }),
  negative: ({ column, value }) => ({
    en: `${columnNames[column].en} is ${value}, and a count is never below 0; correct it`,
    zh: `${columnNames[column].zh}为 ${value}，个数不能为负；请更正`,
  }),
  notWhole: ({ column, value }) => ({
    en: `${columnNames[column].en} is ${value}, and units are whole; enter how many units, not a share of them`,
    zh: `${columnNames[column].zh}为 ${value}，不是整数；请填单位个数，不要填比例`,
  }),
  tooLarge: ({ column, value }) => ({
    en: `${columnNames[column].en} is ${value}, more than a cell holds exactly (9007199254740991); correct it`,
    zh: `${columnNames[column].zh}为 ${value}，超过单元格能准确保存的上限（9007199254740991）；请更正`,
  }),
  noneEligible: ({ covered }) => ({
    en: `${covered} covered, but none eligible, so there is no rate; enter how many are eligible, or correct covered`,
    zh: `已覆盖为 ${covered}，应覆盖却为 0，无法计算覆盖率；请核对应覆盖数`,
  }),
  empty: () => ({
    en: "0 of 0 has no rate; enter how many are eligible, or leave the row out if there are none",
    zh: "已覆盖、应覆盖均为 0，没有覆盖率；请核对应覆盖数，确无单位的可不列",
  }),
  over: ({ covered, eligible }) => ({
    en: `${covered} covered of ${eligible} eligible is more than 100%; check that both count the same units, each once`,
    zh: `已覆盖 ${covered} 多于应覆盖 ${eligible}，超过 100%；请核对两数口径是否一致、有无重复计数`,
  }),
  nearKey: ({ column, key, rows, other, otherRow, by }) => ({
    en: `${columnNames[column].en} "${key}" (${rows} ${rows === 1 ? "row" : "rows"}) differs from "${other}" (row ${otherRow + 1}) only by ${listed(by.map((name) => differenceNames[name].en))}; write both alike, or they may count as two`,
    zh: `${columnNames[column].zh}“${key}”（${rows} 行）与第 ${otherRow + 1} 行“${other}”仅${by.map((name) => differenceNames[name].zh).join("、")}不同；请统一写法，否则可能算作两个`,
  }),
  repeatedUnit: ({ unit, firstRow }) => ({
    en: `unit "${unit}" is in row ${firstRow + 1} of the same group already and counts twice; keep one row`,
    zh: `单位“${unit}”在本组第 ${firstRow + 1} 行已列出，重复计数；请只保留一行`,
  }),
  unitInTwoGroups: ({ unit, otherGroup, otherRow }) => ({
    en: `unit "${unit}" is in group "${otherGroup}" (row ${otherRow + 1}), too, and counts in both; keep it in one`,
    zh: `单位“${unit}”在“${otherGroup}”组（第 ${otherRow + 1} 行）也已列出，两组都计数；请只保留在一组`,
  }),
  printedMismatch: mismatchText,
  printedUnreadable: ({ text }) => ({
    en: `"${short(text)}" is no percentage; write 0.915 or 91.5%`,
    zh: `“${short(text)}”不是百分数；请写成 0.915 或 91.5%`,
  }),
  eligibleJump: jumpText,
};

function jumpText({ before, eligible, change }: CoverageFindingDetails["eligibleJump"]): Texts {
  if (change === undefined) {
    return {
      en: `eligible was 0 (or blank) before and is ${eligible} now; say why, or enter what it was before`,
      zh: `上期应覆盖为 0（或空白），本期为 ${eligible}；请说明原因，或补填上期数`,
    };
  }
  const by = signedPercent(before, eligible);
  return {
    en: `eligible went from ${before} to ${eligible} (${by}), more than 10%; say why, or correct the one that is wrong`,
    zh: `应覆盖由 ${before} 变为 ${eligible}（${by}），变动超过 10%；请说明原因，有误的请更正`,
  };
}

function mismatchText(found: CoverageFindingDetails["printedMismatch"]): Texts {
  const { printed, covered, eligible, rightText, counts, isHundredfold } = found;
  const decimals = printed.decimals ?? 1;
  const given = percent(printed.printed, decimals);
  if (isHundredfold) {
    const found = exactText(printed.printed);
    const meant = exactText(over(printed.printed, fraction(100n)));
    return {
      en: `${found} means ${given}, a hundred times ${rightText}; did you mean ${meant}? Enter that, or text with a sign`,
      zh: `${found} 即 ${given}，是 ${rightText} 的 100 倍；是否应为 ${meant}？请填小数或带百分号的文本`,
    };
  }
  const range =
    counts === undefined
      ? {
          en: `no count of ${eligible} prints ${given}`,
          zh: `应覆盖 ${eligible} 时任何整数都得不到 ${given}`,
        }
      : {
          en: `${given} would be ${span(counts, " to ")} of ${eligible}`,
          zh: `${given} 对应已覆盖 ${span(counts, " 至 ")}`,
        };
  return {
    en: `printed as ${given}, but ${covered} of ${eligible} is ${rightText}; ${range.en}; correct the figure or the counts`,
    zh: `公布为 ${given}，但 ${covered}/${eligible} 为 ${rightText}；${range.zh}；请核对公布值和两数`,
  };
}

function span(
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
  to: string,
): string {
  return lowest === highest ? String(lowest) : `${lowest}${to}${highest}`;
}

/** A printed rate in per cent; one with more decimals than it should have keeps them all. */
function percent(share: Fraction, decimals: number): string {
  const percentage = times(share, fraction(100n));
  const isRounded = times(percentage, fraction(10n ** BigInt(decimals))).denominator === 1n;
  return `${isRounded ? decimalText(percentage, decimals) : exactText(percentage)}%`;
}

/** A change in per cent, rounded away from 10 so that more than that never reads as 10. */
function signedPercent(before: number, eligible: number): string {
  const tenths = fraction(1000n * (BigInt(eligible) - BigInt(before)), BigInt(before));
  const text = decimalText(fraction(round(tenths, "away-from-zero"), 10n), 1);
  return `${eligible > before ? "+" : ""}${text}%`;
}

/** Names in a row, as English lists them. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/** Text short enough to read inside a sentence. */
function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

/** The titles of the report. */
export const findingTitles: readonly Texts[] = [
  { en: "row", zh: "行" },
  { en: "group", zh: "组别" },
  { en: "finding", zh: "问题" },
  { en: "detail", zh: "说明" },
];

/** What the report says where there is nothing to report. */
export const noFindings: Texts = { en: "no findings", zh: "无问题" };

/** A finding as a row of cells. */
export function findingCells(finding: CoverageFinding, language: Language): readonly (number | string)[] {
  const { row, group = "", kind } = finding;
  return [row + 1, group, names[kind][language], detailOf(kind, finding.details)[language]];
}

function detailOf<Kind extends CoverageFindingKind>(kind: Kind, found: CoverageFindingDetails[Kind]): Texts {
  return details[kind](found);
}
