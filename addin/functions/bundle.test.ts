import { runInNewContext } from "node:vm";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { callFunction, functionsMetadata, table } from "@tallykit/sheet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import lock from "../../packages/sheet/functions.lock.json" with { type: "json" };
import { bundleFunctions } from "../build/bundleFunctions.ts";
import { openJavaScriptRuntime, openSharedRuntime, type Runtime } from "../fakehost/runtimes.ts";
import { asExcelShows, fromWire, toWire } from "../fakehost/wire.ts";

/** Excel's two runtimes for functions, each with Microsoft's own script. */
const runtimes = [
  ["custom-functions-runtime.js", openJavaScriptRuntime],
  ["office.js", openSharedRuntime],
] as const;
/** Every function of the table compresses to about 1,100 bytes with its share of the exact arithmetic. */
const bytesEach = 1_200;

/** Calls of COVERAGE_RATE that are refused, and what the cell shows. */
const refused: readonly {
  readonly covered: unknown;
  readonly eligible: unknown;
  readonly shown: { readonly error: string; readonly message?: string };
}[] = [
  { covered: 1, eligible: 0, shown: { error: "#DIV/0!" } },
  { covered: -1, eligible: 4, shown: { error: "#NUM!" } },
  {
    covered: "x",
    eligible: 4,
    shown: { error: "#VALUE!", message: 'COVERAGE_RATE requires a number in covered; found the text "x".' },
  },
  {
    covered: true,
    eligible: 4,
    shown: { error: "#VALUE!", message: "COVERAGE_RATE requires a number in covered; found TRUE." },
  },
  {
    covered: "",
    eligible: 4,
    shown: { error: "#N/A", message: "COVERAGE_RATE requires a number in covered; the cell is blank." },
  },
  { covered: wireError("#N/A"), eligible: 4, shown: { error: "#N/A" } },
  { covered: wireError("#NULL!"), eligible: 4, shown: { error: "#NULL!" } },
  {
    covered: wireError("#REF!"),
    eligible: 4,
    shown: { error: "#VALUE!", message: "An argument holds the error #REF!." },
  },
  {
    covered: wireError("#BUSY!"),
    eligible: 4,
    shown: { error: "#VALUE!", message: "An argument holds the error #BUSY!." },
  },
];

type Handler = (...given: readonly unknown[]) => unknown[][];

/** The platform's error, as far as the handlers use it. */
class CellFailure extends Error {
  readonly type = "Error";
  readonly code: string;

  constructor(code: string, message?: string) {
    super(message);
    this.code = code;
  }
}

const errorCodes = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
};

/** A script that takes away what came to the language after 2020. */
const forgetNewer = `
  for (const name of ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"]) delete Array.prototype[name];
  for (const name of ["at", "replaceAll", "isWellFormed", "toWellFormed"]) delete String.prototype[name];
  for (const name of ["hasOwn", "groupBy"]) delete Object[name];
  delete Promise.any;
`;

/** An error of the wire becomes an object of the platform before a function is called. */
function asTheRuntimeHandsOver(argument: unknown): unknown {
  if (!Array.isArray(argument)) return argument;
  return argument.map((row: readonly unknown[]) =>
    row.map((cell) => {
      const { code } = { code: undefined, ...(typeof cell === "object" ? cell : {}) };
      return typeof code === "string" ? new CellFailure(code) : cell;
    }),
  );
}

function resultOf(handler: Handler | undefined, given: readonly unknown[]): unknown {
  const shown = (cell: unknown): unknown =>
    cell instanceof CellFailure
      ? { error: cell.code, ...(cell.message === "" ? {} : { message: cell.message }) }
      : cell;
  try {
    return handler?.(...given, { address: "Sheet1!A1" }).map((row) => Array.from(row, shown));
  } catch (error) {
    return shown(error);
  }
}

function wireError(code: string): object {
  return { type: "CustomFunctionError", code };
}

