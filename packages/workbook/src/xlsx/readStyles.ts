import { type BookParts } from "./bookParts.ts";
import { builtinFormats } from "./builtinFormats.ts";
import { type CellLook } from "./cellLook.ts";
import { attributesOf, scanTags, type Tag, type XmlPart } from "./scanXml.ts";
import { readThemeColors, type ThemeColors, tinted } from "./themeColors.ts";

type Attributes = ReadonlyMap<string, string>;
type FontLook = Pick<CellLook, "bold" | "italic" | "size" | "color">;

/** More looks than Excel allows in a workbook are not read. */
const mostLooks = 65_490;

/** The looks that the cells of a workbook name by number; none where the file has no styles. */
export function readStyles(book: BookParts): readonly CellLook[] {
  const part = book.related("styles");
  return part === undefined ? [] : new StyleReader(part, readThemeColors(book)).read();
}

class StyleReader {
  readonly #part: XmlPart;
  readonly #theme: ThemeColors;
  readonly #formats = new Map<number, string>(
    Object.entries(builtinFormats).map(([id, format]) => [Number(id), format]),
  );
  readonly #fonts: { -readonly [Key in keyof FontLook]: FontLook[Key] }[] = [];
  readonly #fills: { isSolid: boolean; color?: string }[] = [];
  readonly #looks: { -readonly [Key in keyof CellLook]: CellLook[Key] }[] = [];
  #section = "";

  constructor(part: XmlPart, theme: ThemeColors) {
    this.#part = part;
    this.#theme = theme;
  }

  read(): readonly CellLook[] {
    for (const tag of scanTags(this.#part)) {
      if (tag.kind === "close") continue;
      if (tag.depth === 2) this.#section = tag.name;
      else if (this.#section === "numFmts") this.#takeFormat(tag);
      else if (this.#section === "fonts") this.#takeFont(tag);
      else if (this.#section === "fills") this.#takeFill(tag);
      else if (this.#section === "cellXfs") this.#takeLook(tag);
    }
    return this.#looks;
  }

  #of(tag: Tag): Attributes {
    const text = this.#part.xml.slice(tag.start, tag.end);
    return new Map(attributesOf(text, this.#part.name).map(({ name, value }) => [name, value]));
  }

  #takeFormat(tag: Tag): void {
    const of = this.#of(tag);
    const code = of.get("formatCode");
    if (tag.name === "numFmt" && code !== undefined) this.#formats.set(Number(of.get("numFmtId")), code);
  }

  #takeFont(tag: Tag): void {
    if (tag.depth === 3) this.#fonts.push({});
    const font = this.#fonts.at(-1);
    if (font === undefined || tag.depth !== 4) return;
    const of = this.#of(tag);
    const isOn = !["0", "false"].includes(of.get("val") ?? "1");
    if (tag.name === "b" && isOn) font.bold = true;
    if (tag.name === "i" && isOn) font.italic = true;
    const size = Number(of.get("val"));
    if (tag.name === "sz" && size > 0 && size <= 409) font.size = size;
    const color = tag.name === "color" ? this.#colorOf(of) : undefined;
    if (color !== undefined) font.color = color;
  }

  #takeFill(tag: Tag): void {
    if (tag.depth === 3) this.#fills.push({ isSolid: false });
    const fill = this.#fills.at(-1);
    if (fill === undefined) return;
    if (tag.name === "patternFill") fill.isSolid = this.#of(tag).get("patternType") === "solid";
    const color = tag.name === "fgColor" ? this.#colorOf(this.#of(tag)) : undefined;
    if (color !== undefined) fill.color = color;
  }

  #takeLook(tag: Tag): void {
    const of = this.#of(tag);
    if (tag.depth === 3 && this.#looks.length < mostLooks) {
      const format = this.#formats.get(Number(of.get("numFmtId")));
      const { isSolid, color } = this.#fills[Number(of.get("fillId"))] ?? { isSolid: false };
      this.#looks.push({
        ...this.#fonts[Number(of.get("fontId"))],
        ...(format === undefined || format.toLowerCase() === "general" ? {} : { format }),
        ...(isSolid && color !== undefined ? { fill: color } : {}),
      });
    }
    const look = this.#looks.at(-1);
    if (look === undefined || tag.name !== "alignment") return;
    const horizontal = of.get("horizontal");
    if (horizontal === "left" || horizontal === "center" || horizontal === "right")
      look.horizontal = horizontal;
    const vertical = of.get("vertical");
    if (vertical === "top" || vertical === "center") look.vertical = vertical;
    if (["1", "true"].includes(of.get("wrapText") ?? "")) look.wrap = true;
  }

  #colorOf(of: Attributes): string | undefined {
    const rgb = /^(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})$/.exec(of.get("rgb") ?? "")?.[1];
    const color = rgb === undefined ? this.#theme[Number(of.get("theme") ?? NaN)] : `#${rgb}`;
    return color === undefined ? undefined : tinted(color, Number(of.get("tint") ?? 0));
  }
}
