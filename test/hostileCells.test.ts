import { table } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

import { answerCall } from "../addin/functions/answerCall.ts";
import { argumentsOf } from "../addin/functions/platformArguments.ts";
import { firstCallFault } from "./deep/cells.ts";

const run = { cases: 250, seed: 20_261_122 };

describe("cells of every kind", () => {
  test.each(table.map((row) => [row.id, row] as const))(
    "%s answers with cells, in time, whatever they are",
    (_, row) => {
      expect(firstCallFault(row, run)).toBeUndefined();
    },
  );

  test.each(table.map((row) => [row.id, row] as const))("%s answers so in Excel too", (_, row) => {
    // The platform adds its own description of the call, which is taken off again.
    const call = (given: readonly unknown[]): unknown => answerCall(row, () => argumentsOf([...given, {}]));
    expect(firstCallFault({ ...row, call: call as typeof row.call }, { ...run, cases: 80 })).toBeUndefined();
  });

  test("a row of holes is no row of cells", () => {
    const row = table.find(({ id }) => id === "SCORE_BAND")!;
    const words = "only cells in the range score";
    const given = [[new Array<number>(2), [1, 2]], [[0]], [["one star"]]];
    expect(row.call(given)).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining(words) as unknown,
    });
  });
});

describe("what the calls would catch", () => {
  const [row] = table;
  const answers: readonly (readonly [string, (given: readonly unknown[]) => unknown])[] = [
    ["a throw", () => JSON.parse("{") as unknown],
    ["no number", () => Number.NaN],
    ["a minus before nothing", () => [[1], [-0]]],
    ["nothing", () => undefined],
    ["a hole", () => [new Array(1)]],
    ["a long whole number", () => 10n],
    ["rows of unequal length", () => [[1, 2], [3]]],
    ["an error that is none", () => ({ error: "#NOPE!" })],
    ["an error without its words", () => ({ error: "#VALUE!", message: " " })],
    ["a fault of the program", () => ({ error: "#VALUE!", message: "F failed: x is not a function." })],
  ];

  test.each(answers)("%s", (_, call) => {
    expect(
      firstCallFault({ ...row!, call: call as NonNullable<typeof row>["call"] }, { cases: 20, seed: 1 }),
    ).toBeDefined();
  });
});
