import { fileURLToPath } from "node:url";

import { runnerImport } from "vite";

/**
 * Runs a command of the add-in with the arguments of this process.
 *
 * Node 20 runs no TypeScript, so vite reads the command, and the table it works on, as they are.
 */
export async function runCommand(address) {
  const { module } = await runnerImport(fileURLToPath(address), {
    configFile: false,
    logLevel: "warn",
    environments: { inline: { resolve: { noExternal: [/^@tallykit\//], conditions: ["@tallykit/source"] } } },
  });
  process.exitCode = await module.run(process.argv.slice(2));
}
