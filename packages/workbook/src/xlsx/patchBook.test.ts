import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { type ComputedBook } from "@tallykit/sheet/book";
import {
  excelBook,
  excelMetadata,
  link,
  metadataLink,
  results,
  sheetXml,
  smallBook,
  smallParts,
  textsOf,
  zipOf,
} from "./bookFixtures.ts";
import { patchBook } from "./patchBook.ts";
import { readBook } from "./readBook.ts";

const sheetPart = "xl/worksheets/sheet1.xml";

/** The rows of the sheet after the results are put in; a second run must give the same bytes. */
function rowsAfter(rows: string, computed: ComputedBook): string {
  const once = patchBook(smallBook({ rows }), computed);
  expect(patchBook(once, computed)).toBe(once);
  return /<sheetData>(.*)<\/sheetData>/s.exec(textsOf(once)[sheetPart] ?? "")?.[1] ?? "";
}

describe("results put into a workbook as Excel saves it", () => {
  const computed = results({
    C2: 0.8,
    C3: { error: "#DIV/0!", message: "COVERAGE_RATE requires denominator above zero." },
    A5: [[33], [67]],
    C5: 85,
  });
  const before = excelBook();
  const patched = patchBook(zipOf(before), computed);
  const after = textsOf(patched);

  test("change no byte of any other part", () => {
    const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
    expect(changed.sort()).toEqual(
      ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", sheetPart].sort(),
    );
    expect(Object.keys(after).filter((name) => !(name in before))).toEqual([]);
    const names = Object.keys(before).filter((name) => name !== "xl/calcChain.xml");
    expect(Object.keys(unzipSync(patched))).toEqual(names);
  });

  test("change the sheet only where a formula's values stand", () => {
    const expected = (before[sheetPart] ?? "")
      .replace(
        'ref="A5:A7">_xldudf_TALLY_FUNDING_SPLIT(100,A2:A4)</f><v>1<',
        'ref="A5:A6">_xldudf_TALLY_FUNDING_SPLIT(100,A2:A4)</f><v>33<',
      )
      .replace('<c r="A6" s="3"><v>2</v></c>', '<c r="A6" s="3"><v>67</v></c>')
      .replace('<c r="A7" s="3" t="str"><v>old</v></c>', '<c r="A7" s="3"></c>');
    expect(after[sheetPart]).toBe(expected);
  });

  test("take out the calculation chain and nothing else of the lists of parts", () => {
    const chainType =
      '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>';
    expect(after["[Content_Types].xml"]).toBe(before["[Content_Types].xml"]?.replace(chainType, ""));
    expect(after["xl/_rels/workbook.xml.rels"]).toBe(
      before["xl/_rels/workbook.xml.rels"]?.replace(link("rId6", "calcChain", "calcChain.xml"), ""),
    );
    expect(after["xl/calcChain.xml"]).toBeUndefined();
  });

  test("change nothing the second time", () => {
    expect(patchBook(patched, computed)).toBe(patched);
  });

  test("leave the bytes given as they were", () => {
    const given = zipOf(before);
    const copy = given.slice();
    patchBook(given, computed);
    expect(given).toEqual(copy);
  });

  test("read back as the same workbook", () => {
    const [one, two] = [readBook(zipOf(before)), readBook(patched)];
    expect(two.names).toEqual(one.names);
    const cells = new Map(one.sheets[0]?.cells).set("A5", {
      formula: "TALLY.FUNDING_SPLIT(100,A2:A4)",
      array: "A5:A6",
    });
    expect(two.sheets[0]?.cells).toEqual(cells);
  });
});

