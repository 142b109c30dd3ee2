import { largestRemainder } from "../drawings/largestRemainder.ts";
import { pathAndActual } from "../drawings/pathAndActual.ts";
import { pooledRate } from "../drawings/pooledRate.ts";
import type { Html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { cellErrorList } from "./cellErrorList.ts";
import { codeTable } from "./errorTables.ts";
import { everyWord } from "./everyWord.ts";
import { figureTable } from "./figureTable.ts";
import { typescriptOnly } from "./typescriptOnly.ts";

const drawings: Readonly<Record<string, (language: Language) => Html>> = {
  "largest-remainder": largestRemainder,
  "pooled-rate": pooledRate,
  "path-and-actual": pathAndActual,
};

/**
 * A part of a guide that is made, not written: what a comment in its text asks for.
 *
 * `drawing NAME`, `codes`, `cell-errors`, `typescript-only`, `figures F02 F22` or `every PARAMETER =FORMULA`.
 */
export function madePart(
  what: string,
  language: Language,
  calculatorLink: (name: string) => string | undefined,
): Html {
  const [kind = "", ...rest] = what.split(/\s+/);
  const drawing = drawings[rest[0] ?? ""];
  if (kind === "drawing" && drawing !== undefined) return drawing(language);
  if (kind === "cell-errors") return cellErrorList(language);
  if (kind === "codes") return codeTable(language);
  if (kind === "typescript-only") return typescriptOnly(calculatorLink);
  if (kind === "figures") return figureTable(rest, language);
  if (kind === "every") return everyWord(rest[0] ?? "", rest.slice(1).join(" "), language);
  throw new Error(`A guide asks for "${what}", which nothing makes.`);
}
