import { type Argument, callFunction, isCellError, type Result, table } from "@tallykit/sheet";
import { beforeAll, describe, expect, test } from "vitest";

import type { BookCell, BookValue, ComputedCell } from "@tallykit/sheet/book";
import { calculate } from "../engine/engine.ts";
import { decodeFormula } from "../xlsx/storedNames.ts";
import { lambdas, leftOut } from "./lambdas.ts";
import { lambdaPrefix, storedLambda, typedLambda } from "./namedLambda.ts";

type Arguments = readonly Argument[];

/** The values of the product of lists. */
function grid(...lists: readonly (readonly Argument[])[]): Arguments[] {
  return lists.reduce<Arguments[]>(
    (rows, list) => rows.flatMap((row) => list.map((each) => [...row, each])),
    [[]],
  );
}

const bad: readonly Argument[] = [null, "", "n/a", "缺", "x", "3", true, -1, 0.5, { error: "#REF!" }];
const counts: readonly Argument[] = [
  0,
  1,
  2,
  3,
  7,
  199,
  200,
  1442,
  1999,
  2000,
  2001,
  6015,
  6573,
  999_999_999,
  10 ** 9,
];
/** Those at which the answers of texts and gaps turn. */
const few: readonly Argument[] = [0, 1, 1999, 2000, 2001, 10 ** 9];
const large: readonly Argument[] = [2 ** 53 - 1, 2 ** 53, 1e300];
const shares: readonly Argument[] = [0, 0.07, 0.29, 0.95, 0.9999, 1, 1.2, -0.1];
const rates: readonly Argument[] = [0, 0.2, 0.042, -0.5, 1, -1, 0.0001];
const days: readonly Argument[] = [61, 36_585, 44_620, 45_322, 45_351, 46_081, 46_112, 46_348];
const weights: readonly (readonly (readonly number[])[])[] = [
  [[1], [1], [1]],
  [[40], [25], [35], [0]],
  [[999_999], [1], [999_998]],
  [[6], [6], [1], [2], [3], [5], [5]],
  [[0], [0]],
  [[1_000_000]],
];

const first = (result: Result): unknown => (Array.isArray(result) ? (result[0] as unknown[])[0] : result);
const columnOf = (result: Result, title: string, row = 1): unknown => {
  if (!Array.isArray(result)) return result;
  const rows = result as readonly (readonly unknown[])[];
  return rows[row]?.[rows[0]?.indexOf(title) ?? -1];
};

interface Case {
  /** Calls in which the table's function and the LAMBDA must agree to the last digit and on the error. */
  readonly calls: readonly Arguments[];
  /** Calls that the LAMBDA refuses though the table's function may answer. */
  readonly refused?: readonly Arguments[];
  readonly same: (given: Arguments) => unknown;
}

