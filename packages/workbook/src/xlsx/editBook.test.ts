import { describe, expect, test } from "vitest";

import { parseAddress } from "@tallykit/sheet/book";
import { excelBook, link, sheetXml, smallBook, smallParts, textsOf, zipOf } from "./bookFixtures.ts";
import { type CellEdit } from "./cellEdit.ts";
import { editBook } from "./editBook.ts";
import { readBook } from "./readBook.ts";

const sheetPart = "xl/worksheets/sheet1.xml";
type Edits = Readonly<Record<string, CellEdit>>;

function edited(bytes: Uint8Array, edits: Edits): Uint8Array {
  return editBook(bytes, { sheets: new Map([["Sheet1", new Map(Object.entries(edits))]]), added: [] });
}

/** The rows of a sheet after edits. */
function rowsAfter(rows: string, edits: Edits): string {
  const xml = textsOf(edited(smallBook({ rows }), edits))[sheetPart] ?? "";
  return /<sheetData>(.*)<\/sheetData>/s.exec(xml)?.[1] ?? "";
}

describe("an edited cell", () => {
  const row = '<row r="1"><c r="A1" s="3" t="s" cm="1"><v>0</v></c></row>';

  test.each([
    ["a number", { cell: { value: 2.5 } }, '<c r="A1" s="3"><v>2.5</v></c>'],
    ["a boolean", { cell: { value: true } }, '<c r="A1" s="3" t="b"><v>1</v></c>'],
    ["an error", { cell: { value: { error: "#N/A" } } }, '<c r="A1" s="3" t="e"><v>#N/A</v></c>'],
    ["nothing", { cell: null }, '<c r="A1" s="3"></c>'],
    [
      "a formula",
      { cell: { formula: "IF(A2<1,LET(x,1,x))" } },
      '<c r="A1" s="3"><f>IF(A2&lt;1,_xlfn.LET(_xlpm.x,1,_xlpm.x))</f></c>',
    ],
    [
      "a formula no file can hold",
      { cell: { formula: "1+" } },
      '<c r="A1" s="3" t="inlineStr"><is><t>=1+</t></is></c>',
    ],
    [
      "text that looks like a formula",
      { cell: { value: "=1+1" } },
      '<c r="A1" s="3" t="inlineStr"><is><t>=1+1</t></is></c>',
    ],
    [
      "text with space",
      { cell: { value: " <a> " } },
      '<c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve"> &lt;a&gt; </t></is></c>',
    ],
  ] as const)("holds %s, with its look", (_, edit, cell) => {
    const context = {
      parts: { "xl/sharedStrings.xml": "<sst><si><t>x</t></si></sst>" },
      links: link("rId9", "sharedStrings", "sharedStrings.xml"),
    };
    const xml = textsOf(edited(smallBook({ rows: row, ...context }), { A1: edit }))[sheetPart];
    // The order of attributes says nothing.
    const sorted = (text: string): string => text.replace(/ s="3"/, "").replace("<c", '<c s="3"');
    expect(sorted(/<c .*<\/c>/.exec(xml ?? "")?.[0] ?? "")).toBe(sorted(cell));
  });

  test("comes in its place, in rows and columns that were not there", () => {
    const rows = '<row r="2"><c r="B2"><v>1</v></c></row><row r="5"/>';
    const edits = Object.fromEntries(
      ["A1", "A2", "C2", "B3", "D5", "A9"].map((address, index) => [address, { cell: { value: index } }]),
    );
    const after = rowsAfter(rows, edits);
    const addresses = Array.from(after.matchAll(/<c r="([A-Z]+\d+)"/g), ([, address = ""]) => address);
    expect(addresses).toEqual(["A1", "A2", "B2", "C2", "B3", "D5", "A9"]);
    expect(addresses.every((address) => parseAddress(address) !== undefined)).toBe(true);
    expect(readBook(zipOf({ ...smallParts({ rows: after }) })).sheets[0]?.cells.size).toBe(7);
  });

  test.each(["<sheetData/>", "<sheetData></sheetData>"])("comes into a sheet that says %s", (data) => {
    const sheet = sheetXml("").replace("<sheetData></sheetData>", data);
    const bytes = edited(smallBook({ sheet }), { B2: { cell: { value: "x" } } });
    expect([...(readBook(bytes).sheets[0]?.cells ?? [])]).toEqual([["B2", { value: "x" }]]);
  });

  test("inside what a formula fills leaves the formula its own cell, and takes what it filled away", () => {
    const rows =
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">SEQUENCE(3)</f><v>1</v></c></row>' +
      '<row r="2"><c r="A2" s="4"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>';
    expect(rowsAfter(rows, { A2: { cell: { value: "mine" } } })).toBe(
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1">SEQUENCE(3)</f></c></row>' +
        '<row r="2"><c r="A2" s="4" t="inlineStr"><is><t>mine</t></is></c></row><row r="3"><c r="A3"></c></row>',
    );
    expect(rowsAfter(rows, { A1: { cell: null } })).toBe(
      '<row r="1"><c r="A1"></c></row><row r="2"><c r="A2" s="4"></c></row><row r="3"><c r="A3"></c></row>',
    );
    expect(rowsAfter(rows, { C1: { cell: { value: 1 } } })).toContain('ref="A1:A3">SEQUENCE(3)</f><v>1</v>');
  });

  test("of a formula that others share has it written out in them", () => {
    const rows =
      '<row r="1"><c r="B1"><f t="shared" si="0" ref="B1:B3">A1*2</f><v>2</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>6</v></c></row>';
    expect(rowsAfter(rows, { B1: { cell: { value: 9 } } })).toBe(
      '<row r="1"><c r="B1"><v>9</v></c></row><row r="2"><c r="B2"><f>A2*2</f></c></row><row r="3"><c r="B3"><f>A3*2</f></c></row>',
    );
  });

  test("whose formula is in the way of nothing but itself is stored as one that spills", () => {
    const bytes = edited(smallBook({}), { B1: { cell: { formula: "SEQUENCE(2)" }, isBlocked: true } });
    expect(textsOf(bytes)[sheetPart]).toContain(
      '<c r="B1" cm="1"><f t="array" ref="B1">_xlfn.SEQUENCE(2)</f></c>',
    );
    expect(textsOf(bytes)["xl/metadata.xml"]).toContain("XLDAPR");
  });

  test("has a number format of its own, and a second one like it the same", () => {
    const bytes = edited(smallBook({}), {
      A1: { cell: { value: 46_082 }, format: "yyyy-mm-dd" },
      A2: { cell: { value: 0.5 }, format: '0.0"x"' },
      A3: { cell: { value: 0.25 }, format: '0.0"x"' },
    });
    const { [sheetPart]: sheet = "", "xl/styles.xml": styles = "" } = textsOf(bytes);
    expect(Array.from(sheet.matchAll(/ s="(\d+)"/g), ([, look]) => look)).toEqual(["1", "2", "2"]);
    expect(styles).toContain('<numFmt numFmtId="164" formatCode="0.0&quot;x&quot;"/>');
    expect(styles.match(/numFmtId="14"/g)).toHaveLength(1);
  });
});

