/** A file that is no workbook, or none that is safe to open; its message is one sentence a person understands. */
export class WorkbookFileError extends Error {
  override readonly name = "WorkbookFileError";
}

const shownLength = 60;

/** Text out of a file as a message may show it: short, on one line, without control characters. */
export function shown(text: string): string {
  // A file may name its parts so that a terminal takes them for commands.
  const plain = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
  return plain.length > shownLength ? `${plain.slice(0, shownLength)}…` : plain;
}

/** The refusal of a part that does not hold what it should. */
export function damagedPart(part: string, what: string): WorkbookFileError {
  return new WorkbookFileError(`the file is damaged: ${what} in ${shown(part)}`);
}
