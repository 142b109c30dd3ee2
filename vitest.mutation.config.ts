import { defineConfig } from "vitest/config";

/** The tests of one family, for `npm run mutation`: the ones that must notice a change of its calculators. */
export default defineConfig({
  resolve: { conditions: ["@tallykit/source"] },
  ssr: { resolve: { conditions: ["@tallykit/source"] } },
  test: { include: [`packages/core/src/${process.env["TALLYKIT_FAMILY"] ?? "*"}/**/*.test.ts`] },
});