let bundle = "";

beforeAll(async () => {
  bundle = await bundleFunctions();
});

describe("the bundle", () => {
  test("stays small", () => {
    expect(gzipSync(bundle, { level: 9 }).length).toBeLessThanOrEqual(bytesEach * table.length);
  });

  test("has neither zod nor the texts that people read", () => {
    for (const text of ["ZodError", "invalid_type", table[0]?.summary.en ?? "", table[0]?.summary.zh ?? ""]) {
      expect([text, bundle.includes(text)]).toEqual([text, false]);
    }
  });

  test("needs the language and CustomFunctions.associate, nothing else, while it is read", () => {
    const ids: string[] = [];
    runInNewContext(bundle, { CustomFunctions: { associate: (id: string) => ids.push(id) } });
    expect(ids).toEqual(table.map(({ id }) => id));
  });

  test("associates the ids of the metadata and of the lock file, in both languages", () => {
    const ids: string[] = [];
    runInNewContext(bundle, { CustomFunctions: { associate: (id: string) => ids.push(id) } });
    expect(functionsMetadata("en").functions.map(({ id }) => id)).toEqual(ids);
    expect(functionsMetadata("zh").functions.map(({ id }) => id)).toEqual(ids);
    expect(Object.keys(lock)).toEqual(ids);
  });
});

describe("without anything but the language of 2020", () => {
  test("every example of every function gives its result", () => {
    const handlers = new Map<string, Handler>();
    const associate = (id: string, handler: Handler): void => void handlers.set(id, handler);
    const context = { CustomFunctions: { associate, Error: CellFailure, ErrorCode: errorCodes } };
    runInNewContext(`${forgetNewer}${bundle}`, context);
    for (const row of table) {
      for (const example of row.examples) {
        const given = toWire(row, example.arguments).map(asTheRuntimeHandsOver);
        expect([row.id, resultOf(handlers.get(row.id), given)]).toEqual([
          row.id,
          asExcelShows(example.result),
        ]);
      }
    }
  });

  test("is a stage on which newer methods are missing", () => {
    expect((): unknown => runInNewContext(`${forgetNewer}[1].findLast(Boolean)`)).toThrow(
      "findLast is not a function",
    );
    expect((): unknown => runInNewContext(`${forgetNewer}new TextEncoder()`)).toThrow(
      "TextEncoder is not defined",
    );
  });
});

