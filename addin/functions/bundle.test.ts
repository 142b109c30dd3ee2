import { runInNewContext } from "node:vm";
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
/** What a function of the table compresses to, with its share of the exact arithmetic; 57 of them come to 66 kB. */
const bytesEach = 1_175;

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

  test("asks for Microsoft's own scripts only", () => {
    expect(runtime.requests.length).toBeGreaterThan(0);
    expect(runtime.requests.filter((address) => !address.startsWith("https://localhost/office-js/"))).toEqual(
      [],
    );
  });
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
