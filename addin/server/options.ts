import { parseArgs } from "node:util";

import type { CertificateFiles } from "./certificate.ts";

/** How the command is used. */
export const usage = `npm run addin -- [--port 3000] [--cert file --key file] [--office-js global|china|local] [--http]
  --port         where to serve; the manifests are built for this port of localhost
  --cert, --key  a certificate for localhost and its key; left out, those of office-addin-dev-certs
  --office-js    as for npm run build:addin; local serves the installed package @microsoft/office-js
  --http         without a certificate: for a look at the page in a browser, never for Excel`;

/** What the command is asked for. */
export interface ServingOptions {
  readonly port: number;
  /** A certificate of one's own. */
  readonly files?: CertificateFiles;
  /** Where office.js comes from; the build knows the choices. */
  readonly officeSource: string;
  readonly http: boolean;
}

/** What the arguments ask for, or what is wrong with them. */
export function optionsOf(given: readonly string[]): ServingOptions | string {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        port: { type: "string", default: "3000" },
        cert: { type: "string" },
        key: { type: "string" },
        "office-js": { type: "string", default: "global" },
        http: { type: "boolean", default: false },
      },
    });
    const { port, cert, key, http } = values;
    if (!/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65_535) return `there is no port ${port}`;
    if ((cert === undefined) !== (key === undefined)) return "--cert and --key go together";
    if (http && cert !== undefined) return "--http needs no certificate";
    const officeSource = values["office-js"];
    // The page names its own office.js by its https address.
    if (http && officeSource === "local") return "--office-js local needs https";
    const files = cert === undefined || key === undefined ? {} : { files: { cert, key } };
    return { port: Number(port), officeSource, http, ...files };
  } catch (error) {
    return error instanceof Error ? error.message : "the arguments could not be read";
  }
}