describe.each(runtimes)("under %s", (_, open) => {
  let runtime: Runtime;

  beforeAll(async () => {
    runtime = await open(bundle);
  });
  afterAll(() => runtime.close());

  test("every example of every function gives its result", async () => {
    const examples = table.flatMap((row) => row.examples.map((example) => ({ row, example })));
    const answers = await runtime.invokeAll(
      examples.map(({ row, example }) => [row.id, toWire(row, example.arguments)]),
    );
    examples.forEach(({ row, example }, index) => {
      const answer = answers[index];
      expect([row.id, answer && fromWire(answer)]).toEqual([row.id, asExcelShows(example.result)]);
    });
  });

  test("every error has its code, and words where Excel shows them", async () => {
    const single = await runtime.invokeAll(
      refused.map(({ covered, eligible }) => ["COVERAGE_RATE", [covered, eligible]]),
    );
    expect(single.map(fromWire)).toEqual(refused.map(({ shown }) => shown));
    // In a range the one cell errs, and the next one has its rate.
    const inRange = await runtime.invokeAll(
      refused.map(({ covered, eligible }) => [
        "COVERAGE_RATE",
        [
          [[covered], [1]],
          [[eligible], [4]],
        ],
      ]),
    );
    expect(inRange.map(fromWire)).toMatchObject(refused.map(({ shown: { error } }) => [[{ error }], [0.25]]));
  });

  test("an argument left out, or unknown to older metadata, is the default; a blank cell is no argument left out", async () => {
    const answers = await runtime.invokeAll([
      ["COVERAGE_TEXT", [6015, 6573, null]],
      ["COVERAGE_TEXT", [6015, 6573]],
      ["COVERAGE_RATE", [3]],
      ["FUNDING_SPLIT", [null, [[1], [2]], null]],
      ["FUNDING_SPLIT", [9, [[1], [2]], null, null, null, null]],
    ]);
    const blank = { error: "#N/A", message: "FUNDING_SPLIT requires a number in total; the cell is blank." };
    const missing = { error: "#VALUE!", message: "COVERAGE_RATE requires the argument eligible." };
    expect(answers.map(fromWire)).toEqual([[["91.5%"]], [["91.5%"]], missing, blank, [[3], [6]]]);
  });

  test("odd arguments are refused in words", async () => {
    const odd = [{}, [[{}]], [], [[]], [[1], [2, 3]], [1], [[[1]]], { type: "Entity", text: "x" }];
    const answers = await runtime.invokeAll(odd.map((argument) => ["COVERAGE_RATE", [argument, 4]]));
    const words = expect.stringContaining("COVERAGE_RATE requires") as unknown;
    expect(answers).toEqual(odd.map(() => ({ ok: false, value: words, code: 7 })));
  });

  test("10,000 queued calls are answered", async () => {
    const start = performance.now();
    const calls = Array.from(
      { length: 10_000 },
      (_, index) => ["COVERAGE_RATE", [[[index]], [[10_000]]]] as const,
    );
    const answers = await runtime.invokeAll(calls);
    expect(answers.map(({ value }) => value)).toEqual(calls.map((_, index) => [[index / 10_000]]));
    // Two seconds on a quiet machine, of which Microsoft's own pause between batches is half of one.
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test("asks for Microsoft's own scripts only", () => {
    expect(runtime.requests.length).toBeGreaterThan(0);
    expect(runtime.requests.filter((address) => !address.startsWith("https://localhost/office-js/"))).toEqual(
      [],
    );
  });
});

describe("values that would hold up the queue", () => {
  const entry = fileURLToPath(new URL("../fakehost/poison.ts", import.meta.url));
  let runtime: Runtime;

  beforeAll(async () => {
    runtime = await openJavaScriptRuntime(await bundleFunctions(entry));
  });
  afterAll(() => runtime.close());

  const cellError = { error: "#VALUE!", message: "The result is not a cell." };
  const poisons: readonly (readonly [id: string, shown: unknown])[] = [
    ["BIG_INTEGER", [[cellError]]],
    ["BIG_INTEGER_CELL", [[1, cellError]]],
    ["CYCLE_CELL", [[cellError]]],
    ["NOT_A_NUMBER", [[cellError, cellError, cellError]]],
    ["NOTHING", [[cellError]]],
    ["EMPTY_CELLS", [[cellError, cellError]]],
    ["DAY", [[cellError]]],
    ["CALL", [[cellError, cellError]]],
    ["PROMISE", [[cellError]]],
    ["PROMISED", [[cellError]]],
    ["THROWS_ERROR", { error: "#VALUE!", message: "THROWS_ERROR failed: it broke." }],
    ["THROWS_TEXT", { error: "#VALUE!", message: "THROWS_TEXT failed: an unknown error." }],
    ["THROWS_CYCLE", { error: "#VALUE!", message: "THROWS_CYCLE failed: an unknown error." }],
    ["TOO_DEEP", { error: "#VALUE!", message: "TOO_DEEP failed: Maximum call stack size exceeded." }],
    ["CYCLE", [[cellError]]],
    ["NO_ROWS", { error: "#VALUE!", message: "The result is not a table of cells." }],
    ["RAGGED", { error: "#VALUE!", message: "The result is not a table of cells." }],
    [
      "LONG_TEXT",
      [
        [
          {
            error: "#VALUE!",
            message: "LONG_TEXT requires texts of at most 32,767 characters, all that a cell holds.",
          },
        ],
      ],
    ],
    [
      "TALL",
      {
        error: "#VALUE!",
        message:
          "TALL requires a result of at most 200,000 cells; this one has 200,001 cells: calculate it in parts.",
      },
    ],
    [
      "HEAVY",
      {
        error: "#VALUE!",
        message:
          "HEAVY requires a result of at most 3 MB; this one has more than that in 100,000 cells: calculate it in parts.",
      },
    ],
  ];

  test("are answered, and so are the calls around them", async () => {
    const calls = poisons.flatMap(([id]) => [id, "GOOD"]);
    const answers = await runtime.invokeAll(calls.map((id) => [id, []]));
    expect(answers.map((answer, index) => [calls[index], fromWire(answer)])).toEqual(
      poisons.flatMap(([id, shown]) => [
        [id, shown],
        ["GOOD", [[1]]],
      ]),
    );
  });

  test("a long column of errors keeps the words of the first thousand", async () => {
    const rows = fromWire(await runtime.invoke("MANY_WORDS", [])) as unknown[][];
    expect(rows.length).toBe(5_000);
    expect([rows[999], rows[1_000]]).toEqual([[{ error: "#N/A", message: "words" }], [{ error: "#N/A" }]]);
  });

  test("the host would notice a queue that stands still", async () => {
    runtime.run('CustomFunctions.associate("STALLS", () => 1n)');
    const late = new Promise((resolve) => setTimeout(resolve, 1_500, "no answer"));
    expect(await Promise.race([runtime.invoke("STALLS", []), late])).toBe("no answer");
  });
});

test("arguments too large are refused in words", async () => {
  const runtime = await openJavaScriptRuntime(bundle);
  const column = (length: number, cell: unknown): unknown[][] => Array.from({ length }, () => [cell]);
  const [cells, bytes, fits] = await runtime.invokeAll([
    ["COVERAGE_RATE", [column(150_000, 1), column(50_001, 1)]],
    ["COVERAGE_BY_GROUP", [column(50_000, "一".repeat(30)), 1, 1]],
    ["COVERAGE_RATE", [column(100_000, 1), column(100_000, 4)]],
  ]);
  expect(cells?.value).toBe(
    "COVERAGE_RATE requires arguments of at most 200,000 cells; found 200,001 cells: name the rows in use, not whole columns.",
  );
  expect(bytes?.value).toBe(
    "COVERAGE_BY_GROUP requires arguments of at most 3 MB; found more than that in 50,002 cells: name the rows in use, not whole columns.",
  );
  expect([fits?.ok, (fits?.value as unknown[]).length]).toEqual([true, 100_000]);
  await runtime.close();
});

test("in the shared runtime the bundle is read before Office has its errors, and finds them when it needs them", async () => {
  const runtime = await openSharedRuntime(`var early = typeof CustomFunctions.Error;${bundle}`, "zh-CN");
  const seen = [
    "early",
    "typeof CustomFunctions.Error",
    "Office.context.displayLanguage",
    "Office.context.host",
  ];
  expect(seen.map((script): unknown => runtime.window.eval(script))).toEqual([
    "undefined",
    "function",
    "zh-CN",
    "Excel",
  ]);
  expect(fromWire(await runtime.invoke("COVERAGE_RATE", [1, 0]))).toEqual({ error: "#DIV/0!" });
  await runtime.close();
});

test("what the table says outside Excel is what the bundle says in it", async () => {
  const runtime = await openJavaScriptRuntime(bundle);
  const given = [
    [["a"], ["b"]],
    [[1], ["x"]],
    [[2], [0]],
  ];
  const answer = await runtime.invoke("COVERAGE_BY_GROUP", given);
  expect(fromWire(answer)).toEqual(asExcelShows(callFunction("COVERAGE_BY_GROUP", given)));
  await runtime.close();
});
