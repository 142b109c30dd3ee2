import { readSyntax, type FormulaSyntax } from "./formulaSyntax.ts";
import { futureFunctions, sheetFunctions } from "./futureFunctions.ts";
import { encodeCalls } from "./storedNames.ts";

/**
 * A formula as a file stores it, from the form people type; `undefined` where no file could hold it.
 *
 * Functions that came later than the format get their prefixes, and so do the names that LET and LAMBDA bring in.
 */
export function encodeFormula(typed: string, namesOfBook: ReadonlySet<string>): string | undefined {
  const syntax = readSyntax(typed);
  return syntax === undefined ? undefined : encodeCalls(withPrefixes(syntax, namesOfBook), namesOfBook);
}

function withPrefixes({ tokens, calls }: FormulaSyntax, namesOfBook: ReadonlySet<string>): string {
  const texts = tokens.map(({ text }) => text);
  for (const { name, start } of calls) {
    if (namesOfBook.has(name.toLowerCase())) continue;
    if (futureFunctions.has(name)) texts[start] = `_xlfn.${name}`;
    else if (sheetFunctions.has(name)) texts[start] = `_xlfn._xlws.${name}`;
  }
  for (const { name, start, end, args } of calls) {
    const brought = new Set(broughtBy(name, args).map((at) => tokens[at]?.text.toLowerCase()));
    if (brought.size === 0) continue;
    for (let at = start + 1; at < end; at += 1) {
      const token = tokens[at];
      if (token?.kind === "word" && brought.has(token.text.toLowerCase())) texts[at] = `_xlpm.${token.text}`;
    }
  }
  return texts.join("");
}

/** The places of the names that a call brings in: every other argument of LET, all but the last of LAMBDA. */
function broughtBy(name: string, args: readonly (number | undefined)[]): number[] {
  const named = args
    .slice(0, -1)
    .filter((_, index) => name === "LAMBDA" || (name === "LET" && index % 2 === 0));
  return named.filter((at) => at !== undefined);
}
