import {
  type Amount,
  amountOf,
  amountText,
  decimalsOf,
  exact,
  exactText,
  type Fraction,
  type RemainderRule,
  times,
} from "@tallykit/core";

import { Refusal } from "../cell/refusal.ts";
import { amounts, choice, number, withDefault } from "./cells.ts";
import type { CellParameter, Choices } from "./parameter.ts";

// The parameters that every split has, and the total that a cell can hold.

/** The amount to split. */
export const totalParameter: CellParameter<Fraction> = amounts({
  zhName: "总额",
  en: "The amount to split, in whole steps.",
  zh: "要分摊的总额，须为步长的整数倍。",
});

/** The smallest step of a part. */
export const stepParameter: CellParameter<Fraction> = withDefault(
  number({
    zhName: "步长",
    en: "The smallest step of a part: 0.01 for cents, 1 for whole units.",
    zh: "每份的最小步长：0.01 为分，1 为整数。",
  }),
  exact("0.01"),
  "0.01",
);

const rules: Choices<RemainderRule> = {
  "largest-remainder": "最大余数",
  "largest-weight": "最大权重",
  first: "从首行起",
  last: "从末行起",
};

/** Who gets the left-over steps. */
export const ruleParameter: CellParameter<RemainderRule> = withDefault(
  choice<RemainderRule>(
    {
      zhName: "规则",
      en: "Who gets the left-over steps: largest-remainder, largest-weight, first or last.",
      zh: "余下的步长给谁：最大余数、最大权重、从首行起或从末行起。",
    },
    rules,
  ),
  "largest-remainder",
  "largest-remainder",
);

/** The largest number with decimals whose every digit a cell keeps: fifteen of them. */
const fifteenNines = 10n ** 15n - 1n;

/** The total in whole steps, if a cell can hold every part of it exactly. */
export function totalInSteps(value: Fraction, step: Fraction, name = "total"): Amount {
  return requireCellAmount(amountOf(value, step, name), name);
}

/** Refuses an amount of which a cell would not keep every step. */
export function requireCellAmount(amount: Amount, name: string): Amount {
  const { step } = amount;
  const size = amount.units < 0n ? -amount.units : amount.units;
  const most = mostSteps(step);
  if (size > most) {
    const largest = amountText({ units: most, step });
    const requirement = `a ${name} of at most ${largest} with a step of ${exactText(step)}, all that a cell holds exactly`;
    throw new Refusal("#VALUE!", requirement);
  }
  return amount;
}

function mostSteps(step: Fraction): bigint {
  if (step.denominator === 1n) return BigInt(Number.MAX_SAFE_INTEGER) / step.numerator;
  const stepInLastDigits = times(step, exact(10n ** BigInt(decimalsOf(step) ?? 0)));
  return fifteenNines / stepInLastDigits.numerator;
}
