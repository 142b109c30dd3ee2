import { defineConfig } from "vitest/config";

/** Tests of pure functions: nothing that one leaves behind could reach another, so they share their modules. */
const pure = ["packages/{core,sheet}/src/**/*.test.ts", "test/examples/**/*.test.ts"];
/** Tests that start processes, browsers, engines or windows: each file is by itself. */
const others = [
  "packages/{bench,pages,panel,workbook}/src/**/*.test.{ts,tsx}",
  "seeds/**/*.test.ts",
  "addin/**/*.test.ts",
  "test/**/*.test.ts",
];

export default defineConfig({
  resolve: { conditions: ["@tallykit/source"] },
  ssr: { resolve: { conditions: ["@tallykit/source"] } },
  test: {
    projects: [
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      {
        extends: true,
        test: { name: "others", include: others, exclude: ["**/node_modules/**", "test/examples/**"] },
      },
    ],
    testTimeout: 30_000,
    globalSetup: ["test/browser/findChromium.ts"],
    coverage: {
      provider: "v8",
      include: ["packages/core/src/**/*.ts", "packages/sheet/src/**/*.ts"],
      exclude: ["**/*.test.ts", "**/*.laws.ts"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { statements: 95, branches: 90, functions: 95, lines: 95 },
    },
  },
});
