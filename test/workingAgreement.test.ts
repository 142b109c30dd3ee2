import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterEach, describe, expect, test } from "vitest";

const script = (name: string): string => resolve("scripts", name);
let folder = "";
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Copies what a script changes into a folder of its own. */
function copyOf(paths: readonly string[]): void {
  folder = mkdtempSync(join(tmpdir(), "tallykit-agreement-"));
  for (const path of paths) cpSync(path, join(folder, path), { recursive: true });
}

function run(program: string, ...given: readonly string[]): { code: number | null; says: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...given], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, says: `${stdout}${stderr}` };
}

describe("npm run new", () => {
  test("writes a calculator that is exported and whose tests fail until it is written", () => {
    copyOf(["packages/core/src", "tsconfig.json", "tsconfig.base.json"]);
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    expect(run(script("new-calculator.mjs"), "coverage", "coverageShare").code).toBe(0);
    const index = readFileSync(join(folder, "packages/core/src/index.ts"), "utf8").split("\n");
    const place = index.indexOf('export { coverageShare } from "./coverage/coverageShare.ts";');
    expect([index[place - 1] ?? "", index[place + 2] ?? ""]).toEqual([
      expect.stringMatching(/coverage\/coverageRollUp/),
      expect.stringMatching(/coverage\/coverageStandardised|^export type \{$/),
    ]);
    const vitest = join(folder, "node_modules/vitest/vitest.mjs");
    const own = run(vitest, "run", "packages/core/src/coverage/coverageShare.test.ts");
    expect(own.code).toBe(1);
    expect(own.says).toMatch(/expected 1 to be 'write what the table prints'/);
    expect(own.says).toMatch(/1 failed.*1 passed/);
    const laws = run(
      vitest,
      "run",
      "packages/core/src/coverage/coverage.laws.test.ts",
      "-t",
      "coverageShare",
    );
    expect(laws.says).toMatch(/say what must hold whatever is given/);
    expect(laws.code).toBe(1);
  });

  test("refuses a family that is none, a name that is none, and a calculator that is there", () => {
    copyOf(["packages/core/src/coverage"]);
    expect(run(script("new-calculator.mjs"), "money", "coverageShare")).toEqual({
      code: 2,
      says: expect.stringContaining("there is no family money") as string,
    });
    expect(run(script("new-calculator.mjs"), "coverage", "x").code).toBe(2);
    expect(run(script("new-calculator.mjs"), "coverage", "coverageGap").says).toContain("coverageGap.ts");
  });
});

describe("npm run release", () => {
  const changelog = (): string => readFileSync(join(folder, "CHANGELOG.md"), "utf8");
  const copy = (): void => {
    copyOf(["CHANGELOG.md", "package-lock.json", "addin/package.json", "seeds/package.json"]);
    for (const name of readdirSync("packages")) {
      mkdirSync(join(folder, "packages", name), { recursive: true });
      cpSync(`packages/${name}/package.json`, join(folder, "packages", name, "package.json"));
    }
  };

  test("sets one version everywhere and closes the changelog under it", () => {
    copy();
    expect(run(script("release.mjs"), "0.2.0", "--only-files").code).toBe(0);
    const text = readFileSync(join(folder, "packages/workbook/package.json"), "utf8");
    const { version, dependencies } = JSON.parse(text) as {
      version: string;
      dependencies: Record<string, string>;
    };
    expect([version, dependencies["@tallykit/core"], dependencies["fflate"]]).toEqual([
      "0.2.0",
      "0.2.0",
      "0.8.2",
    ]);
    const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as {
      packages: Record<string, { version: string }>;
    };
    expect(lock.packages["packages/sheet"]?.version).toBe("0.2.0");
    expect(changelog()).toMatch(
      /## Unreleased\n\n### Numbers changed\n\nNone\.[\s\S]*## 0\.2\.0 \(\d{4}-\d\d-\d\d\)/,
    );
    // What stood under Unreleased stands under the version, and nowhere else.
    expect(changelog().split("exact numbers; coverage rate").length).toBe(2);
  });

  test("refuses a version that is not later, and a patch in which a number changed", () => {
    copy();
    expect(run(script("release.mjs"), "0.1.0").says).toContain("does not come after 0.1.0");
    expect(run(script("release.mjs"), "next").code).toBe(2);
    const path = join(folder, "CHANGELOG.md");
    const changed = "FUNDING_SPLIT(10,{1;2}): 3 before, 4 now.";
    spawnSync("sed", ["-i", `0,/^None.*$/s//${changed}/`, path]);
    expect(changelog()).toContain(changed);
    expect(run(script("release.mjs"), "0.1.1", "--only-files").says).toContain("never a patch");
    expect(run(script("release.mjs"), "0.2.0", "--only-files").code).toBe(0);
  });
});
