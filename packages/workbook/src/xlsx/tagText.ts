import { attributesOf } from "./scanXml.ts";
import { escapeAttribute } from "./xmlText.ts";

/** Attributes to set by name, or to take away where the value is `undefined`. */
export type AttributeChanges = Readonly<Record<string, string | undefined>>;

/** The text of an opening tag with some attributes changed; the others stay as they are, byte for byte. */
export function withAttributes(tagText: string, changes: AttributeChanges, part: string): string {
  let result = "";
  let at = 0;
  const missing = new Map(Object.entries(changes));
  for (const { name, value, start, end } of attributesOf(tagText, part)) {
    if (!missing.has(name)) continue;
    const wanted = missing.get(name);
    missing.delete(name);
    if (wanted === value) continue;
    result += tagText.slice(at, start) + attributeText(name, wanted);
    at = end;
  }
  const tail = tagText.slice(at);
  const added = Array.from(missing, ([name, wanted]) => attributeText(name, wanted)).join("");
  const close = tail.endsWith("/>") ? "/>" : ">";
  return result + tail.slice(0, -close.length) + added + close;
}

function attributeText(name: string, value: string | undefined): string {
  return value === undefined ? "" : ` ${name}="${escapeAttribute(value)}"`;
}

/** The text of an opening tag of an element that has contents. */
export function asOpen(tagText: string): string {
  return tagText.endsWith("/>") ? `${tagText.slice(0, -2)}>` : tagText;
}
