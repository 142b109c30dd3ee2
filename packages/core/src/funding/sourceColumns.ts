import { type Amount, amountText } from "../exact/amount.ts";
import { exactText } from "../exact/decimal.ts";
import { compareFractions, type Fraction, fraction, over, times } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import type { Weight } from "../exact/weight.ts";
import { CalculationError } from "../errors.ts";
import { type Bound, boundColumn } from "./bounds.ts";

/** What a source can give: an amount from 0, or "none" where it has no limit. */
export type SourceLimit = Fraction | "none";

/** Sources of money, one a row, in columns of the same length. */
export interface SourceColumns {
  /** The most each source can give. */
  readonly limit: readonly SourceLimit[];
  /** Sources of a lower number are drawn first; all are equal unless told. */
  readonly priority?: readonly Fraction[] | undefined;
  /** By what shares sources of equal priority pay; equally unless told. A source of share zero pays nothing. */
  readonly share?: readonly Weight[] | undefined;
  /** The fraction of the budget, from 0 to 1, that a source may carry at most. */
  readonly cap?: Bound<Fraction> | undefined;
}

/** Refuses no sources, and columns of different lengths. */
export function requireColumns({ limit, priority, share }: SourceColumns): void {
  if (limit.length === 0) throw new CalculationError("fundingSources", "emptyInput", { name: "limit" });
  for (const [name, column] of Object.entries({ priority, share })) {
    if (column !== undefined && column.length !== limit.length) {
      const details = { name, expected: limit.length, found: column.length };
      throw new CalculationError("fundingSources", "sizeMismatch", details);
    }
  }
}

/** The most that each source pays, in whole steps: its limit or its cap, whichever is less; `undefined` for neither. */
export function mostOfEach(budget: Amount, { limit, cap }: SourceColumns): (bigint | undefined)[] {
  if (budget.units < 0n) throw outOfRange("budget", "0 or more", amountText(budget));
  const caps = boundColumn("fundingSources", { name: "cap", bound: cap, rows: limit.length });
  return limit.map((given, source) => {
    const limited = limitInSteps(given, budget.step, source);
    const capped = capInSteps(caps[source], budget.units, source);
    if (limited === undefined) return capped;
    const other = capped ?? limited;
    return other < limited ? other : limited;
  });
}

function limitInSteps(limit: SourceLimit, step: Fraction, source: number): bigint | undefined {
  if (limit === "none") return undefined;
  if (limit.numerator < 0n) throw outOfRange(`limit, row ${source + 1},`, "0 or more", exactText(limit));
  return round(over(limit, step), "floor");
}

function capInSteps(cap: Fraction | undefined, budget: bigint, source: number): bigint | undefined {
  if (cap === undefined) return undefined;
  if (cap.numerator < 0n || cap.numerator > cap.denominator) {
    throw outOfRange(`cap, row ${source + 1},`, "a fraction from 0 to 1", exactText(cap));
  }
  return round(times(cap, fraction(budget)), "floor");
}

function outOfRange(name: string, requirement: string, found: string): CalculationError {
  return new CalculationError("fundingSources", "outOfRange", { name, requirement, found });
}

/** The sources of each priority, the lowest number first. */
export function byPriority(priority: readonly Fraction[]): number[][] {
  const classes: { readonly priority: Fraction; readonly sources: number[] }[] = [];
  for (const [source, value] of priority.entries()) {
    const found = classes.find((each) => compareFractions(each.priority, value) === 0);
    if (found === undefined) classes.push({ priority: value, sources: [source] });
    else found.sources.push(source);
  }
  classes.sort((a, b) => compareFractions(a.priority, b.priority));
  return classes.map(({ sources }) => sources);
}
