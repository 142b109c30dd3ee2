import {
  compareFractions,
  decimalText,
  fraction,
  type Fraction,
  minus,
  over,
  round,
  times,
} from "@tallykit/core";

import { casesTable } from "./callTables.ts";
import { shownCell, shownExactly, shownFraction, shownPercent } from "./shownValue.ts";
import { caseNumber, cellAt, numberIn, resultRows, type TellWorking, type WorkingInput } from "./working.ts";

const all = fraction(1n);

interface Counts {
  readonly covered: Fraction;
  readonly eligible: Fraction;
  readonly share: Fraction;
}

function countsAt({ call, at }: WorkingInput): Counts | undefined {
  const covered = numberIn(cellAt(call, "covered", at));
  const eligible = numberIn(cellAt(call, "eligible", at));
  if (covered === undefined || eligible === undefined || eligible.numerator <= 0n) return undefined;
  return { covered, eligible, share: over(covered, eligible) };
}

/** The division that a rate is, and what is left to cover. */
function rateSentences({ covered, eligible, share }: Counts, { language }: WorkingInput): string[] {
  const [part, whole] = [shownFraction(covered), shownFraction(eligible)];
  const reduced = shownFraction(share) === `${part}/${whole}` ? "" : ` = ${shownFraction(share)}`;
  const quotient = `${part}/${whole}${reduced} = ${shownExactly(share, 10)}`;
  const left = shownFraction(minus(eligible, covered));
  const side = compareFractions(share, all);
  const outcome =
    side === 0
      ? { en: "Every one is covered.", zh: "已全部覆盖。" }
      : side < 0
        ? { en: `Not covered: ${left}.`, zh: `尚未覆盖 ${left} 个。` }
        : {
            en: "More are covered than eligible, so the rate is over 100%. It is kept as it is; check that both count the same units, each once.",
            zh: "已覆盖多于应覆盖，覆盖率超过 100%。结果不作截断，请核对两数口径是否一致、有无重复计数。",
          };
  return [
    {
      en: `Numerator ${part} covered, denominator ${whole} eligible: ${quotient}, that is ${shownPercent(share)}.`,
      zh: `分子为已覆盖 ${part}，分母为应覆盖 ${whole}：${quotient}，即 ${shownPercent(share)}。`,
    }[language],
    outcome[language],
  ];
}

/** COVERAGE_RATE: the division, unrounded. */
export const tellRate: TellWorking = (input) => {
  const counts = countsAt(input);
  if (counts === undefined) return undefined;
  const holds = {
    en: "Nothing is rounded: the cell holds the quotient, and its number format decides how many decimals it shows.",
    zh: "结果未作舍入：单元格存的是商，显示几位小数由数字格式决定。",
  }[input.language];
  return { sentences: [...rateSentences(counts, input), holds], ...casesTable(input) };
};

/** COVERAGE_TEXT: the division, and how it was rounded. */
export const tellRateText: TellWorking = (input) => {
  const counts = countsAt(input);
  if (counts === undefined) return undefined;
  const { call, at, language } = input;
  const decimals = Number(numberIn(cellAt(call, "decimals", at))?.numerator ?? 1n);
  const rounded = `${decimalText(times(counts.share, fraction(100n)), decimals)}%`;
  const shown = shownCell(resultRows(call)[at.row]?.[at.column] ?? "");
  const rounding =
    rounded === shown
      ? {
          en: `Rounded half away from zero to ${decimals} ${decimals === 1 ? "decimal" : "decimals"}: ${shown}.`,
          zh: `四舍五入到 ${decimals} 位小数：${shown}。`,
        }
      : {
          en: `Rounded it would read ${rounded}, which it is not; so the nearest value on the true side stands instead: ${shown}.`,
          zh: `四舍五入会写成 ${rounded}，与事实不符，所以改写为真实一侧最接近的值：${shown}。`,
        };
  return { sentences: [...rateSentences(counts, input), rounding[language]], ...casesTable(input) };
};

