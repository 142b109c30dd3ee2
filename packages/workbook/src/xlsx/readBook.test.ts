import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";

import { type BookCell } from "@tallykit/sheet/book";
import { excelBook, link, sheetXml, smallBook, zipOf } from "./bookFixtures.ts";
import { readBook } from "./readBook.ts";

function cellsOf(rows: string): Record<string, BookCell> {
  const { sheets } = readBook(smallBook({ rows }));
  return Object.fromEntries(sheets[0]?.cells ?? []);
}

describe("a workbook of Excel", () => {
  test("gives its values, formulas and names", () => {
    expect(readBook(zipOf(excelBook()))).toEqual({
      sheets: [
        {
          name: "Sheet1",
          cells: new Map<string, BookCell>([
            ["A1", { value: "Covered" }],
            ["B1", { value: "Eli gible" }],
            ["A2", { value: 80 }],
            ["B2", { value: 100 }],
            ["C2", { formula: "TALLY.COVERAGE_RATE(A2,B2)", array: "C2" }],
            ["A3", { value: 5 }],
            ["B3", { value: 0 }],
            ["C3", { formula: "TALLY.COVERAGE_RATE(A3,B3)", array: "C3" }],
            ["A5", { formula: "TALLY.FUNDING_SPLIT(100,A2:A4)", array: "A5:A7" }],
            ["C5", { formula: "SUM(A2:A3)" }],
          ]),
        },
      ],
      names: [
        { name: "Eligible", formula: "Sheet1!$B$2:$B$3" },
        { name: "TALLYX.RATE", formula: "LAMBDA(c,n,IF(n=0,NA(),c/n))" },
        { name: "Local", formula: "Sheet1!$A$2", sheet: "Sheet1" },
      ],
    });
  });
});

describe("a workbook of exceljs", () => {
  test("gives what was put in", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("Data & 数据");
    sheet.getCell("A1").value = " text ";
    sheet.getCell("A2").value = 0.1 + 0.2;
    sheet.getCell("A3").value = true;
    sheet.getCell("A4").value = new Date(Date.UTC(2024, 2, 1, 12));
    sheet.getCell("A5").value = { richText: [{ text: "rich " }, { text: "text", font: { bold: true } }] };
    sheet.getCell("A6").value = { error: "#N/A" };
    sheet.getCell("B1").value = { formula: 'A1&"<&>"', result: "x" };
    sheet.getCell("B2").value = {
      formula: "A2*2",
      shareType: "shared",
      ref: "B2:B3",
      result: 1,
    } as ExcelJS.CellValue;
    sheet.getCell("B3").value = { sharedFormula: "B2", result: 2 };
    sheet.getCell("C1").value = {
      formula: "SEQUENCE(2)",
      shareType: "array",
      ref: "C1:C2",
      result: 1,
    } as ExcelJS.CellValue;
    sheet.getCell("C2").value = 2;
    sheet.getCell("XFD1048576").value = "last";
    workbook.addWorksheet("Second").getCell("A1").value = 1;
    workbook.definedNames.add("'Data & 数据'!$A$1:$A$2", "Both");
    const book = readBook(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(book.sheets.map(({ name }) => name)).toEqual(["Data & 数据", "Second"]);
    expect(Object.fromEntries(book.sheets[0]?.cells ?? [])).toEqual({
      A1: { value: " text " },
      A2: { value: 0.1 + 0.2 },
      A3: { value: true },
      A4: { value: 45352.5 },
      A5: { value: "rich text" },
      A6: { value: { error: "#N/A" } },
      B1: { formula: 'A1&"<&>"' },
      B2: { formula: "A2*2" },
      B3: { formula: "A3*2" },
      C1: { formula: "SEQUENCE(2)", array: "C1:C2" },
      XFD1048576: { value: "last" },
    });
    expect(book.names).toEqual([{ name: "Both", formula: "'Data & 数据'!$A$1:$A$2" }]);
  });
});

