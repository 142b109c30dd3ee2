import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";

import { excelBook, results, smallBook, textsOf, zipOf } from "./bookFixtures.ts";
import { readBook } from "./readBook.ts";
import { valuesBook } from "./valuesBook.ts";

const sheetPart = "xl/worksheets/sheet1.xml";

describe("a copy with values in the place of formulas", () => {
  const computed = results({ C2: 0.8, C3: { error: "#DIV/0!" }, A5: [[33], [67]] });
  const before = excelBook();
  const copy = valuesBook(zipOf(before), computed);

  test("holds no formula, and keeps the last value of one without a result", () => {
    const sheet = textsOf(copy)[sheetPart] ?? "";
    expect(sheet).not.toMatch(/<f[ >/]|cm=/);
    expect(sheet).toContain('<c r="C2" s="2"><v>0.80000000000000004</v></c>');
    expect(sheet).toContain('<c r="C3" s="2" t="e"><v>#DIV/0!</v></c>');
    expect(sheet).toContain('<c r="C5"><v>85</v></c>');
    const { sheets } = readBook(copy);
    expect([...(sheets[0]?.cells.entries() ?? [])].slice(-4)).toEqual([
      ["C3", { value: { error: "#DIV/0!" } }],
      ["A5", { value: 33 }],
      ["C5", { value: 85 }],
      ["A6", { value: 67 }],
    ]);
  });

  test("differs in no other part but for the calculation chain", () => {
    const after = textsOf(copy);
    const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
    expect(changed.sort()).toEqual(
      ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", sheetPart].sort(),
    );
    expect(valuesBook(copy, { sheets: new Map() })).toBe(copy);
  });

  test("is read by another program", async () => {
    const rows =
      '<row r="1"><c r="A1"><f>X()</f></c><c r="B1" t="str"><f t="shared" ref="B1:B2" si="0">Y(1)</f><v>y</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>';
    const bytes = valuesBook(smallBook({ rows }), results({ A1: [["=a"], [true]], B2: " b" }));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    const sheet = workbook.getWorksheet("Sheet1");
    expect(["A1", "A2", "B1", "B2"].map((address) => sheet?.getCell(address).value)).toEqual([
      "=a",
      true,
      "y",
      " b",
    ]);
  });
});
