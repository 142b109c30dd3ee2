import { cellErrorCodes, type FunctionRow } from "@tallykit/sheet";

import { shown } from "./compare.ts";
import { chance, columnOf, pick, type Random, SeededRandom } from "./random.ts";
import { type Difference, type Run } from "./reference.ts";

/** A call must not take longer than this, whatever its cells hold. */
const mostMilliseconds = 2_000;

const numbers = [
  0,
  -0,
  1,
  -1,
  0.1,
  0.1 + 0.2,
  1e15,
  1e16,
  2 ** 53,
  -(2 ** 53),
  1e21,
  1e100,
  1e308,
  -1e308,
  5e-324,
  1e-7,
  Number.NaN,
  Infinity,
  -Infinity,
  60,
  46_348,
  2_958_466,
];
const texts = [
  "",
  " ",
  "-",
  "n/a",
  "N/A",
  "缺",
  "5",
  "５",
  "٣",
  "१",
  "十",
  "½",
  "1,000",
  "1 000",
  "+1",
  "-1",
  "－1",
  "--1",
  "1e3",
  "1e400",
  "0x10",
  "91.5%",
  "９１.５％",
  "%",
  "¥5",
  "$1",
  "€",
  "TRUE",
  "是",
  "否",
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  '=HYPERLINK("x")',
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "a\u0000b",
  "\ud800",
  "e\u0301",
  "\u202eabc",
  "😀",
  "ZZZ",
  "own",
  "joint",
  "none",
  "webster",
  "quota",
  "droop",
  "largest-remainder",
  "talmud",
  "logistic",
  "each",
  "zh",
  "en",
  "month",
  "year",
  "competition",
  "z",
  "geometric",
  "reweight",
  "missing",
];
const long = ["1", "a", "，", " ", "1;", "(", "-", "0.", "1e"].map((piece) => piece.repeat(20_000));

/** Objects no sheet hands over and a program might: they are not what they seem. */
const strange: readonly (() => unknown)[] = [
  () => ({}),
  () => ({ error: "#N/A" }),
  () => ({ error: "#VALUE!", message: "why" }),
  () => ({ error: "#NOPE!" }),
  () => ({ error: 7, message: {} }),
  () => JSON.parse('{"__proto__":{"error":"#N/A"},"constructor":{"prototype":{"polluted":true}}}') as unknown,
  () => Object.create(null) as unknown,
  () => new Date(0),
  () => new Map(),
  () => Symbol("cell"),
  () => 10n ** 30n,
  () => () => 1,
  () => new Float64Array(2),
  () => ({ valueOf: () => 1, toString: () => "1" }),
  () => [[1], [2]].concat([[]]),
  () => {
    const list: unknown[] = [];
    list.push(list);
    return list;
  },
  () => new Array<unknown>(5),
  () => {
    const rows = [[1], [2], [3]];
    // A row that is not there at all.
    Reflect.deleteProperty(rows, 1);
    return rows;
  },
  () => [new Array<unknown>(2), [1, 2]],
  () => [[1, 2], [3]],
  () => [[[1]]],
  () => [],
  () => [[]],
  () => undefined,
];

/** An error that throws when its words are asked for. */
class Unspeakable {
  toString(): string {
    throw new Error("no words");
  }
}

const fails = (thrown: unknown) => (): never => {
  throw thrown;
};

/** Objects whose fields throw when they are read. */
const throwing: readonly (() => unknown)[] = [
  () => Object.defineProperty({}, "error", { enumerable: true, get: fails(new Error("a getter")) }),
  () =>
    Object.defineProperty({ error: "#N/A" }, "message", {
      enumerable: true,
      get: fails(new Error("a getter")),
    }),
  () => Object.defineProperty({}, "error", { enumerable: true, get: fails(new Unspeakable()) }),
  () => new Proxy({}, { has: fails(new TypeError("a trap")) }),
  () => new Proxy([], { get: fails(new TypeError("a trap")) }),
  () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    return proxy;
  },
];

function drawCell(random: Random): unknown {
  const kind = random.whole(0, 11);
  if (kind < 3) return random.whole(-2, 12);
  if (kind < 5) return pick(random, numbers);
  if (kind < 8) return pick(random, texts);
  if (kind === 8)
    return chance(random, 3) ? pick(random, long) : random.whole(0, 10 ** 9) / 10 ** random.whole(0, 12);
  if (kind === 9) return pick(random, [true, false, null, null]);
  return chance(random, 50) ? pick(random, strange)() : { error: pick(random, cellErrorCodes) };
}

function drawRange(random: Random): unknown {
  const [rows, columns] = chance(random, 99)
    ? [random.whole(1, 4), random.whole(1, 3)]
    : [random.whole(100, 400), 1];
  return columnOf(rows, () => columnOf(columns, () => drawCell(random)));
}

