import type { Family, FunctionRow } from "@tallykit/sheet";

/** What is looked for. */
export interface FunctionSearch {
  /** The words, in either language; all of them must be found. */
  readonly query: string;
  /** The family; all families if left out. */
  readonly family?: Family;
}

/** How well a word is found, the best first. */
const ranks = { idPrefix: 0, idWord: 1, wordStart: 2, anywhere: 3, nowhere: 4 } as const;

/**
 * The functions in which every word of a query is found, the best first, else in the order of the table.
 *
 * It looks through ids, summaries, and the names and choices of parameters in both languages at once: a function whose
 * id begins with the word comes first, then one where a word of the id does, then one where any word does.
 */
export function searchFunctions(
  table: readonly FunctionRow[],
  { query, family }: FunctionSearch,
): readonly FunctionRow[] {
  const words = folded(query)
    .replace(/^=?tally\./, "")
    .split(/[\s,，、]+/)
    .filter((word) => word !== "");
  return table
    .filter((row) => family === undefined || row.family === family)
    .map((row) => ({ row, rank: rankOf(row, words) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((one, other) => one.rank - other.rank)
    .map(({ row }) => row);
}

/** The sum of how well each word is found; infinite where one is not. */
function rankOf(row: FunctionRow, words: readonly string[]): number {
  const id = folded(row.id);
  const text = folded(textOf(row));
  return words.reduce((sum, word) => {
    const rank = rankIn(id, text, word);
    return rank === ranks.nowhere ? Infinity : sum + rank;
  }, 0);
}

function rankIn(id: string, text: string, word: string): number {
  if (id.startsWith(word)) return ranks.idPrefix;
  if (startsWord(id, word)) return ranks.idWord;
  if (startsWord(text, word)) return ranks.wordStart;
  return id.includes(word) || text.includes(word) ? ranks.anywhere : ranks.nowhere;
}

/** Tells whether a word of the text begins so. */
function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  }
  return false;
}

/** Everything that is looked through beside the id; words of a name such as `ownFrom` stand apart. */
function textOf({ summary, parameters }: FunctionRow): string {
  const names = Object.entries(parameters).flatMap(([name, { text, choices = {} }]) => [
    name.replace(/(?=[A-Z])/g, " "),
    name,
    text.zhName,
    ...Object.entries(choices).flat(),
  ]);
  return [summary.en, summary.zh, ...names].join(" ");
}

/** Wide letters and digits as narrow ones, in lower case. */
function folded(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}
