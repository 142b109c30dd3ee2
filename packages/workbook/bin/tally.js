#!/usr/bin/env node
// Committed, so that npm can link it at install; the command itself comes from the build.
import { existsSync } from "node:fs";

const built = new URL("../dist/tally.js", import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write("tally: not built yet; run npm run build first\n");
  process.exitCode = 2;
}
