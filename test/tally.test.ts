import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import ExcelJS from "exceljs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";

const bin = "packages/workbook/bin/tally.js";
const run = (args: readonly string[], input = ""): { code: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return { code: status, out: stdout, err: stderr };
};

describe("the built tally command", () => {
  test("answers a call", () => {
    const answer = run(["call", "FUNDING_SPLIT", "[100,[[2],[3],[1]],1]"]);
    expect(answer).toEqual({ code: 0, out: "[[33],[50],[17]]\n", err: "" });
  });

  test("exits with 2 and one line for wrong usage", () => {
    const { code, out, err } = run(["call", "NO_SUCH", "[]"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^tally: there is no function NO_SUCH.*\n$/);
  });

  test("answers ten thousand lines, each to the step", () => {
    const weights = Array.from({ length: 34 }, (_, row) => [((row * 7919) % 97) + 0.5]);
    const lines = Array.from({ length: 10_000 }, (_, row) =>
      JSON.stringify({ id: "FUNDING_SPLIT", args: [247_000 + row / 100, weights] }),
    );
    const { code, out } = run(["call", "--lines"], `${lines.join("\n")}\n`);
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as [number][]);
    expect([code, answers.length]).toEqual([0, 10_000]);
    answers.forEach((parts, row) => {
      const cents = parts.reduce((sum, [part]) => sum + Math.round(part * 100), 0);
      expect(cents).toBe(24_700_000 + row);
    });
  });
});

const folder = mkdtempSync(join(tmpdir(), "tally-built-"));
const limits = ["--max-old-space-size=400"];
const bomb = (): Uint8Array => zipSync({ "xl/workbook.xml": new Uint8Array(300_000_000) }, { level: 9 });

describe("the built tally recalc", () => {
  test("recalculates the sample workbook, which a second run leaves as it is", () => {
    const [once, twice] = [join(folder, "once.xlsx"), join(folder, "twice.xlsx")];
    const { code, out, err } = run(["recalc", "seeds/figures.xlsx", "-o", once]);
    expect([code, err]).toEqual([0, ""]);
    // The two ends of an interval that is empty: the answer is that there is none.
    expect(out).toMatch(/^\d+ formulas recalculated, 2 with an error; written to /);
    expect(out.match(/#N\/A {2}GROWTH_BASE requires an end that some whole base reaches/g)).toHaveLength(2);
    run(["recalc", once, "-o", twice]);
    expect(readFileSync(twice).equals(readFileSync(once))).toBe(true);
  });

  const entities =
    '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><workbook>&c;</workbook>';
  test.each([
    ["a zip bomb", bomb],
    ["a name that leads out of the folder", () => zipSync({ "../../evil.xml": strToU8("<a/>") })],
    [
      "entities",
      () => zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.xml": strToU8(entities) }),
    ],
    ["an encrypted container", () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ["half a workbook", () => readFileSync("seeds/figures.xlsx").subarray(0, 20_000)],
    ["a text", () => strToU8("no workbook")],
  ])("refuses %s in one line, within five seconds and 500 MB", (_, bytes) => {
    const file = join(folder, "hostile.xlsx");
    writeFileSync(file, bytes());
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [...limits, bin, "recalc", file], {
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^tally: .*hostile\.xlsx: .*\n$/);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(existsSync(join(folder, "hostile.recalculated.xlsx"))).toBe(false);
  });
});

describe("the built tally check", () => {
  test("finds nothing in the sample workbook but errors that are the answer", () => {
    const { code, out, err } = run(["check", "seeds/figures.xlsx", "--json"]);
    const { findings } = JSON.parse(out) as { findings: { kind: string; formula: string }[] };
    expect([code, err]).toEqual([findings.length === 0 ? 0 : 1, ""]);
    // The two ends of an interval that is empty: the answer is that there is none.
    expect(
      findings.filter(({ formula }) => !/^INDEX\(TALLY\.GROWTH_BASE|^TALLY\.GROWTH_BASE/.test(formula)),
    ).toEqual([]);
    expect(findings.filter(({ kind }) => kind !== "formulaError")).toEqual([]);
  });

  test("exits with 0 where nothing is found", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("S").addRow([1, { formula: "A1+1", result: 2 }]);
    const file = join(folder, "clean.xlsx");
    await workbook.xlsx.writeFile(file);
    const out = "1 formula and all data checked, nothing found\n";
    expect(run(["check", file])).toEqual({ code: 0, out, err: "" });
  });

  test("lists one of each fault with its cell, and exits with 1", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("Units");
    sheet.addRows([
      ["group", "covered", "eligible"],
      ["East", 3, 4],
      ["West", "4", 8],
      ["east", 9, 5],
      ["South", null, 6],
      ["North", 1, 0],
    ]);
    const cells: Readonly<Record<string, ExcelJS.CellValue>> = {
      F1: { formula: '_xldudf_TALLY_COVERAGE_BY_GROUP(A2:A6,B2:B6&"",C2:C6)' },
      A8: { error: "#REF!" },
      B8: "=SUM(B2:B6)",
      C8: { formula: "1/0" },
      D8: { formula: "NOSUCH(1)", result: 7 },
      A10: { formula: "1+1", result: 3 },
      B10: { formula: "[1]Sheet1!A1", result: 7 },
    };
    for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
    const file = join(folder, "faults.xlsx");
    await workbook.xlsx.writeFile(file);
    const found = [
      "B3 textNumber",
      "A4 nearKey",
      "B4 over",
      "B5 blank",
      "B6 noneEligible",
      "A8 storedError",
      "B8 formulaText",
      "C8 formulaError",
      "D8 unknownFunction",
      "A10 stale",
      "B10 notCalculated",
    ];
    for (const language of ["en", "zh"]) {
      const { code, out, err } = run(["check", file, "--json", "--lang", language]);
      expect([code, err]).toEqual([1, ""]);
      const { findings } = JSON.parse(out) as { findings: { cell: string; kind: string }[] };
      expect(findings.map(({ cell, kind }) => `${cell} ${kind}`)).toEqual(found);
      const table = run(["check", file, "--lang", language]);
      expect(table.code).toBe(1);
      for (const address of found.map((each) => each.replace(/ .*/, ""))) {
        expect(table.out).toMatch(new RegExp(`^Units!${address} `, "m"));
      }
    }
  });

  test("exits with 2 and one line for wrong usage and for hostile files", () => {
    const file = join(folder, "hostile.xlsx");
    writeFileSync(file, bomb());
    for (const args of [[], ["no such.xlsx"], [file, "--lang", "fr"], [file]]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...limits, bin, "check", ...args], {
        encoding: "utf8",
      });
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^tally: .*\n$/);
    }
  });
});
