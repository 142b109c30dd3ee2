import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/tally.ts", "src/index.ts"],
  format: ["esm"],
  target: "es2022",
  platform: "node",
  clean: true,
  silent: true,
  sourcemap: true,
});
