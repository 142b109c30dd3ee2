import { callFunction, type Result } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";
import * as z from "zod";

import data from "./apportionments.json" with { type: "json" };

const bound = z.union([z.number(), z.array(z.number())]).optional();
const methods = [
  "largest-remainder",
  "droop",
  "hagenbach-bischoff",
  "jefferson",
  "webster",
  "adams",
  "dean",
  "huntington-hill",
  "quota",
] as const;
const cases = z
  .array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      method: z.enum(methods),
      places: z.number(),
      minimum: bound,
      maximum: bound,
      threshold: z.number().optional(),
      base: z.number().optional(),
      firstDivisor: z.number().optional(),
      parties: z.array(z.string()),
      weights: z.array(z.string()),
      result: z.array(z.number()),
      differsFromWebster: z.boolean(),
      tie: z.array(z.string()).optional(),
      source: z.string().min(20),
    }),
  )
  .parse(data);
type Case = (typeof cases)[number];

const column = (values: readonly (string | number)[]): unknown => values.map((value) => [value]);
const boundArgument = (value: Case["minimum"]): unknown =>
  Array.isArray(value) ? column(value) : (value ?? null);

function apportion(each: Case, method: string): Result {
  return callFunction("QUOTA_APPORTION", [
    each.places,
    column(each.weights.map(Number)),
    method,
    boundArgument(each.minimum),
    boundArgument(each.maximum),
    each.threshold ?? null,
    each.base ?? null,
    method === "webster" ? (each.firstDivisor ?? null) : null,
  ]);
}

describe("real apportionments", () => {
  test.each(cases.map((each) => [`${each.method}: ${each.title}`, each] as const))("%s", (_, each) => {
    expect(apportion(each, each.method)).toEqual(column(each.result));
  });

  test.each(cases.filter(({ method }) => method !== "quota").map((each) => [each.id, each] as const))(
    "%s differs from Webster's method as it is said to",
    (_, each) => {
      const webster = apportion({ ...each, firstDivisor: undefined }, "webster");
      expect(JSON.stringify(webster) !== JSON.stringify(column(each.result))).toBe(each.differsFromWebster);
    },
  );

  test.each(cases.filter(({ tie }) => tie !== undefined).map((each) => [each.id, each] as const))(
    "%s names the tied parties",
    (_, each) => {
      const rows = callFunction("QUOTA_EXPLAIN", [
        each.places,
        column(each.weights.map(Number)),
        each.method,
        null,
        null,
        null,
        column(each.parties),
        "none",
      ]);
      const tied = (rows as readonly (readonly unknown[])[])
        .filter((row) => String(row[5]).includes("tied with"))
        .map(([label]) => label);
      expect(tied).toEqual(each.parties.filter((party) => each.tie?.includes(party)));
    },
  );
});

describe("the collection", () => {
  test.each(methods)("%s has two cases with ten parties or a tie, one of them unlike Webster's", (method) => {
    const own = cases.filter((each) => each.method === method);
    expect(
      own.filter(({ parties, tie }) => parties.length >= 10 || tie !== undefined).length,
    ).toBeGreaterThanOrEqual(2);
    expect(own.some(({ differsFromWebster }) => differsFromWebster)).toBe(true);
  });

  test("holds as many weights and results as parties", () => {
    for (const { id, parties, weights, result } of cases) {
      expect([id, weights.length, result.length]).toEqual([id, parties.length, parties.length]);
    }
  });
});
