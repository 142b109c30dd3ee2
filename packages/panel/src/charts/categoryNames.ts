import { labelLines, lineHeight, textSize, textWidth } from "./labelLines.ts";

/** The names of categories as they are written. */
export interface CategoryNames {
  /** The lines of each; none for one that is left out since there are very many. */
  readonly lines: readonly (readonly string[])[];
  /** Whether they stand slanted. */
  readonly isSlanted: boolean;
  /** How much room they need under the axis. */
  readonly height: number;
}

const mostLines = 2;
const slantedWidth = 130;
/** How far a name that is slanted by 40 degrees goes down and to the left, in parts of its length. */
const slant = { down: 0.65, left: 0.77 } as const;

/** Writes names under their marks in lines, or slanted where there is no room for that. */
export function categoryNames(
  categories: readonly string[],
  { step, centres }: { readonly step: number; readonly centres: readonly number[] },
): CategoryNames {
  const room = step - 4;
  const words = categories.flatMap((name) => wordsOf(name).map((word) => textWidth(word, textSize)));
  const straight = categories.map((name) =>
    labelLines(name, { width: room, lines: mostLines, size: textSize }),
  );
  const isCut = straight.some((lines) => lines.some((each) => each.endsWith("…")));
  if (Math.max(0, ...words) <= room && !isCut) {
    const height = lineHeight * Math.max(1, ...straight.map(({ length }) => length));
    return { lines: straight, isSlanted: false, height };
  }
  const every = Math.max(1, Math.ceil(lineHeight / step));
  const lines = categories.map((name, index) => {
    // A name that begins left of the picture would be cut there.
    const width = Math.min(slantedWidth, (centres[index] ?? 0) / slant.left);
    return index % every === 0 ? labelLines(name, { width, lines: 1, size: textSize }) : [];
  });
  const longest = Math.max(0, ...lines.flat().map((name) => textWidth(name, textSize)));
  return { lines, isSlanted: true, height: longest * slant.down + lineHeight };
}

/** The parts of a name that are not broken: words, and single letters of Chinese. */
function wordsOf(name: string): string[] {
  return name.match(/[\u2e80-\ua4cf\uff00-\uff60]|[^\s\u2e80-\ua4cf\uff00-\uff60]+/gu) ?? [];
}
