import { openZip, type ZipParts } from "./openZip.ts";
import { readRelationships, type Relationship, relationshipsPart } from "./relationships.ts";
import { attributeOf, attributesOf, scanTags, type XmlPart } from "./scanXml.ts";
import { damagedPart, shown, WorkbookFileError } from "./workbookFileError.ts";
import { decodePart } from "./xmlText.ts";

/** A sheet of cells and the part that holds it. */
export interface SheetPart {
  /** The sheet's name. */
  readonly name: string;
  /** Its place among all tabs, charts included, from 0; defined names count so. */
  readonly tab: number;
  /** Its part. */
  readonly part: XmlPart;
}

/** A sheet of cells and the name of the part that holds it. */
export interface SheetTab extends Omit<SheetPart, "part"> {
  /** The name of its part. */
  readonly part: string;
}

/** The parts of a workbook file and how they hang together. */
export class BookParts {
  readonly #bytes: Map<string, Uint8Array>;
  /** The workbook part. */
  readonly workbook: XmlPart;
  readonly #names: Map<string, string>;

  /** Opens the bytes of a file; throws WorkbookFileError where it is no workbook or not safe to open. */
  constructor(file: Uint8Array) {
    this.#bytes = new Map(openZip(file));
    // The names of parts are the same whatever their case.
    this.#names = new Map(Array.from(this.#bytes.keys(), (name) => [name.toLowerCase(), name]));
    this.workbook = this.#findWorkbook();
  }

  /** Every part's bytes by name, in order. */
  get bytes(): ZipParts {
    return this.#bytes;
  }

  /** What the workbook part relates to. */
  get relationships(): readonly Relationship[] {
    const links = this.find(relationshipsPart(this.workbook.name));
    return links === undefined ? [] : readRelationships(this.workbook.name, links);
  }

  /** A part as text; `undefined` where there is none of that name. */
  find(name: string): XmlPart | undefined {
    const stored = this.#names.get(name.toLowerCase());
    const bytes = stored === undefined ? undefined : this.#bytes.get(stored);
    if (stored === undefined || bytes === undefined) return undefined;
    return { name: stored, xml: decodePart(stored, bytes) };
  }

  /** Puts a part's text in, in the place of the former or after the last. */
  write(name: string, xml: string): void {
    this.#bytes.set(name, new TextEncoder().encode(xml));
    this.#names.set(name.toLowerCase(), name);
  }

  /** Takes a part out. */
  remove(name: string): void {
    this.#bytes.delete(name);
    this.#names.delete(name.toLowerCase());
  }

  /** The one part that the workbook relates to by this type, if there is one. */
  related(type: string): XmlPart | undefined {
    const link = this.relationships.find((each) => each.type === type);
    return link === undefined ? undefined : this.find(link.target);
  }

  /** The sheets of cells, one after the other: the text of one is held at a time. */
  *sheets(): Generator<SheetPart> {
    for (const { name, tab, part } of this.sheetTabs()) {
      const found = this.find(part);
      if (found === undefined) throw this.#withoutPart();
      yield { name, tab, part: found };
    }
  }

  /** The names of the sheets of cells and of their parts. */
  *sheetTabs(): Generator<SheetTab> {
    const names = new Set<string>();
    const linkOf = new Map(this.relationships.map((link) => [link.id, link]));
    const used = new Set<string>();
    let tab = -1;
    for (const tag of scanTags(this.workbook)) {
      if (tag.name !== "sheet" || tag.depth !== 3 || tag.kind === "close") continue;
      tab += 1;
      const attributes = attributesOf(this.workbook.xml.slice(tag.start, tag.end), this.workbook.name);
      const id = attributes.find((attribute) => attribute.name.endsWith(":id"))?.value;
      const link = linkOf.get(id ?? "");
      // Charts and dialogs have tabs too, and no cells.
      if (link !== undefined && link.type !== "worksheet") continue;
      const name = attributeOf(this.workbook, tag, "name");
      const part = link === undefined ? undefined : this.#names.get(link.target.toLowerCase());
      if (name === undefined || part === undefined) throw this.#withoutPart();
      // One part behind a thousand sheets would be read a thousand times.
      if (names.has(name.toLowerCase()) || used.has(part)) {
        throw new WorkbookFileError(`the file is damaged: it has two sheets in one, ${shown(name)}`);
      }
      names.add(name.toLowerCase());
      used.add(part);
      yield { name, tab, part };
    }
    if (names.size === 0) throw new WorkbookFileError("the file holds no sheet of cells");
  }

  #withoutPart(): WorkbookFileError {
    return damagedPart(this.workbook.name, "a sheet without its part");
  }

  #findWorkbook(): XmlPart {
    const links = this.find(relationshipsPart(""));
    const main = (links === undefined ? [] : readRelationships("", links)).find(
      ({ type }) => type === "officeDocument",
    );
    const part = main === undefined || !/\.xml$/i.test(main.target) ? undefined : this.find(main.target);
    if (part !== undefined) {
      for (const { name } of scanTags(part)) {
        if (name === "workbook") return part;
        break;
      }
    }
    throw new WorkbookFileError("the file is a zip but no .xlsx workbook");
  }
}
