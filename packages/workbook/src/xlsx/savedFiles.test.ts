import { createRequire } from "node:module";

import { read, utils, write } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";

import { type BookValue, type ComputedBook } from "@tallykit/sheet/book";
import { recalculate, type Recalculated } from "../recalculate.ts";
import { textsOf, zipOf } from "./bookFixtures.ts";
import { excelSaved, libreOfficeSaved, wpsSaved } from "./savedShapes.ts";

/** What a cell shows, as a reader tells it: a value, or the text of an error. */
type Shown = number | string | boolean | undefined;
type Reader = (bytes: Uint8Array) => Promise<(address: string) => Shown>;

/** Two programs that know nothing of each other. */
const readers: Readonly<Record<string, Reader>> = {
  exceljs: async (bytes) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    const sheet = workbook.worksheets[0];
    return (address) => {
      const cell = sheet?.getCell(address);
      const value = cell?.type === ExcelJS.ValueType.Formula ? cell.result : cell?.value;
      if (value === null || value === undefined) return undefined;
      return typeof value === "object" && "error" in value ? value.error : (value as Shown);
    };
  },
  SheetJS: (bytes) => {
    const { Sheets, SheetNames } = read(bytes);
    return Promise.resolve((address) => {
      const cell = Sheets[SheetNames[0] ?? ""]?.[address] as { v?: Shown; t: string; w?: string } | undefined;
      return cell?.t === "e" ? cell.w : cell?.v;
    });
  },
};

/** What both readers find, where they agree. */
async function shown(bytes: Uint8Array, addresses: readonly string[]): Promise<Record<string, Shown>> {
  const found = await Promise.all(
    Object.values(readers).map(async (open) => {
      const show = await open(bytes);
      return Object.fromEntries(addresses.map((address) => [address, show(address)]));
    }),
  );
  expect(found[1]).toEqual(found[0]);
  return found[0] ?? {};
}

const cellElement = /<((?:\w+:)?)c [^>]*?(?:\/>|>[\s\S]*?<\/\1c>)/g;

/** The cells of a sheet by address, and the sheet without them. */
function taken(xml: string): { readonly cells: ReadonlyMap<string, string>; readonly rest: string } {
  const cells = new Map<string, string>();
  const rest = xml.replace(cellElement, (cell) => {
    cells.set(/ r="([A-Z]+\d+)"/.exec(cell)?.[1] ?? "", cell);
    return "";
  });
  return { cells, rest };
}

/** What may change beside the sheets: the chain of calculation goes, the metadata of formulas that spill may come. */
const lists = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", "xl/metadata.xml"];

/** Checks that nothing but results differs between two files. */
function expectOnlyResults(before: Uint8Array, { bytes, computed }: Recalculated): void {
  const [one, other] = [textsOf(before), textsOf(bytes)];
  const isSheet = (name: string): boolean => /worksheets\/[^/]+\.xml$/.test(name);
  const kept = (parts: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(parts).filter(([name]) => !isSheet(name) && !lists.includes(name)));
  expect(kept(other)).toEqual(kept(one));
  for (const name of lists.slice(0, 2)) {
    for (const [entry] of (one[name] ?? "").matchAll(/<(?:Override|Default|Relationship) [^>]*>/g)) {
      if (!entry.includes("calcChain")) expect(other[name]).toContain(entry);
    }
  }
  for (const name of Object.keys(one).filter(isSheet)) {
    const [was, is] = [taken(one[name] ?? ""), taken(other[name] ?? "")];
    const results = resultCells(computed, one[name] ?? "");
    // Rows that a range reaches into are new; those that were there are as they were.
    expect(is.rest.replace(/<row r="\d+"><\/row>/g, "")).toBe(was.rest.replace(/<row r="\d+"><\/row>/g, ""));
    for (const [address, cell] of was.cells) {
      if (!results.has(address)) expect(is.cells.get(address)).toBe(cell);
      expect([address, ...madeOf(is.cells.get(address))]).toEqual([address, ...madeOf(cell)]);
    }
  }
}

/** The cells that formulas fill, or filled before. */
function resultCells(computed: ComputedBook, before: string): ReadonlySet<string> {
  const addresses = new Set<string>();
  const add = (range: string): void => {
    const { s: first, e: last } = utils.decode_range(range);
    for (let r = first.r; r <= last.r; r += 1) {
      for (let c = first.c; c <= last.c; c += 1) addresses.add(utils.encode_cell({ r, c }));
    }
  };
  for (const [, range = ""] of before.matchAll(/<f [^>]*t="array" ref="([A-Z0-9:]+)"/g)) add(range);
  for (const cells of computed.sheets.values()) {
    for (const [address, { spill = [[0]] }] of cells) {
      const { r, c } = utils.decode_cell(address);
      add(`${address}:${utils.encode_cell({ r: r + spill.length - 1, c: c + (spill[0]?.length ?? 1) - 1 })}`);
    }
  }
  return addresses;
}

