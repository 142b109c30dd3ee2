import { type ComputedBook } from "@tallykit/sheet/book";
import { BookParts } from "./bookParts.ts";
import { readValueContext } from "./cellValue.ts";
import { readDefinedNames } from "./definedNames.ts";
import { DynamicArrays } from "./dynamicArrays.ts";
import { removeRelated } from "./packageEdits.ts";
import { patchSheet, type SheetOptions } from "./patchSheet.ts";
import { ReadingBudget } from "./readingBudget.ts";
import { writeZip } from "./writeZip.ts";

/** How results are written. */
export interface WriteOptions {
  /** Whether formulas make way for their values. */
  readonly isValuesOnly: boolean;
}

/** Writes results into the bytes of a workbook; the same bytes come back where nothing changes. */
export function writeResults(
  bytes: Uint8Array,
  computed: ComputedBook,
  { isValuesOnly }: WriteOptions,
): Uint8Array {
  const book = new BookParts(bytes);
  const before = new Map(book.bytes);
  const dynamicArrays = new DynamicArrays(book);
  const budget = new ReadingBudget();
  const options: SheetOptions = {
    budget,
    context: readValueContext(book),
    namesOfBook: new Set(readDefinedNames(book, () => "", budget).map(({ name }) => name.toLowerCase())),
    spillMark: (current) => dynamicArrays.markFor(current),
    isValuesOnly,
  };
  const met = new Set<string>();
  for (const { name, part } of book.sheets()) {
    const results = computed.sheets.get(name) ?? new Map<string, never>();
    met.add(name);
    if (results.size === 0 && !isValuesOnly) continue;
    const xml = patchSheet(part, results, options);
    if (xml !== part.xml) book.write(part.name, xml);
  }
  for (const [name, { size }] of computed.sheets) {
    if (size > 0 && !met.has(name))
      throw new Error(`There are results for a sheet ${name} that is not there.`);
  }
  // The chain lists the cells with formulas; Excel repairs a file whose chain is stale, and builds a missing one.
  removeRelated(book, "calcChain");
  return isSame(before, book.bytes) ? bytes : writeZip(book.bytes);
}

function isSame(one: ReadonlyMap<string, Uint8Array>, other: ReadonlyMap<string, Uint8Array>): boolean {
  return one.size === other.size && Array.from(one).every(([name, bytes]) => other.get(name) === bytes);
}
