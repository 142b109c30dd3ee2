import { table } from "@tallykit/sheet";

import { mapCode } from "./formulaPieces.ts";

/** The name before the dot of our functions, as people type it. */
const namespace = "TALLY";
/** What Excel puts before the stored name of a function that an add-in brings. */
const addInPrefix = "_xldudf_";

const typedByStored: ReadonlyMap<string, string> = new Map(
  table.map(({ id }) => [storedName(id).toLowerCase(), `${namespace}.${id}`]),
);
const storedByTyped: ReadonlyMap<string, string> = new Map(
  table.map(({ id }) => [`${namespace}.${id}`.toLowerCase(), storedName(id)]),
);

/** How a file stores a function of ours: every dot becomes an underscore. */
function storedName(id: string): string {
  return addInPrefix + `${namespace}.${id}`.replaceAll(".", "_");
}

/** Words that start with what a file adds to names; the word before the dot may come twice, as in `_xlfn._xlws.`. */
const storedWord =
  /(?<![\p{L}\p{N}_.\\])(?:(_xldudf_[A-Za-z0-9_.]+)(?![\p{L}\p{N}_.\\])|_xlop\.([\p{L}_\\][\p{L}\p{N}_.\\]*)|(?:_xl(?:fn|pm|ws|eta)\.)+(?=[\p{L}_\\]))/giu;
const typedCall = /(?<![\p{L}\p{N}_.\\!])(TALLY\.[A-Za-z0-9_.]+)(?=\s*\()/giu;

/**
 * A formula as people type it, from the form a file stores it in; text in quotes stays as it is.
 *
 * Some programs store the equals sign too, which Excel passes over.
 */
export function decodeFormula(stored: string): string {
  const formula = stored.startsWith("=") ? stored.slice(1) : stored;
  if (!/_xl/i.test(formula)) return formula;
  return mapCode(formula, (code) =>
    code.replace(storedWord, (word: string, addIn: string | undefined, optional: string | undefined) => {
      if (addIn !== undefined) return typedByStored.get(addIn.toLowerCase()) ?? word;
      return optional === undefined ? "" : `[${optional}]`;
    }),
  );
}

/**
 * A stored formula with the calls of our functions that were typed as `TALLY.X(` turned into the form that Excel stores,
 * the only one it ever resolves.
 *
 * A name of the workbook that reads like one of our functions stays: the call means that name.
 */
export function encodeCalls(formula: string, namesOfBook: ReadonlySet<string>): string {
  if (!/TALLY\./i.test(formula)) return formula;
  return mapCode(formula, (code) =>
    code.replace(typedCall, (word) =>
      namesOfBook.has(word.toLowerCase()) ? word : (storedByTyped.get(word.toLowerCase()) ?? word),
    ),
  );
}