/** An argument of an example with some of its cells changed, so that a call gets past its door. */
function bent(random: Random, argument: unknown): unknown {
  if (chance(random, 45)) return argument;
  if (!Array.isArray(argument) || chance(random, 10))
    return chance(random, 50) ? drawCell(random) : drawRange(random);
  const rows = argument as readonly (readonly unknown[])[];
  const some = rows.map((row) => row.map((cell) => (chance(random, 25) ? drawCell(random) : cell)));
  return chance(random, 85) ? some : [...some, ...some];
}

function drawCall(random: Random, row: FunctionRow): unknown[] {
  const most = Object.keys(row.parameters).length;
  if (chance(random, 15))
    return columnOf(random.whole(0, most + 1), () =>
      chance(random, 50) ? drawCell(random) : drawRange(random),
    );
  const given: unknown[] = pick(random, row.examples).arguments.map((argument) => bent(random, argument));
  while (given.length < most && chance(random, 40)) given.push(drawCell(random));
  return given;
}

/** A call of an example in which one cell, or a whole argument, throws when it is read. */
function drawThrowingCall(random: Random, row: FunctionRow): unknown[] {
  const given: unknown[] = [...row.examples[0].arguments];
  const place = random.whole(0, Math.max(0, given.length - 1));
  const argument = given[place];
  const bad = pick(random, throwing)();
  const isRange = Array.isArray(argument) && chance(random, 70);
  given[place] = isRange
    ? (argument as readonly (readonly unknown[])[]).map((cells, line) =>
        line === 0 ? [bad, ...cells.slice(1)] : cells,
      )
    : bad;
  return given;
}

/** What is wrong with an answer: it must be cells in a rectangle, errors with their codes and words, nothing else. */
function answerFault(answer: unknown): string | undefined {
  if (!Array.isArray(answer)) return cellFault(answer);
  const rows: readonly unknown[] = answer;
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (width === 0) return "the answer has no cells";
  for (const row of rows) {
    if (!Array.isArray(row) || row.length !== width) return "the answer is no rectangle";
    for (let column = 0; column < width; column += 1) {
      const fault = cellFault(row[column]);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

function cellFault(cell: unknown): string | undefined {
  if (typeof cell === "string" || typeof cell === "boolean") return undefined;
  if (typeof cell === "number")
    return Number.isFinite(cell) && !Object.is(cell, -0) ? undefined : `a cell is ${shown(cell)}`;
  if (typeof cell !== "object" || cell === null) return `a cell is ${typeof cell}`;
  const { error, message, ...more } = cell as Readonly<Record<string, unknown>>;
  if (!(cellErrorCodes as readonly unknown[]).includes(error))
    return `a cell is an object with the error ${String(error)}`;
  if (Object.keys(more).length > 0) return "an error has more than its code and words";
  if (message === undefined) return undefined;
  if (typeof message !== "string" || message.trim() === "")
    return "an error has no words where it says it has";
  return undefined;
}

/** Words of an answer that tell of a fault in the program and not of one in the cells. */
function faultShown(answer: unknown): string | undefined {
  const cells: readonly unknown[] = Array.isArray(answer) ? (answer as readonly unknown[]).flat() : [answer];
  const words = cells.map((cell) =>
    typeof cell === "object" && cell !== null && "message" in cell ? String(cell.message) : "",
  );
  const shown = words.find((each) => each.includes(" failed: "));
  return shown === undefined ? undefined : `a fault shows through: ${shown}`;
}

/** What is wrong with one call, if something is. */
function callFault(
  call: (given: readonly unknown[]) => unknown,
  given: readonly unknown[],
  isReadable = true,
): string | undefined {
  const started = process.cpuUsage();
  let fault: string | undefined;
  try {
    const answer = call(given);
    fault = answerFault(answer) ?? (isReadable ? faultShown(answer) : undefined);
  } catch (error) {
    fault = `it threw ${error instanceof Error ? error.message : typeof error}`;
  }
  if ((Object.prototype as { polluted?: unknown }).polluted !== undefined) return "a prototype was changed";
  // What it has computed, and not how long it waited for others on the machine.
  const { user, system } = process.cpuUsage(started);
  const milliseconds = (user + system) / 1000;
  return fault ?? (milliseconds > mostMilliseconds ? `it took ${milliseconds.toFixed(0)} ms` : undefined);
}

/** Calls a function so many times with cells of every kind; the first fault, with its arguments. */
export function firstCallFault(row: FunctionRow, { cases, seed }: Run): Difference | undefined {
  const random = new SeededRandom(seed);
  for (let left = cases; left > 0; left -= 1) {
    const isReadable = !chance(random, 10);
    const given = isReadable ? drawCall(random, row) : drawThrowingCall(random, row);
    const words = callFault(row.call, given, isReadable);
    if (words !== undefined) return { given: written(given), words };
  }
  return undefined;
}

function written(given: readonly unknown[]): string {
  try {
    return shown(given).slice(0, 2_000);
  } catch {
    return "arguments that cannot be written";
  }
}