describe("values", () => {
  const formulaCell = (inside: string, attributes = ""): string =>
    `<row r="1"><c r="A1"${attributes}>${inside}</c></row>`;

  test.each([
    ["a number", 0.1 + 0.2, "<v>0.30000000000000004</v>", ""],
    ["a large number", 1e21, "<v>1e+21</v>", ""],
    ["minus zero", -0, "<v>0</v>", ""],
    ["a text", "a<b & c>", "<v>a&lt;b &amp; c&gt;</v>", ' t="str"'],
    ["a text that looks like a formula", "=1+1", "<v>=1+1</v>", ' t="str"'],
    ["a text that looks like a number", "-5", "<v>-5</v>", ' t="str"'],
    ["a text with space at its end", "a ", '<v xml:space="preserve">a </v>', ' t="str"'],
    ["a text of two lines", "a\nb", '<v xml:space="preserve">a\nb</v>', ' t="str"'],
    [
      "a text with controls",
      "a\r\u0001_x0041_\uD800",
      "<v>a_x000D__x0001__x005F_x0041__xD800_</v>",
      ' t="str"',
    ],
    ["an empty text", "", "<v></v>", ' t="str"'],
    ["text beyond ASCII", "西部 😀", "<v>西部 😀</v>", ' t="str"'],
    ["a boolean", true, "<v>1</v>", ' t="b"'],
    ["an error", { error: "#N/A" as const, message: "words" }, "<v>#N/A</v>", ' t="e"'],
    ["an error Excel stores under another name", { error: "#SPILL!" as const }, "<v>#VALUE!</v>", ' t="e"'],
    ["no number", NaN, "<v>#NUM!</v>", ' t="e"'],
    ["a text too long for a cell", "x".repeat(32_768), "<v>#VALUE!</v>", ' t="e"'],
  ])("%s is written", (_, value, element, type) => {
    expect(rowsAfter(formulaCell("<f>B1</f>"), results({ A1: value }))).toBe(
      formulaCell(`<f>B1</f>${element}`, type),
    );
  });

  test("take the place of those of another type, with the style kept", () => {
    const styled = (type: string, value: string): string => formulaCell(`<f>B1</f>${value}`, ` s="7"${type}`);
    expect(rowsAfter(styled(' t="str"', "<v>x</v>"), results({ A1: 1 }))).toBe(styled("", "<v>1</v>"));
    expect(rowsAfter(styled("", "<v>1</v>"), results({ A1: true }))).toBe(styled(' t="b"', "<v>1</v>"));
    expect(rowsAfter(styled(' t="n"', "<v>1</v>"), results({ A1: 2 }))).toBe(styled(' t="n"', "<v>2</v>"));
    expect(rowsAfter(styled(' t="e" vm="1"', "<v>#VALUE!</v>"), results({ A1: 2 }))).toBe(
      styled("", "<v>2</v>"),
    );
  });

  test("stay as they are written where they are the same", () => {
    const rows = formulaCell("<f>B1</f><v>0.80000000000000004</v>", ' t="n"');
    expect(rowsAfter(rows, results({ A1: 0.8 }))).toBe(rows);
    const bytes = smallBook({ rows });
    expect(patchBook(bytes, results({ A1: 0.8 }))).toBe(bytes);
    const text = formulaCell("<f>B1</f><v>a&#38;b</v>", ' t="str"');
    expect(rowsAfter(text, results({ A1: "a&b" }))).toBe(text);
  });
});

