import type { Book, BookName } from "@tallykit/sheet/book";
import { withoutSpillOperators } from "./spillOperators.ts";

/** A workbook that uses a name which stands for itself; the engine would never come to an end. */
export class RecursiveNameError extends Error {
  override readonly name = "RecursiveNameError";
  /** The name, as the workbook spells it. */
  readonly definedName: string;
  /** The sheet and the address of the first formula that uses it. */
  readonly cell: string;

  constructor(definedName: string, cell: string) {
    super(
      `the name ${definedName} (used in ${cell}) refers to itself; recursive names can only be calculated by Excel`,
    );
    this.definedName = definedName;
    this.cell = cell;
  }
}

/** A name as the engine is told of it. */
export interface EngineName {
  readonly name: string;
  readonly formula: string;
}

/**
 * The names that the formulas of a book may use.
 *
 * Names that no formula could use are left out: those that stand for nothing, or whose range is gone. Of a name known in
 * several sheets, the one of the whole book is taken, else the first.
 *
 * @throws {@link RecursiveNameError} where a formula uses a name that refers to itself
 */
export function engineNames(book: Book): readonly EngineName[] {
  const names = usableNames(book);
  if (names.size === 0) return [];
  const recursive = recursiveNames(names);
  if (recursive.size > 0) refuseUse(book, names, recursive);
  return [...names]
    .filter(([key]) => !recursive.has(key))
    .map(([, { name, formula }]) => ({ name, formula: asOperand(withoutSpillOperators(formula)) }));
}

/** The names, in lower case, that refer to themselves, directly or through others. */
export function namesOnCircles(book: Book): ReadonlySet<string> {
  return recursiveNames(usableNames(book));
}

function usableNames({ names: all }: Book): ReadonlyMap<string, BookName> {
  const names = new Map<string, BookName>();
  for (const name of all) {
    const known = names.get(name.name.toLowerCase());
    const isBetter = known === undefined || (known.sheet !== undefined && name.sheet === undefined);
    if (isUsable(name) && isBetter) names.set(name.name.toLowerCase(), name);
  }
  return names;
}

function isUsable({ name, formula }: BookName): boolean {
  return formula.trim() !== "" && !formula.includes("#REF!") && !name.toLowerCase().startsWith("_xlnm.");
}

/** The engine puts the text of a name in its place: `total*2` must not become `A1+B1*2`. */
function asOperand(formula: string): string {
  const isPlain = /^[\w$.!:']+$/.test(formula) || /^'[^']*'![\w$:]+$/.test(formula);
  return isPlain || /^LAMBDA\s*\(/i.test(formula) ? formula : `(${formula})`;
}

/** The words of a formula that may be names, in lower case: no texts, no sheets. */
export function wordsOf(formula: string): readonly string[] {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, " ").replace(/'(?:[^']|'')*'!/g, " ");
  return bare.toLowerCase().match(/[\p{L}_\\][\p{L}\p{N}_.\\?]*/gu) ?? [];
}

function recursiveNames(names: ReadonlyMap<string, BookName>): ReadonlySet<string> {
  const uses = new Map(
    [...names].map(([key, { formula }]) => [key, wordsOf(formula).filter((word) => names.has(word))]),
  );
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (uses.get(from) ?? []).some((word) => {
      if (word === to) return true;
      if (seen.has(word)) return false;
      seen.add(word);
      return reaches(word, to, seen);
    });
  const circular = [...names.keys()].filter((key) => reaches(key, key));
  return new Set(
    [...names.keys()].filter((key) => circular.some((name) => name === key || reaches(key, name))),
  );
}

function refuseUse(book: Book, names: ReadonlyMap<string, BookName>, recursive: ReadonlySet<string>): void {
  for (const sheet of book.sheets) {
    for (const [address, cell] of sheet.cells) {
      if (!("formula" in cell)) continue;
      const used = wordsOf(cell.formula).find((word) => recursive.has(word));
      if (used !== undefined) {
        throw new RecursiveNameError(names.get(used)?.name ?? used, `${sheet.name}!${address}`);
      }
    }
  }
}