/** COVERAGE_GAP: how many the goal is, and how many are there. */
export const tellGap: TellWorking = (input) => {
  const { call, at, language } = input;
  const covered = numberIn(cellAt(call, "covered", at));
  const eligible = numberIn(cellAt(call, "eligible", at));
  const goal = numberIn(cellAt(call, "goal", at));
  if (covered === undefined || eligible === undefined || goal === undefined) return undefined;
  const exactGoal = times(goal, eligible);
  const whole = round(exactGoal, "ceiling");
  const [needed, there] = [shownExactly(exactGoal, 6), shownFraction(covered)];
  const gap = whole - covered.numerator;
  const product = `${shownPercent(goal)} × ${shownFraction(eligible)} = ${needed}`;
  const wholeEn = exactGoal.denominator === 1n ? "" : `, so at least ${whole} whole units`;
  const wholeZh = exactGoal.denominator === 1n ? "" : `，须取整数，至少 ${whole} 个`;
  const rest =
    gap > 0n
      ? {
          en: `${there} are covered: ${whole} - ${there} = ${gap} more.`,
          zh: `已覆盖 ${there} 个，还差 ${whole} - ${there} = ${gap} 个。`,
        }
      : {
          en: `${there} are covered: the goal is reached, so the gap is 0.`,
          zh: `已覆盖 ${there} 个，目标已达到，差距为 0。`,
        };
  return {
    sentences: [
      { en: `The goal asks for ${product}${wholeEn}.`, zh: `目标要求 ${product}${wholeZh}。` }[language],
      rest[language],
    ],
    ...casesTable(input),
  };
};

/** COVERAGE_IMPLIED: the division that leads back to a denominator. */
export const tellImplied: TellWorking = ({ call, at, language }) => {
  const added = numberIn(cellAt(call, "added", at));
  const points = numberIn(cellAt(call, "points", at));
  const [, lowest, highest] = resultRows(call).at(caseNumber(call, at)) ?? [];
  if (added === undefined || points === undefined || points.numerator <= 0n) return undefined;
  const quotient = over(times(added, fraction(100n)), points);
  const division = `${shownFraction(added)} / (${shownExactly(points, 6)} / 100) = ${shownExactly(quotient, 4)}`;
  const span =
    typeof lowest === "number" && typeof highest === "number"
      ? {
          en: `Whole denominators from ${lowest} to ${highest} print the same points.`,
          zh: `分母取 ${lowest} 到 ${highest} 之间的整数，得出的百分点都与公布数相同。`,
        }
      : {
          en: "One end of the whole denominators that print the same points is not there.",
          zh: "能得出同样百分点的整数分母，有一端不存在。",
        };
  const caution = {
    en: "This holds if each new organisation covers one unit and nothing else changed.",
    zh: "前提是每个新增组织只覆盖一个单位，且其他情况没有变化。",
  };
  return {
    sentences: [
      { en: `The denominator implied is ${division}.`, zh: `推算的分母为 ${division}。` }[language],
      span[language],
      caution[language],
    ],
  };
};

/** COVERAGE_CONSISTENT: what the counts come to, and whether it prints as published. */
export const tellConsistent: TellWorking = (input) => {
  const counts = countsAt(input);
  if (counts === undefined) return undefined;
  const { call, at, language } = input;
  const isConsistent = resultRows(call)[at.row]?.[at.column] === true;
  const verdict = isConsistent
    ? {
        en: "Rounded as the printed figure is, that is what was printed.",
        zh: "按公布值的小数位数舍入，与公布值相符。",
      }
    : {
        en: "Rounded as the printed figure is, that is not what was printed: another count or another denominator stands behind it.",
        zh: "按公布值的小数位数舍入，与公布值不符：其分子或分母另有口径。",
      };
  return { sentences: [...rateSentences(counts, input), verdict[language]], ...casesTable(input) };
};
