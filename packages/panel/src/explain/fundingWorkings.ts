import { exactText, fraction, type Fraction, minus, plus, times } from "@tallykit/core";

import { shownCell } from "./shownValue.ts";
import {
  calledWith,
  cellsOf,
  numberIn,
  numbersIn,
  resultRows,
  type TellWorking,
  titledTable,
} from "./working.ts";

/** FUNDING_RETURN: what comes back, and what is topped up. */
export const tellReturn: TellWorking = ({ call, language }) => {
  const result = calledWith(call, { headers: language });
  // Where a pool is given, what is left of it stands under the total.
  const hasPool = numberIn(cellsOf(call, "pool")[0] ?? null) !== undefined;
  const all = result.at(hasPool ? -2 : -1) ?? [];
  const dues = numbersIn(cellsOf(call, "dues"))?.reduce<Fraction>(
    (sum, number) => plus(sum, number),
    fraction(0n),
  );
  const share = numberIn(cellsOf(call, "share")[0] ?? null);
  if (dues === undefined || share === undefined) return undefined;
  const returned = exactText(times(dues, share));
  const topUp = shownCell(all[3] ?? "");
  const words = {
    en: [
      `Handed in: ${exactText(dues)}; of it ${exactText(share)} comes back, which is ${returned}, rounded once and split so that it adds up.`,
      `Whoever gets less than the guaranteed minimum is topped up to it: ${topUp} in all. Total = returned + top-up.`,
    ],
    zh: [
      `共缴纳 ${exactText(dues)}，按比例 ${exactText(share)} 返还，即 ${returned}，只舍入一次，各行之和与之相等。`,
      `所得不足保底数的补足到保底数，补足合计 ${topUp}。合计 = 返还 + 补足。`,
    ],
  };
  return { sentences: words[language], table: titledTable(result, language) };
};

/** FUNDING_CLAIMS: what there is against what is claimed. */
export const tellClaims: TellWorking = ({ call, language }) => {
  const total = numberIn(cellsOf(call, "total")[0] ?? null);
  const claims = numbersIn(cellsOf(call, "claims"))?.reduce<Fraction>(
    (sum, number) => plus(sum, number),
    fraction(0n),
  );
  if (total === undefined || claims === undefined) return undefined;
  const short = minus(claims, total);
  const [have, want, less] = [total, claims, short].map(exactText);
  const isShort = short.numerator > 0n;
  const words = isShort
    ? {
        en: `There is ${have ?? ""} for claims of ${want ?? ""}: ${less ?? ""} is missing, and it is divided by the rule; nobody gets more than its claim.`,
        zh: `可分 ${have ?? ""}，申请合计 ${want ?? ""}，缺 ${less ?? ""}，按规则分担；任何一项不超过其申请数。`,
      }
    : {
        en: `There is ${have ?? ""} for claims of ${want ?? ""}: every claim is paid in full, and what is left stays undivided.`,
        zh: `可分 ${have ?? ""}，申请合计 ${want ?? ""}，各项申请全额满足，余额不再分配。`,
      };
  return { sentences: [words[language]] };
};

/** ROUND_TO_TOTAL: the sum that the rounded values keep. */
export const tellRoundToTotal: TellWorking = ({ call, language }) => {
  const values = numbersIn(cellsOf(call, "values"));
  const results = numbersIn(resultRows(call).flat());
  if (values === undefined || results === undefined) return undefined;
  const [before, after] = [values, results].map((numbers) =>
    exactText(numbers.reduce<Fraction>((sum, number) => plus(sum, number), fraction(0n))),
  );
  const words = {
    en: `The values add up to ${before ?? ""}, the rounded ones to ${after ?? ""}. Every value went to its lower or upper step; those with the largest remainders went up.`,
    zh: `各数之和为 ${before ?? ""}，舍入后之和为 ${after ?? ""}。每个数取其下一级或上一级，余数最大的进位。`,
  };
  return { sentences: [words[language]] };
};
