/** An element of the add-in-only manifest, before it is text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Makes an element. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Element | string)[]
): Element {
  return { name, attributes, children };
}

/** A document as text, indented, an element a line. */
export function documentText(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${textOf(root, "")}\n`;
}

function textOf({ name, attributes, children }: Element, indent: string): string {
  const open = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(
    " ",
  );
  if (children.length === 0) return `${indent}<${open}/>`;
  const [only] = children;
  if (children.length === 1 && typeof only === "string")
    return `${indent}<${open}>${escaped(only)}</${name}>`;
  const inner = children.map((child) =>
    typeof child === "string" ? `${indent}  ${escaped(child)}` : textOf(child, `${indent}  `),
  );
  return [`${indent}<${open}>`, ...inner, `${indent}</${name}>`].join("\n");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
