import { defineConfig, type Options } from "tsup";

/** Every source file is an entry, so that a bundler can leave out what a program does not use. */
export const library: Options = {
  entry: ["src/**/*.ts", "!src/**/*.test.ts", "!src/**/*.laws.ts"],
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  splitting: true,
  clean: true,
  silent: true,
  sourcemap: true,
  // tsup sets `baseUrl` itself, which TypeScript 6 reports as deprecated.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
};

export default defineConfig(library);
