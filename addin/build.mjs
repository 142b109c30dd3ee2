// Builds the add-in. Node 20 runs no TypeScript, so vite reads the command, and the table it is made from, as it is.
import { fileURLToPath } from "node:url";

import { runnerImport } from "vite";

const { module } = await runnerImport(fileURLToPath(new URL("build/command.ts", import.meta.url)), {
  configFile: false,
  logLevel: "warn",
  environments: { inline: { resolve: { noExternal: [/^@tallykit\//], conditions: ["@tallykit/source"] } } },
});
process.exitCode = await module.run(process.argv.slice(2));
