import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";

import ExcelJS from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";

import { runTally } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "tally-"));
const file = join(folder, "区县.xlsx");

class Collected extends Writable {
  text = "";
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function tally(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [output, errors] = [new Collected(), new Collected()];
  const code = await runTally(args, { input: Readable.from([""]), output, errors });
  return { code, out: output.text, err: errors.text };
}

async function open(name: string): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(name);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

/** The result of a formula, or the value of a cell that a formula elsewhere fills. */
const valueOf = (cell: ExcelJS.Cell): unknown =>
  cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;

const formulas: Readonly<Record<string, string>> = {
  D2: "_xldudf_TALLY_COVERAGE_RATE(B2,C2)",
  D3: "TALLY.COVERAGE_RATE(B3,C3)",
  D4: "_xldudf_tally_coverage_rate(B4,C4)",
  E2: "LET(rate,_xldudf_TALLY_COVERAGE_RATE(SUM(B2:B3),SUM(C2:C3)),ROUND(rate,4))",
  E3: "SUM(_xldudf_TALLY_FUNDING_SPLIT(1000,C2:C4,1))",
  E4: "LAMBDA(x,_xldudf_TALLY_COVERAGE_TEXT(x,C2))(B2)",
  G2: "_xldudf_TALLY_FUNDING_SPLIT(1000,C2:C4,1)",
  H2: "_xldudf_TALLY_COVERAGE_RATE(A2,C2)",
  I2: "_xldudf_TALLY_FUNDING_SPLIT(10,C2:C4,1)",
  K2: '"="&A2',
  L2: "SUM(G2:G4)",
};

beforeAll(async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("区县");
  sheet.addRow(["区县", "已覆盖", "应覆盖"]);
  sheet.addRow(["东区", 3, 4]);
  sheet.addRow(["西区", 1, 8]);
  sheet.addRow(["北区", 0, 0]);
  for (const [address, formula] of Object.entries(formulas)) sheet.getCell(address).value = { formula };
  sheet.getCell("I3").value = "in the way";
  await workbook.xlsx.writeFile(file);
});

describe("tally recalc", () => {
  test("writes the results beside the file, lists errors with cell and words, and leaves the file as it is", async () => {
    const before = readFileSync(file);
    const { code, out, err } = await tally("recalc", file);
    const target = join(folder, "区县.recalculated.xlsx");
    expect([code, err]).toEqual([0, ""]);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(out.split("\n")).toEqual([
      `11 formulas recalculated, 3 with an error; written to ${target}`,
      '区县!H2  #VALUE!  COVERAGE_RATE requires a number in covered; found the text "东区".',
      "区县!I2  #SPILL!",
      "区县!D4  #DIV/0!  COVERAGE_RATE requires eligible above zero.",
      "",
    ]);
    const sheet = await open(target);
    const result = (address: string): unknown => sheet.getCell(address).result;
    expect(["D2", "D3", "E2", "E3", "E4", "L2", "K2"].map(result)).toEqual([
      0.75,
      0.125,
      0.3333,
      1000,
      "75.0%",
      1000,
      "=东区",
    ]);
    expect(["G2", "G3", "G4"].map((address) => valueOf(sheet.getCell(address)))).toEqual([333, 667, 0]);
    expect(sheet.getCell("I3").value).toBe("in the way");
  });

  test("keeps the last value of a formula that calls another add-in, and says that it is unknown here", async () => {
    const [other, target] = [join(folder, "other.xlsx"), join(folder, "other.out.xlsx")];
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("S").getCell("A1").value = { formula: "_xldudf_OTHER_PRICE(1)", result: 7 };
    await workbook.xlsx.writeFile(other);
    const { code, out } = await tally("recalc", other, "-o", target);
    expect([code, out.split("\n")[1]]).toEqual([0, expect.stringMatching(/^S!A1 {2}#NAME\?/)]);
    expect((await open(target)).getCell("A1").result).toBe(7);
  });

  test("changes nothing the second time", async () => {
    const [once, twice] = [join(folder, "once.xlsx"), join(folder, "twice.xlsx")];
    await tally("recalc", file, "-o", once);
    await tally("recalc", once, "-o", twice);
    expect(readFileSync(twice).equals(readFileSync(once))).toBe(true);
  });

  test("puts values in the place of formulas with --values", async () => {
    const target = join(folder, "values.xlsx");
    await tally("recalc", file, "--values", "-o", target);
    const sheet = await open(target);
    expect(sheet.getCell("D2").value).toBe(0.75);
    expect([2, 3, 4].map((row) => sheet.getCell(row, 7).value)).toEqual([333, 667, 0]);
    expect(sheet.getCell("K2").value).toBe("=东区");
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        expect([cell.address, cell.formula]).toEqual([cell.address, undefined]);
      });
    });
  });

  test("reports as JSON with --json", async () => {
    const target = join(folder, "json.xlsx");
    const { out } = await tally("recalc", file, "--json", "-o", target);
    const report = JSON.parse(out) as { errors: unknown[] };
    expect(report).toMatchObject({ file, output: target, formulas: 11 });
    expect(report.errors.at(-1)).toEqual({
      sheet: "区县",
      cell: "D4",
      error: "#DIV/0!",
      message: "COVERAGE_RATE requires eligible above zero.",
    });
  });
});

describe("tally recalc refuses", () => {
  async function refused(...args: string[]): Promise<string> {
    const { code, out, err } = await tally("recalc", ...args);
    expect([code, out, err.split("\n").length]).toEqual([2, "", 2]);
    return err;
  }

  test("to write over the file itself", async () => {
    const copy = join(folder, "copy.xlsx");
    copyFileSync(file, copy);
    expect(await refused(copy, "-o", copy)).toContain("is the file itself");
    expect(await refused(copy, "-o", join(folder, ".", "copy.xlsx"))).toContain("name another one with -o");
    expect(readFileSync(copy).equals(readFileSync(file))).toBe(true);
  });

  test("a file that is not there, is no workbook, or is cut off", async () => {
    expect(await refused(join(folder, "none.xlsx"))).toContain("cannot read");
    const broken = join(folder, "broken.xlsx");
    for (const bytes of [Buffer.from("no workbook"), readFileSync(file).subarray(0, 900), Buffer.alloc(0)]) {
      writeFileSync(broken, bytes);
      expect(await refused(broken)).toMatch(/^tally: .*broken\.xlsx: /);
    }
  });

  test("a place it cannot write to", async () => {
    expect(await refused(file, "-o", join(folder, "no", "such", "folder.xlsx"))).toContain("cannot write");
  });
});
