import { CalculationError } from "../errors.ts";
import { count } from "../exact/count.ts";
import { type Rate, rate } from "../exact/rate.ts";

/** What a ledger holds of one fact of one unit; `undefined` where nothing is known. */
export type LedgerValue = number | string | boolean | undefined;

/** Whether a 0 in a ledger is knowledge (no members) or the lack of it (a form filled up with zeros). */
export type ZeroRule = "known" | "missing";

/** One column of a ledger. */
export interface LedgerFact {
  /** The fact's name. */
  readonly fact: string;
  /** What is known of it, one value a unit. */
  readonly values: readonly LedgerValue[];
}

/** A ledger as columns, and what its zeros mean. */
export interface LedgerCompletenessInput {
  /** One column a fact, all with the same units in the same order. */
  readonly facts: readonly LedgerFact[];
  /** Whether 0 is known or missing; `known` unless told. */
  readonly zero?: ZeroRule | undefined;
}

/** For how many units one fact is known. */
export interface FactCompleteness {
  /** The fact's name. */
  readonly fact: string;
  /** Units of which the fact is known, of all units. */
  readonly rate: Rate;
}

/** How complete a ledger is. */
export interface LedgerCompleteness {
  /** A row a fact, in the order given. */
  readonly facts: readonly FactCompleteness[];
  /** Units of which every fact is known, of all units. */
  readonly completeUnits: Rate;
  /** Cells that are known, of all cells. */
  readonly allCells: Rate;
}

/**
 * How complete a ledger is: by fact, by whole units and over all its cells.
 *
 * Known values are counted and divided once. The one surprise: complete units are fewer than any fact suggests, since
 * one gap makes a unit incomplete; three facts known of 90 % each may leave 70 % of the units complete.
 *
 * **Units.** A unit is a row of the ledger. A ledger with facts but no units yet has rates that are `empty`.
 *
 * **Errors.** `emptyInput` without facts; `sizeMismatch` for columns of different length.
 *
 * **Source.** DAMA UK Working Group, The Six Primary Dimensions for Data Quality Assessment (2013): completeness as the
 * share of stored data in all that could be stored.
 *
 * @throws CalculationError `emptyInput` without facts
 * @throws CalculationError `sizeMismatch` for columns of different length
 *
 * @example
 * const facts = [{ fact: "staff", values: [12, 0, undefined] }, { fact: "owner", values: ["state", "private", "state"] }];
 * ledgerCompleteness({ facts }).facts[0]?.rate //=> { numerator: 2, denominator: 3, status: "ok" }
 * ledgerCompleteness({ facts }).completeUnits //=> { numerator: 2, denominator: 3, status: "ok" }
 * ledgerCompleteness({ facts, zero: "missing" }).allCells //=> { numerator: 4, denominator: 6, status: "ok" }
 * ledgerCompleteness({ facts: [] }) //=> throws emptyInput
 */
export function ledgerCompleteness({ facts, zero }: LedgerCompletenessInput): LedgerCompleteness {
  const units = requireLedger(facts);
  const isKnown = (value: LedgerValue): boolean =>
    value !== undefined && !(zero === "missing" && value === 0);
  const knownOf = facts.map(({ values }) => values.filter(isKnown).length);
  const isComplete = (unit: number): boolean => facts.every(({ values }) => isKnown(values[unit]));
  const complete = Array.from({ length: units }, (_, unit) => unit).filter(isComplete).length;
  const knownCells = knownOf.reduce((sum, known) => sum + known, 0);
  return {
    facts: facts.map(({ fact }, index) => ({ fact, rate: share(knownOf[index] ?? 0, units) })),
    completeUnits: share(complete, units),
    allCells: share(knownCells, units * facts.length),
  };
}

function share(known: number, all: number): Rate {
  return rate({ numerator: count(known), denominator: count(all) });
}

/** How many units the ledger has; refuses one without facts, and columns that differ in length from the first. */
function requireLedger(facts: readonly LedgerFact[]): number {
  const [first] = facts;
  if (first === undefined) throw new CalculationError("ledgerCompleteness", "emptyInput", { name: "facts" });
  const expected = first.values.length;
  for (const { fact, values } of facts) {
    if (values.length !== expected) {
      const name = `the column ${fact}`;
      throw new CalculationError("ledgerCompleteness", "sizeMismatch", {
        name,
        expected,
        found: values.length,
      });
    }
  }
  return expected;
}
