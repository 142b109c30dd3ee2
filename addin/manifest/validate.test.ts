import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect, test } from "vitest";

import { addInOf } from "./addin.ts";
import { unifiedManifest } from "./unifiedManifest.ts";

const tool = join(
  dirname(createRequire(import.meta.url).resolve("office-addin-manifest/package.json")),
  "cli.js",
);

/** What Microsoft's own tool says about a unified manifest; it needs no network for one. */
function validate(manifest: object): Promise<{ readonly code: number; readonly output: string }> {
  const folder = mkdtempSync(join(tmpdir(), "tallykit-manifest-"));
  const file = join(folder, "manifest.json");
  writeFileSync(file, JSON.stringify(manifest));
  return new Promise((resolve) => {
    execFile(process.execPath, [tool, "validate", file], (error, stdout, stderr) => {
      rmSync(folder, { recursive: true });
      resolve({ code: Number(error?.code ?? 0), output: `${stdout}${stderr}` });
    });
  });
}

test("Microsoft's tool takes the unified manifest, and would refuse a wrong one", async () => {
  const origin = "https://tally.example.org/addin";
  const manifest = unifiedManifest(
    addInOf({ origin, environment: "production", officeSource: "global" }, "1.0.0"),
  );
  const [good, wrong] = await Promise.all([validate(manifest), validate({ ...manifest, id: "none" })]);
  expect([good.code, wrong.code]).toEqual([0, 1]);
  expect(wrong.output).toContain("The manifest is not valid");
});
