import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { callFunction } from "./callFunction.ts";
import { isCellError } from "./cell/cell.ts";
import { table } from "./table/table.ts";

type Arguments = readonly unknown[];

const containing = (text: string): unknown => expect.stringContaining(text);

const rowsOf = (value: unknown): readonly (readonly unknown[])[] | undefined =>
  Array.isArray(value) ? (value as readonly (readonly unknown[])[]) : undefined;

/** Puts something else in the place of one argument: whole, or as the second cell of its range. */
function withBad(given: Arguments, index: number, bad: unknown): Arguments {
  const rows = rowsOf(given[index]);
  if (rows === undefined) return given.map((value, place) => (place === index ? bad : value));
  const last = rows.length - 1;
  const range = rows.map((row, number) => (number === (last > 0 ? 1 : 0) ? [bad, ...row.slice(1)] : row));
  return given.map((value, place) => (place === index ? range : value));
}

/** Every required argument of every function's first example. */
const required = table.flatMap((row) =>
  Object.entries(row.parameters)
    .filter(([, { optional }]) => !optional)
    .map(([name, parameter], index) => ({ row, name, parameter, index, given: row.examples[0].arguments })),
);
type Case = (typeof required)[number];
const casesOf = (holds: (each: Case) => boolean): (readonly [string, Case])[] =>
  required.filter(holds).map((each) => [`${each.row.id} ${each.name}`, each]);
const isNumeric = ({ parameter: { takes } }: Case): boolean => takes === "number" || takes === "date";
const cases = casesOf(() => true);
const numbers = casesOf(isNumeric);
const words = casesOf(({ parameter: { takes } }) => takes === "word" || takes === "flag");
const refusing = casesOf(({ parameter: { takes, keepsMissing } }) => takes !== "word" && !keepsMissing);
const keeping = casesOf(({ parameter: { takes, keepsMissing } }) => keepsMissing && takes !== "anything");

describe("an argument that cannot be", () => {
  test.each(cases)("%s passes an error cell on", (_, { row, index, given }) => {
    expect(row.call(withBad(given, index, { error: "#REF!" }))).toEqual({ error: "#REF!" });
  });

  test.each(cases)("%s must be given", (_, { row, index, given }) => {
    const result = row.call(given.slice(0, index));
    expect(result).toMatchObject({
      error: "#VALUE!",
      message: containing(`${row.id} requires the argument`),
    });
  });

  test.each(cases)("%s refuses ragged and empty ranges in words", (_, { row, index, given }) => {
    for (const bad of [[[1, 2], [3]], [], [[]], [1, 2], [[[1]]], [[{}]], {}]) {
      const result = row.call(given.map((value, place) => (place === index ? bad : value)));
      expect(result).toMatchObject({ error: "#VALUE!", message: containing(row.id) });
    }
  });

  test.each(numbers)(
    "%s refuses text, numbers stored as text, TRUE and FALSE in words",
    (_, { row, name, index, given }) => {
      for (const bad of ["abc", "5", "91.5%", "1,000", true, false]) {
        const result = row.call(withBad(given, index, bad));
        expect(result).toMatchObject({ error: "#VALUE!", message: containing(name) });
      }
    },
  );

  test.each(numbers)("%s refuses numbers that are not finite", (_, { row, index, given }) => {
    for (const bad of [Number.NaN, Infinity, -Infinity]) {
      expect(row.call(withBad(given, index, bad))).toMatchObject({ error: "#NUM!" });
    }
  });

  test.each(refusing)("%s says which cell is missing", (_, { row, name, index, given }) => {
    for (const bad of [null, "", " ", "-", "n/a", "N/A", "缺"]) {
      const result = row.call(withBad(given, index, bad));
      expect(result).toMatchObject({ error: "#N/A", message: containing(name) });
    }
  });

  test.each(words)("%s refuses a word that it does not know", (_, { row, name, index, given }) => {
    for (const bad of ["abc", 7, -1, 0.5]) {
      const result = row.call(withBad(given, index, bad));
      expect(result).toMatchObject({ error: "#VALUE!", message: containing(name) });
    }
  });

  test.each(keeping)("%s keeps a missing cell as missing, and still answers", (_, { row, index, given }) => {
    for (const bad of [null, "", " ", "-", "n/a", "缺"]) {
      expect(rowsOf(row.call(withBad(given, index, bad)))?.length).toBeGreaterThan(0);
    }
  });

  test.each(
    casesOf(
      ({ row, parameter }) => /^COVERAGE_(BY_GROUP|ROLL_UP)$/.test(row.id) && parameter.takes === "number",
    ),
  )("%s leaves a row out that is missing or no count, and says so", (_, { row, index, given }) => {
    for (const bad of [null, "缺", -1, 1.5, 2 ** 53]) {
      const rows = rowsOf(row.call(withBad(given, index, bad))) ?? [];
      expect(rows.some((cells) => String(cells.at(-1)).includes("1 row left out"))).toBe(true);
    }
  });
});