/** By the name of the LAMBDA: what it is compared with. */
const cases: Readonly<Record<string, Case>> = {
  RATE: {
    calls: [...grid([...counts, ...large], [...counts, ...large]), ...grid(bad, [0, 4]), ...grid([4], bad)],
    same: (given) => callFunction("COVERAGE_RATE", given),
  },
  TEXT: {
    calls: [
      ...grid(few, few, [0, 1, 2]),
      ...grid(bad, [4], [1]),
      ...grid([4], bad, [1]),
      ...grid([4], [8], [-1, 0.5, "x"]),
    ],
    refused: grid([5e9, 1], [5e9], [1]).concat(grid([1], [2], [3])),
    same: (given) => callFunction("COVERAGE_TEXT", given),
  },
  GAP: {
    calls: [
      ...grid(few, few, shares),
      ...grid(bad, [4], [0.5]),
      ...grid([4], bad, [0.5]),
      ...grid(
        [1],
        [4],
        bad.filter((each) => each !== 0.5),
      ),
    ],
    refused: grid([1], [5e9], [0.5]).concat(grid([1], [4], [1 / 3, 0.12345])),
    same: (given) => callFunction("COVERAGE_GAP", given),
  },
  DUE: {
    calls: [
      ...grid([0, 1, 2, 3, 8, 2 ** 53 - 1], [1, 3, 5], [0, 1, 3], ["en", "zh"]),
      ...grid(bad, [3], [1], ["en"]),
      ...grid([2], [1], [3], ["en"]),
      ...grid([2], [3], [1], ["fr"]),
    ],
    same: (given) => callFunction("COVERAGE_DUE", given),
  },
  GROWTH: {
    calls: [
      ...grid(counts, counts),
      ...grid(
        bad.filter((each) => each !== 0.5),
        [4],
      ),
      ...grid(
        [4],
        bad.filter((each) => each !== 0.5),
      ),
    ],
    refused: grid([0.5, 5e9], [4]),
    same: (given) => callFunction("GROWTH_RATE", [...given, 1]),
  },
  PATH: {
    calls: [
      ...grid([0, 1, 5, 542, 650, 1442], rates, [0, 1, 2, 5, 13]),
      ...grid(
        bad.filter((each) => each !== 0.5 && each !== -1),
        [0.2],
        [3],
      ),
      ...grid([650], [0.2], [-1, 0.5, "x", null]),
    ],
    refused: grid([0.5], [0.2], [3]).concat(
      grid([650], [1.5, 0.12345, -1.5], [3]),
      grid([10 ** 9], [1], [3]),
      grid([1], [0], [101]),
    ),
    same: ([base, rate, periods]) =>
      callFunction("GROWTH_PATH", [base, rate, periods, "compound", "nearest", "each"] as Argument[]),
  },
  LINEAR: {
    calls: [
      ...grid([0, 1, 650, 1442, 999_999_999], rates, [0, 1, 3, 10, 100]),
      ...grid(["x", null], [0.2], [3]),
    ],
    refused: grid([0.5], [0.2], [3]).concat(grid([650], [1.5, 0.12345], [3]), grid([1], [0.2], [101])),
    same: ([base, rate, periods]) => {
      const path = callFunction("GROWTH_PATH", [base, rate, periods, "linear"] as Argument[]);
      return Array.isArray(path) ? (path as unknown[][]).at(-1)?.[0] : path;
    },
  },
  PART: {
    calls: weights
      .filter((column) => column[0]?.[0] !== 0)
      .flatMap((column) =>
        [0, 1, 10, 247_000, 999_999_999].map((total) => [total, column[0]?.[0] ?? 0, column]),
      ),
    refused: [
      [10, 1, [[0], [0]]],
      [-1, 1, [[1]]],
      [10, 1, [[1], ["x"]]],
      [10, 1, [[1], [null]]],
      [10, 0.5, [[0.5]]],
      [5e9, 1, [[1]]],
    ],
    same: ([total, , column]) =>
      columnOf(callFunction("FUNDING_SPLIT_EXPLAIN", [total, column, 1] as Argument[]), "exact share"),
  },
  QUOTA: {
    calls: [
      ...weights.flatMap((column) => [0, 1, 2, 10, 120, 381, 999_999].map((places) => [places, column])),
      ...grid(["x", null, -1, 0.5], [weights[0] ?? null]),
    ],
    refused: [
      [10, [[1], ["x"]]],
      [10, [[1, 2]]],
      [10, [[1], [-1]]],
      [10, [[0.5], [1]]],
      [2e6, [[1]]],
      [10, [[1], [null]]],
    ],
    same: (given) => callFunction("QUOTA_APPORTION", given),
  },
  ATTAINMENT: {
    calls: grid([0, 100, 542, 6573], [0, 100, 650, 999_999_999], [0, 99, 100, 650, 6015]),
    refused: grid([0.5], [4], [2]).concat(grid([1], [5e9], [2]), grid(["x", null, -1], [4], [2])),
    same: ([start, goal, actual]) =>
      columnOf(
        callFunction("TARGET_STATUS", [start, goal, actual, 46_023, 46_387, 46_112] as Argument[]),
        "attainment",
      ),
  },
  PRO_RATA: {
    calls: [
      ...grid([0, 1, 730, 999_999_999], [46_023], [46_387, 46_023, 46_022], days),
      ...grid(["x", null, { error: "#REF!" }], [46_023], [46_387], [46_112]),
      ...grid([730], [46_023], [46_387], ["x", null]),
    ],
    refused: grid([0.5, -1], [46_023], [46_387], [46_112]).concat(
      grid([730], [46_023], [46_387], [46_112.5]),
    ),
    same: (given) => callFunction("TARGET_PRO_RATA", given),
  },
  TERM_DUE: {
    calls: grid(days, [1, 2, 3, 4, 5, 100]),
    refused: grid([60, 0.5, -1, "x", null], [4]).concat(grid([45_351], [0.5, 0, 101, "x"])),
    same: ([election, years]) =>
      columnOf(callFunction("TERM_STATUS", [election, years, 46_348] as Argument[]), "due date"),
  },
  TERM_OVERDUE: {
    calls: grid(days, [1, 4, 5], [44_620, 45_716, 46_348]),
    refused: grid(["x", null], [4], [46_348]).concat(grid([45_351], [4], [46_348.5, "x"])),
    same: (given) => columnOf(callFunction("TERM_STATUS", given), "days overdue"),
  },
};

const names = lambdas.map((lambda) => ({
  // What a file stores, read as a file is read.
  ...{ name: lambdaPrefix + lambda.name, formula: decodeFormula(storedLambda(lambda)) },
}));

