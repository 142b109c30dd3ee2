import { describe, expect, test } from "vitest";
import {
  ledgerCompleteness,
  type LedgerCompleteness,
  type LedgerValue,
  type ZeroRule,
} from "./ledgerCompleteness.ts";

type Columns = Readonly<Record<string, readonly LedgerValue[]>>;

const completenessOf = (columns: Columns, zero?: ZeroRule): LedgerCompleteness =>
  ledgerCompleteness(
    Object.freeze({
      facts: Object.freeze(
        Object.entries(columns).map(([fact, values]) => ({ fact, values: Object.freeze(values) })),
      ),
      zero,
    }),
  );

/** All rates as known/units, by the name of the fact. */
const shown = ({ facts, completeUnits, allCells }: LedgerCompleteness): Record<string, string> =>
  Object.fromEntries(
    [...facts, { fact: "units", rate: completeUnits }, { fact: "cells", rate: allCells }].map(
      ({ fact, rate }) => [fact, `${rate.numerator}/${rate.denominator}`],
    ),
  );

describe("ledgerCompleteness", () => {
  // Five facts of four units, counted by hand: what it does, its staff, its members, its owner, why it has none.
  const ledger: Columns = {
    business: ["weaving", "freight", "software", undefined],
    staff: [40, 8, undefined, 12],
    members: [3, 0, 0, 0],
    owner: ["private", "private", undefined, undefined],
    reason: [undefined, "too few", "too few", undefined],
  };

  test("counts each fact, the units of which every fact is known, and all cells", () => {
    expect(shown(completenessOf(ledger))).toEqual({
      business: "3/4",
      staff: "3/4",
      members: "4/4",
      owner: "2/4",
      reason: "2/4",
      units: "1/4",
      cells: "14/20",
    });
  });

  test("counts 0 as known unless told that it is missing", () => {
    expect(completenessOf(ledger, "known")).toEqual(completenessOf(ledger));
    expect(shown(completenessOf(ledger, "missing"))).toEqual({
      business: "3/4",
      staff: "3/4",
      members: "1/4",
      owner: "2/4",
      reason: "2/4",
      units: "0/4",
      cells: "11/20",
    });
  });

  test("takes no other value for zero", () => {
    const { facts } = completenessOf({ fact: [false, "", "0", NaN, -0, 0] }, "missing");
    expect(facts[0]?.rate).toEqual({ numerator: 4, denominator: 6, status: "ok" });
  });

  test("gives the 98 % of the DAMA UK paper: 294 of 300 emergency telephone numbers", () => {
    const values = Array.from({ length: 300 }, (_, unit) => (unit < 294 ? "known" : undefined));
    expect(completenessOf({ telephone: values }).facts[0]?.rate).toEqual({
      numerator: 294,
      denominator: 300,
      status: "ok",
    });
  });

  test("finds 70 % of the units complete where three facts of 90 % lack different units", () => {
    const but = (gap: number): LedgerValue[] =>
      Array.from({ length: 10 }, (_, unit) => (unit === gap ? undefined : 1));
    expect(shown(completenessOf({ a: but(0), b: but(1), c: but(2) }))).toMatchObject({
      a: "9/10",
      units: "7/10",
      cells: "27/30",
    });
  });

  test("has empty rates before there are units", () => {
    const empty = { numerator: 0, denominator: 0, status: "empty" };
    expect(completenessOf({ staff: [] })).toEqual({
      facts: [{ fact: "staff", rate: empty }],
      completeUnits: empty,
      allCells: empty,
    });
  });

  test("keeps facts of one name apart", () => {
    const facts = [
      { fact: "staff", values: [1, undefined] },
      { fact: "staff", values: [1, 2] },
    ];
    expect(ledgerCompleteness({ facts }).facts.map(({ rate }) => rate.numerator)).toEqual([1, 2]);
  });

  test("refuses a ledger without facts, and columns of different length", () => {
    expect(() => completenessOf({})).toThrow(
      expect.objectContaining({
        code: "emptyInput",
        message: "ledgerCompleteness requires at least one value in facts",
      }),
    );
    expect(() => completenessOf({ staff: [1, 2], owner: ["state"] })).toThrow(
      expect.objectContaining({
        code: "sizeMismatch",
        message:
          "ledgerCompleteness requires the column owner to have as many values as there are rows (2); found 1",
      }),
    );
  });
});
