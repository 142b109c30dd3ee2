import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["figures.ts", "gradingPolicy.ts", "syntheticScores.ts"],
  format: ["esm"],
  target: "es2022",
  platform: "node",
  clean: true,
  silent: true,
});
