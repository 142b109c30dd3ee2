import { createServer, type Server } from "node:http";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

/** A demo that is being served. */
export interface Demo {
  /** Where it is. */
  readonly address: string;
  /** Ends it. */
  readonly stop: () => Promise<void>;
}

/** The strictest policy that the panel needs: its own script and its own style, and nothing else at all. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";
const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Tally functions</title>
    <link rel="stylesheet" href="/style.css" />
    <script type="module" src="/demo.js"></script>
  </head>
  <body>
    <main>
      <h1 class="tally-hidden">Tally functions</h1>
      <div id="panel"></div>
    </main>
  </body>
</html>
`;

/** Builds the panel with its own grid and serves it to this computer only. */
export async function startDemo(): Promise<Demo> {
  const { outputFiles } = await build({
    entryPoints: { demo: pathOf("demo.ts"), style: pathOf("demo.css") },
    bundle: true,
    format: "esm",
    target: "es2022",
    conditions: ["@tallykit/source"],
    jsx: "automatic",
    jsxImportSource: "preact",
    outdir: "/",
    write: false,
    logLevel: "silent",
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [path, Buffer.from(contents)]));
  const server = createServer(({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const file = pathname === "/" ? Buffer.from(page) : files.get(pathname);
    const type = pathname.endsWith(".js")
      ? "text/javascript"
      : pathname.endsWith(".css")
        ? "text/css"
        : "text/html";
    response.writeHead(file === undefined ? 204 : 200, {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": policy,
    });
    response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: addressOf(server), stop: () => stopped(server) };
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function addressOf(server: Server): string {
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("The demo has no port.");
  return `http://127.0.0.1:${bound.port}/`;
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => {
      resolve();
    });
  });
}
