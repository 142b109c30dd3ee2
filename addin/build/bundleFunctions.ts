import { fileURLToPath } from "node:url";

import { build } from "vite";

import { withoutTexts } from "./withoutTexts.ts";

/** The script that Excel loads for the functions. */
const functionsEntry = fileURLToPath(new URL("../functions/functions.ts", import.meta.url));

/** Bundles the functions into one script that needs nothing else. */
export async function bundleFunctions(entry = functionsEntry): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "warn",
    resolve: { conditions: ["@tallykit/source"] },
    plugins: [withoutTexts()],
    build: {
      write: false,
      minify: true,
      // The bundler lowers the language itself, with plain fields of classes: vite would bring helpers along for them.
      target: "esnext",
      rolldownOptions: {
        transform: { target: "es2020", assumptions: { setPublicClassFields: true } },
      },
      lib: { entry, formats: ["iife"], name: "tally" },
    },
  });
  const [chunk] = [output].flat().flatMap((bundle) => ("output" in bundle ? [bundle.output[0]] : []));
  if (chunk === undefined) throw new Error("vite made no bundle");
  return chunk.code;
}
