import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";

import ExcelJS from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";

import { textWidth } from "./findingsTable.ts";
import { runTally } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "tally-check-"));
const [file, clean] = [join(folder, "区县.xlsx"), join(folder, "clean.xlsx")];

/** Collects what is written, as a terminal of some width where one is given. */
class Collected extends Writable {
  text = "";
  readonly columns: number | undefined;
  readonly isTTY: boolean;
  constructor(columns?: number) {
    super();
    this.columns = columns;
    this.isTTY = columns !== undefined;
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function check(
  args: readonly string[],
  columns?: number,
): Promise<{ code: number; out: string; err: string }> {
  const [output, errors] = [new Collected(columns), new Collected(columns)];
  const code = await runTally(["check", ...args], { input: Readable.from([""]), output, errors });
  return { code, out: output.text, err: errors.text };
}

beforeAll(async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("区县");
  sheet.addRow(["区县", "已覆盖", "应覆盖"]);
  sheet.addRow(["东区", 5, 4]);
  sheet.addRow(["西区", "1", 8]);
  sheet.getCell("E1").value = { formula: "_xldudf_TALLY_COVERAGE_BY_GROUP(A2:A3,B2:B3,C2:C3)" };
  sheet.getCell("A5").value = { formula: "C2/0" };
  await workbook.xlsx.writeFile(file);
  const sound = new ExcelJS.Workbook();
  sound.addWorksheet("S").addRow([1, { formula: "A1+1", result: 2 }]);
  await sound.xlsx.writeFile(clean);
});

describe("tally check", () => {
  test("lists what it finds with its cell, in English, and leaves the file as it is", async () => {
    const before = readFileSync(file);
    const { code, out, err } = await check([file]);
    expect([code, err]).toEqual([1, ""]);
    const lines = out.split("\n");
    expect(lines.slice(0, 2)).toEqual([
      "cell     finding                what it says, what to do",
      [7, 21, 88].map((width) => "─".repeat(width)).join("  "),
    ]);
    expect(lines[2]).toMatch(
      /^区县!E1 {2}formula error {10}#VALUE!: COVERAGE_BY_GROUP requires a number in /,
    );
    expect(lines.slice(4)).toEqual([
      "                                =TALLY.COVERAGE_BY_GROUP(A2:A3,B2:B3,C2:C3)",
      "区县!B2  over 100%              5 covered of 4 eligible is more than 100%; check that both count the same units, each",
      "                                once",
      '区县!B3  number stored as text  the text "1" among numbers; turn it into a number, or sums pass over it',
      "区县!A5  formula error          #DIV/0!: a division by zero or by a blank cell; correct the formula or the cells it",
      "                                reads",
      "                                =C2/0",
      "2 formulas and all data checked, 4 findings",
      "",
    ]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("lists it in Chinese with --lang zh", async () => {
    const { code, out } = await check([file, "--lang", "zh"]);
    expect(code).toBe(1);
    expect(out).toContain("单元格   问题        说明与处理\n");
    expect(out).toContain(
      "区县!B2  超过 100%   已覆盖 5 多于应覆盖 4，超过 100%；请核对两数口径是否一致、有无重复计数\n",
    );
    expect(out).toContain("已检查 2 个公式及全部数据，发现 4 处问题\n");
  });

  test.each([
    ["en", 40],
    ["zh", 40],
    ["en", 64],
    ["zh", 64],
    ["en", 200],
    ["zh", 200],
  ] as const)("keeps %s lines within a terminal of %d columns", async (language, columns) => {
    const { out } = await check([file, "--lang", language], columns);
    expect(Math.max(...out.split("\n").map(textWidth))).toBeLessThanOrEqual(columns);
    expect(out).toContain("区县!B2");
  });

  test("reports as JSON with --json, with one kind a finding whatever the language", async () => {
    const { code, out } = await check([file, "--json", "--lang", "zh"]);
    const report = JSON.parse(out) as { findings: { kind: string }[] };
    expect([code, report]).toEqual([1, expect.objectContaining({ file, formulas: 2 })]);
    expect(report.findings.map(({ kind }) => kind)).toEqual([
      "formulaError",
      "over",
      "textNumber",
      "formulaError",
    ]);
    expect(report.findings.at(-1)).toEqual({
      sheet: "区县",
      cell: "A5",
      kind: "formulaError",
      says: "#DIV/0!：除数为零或空白",
      advice: "请更正公式或其引用的单元格",
      formula: "C2/0",
      error: "#DIV/0!",
    });
  });

  test("finds nothing in a clean workbook and exits with 0", async () => {
    expect(await check([clean])).toEqual({
      code: 0,
      out: "1 formula and all data checked, nothing found\n",
      err: "",
    });
    expect((await check([clean, "--lang", "zh"])).out).toBe("已检查 1 个公式及全部数据，未发现问题\n");
    expect((await check([clean, "--json"])).out).toBe(
      `${JSON.stringify({ file: clean, formulas: 1, findings: [] })}\n`,
    );
  });

  test("tells its progress on a terminal's standard error, and takes it away", async () => {
    const { err } = await check([clean], 80);
    expect(err).toContain("1 of 1 formulas");
    expect(err.endsWith("\r\u001b[K")).toBe(true);
  });

  test.each([
    ["no file", [], "missing required argument 'file'"],
    ["a file that is not there", [join(folder, "none.xlsx")], "cannot read"],
    ["two files", [file, clean], "too many arguments"],
    ["another language", [file, "--lang", "fr"], "Allowed choices are en, zh"],
    ["another option", [file, "--output", "x"], "unknown option '--output'"],
  ])("refuses %s in one line", async (_, args, words) => {
    const { code, out, err } = await check(args);
    expect([code, out, err.split("\n").length]).toEqual([2, "", 2]);
    expect(err).toMatch(/^tally: /);
    expect(err).toContain(words);
  });

  test("refuses a file that is no workbook, naming it", async () => {
    const broken = join(folder, "broken.xlsx");
    writeFileSync(broken, "no workbook");
    const { code, out, err } = await check([broken]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^tally: .*broken\.xlsx: .*\n$/);
  });
});
