import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

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

describe("the built tally recalc", () => {
  const folder = mkdtempSync(join(tmpdir(), "tally-built-"));
  const limits = ["--max-old-space-size=400"];

  test("recalculates the sample workbook, which a second run leaves as it is", () => {
    const [once, twice] = [join(folder, "once.xlsx"), join(folder, "twice.xlsx")];
    const { code, out, err } = run(["recalc", "seeds/figures.xlsx", "-o", once]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^\d+ formulas recalculated, no errors; written to /);
    run(["recalc", once, "-o", twice]);
    expect(readFileSync(twice).equals(readFileSync(once))).toBe(true);
  });

  const bomb = (): Uint8Array => zipSync({ "xl/workbook.xml": new Uint8Array(300_000_000) }, { level: 9 });
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
