import { type Amount, amountOf, amountText } from "../exact/amount.ts";
import type { Fraction } from "../exact/fraction.ts";
import { type Weight, weightOf } from "../exact/weight.ts";
import { CalculationError } from "../errors.ts";
import { sum } from "./boundedShares.ts";
import { fundingSources, type FundingSources } from "./fundingSources.ts";
import { fundingSplit } from "./fundingSplit.ts";
import { proportionalTable } from "./proportionalTable.ts";
import type { SourceColumns } from "./sourceColumns.ts";
import type { Tie } from "./tie.ts";

/** What recipients need, and the sources that pay it. */
export interface FundingSourcesByInput extends SourceColumns {
  /** What each recipient needs, in whole steps; 0 or more. */
  readonly needs: readonly Fraction[];
  /** The smallest step; above zero. */
  readonly step: Fraction;
}

/** What a recipient gets. */
export interface RecipientFunding {
  /** What it needs. */
  readonly need: Amount;
  /** One part a source. */
  readonly parts: readonly Amount[];
  /** What no source pays; with the parts exactly the need. */
  readonly unfunded: Amount;
}

/** Recipients with equal reason to get a source's last step, of whom not all did. */
export interface SourceTie extends Tie {
  /** The source, by its place in the input from 0. */
  readonly source: number;
}

/** Recipients by sources. */
export interface FundingSourcesBy {
  /** One a need, in their order. */
  readonly recipients: readonly RecipientFunding[];
  /** What is drawn from each source in all: exactly the sums of the parts. */
  readonly sources: FundingSources;
  /** Recipients tied for the last step that was funded; none where everything is. */
  readonly ties: readonly Tie[];
  /** Recipients tied for the last steps of single sources; their totals do not depend on it. */
  readonly sourceTies: readonly SourceTie[];
}

/**
 * Shares several sources over recipients, so that every row and every column adds up.
 *
 * The needs together are drawn from the sources as {@link fundingSources} draws them. If money is short, each recipient
 * is funded in proportion to its need, by largest remainder; then everyone's money is made up of the sources in the same
 * proportion, each part rounded down or up to the step. The one surprise: no recipient has a source to itself, and
 * nobody is first; the order of the rows settles ties and nothing else.
 *
 * **Units.** Parts have the step; needs are whole steps.
 *
 * **Errors.** `emptyInput` without needs or sources; `outOfRange` for a need below zero or a step that is not above zero;
 * `notWholeSteps` for a need between two steps; all errors of `fundingSources`; `outOfRange` for more work than
 * 500,000 needs times sources times sources, as 30,000 needs and 4 sources are.
 *
 * **Source.** L. H. Cox and L. R. Ernst, Controlled Rounding, INFOR 20 (1982): tables that add up as rounded; R. K.
 * Ahuja, T. L. Magnanti and J. B. Orlin, Network Flows (1993), chapter 9: successive shortest paths.
 *
 * @throws CalculationError `emptyInput` without needs or sources
 * @throws CalculationError `outOfRange` for a need or limit below zero, a cap not from 0 to 1, or a step not above zero
 * @throws CalculationError `outOfRange` for needs times sources times sources above 500,000
 * @throws CalculationError `notWholeSteps` for a need between two steps
 * @throws CalculationError `sizeMismatch` for columns of sources of different lengths
 * @throws CalculationError `allZero` where no source has a share and something is needed
 *
 * @example
 * const input = { needs: [exact(60), exact(40)], step: exact(1), limit: [exact(50), exact(25)] };
 * const { recipients } = fundingSourcesBy({ ...input, priority: [exact(1), exact(2)] });
 * recipients.map(({ parts }) => parts.map(amountText)) //=> [["30", "15"], ["20", "10"]]
 * recipients.map(({ unfunded }) => amountText(unfunded)) //=> ["15", "10"]
 * fundingSourcesBy({ ...input, needs: [] }) //=> throws emptyInput
 */
export function fundingSourcesBy({ needs, step, ...columns }: FundingSourcesByInput): FundingSourcesBy {
  if (needs.length === 0) throw new CalculationError("fundingSourcesBy", "emptyInput", { name: "needs" });
  const needed = needs.map((need, row) => needInSteps(need, step, row));
  requireFeasibleWork(needs.length, columns.limit.length);
  const sources = fundingSources({ budget: { units: sum(needed), step }, ...columns });
  const drawn = sources.sources.map((source) => source.drawn.units);
  const { parts: funded, ties } = fundingSplit({
    total: { units: sum(drawn), step },
    weights: needed.map(asWeight),
  });
  const rows = funded.map(({ units }) => units);
  const table = proportionalTable({ rows, columns: drawn });
  const amountIn = (units: bigint): Amount => ({ units, step });
  return {
    recipients: needed.map((need, row) => ({
      need: amountIn(need),
      parts: (table.cells[row] ?? []).map(amountIn),
      unfunded: amountIn(need - (rows[row] ?? 0n)),
    })),
    sources,
    ties,
    sourceTies: table.ties.map(({ column, ...tie }) => ({ source: column, ...tie })),
  };
}

/** The most needs times sources times sources: passing units between columns takes about so many steps. */
const mostWork = 500_000;

function requireFeasibleWork(needs: number, sources: number): void {
  const work = needs * sources * sources;
  if (work <= mostWork) return;
  throw new CalculationError("fundingSourcesBy", "outOfRange", {
    name: `needs times sources times sources (${needs} x ${sources} x ${sources})`,
    requirement: `at most ${mostWork.toLocaleString("en")}`,
    found: String(work),
  });
}

function asWeight(need: bigint): Weight {
  return weightOf({ numerator: need, denominator: 1n });
}

function needInSteps(need: Fraction, step: Fraction, row: number): bigint {
  const name = `needs, row ${row + 1},`;
  const value = amountOf(need, step, name);
  if (value.units >= 0n) return value.units;
  const found = amountText(value);
  throw new CalculationError("fundingSourcesBy", "outOfRange", { name, requirement: "0 or more", found });
}
