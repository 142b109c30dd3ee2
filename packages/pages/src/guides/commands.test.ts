import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterAll, describe, expect, test } from "vitest";

import { languages } from "../text/language.ts";
import { fencesOf, type Guide, guideNames, readGuide } from "./guide.ts";

/** A folder that holds nothing but the way to the built packages and to the sample workbooks. */
const folder = mkdtempSync(join(tmpdir(), "tally-guides-"));
symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
symlinkSync(resolve("seeds"), join(folder, "seeds"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const commands = guideNames()
  // What installs and serves the add-ins changes the machine: the tests of the add-ins do that where it can be undone.
  .filter((name) => !/^(?:excel-|wps$)/.test(name))
  .flatMap((name) => languages.map((language) => readGuide(name, language)))
  .concat(["README", "README.zh-CN"].map(readme))
  .flatMap((guide) =>
    fencesOf(guide).map((fence) => ({ ...fence, guide: `${guide.language} ${guide.name}` })),
  )
  .filter(({ info }) => info.startsWith("sh"));

/** The first pages are no guides, and yet their commands run. */
function readme(name: string): Guide {
  return { name, language: "en", title: name, lead: "", text: readFileSync(`${name}.md`, "utf8") };
}

/** A command, and what it should print or its exit code. */
const steps = commands
  .filter(({ info }) => info === "sh")
  .flatMap(({ code, guide }) =>
    code
      .trim()
      .split("\n")
      .map((line) => ({ guide, line })),
  )
  .map(({ guide, line }) => {
    const [command = "", expected] = line.split(/\s+#=>\s+/);
    return { guide, command, expected };
  });

test("a command that is not run says why", () => {
  for (const { info } of commands.filter((each) => each.info !== "sh"))
    expect(info).toMatch(/^sh not-run="[^"]{20,}"$/);
  expect(steps.length).toBeGreaterThan(8);
});

const seen = new Set<string>();
describe("in an empty folder", () => {
  test.each(steps)("$guide: $command", ({ command, expected }) => {
    // npx is only a slow way to the same file.
    const plain = command.replace("npx --no-install tally", `node ${resolve("node_modules/.bin/tally")}`);
    if (seen.has(command)) return;
    seen.add(command);
    const { status, stdout, stderr } = spawnSync(plain, { cwd: folder, shell: true, encoding: "utf8" });
    const [, code = "0"] = /^exit code (\d+)$/.exec(expected ?? "") ?? [];
    expect([status, stderr]).toEqual([Number(code), ""]);
    if (expected !== undefined && code === "0") expect(stdout.trim()).toBe(expected);
    else expect(stdout).not.toBe("");
  });
});
