import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { generate } from "selfsigned";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { readCertificate } from "./certificate.ts";
import { type OpenServer, openServer } from "./openServer.ts";

const day = 86_400_000;
const officeFolder = join(
  dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
  "dist",
);
const policy = "default-src 'none'; script-src 'self'";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let folder = "";
let pem = { cert: "", key: "" };
let server: OpenServer;

const pathIn = (name: string): string => join(folder, name);

/** A certificate in two files of the folder. */
async function writeCertificate(name: string, host: string, from: Date, to: Date): Promise<typeof pem> {
  const { cert, private: key } = await generate([{ name: "commonName", value: host }], {
    algorithm: "sha256",
    notBeforeDate: from,
    notAfterDate: to,
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: host }] }],
  });
  writeFileSync(pathIn(`${name}.crt`), cert);
  writeFileSync(pathIn(`${name}.key`), key);
  return { cert, key };
}

/** A request as it stands: no library in between that would tidy up its path. */
function ask(
  path: string,
  {
    method = "GET",
    origin = server.origin,
    ca = pem.cert,
  }: { method?: string; origin?: string; ca?: string } = {},
): Promise<Answer> {
  const { port, protocol } = new URL(origin);
  const send = protocol === "https:" ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    send({ host: "localhost", port, path, method, ca, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part: string) => (body += part));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    })
      .on("error", reject)
      .end();
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tallykit-server-"));
  const now = Date.now();
  pem = await writeCertificate("good", "localhost", new Date(now - day), new Date(now + day));
  await writeCertificate("old", "localhost", new Date(now - 2 * day), new Date(now - day));
  await writeCertificate("early", "localhost", new Date(now + day), new Date(now + 2 * day));
  await writeCertificate("other", "tally.example.org", new Date(now - day), new Date(now + day));
  mkdirSync(pathIn("dist/icons"), { recursive: true });
  mkdirSync(pathIn("dist-beside"));
  const contents = {
    "taskpane.html": "<!doctype html>",
    "functions.js": "1;",
    "functions.zh-CN.json": '{"name":"覆盖率"}',
    "manifest.xml": "<OfficeApp/>",
    "taskpane.css": "a{}",
    "icons/icon-16.png": "png",
    "odd.bin": "x",
    "一 二.json": "{}",
  };
  for (const [name, text] of Object.entries(contents)) writeFileSync(pathIn(`dist/${name}`), text);
  writeFileSync(pathIn("secret.txt"), "secret");
  writeFileSync(pathIn("dist-beside/secret.txt"), "secret");
  symlinkSync(pathIn("secret.txt"), pathIn("dist/link.txt"));
  server = await openServer({
    port: 0,
    certificate: readCertificate({ cert: pathIn("good.crt"), key: pathIn("good.key") }),
    folders: { "/": pathIn("dist"), "/office-js/": officeFolder },
    policy,
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe("the server", () => {
  test.each([
    ["/taskpane.html", "text/html; charset=utf-8", "<!doctype html>"],
    ["/taskpane.html?_host_Info=Excel$Win32$16.01$zh-CN", "text/html; charset=utf-8", "<!doctype html>"],
    ["/functions.js", "text/javascript; charset=utf-8", "1;"],
    ["/functions.zh-CN.json", "application/json; charset=utf-8", '{"name":"覆盖率"}'],
    ["/manifest.xml", "application/xml; charset=utf-8", "<OfficeApp/>"],
    ["/taskpane.css", "text/css; charset=utf-8", "a{}"],
    ["/icons/icon-16.png", "image/png", "png"],
    ["/odd.bin", "application/octet-stream", "x"],
    ["/%E4%B8%80%20%E4%BA%8C.json", "application/json; charset=utf-8", "{}"],
  ])("serves %s over https as %s", async (path, type, body) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers["content-type"], answer.body]).toEqual([200, type, body]);
  });

  test("lets every page read its files, afresh, under the policy of the add-in's page", async () => {
    for (const path of ["/functions.zh-CN.json", "/functions.js", "/none"]) {
      expect((await ask(path)).headers).toMatchObject({
        "access-control-allow-origin": "*",
        "cache-control": "no-cache",
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
      });
    }
  });

  test("serves office.js from the installed package where it is asked to", async () => {
    const { status, body } = await ask("/office-js/office.js");
    expect([status, body.includes("Microsoft")]).toEqual([200, true]);
    expect((await ask("/office-js/zh-cn/office_strings.js")).status).toBe(200);
    const plain = await openServer({ port: 0, folders: { "/": pathIn("dist") }, policy });
    expect((await ask("/office-js/office.js", { origin: plain.origin })).status).toBe(404);
    await plain.close();
  });

  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/icons/..%2f..%2fsecret.txt",
    "/../dist-beside/secret.txt",
    "/office-js/../../package.json",
    "/office-js/..%2fpackage.json",
    "/link.txt",
    "//etc/passwd",
    "/..%5csecret.txt",
    "/taskpane.html%00.png",
    "/%E4%B8",
  ])("gives nothing from outside its folders: %s", async (path) => {
    const { status, body } = await ask(path);
    expect([status, body]).toEqual([
      404,
      `There is no file ${path}. The page of the add-in is /taskpane.html.\n`,
    ]);
  });

  test.each(["/", "/icons", "/icons/", "/office-js/", "/none.json"])("lists nothing at %s", async (path) => {
    const { status, headers, body } = await ask(path);
    expect([status, headers["content-type"], body]).toEqual([
      404,
      "text/plain; charset=utf-8",
      `There is no file ${path}. The page of the add-in is /taskpane.html.\n`,
    ]);
  });

  test("answers HEAD without a body, and takes nothing in", async () => {
    const head = await ask("/functions.zh-CN.json", { method: "HEAD" });
    expect([head.status, head.headers["content-length"], head.body]).toEqual([200, "20", ""]);
    const post = await ask("/functions.js", { method: "POST" });
    expect([post.status, post.headers.allow, post.body]).toEqual([
      405,
      "GET, HEAD",
      "This server gives files to GET and HEAD; it does not take POST.\n",
    ]);
  });

  test("says that a port is taken", async () => {
    const port = Number(new URL(server.origin).port);
    await expect(openServer({ port, folders: {}, policy })).rejects.toThrow(
      `port ${port} is taken: end the program that uses it, or choose another one with --port`,
    );
  });

  test("is known by its certificate, and is no http server", async () => {
    const { cert: ca } = await writeCertificate("stranger", "localhost", new Date(0), new Date());
    await expect(ask("/functions.js", { ca })).rejects.toThrow("self-signed certificate");
    const origin = server.origin.replace("https", "http");
    await expect(ask("/functions.js", { origin })).rejects.toThrow();
  });
});

