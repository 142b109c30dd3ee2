import { expect, test } from "vitest";

import { cutTexts } from "./withoutTexts.ts";

test("cuts what people read out of a row, and the texts of its parameters", () => {
  const row = `cellFunction({
    id: "A_B",
    family: "coverage",
    calculator: "aB",
    summary: { en: "One.", zh: "一。" },
    parameters: { covered: counts({ zhName: "数", en: "How many.", zh: "多少。" }) },
    calculate: ({ covered }) => covered,
    examples: [{ arguments: [1], result: 1 }],
  })`;
  expect(cutTexts(row).replace(/\s+/g, " ")).toBe(
    'cellFunction({ id: "A_B", parameters: { covered: counts({}) }, calculate: ({ covered }) => covered, })',
  );
});

test("leaves everything else, even where a name is the same", () => {
  for (const source of [
    "const words = { summary: { en: 'sum', zh: '合计' } };",
    "tableFunction({ calculate: () => ({ summary: 1, family: 2, examples: 3 }) });",
    "const choices = { en: '英文', zh: '中文' };",
  ]) {
    expect(cutTexts(source)).toBe(source);
  }
});
