import { Readable, Writable } from "node:stream";

import { describe, expect, test } from "vitest";

import { runTally } from "./command.ts";

class Collected extends Writable {
  text = "";
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function tally(
  args: readonly string[],
  input = "",
): Promise<{ code: number; out: string; err: string }> {
  const [output, errors] = [new Collected(), new Collected()];
  const code = await runTally(args, { input: Readable.from([input]), output, errors });
  return { code, out: output.text, err: errors.text };
}

/** Wrong usage: exit code 2, nothing on standard output, one line on standard error. */
async function refused(args: readonly string[]): Promise<string> {
  const { code, out, err } = await tally(args);
  expect([code, out, err.split("\n").length]).toEqual([2, "", 2]);
  expect(err.startsWith("tally: ")).toBe(true);
  return err;
}

describe("tally call", () => {
  test.each([
    ["FUNDING_SPLIT", "[100,[[2],[3],[1]],1]", "[[33],[50],[17]]"],
    ["COVERAGE_TEXT", "[1999,2000]", '"99.9%"'],
    ["COVERAGE_TEXT", "[6015,6573]", '"91.5%"'],
    ["tally.coverage_rate", "[3,4]", "0.75"],
    [
      "COVERAGE_RATE",
      "[[[1],[2]],[[0],[4]]]",
      '[[{"error":"#DIV/0!","message":"COVERAGE_RATE requires eligible above zero."}],[0.5]]',
    ],
    ["COVERAGE_RATE", '[{"error":"#N/A"},4]', '{"error":"#N/A"}'],
    [
      "COVERAGE_RATE",
      "[1e999,4]",
      '{"error":"#NUM!","message":"COVERAGE_RATE requires a finite number in covered."}',
    ],
  ])("%s %s prints %s", async (id, given, printed) => {
    expect(await tally(["call", id, given])).toEqual({ code: 0, out: `${printed}\n`, err: "" });
  });

  test("names the nearest functions to an unknown one", async () => {
    expect(await refused(["call", "RATE", "[]"])).toContain("did you mean COVERAGE_RATE or GROWTH_RATE?");
    expect(await refused(["call", "XYZ", "[]"])).toContain("tally functions lists them all");
  });

  test("refuses arguments that are no JSON list, or none at all", async () => {
    expect(await refused(["call", "COVERAGE_RATE", "3,4"])).toContain("not valid JSON");
    expect(await refused(["call", "COVERAGE_RATE", '{"covered":3}'])).toContain("must be a JSON list");
    expect(await refused(["call", "COVERAGE_RATE"])).toContain(
      "such as: tally call COVERAGE_TEXT '[1999,2000]'",
    );
    expect(await refused(["call"])).toContain("call needs a function and its arguments");
  });
});

describe("tally call --lines", () => {
  test("answers a line each, in order, whatever the line holds", async () => {
    const lines = [
      '{"id":"COVERAGE_RATE","args":[3,4]}',
      "",
      "no JSON",
      "[1,2]",
      "null",
      '{"args":[3,4]}',
      '{"id":"COVERAGE_RATE","args":3}',
      '{"id":"NO_SUCH","args":[]}',
      '{"id":"COVERAGE_RATE"}',
      '{"id":"COVERAGE_RATE","args":[1,0]}',
      '{"id":"FUNDING_SPLIT","args":[100,[[2],[3],[1]],1]}',
    ];
    const { code, out, err } = await tally(["call", "--lines"], `${lines.join("\r\n")}\n`);
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect([code, err, answers.length]).toEqual([0, "", lines.length]);
    const wrong = (text: string): unknown => ({
      error: "#VALUE!",
      message: expect.stringContaining(text) as unknown,
    });
    expect(answers).toEqual([
      0.75,
      wrong("Line 2 is not valid JSON"),
      wrong("Line 3 is not valid JSON"),
      wrong("Line 4 has no id"),
      wrong("Line 5 is no object"),
      wrong("Line 6 has no id"),
      wrong("Line 7 has args that are no list"),
      { error: "#NAME?", message: "There is no function NO_SUCH." },
      wrong("COVERAGE_RATE requires the argument covered"),
      { error: "#DIV/0!", message: "COVERAGE_RATE requires eligible above zero." },
      [[33], [50], [17]],
    ]);
  });

  test("answers nothing to nothing, and takes no function from the command line", async () => {
    expect(await tally(["call", "--lines"])).toEqual({ code: 0, out: "", err: "" });
    expect(await refused(["call", "--lines", "COVERAGE_RATE", "[3,4]"])).toContain("from standard input");
  });
});

describe("tally functions", () => {
  test("lists every function with its sentence", async () => {
    const { code, out } = await tally(["functions"]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^ {2}FUNDING_SPLIT {10}Splits an amount by weights into whole steps that add up to it\.$/m,
    );
    expect((await tally(["functions", "--lang", "zh"])).out).toContain("按权重把总额分成整步长的份额");
  });

  test("shows one function with its parameters and examples", async () => {
    const { out } = await tally(["functions", "COVERAGE_TEXT"]);
    expect(out).toContain("TALLY.COVERAGE_TEXT(covered, eligible, [decimals=1])");
    expect(out).toContain('=TALLY.COVERAGE_TEXT(6015,6573)\n    "91.5%"');
    expect((await tally(["functions", "COVERAGE_TEXT", "--lang", "zh"])).out).toContain("参数");
  });

  test("refuses an unknown function or language", async () => {
    expect(await refused(["functions", "NO_SUCH"])).toContain("there is no function NO_SUCH");
    expect(await refused(["functions", "--lang", "fr"])).toContain("Allowed choices are en, zh");
  });
});

describe("tally", () => {
  test("shows its help, with examples, and its version", async () => {
    const { code, out, err } = await tally([]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Examples:\n  tally call FUNDING_SPLIT");
    expect((await tally(["--help"])).out).toBe(out);
    expect((await tally(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test("refuses what it does not know in one line", async () => {
    expect(await refused(["cal", "COVERAGE_RATE", "[1,2]"])).toContain("there is no command cal");
    expect(await refused(["call", "--line"])).toContain("unknown option '--line'");
  });
});