/** What calls come to, one below the other, each with its arguments in cells beside it. */
async function called(name: string, calls: readonly Arguments[]): Promise<readonly ComputedCell[]> {
  const cells = new Map<string, BookCell>();
  let next = 1;
  const places = calls.map((given) => {
    const top = next;
    const references = given.map((argument, place) => {
      const rows = Array.isArray(argument) ? (argument as readonly (readonly unknown[])[]) : [[argument]];
      const addressOf = (down: number, across: number): string =>
        `${String.fromCharCode(65 + place + across)}${top + down}`;
      rows.forEach((row, down) => {
        row.forEach((value, across) => {
          if (value !== null) cells.set(addressOf(down, across), { value: value as BookValue });
        });
      });
      next = Math.max(next, top + rows.length);
      const last = addressOf(rows.length - 1, (rows[0]?.length ?? 1) - 1);
      return last === addressOf(0, 0) ? last : `${addressOf(0, 0)}:${last}`;
    });
    // Room for a result that fills what is below.
    next = Math.max(next + 1, name === "PATH" ? top + 15 : 0);
    cells.set(`Z${top}`, { formula: `${lambdaPrefix}${name}(${references.join(",")})` });
    return `Z${top}`;
  });
  const { sheets } = await calculate({ names, sheets: [{ name: "S", cells }] });
  return places.map((place) => sheets.get("S")?.get(place) ?? { value: "not calculated" });
}

/** A result without words: the code of its error, or its values. */
function bare({ value, spill }: ComputedCell): unknown {
  return spill ?? (isCellError(value) ? value.error : value);
}

function bareResult(result: unknown): unknown {
  if (isCellError(result)) return result.error;
  if (!Array.isArray(result)) return result;
  const rows = result as unknown[][];
  return rows.length === 1 && rows[0]?.length === 1 ? first(rows as Result) : rows;
}

describe.each(lambdas.filter(({ same }) => same !== ""))("$name", ({ name }) => {
  const { calls, refused = [], same } = cases[name] ?? { calls: [], same: () => undefined };

  test("gives what the table's function gives, to the last digit and with the same errors", async () => {
    expect(calls.length).toBeGreaterThan(9);
    const found = await called(name, calls);
    const differing = calls.flatMap((given, index) => {
      const [one, other] = [bare(found[index] ?? { value: "" }), bareResult(same(given))];
      return Object.is(JSON.stringify(one), JSON.stringify(other))
        ? []
        : [{ given, lambda: one, function: other }];
    });
    expect(differing.slice(0, 8)).toEqual([]);
  });

  test("refuses what it cannot give exactly", async () => {
    const found = await called(name, refused);
    const answered = refused.filter((_, index) => {
      const { value, spill } = found[index] ?? { value: 0 };
      return !isCellError(value) && !(spill?.some((row) => row.some(isCellError)) ?? false);
    });
    expect(answered).toEqual([]);
  });
});

describe("the named LAMBDAs", () => {
  let values: Readonly<Record<string, ComputedCell>> = {};
  beforeAll(async () => {
    const cells = lambdas.map(({ name, example }, index): [string, BookCell] => [
      `A${index * 10 + 1}`,
      { formula: `${lambdaPrefix}${name}(${example.arguments.join(",")})` },
    ]);
    const { sheets } = await calculate({ names, sheets: [{ name: "S", cells: new Map(cells) }] });
    values = Object.fromEntries(sheets.get("S") ?? []);
  });

  test("come to what their examples say", () => {
    const found = lambdas.map(({ name }, index) => [
      name,
      bare(values[`A${index * 10 + 1}`] ?? { value: "" }),
    ]);
    expect(found).toEqual(lambdas.map(({ name, example }) => [name, example.value]));
  });

  test("stand for functions of the table, and what they leave out is told for every other", () => {
    const expressed = lambdas.flatMap(({ same }) => (same === "" ? [] : [/^\w+/.exec(same)?.[0] ?? ""]));
    const told = leftOut.flatMap(({ ids }) => ids);
    expect(new Set([...expressed, ...told])).toEqual(new Set(table.map(({ id }) => id)));
    expect(told.filter((id) => expressed.includes(id))).toEqual([]);
  });

  test("are stored as Excel stores them: every later function and every word of their own with its prefix", () => {
    const rate = lambdas.find(({ name }) => name === "RATE");
    expect(rate && storedLambda(rate)).toBe(
      "_xlfn.LAMBDA(_xlpm.covered,_xlpm.eligible,TALLYX.COUNT(_xlpm.covered,2^53-1)/TALLYX.COUNT(_xlpm.eligible,2^53-1))",
    );
    for (const lambda of lambdas) {
      const stored = storedLambda(lambda);
      expect(decodeFormula(stored)).toBe(typedLambda(lambda));
      // What is left in small letters without a prefix would be a name that the workbook lacks.
      const bareWords = stored.replace(/"[^"]*"/g, "").match(/(?<![\p{L}\p{N}_.])[a-z]\w*(?![\w.(])/gu) ?? [];
      expect([lambda.name, bareWords]).toEqual([lambda.name, []]);
      expect(stored.length).toBeLessThan(8192);
      // No optional parameter, no function handed over by its name, no name that refers to itself.
      expect(stored).not.toMatch(/_xlop|_xleta|\[/);
      expect(stored).not.toContain(`${lambdaPrefix}${lambda.name}(`);
      // A name that reads as a cell or as R or C is refused by Excel.
      for (const [, word = ""] of stored.matchAll(/_xlpm\.(\w+)/g))
        expect(word).not.toMatch(/^([a-z]{1,3}\d+|r|c)$/i);
    }
  });
});