describe("a result that fills a range", () => {
  const rows =
    '<row r="2"><c r="B2" s="1"><f>TALLY.FUNDING_SPLIT(1,A1:A3)</f></c><c r="E2"><v>9</v></c></row>' +
    '<row r="3" ht="20"/><row r="5"><c r="A5"><v>5</v></c><c r="C5" s="4"/></row>';
  const spill = [
    [1, "=x"],
    [2, true],
    [3, { error: "#N/A" as const }],
    [4, 8],
    [5, 10],
  ];

  test("makes the cells and rows it needs, in order, and keeps styles", () => {
    expect(rowsAfter(rows, results({ B2: spill }))).toBe(
      '<row r="2"><c r="B2" s="1" cm="1"><f t="array" ref="B2:C6">_xldudf_TALLY_FUNDING_SPLIT(1,A1:A3)</f><v>1</v></c><c r="C2" t="str"><v>=x</v></c><c r="E2"><v>9</v></c></row>' +
        '<row r="3" ht="20"><c r="B3"><v>2</v></c><c r="C3" t="b"><v>1</v></c></row>' +
        '<row r="4"><c r="B4"><v>3</v></c><c r="C4" t="e"><v>#N/A</v></c></row>' +
        '<row r="5"><c r="A5"><v>5</v></c><c r="B5"><v>4</v></c><c r="C5" s="4"><v>8</v></c></row>' +
        '<row r="6"><c r="B6"><v>5</v></c><c r="C6"><v>10</v></c></row>',
    );
  });

  test("brings the metadata part, its type and its relationship, once", () => {
    const computed = results({ B2: spill });
    const patched = patchBook(smallBook({ rows }), computed);
    const texts = textsOf(patched);
    expect(texts["xl/metadata.xml"]?.match(/XLDAPR/g)).toHaveLength(2);
    expect(texts["[Content_Types].xml"]?.match(/metadata\.xml/g)).toHaveLength(1);
    expect(texts["xl/_rels/workbook.xml.rels"]?.match(/sheetMetadata/g)).toHaveLength(1);
    expect(patchBook(patched, computed)).toBe(patched);
  });

  test("takes the number of the record in a metadata part that has one", () => {
    const other = excelMetadata
      .replace(
        'count="1"><metadataType ',
        'count="2"><metadataType name="XLRICHVALUE" cellMeta="1"/><metadataType ',
      )
      .replace(
        '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk>',
        '<cellMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="2" v="0"/></bk>',
      );
    const patched = textsOf(
      patchBook(
        smallBook({ rows, ...metadataLink, parts: { "xl/metadata.xml": other } }),
        results({ B2: spill }),
      ),
    );
    expect(patched["xl/metadata.xml"]).toBe(other);
    expect(patched[sheetPart]).toContain('<c r="B2" s="1" cm="2">');
  });

  test("adds the record to a metadata part of other types, in the order of the format", () => {
    const rich =
      '<metadata xmlns="m"><metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="1"><bk/></futureMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>';
    const book = smallBook({ rows, ...metadataLink, parts: { "xl/metadata.xml": rich } });
    const patched = patchBook(book, results({ B2: spill }));
    const metadata = textsOf(patched)["xl/metadata.xml"] ?? "";
    expect(Array.from(metadata.matchAll(/<(\w+)[^>]* count="\d"/g), ([, name]) => name)).toEqual([
      "metadataTypes",
      "futureMetadata",
      "futureMetadata",
      "cellMetadata",
      "valueMetadata",
    ]);
    expect(metadata).toContain('<metadataTypes count="2">');
    expect(metadata).toContain('<cellMetadata count="1"><bk><rc t="2" v="0"/></bk></cellMetadata>');
    expect(textsOf(patched)[sheetPart]).toContain('<c r="B2" s="1" cm="1">');
    expect(patchBook(patched, results({ B2: spill }))).toBe(patched);
  });

  test("shrinks, grows and becomes a single value", () => {
    const filled = (ref: string, cells: string): string =>
      `<row r="1"><c r="A1" cm="1"><f t="array" ref="${ref}">X()</f><v>1</v></c>${cells}</row>`;
    const three = filled("A1:C1", '<c r="B1" s="2"><v>2</v></c><c r="C1" t="str"><v>x</v></c>');
    expect(rowsAfter(three, results({ A1: [[1, 5]] }))).toBe(
      filled("A1:B1", '<c r="B1" s="2"><v>5</v></c><c r="C1"></c>'),
    );
    expect(rowsAfter(three, results({ A1: 1 }))).toBe(filled("A1", '<c r="B1" s="2"></c><c r="C1"></c>'));
    expect(rowsAfter(three, results({ A1: [[1, 2, "x", 4]] }))).toBe(
      filled("A1:D1", '<c r="B1" s="2"><v>2</v></c><c r="C1" t="str"><v>x</v></c><c r="D1"><v>4</v></c>'),
    );
  });

  test("hands cells over from a range that shrinks to one that grows", () => {
    const rows =
      '<row r="1"><c r="B1" cm="1"><f t="array" ref="B1:B3">X()</f><v>1</v></c></row>' +
      '<row r="2"><c r="B2"><v>2</v></c></row><row r="3"><c r="A3"><f>Y()</f></c><c r="B3"><v>3</v></c></row>';
    const after = rowsAfter(rows, results({ B1: [[1], [7]], A3: [["l", "r"]] }));
    expect(after).toContain('<c r="B2"><v>7</v></c>');
    expect(after).toContain(
      '<c r="A3" cm="1" t="str"><f t="array" ref="A3:B3">Y()</f><v>l</v></c><c r="B3" t="str"><v>r</v></c>',
    );
  });

  test("gives every member of a shared formula its own text where one of them spills", () => {
    const shared =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">TALLY.FUNDING_SPLIT(B1,"A1")</f><v>1</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>';
    const computed = results({ A1: 1, A2: [[2, 4]], A3: 3 });
    expect(rowsAfter(shared, computed)).toBe(
      '<row r="1"><c r="A1"><f>_xldudf_TALLY_FUNDING_SPLIT(B1,"A1")</f><v>1</v></c></row>' +
        '<row r="2"><c r="A2" cm="1"><f t="array" ref="A2:B2">_xldudf_TALLY_FUNDING_SPLIT(B2,"A1")</f><v>2</v></c><c r="B2"><v>4</v></c></row>' +
        '<row r="3"><c r="A3"><f>_xldudf_TALLY_FUNDING_SPLIT(B3,"A1")</f><v>3</v></c></row>',
    );
    const alone = results({ A1: 1, A2: 5, A3: 3 });
    expect(rowsAfter(shared, alone)).toContain('<c r="A2"><f t="shared" si="0"/><v>5</v></c>');
  });

  test("is refused where it would overwrite what a person entered, or does not belong to the file", () => {
    const row = '<row r="1"><c r="A1"><f>X()</f></c><c r="B1"><v>1</v></c><c r="C1"><f>1</f></c></row>';
    const put = (computed: ComputedBook) => (): Uint8Array => patchBook(smallBook({ rows: row }), computed);
    expect(put(results({ A1: [[1, 2]] }))).toThrow("fills B1, which holds something else");
    expect(put(results({ A1: [[1], [2]], B2: 1 }))).toThrow("holds no formula");
    expect(put(results({ B1: 1 }))).toThrow("fills B1, which holds something else");
    expect(put(results({ A1: [[1, 2, 3]], C1: 1 }))).toThrow("Two results fill C1");
    expect(put(results({ Z9: 1 }))).toThrow("holds no formula");
    expect(put(results({ nowhere: 1 }))).toThrow("no cell");
    expect(put({ sheets: new Map([["Other", new Map([["A1", { value: 1 }]])]]) })).toThrow("not there");
  });
});

