/** A page that the search finds. */
export interface SearchEntry {
  /** Its path from the root of the site. */
  readonly path: string;
  /** What it is called. */
  readonly title: string;
  /** One line about it. */
  readonly about: string;
  /** What else it is found by. */
  readonly words: string;
}

/** The pages in which every word of a question occurs, the best first. */
export function findPages(
  entries: readonly SearchEntry[],
  question: string,
  most = 12,
): readonly SearchEntry[] {
  const terms = folded(question)
    .split(/\s+/)
    .filter((term) => term !== "");
  if (terms.length === 0) return [];
  return entries
    .map((entry) => ({ entry, worth: worthOf(entry, terms) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth)
    .slice(0, most)
    .map(({ entry }) => entry);
}

/** More for words in the title than in the line about the page, and least for those elsewhere; 0 where one is missing. */
function worthOf({ title, about, words }: SearchEntry, terms: readonly string[]): number {
  const [head, line, rest] = [folded(title), folded(about), folded(words)];
  const worths = terms.map((term): number => {
    if (head === term) return 20;
    if (head.includes(term)) return head.startsWith(term) ? 12 : 9;
    if (line.includes(term)) return 4;
    return rest.includes(term) ? 1 : 0;
  });
  return worths.includes(0) ? 0 : worths.reduce((sum, worth) => sum + worth, 0);
}

/** One form for letters of either case and width, and for the signs between the words of a name. */
function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[_.]/g, " ");
}