describe("numbers out of range", () => {
  test.each([
    ["COVERAGE_RATE", [-1, 5]],
    ["COVERAGE_RATE", [1.5, 5]],
    ["COVERAGE_RATE", [2 ** 53, 5]],
    ["COVERAGE_TEXT", [1, 2, 16]],
    ["COVERAGE_GAP", [1, 2, 95]],
    ["COVERAGE_GAP", [1, 2, -0.1]],
    ["GROWTH_PATH", [-1, 0.2, 5]],
    ["GROWTH_PATH", [650, -1.5, 5]],
    ["GROWTH_PATH", [650, 0.2, -1]],
    ["GROWTH_PATH", [650, 0.2, 2.5]],
    ["GROWTH_PATH", [650, 0.2, 1e9]],
    ["GROWTH_PATH", [1e300, 1e10, 5]],
    ["GROWTH_PATH_TO", [0, 100, 5]],
    ["GROWTH_PATH_TO", [100, 200, 0]],
    ["GROWTH_PATH_TO", [100, 200, 5, "logistic"]],
    ["GROWTH_PATH_TO", [100, 200, 5, "logistic", "none", 150]],
    ["GROWTH_RATE", [100, -121, 2]],
    ["GROWTH_RATE", [0, 121, 2]],
    ["GROWTH_RATE", [100, 121, 0]],
    ["GROWTH_PERIODS", [100, 121, 0]],
    ["GROWTH_PERIODS", [-100, 121, 0.1]],
    ["FUNDING_SPLIT", [100, [[1], [-1]], 1]],
    ["FUNDING_SPLIT", [100, [[1], [1]], 0]],
    ["FUNDING_SPLIT", [100, [[1], [1]], -1]],
    ["FUNDING_SPLIT", [100, [[1], [1]], 1, null, -5]],
    ["QUOTA_APPORTION", [-1, [[1], [1]]]],
    ["QUOTA_APPORTION", [1.5, [[1], [1]]]],
    ["QUOTA_APPORTION", [5, [[1], [-1]]]],
    ["QUOTA_APPORTION", [5, [[1], [1]], "webster", null, null, 5]],
    ["QUOTA_APPORTION", [5, [[1], [1]], "webster", null, null, null, null, 0]],
    ["QUOTA_APPORTION", [5, [[1], [1]], "webster", null, null, null, null, 4]],
    ["QUOTA_APPORTION", [5, [[1.5], [1]], "droop"]],
    ["QUOTA_APPORTION", [100, [[3], [2]], "droop"]],
    ["QUOTA_APPORTION", [2 ** 50, [[3], [2]], "quota"]],
  ])("%s %j is #NUM!", (id, given) => {
    expect(callFunction(id, given)).toMatchObject({ error: "#NUM!" });
  });
});

