import { amountOf, amountValue } from "../exact/amount.ts";
import { type Fraction, fraction, greatestCommonDivisor, over } from "../exact/fraction.ts";
import { CalculationError } from "../errors.ts";
import { fundingSplit, type FundingSplitInput } from "./fundingSplit.ts";

/** Why a part may differ: another pot, other weights, other bounds, another rule (step and tie policy with it). */
export type DifferenceCause = "pot" | "weights" | "bounds" | "rule";

/** Two splits of the same rows, in the same order. */
export interface SplitDifferenceInput {
  /** The split before. */
  readonly before: FundingSplitInput;
  /** The split after; a row that is new or gone has a weight of 0 on the other side. */
  readonly after: FundingSplitInput;
}

const causes: readonly DifferenceCause[] = ["pot", "weights", "bounds", "rule"];

/** The parts, in common steps, of the split in which some causes are changed; `undefined` where it has no answer. */
export type Stage = (changed: readonly DifferenceCause[]) => readonly bigint[] | undefined;

/** The splits between two, with some causes changed; each is made once. */
export function stagesBetween({ before, after }: SplitDifferenceInput, step: Fraction): Stage {
  const known = new Map<string, readonly bigint[] | undefined>();
  return (changed) => {
    const key = causes.filter((cause) => changed.includes(cause)).join();
    if (!known.has(key)) known.set(key, partsOf({ before, after }, { changed, step }));
    return known.get(key);
  };
}

function partsOf(
  { before, after }: SplitDifferenceInput,
  { changed, step }: { readonly changed: readonly DifferenceCause[]; readonly step: Fraction },
): readonly bigint[] | undefined {
  const from = (cause: DifferenceCause): FundingSplitInput => (changed.includes(cause) ? after : before);
  const { minimum, maximum } = from("bounds");
  const { rule, ties, total } = from("rule");
  try {
    const pot = amountOf(amountValue(from("pot").total), total.step);
    const { parts } = fundingSplit({
      total: pot,
      weights: from("weights").weights,
      minimum,
      maximum,
      rule,
      ties,
    });
    const scale = over(total.step, step).numerator;
    return parts.map(({ units }) => units * scale);
  } catch (error) {
    if (error instanceof CalculationError) return undefined;
    throw error;
  }
}

/** The largest step of which both steps are whole numbers. */
export function commonStep(a: Fraction, b: Fraction): Fraction {
  const numerator = greatestCommonDivisor(a.numerator * b.denominator, b.numerator * a.denominator);
  return fraction(numerator, a.denominator * b.denominator);
}

/** The causes that differ. */
export function changedCauses({ before, after }: SplitDifferenceInput): DifferenceCause[] {
  return causes.filter((cause) => keyOf(cause, before) !== keyOf(cause, after));
}

/** What makes a cause the same on both sides. */
function keyOf(
  cause: DifferenceCause,
  { total, weights, minimum, maximum, rule, ties }: FundingSplitInput,
): string {
  const parts = {
    pot: [amountValue(total)],
    weights: [weights],
    bounds: [minimum, maximum],
    rule: [rule ?? "largest-remainder", ties ?? { by: "order" }, total.step],
  };
  return JSON.stringify(parts[cause], (_, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
}
