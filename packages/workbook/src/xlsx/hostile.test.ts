import ExcelJS from "exceljs";
import * as fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { excelBook, sheetXml, type SmallBook, smallBook, smallParts, zipOf } from "./bookFixtures.ts";
import { patchBook } from "./patchBook.ts";
import { readBook } from "./readBook.ts";
import { WorkbookFileError } from "./workbookFileError.ts";

/** What a call throws; nothing where it answers. */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** The refusal's sentence, after a check of its form, its time and the memory that is kept. */
function refusal(bytes: Uint8Array, milliseconds = 2000): string {
  const [started, before] = [process.cpuUsage(), process.memoryUsage()];
  const error = thrownBy(() => readBook(bytes));
  // Its own time: what else the machine does meanwhile tells nothing of the reader.
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(milliseconds);
  const after = process.memoryUsage();
  const grown = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  expect(grown).toBeLessThan(300 * 1024 * 1024);
  expect(error).toBeInstanceOf(WorkbookFileError);
  const { message } = error as WorkbookFileError;
  expect(message).toMatch(/^(the|a) [^\n\r]{5,180}$/);
  return message;
}

const withSheet = (sheet: string): Uint8Array => smallBook({ sheet });
const withRows = (rows: string, around: SmallBook = {}): Uint8Array => smallBook({ rows, ...around });

/** A zip whose entry of that name declares another size, in its own header and in the list. */
function withDeclaredSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  const nameBytes = new TextEncoder().encode(name);
  for (let at = 0; at + 46 < changed.length; at += 1) {
    const signature = view.getUint32(at, true);
    const [sizeAt, nameAt] =
      signature === 0x04034b50 ? [22, 30] : signature === 0x02014b50 ? [24, 46] : [0, 0];
    if (sizeAt === 0 || !nameBytes.every((byte, index) => changed[at + nameAt + index] === byte)) continue;
    view.setUint32(at + sizeAt, size, true);
  }
  return changed;
}

describe("files that are no workbooks", () => {
  test("are told apart", () => {
    expect(refusal(new Uint8Array())).toBe("the file is empty");
    expect(refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toContain(
      "the file is encrypted or an old .xls",
    );
    expect(refusal(new TextEncoder().encode("a,b\n1,2\n"))).toContain("not a zip");
    expect(refusal(new Uint8Array([0x50, 0x4b]))).toContain("cut short");
    expect(refusal(zipOf({}))).toContain("no .xlsx workbook");
    expect(refusal(zipOf({ "a.txt": "a" }))).toBe("the file is a zip but no .xlsx workbook");
    expect(refusal(zipOf({ ...smallParts({}), "xl/workbook.xml": "<book/>" }))).toContain(
      "no .xlsx workbook",
    );
    expect(refusal(zipOf({ ...smallParts({}), "xl/workbook.xml": "<workbook/>" }))).toContain("no sheet");
  });

  test("or are cut short anywhere", () => {
    const bytes = zipOf(excelBook());
    for (let length = 0; length < bytes.length; length += 10) {
      const error = thrownBy(() => readBook(bytes.subarray(0, length)));
      expect(error).toBeInstanceOf(WorkbookFileError);
    }
    expect(refusal(bytes.subarray(0, bytes.length - 1))).toContain("cut short");
  });
});

describe("zips made to harm", () => {
  test("a bomb by its ratio", () => {
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(60 * 1024 * 1024) });
    expect(refusal(bomb)).toContain("as a zip bomb does");
  });

  test("a bomb that declares a small size", () => {
    const name = "xl/worksheets/sheet1.xml";
    const bomb = zipSync({ [name]: new Uint8Array(400 * 1024 * 1024) }, { level: 1 });
    expect(refusal(withDeclaredSize(bomb, name, 1000))).toContain("more than it declares");
  });

  test("parts that declare too much, one by one or together", () => {
    const bytes = zipOf(smallParts({}));
    const large = withDeclaredSize(bytes, "xl/workbook.xml", 4_000_000_000);
    expect(refusal(large)).toContain("unpacks to more than 64 MB");
    const many = Object.fromEntries(
      Array.from({ length: 140 }, (_, index) => [`${index}.bin`, new Uint8Array(1024 * 1024)]),
    );
    expect(refusal(zipSync(many))).toContain("unpacks to more than 128 MB");
  });

  test("a file too large to look at", () => {
    const bytes = new Uint8Array(64 * 1024 * 1024 + 1);
    bytes.set([0x50, 0x4b, 3, 4]);
    expect(refusal(bytes)).toContain("larger than 64 MB");
  });

  test("100,000 entries", () => {
    const many = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`p${index}`, new Uint8Array()]),
    );
    const bytes = zipSync(many, { level: 0 });
    refusal(bytes);
    // The count of a zip has 16 bits, so that 100,000 may pass for any number.
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    view.setUint16(bytes.length - 14, 5, true);
    view.setUint16(bytes.length - 12, 5, true);
    expect(refusal(bytes)).toContain("does not fit");
  });

  test.each([
    "../evil.xml",
    "xl/../../evil.xml",
    "/etc/passwd",
    "C:\\evil.xml",
    "xl\\sheet.xml",
    "a\u0000b",
    "x/__proto__",
  ])("the name %j", (name) => {
    expect(refusal(zipSync({ [name]: new Uint8Array([1]) }))).toContain("unsafe name");
  });

  test("names that are the same part", () => {
    expect(refusal(zipOf({ ...smallParts({}), "XL/Workbook.xml": "<workbook/>" }))).toContain("twice");
  });

  test("encrypted entries, unknown packings and zip64", () => {
    const changed = (offset: number, value: number): Uint8Array => {
      const bytes = zipOf(smallParts({})).slice();
      const view = new DataView(bytes.buffer);
      const directory = view.getUint32(bytes.length - 6, true);
      view.setUint16(directory + offset, value, true);
      return bytes;
    };
    expect(refusal(changed(8, 1))).toBe("the file is encrypted");
    expect(refusal(changed(10, 14))).toContain("in a way (14)");
    const zip64 = changed(24, 0xffff);
    new DataView(zip64.buffer).setUint16(
      new DataView(zip64.buffer).getUint32(zip64.length - 6, true) + 26,
      0xffff,
      true,
    );
    expect(refusal(zip64)).toContain("zip64");
    expect(refusal(changed(16, 0))).toContain("damaged");
  });
});

