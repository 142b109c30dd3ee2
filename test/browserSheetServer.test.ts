import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { type RunningSheet, serveSheet } from "@tallykit/workbook";

const page = new URL("../packages/workbook/dist/page/", import.meta.url);
const bytes = new Uint8Array(readFileSync("seeds/register.xlsx"));
const bin = "packages/workbook/bin/tally.js";

beforeAll(() => {
  execFileSync(process.execPath, ["packages/workbook/build/buildPage.mjs"]);
}, 60_000);

describe("the server of the browser sheet", () => {
  let running: RunningSheet;
  beforeAll(async () => {
    running = await serveSheet({ name: "登记 1.xlsx", bytes }, { page });
  });
  afterAll(() => running.close());

  /** The status of a request as it is, which fetch would tidy up. */
  const status = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<number> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(running.address);
      request(
        { hostname, port, path, method, headers: { host: `${hostname}:${port}`, ...headers } },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      )
        .on("error", reject)
        .end();
    });

  test("gives the page in the language that the browser asks for", async () => {
    const page = async (language: string): Promise<string> =>
      (await fetch(running.address, { headers: { "accept-language": language } })).text();
    expect(await page("zh-CN,zh;q=0.9,en;q=0.8")).toContain('<html lang="zh-Hans">');
    expect(await page("de,en;q=0.8,zh;q=0.5")).toContain('<html lang="en">');
    expect(await page("fr")).toContain('<html lang="en">');
  });

  test("gives the workbook as it is, with its name", async () => {
    const response = await fetch(`${running.address}book`);
    expect(decodeURIComponent(response.headers.get("tally-file-name") ?? "")).toBe("登记 1.xlsx");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  test("gives nothing but its own files, by reading alone, to its own page alone", async () => {
    expect(await status("/main.js")).toBe(200);
    for (const path of [
      "/../package.json",
      "/..%2fpackage.json",
      "/%2e%2e/package.json",
      "/licences.txt",
      "//etc/passwd",
      "/x",
    ]) {
      expect([path, await status(path)]).toEqual([path, 404]);
    }
    expect(await status("/", {}, "POST")).toBe(405);
    // A site that gives its own name this address.
    expect(await status("/book", { host: "evil.example" })).toBe(421);
    const { headers } = await fetch(`${running.address}book`);
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });

  test("has a policy without exceptions, whose mark is another one each time", async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await fetch(running.address)).headers.get("content-security-policy") ?? ""),
    );
    expect(policies[0]).not.toBe(policies[1]);
    for (const policy of policies) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    }
  });

  test("takes the next port where one is taken, and says so where it was named", async () => {
    const second = await serveSheet({ name: "", bytes }, { page });
    expect(Number(new URL(second.address).port)).toBeGreaterThan(Number(new URL(running.address).port));
    await second.close();
    const port = Number(new URL(running.address).port);
    await expect(serveSheet({ name: "", bytes }, { page, port })).rejects.toThrow(/EADDRINUSE/);
  });

  test("is refused where the page is not built", async () => {
    const nowhere = new URL("./no-such-folder/", import.meta.url);
    await expect(serveSheet({ name: "", bytes }, { page: nowhere })).rejects.toThrow(/not built yet/);
  });
});

describe("tally open", () => {
  test.each([
    [
      "a file that is none",
      () => new TextEncoder().encode("no workbook"),
      /x\.xlsx: the file is no \.xlsx workbook/,
    ],
    ["an empty file", () => new Uint8Array(), /x\.xlsx: the file is empty/],
  ])("refuses %s in one line, before anything is served", (_, content, words) => {
    const file = join(mkdtempSync(join(tmpdir(), "tally-open-")), "x.xlsx");
    writeFileSync(file, content());
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "open", file, "--no-browser"], {
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^tally: .*\n$/);
    expect(stderr).toMatch(words);
  });

  test("refuses a port that is none, and one that is taken", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const port = String((taken.address() as AddressInfo).port);
    for (const [given, words] of [
      ["80x", "is no port"],
      ["70000", "is no port"],
      [port, "is taken"],
    ] as const) {
      const result = await run(["open", "--no-browser", "--port", given]);
      expect([result.code, result.out]).toEqual([2, ""]);
      expect(result.errors).toContain(words);
    }
    taken.close();
  });

  test("serves a file until it is interrupted, and then ends well", async () => {
    const result = await run(
      ["open", "seeds/register.xlsx", "--no-browser", "--port", "0"],
      async (address, child) => {
        expect((await fetch(`${address}book`)).headers.get("tally-file-name")).toBe("register.xlsx");
        child.kill("SIGINT");
      },
    );
    expect([result.code, result.errors]).toEqual([0, ""]);
  });
});

/** Runs the built command; `whenServed` is called with the address once it is printed. */
function run(
  args: readonly string[],
  whenServed?: (address: string, child: ChildProcess) => Promise<void>,
): Promise<{ readonly code: number | null; readonly out: string; readonly errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args]);
    let [out, errors] = ["", ""];
    child.stderr.on("data", (data: Buffer) => (errors += String(data)));
    child.stdout.on("data", (data: Buffer) => {
      out += String(data);
      const address = /http:\S+/.exec(out)?.[0];
      if (address !== undefined && whenServed !== undefined) whenServed(address, child).catch(reject);
    });
    child.on("exit", (code) => {
      resolve({ code, out, errors });
    });
  });
}
