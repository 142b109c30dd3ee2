import { gzipSync } from "node:zlib";

import { build } from "esbuild";
import { describe, expect, test } from "vitest";

interface Ceiling {
  readonly from: string;
  readonly name: string;
  /** Bytes of the minified and compressed bundle that uses this name alone. */
  readonly bytes: number;
}

/** Ceilings with some headroom; a raise is explained beside it. */
const ceilings: readonly Ceiling[] = [
  { from: "@tallykit/core", name: "coverageRate", bytes: 250 },
  { from: "@tallykit/core", name: "coverageText", bytes: 1500 },
  // 300 more than it was: codes for names, columns of sums, and three rules for what is missing.
  { from: "@tallykit/core", name: "coverageByGroup", bytes: 1800 },
  { from: "@tallykit/core", name: "growthRate", bytes: 2500 },
  { from: "@tallykit/core", name: "growthPath", bytes: 2900 },
  // 3,000 more than it was: policies for ties, a lot by SHA-256 among them, and the ways in plain numbers.
  { from: "@tallykit/core", name: "fundingSplit", bytes: 6000 },
  // 4,000 more than it was, for the same.
  { from: "@tallykit/core", name: "quotaApportion", bytes: 9000 },
  // Every function with its texts and examples in two languages, which are more than half of it.
  { from: "@tallykit/sheet", name: "callFunction", bytes: 92_000 },
];
/** Names that would mean zod, or another family's code, came along. */
const mustNotAppear = ["ZodError", "_zod", "invalid_type"];

/** Bundles the built package as a program that uses one name would. */
async function bundle({ from, name }: Pick<Ceiling, "from" | "name">): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from "${from}";`, resolveDir: process.cwd() },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    logLevel: "error",
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
}

describe("bundle size", () => {
  test.each(ceilings.map((each) => [`${each.from} ${each.name}`, each] as const))(
    "%s",
    async (_, ceiling) => {
      const text = await bundle(ceiling);
      expect(gzipSync(text).length).toBeLessThanOrEqual(ceiling.bytes);
      expect(mustNotAppear.filter((name) => text.includes(name))).toEqual([]);
    },
  );

  test("a calculator leaves the other families out", async () => {
    const text = await bundle({ from: "@tallykit/core", name: "coverageText" });
    expect(["fundingSplit", "growthPath", "quotaApportion"].filter((name) => text.includes(name))).toEqual(
      [],
    );
  });

  test("the check sees zod where it is", async () => {
    const text = await bundle({ from: "@tallykit/core/models", name: "CountModel" });
    expect(mustNotAppear.some((name) => text.includes(name))).toBe(true);
  });
});
