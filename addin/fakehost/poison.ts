/// <reference types="custom-functions-runtime" />
// A bundle for the tests: functions whose results no function of the table may have, behind the same handlers.
import type { Result } from "@tallykit/sheet";

import { handlerOf } from "../functions/handlerOf.ts";

const cycle: unknown[] = [];
cycle.push(cycle);
const throwIt = (thrown: unknown): never => {
  throw thrown;
};

const poisons: Readonly<Record<string, () => unknown>> = {
  BIG_INTEGER: () => 1n,
  BIG_INTEGER_CELL: () => [[1, 1n]],
  CYCLE: () => cycle,
  CYCLE_CELL: () => [[cycle]],
  NOT_A_NUMBER: () => [[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
  NOTHING: () => undefined,
  EMPTY_CELLS: () => [[null, undefined]],
  NO_ROWS: () => [],
  RAGGED: () => [[1, 2], [3]],
  DAY: () => [[new Date(0)]],
  CALL: () => [[() => 1, Symbol("odd")]],
  PROMISE: () => [[Promise.resolve(1)]],
  PROMISED: () => Promise.resolve(1),
  THROWS_ERROR: () => throwIt(new TypeError("it broke")),
  THROWS_TEXT: () => throwIt("it broke"),
  THROWS_CYCLE: () => throwIt(cycle),
  TOO_DEEP: () => {
    const deeper = (depth: number): number => deeper(depth + 1) + 1;
    return deeper(0);
  },
  LONG_TEXT: () => [["长".repeat(32_768)]],
  TALL: () => Array.from({ length: 200_001 }, () => [1]),
  HEAVY: () => Array.from({ length: 100_000 }, () => ["a text of thirty letters, more"]),
  MANY_WORDS: () => Array.from({ length: 5_000 }, () => [{ error: "#N/A", message: "words" }]),
};

for (const [id, make] of Object.entries(poisons)) {
  // The type is that of a table's row, whose gate these values got past.
  CustomFunctions.associate(id, handlerOf({ id, call: () => make() as Result }));
}
CustomFunctions.associate("GOOD", handlerOf({ id: "GOOD", call: () => 1 }));
