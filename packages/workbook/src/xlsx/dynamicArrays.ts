import { type BookParts } from "./bookParts.ts";
import { freshMetadata, readMetadata } from "./metadataPart.ts";
import { addRelated } from "./packageEdits.ts";

const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";

/** The mark of cells whose formula spills: the number of a record in the workbook's metadata, made where missing. */
export class DynamicArrays {
  readonly #book: BookParts;
  readonly #known: ReadonlySet<string>;
  #mark: string | undefined;

  constructor(book: BookParts) {
    this.#book = book;
    const part = book.related("sheetMetadata");
    const marks = part === undefined ? [] : readMetadata(part).dynamicMarks;
    this.#known = new Set(marks);
    this.#mark = marks[0];
  }

  /** The `cm` attribute of a formula that spills; the one it has, where that says so already. */
  markFor(current: string | undefined): string {
    if (current !== undefined && this.#known.has(current)) return current;
    this.#mark ??= this.#addRecord();
    return this.#mark;
  }

  #addRecord(): string {
    const part = this.#book.related("sheetMetadata");
    if (part !== undefined) {
      const { xml, mark } = readMetadata(part).withRecord();
      this.#book.write(part.name, xml);
      return mark;
    }
    let name = "xl/metadata.xml";
    for (let number = 2; this.#book.find(name) !== undefined; number += 1) name = `xl/metadata${number}.xml`;
    addRelated(this.#book, { name, xml: freshMetadata, contentType, type: "sheetMetadata" });
    return "1";
  }
}
