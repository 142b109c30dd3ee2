import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { test } from "vitest";

test("the tokens are those of Fluent that the styles use", () => {
  execFileSync(process.execPath, [
    fileURLToPath(new URL("../../makeTokens.mjs", import.meta.url)),
    "--check",
  ]);
});
