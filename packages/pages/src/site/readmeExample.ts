import { readFileSync } from "node:fs";

/** The first code of the README, and the formula below it with what it gives. */
export function readmeExample(): readonly [code: string, formula: string] {
  const readme = readFileSync(new URL("../../../../README.md", import.meta.url), "utf8");
  const [, code] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, formula] = /```text\n(=TALLY\.[^\n]*)\n```/.exec(readme) ?? [];
  if (code === undefined || formula === undefined) throw new Error("The README has no first example.");
  return [code, `${formula}\n33.33\n50\n16.67`];
}