describe("XML made to harm", () => {
  const laughs =
    '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData/></worksheet>';

  test("entities, in any part", () => {
    expect(refusal(withSheet(laughs))).toContain("XML entities");
    expect(refusal(smallBook({ parts: { "docProps/app.xml": laughs } }))).toContain("XML entities");
    const typed = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>';
    expect(refusal(smallBook({ parts: { "xl/_rels/x.rels": typed } }))).toContain("XML entities");
    expect(refusal(withRows('<row><c t="str"><v>&a;</v></c></row>'))).toContain("unknown XML entity");
  });

  test.each([
    ["A1:XFD1048576", "declares cells up to XFD1048576"],
    ["A1:ALM1000", "declares cells up to ALM1000"],
    ["A1:ZZZ9999999", "a size that no sheet has"],
  ])("the size %s that no cells come to", (reference, words) => {
    const before = `<dimension ref="${reference}"/>`;
    expect(refusal(withSheet(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', { before })))).toContain(
      words,
    );
  });

  test("is told from an honest sheet that is merely wide apart", () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const sheet = sheetXml(rows, { before: '<dimension ref="A1:XFD1048576"/>' });
    expect(readBook(withSheet(sheet)).sheets[0]?.cells.size).toBe(2);
  });

  test.each([
    ["a cell beyond the last column", '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ["a row beyond the last", '<row r="1048577"><c><v>1</v></c></row>'],
    ["rows out of order", '<row r="2"/><row r="1"/>'],
    ["cells out of order", '<row r="1"><c r="B1"/><c r="A1"/></row>'],
    ["a cell of another row", '<row r="1"><c r="A2"/></row>'],
    ["a cell twice", '<row r="1"><c r="A1"/><c r="A1"/></row>'],
    ["no number", "<row><c><v>NaN</v></c></row>"],
    ["a hexadecimal number", "<row><c><v>0x10</v></c></row>"],
    ["a number without end", "<row><c><v>1e999</v></c></row>"],
    ["a missing text", '<row><c t="s"><v>7</v></c></row>'],
    ["an unknown type", '<row><c t="z"><v>7</v></c></row>'],
    ["a false date", '<row><c t="d"><v>2024-99-99</v></c></row>'],
    ["a shared formula without text", '<row><c><f t="shared" si="1"/></c></row>'],
    ["an array formula elsewhere", '<row><c><f t="array" ref="B1:C9">1</f></c></row>'],
    ["an endless formula", `<row><c><f>${"1+".repeat(20_000)}1</f></c></row>`],
    ["two values in a cell", "<row><c><v>1</v><v>2</v></c></row>"],
    ["tags that do not close", "<row><c>"],
    ["tags that close crosswise", "<row><c></row></c>"],
    ["a tag that is none", "<row><5></row>"],
    ["an attribute without quotes", "<row r=1></row>"],
    ["nesting without end", "<row>".repeat(100_000)],
  ])("%s", (_, rows) => {
    expect(refusal(withRows(rows))).toContain("the file is damaged");
  });

  test("attributes and tags without end cost no more than their length", () => {
    refusal(withRows(`<row ${" ".repeat(500_000)}x></row>`));
    refusal(withRows(`<row ${'a="b" '.repeat(100_000)}x></row>`));
    refusal(withRows(`<row r="1`));
    refusal(withRows("<!-- ".repeat(100_000)));
  });

  test("small formulas that grow large when written out", () => {
    const followers = Array.from(
      { length: 30_000 },
      (_, index) => `<row r="${index + 2}"><c><f t="shared" si="0"/></c></row>`,
    );
    const master = `<row r="1"><c><f t="shared" si="0">${"A1+".repeat(6_000)}1</f></c></row>`;
    expect(refusal(withRows(master + followers.join("")))).toContain("shared formulas");
    const wide = Array.from({ length: 1_000 }, (_, index) => {
      const row = index + 1;
      return `<row r="${row}"><c><f t="array" ref="A${row}:XFD${row}">1</f></c></row>`;
    });
    expect(refusal(withRows(wide.join("")))).toContain("array formulas");
  });

  test("one part behind a thousand sheets, and names without end", () => {
    const workbook = (inside: string): Uint8Array =>
      zipOf({ ...smallParts({}), "xl/workbook.xml": `<workbook xmlns:r="r">${inside}</workbook>` });
    const sheet = (name: string): string => `<sheet name="${name}" r:id="rId1"/>`;
    expect(refusal(workbook(`<sheets>${sheet("a")}${sheet("b")}</sheets>`))).toContain("two sheets in one");
    const name = '<definedName name="n">1</definedName>';
    const names = `<sheets>${sheet("a")}</sheets><definedNames>${name.repeat(20_001)}</definedNames>`;
    expect(refusal(workbook(names))).toContain("defined names");
    expect(refusal(workbook("<sheets><sheet name='a' r:id='rId7'/></sheets>"))).toContain("without its part");
  });

  test("more cells than are read", () => {
    const cells = Array.from(
      { length: 1_000 },
      (_, index) => `<row r="${index + 1}">${"<c><v>1</v></c>".repeat(1_001)}</row>`,
    );
    const parts = smallParts({ rows: cells.join("") });
    const encoded = Object.entries(parts).map(
      ([part, text]) => [part, new TextEncoder().encode(text)] as const,
    );
    // Stored, because so many equal cells pack like a bomb.
    expect(refusal(zipSync(Object.fromEntries(encoded), { level: 0 }), 5000)).toContain(
      "more than 1000000 cells",
    );
  });

  test("text in another encoding", () => {
    const parts = smallParts({});
    const bytes = zipSync({
      ...Object.fromEntries(
        Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)]),
      ),
      "xl/worksheets/sheet1.xml": new Uint8Array([0xff, 0xfe, 0x3c, 0x00]),
    });
    expect(refusal(bytes)).toContain("not UTF-8");
    const declared = parts["xl/worksheets/sheet1.xml"]?.replace("UTF-8", "ISO-8859-1");
    expect(refusal(smallBook({ sheet: declared ?? "" }))).toContain("not UTF-8");
  });

  test("a sentence shows no control characters of the file", () => {
    const message = refusal(zipOf({ "../\u001b[2J\nevil\u202e": "x" }));
    expect(message).not.toMatch(/\p{C}/u);
  });
});

