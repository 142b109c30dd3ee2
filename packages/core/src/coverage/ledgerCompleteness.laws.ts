import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { type Rate, rate } from "../exact/rate.ts";
import type { Law } from "../law.laws.ts";
import { ledgerCompleteness, type LedgerFact, type LedgerValue } from "./ledgerCompleteness.ts";
import { names } from "./registers.laws.ts";

type Ledger = typeof ledgerCompleteness;

/** What a careless test of truth would take for a gap, and gaps. */
const values = fc.oneof(
  fc.constantFrom<LedgerValue[]>(undefined, 0, -0, "", "0", false, true, "state", 8),
  fc.nat(3),
);
/** Ledgers of some facts and units, at times without any unit. */
const ledgers = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(8)).chain(([facts, units]) =>
  fc.array(fc.record({ fact: names, values: fc.array(values, { minLength: units, maxLength: units }) }), {
    minLength: facts,
    maxLength: facts,
  }),
);
const zeroRules = fc.constantFrom("known" as const, "missing" as const);
const given = fc.record({ facts: ledgers, zero: zeroRules });

const unitsOf = (facts: readonly LedgerFact[]): number => facts[0]!.values.length;
const ofUnits = (facts: readonly LedgerFact[], units: readonly number[]): LedgerFact[] =>
  facts.map(({ fact, values: column }) => ({ fact, values: units.map((unit) => column[unit]) }));
const isSame = (a: Rate, b: Rate): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator && a.status === b.status;
const shareOf = (numerator: number, denominator: number): Rate =>
  rate({ numerator: count(numerator), denominator: count(denominator) });

// Mistakes that somebody makes.

const filledDown: Ledger = ({ facts, zero }) =>
  ledgerCompleteness({
    facts: facts.map(({ fact, values: column }) => {
      let last: LedgerValue;
      return { fact, values: column.map((value) => (last = value ?? last)) };
    }),
    zero,
  });
const falsyIsMissing: Ledger = ({ facts, zero }) =>
  ledgerCompleteness({
    facts: facts.map(({ fact, values: column }) => ({
      fact,
      values: zero === "missing" ? column.map((value) => [value].find(Boolean)) : column,
    })),
  });
const leastKnownFact: Ledger = (input) => {
  const result = ledgerCompleteness(input);
  const least = Math.min(...result.facts.map(({ rate: known }) => known.numerator));
  return { ...result, completeUnits: shareOf(least, unitsOf(input.facts)) };
};
const anyFactKnown: Ledger = (input) => {
  const result = ledgerCompleteness(input);
  const most = Math.max(...result.facts.map(({ rate: known }) => known.numerator));
  return { ...result, completeUnits: shareOf(most, unitsOf(input.facts)) };
};
const ofTheFirstFact: Ledger = (input) => {
  const result = ledgerCompleteness(input);
  const known = result.facts[0]!.rate.numerator;
  return {
    ...result,
    facts: result.facts.map(({ fact, rate: { numerator } }) => ({ fact, rate: shareOf(numerator, known) })),
  };
};
const withoutUnknownUnits: Ledger = ({ facts, zero }) => {
  const units = Array.from({ length: unitsOf(facts) }, (_, unit) => unit);
  const known = units.filter((unit) => facts.some(({ values: column }) => column[unit] !== undefined));
  return ledgerCompleteness({ facts: ofUnits(facts, known), zero });
};