describe("a certificate", () => {
  test.each([
    ["none", "none", "there is no file <none.crt>"],
    ["good", "none", "there is no file <none.key>"],
    ["old", "old", /^<old\.crt> was valid until /],
    ["early", "early", /^<early\.crt> is valid from .* on only$/],
    ["other", "other", "<other.crt> is not made out to localhost"],
    ["good", "old", "<old.key> is not the key of <good.crt>"],
    ["text", "good", "<text.crt> cannot be read as a certificate or key in PEM form"],
    ["good", "text", "<text.key> cannot be read as a certificate or key in PEM form"],
  ])("%s with the key %s is refused", (cert, key, words) => {
    writeFileSync(pathIn("text.crt"), "text");
    writeFileSync(pathIn("text.key"), "text");
    let found = "";
    try {
      readCertificate({ cert: pathIn(`${cert}.crt`), key: pathIn(`${key}.key`) });
    } catch (error) {
      found = (error as Error).message.replace(/\S*\/([^/\s]+\.(crt|key))/g, "<$1>");
    }
    expect(found).toEqual(typeof words === "string" ? words : expect.stringMatching(words));
  });

  test("may have a key of any kind", () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    writeFileSync(pathIn("curve.key"), privateKey.export({ type: "pkcs8", format: "pem" }));
    expect(() => readCertificate({ cert: pathIn("good.crt"), key: pathIn("curve.key") })).toThrow(
      "is not the key of",
    );
  });
});
