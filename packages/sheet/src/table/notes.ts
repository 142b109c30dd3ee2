import type { SplitReason, Tie } from "@tallykit/core";

import type { Language } from "./words.ts";

/** What notes are written from. */
export interface NoteContext {
  /** The ties of the answer. */
  readonly ties: readonly Tie[];
  /** The name of each row. */
  readonly names: readonly string[];
  /** The language to write in. */
  readonly language: Language;
}

/** The note of one part of a split: bound, tie, next in line. */
export function splitNote({ bound, nextInLine }: SplitReason, row: number, context: NoteContext): string {
  const zh = context.language === "zh";
  const notes = [...boundNotes(bound, zh), ...tieNotes(row, context)];
  if (nextInLine) notes.push(zh ? "下一个轮到" : "next in line");
  return notes.join(zh ? "；" : "; ");
}

/** Says which bound a row stands at. */
export function boundNotes(bound: "minimum" | "maximum" | undefined, zh: boolean): string[] {
  if (bound === undefined) return [];
  if (bound === "minimum") return [zh ? "已达下限" : "at its minimum"];
  return [zh ? "已达上限" : "at its maximum"];
}

/** Says with whom a row is tied, and who was served. */
export function tieNotes(row: number, { ties, names, language }: NoteContext): string[] {
  return ties
    .filter((tie) => tie.rows.includes(row))
    .map((tie) => {
      const others = tie.rows.filter((other) => other !== row).map((other) => nameOf(names, other));
      const isServed = tie.served.includes(row);
      if (language === "zh")
        return `与${listed(others, language)}相同，${isServed ? "在前者先得" : "在后者未得"}`;
      return `tied with ${listed(others, language)}; ${isServed ? "served as an earlier row" : "not served, the earlier row was"}`;
    });
}

/** The name of a row; its number where it has none. */
export function nameOf(names: readonly string[], row: number): string {
  const name = names[row] ?? "";
  return name === "" ? String(row + 1) : name;
}

/** The most names that a note lists: a tie of thousands would otherwise fill thousands of cells with thousands of names. */
const mostNames = 5;

/** Names in a row, the first few of them where there are many. */
export function listed(names: readonly string[], language: Language): string {
  const shown = names.slice(0, mostNames);
  const rest = names.length - shown.length;
  if (language === "zh") return rest > 0 ? `${shown.join("、")}等 ${names.length} 行` : shown.join("、");
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}