describe("sheets of other programs", () => {
  test("may have prefixes, single quotes, no addresses, comments and a mark at the start", () => {
    const sheet =
      "\uFEFF<?xml version='1.0' encoding='utf-8'?><x:worksheet xmlns:x='m'><!-- <c> --><x:sheetData><x:row><x:c t='n' ><x:f>TALLY.COVERAGE_RATE(1,2)</x:f></x:c><x:c><x:v>3</x:v></x:c></x:row><x:row/></x:sheetData></x:worksheet>";
    const patched = patchBook(smallBook({ sheet }), results({ A1: "half" }));
    expect(textsOf(patched)[sheetPart]).toBe(
      sheet.replace(
        "<x:c t='n' ><x:f>TALLY.COVERAGE_RATE(1,2)</x:f></x:c>",
        '<x:c t="str" ><x:f>_xldudf_TALLY_COVERAGE_RATE(1,2)</x:f><x:v>half</x:v></x:c>',
      ),
    );
    const filled = patchBook(
      smallBook({ sheet: sheet.replace("<x:c><x:v>3</x:v></x:c>", "") }),
      results({ A1: [[1], [2], [3]] }),
    );
    expect(textsOf(filled)[sheetPart]).toContain(
      '<x:row><x:c r="A2"><x:v>2</x:v></x:c></x:row><x:row r="3"><x:c r="A3"><x:v>3</x:v></x:c></x:row></x:sheetData>',
    );
  });

  test("keep the sheets without results as they are", () => {
    const parts = smallParts({ rows: '<row r="1"><c r="A1"><f>TALLY.COVERAGE_RATE(1,2)</f></c></row>' });
    const bytes = zipOf(parts);
    expect(patchBook(bytes, { sheets: new Map() })).toBe(bytes);
  });

  test("keep the calls of a name of the workbook that reads like one of our functions", () => {
    const rows = '<row r="1"><c r="A1"><f>TALLY.COVERAGE_RATE(1,2)</f></c></row>';
    const book = smallBook({
      rows,
      afterSheets:
        '<definedNames><definedName name="Tally.Coverage_Rate">_xlfn.LAMBDA(1)</definedName></definedNames>',
    });
    expect(textsOf(patchBook(book, results({ A1: 1 })))[sheetPart]).toContain(
      "<f>TALLY.COVERAGE_RATE(1,2)</f>",
    );
  });

  test("take 20,000 rows of results in a moment", () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><f>B${index + 1}*2</f><v>0</v></c></row>`,
    ).join("");
    const computed = results(
      Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`A${index + 1}`, index])),
    );
    const started = performance.now();
    const patched = patchBook(smallBook({ sheet: sheetXml(rows) }), computed);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(textsOf(patched)[sheetPart]).toContain('<c r="A20000"><f>B20000*2</f><v>19999</v></c>');
  });
});
