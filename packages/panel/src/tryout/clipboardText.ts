/** Cells as spreadsheets put them on the clipboard: tabs between columns, quotes around what holds a break. */
export function toClipboardText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join("\t")).join("\n");
}

/** The cells of a text from the clipboard, row by row. */
export function fromClipboardText(text: string): string[][] {
  const rows: string[][] = [];
  // A cell in quotes may hold breaks; any other ends at the next tab or break.
  const cells = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n$/, "")
    .matchAll(/("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)(\t|\n|$)/g);
  let row: string[] = [];
  for (const [, cell = "", end] of cells) {
    row.push(/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "\t") continue;
    rows.push(row);
    row = [];
    if (end === "") break;
  }
  return rows;
}
