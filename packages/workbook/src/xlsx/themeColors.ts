import { type BookParts } from "./bookParts.ts";
import { attributeOf, scanTags } from "./scanXml.ts";

/** The colours of a workbook's theme by the numbers that cells use, as `#RRGGBB`. */
export type ThemeColors = readonly (string | undefined)[];

/** Cells count light before dark, the theme the other way round (ECMA-376 part 1, 18.8.3). */
const order = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

/** Reads the colours of a workbook's theme; none where it has no theme. */
export function readThemeColors(book: BookParts): ThemeColors {
  const part = book.related("theme");
  if (part === undefined) return [];
  const colors = new Map<string, string>();
  let name = "";
  for (const tag of scanTags(part)) {
    if (tag.kind === "close" || tag.depth < 4 || tag.depth > 5) continue;
    if (tag.depth === 4) name = order.includes(tag.name) ? tag.name : "";
    else if (name !== "" && !colors.has(name)) {
      const color = attributeOf(part, tag, tag.name === "sysClr" ? "lastClr" : "val") ?? "";
      if (/^[0-9A-Fa-f]{6}$/.test(color)) colors.set(name, `#${color}`);
    }
  }
  return order.map((each) => colors.get(each));
}

/** A colour made lighter (up to 1) or darker (down to -1). */
export function tinted(color: string, tint: number): string {
  if (!(tint >= -1 && tint <= 1) || tint === 0) return color;
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16);
    const changed = tint < 0 ? part * (1 + tint) : part + (255 - part) * tint;
    return Math.round(changed).toString(16).padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
