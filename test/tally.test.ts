import { spawnSync } from "node:child_process";

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
