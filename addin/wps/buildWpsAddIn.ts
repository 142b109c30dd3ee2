import { fileURLToPath } from "node:url";

import { functionsMetadata } from "@tallykit/sheet";

import { bundleFunctions } from "../build/bundleFunctions.ts";
import { documentText, element } from "../manifest/xml.ts";
import { namespace, wpsFiles } from "./names.ts";
import { problemsOf, wpsMetadata } from "./wpsMetadata.ts";

const entry = fileURLToPath(new URL("functions.ts", import.meta.url));

/** The page that WPS opens, and never shows, when it starts: its own script and nothing else. */
const page = `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'" />
    <title>Tallykit</title>
    <script src="${wpsFiles.script}"></script>
  </head>
</html>
`;

/**
 * Makes the files of the add-in for WPS Spreadsheets, with help in one language.
 *
 * @throws Error where a function could not be registered there
 */
export async function buildWpsAddIn(language: "en" | "zh"): Promise<ReadonlyMap<string, string>> {
  const metadata = wpsMetadata(functionsMetadata(language));
  const problems = problemsOf(metadata);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return new Map([
    [wpsFiles.page, page],
    [wpsFiles.script, await bundleFunctions(entry)],
    [wpsFiles.manifest, documentText(manifest())],
    // No button: the functions are under Insert Function.
    [wpsFiles.ribbon, documentText(element("customUI", { xmlns: ribbonSpace }, element("ribbon")))],
    [wpsFiles.metadata, `${JSON.stringify(metadata, undefined, 2)}\n`],
  ]);
}

const ribbonSpace = "http://schemas.microsoft.com/office/2006/01/customui";

function manifest(): ReturnType<typeof element> {
  return element(
    "JsPlugin",
    {},
    element("ApiVersion", {}, "1.0.0"),
    element("Name", {}, "Tallykit"),
    element("Description", {}, "Exact coverage rates, growth targets and funding splits in cells."),
    element(
      "Functions",
      {},
      element("Uri", {}, `/${wpsFiles.metadata}`),
      element("Namespace", {}, namespace),
    ),
  );
}