/** A cell's style, and the text of its formula; that of ours in the only form that Excel ever resolves. */
function madeOf(cell = ""): readonly (string | undefined)[] {
  const formula = />([^<]*)<\/(?:\w+:)?f>/.exec(cell)?.[1];
  return [/^[^>]* s="(\d+)"/.exec(cell)?.[1], formula?.replace("TALLY.COVERAGE", "_xldudf_TALLY_COVERAGE")];
}

async function recalculated(bytes: Uint8Array): Promise<Recalculated> {
  const done = await recalculate(bytes);
  expectOnlyResults(bytes, done);
  // The second time nothing is left to change.
  expect((await recalculate(done.bytes)).bytes).toEqual(done.bytes);
  return done;
}

const rate = (row: number): string => `_xldudf_TALLY_COVERAGE_RATE(B${row},C${row})`;
const formulas: Readonly<Record<string, string>> = {
  D1: rate(1),
  D2: rate(2),
  D3: "TALLY.COVERAGE_RATE(B1,C2)",
  E1: "_xldudf_TALLY_FUNDING_SPLIT(100,B1:B2,1)",
  F1: "SUM(E1:E2)",
  G1: "_xldudf_TALLY_COVERAGE_TEXT(B1,C1)",
  G2: "_xldudf_TALLY_COVERAGE_RATE(A1,C1)",
};
const data: readonly (readonly [string, number, number])[] = [
  ["东区 <&>", 3, 4],
  [" West", 1, 8],
];
const answers: Readonly<Record<string, Shown>> = {
  A1: "东区 <&>",
  A2: " West",
  D1: 0.75,
  D2: 0.125,
  D3: 0.375,
  E1: 75,
  E2: 25,
  F1: 100,
  G1: "75.0%",
  G2: "#VALUE!",
};

/** The same sheet of data and formulas, as different programs write it. */
const makers: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  exceljs: async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("Data");
    for (const row of data) sheet.addRow(row);
    for (const [address, formula] of Object.entries(formulas)) sheet.getCell(address).value = { formula };
    sheet.getCell("A1").note = "a note";
    sheet.getCell("B1").dataValidation = { type: "whole", operator: "between", formulae: [0, 9] };
    sheet.addConditionalFormatting({
      ref: "D1:D2",
      rules: [
        {
          type: "cellIs",
          operator: "lessThan",
          formulae: [0.5],
          priority: 1,
          style: { font: { bold: true } },
        },
      ],
    });
    sheet.addTable({ name: "T", ref: "J1", columns: [{ name: "a" }], rows: [[1], [2]] });
    sheet.getCell("A4").value = { formula: "SUM(T[a])*10+ROWS(T[#All])" };
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  },
  SheetJS: () => {
    const sheet = utils.aoa_to_sheet(data.map((row) => [...row]));
    for (const [address, f] of Object.entries(formulas)) sheet[address] = { t: "n", v: 0, f };
    sheet["E1"] = { t: "n", v: 0, f: formulas["E1"], F: "E1:E2", D: true };
    sheet["!ref"] = "A1:G3";
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, sheet, "Data");
    // Excel's own shape with every text in the table of shared texts, and the other with each in its cell.
    return Promise.resolve(new Uint8Array(write(workbook, { type: "array", bookSST: true }) as ArrayBuffer));
  },
  "SheetJS, texts in cells": () => {
    const workbook = utils.book_new();
    const sheet = utils.aoa_to_sheet(data.map((row) => [...row]));
    for (const [address, f] of Object.entries(formulas)) sheet[address] = { t: "s", v: "", f };
    sheet["!ref"] = "A1:G3";
    utils.book_append_sheet(workbook, sheet, "Data");
    return Promise.resolve(new Uint8Array(write(workbook, { type: "array", bookSST: false }) as ArrayBuffer));
  },
  "xlsx-populate": async () => {
    const workbook = await XlsxPopulate.fromBlankAsync();
    const sheet = workbook.sheet(0);
    data.forEach((row, index) => {
      row.forEach((value, column) => {
        sheet.cell(index + 1, column + 1).value(value);
      });
    });
    for (const [address, formula] of Object.entries(formulas)) sheet.cell(address).formula(formula);
    return new Uint8Array((await workbook.outputAsync("arraybuffer")) as ArrayBuffer);
  },
  hucre: async () =>
    writeXlsx({
      sheets: [
        {
          name: "Data",
          rows: data.map((row) => [...row]),
          cells: new Map(
            Object.entries(formulas).map(([address, formula]) => {
              const { r, c } = utils.decode_cell(address);
              return [`${r},${c}`, { value: null, type: "formula" as const, formula }];
            }),
          ),
        },
      ],
    }),
  "write-excel-file": async () => {
    const rows = data.map((row) => [...row, ...Array.from({ length: 4 }, () => null)] as (CellOf | null)[]);
    rows.push(Array.from({ length: 7 }, () => null));
    for (const [address, formula] of Object.entries(formulas)) {
      const { r, c } = utils.decode_cell(address);
      const row = rows[r];
      if (row !== undefined) row[c] = { type: "Formula", value: `=${formula}` };
    }
    return new Uint8Array(await writeExcelFile(rows).toBuffer());
  },
};

