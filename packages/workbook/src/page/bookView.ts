import type { Cell } from "@tallykit/sheet";
import {
  type Area,
  type Book,
  type ComputedBook,
  parseAddress,
  parseReference,
  type Place,
  sheetLimits,
  toAddress,
  toReference,
} from "@tallykit/sheet/book";
import type { SheetRange } from "@tallykit/panel";

interface SheetView {
  readonly values: ReadonlyMap<string, Cell>;
  readonly formulas: ReadonlyMap<string, string>;
  /** The last row and column that hold or show something. */
  readonly last: Place;
}

/** What the cells of a workbook hold and show, with the words of errors and the cells that formulas fill. */
export class BookView {
  readonly #sheets: ReadonlyMap<string, SheetView>;

  constructor({ sheets }: Book, computed: ComputedBook) {
    this.#sheets = new Map(
      sheets.map(({ name, cells }) => {
        const values = new Map<string, Cell>();
        const formulas = new Map<string, string>();
        const last = { row: 0, column: 0 };
        const put = (place: Place, value: Cell): void => {
          values.set(toAddress(place), value);
          last.row = Math.max(last.row, place.row);
          last.column = Math.max(last.column, place.column);
        };
        for (const [address, cell] of cells) {
          const place = parseAddress(address);
          if (place === undefined) continue;
          if ("formula" in cell) formulas.set(address, `=${cell.formula}`);
          put(place, "formula" in cell ? null : cell.value);
        }
        for (const [address, { value, spill = [[value]] }] of computed.sheets.get(name) ?? []) {
          const place = parseAddress(address);
          if (place === undefined) continue;
          for (const [down, row] of spill.entries()) {
            for (const [across, each] of row.entries()) {
              put({ row: place.row + down, column: place.column + across }, each);
            }
          }
        }
        return [name, { values, formulas, last }];
      }),
    );
  }

  /** Whether there is a sheet of this name. */
  has(sheet: string): boolean {
    return this.#sheets.has(sheet);
  }

  /** The last row and column of a sheet that hold or show something; 0 where none does. */
  last(sheet: string): Place {
    return this.#sheets.get(sheet)?.last ?? { row: 0, column: 0 };
  }

  /** What a cell holds or shows. */
  value(sheet: string, address: string): Cell {
    return this.#sheets.get(sheet)?.values.get(address) ?? null;
  }

  /** A range of a sheet, cut to the cells in use; `undefined` where the address is none. */
  range(sheet: string, address: string): SheetRange | undefined {
    const view = this.#sheets.get(sheet);
    const area = areaOf(address);
    if (view === undefined || area === undefined) return undefined;
    const { first } = area;
    const last = {
      row: Math.max(first.row, Math.min(area.last.row, view.last.row)),
      column: Math.max(first.column, Math.min(area.last.column, view.last.column)),
    };
    const rows = <Each>(read: (address: string) => Each): Each[][] =>
      Array.from({ length: last.row - first.row + 1 }, (_, row) =>
        Array.from({ length: last.column - first.column + 1 }, (__, column) =>
          read(toAddress({ row: first.row + row, column: first.column + column })),
        ),
      );
    return {
      sheet,
      address: toReference({ first, last }),
      values: rows((each) => view.values.get(each) ?? null),
      formulas: rows((each) => view.formulas.get(each)),
    };
  }
}

/** The rectangle of an address, whole columns and rows too. */
function areaOf(text: string): Area | undefined {
  const address = text.replaceAll("$", "");
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(address);
  if (columns !== null) return parseReference(`${columns[1] ?? ""}1:${columns[2] ?? ""}${sheetLimits.rows}`);
  const rows = /^([1-9]\d*):([1-9]\d*)$/.exec(address);
  if (rows === null) return parseReference(address);
  const [first, last] = [Number(rows[1]), Number(rows[2])];
  return first > last || last > sheetLimits.rows
    ? undefined
    : { first: { row: first, column: 1 }, last: { row: last, column: sheetLimits.columns } };
}
