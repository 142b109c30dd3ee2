import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

import { build } from "vite";
import { afterAll, describe, expect, test } from "vitest";

import { hasBrowser, openBrowser } from "../browser/openBrowser.ts";
import { makeConsumer, published } from "./consumer.ts";

const folder = makeConsumer();
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const parts = ["33.33", "50.00", "16.67"];
const spilled = [[33.33], [50], [16.67]];
const run = (program: string, ...given: readonly string[]): string =>
  execFileSync(process.execPath, [program, ...given], { cwd: folder, encoding: "utf8" });

describe("an unpacked package", () => {
  test.each(["plain.mjs", "common.cjs"])("is used by %s", (program) => {
    expect(JSON.parse(run(program))).toEqual([parts, spilled, false, { row: 2, column: 2 }, true]);
  });

  test.each([
    ["nodenext", "nodenext"],
    ["node16", "node16"],
    ["esnext", "bundler"],
  ])("has types for programs of %s modules with %s resolution", (module, resolution) => {
    const strict = [
      "--strict",
      "--exactOptionalPropertyTypes",
      "--noUncheckedIndexedAccess",
      "--skipLibCheck",
    ];
    const how = ["--noEmit", "--module", module, "--moduleResolution", resolution, "--target", "es2022"];
    expect(run("node_modules/typescript/bin/tsc", ...strict, ...how, "typed.mts")).toBe("");
  });

  test("has the command", () => {
    const answer = run(
      "node_modules/@tallykit/workbook/bin/tally.js",
      "call",
      "FUNDING_SPLIT",
      "[100,[[2],[3],[1]]]",
    );
    expect(JSON.parse(answer)).toEqual(spilled);
  });

  test.each(published)(
    "%s names every file that it imports, with its ending, and no package it does not list",
    (name) => {
      const home = join(folder, "node_modules/@tallykit", name);
      const listed = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
        name: string;
        dependencies: Record<string, string>;
      };
      const wrong: string[] = [];
      let seen = 0;
      for (const file of readdirSync(join(home, "dist"), { recursive: true, encoding: "utf8" })) {
        if (!file.endsWith(".js") || file.startsWith("page")) continue;
        const text = readFileSync(join(home, "dist", file), "utf8");
        for (const [, target = ""] of text.matchAll(/^(?:import|export)\b[^;"]*?"([^"\n]+)";$/gm)) {
          seen += 1;
          const isFile = target.startsWith(".") && existsSync(join(home, "dist", file, "..", target));
          const isListed = [listed.name, ...Object.keys(listed.dependencies)].some(
            (each) => target === each || target.startsWith(`${each}/`),
          );
          if (!isFile && !isListed && !target.startsWith("node:")) wrong.push(`${file}: ${target}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(seen).toBeGreaterThan(name === "workbook" ? 3 : 50);
    },
  );
});

describe.runIf(hasBrowser)("a page", () => {
  test("that a bundler made, and one that takes the file as it is, split in a browser", async () => {
    await build({
      root: folder,
      base: "./",
      logLevel: "error",
      configFile: false,
      build: { outDir: "built", rolldownOptions: { input: join(folder, "page.html") } },
    });
    const server = createServer(({ url = "/" }, answer) => {
      const file = join(folder, decodeURIComponent(new URL(url, "http://localhost").pathname));
      const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };
      if (!existsSync(file)) return answer.writeHead(404).end();
      return answer
        .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" })
        .end(readFileSync(file));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const browser = await openBrowser();
    const shown = async (path: string): Promise<unknown> => {
      const page = await browser.newPage();
      await page.goto(`${address}/${path}`);
      const output = await page.waitForFunction(() => document.querySelector("output")?.textContent);
      return JSON.parse(String(await output.jsonValue())) as unknown;
    };
    try {
      expect(await shown("built/page.html")).toEqual([parts, spilled]);
      expect(await shown("direct.html")).toEqual(parts);
    } finally {
      await browser.close();
      server.close();
    }
  });
});
