import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { run as build } from "../build/command.ts";
import { files } from "../manifest/files.ts";
import { type Certificate, developmentFiles, readCertificate } from "./certificate.ts";
import { openServer, type ServerOptions } from "./openServer.ts";
import { optionsOf, type ServingOptions, usage } from "./options.ts";
import { policyOf } from "./policyOf.ts";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const noCertificate = `Excel takes an add-in over https only, so this machine needs a certificate for localhost:
  npx office-addin-dev-certs install      (Windows and Mac; it asks before the system trusts it)
or name your own with --cert and --key. To try the page in a browser without Excel, add --http.`;

/** Builds the add-in for this machine and serves it until it is stopped; the exit code tells what went wrong before. */
export async function run(given: readonly string[]): Promise<number> {
  const options = optionsOf(given);
  if (typeof options === "string") return refuse(2, `${options}\n${usage}`);
  const { port, officeSource, http } = options;
  const certificate = http ? undefined : certificateOf(options);
  if (typeof certificate === "string") return refuse(1, `${certificate}\n${noCertificate}`);
  const code = await build(["--origin", `https://localhost:${port}`, "--office-js", officeSource]);
  if (code !== 0) return code;
  try {
    const { origin } = await openServer(servingOf(options, certificate));
    process.stdout.write(http ? stepsInBrowser(origin) : stepsInExcel(origin));
    return 0;
  } catch (error) {
    return refuse(1, messageOf(error));
  }
}

function certificateOf({ files: own }: ServingOptions): Certificate | string {
  try {
    return readCertificate(own ?? developmentFiles);
  } catch (error) {
    return messageOf(error);
  }
}

function servingOf({ port, officeSource }: ServingOptions, certificate?: Certificate): ServerOptions {
  const folders = { "/": dist, ...(officeSource === "local" ? { "/office-js/": officeFolder() } : {}) };
  const policy = policyOf(readFileSync(join(dist, files.page), "utf8"));
  return { port, folders, policy, ...(certificate === undefined ? {} : { certificate }) };
}

/** The installed package of Microsoft: served from where it is, never copied. */
function officeFolder(): string {
  const description = createRequire(import.meta.url).resolve("@microsoft/office-js/package.json");
  return join(dirname(description), "dist");
}

function stepsInExcel(origin: string): string {
  return `Serving ${origin}/ until Ctrl+C.
Hand ${join(dist, files.addInOnlyManifest)} to Excel; docs/guides/excel-sideload.md tells how on Windows, Mac and the web.
Then type =TALLY_DEV. in a cell. The page alone: ${origin}/${files.page}
`;
}

function stepsInBrowser(origin: string): string {
  return `Serving ${origin}/ until Ctrl+C, over http: for a browser, not for Excel.
Open ${origin}/${files.page}
`;
}

function refuse(code: number, words: string): number {
  process.stderr.write(`${words}\n`);
  return code;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "an unknown error";
}
