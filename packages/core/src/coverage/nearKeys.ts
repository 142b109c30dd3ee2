/** A name, and the earlier one that it would be equal to but for case, space or width. */
export interface NearKey {
  /** The name as it stands. */
  readonly key: string;
  /** How many rows have it so. */
  readonly rows: number;
  /** The form of the name that appears first. */
  readonly other: string;
  /** The row in which that appears, from 0. */
  readonly otherRow: number;
  /** What the two differ by. */
  readonly by: readonly KeyDifference[];
}

/** What two names can differ by and still be meant alike. */
export type KeyDifference = "width" | "space" | "case";

/** Space of every kind, and the marks without width that text from web pages brings along. */
const spaces = /[\s\u200B-\u200D\u2060]/gu;

const foldings: Readonly<Record<KeyDifference, (key: string) => string>> = {
  width: (key) => key.normalize("NFKC"),
  space: (key) => key.replace(spaces, ""),
  // Upper case first, which alone makes one of "ß" and "ss", and of the two small sigmas.
  case: (key) => key.toUpperCase().toLowerCase(),
};
/** In the order in which they are folded; a wide space counts as a space, not as a width. */
const differences = ["width", "space", "case"] as const;

/** A name without what case, space and width add to it; two names that fold alike are meant alike. */
export function foldedKey(key: string): string {
  return folded(key, differences);
}

function folded(key: string, without: readonly KeyDifference[]): string {
  let result = key;
  for (const difference of without) result = foldings[difference](result);
  // One folding may make room for another: a mark without its space joins the letter before it.
  return result === key ? key : folded(result, without);
}

/** The names that a careless eye takes for an earlier one, each by the row in which it first appears. */
export function nearKeys(keys: readonly (string | undefined)[]): ReadonlyMap<number, NearKey> {
  const forms = new Map<string, { readonly row: number; rows: number }>();
  for (const [row, key] of keys.entries()) {
    if (key === undefined) continue;
    const form = forms.get(key);
    if (form === undefined) forms.set(key, { row, rows: 1 });
    else form.rows += 1;
  }
  const firsts = new Map<string, { readonly key: string; readonly row: number }>();
  const near = new Map<number, NearKey>();
  for (const [key, { row, rows }] of forms) {
    const meant = foldedKey(key);
    const first = firsts.get(meant);
    if (first === undefined) firsts.set(meant, { key, row });
    else near.set(row, { key, rows, other: first.key, otherRow: first.row, by: between(key, first.key) });
  }
  return near;
}

/** What two names differ by: the least that must be folded away before they are equal. */
function between(key: string, other: string): readonly KeyDifference[] {
  let needed: readonly KeyDifference[] = differences;
  for (const difference of differences) {
    const fewer = needed.filter((each) => each !== difference);
    if (folded(key, fewer) === folded(other, fewer)) needed = fewer;
  }
  return needed;
}
