/** Text that already is HTML. */
export interface Html {
  /** The HTML. */
  readonly html: string;
}

/** What may stand in HTML: texts are escaped, lists follow one another, nothing is left out. */
export type Content = string | number | Html | undefined | readonly Content[];

/** HTML in which everything that is filled in is escaped, unless it is HTML itself. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const parts = strings.map((text, index) => text + textOf(contents[index]));
  return { html: parts.join("") };
}

/** Marks text that was made as HTML elsewhere, such as a rendered guide or a drawing. */
export function asHtml(text: string): Html {
  return { html: text };
}

/** Escapes text for an element or a quoted attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function textOf(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "number") return String(content);
  if (typeof content === "string") return escaped(content);
  return "html" in content ? content.html : content.map(textOf).join("");
}