type CellOf = string | number | { readonly type: "Formula"; readonly value: string };

interface PopulateCell {
  value(value: BookValue): void;
  formula(formula: string): void;
}

/** The part of xlsx-populate that is used here; it brings no types. */
interface Populate {
  fromBlankAsync(): Promise<{
    sheet(index: number): { cell(row: number | string, column?: number): PopulateCell };
    outputAsync(type: string): Promise<unknown>;
  }>;
}

const XlsxPopulate = createRequire(import.meta.url)("xlsx-populate") as Populate;

describe("a file made by", () => {
  test.each(Object.entries(makers))(
    "%s keeps all but the results, which two readers find",
    async (name, make) => {
      const { bytes, errors } = await recalculated(await make());
      expect(await shown(bytes, Object.keys(answers))).toEqual(answers);
      expect(errors).toHaveLength(1);
      if (name === "exceljs") expect(await shown(bytes, ["A4"])).toEqual({ A4: 33 });
    },
  );
});

describe("a file as Excel saves one with all it has", () => {
  const before = zipOf(excelSaved());

  test("keeps all but the results, which two readers find", async () => {
    const { bytes } = await recalculated(before);
    const addresses = "D2 D3 D4 B4 C4 E4 E5 D5 F1 F2 G1 G2 G3 H1 H2 H3 I1 J1 J2 L1 L2 A7 A8 A9".split(" ");
    expect(await shown(bytes, addresses)).toEqual({
      ...{ D2: 0.8, D3: 0.75, D4: 110 / 140, B4: 110, C4: 140, E4: 220, E5: 0, D5: "78.6%" },
      ...{ F1: 80, F2: 30, G1: 110, G2: 0.8, G3: 30, H2: "unit,covered" },
      // The link to another workbook and the macro keep what the file held; what reads them goes by it.
      ...{ H1: 14, H3: 60, I1: 15 },
      // Something stands where the first would fill; the file knows no such error.
      ...{ J1: "#VALUE!", J2: "in the way" },
      // Without a mark of its own a range shows the value of the formula's row, as Excel last found it.
      ...{ L1: 0, L2: 80 },
      ...{ A7: 727.27, A8: 272.73, A9: undefined },
    });
  });

  test("says which formulas were left to the program that made it, and why", async () => {
    const { errors } = await recalculate(before);
    expect(
      errors.map(({ cell, error, message = "" }) => [cell, error, /: (.*?)\./.exec(message)?.[1]]),
    ).toEqual([
      ["H1", "#NAME?", "it refers to another workbook"],
      ["J1", "#SPILL!", undefined],
      ["L1", "#NAME?", expect.stringContaining("before results filled other cells")],
      ["L2", "#NAME?", expect.stringContaining("before results filled other cells")],
      ["H3", "#NAME?", "it calls OWNMACRO, which is not known here"],
    ]);
  });

  test("is found whole by a third reader too", async () => {
    const { bytes } = await recalculate(before);
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows[1]?.slice(1, 4)).toEqual([80, 100, 0.8]);
    expect(sheets[0]?.rows[4]?.[0]).toBeInstanceOf(Date);
  });

  test("turns into one of values, its tables and its other parts untouched", async () => {
    const { bytes } = await recalculate(before, { values: true });
    const [one, other] = [textsOf(before), textsOf(bytes)];
    expect(other["xl/worksheets/sheet1.xml"]).not.toMatch(/<f[\s>]/);
    for (const name of [
      "xl/tables/table1.xml",
      "xl/pivotCache/pivotCacheRecords1.xml",
      "xl/vbaProject.bin",
    ]) {
      expect(other[name]).toBe(one[name]);
    }
    expect(await shown(bytes, ["D2", "H1", "F2"])).toEqual({ D2: 0.8, H1: 14, F2: 30 });
  });
});

test("a file as LibreOffice saves one keeps all but the results", async () => {
  const { bytes, errors } = await recalculated(zipOf(libreOfficeSaved()));
  expect(errors).toEqual([]);
  expect(await shown(bytes, ["F1", "F2", "F3", "D2", "G1", "G2", "B4", "C4"])).toEqual({
    ...{ F1: 0.75, F2: 75, F3: 25, D2: 0.75, G1: 4, G2: "yes", B4: 4, C4: 12 },
  });
});

test("a file as WPS saves one keeps all but the results, and its pictures in cells", async () => {
  const { bytes, errors } = await recalculated(zipOf(wpsSaved()));
  expect(errors.map(({ cell }) => cell)).toEqual(["D2"]);
  expect(await shown(bytes, ["D1", "D2", "B3", "C3", "D3"])).toEqual({
    ...{ D1: 0.75, D2: '=DISPIMG("ID_1",1)', B3: 4, C3: 12, D3: 18 },
  });
});
