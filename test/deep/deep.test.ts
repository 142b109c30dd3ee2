import * as core from "@tallykit/core";
import { describe, expect, test } from "vitest";

import { difference } from "./compare.ts";
import { anyDifference, firstDifference } from "./reference.ts";
import { allReferences, exported, withoutReference } from "./references.ts";

/** So many cases each take a few seconds; `npm run test:deep` runs very many more. */
const cases = 200;

describe("the references", () => {
  test("are one for every calculator, or a reason", () => {
    const named = [...allReferences.map(({ name }) => name), ...Object.keys(withoutReference)];
    expect([...named].sort()).toEqual([...exported].sort());
  });

  test.each(allReferences.map(({ name, reference }) => [name, reference] as const))("%s", (_, reference) => {
    expect(firstDifference(reference, { cases, seed: 20_261_122 })).toBeUndefined();
  });
});

describe("what the references would catch", () => {
  /** An answer with its first number, whole number, text, truth or list changed a little. */
  function bent(value: unknown): unknown {
    if (typeof value === "bigint") return value + 1n;
    if (typeof value === "number") return value === 0 ? 5e-324 : value * (1 + 2 ** -40);
    if (typeof value === "string") return `${value} `;
    if (typeof value === "boolean") return !value;
    if (value === undefined) return 0;
    if (ArrayBuffer.isView(value)) return [...Array.from(value as Float64Array), 1];
    if (Array.isArray(value))
      return value.length === 0 ? [0] : [bent(value[0]), ...(value.slice(1) as unknown[])];
    const [[name, first] = ["", undefined], ...rest] = Object.entries(value as object) as [string, unknown][];
    return { [name]: bent(first), ...Object.fromEntries(rest) };
  }

  test.each(allReferences.map(({ name, reference }) => [name, reference] as const))(
    "%s, bent a little",
    (_, reference) => {
      const calculator = (...given: unknown[]): unknown => bent(reference.calculator(...given));
      const found = anyDifference({ ...reference, calculator }, { cases, seed: 20_261_122 });
      expect(found?.words).toMatch(/^answer/);
    },
  );

  test("a split that gives the left-over step to the largest weight", () => {
    const reference = allReferences.find(({ name }) => name === "fundingSplit")?.reference;
    const wrong = (input: core.FundingSplitInput): core.FundingSplit =>
      core.fundingSplit({ ...input, rule: input.rule ?? "largest-weight" });
    const found = reference && firstDifference({ ...reference, calculator: wrong }, { cases: 2000, seed: 1 });
    expect(found?.words).toMatch(/parts|ties/);
    // The smallest input tells what is wrong at a glance.
    expect(found?.given.length).toBeLessThan(160);
  });

  test("a percentage that rounds 99.96 to 100", () => {
    const reference = allReferences.find(({ name }) => name === "percentageText")?.reference;
    const wrong = ({ numerator, denominator, decimals }: core.PercentageInput): string =>
      `${core.decimalText(core.fraction(100n * numerator, denominator), decimals)}%`;
    const found = reference && firstDifference({ ...reference, calculator: wrong }, { cases: 2000, seed: 1 });
    expect(found?.words).toContain("answer");
  });

  test("a value one double away, a field too many, a minus before nothing", () => {
    expect(difference(0.1 + 0.2, 0.3)).toContain("answer is 0.30000000000000004");
    expect(difference({ a: 1, b: 2 }, { a: 1 })).toBe("answer.b is 2, not undefined");
    expect(difference([1], [1, 2])).toBeDefined();
    expect(difference(-0, 0)).toBe("answer is -0, not 0");
    expect(difference({ a: undefined }, {})).toBeUndefined();
  });
});
