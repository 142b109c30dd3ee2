import { type CellError, isCellError } from "@tallykit/sheet";
import {
  type Book,
  type BookCell,
  type BookValue,
  type ComputedBook,
  type ComputedCell,
  type FormulaCell,
  parseAddress,
  parseReference,
  toAddress,
} from "@tallykit/sheet/book";

import { beyondEngine, type Knowledge } from "./beyondEngine.ts";
import { namesOnCircles, wordsOf } from "./definedNames.ts";

/** What a file last held for its formulas and the cells they fill: by sheet, then by address. */
export type LastValues = ReadonlyMap<string, ReadonlyMap<string, BookValue>>;

/** Why formulas are not calculated: by sheet, then by address. */
export type Kept = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Formulas with these fill a range of their own accord; those before them show one value in their cell. */
const fillsRange =
  /\b(?:TALLY\.|(?:FILTER|UNIQUE|SORT|SORTBY|SEQUENCE|RANDARRAY|XLOOKUP|LET|LAMBDA|MAP|REDUCE|SCAN|BYROW|BYCOL|MAKEARRAY|VSTACK|HSTACK|TAKE|DROP|CHOOSEROWS|CHOOSECOLS|EXPAND|TOROW|TOCOL|WRAPROWS|WRAPCOLS|TEXTSPLIT|ANCHORARRAY)\s*\()|#/i;

/** The formulas that the engine would get wrong, and those that it lacks something for and whose last value is known. */
export function keptBefore(
  book: Book,
  engine: Pick<Knowledge, "functions" | "from1904">,
  last: LastValues | undefined,
): Kept {
  const knowledge = knowledgeOf(book, engine);
  const circular = namesOnCircles(book);
  return reasonsOf(
    book,
    ({ formula }, lastValue) => {
      const name = circular.size === 0 ? undefined : wordsOf(formula).find((word) => circular.has(word));
      // Without a last value the book is refused, by the name.
      if (name !== undefined && lastValue !== undefined)
        return `it uses the name ${name}, which refers to itself`;
      const beyond = beyondEngine(formula, knowledge);
      return beyond?.isTold === true && lastValue === undefined ? undefined : beyond?.reason;
    },
    last,
  );
}

function knowledgeOf({ names }: Book, engine: Pick<Knowledge, "functions" | "from1904">): Knowledge {
  const knowledge = { ...engine, names: new Set(names.map(({ name }) => name.toLowerCase())) };
  const beyond = new Map<string, string>();
  // A name may stand for another that comes later.
  for (let known = -1; known < beyond.size;) {
    known = beyond.size;
    for (const { name, formula } of names) {
      const reason = beyondEngine(formula, { ...knowledge, beyond })?.reason;
      if (reason !== undefined) beyond.set(name.toLowerCase(), `it uses the name ${name}: ${reason}`);
    }
  }
  return { ...knowledge, beyond };
}

/** What a calculation came to. */
export interface Calculated {
  /** The results. */
  readonly computed: ComputedBook;
  /** Tells whether a formula fills nothing because something stands in its way. */
  readonly isBlocked: (sheet: string, address: string) => boolean;
}

/** The formulas whose last value is known and that turned out to be none that the engine calculates as Excel does. */
export function keptAfter(book: Book, { computed, isBlocked }: Calculated, last: LastValues): Kept {
  return reasonsOf(
    book,
    ({ formula, array }, lastValue, sheet, address) => {
      const result = computed.sheets.get(sheet)?.get(address);
      if (result === undefined || lastValue === undefined) return undefined;
      if (isUnreadable(result)) return "it is written in a way that only Excel reads";
      const isOld = array === undefined && !isCellError(lastValue) && !fillsRange.test(formula);
      return isOld && (result.spill !== undefined || isBlocked(sheet, address))
        ? "it is of the time before results filled other cells, and shows the one of its own row or column"
        : undefined;
    },
    last,
  );
}

function isUnreadable({ value }: ComputedCell): boolean {
  return isCellError(value) && /^The engine (?:cannot read|failed)/.test(value.message ?? "");
}

type Ask = (
  cell: FormulaCell,
  lastValue: BookValue | undefined,
  sheet: string,
  address: string,
) => string | undefined;

function reasonsOf(book: Book, ask: Ask, last: LastValues | undefined): Kept {
  const kept = new Map<string, Map<string, string>>();
  for (const { name, cells } of book.sheets) {
    for (const [address, cell] of cells) {
      if (!("formula" in cell)) continue;
      const reason = ask(cell, last?.get(name)?.get(address), name, address);
      if (reason === undefined) continue;
      const reasons = kept.get(name) ?? new Map<string, string>();
      kept.set(name, reasons.set(address, reason));
    }
  }
  return kept;
}

/** The reasons of two findings together. */
export function bothKept(one: Kept, other: Kept): Kept {
  const sheets = new Set([...one.keys(), ...other.keys()]);
  return new Map(
    Array.from(sheets, (sheet) => [sheet, new Map([...(one.get(sheet) ?? []), ...(other.get(sheet) ?? [])])]),
  );
}

/** A book in which formulas that are not calculated have made way for what the file last held, or for an error. */
export function withLastValues(book: Book, kept: Kept, last: LastValues | undefined): Book {
  if (kept.size === 0) return book;
  const sheets = book.sheets.map((sheet) => {
    const reasons = kept.get(sheet.name);
    if (reasons === undefined) return sheet;
    const cells = new Map<string, BookCell>(sheet.cells);
    for (const address of reasons.keys()) {
      const cell = sheet.cells.get(address);
      for (const filled of filledBy(address, cell)) {
        const value = last?.get(sheet.name)?.get(filled);
        if (filled === address) cells.set(filled, { value: value ?? { error: "#NAME?" } });
        else if (value !== undefined && !cells.has(filled)) cells.set(filled, { value });
      }
    }
    return { ...sheet, cells };
  });
  return { ...book, sheets };
}

/** The addresses of a formula's cell and of those it fills. */
function* filledBy(address: string, cell: BookCell | undefined): Generator<string> {
  const array = cell !== undefined && "array" in cell ? cell.array : undefined;
  const place = parseAddress(address);
  const { first, last } = parseReference(array ?? address) ?? { first: place, last: place };
  for (let row = first?.row ?? 1; row <= (last?.row ?? 0); row += 1) {
    for (let column = first?.column ?? 1; column <= (last?.column ?? 0); column += 1) {
      yield toAddress({ row, column });
    }
  }
}

/** What formulas came to, with words for those that were not calculated. */
export function withReasons(
  book: Book,
  { sheets }: ComputedBook,
  kept: Kept,
  last: LastValues | undefined,
): ComputedBook {
  if (kept.size === 0) return { sheets };
  return {
    sheets: new Map(
      book.sheets.map(({ name, cells }) => {
        const computed = new Map<string, ComputedCell>();
        for (const [address, cell] of cells) {
          if (!("formula" in cell)) continue;
          const reason = kept.get(name)?.get(address);
          const result = sheets.get(name)?.get(address);
          if (reason !== undefined) {
            computed.set(address, { value: refusal(reason, last?.get(name)?.has(address) === true) });
          } else if (result !== undefined) computed.set(address, result);
        }
        return [name, computed];
      }),
    ),
  };
}

function refusal(reason: string, isKept: boolean): CellError {
  const kept = isKept ? " The value that the file last held is kept." : "";
  return { error: "#NAME?", message: `The engine cannot read this formula: ${reason}.${kept}` };
}
