import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

import { listen } from "./listen.ts";
import { pageHtml } from "./pageHtml.ts";
import { pageHeaders } from "./pagePolicy.ts";
import type { ServedSheet } from "./servedSheet.ts";

/** How the browser sheet is served. */
export interface ServeOptions {
  /** The port; where none is named, the first free one from 4180 on. */
  readonly port?: number;
  /** The folder of the built page; the one that comes with this package if left out. */
  readonly page?: URL;
}

/** A browser sheet that is served. */
export interface RunningSheet {
  /** Its address. */
  readonly address: string;
  /** Ends it. */
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};
const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Serves the browser sheet on this machine alone, with a workbook in it.
 *
 * @throws Error where the page is not built, or where a named port is taken
 */
export async function serveSheet(served: ServedSheet, options: ServeOptions = {}): Promise<RunningSheet> {
  const page = options.page ?? new URL("./page/", import.meta.url);
  const files = builtFiles(page);
  if (!files.has("main.js")) throw new Error("the page is not built yet; run npm run build first");
  const server = createServer((request, response) => {
    answer(served, { page, files }, request, response);
  });
  const port = await listen(server, options.port);
  return { address: `http://127.0.0.1:${port}/`, close: () => close(server) };
}

/** The names of the page's files: nothing else in the folder, or outside of it, can be asked for. */
function builtFiles(page: URL): ReadonlySet<string> {
  try {
    return new Set(readdirSync(fileURLToPath(page)).filter((name) => extname(name) in types));
  } catch {
    return new Set();
  }
}

interface Built {
  readonly page: URL;
  readonly files: ReadonlySet<string>;
}

function answer(
  served: ServedSheet,
  { page, files }: Built,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const mark = randomBytes(16).toString("base64");
  for (const [name, value] of Object.entries(pageHeaders(mark))) response.setHeader(name, value);
  const send = (status: number, type: string, body: string | Uint8Array): void => {
    response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  if (request.method !== "GET" && request.method !== "HEAD") {
    send(405, "text/plain", "only GET is answered");
    return;
  }
  // Another site may give its name this address; the browser then sends that name along.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? "")) {
    send(421, "text/plain", "ask for 127.0.0.1");
    return;
  }
  const path = (request.url ?? "/").replace(/\?.*$/s, "").slice(1);
  response.setHeader("cache-control", "no-store");
  if (path === "") {
    const language = served.language ?? languageOf(request.headers["accept-language"]);
    send(200, "text/html; charset=utf-8", pageHtml(served, { language, mark }));
  } else if (path === "book") {
    response.setHeader("tally-file-name", encodeURIComponent(served.name));
    send(200, workbookType, served.bytes);
  } else if (files.has(path)) {
    // Parts of the page have their contents in their names.
    if (/-[0-9A-Z]{8}\./.test(path)) response.setHeader("cache-control", "max-age=31536000, immutable");
    send(200, types[extname(path)] ?? "", readFileSync(new URL(path, page)));
  } else {
    send(404, "text/plain", "there is no such page");
  }
}

/** Chinese where the browser puts it before English. */
function languageOf(accepted = ""): "en" | "zh" {
  const first = accepted.split(",").find((each) => /^\s*(?:zh|en)\b/i.test(each)) ?? "";
  return /^\s*zh/i.test(first) ? "zh" : "en";
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    // A browser keeps its connections open for more.
    server.closeAllConnections();
  });
}
