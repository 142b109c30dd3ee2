import { functionsMetadata, table } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

import { problemsOf, wpsMetadata } from "./wpsMetadata.ts";

describe("the metadata", () => {
  test("lists every function in the language asked for", () => {
    expect(wpsMetadata(functionsMetadata("en")).functions).toContainEqual({
      name: "COVERAGE_TEXT",
      description: table.find(({ id }) => id === "COVERAGE_TEXT")?.summary.en,
      parameters: [
        { name: "covered", type: "any[][]" },
        { name: "eligible", type: "any[][]" },
        { name: "decimals", type: "any[][]?" },
      ].map((each) => expect.objectContaining(each) as unknown),
      result: { type: "any" },
    });
    const { functions } = wpsMetadata(functionsMetadata("zh"));
    expect(functions.map(({ name }) => name)).toEqual(table.map(({ id }) => id));
    const texts = functions.flatMap(({ description, parameters }) => [
      description,
      ...parameters.map((each) => each.description),
    ]);
    expect(texts.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test.each([
    ["A.B", {}, "A.B: a name has letters, digits and underscores only"],
    ["1A", {}, "1A: a name has letters, digits and underscores only"],
    ["coverage_rate", {}, "coverage_rate: there are two of this name"],
    ["A_B", { description: "" }, "A_B: there is no description"],
    ["A_B", { result: { type: "date" } }, "A_B: the result is of type date"],
    ["A_B", { parameters: [parameter("a", "any[]")] }, "A_B: a is of type any[]"],
    ["A_B", { parameters: [parameter("a", "any[][][]")] }, "A_B: a is of type any[][][]"],
    [
      "A_B",
      { parameters: [parameter("a", "any?"), parameter("b", "any")] },
      "A_B: b follows an optional one",
    ],
  ])("of a function %s with %j is refused", (name, change, words) => {
    const { functions } = wpsMetadata(functionsMetadata("en"));
    const added = { name, description: "One.", parameters: [], result: { type: "any" }, ...change };
    expect(problemsOf({ functions })).toEqual([]);
    expect(problemsOf({ functions: [...functions, added] })).toEqual([words]);
  });

  function parameter(name: string, type: string): { name: string; description: string; type: string } {
    return { name, description: "", type };
  }
});
