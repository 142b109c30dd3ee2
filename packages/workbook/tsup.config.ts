import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/tally.ts", "src/index.ts", "src/lambda/index.ts"],
  format: ["esm"],
  target: "es2022",
  platform: "node",
  // Deno knows the modules of Node by their full names only.
  removeNodeProtocol: false,
  // The page in the same folder has a build of its own.
  clean: ["!page/**"],
  silent: true,
  sourcemap: true,
  // tsup sets `baseUrl` itself, which TypeScript 6 reports as deprecated.
  dts: { entry: ["src/index.ts", "src/lambda/index.ts"], compilerOptions: { ignoreDeprecations: "6.0" } },
});
