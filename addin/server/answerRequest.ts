import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";

import { files } from "../manifest/files.ts";
import { contentType } from "./contentType.ts";
import { type Folders, servedFile } from "./servedFile.ts";

/** What is served, and under which policy. */
export interface Served {
  /** The folders. */
  readonly folders: Folders;
  /** The content security policy of the page. */
  readonly policy: string;
}

/** Answers a request with a file, or says in words why not. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { folders, policy }: Served,
): Promise<void> {
  const { method = "", url = "/" } = request;
  const send = (status: number, type: string, body: string | Uint8Array, more: object = {}): void => {
    response.writeHead(status, {
      // Office fetches the metadata from a page of its own.
      "Access-Control-Allow-Origin": "*",
      // A file may be built anew at any moment; Excel keeps metadata for a day all the same.
      "Cache-Control": "no-cache",
      "Content-Security-Policy": policy,
      "Content-Type": type,
      "Content-Length": Buffer.byteLength(body),
      "X-Content-Type-Options": "nosniff",
      ...more,
    });
    // Node itself leaves the body out for HEAD.
    response.end(body);
  };
  const sendWords = (status: number, words: string, more?: object): void => {
    send(status, "text/plain; charset=utf-8", `${words}\n`, more);
  };
  if (method !== "GET" && method !== "HEAD") {
    sendWords(405, `This server gives files to GET and HEAD; it does not take ${method}.`, {
      Allow: "GET, HEAD",
    });
    return;
  }
  const file = await servedFile(url, folders);
  if (file === undefined)
    sendWords(404, `There is no file ${url}. The page of the add-in is /${files.page}.`);
  else send(200, contentType(file), await readFile(file));
}