describe("cells", () => {
  test("hold values of every type, and blanks are left out", () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>in </t></r><r><t>line</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c><c r="B1" t="str"><v>a_x000D__x005F_x0041_</v></c>' +
      '<c r="C1" t="b"><v>0</v></c><c r="D1" t="e"><v>#FIELD!</v></c><c r="E1" t="d"><v>2024-03-01T12:00:00</v></c><c r="F1"><v>1E-3</v></c></row>' +
      '<row><c><v>-5</v></c><c s="1"/><c t="n"><v></v></c><c t="inlineStr"/><c><v> 7 </v></c><c t="str"><v><![CDATA[<a&b>]]>&#x41;</v></c></row>';
    expect(cellsOf(rows)).toEqual({
      A1: { value: "in line" },
      B1: { value: "a\r_x0041_" },
      C1: { value: false },
      D1: { value: { error: "#VALUE!" } },
      E1: { value: 45352.5 },
      F1: { value: 0.001 },
      A2: { value: -5 },
      E2: { value: 7 },
      F2: { value: "<a&b>A" },
    });
  });

  test("of a file that counts days from 1904 keep their numbers; dates in words are counted so", () => {
    const rows = '<row r="1"><c r="A1"><v>100</v></c><c r="B1" t="d"><v>1904-01-02</v></c></row>';
    const { sheets } = readBook(smallBook({ rows, beforeSheets: '<workbookPr date1904="1"/>' }));
    expect(Object.fromEntries(sheets[0]?.cells ?? [])).toEqual({ A1: { value: 100 }, B1: { value: 1 } });
    const days = ["1900-01-01", "1900-02-28", "1900-03-01", "2024-03-01T18:00:00Z", "9999-12-31"];
    const row = days.map((day) => `<c t="d"><v>${day}</v></c>`).join("");
    const values = Object.values(cellsOf(`<row>${row}</row>`)).map((cell) => "value" in cell && cell.value);
    expect(values).toEqual([1, 59, 61, 45_352.75, 2_958_465]);
  });

  test("inside the range of an array formula are left out, unless they hold a formula of their own", () => {
    const rows =
      '<row r="1"><c r="A1"><v>0</v></c><c r="B1" cm="1"><f t="array" ref="B1:C2">X()</f><v>1</v></c><c r="C1"><v>2</v></c><c r="D1"><v>3</v></c></row>' +
      '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c><c r="C2"><f>A1</f><v>6</v></c></row><row r="3"><c r="B3"><v>7</v></c></row>';
    expect(Object.keys(cellsOf(rows))).toEqual(["A1", "B1", "D1", "A2", "C2", "B3"]);
  });

  test("of a what-if table keep their values", () => {
    const rows =
      '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="1" r1="B1" r2="B2"/><v>3</v></c></row>';
    expect(cellsOf(rows)).toEqual({ A1: { value: 3 } });
  });

  test("stand by their sheet, charts between them notwithstanding", () => {
    const withTabs = smallBook({
      links:
        link("rId2", "chartsheet", "chartsheets/sheet1.xml") +
        link("rId3", "worksheet", "/xl/worksheets/Two.XML"),
      parts: {
        "xl/chartsheets/sheet1.xml": "<chartsheet/>",
        "xl/worksheets/two.xml": sheetXml(""),
        "xl/workbook.xml":
          '<workbook xmlns:r="r"><sheets><sheet name="One" r:id="rId1"/><sheet name="Chart" r:id="rId2"/><sheet name="Two" r:id="rId3"/></sheets><definedNames><definedName name="There" localSheetId="2">1</definedName><definedName name="Nowhere" localSheetId="1">1</definedName></definedNames></workbook>',
      },
    });
    const { sheets, names } = readBook(withTabs);
    expect(sheets.map(({ name }) => name)).toEqual(["One", "Two"]);
    expect(names).toEqual([{ name: "There", formula: "1", sheet: "Two" }]);
  });
});
