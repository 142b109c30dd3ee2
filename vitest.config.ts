import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@tallykit/source"] },
  ssr: { resolve: { conditions: ["@tallykit/source"] } },
  test: {
    include: [
      "packages/*/src/**/*.test.{ts,tsx}",
      "seeds/**/*.test.ts",
      "addin/**/*.test.ts",
      "test/**/*.test.ts",
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