export const ledgerCompletenessLaws: readonly Law<Ledger>[] = [
  {
    name: "every rate is of all units, between none and all of them",
    property: (calculator) =>
      fc.property(given, (input) => {
        const { facts, completeUnits } = calculator(input);
        const units = unitsOf(input.facts);
        return [completeUnits, ...facts.map((fact) => fact.rate)].every(
          ({ numerator, denominator, status }) =>
            denominator === units && numerator <= units && status === (units === 0 ? "empty" : "ok"),
        );
      }),
    broken: ofTheFirstFact,
  },
  {
    name: "all cells are the facts pooled",
    property: (calculator) =>
      fc.property(given, (input) => {
        const { facts, allCells } = calculator(input);
        const known = facts.reduce((sum, fact) => sum + fact.rate.numerator, 0);
        return isSame(allCells, shareOf(known, unitsOf(input.facts) * input.facts.length));
      }),
    // The cells of the complete units alone.
    broken: (input) => {
      const result = ledgerCompleteness(input);
      const { numerator, denominator } = result.completeUnits;
      const facts = input.facts.length;
      return { ...result, allCells: shareOf(numerator * facts, denominator * facts) };
    },
  },
  {
    name: "the facts keep their names and order",
    property: (calculator) =>
      fc.property(given, (input) => {
        const { facts } = calculator(input);
        return (
          facts.length === input.facts.length && facts.every(({ fact }, at) => fact === input.facts[at]?.fact)
        );
      }),
    // A dictionary by name.
    broken: (input) => {
      const result = ledgerCompleteness(input);
      return { ...result, facts: [...new Map(result.facts.map((fact) => [fact.fact, fact])).values()] };
    },
  },
  {
    name: "complete units are those whose own ledger has no gap",
    property: (calculator) =>
      fc.property(given, ({ facts, zero }) => {
        const complete = Array.from({ length: unitsOf(facts) }, (_, unit) => {
          const { allCells } = calculator({ facts: ofUnits(facts, [unit]), zero });
          return allCells.numerator === allCells.denominator;
        });
        return calculator({ facts, zero }).completeUnits.numerator === complete.filter(Boolean).length;
      }),
    broken: leastKnownFact,
  },
  {
    name: "complete units are no more than those of any fact, and no fewer than all less the gaps",
    property: (calculator) =>
      fc.property(given, (input) => {
        const { facts, completeUnits, allCells } = calculator(input);
        const gaps = allCells.denominator - allCells.numerator;
        return (
          facts.every((fact) => completeUnits.numerator <= fact.rate.numerator) &&
          completeUnits.numerator >= completeUnits.denominator - gaps
        );
      }),
    broken: anyFactKnown,
  },
  {
    name: "the order of the units changes nothing",
    property: (calculator) =>
      fc.property(
        given.chain((input) => {
          const units = Array.from({ length: unitsOf(input.facts) }, (_, unit) => unit);
          const shuffled = fc.shuffledSubarray(units, { minLength: units.length });
          return fc.tuple(fc.constant(input), shuffled);
        }),
        ([{ facts, zero }, order]) => {
          const [before, after] = [
            calculator({ facts, zero }),
            calculator({ facts: ofUnits(facts, order), zero }),
          ];
          return (
            isSame(before.completeUnits, after.completeUnits) &&
            before.facts.every((fact, at) => isSame(fact.rate, after.facts[at]!.rate))
          );
        },
      ),
    broken: filledDown,
  },
  {
    name: "a unit of which nothing is known adds to every denominator and to no numerator",
    property: (calculator) =>
      fc.property(given, ({ facts, zero }) => {
        const unknown = facts.map((fact) => ({ ...fact, values: [...fact.values, undefined] }));
        const [before, after] = [calculator({ facts, zero }), calculator({ facts: unknown, zero })];
        const isOneMore = (a: Rate, b: Rate, more = 1): boolean =>
          a.numerator === b.numerator && a.denominator + more === b.denominator;
        return (
          before.facts.every((fact, at) => isOneMore(fact.rate, after.facts[at]!.rate)) &&
          isOneMore(before.completeUnits, after.completeUnits) &&
          isOneMore(before.allCells, after.allCells, facts.length)
        );
      }),
    broken: withoutUnknownUnits,
  },
  {
    name: "where 0 is missing, exactly the zeros are no longer known",
    property: (calculator) =>
      fc.property(ledgers, (facts) => {
        const [known, missing] = [calculator({ facts }), calculator({ facts, zero: "missing" })];
        return facts.every(
          ({ values: column }, at) =>
            known.facts[at]!.rate.numerator - missing.facts[at]!.rate.numerator ===
            column.filter((value) => value === 0).length,
        );
      }),
    broken: falsyIsMissing,
  },
];