describe("a workbook as Excel saves it", () => {
  const before = excelBook();

  test("keeps every other part and every other cell byte for byte", () => {
    const after = textsOf(edited(zipOf(before), { A2: { cell: { value: 81 } } }));
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const changed = names.filter((name) => before[name] !== after[name]);
    expect(changed.sort()).toEqual(
      ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", sheetPart].sort(),
    );
    expect(after[sheetPart]).toBe(before[sheetPart]?.replace("<v>80</v>", "<v>81</v>"));
  });

  test("takes several sheets after its last, with looks, widths and rows that stay in view", () => {
    const cells = new Map([
      ["B2", { cell: { value: 0.5 }, look: { format: "0.0%", bold: true, fill: "#ffee00" } as const }],
      ["A1", { cell: { formula: "Sheet1!A2" } }],
    ]);
    const added = ["One & only", "二"].map((name) => ({
      name,
      cells,
      widths: [12, undefined, 30],
      frozenRows: 1,
    }));
    const bytes = editBook(zipOf(before), { sheets: new Map(), added });
    expect(readBook(bytes).sheets.map(({ name }) => name)).toEqual(["Sheet1", "One & only", "二"]);
    const after = textsOf(bytes);
    expect(after["xl/worksheets/sheet2.xml"]).toMatch(
      /<pane ySplit="1".*<col min="1" max="1" width="12".*<col min="3" max="3".*<f>Sheet1!A2<\/f>.*<c r="B2" s="\d+"><v>0.5<\/v>/s,
    );
    expect(after["xl/styles.xml"]).toContain('formatCode="0.0%"');
    expect(after["xl/styles.xml"]).toContain('<fgColor rgb="FFFFEE00"/>');
    expect(after["[Content_Types].xml"]).toContain('PartName="/xl/worksheets/sheet3.xml"');
  });

  test("refuses the edit of a title of a table, which stands in two places", () => {
    const table =
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A1:B3"><tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>';
    const bytes = smallBook({
      parts: {
        "xl/tables/table1.xml": table,
        "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link("rId1", "table", "../tables/table1.xml")}</Relationships>`,
      },
    });
    expect(() => edited(bytes, { B1: { cell: { value: "c" } } })).toThrow(/Sheet1!B1 is a title of a table/);
    expect(edited(bytes, { B2: { cell: { value: "c" } } }).length).toBeGreaterThan(0);
  });
});
