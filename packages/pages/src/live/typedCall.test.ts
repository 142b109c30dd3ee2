import { callFunction, findFunction, table } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

import { callOf, recordCount, typedCall, withRecords } from "./typedCall.ts";

const examples = table.flatMap((row) =>
  row.examples.map((example, index) => [`${row.id} ${index + 1}`, row, example] as const),
);

test.each(examples)("the fields of %s stand for the same call", (_, row, { arguments: given, result }) => {
  expect(callFunction(row.id, callOf(row, typedCall(row, given)))).toEqual(result);
});

describe("records", () => {
  const row = findFunction("COVERAGE_BY_GROUP")!;
  const typed = typedCall(row, [
    [["own"], ["joint"]],
    [[1442], [6015]],
    [[1442], [6573]],
  ]);

  test("are added to every column at once, and taken away", () => {
    expect(recordCount(row, typed)).toBe(2);
    const more = withRecords(row, typed, "add");
    expect(more.slice(0, 3)).toEqual([
      [["own"], ["joint"], [""]],
      [["1442"], ["6015"], [""]],
      [["1442"], ["6573"], [""]],
    ]);
    expect(withRecords(row, more, "remove")).toEqual(typed);
  });

  test("are none where the rows of a table each stand for themselves", () => {
    const weighted = findFunction("SCORE_WEIGHTED")!;
    expect(recordCount(weighted, typedCall(weighted, weighted.examples[0].arguments))).toBe(0);
  });
});
