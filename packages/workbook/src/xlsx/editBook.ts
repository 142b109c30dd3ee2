import { toAddress } from "@tallykit/sheet/book";
import { addSheets } from "./addSheets.ts";
import { BookParts } from "./bookParts.ts";
import { type SheetEdits } from "./cellEdit.ts";
import { type CellLook } from "./cellLook.ts";
import { readDefinedNames } from "./definedNames.ts";
import { DynamicArrays } from "./dynamicArrays.ts";
import { type EditOptions, editSheet } from "./editSheet.ts";
import { removeRelated } from "./packageEdits.ts";
import { ReadingBudget } from "./readingBudget.ts";
import { type NewSheet, sheetText } from "./sheetText.ts";
import { StyleBook } from "./styleBook.ts";
import { readTables } from "./tables.ts";
import { WorkbookFileError } from "./workbookFileError.ts";
import { writeZip } from "./writeZip.ts";

/** What becomes of a workbook. */
export interface BookEdits {
  /** The edits of its sheets by their names. */
  readonly sheets: ReadonlyMap<string, SheetEdits>;
  /** The sheets that come after its last. */
  readonly added: readonly NewSheet[];
}

/**
 * The bytes of a workbook with cells edited and sheets added; all else in it stays as it was.
 *
 * Formulas are written without values, for recalculation to put in.
 *
 * @throws WorkbookFileError where the bytes are no workbook, or not safe to open, or where a title of a table is edited.
 */
export function editBook(bytes: Uint8Array, { sheets, added }: BookEdits): Uint8Array {
  const book = new BookParts(bytes);
  refuseTitles(book, sheets);
  const dynamicArrays = new DynamicArrays(book);
  // A book without styles gets some where an edit needs one.
  let styles: StyleBook | undefined;
  const stylesOfBook = (): StyleBook => (styles ??= new StyleBook(book));
  const namesOfBook = new Set(
    readDefinedNames(book, () => "", new ReadingBudget()).map(({ name }) => name.toLowerCase()),
  );
  const options: EditOptions = {
    namesOfBook,
    formatted: (look, format) => stylesOfBook().formatted(look, format),
    spillMark: () => dynamicArrays.markFor(undefined),
  };
  for (const { name, part } of book.sheets()) {
    const xml = editSheet(part, sheets.get(name) ?? new Map<string, never>(), options);
    if (xml !== part.xml) book.write(part.name, xml);
  }
  const look = (each: CellLook): number => stylesOfBook().look(each);
  addSheets(
    book,
    added.map((sheet) => ({ name: sheet.name, xml: sheetText(sheet, { ...options, look }) })),
  );
  styles?.write();
  // The chain lists the cells with formulas; Excel repairs a file whose chain is stale, and builds a missing one.
  removeRelated(book, "calcChain");
  return writeZip(book.bytes);
}

/** The titles of a table stand in two places of a file, which must agree; only Excel changes both. */
function refuseTitles(book: BookParts, sheets: BookEdits["sheets"]): void {
  for (const { sheet, area, headerRows } of readTables(book).values()) {
    const edits = sheets.get(sheet);
    if (edits === undefined || headerRows === 0) continue;
    for (let { column } = area.first; column <= area.last.column; column += 1) {
      const address = toAddress({ row: area.first.row, column });
      if (edits.has(address)) {
        throw new WorkbookFileError(
          `${sheet}!${address} is a title of a table, which only Excel can change; undo that edit and save again`,
        );
      }
    }
  }
}
