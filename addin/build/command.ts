import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

import type { Lock } from "../lint/builtAddIn.ts";
import { lintAddIn } from "../lint/lintAddIn.ts";
import type { Deployment, OfficeSource } from "../manifest/addin.ts";
import { files } from "../manifest/files.ts";
import { buildAddIn, type BuiltFiles } from "./buildAddIn.ts";

const usage = `npm run build:addin -- [--origin https://...] [--environment development|production] [--office-js global|china|local]
  --origin       where the files will be served; https://localhost:3000 if left out
  --environment  development has an id, a name and a namespace of its own; left out, it is that of localhost
  --office-js    from Microsoft's global network, its network in China, or /office-js/ of the own server, on which you
                 put the package @microsoft/office-js under Microsoft's terms; global if left out`;
const officeSources: readonly OfficeSource[] = ["global", "china", "local"];
const environments: readonly Deployment["environment"][] = ["development", "production"];

/** Builds an add-in into its dist folder and says what it made; the exit code is 1 where the lint finds something. */
export async function run(given: readonly string[]): Promise<number> {
  const deployment = deploymentOf(given);
  if (typeof deployment === "string") {
    process.stderr.write(`${deployment}\n${usage}\n`);
    return 2;
  }
  const built = await buildAddIn(deployment);
  const findings = lintAddIn(built, readLock());
  for (const { rule, words } of findings) process.stderr.write(`${rule}: ${words}\n`);
  if (findings.length > 0) return 1;
  process.stdout.write(write(built, deployment));
  return 0;
}

/** What the arguments ask for, or what is wrong with them. */
export function deploymentOf(given: readonly string[]): Deployment | string {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        origin: { type: "string", default: "https://localhost:3000" },
        environment: { type: "string" },
        "office-js": { type: "string", default: "global" },
      },
    });
    const { protocol, hostname } = new URL(values.origin);
    if (protocol !== "https:") return `the origin must begin with https://; found ${values.origin}`;
    const asked = values.environment ?? (hostname === "localhost" ? "development" : "production");
    const environment = environments.find((each) => each === asked);
    const officeSource = officeSources.find((each) => each === values["office-js"]);
    if (environment === undefined) return `there is no environment ${asked}`;
    if (officeSource === undefined) return `office.js does not come from ${values["office-js"]}`;
    return { origin: values.origin, environment, officeSource };
  } catch (error) {
    return error instanceof Error ? error.message : "the arguments could not be read";
  }
}

function readLock(): Lock {
  const path = new URL("../../packages/sheet/functions.lock.json", import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")) as Lock;
}

function write(built: BuiltFiles, { origin, environment }: Deployment): string {
  const folder = fileURLToPath(new URL("../dist/", import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of built) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const sizes = [files.functions, files.paneScript].map((name) => {
    const bytes = gzipSync(built.get(name) ?? new Uint8Array(), { level: 9 }).length;
    return `${name} is ${(bytes / 1000).toFixed(1)} kB compressed`;
  });
  return `${folder}: ${built.size} files of the ${environment} add-in for ${origin}; ${sizes.join(", ")}\n`;
}
