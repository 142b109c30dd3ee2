import type { Univer } from "./univer.ts";

type Index = Univer["formula"]["CELL_INVERTED_INDEX_CACHE"];
type Value = Parameters<Index["set"]>[3];
type Column = NonNullable<ReturnType<Index["getCellValuePositions"]>>;

const patched = new WeakSet<Index>();

/**
 * Makes the engine's index of cell values as fast to write as to read.
 *
 * Before it writes a cell, the engine looks through every distinct value of the column for the row's old one: a spill of
 * 100,000 rows takes over a minute. This remembers the values that it wrote and looks only where the old one is.
 */
export function patchIndex(
  { core, formula }: Univer,
  index: Index = formula.CELL_INVERTED_INDEX_CACHE,
): void {
  if (patched.has(index)) return;
  patched.add(index);
  /** The same index, as it never refuses to write. */
  const unchecked = Object.create(index, { shouldContinueBuildingCache: { value: () => true } }) as Index;
  const writeUnchecked = index.set.bind(unchecked);
  const write = index.set.bind(index);
  const written = new WeakMap<Column, Map<number, Value>>();

  index.set = (unitId, sheetId, column, value, row, isForced = false) => {
    if (!isForced && !index.shouldContinueBuildingCache(unitId, sheetId, column, row)) return;
    const cells = index.getCellValuePositions(unitId, sheetId, column);
    const rows = cells && written.get(cells);
    if (cells && rows?.has(row) && !forget(cells, rows.get(row), row)) {
      write(unitId, sheetId, column, value, row, true);
    } else {
      writeUnchecked(unitId, sheetId, column, value, row, false);
    }
    const target = cells ?? index.getCellValuePositions(unitId, sheetId, column);
    if (target === undefined) return;
    const known = rows ?? new Map<number, Value>();
    if (rows === undefined) written.set(target, known);
    known.set(row, value);
  };

  /** Takes a row from the old value's cells; false where they are not found. */
  function forget(cells: Column, value: Value, row: number): boolean {
    const isNumber =
      core.isRealNum(value) && Number(value).toString() === (value as { toString(): string }).toString();
    const key = isNumber ? Number(value) + 0 : typeof value === "string" ? value.toLowerCase() : value;
    return cells.get(key as Parameters<Column["get"]>[0])?.delete(row) ?? false;
  }
}
