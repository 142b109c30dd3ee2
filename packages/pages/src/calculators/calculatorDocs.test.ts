import { table } from "@tallykit/sheet";
import { expect, test } from "vitest";

import { calculatorDoc, calculatorNames } from "./calculatorDocs.ts";

test("a doc comment is read by its parts", () => {
  const doc = calculatorDoc("coverageText");
  expect(doc.summary).toBe("The coverage rate as a percentage that never says 100 when it is not all.");
  expect(doc.method.join("\n")).toMatch(/^Half away from zero, [\s\S]* so 1,999 of 2,000 is 99\.9%\.$/);
  expect(doc.units).toBe("Text in per cent with its sign.");
  expect(doc.source).toMatch(/^The rule that code-coverage tools arrived at: /);
  expect(doc.errors).toEqual([
    { code: "divisionByZero", when: "where nothing is eligible" },
    { code: "outOfRange", when: "for decimals outside 0 to 15" },
  ]);
});

test("what another calculator throws is told in full", () => {
  expect(calculatorDoc("fundingSplitExplain").errors).toEqual(calculatorDoc("fundingSplit").errors);
  expect(calculatorDoc("fundingSplit").errors.length).toBeGreaterThan(3);
});

test("every function's calculator has one, and every one has units and a source", () => {
  for (const name of new Set([...calculatorNames(), ...table.map(({ calculator }) => calculator)])) {
    const { units, source } = calculatorDoc(name);
    expect([name, units !== "", source !== ""]).toEqual([name, true, true]);
  }
});

test("a name that the core does not export is refused", () => {
  expect(() => calculatorDoc("noSuch")).toThrow("no calculator noSuch");
});
