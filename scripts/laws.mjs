// Runs every law on many cases: npm run test:laws, or npm run test:laws -- --cases 100000 funding
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  options: { cases: { type: "string", default: "10000" } },
  allowPositionals: true,
});
const files = positionals.length > 0 ? positionals.map((family) => `${family}.laws.test`) : ["laws.test"];
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", ...files, "--testTimeout", "3600000"],
  { stdio: "inherit", env: { ...process.env, LAW_CASES: values.cases } },
);
process.exitCode = status ?? 1;