describe("files bent at random", () => {
  const never = { sheets: new Map() };
  const base = excelBook();
  const packed = zipOf(base);

  function onlyRefused(bytes: Uint8Array): void {
    const error = thrownBy(() => {
      readBook(bytes);
      patchBook(bytes, never);
    });
    if (error !== undefined) expect(error).toBeInstanceOf(WorkbookFileError);
  }

  test("random bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), onlyRefused), { numRuns: 100 });
  });

  test("bytes changed in the zip", () => {
    const change = fc.tuple(fc.nat(packed.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = packed.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        onlyRefused(bytes);
      }),
      { numRuns: 200 },
    );
  });

  test("text changed in a part, packed as it should be", () => {
    const names = Object.keys(base).filter((name) => /xml|rels/.test(name));
    const piece = fc.constantFrom(
      "<",
      ">",
      '"',
      "&",
      "/",
      "r=",
      "<c>",
      "</c>",
      "-1",
      "9999999999",
      "'",
      "",
      "A0",
      "\u0000",
      "<!--",
      "]]>",
    );
    const change = fc.record({
      name: fc.constantFrom(...names),
      at: fc.nat(2_000),
      removed: fc.nat(12),
      piece,
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const parts = { ...base };
        for (const { name, at, removed, piece: added } of changes) {
          const text = parts[name] ?? "";
          const from = at % (text.length + 1);
          parts[name] = text.slice(0, from) + added + text.slice(from + removed);
        }
        onlyRefused(zipOf(parts));
      }),
      { numRuns: 400 },
    );
  });

  test("a workbook of another program, cut and bent", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("A").getCell("A1").value = { formula: "B1", result: 1 };
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        const bent = bytes.slice();
        bent[at] = byte;
        onlyRefused(bent);
        onlyRefused(bytes.subarray(0, at));
      }),
      { numRuns: 50 },
    );
  });
});
