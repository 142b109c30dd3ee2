import { type Amount, amountValue } from "../exact/amount.ts";
import { type Fraction, fraction, minus } from "../exact/fraction.ts";
import { type Weight, weightOf } from "../exact/weight.ts";
import { CalculationError } from "../errors.ts";
import { sum } from "./boundedShares.ts";
import { fundingSplit } from "./fundingSplit.ts";
import {
  byPriority,
  mostOfEach,
  requireColumns,
  type SourceColumns,
  type SourceLimit,
} from "./sourceColumns.ts";
import type { Tie } from "./tie.ts";

/** A budget, and the sources that pay it. */
export interface FundingSourcesInput extends SourceColumns {
  /** What is to be paid, in whole steps; 0 or more. */
  readonly budget: Amount;
}

/** What is drawn from a source, and what stays there. */
export interface SourceDraw {
  /** What the source pays. */
  readonly drawn: Amount;
  /** Its limit less what it pays; `undefined` where it has no limit. */
  readonly left: Fraction | undefined;
}

/** A budget by sources. */
export interface FundingSources {
  /** One draw a source, in their order. */
  readonly sources: readonly SourceDraw[];
  /** What no source pays; with the draws exactly the budget. */
  readonly unfunded: Amount;
  /** Sources whose claim to the last step of their priority was equal; none where nothing was tied. */
  readonly ties: readonly Tie[];
}

/**
 * Draws a budget from several sources in order, each within its limit and cap.
 *
 * Sources of the lowest priority number are drawn first; among equals each pays by its share, with one multiplier for all
 * that are not at their limit, rounded by largest remainder. The one surprise: a cap is a fraction of the whole budget,
 * not of what earlier sources left, and money stays unfunded where all limits and caps are reached.
 *
 * **Units.** Draws have the budget's step; limits and caps are rounded down to whole steps. Caps are fractions.
 *
 * **Errors.** `emptyInput` without sources; `outOfRange` for a budget or limit below zero or a cap that is not from 0 to
 * 1; `sizeMismatch` for columns of different lengths; `allZero` where no source has a share, unless the budget is zero.
 *
 * **Source.** Formance, Numscript: sources drawn in order, each up to its maximum; shares among equals as Hamilton's
 * method with bounds in M. L. Balinski and H. P. Young, Fair Representation, 2nd ed. (2001), appendix A.
 *
 * @throws CalculationError `emptyInput` without sources
 * @throws CalculationError `outOfRange` for a budget or limit below zero, or a cap that is not from 0 to 1
 * @throws CalculationError `sizeMismatch` for columns of different lengths
 * @throws CalculationError `allZero` where no source has a share and the budget is not zero
 *
 * @example
 * const budget = amount(100, 1);
 * const limit = [exact(30), exact(20), "none" as const];
 * const equals = fundingSources({ budget, limit });
 * equals.sources.map(({ drawn }) => amountText(drawn)) //=> ["30", "20", "50"]
 * const inOrder = fundingSources({ budget, limit, priority: [2, 2, 1].map((value) => exact(value)) });
 * inOrder.sources.map(({ drawn }) => amountText(drawn)) //=> ["0", "0", "100"]
 * amountText(fundingSources({ budget, limit, cap: exact("0.4") }).unfunded) //=> "10"
 * fundingSources({ budget, limit: [] }) //=> throws emptyInput
 */
export function fundingSources({ budget, ...sources }: FundingSourcesInput): FundingSources {
  const { limit } = sources;
  requireColumns(sources);
  const most = mostOfEach(budget, sources);
  const share = sources.share ?? limit.map(() => equalShare);
  const pays = share.map(({ numerator }) => numerator !== 0n);
  if (budget.units !== 0n && !pays.includes(true)) {
    throw new CalculationError("fundingSources", "allZero", { name: "share" });
  }
  const drawn = limit.map(() => 0n);
  const ties: Tie[] = [];
  let rest = budget.units;
  for (const equals of byPriority(sources.priority ?? limit.map(() => fraction(0n)))) {
    const payers = equals.filter((source) => pays[source]);
    const draw = drawTogether(
      { units: rest, step: budget.step },
      payers.map((source) => ({ share: share[source] ?? equalShare, most: most[source] })),
    );
    payers.forEach((source, place) => (drawn[source] = draw.parts[place] ?? 0n));
    const named = (rows: readonly number[]): number[] => rows.map((row) => payers[row] ?? row);
    ties.push(...draw.ties.map(({ rows, served }) => ({ rows: named(rows), served: named(served) })));
    rest -= sum(draw.parts);
  }
  const { step } = budget;
  return {
    sources: limit.map((most, source) => {
      const draw = { units: drawn[source] ?? 0n, step };
      return { drawn: draw, left: leftOf(most, draw) };
    }),
    unfunded: { units: rest, step },
    ties,
  };
}

const equalShare = weightOf(fraction(1n));

function leftOf(limit: SourceLimit, drawn: Amount): Fraction | undefined {
  return limit === "none" ? undefined : minus(limit, amountValue(drawn));
}

interface Payer {
  readonly share: Weight;
  readonly most: bigint | undefined;
}

/**
 * What equals pay of a rest: all they may, or, where that is more than the rest, the rest by their shares.
 *
 * Who has no bound may pay the whole rest.
 */
function drawTogether(
  rest: Amount,
  payers: readonly Payer[],
): { readonly parts: readonly bigint[]; readonly ties: readonly Tie[] } {
  const most = payers.map((payer) => payer.most ?? rest.units);
  if (sum(most) <= rest.units) return { parts: most, ties: [] };
  const { parts, ties } = fundingSplit({
    total: rest,
    weights: payers.map(({ share }) => share),
    maximum: payers.map((payer) =>
      payer.most === undefined ? undefined : amountValue({ units: payer.most, step: rest.step }),
    ),
  });
  return { parts: parts.map(({ units }) => units), ties };
}
