// Builds the site around the TypeScript reference. Node 20 runs no TypeScript, so vite reads the command as it is.
import { fileURLToPath } from "node:url";

import { runnerImport } from "vite";

const { module } = await runnerImport(fileURLToPath(new URL("src/site/command.ts", import.meta.url)), {
  configFile: false,
  logLevel: "warn",
  environments: { inline: { resolve: { noExternal: [/^@tallykit\//], conditions: ["@tallykit/source"] } } },
});
process.exitCode = await module.run();
