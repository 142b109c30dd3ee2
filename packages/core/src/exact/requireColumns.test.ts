import { describe, expect, test } from "vitest";
import { CalculationError } from "../errors.ts";
import { requireColumns } from "./requireColumns.ts";

type Columns = Parameters<typeof requireColumns>[1];

const refusal = (columns: Columns): unknown => {
  try {
    requireColumns("coverageByGroup", columns);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe("requireColumns", () => {
  test.each<[string, Columns]>([
    ["one column", { covered: [1] }],
    ["columns of one length", { group: ["a", "b"], covered: [1, 2], eligible: [3, 4] }],
    ["a typed array among them", { covered: new Float64Array([1, 2]), eligible: [3, 4] }],
    ["a column that is left out", { covered: [1, 2], weight: undefined, eligible: [3, 4] }],
    ["values that are missing, which are still rows", { covered: [undefined, undefined], eligible: [3, 4] }],
  ])("takes %s", (_, columns) => {
    expect(refusal(columns)).toBeUndefined();
  });

  test.each<[string, Columns, string]>([
    ["no column at all", {}, "the columns"],
    ["an empty first column", { group: [], covered: [] }, "group"],
    ["an empty first column beside a full one", { group: [], covered: [1] }, "group"],
    ["a first column that is left out", { group: undefined, covered: [1] }, "group"],
  ])("refuses %s", (_, columns, name) => {
    const error = refusal(columns);
    expect(error).toBeInstanceOf(CalculationError);
    expect(error).toMatchObject({
      calculator: "coverageByGroup",
      code: "emptyInput",
      details: { name },
      message: `coverageByGroup requires at least one value in ${name}`,
    });
  });

  test.each<[string, Columns, string, number]>([
    ["too short", { group: ["a", "b"], covered: [1] }, "covered", 1],
    ["too long", { group: ["a", "b"], covered: [1, 2, 3] }, "covered", 3],
    ["empty", { group: ["a", "b"], covered: [] }, "covered", 0],
    ["too short behind a good one", { group: ["a", "b"], covered: [1, 2], eligible: [3] }, "eligible", 1],
    [
      "too short behind one left out",
      { group: ["a", "b"], covered: undefined, eligible: [3] },
      "eligible",
      1,
    ],
  ])("refuses a column that is %s, naming it and both lengths", (_, columns, name, found) => {
    expect(refusal(columns)).toMatchObject({
      calculator: "coverageByGroup",
      code: "sizeMismatch",
      details: { name, expected: 2, found },
      message: `coverageByGroup requires ${name} to have as many values as there are rows (2); found ${found}`,
    });
  });
});
