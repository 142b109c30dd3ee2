import type { WorkbookFinding } from "@tallykit/sheet/check";
import { kindNames, short } from "@tallykit/sheet/check";

type Language = "en" | "zh";

const titles: Readonly<Record<Language, readonly [string, string, string]>> = {
  en: ["cell", "finding", "what it says, what to do"],
  zh: ["单元格", "问题", "说明与处理"],
};
/** A formula longer than this is cut, with a mark. */
const longestFormula = 160;
/** So narrow a column of words still reads. */
const narrowest = 30;
/** Columns stand this far apart. */
const gap = "  ";
/** Of the width, the share that addresses may take: sheets may have long names. */
const widestPlace = 0.3;

/** Findings as a table for a terminal of some width; a narrow one has the words below the places. */
export function findingsTable(
  findings: readonly WorkbookFinding[],
  language: Language,
  width: number,
): string {
  const rows = findings.map((finding) => rowOf(finding, language));
  const [placeTitle, kindTitle, wordsTitle] = titles[language];
  const placeWidth = Math.min(
    Math.floor(width * widestPlace),
    widest([placeTitle, ...rows.map(({ place }) => place)]),
  );
  const kindWidth = widest([kindTitle, ...rows.map(({ kind }) => kind)]);
  const wordsWidth = width - placeWidth - kindWidth - 2 * gap.length;
  if (wordsWidth < narrowest) return rows.map((row) => stacked(row, width)).join("\n");
  const widths = [placeWidth, kindWidth, wordsWidth];
  const rule = widths.map((each) => "─".repeat(each)).join(gap);
  const line = (cells: readonly (readonly string[])[]): string => sideBySide(cells, widths);
  const body = rows.map(({ place, kind, words }) =>
    line([wrapped(place, placeWidth), [kind], words.flatMap((each) => wrapped(each, wordsWidth))]),
  );
  return [line([[placeTitle], [kindTitle], [wordsTitle]]), rule, ...body].join("\n");
}

interface Row {
  readonly place: string;
  readonly kind: string;
  /** What it says and what to do, then the formula. */
  readonly words: readonly string[];
}

function rowOf({ sheet, cell, kind, says, advice, formula }: WorkbookFinding, language: Language): Row {
  const words = language === "zh" ? `${says.zh}；${advice.zh}` : `${says.en}; ${advice.en}`;
  return {
    place: `${short(sheet)}!${cell}`,
    kind: kindNames[kind][language],
    words: [words, ...(formula === undefined ? [] : [`=${short(formula, longestFormula)}`])],
  };
}

function stacked({ place, kind, words }: Row, width: number): string {
  const indent = "  ";
  const lines = words.flatMap((each) => wrapped(each, Math.max(1, width - indent.length)));
  return [...wrapped(`${place}${gap}${kind}`, width), ...lines.map((each) => indent + each)].join("\n");
}

function sideBySide(cells: readonly (readonly string[])[], widths: readonly number[]): string {
  const height = Math.max(...cells.map((lines) => lines.length));
  const lineAt = (row: number): string =>
    cells.map((lines, index) => padded(lines[row] ?? "", widths[index] ?? 0)).join(gap);
  return Array.from({ length: height }, (_, row) => lineAt(row).trimEnd()).join("\n");
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
}

/** What stays on one line: a word, or one Han character, with the marks that open before it and close behind it. */
const unbreakable =
  /[“‘（《]*(?:\p{Script=Han}|[^\s\p{Script=Han}，。；：、！？）》”’“‘（《]+)[，。；：、！？）》”’]*|\s+|[^\s]/gu;

/** Breaks text into lines; a word longer than a line is broken anywhere. */
export function wrapped(text: string, width: number): string[] {
  const lines = [""];
  let used = 0;
  const add = (piece: string, size: number): void => {
    if (used + size > width && used > 0) {
      lines.push("");
      used = 0;
      if (piece.trim() === "") return;
    }
    lines[lines.length - 1] = (lines.at(-1) ?? "") + piece;
    used += size;
  };
  for (const [piece] of text.matchAll(unbreakable)) {
    const size = textWidth(piece);
    if (size <= width) add(piece, size);
    else for (const character of piece) add(character, textWidth(character));
  }
  return lines.map((line) => line.trimEnd());
}

/** Characters that a terminal draws twice as wide. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** How many columns of a terminal a text takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!/\p{M}/u.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}
