import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

// Small sizes and answers only: how long anything takes is for `npm run bench` to say.

const main = "packages/bench/src/main.mjs";

function run(...given: readonly string[]): { code: number | null; lines: readonly string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...given], { encoding: "utf8" });
  return { code: status, lines: (stdout + stderr).trim().split("\n") };
}

/** A contest of two entrants that give these answers. */
function contestOf(name: string, answers: readonly unknown[]): string {
  const file = join(mkdtempSync(join(tmpdir(), "bench-")), `${name}.mjs`);
  const entrants = answers.map(
    (answer, place) =>
      `{ name: "entrant ${place + 1}", load: () => ({ run: () => ${JSON.stringify(answer)}, answer: (rows) => rows }) }`,
  );
  const contest = `{ name: "${name}", sizes: { small: {} }, input: () => ({}), entrants: [${entrants.join(", ")}] }`;
  writeFileSync(file, `export default ${contest};\n`);
  return file;
}

describe("the benchmarks", () => {
  test("compare entrants that give the same answers", () => {
    const { code, lines } = run("--agree");
    expect(lines.filter((line) => !line.endsWith(": all agree"))).toEqual([]);
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(code).toBe(0);
  });

  test("take rows in any order for the same answer", () => {
    const rows = [
      { name: "a", covered: 1 },
      { name: "b", covered: 2 },
    ];
    const file = contestOf("shuffled", [rows, [...rows].reverse()]);
    expect(run("--agree", file)).toEqual({ code: 0, lines: ["shuffled: all agree"] });
  });

  test("say who gives another answer, and fail", () => {
    const file = contestOf("unequal", [[{ name: "a", covered: 1 }], [{ name: "a", covered: 2 }]]);
    expect(run("--agree", file)).toEqual({ code: 1, lines: ["unequal: other answers: entrant 2"] });
  });
});
