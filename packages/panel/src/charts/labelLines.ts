/** The size of letters in a chart, in pixels. */
export const textSize = 12;
/** From one line of text to the next. */
export const lineHeight = 15;

/** How wide text is in a chart, in parts of the size of its letters. */
const widths = { wide: 1, narrow: 0.58 } as const;

/** Letters that are as wide as they are high: those of Chinese and full-width signs. */
const wideLetter =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** About how wide a text is, in pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += wideLetter.test(letter) ? widths.wide : widths.narrow;
  return width * size;
}

/** Breaks a text into so many lines of at most a width; what does not fit ends in three dots. */
export function labelLines(
  text: string,
  room: { readonly width: number; readonly lines: number; readonly size: number },
): readonly string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== "" && lines.length < room.lines) {
    const isLast = lines.length === room.lines - 1;
    const { line, left } = isLast ? { line: shortened(rest, room), left: "" } : firstLine(rest, room);
    lines.push(line);
    rest = left;
  }
  return lines;
}

interface Room {
  readonly width: number;
  readonly size: number;
}

/** As much of a text as fits, up to a space if there is one, or between two letters of Chinese. */
function firstLine(text: string, { width, size }: Room): { readonly line: string; readonly left: string } {
  const letters = Array.from(text);
  let fits = 0;
  let taken = 0;
  for (const letter of letters) {
    taken += textWidth(letter, size);
    if (taken > width) break;
    fits += 1;
  }
  if (fits >= letters.length) return { line: text, left: "" };
  const head = letters.slice(0, fits + 1).join("");
  const space = head.lastIndexOf(" ");
  const isBroken = space <= 0 || wideLetter.test(letters[fits] ?? "");
  const at = isBroken ? letters.slice(0, Math.max(1, fits)).join("").length : space;
  return { line: text.slice(0, at).trimEnd(), left: text.slice(at).trimStart() };
}

function shortened(text: string, { width, size }: Room): string {
  if (textWidth(text, size) <= width) return text;
  let line = "";
  for (const letter of text) {
    if (textWidth(`${line}${letter}…`, size) > width) break;
    line += letter;
  }
  return `${line.trimEnd()}…`;
}
