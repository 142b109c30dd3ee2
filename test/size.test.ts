import { gzipSync } from "node:zlib";

import { describe, expect, test } from "vitest";

import sizes from "../packages/core/etc/sizes.json" with { type: "json" };
import { bundleOf, calculatorSizes } from "../scripts/sizes.mjs";

/** Ceilings with some headroom, in bytes of the minified and compressed bundle that uses a name alone. */
const ceilings = {
  "@tallykit/core coverageRate": 250,
  "@tallykit/core coverageText": 1500,
  // 300 more than it was: codes for names, columns of sums, and three rules for what is missing.
  "@tallykit/core coverageByGroup": 1800,
  "@tallykit/core growthRate": 2500,
  "@tallykit/core growthPath": 2900,
  // 3,000 more than it was: policies for ties, a lot by SHA-256 among them, and the ways in plain numbers.
  "@tallykit/core fundingSplit": 6000,
  // 4,000 more than it was, for the same.
  "@tallykit/core quotaApportion": 9000,
  // Every function with its texts and examples in two languages, which are more than half of it.
  "@tallykit/sheet callFunction": 92_000,
} as const;
/** What a program that uses one calculator alone carries, in bytes: what was last written by `npm run generate`. */
const written = sizes as Readonly<Record<string, number>>;
/** A calculator may grow or shrink by this much before its size is news. */
const leeway = 1.03;
/** Names that would mean zod, or another family's code, came along. */
const mustNotAppear = ["ZodError", "_zod", "invalid_type"];

describe("bundle size", () => {
  test("of each calculator is what the committed list says", async () => {
    const found = await calculatorSizes();
    const news = Object.entries(found).filter(
      ([name, bytes]) =>
        bytes > (written[name] ?? 0) * leeway + 20 || bytes * leeway + 20 < (written[name] ?? 0),
    );
    expect(news, "run npm run generate, and say why in the commit").toEqual([]);
    expect(Object.keys(written)).toEqual(Object.keys(found));
  });

  test.each(Object.entries(ceilings))("%s stays below its ceiling", async (what, ceiling) => {
    const [from = "", name = ""] = what.split(" ");
    const text = await bundleOf({ from, name });
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(ceiling);
    expect(mustNotAppear.filter((each) => text.includes(each))).toEqual([]);
  });

  test("a calculator leaves the other families out", async () => {
    const text = await bundleOf({ from: "@tallykit/core", name: "coverageText" });
    expect(["fundingSplit", "growthPath", "quotaApportion"].filter((name) => text.includes(name))).toEqual(
      [],
    );
  });

  test("the check sees zod where it is", async () => {
    const text = await bundleOf({ from: "@tallykit/core/models", name: "CountModel" });
    expect(mustNotAppear.some((name) => text.includes(name))).toBe(true);
  });
});
