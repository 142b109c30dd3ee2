import { damagedPart } from "./workbookFileError.ts";

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of a part, which must be UTF-8. */
export function decodePart(part: string, bytes: Uint8Array): string {
  let xml: string;
  try {
    // The mark at the start, if any, is kept: the part is written back as it was.
    xml = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw damagedPart(part, "text that is not UTF-8");
  }
  const [, encoding = "utf-8"] = /^\uFEFF?<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']*)["']/.exec(xml) ?? [];
  if (!/^(utf-?8|us-ascii)$/i.test(encoding)) throw damagedPart(part, "text that is not UTF-8");
  return xml;
}

/** XML's text as people read it: entities resolved, lines ended the same way. */
export function unescapeXml(text: string, part: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!lines.includes("&")) return lines;
  return lines.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{1,8}));|&/g,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined && Object.hasOwn(entities, name)) return entities[name] ?? "";
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (!(code > 0 && code <= 0x10ffff)) throw damagedPart(part, "an unknown XML entity");
      return String.fromCodePoint(code);
    },
  );
}

/** Text as XML holds it between tags. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\r/g, "&#13;");
}

/** Text as XML holds it in an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\t/g, "&#9;");
}

/** What XML cannot hold at all: controls but tab and line feed, halves of pairs, and two codes that are no characters. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const unwritable = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** Resolves Excel's own escapes in the text of a cell: `_x000D_` is a carriage return, `_x005F_` an underscore. */
export function fromCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Text as a cell's XML holds it: Excel's escapes first, then those of XML. */
export function toCellText(text: string): string {
  const guarded = text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_");
  const writable = guarded.replace(
    unwritable,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
  return escapeXml(writable);
}
