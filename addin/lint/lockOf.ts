import type { FunctionRow } from "@tallykit/sheet";

import type { Lock } from "./builtAddIn.ts";

/** The lock that a table would have now, for tests in which the one on disk may be behind. */
export function lockOf(table: readonly FunctionRow[]): Lock {
  return Object.fromEntries(
    table.map(({ id, parameters }) => [
      id,
      Object.entries(parameters).map(([name, { optional }]) => (optional ? `[${name}]` : name)),
    ]),
  );
}