describe("calls that no answer fits", () => {
  test.each([
    ["FUNDING_SPLIT", [100, [[0], [0]]], "at least one value above zero in weights"],
    ["FUNDING_SPLIT", [100.005, [[1], [1]]], "total to be a whole number of steps of 0.01; found 100.005"],
    [
      "FUNDING_SPLIT",
      [10_000_000_000_000, [[1], [1]]],
      "a total of at most 9999999999999.99 with a step of 0.01",
    ],
    ["FUNDING_SPLIT", [1e20, [[1], [1]], 1], "an amount within 9007199254740991 in total"],
    [
      "FUNDING_SPLIT",
      [100, [[1], [1]], 1, null, 60],
      "the minimums, 120 together, to fit 100; it fails by 20",
    ],
    ["FUNDING_SPLIT", [100, [[1], [1]], 1, null, null, 40], "80 together, to hold 100; it fails by 20"],
    [
      "FUNDING_SPLIT",
      [100, [[1], [1]], 1, null, [[50], [20]], [[30], [90]]],
      "the minimum of row 1 (50) not to exceed its maximum (30)",
    ],
    [
      "FUNDING_SPLIT",
      [100, [[1], [1]], 1, "biggest"],
      "rule to be one of largest-remainder, largest-weight, first, last",
    ],
    ["FUNDING_SPLIT", [100, [[1], [1]], 1, 1], "rule to be one of"],
    [
      "FUNDING_SPLIT",
      [100, [[1], [1]], 1, null, [[1], [1], [1]]],
      "minimum to have as many rows as weights (2); found 3",
    ],
    [
      "FUNDING_SPLIT",
      [
        [[100], [200]],
        [[1], [1]],
      ],
      "one cell in total; found a range of 2 cells",
    ],
    [
      "FUNDING_SPLIT",
      [
        100,
        [
          [1, 2],
          [3, 4],
        ],
      ],
      "weights to be one column or one row",
    ],
    ["FUNDING_SPLIT", [100, [[1]], 1, null, null, null, null], "at most 6 arguments; found 7"],
    ["QUOTA_APPORTION", [5, [[0], [0]]], "at least one value above zero in weights"],
    ["QUOTA_APPORTION", [5, [[1], [1]], "quota", 1], "no minimum or maximum with the quota method"],
    [
      "QUOTA_APPORTION",
      [5, [[1], [1]], "adams", null, null, null, null, 1.4],
      "method webster for a first divisor",
    ],
    ["QUOTA_APPORTION", [5, [[1], [1]], "webster", 3], "the minimums, 6 together, to fit 5; it fails by 1"],
    [
      "QUOTA_APPORTION",
      [5, [[1], [1]], "webster", null, null, null, 3],
      "the minimums, 6 together, to fit 5; it fails by 1",
    ],
    [
      "COVERAGE_BY_GROUP",
      [[["a"], ["b"]], [[1]], [[1], [2]]],
      "covered to have as many rows as group (2); found 1",
    ],
    [
      "COVERAGE_RATE",
      [
        [[1], [2]],
        [[1], [2], [3]],
      ],
      "eligible (3 x 1 cells) to have the size of covered (2 x 1)",
    ],
  ])("%s %j says why in words", (id, given, words) => {
    const result = callFunction(id, given);
    expect(result).toMatchObject({ error: "#VALUE!" });
    expect(isCellError(result) && result.message).toContain(`${id} requires `);
    expect(isCellError(result) && result.message).toContain(words);
  });

  test.each([
    ["COVERAGE_RATE", [0, 0]],
    ["COVERAGE_RATE", [5, 0]],
    ["COVERAGE_TEXT", [5, 0]],
    ["COVERAGE_GAP", [5, 0, 0.5]],
  ])("%s %j divides by zero", (id, given) => {
    expect(callFunction(id, given)).toMatchObject({ error: "#DIV/0!" });
  });

  test.each([
    ["FUNDING_SPLIT", [100, [[null], [null]]]],
    ["QUOTA_APPORTION", [5, [[null], [""]]]],
    [
      "COVERAGE_BY_GROUP",
      [
        [[null], [0]],
        [[null], [0]],
        [[0], [null]],
      ],
    ],
    ["COVERAGE_ROLL_UP", [[["", 0]], [[0]], [[null]]]],
  ])("%s %j has nothing to calculate with", (id, given) => {
    expect(callFunction(id, given)).toMatchObject({
      error: "#N/A",
      message: containing("at least one"),
    });
  });

  test("an unknown function is #NAME?", () => {
    expect(callFunction("FUNDING_SPLTI", [])).toEqual({
      error: "#NAME?",
      message: "There is no function FUNDING_SPLTI.",
    });
    expect(callFunction("__proto__", [])).toMatchObject({ error: "#NAME?" });
    expect(callFunction("constructor", [])).toMatchObject({ error: "#NAME?" });
  });
});

describe("whatever comes in", () => {
  const cell = fc.oneof(
    fc.double(),
    fc.integer({ min: -5, max: 20 }),
    fc.constantFrom(0, -0, 1e308, 5e-324, 2 ** 53, 0.1 + 0.2, 1e15, 1e21),
    fc.string(),
    fc.constantFrom(
      "",
      "-",
      "缺",
      "5",
      "en",
      "zh",
      "webster",
      "quota",
      "logistic",
      "first",
      "=1+1",
      "__proto__",
    ),
    fc.boolean(),
    fc.constant(null),
    fc.constant({ error: "#N/A" }),
  );
  const range = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  const anything = fc.oneof(
    { weight: 6, arbitrary: cell },
    { weight: 6, arbitrary: range },
    fc.anything(),
    fc.constant(undefined),
  );

  const isOut = (value: unknown): boolean =>
    typeof value === "string" ||
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value) && !Object.is(value, -0)) ||
    isCellError(value);

  test.each(table.map((row) => [row.id, row] as const))("%s answers with cells, never a throw", (_, row) => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 9 }), (given) => {
        const result = row.call(given);
        const rows = rowsOf(result) ?? [[result]];
        expect(rows.length).toBeGreaterThan(0);
        expect(new Set(rows.map((cells) => cells.length)).size).toBe(1);
        expect(rows.flat().every(isOut)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
