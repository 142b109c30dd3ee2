import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import type { Browser } from "playwright-core";
import { generate } from "selfsigned";

import { addInOf, type Deployment } from "../manifest/addin.ts";
import { panePage } from "../page/panePage.ts";
import { openServer } from "../server/openServer.ts";
import { policyOf } from "../server/policyOf.ts";
import { officeFolder } from "./officeFolder.ts";
import { type OpenPage, openPage, type PageOptions } from "./openPage.ts";

/** Files with their names. */
type NamedFiles = Iterable<readonly [name: string, content: string | Uint8Array]>;

/** Pages on a server of this machine, for a browser. */
export interface Pages {
  /** Where they are served. */
  readonly origin: string;
  /** Opens one. */
  readonly open: (options?: PageOptions) => Promise<OpenPage>;
  /** Stops the server. */
  readonly close: () => Promise<void>;
}

/**
 * Serves files as the add-in is served while it is developed, with Microsoft's scripts from their package: over https, with
 * a certificate of the moment, and under the policy of the pane.
 */
export async function openPages(
  browser: Browser,
  makeFiles: (deployment: Deployment) => Promise<NamedFiles>,
): Promise<Pages> {
  const port = await freePort();
  const deployment = {
    origin: `https://localhost:${port}`,
    environment: "development",
    officeSource: "local",
  } as const;
  const folder = mkdtempSync(join(tmpdir(), "tally-addin-"));
  for (const [name, content] of await makeFiles(deployment)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    algorithm: "sha256",
  });
  const server = await openServer({
    port,
    certificate: { key, cert },
    folders: { "/": folder, "/office-js/": officeFolder },
    policy: policyOf(panePage(addInOf(deployment, "0.0.0"))),
  });
  return {
    origin: server.origin,
    open: (options = {}) => openPage(browser, server.origin, options),
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A port that nothing uses: the files must name it before the server can open. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}
