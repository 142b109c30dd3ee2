import { createServer as createPlainServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";

import { answerRequest, type Served } from "./answerRequest.ts";
import type { Certificate } from "./certificate.ts";

/** How to serve. */
export interface ServerOptions extends Served {
  /** The port; 0 takes a free one. */
  readonly port: number;
  /** The certificate; http without one. */
  readonly certificate?: Certificate;
}

/** A server that listens. */
export interface OpenServer {
  /** Where: `https://localhost:3000`. */
  readonly origin: string;
  /** Ends it. */
  readonly close: () => Promise<void>;
}

/**
 * Serves to this machine only.
 *
 * @throws Error with words to show where the port is taken or may not be used
 */
export async function openServer({ port, certificate, ...served }: ServerOptions): Promise<OpenServer> {
  const server = certificate === undefined ? createPlainServer() : createSecureServer(certificate);
  server.on("request", (request, response) => {
    answerRequest(request, response, served).catch(() => response.destroy());
  });
  await listen(server, port);
  const { port: open } = server.address() as AddressInfo;
  return {
    origin: `${certificate === undefined ? "http" : "https"}://localhost:${open}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ code, message }: NodeJS.ErrnoException) => {
      reject(new Error(wordsOf(code, port) ?? message));
    });
    server.listen(port, "localhost", resolve);
  });
}

function wordsOf(code: string | undefined, port: number): string | undefined {
  if (code === "EADDRINUSE")
    return `port ${port} is taken: end the program that uses it, or choose another one with --port`;
  if (code === "EACCES") return `port ${port} is not allowed here: choose one from 1024 on with --port`;
  return undefined;
}
