import { isSingle, parseAddress, parseReference } from "../book/address.ts";
import type { ComputedBook } from "../book/book.ts";
import { type FormulaParts } from "./formulaParts.ts";
import type { PlacedFormula, References, SheetArea } from "./grid.ts";

/** A formula with what it is made of. */
export interface ReadFormula {
  /** The formula. */
  readonly placed: PlacedFormula;
  /** What it is made of. */
  readonly parts: FormulaParts;
  /** The cells it names. */
  readonly areas: readonly SheetArea[];
  /** Whether it makes up references as it goes, so that it may read any cell. */
  readonly readsAnything: boolean;
}

/** Functions that make up references. */
const referenceMakers: ReadonlySet<string> = new Set(["INDIRECT", "OFFSET"]);

/** Takes a formula apart and finds the cells it names, also through the names of the workbook. */
export function readFormula(
  placed: PlacedFormula,
  references: References,
  partsOf: (formula: string) => FormulaParts,
): ReadFormula {
  const parts = partsOf(placed.formula);
  const all = [parts, ...namedParts(parts, references, partsOf)];
  const areas = all.flatMap((each) =>
    each.references.flatMap((text) => references.areaOf(text, placed.sheet) ?? []),
  );
  const calls = all.flatMap((each) => each.calls);
  return {
    placed,
    parts: {
      calls,
      references: parts.references,
      words: parts.words,
      isElsewhere: all.some(({ isElsewhere }) => isElsewhere),
    },
    areas,
    readsAnything: calls.some(({ name }) => referenceMakers.has(name)),
  };
}

/** What the names in a formula stand for, and the names in these. */
function namedParts(
  parts: FormulaParts,
  references: References,
  partsOf: (formula: string) => FormulaParts,
): FormulaParts[] {
  const found = new Map<string, FormulaParts>();
  const open = [parts];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const name of [...next.words, ...next.calls.map((call) => call.name.toLowerCase())]) {
      const formula = found.has(name) ? undefined : references.formulaOfName(name);
      if (formula === undefined) continue;
      const named = partsOf(formula);
      found.set(name, named);
      open.push(named);
    }
  }
  return [...found.values()];
}

/** The cells of some formulas: single ones by sheet and column, and the ranges that formulas fill. */
class CellSet {
  readonly #rows = new Map<string, Map<number, Set<number>>>();
  readonly #ranges: SheetArea[] = [];

  add(area: SheetArea): void {
    const { sheet, first } = area;
    if (!isSingle(area)) {
      this.#ranges.push(area);
      return;
    }
    const columns = this.#rows.get(sheet) ?? new Map<number, Set<number>>();
    this.#rows.set(sheet, columns);
    columns.set(first.column, (columns.get(first.column) ?? new Set<number>()).add(first.row));
  }

  /** Tells whether a rectangle holds one of the cells. */
  meets(area: SheetArea): boolean {
    return this.#ranges.some((range) => overlaps(range, area)) || this.#meetsCell(area);
  }

  #meetsCell({ sheet, first, last }: SheetArea): boolean {
    for (const [column, rows] of this.#rows.get(sheet) ?? []) {
      if (column < first.column || column > last.column) continue;
      if (last.row - first.row < rows.size) {
        for (let row = first.row; row <= last.row; row += 1) if (rows.has(row)) return true;
      } else {
        for (const row of rows) if (row >= first.row && row <= last.row) return true;
      }
    }
    return false;
  }
}

function overlaps(one: SheetArea, other: SheetArea): boolean {
  return (
    one.sheet === other.sheet &&
    one.first.row <= other.last.row &&
    other.first.row <= one.last.row &&
    one.first.column <= other.last.column &&
    other.first.column <= one.last.column
  );
}

/** Some formulas, and all those that depend on them directly or through others. */
export function withDependents(
  formulas: readonly ReadFormula[],
  computed: ComputedBook,
  isSource: (formula: ReadFormula) => boolean,
): ReadonlySet<PlacedFormula> {
  const found = new Set<PlacedFormula>();
  const cells = new CellSet();
  const add = ({ placed }: ReadFormula): void => {
    found.add(placed);
    cells.add(filledBy(placed, computed));
  };
  for (const formula of formulas) if (isSource(formula)) add(formula);
  let rest: ReadFormula[] = found.size === 0 ? [] : formulas.filter(({ placed }) => !found.has(placed));
  for (let before = -1; before !== rest.length;) {
    before = rest.length;
    // The other way round each time: most chains run down a sheet, some run up.
    rest = rest.reverse().filter((formula) => {
      const depends = formula.readsAnything || formula.areas.some((area) => cells.meets(area));
      if (depends) add(formula);
      return !depends;
    });
  }
  return found;
}

/** The cells that a formula fills, in the file or once recalculated. */
function filledBy({ sheet, address, array }: PlacedFormula, computed: ComputedBook): SheetArea {
  const first = parseAddress(address) ?? { row: 1, column: 1 };
  const { last } = parseReference(array ?? address) ?? { last: first };
  const spill = computed.sheets.get(sheet)?.get(address)?.spill ?? [[]];
  return {
    sheet,
    first,
    last: {
      row: Math.max(last.row, first.row + spill.length - 1),
      column: Math.max(last.column, first.column + (spill[0]?.length ?? 0) - 1),
    },
  };
}
