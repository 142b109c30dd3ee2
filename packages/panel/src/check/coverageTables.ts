import { callFunction, type Cell, type Texts } from "@tallykit/sheet";

import { cellKey } from "./filledCells.ts";
import type { PlacedFinding } from "./mergedFindings.ts";
import type { RangeCell, RangeGrid } from "./rangeGrid.ts";

/** Titles of the columns of a coverage table. */
const titles = {
  eligible: /^(?:.*\b)?eligible\b|应覆盖|应建|应组建/i,
  covered: /^(?:units )?covered\b|\bcovered units\b|已覆盖|已组建|^覆盖(?:单位)?数$/i,
  printed: /^(?:coverage )?rate\b|\bprinted\b|\bpublished\b|覆盖率|组建率|公布/i,
} as const;
const totalName = /^(?:total|sum|all|合计|总计|小计)/i;
/** Titles are looked for in so many rows. */
const titleRows = 30;

interface CoverageTable {
  readonly row: number;
  readonly group: number | undefined;
  readonly covered: number;
  readonly eligible: number;
  readonly printed: number | undefined;
}

/** What the data check of coverage tables finds in tables that say by their titles that they are ones. */
export function coverageTableFindings(
  grid: RangeGrid,
  filled: ReadonlySet<string>,
  language: keyof Texts,
): PlacedFinding[] {
  const found: PlacedFinding[] = [];
  const last = Math.min(grid.rows, titleRows);
  for (let row = grid.first.row; row < grid.first.row + last; row += 1) {
    const table = tableAt(row, grid, filled);
    if (table !== undefined) found.push(...tableFindings(table, grid, language));
  }
  return found;
}

/** The table whose titles stand in a row; tables that our functions made are left out. */
function tableAt(row: number, grid: RangeGrid, filled: ReadonlySet<string>): CoverageTable | undefined {
  const cells = Array.from({ length: grid.columns }, (_, index) =>
    grid.at({ row, column: grid.first.column + index }),
  );
  const texts = cells.flatMap((cell) =>
    typeof cell?.value === "string" && cell.formula === undefined && !filled.has(cellKey(cell.place))
      ? [{ text: cell.value, column: cell.place.column }]
      : [],
  );
  const columnOf = (name: keyof typeof titles): number | undefined =>
    texts.find(({ text }) => titles[name].test(text.trim()))?.column;
  const eligible = columnOf("eligible");
  const covered = texts.find(
    ({ text, column }) => column !== eligible && titles.covered.test(text.trim()),
  )?.column;
  if (eligible === undefined || covered === undefined) return undefined;
  const printed = columnOf("printed");
  const isTyped =
    printed !== undefined && grid.column(printed, row + 1).every(({ formula }) => formula === undefined);
  return {
    row,
    covered,
    eligible,
    printed: isTyped ? printed : undefined,
    group: groupColumn(row, grid, Math.min(covered, eligible)),
  };
}

/** The nearest column of names to the left of the counts. */
function groupColumn(row: number, grid: RangeGrid, before: number): number | undefined {
  for (let column = before - 1; column >= grid.first.column; column -= 1) {
    const cells = grid.column(column, row + 1);
    if (cells.some(({ value }) => typeof value === "string" && value.trim() !== "")) return column;
  }
  return undefined;
}

function tableFindings(table: CoverageTable, grid: RangeGrid, language: keyof Texts): PlacedFinding[] {
  const { row, group, covered, eligible, printed } = table;
  const rows = dataRows(table, grid);
  if (rows.length === 0) return [];
  const column = (at: number | undefined): Cell[][] | null =>
    at === undefined ? null : rows.map((each) => [grid.at({ row: each, column: at })?.value ?? null]);
  const names = column(group) ?? rows.map((each) => [String(each - row)]);
  const result = callFunction("COVERAGE_CHECK", [
    names,
    column(covered),
    column(eligible),
    column(printed),
    null,
    language,
  ]);
  if (!isRows(result)) return [];
  return result.slice(1).flatMap(([number, , kind, detail]) => {
    const at = typeof number === "number" ? rows[number - 1] : undefined;
    if (at === undefined || typeof kind !== "string" || typeof detail !== "string") return [];
    const place = { row: at, column: columnOfDetail(detail, table) };
    return [{ area: { first: place, last: place }, kind, ...parted(detail) }];
  });
}

function isRows(
  result: ReturnType<typeof callFunction>,
): result is Extract<typeof result, readonly unknown[]> {
  return Array.isArray(result);
}

/** The rows under the titles, down to the first blank one, without totals. */
function dataRows({ row, group, covered, eligible }: CoverageTable, grid: RangeGrid): number[] {
  const rows: number[] = [];
  const value = (each: number, column: number | undefined): RangeCell["value"] =>
    column === undefined ? null : (grid.at({ row: each, column })?.value ?? null);
  for (let each = row + 1; each < grid.first.row + grid.rows; each += 1) {
    const cells = [group, covered, eligible].map((column) => value(each, column));
    if (cells.every((cell) => cell === null || cell === "")) break;
    const [name] = cells;
    if (typeof name !== "string" || !totalName.test(name.trim())) rows.push(each);
  }
  return rows;
}

/** The column that a detail begins with; of those that name none, the covered units. */
function columnOfDetail(detail: string, { group, covered, eligible, printed }: CoverageTable): number {
  if (/^(?:eligible|应覆盖)/.test(detail)) return eligible;
  if (/^(?:group|组别)/.test(detail)) return group ?? covered;
  return /^(?:printed|公布|“|")/.test(detail) ? (printed ?? covered) : covered;
}

/** What is there, and what to do: a detail says both, the advice last. */
function parted(detail: string): { readonly says: string; readonly advice: string } {
  const sign = detail.includes("；") ? "；" : "; ";
  const at = detail.lastIndexOf(sign);
  return at === -1
    ? { says: detail, advice: "" }
    : { says: detail.slice(0, at), advice: detail.slice(at + sign.length) };
}
