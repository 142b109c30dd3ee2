import { CalculationError } from "../errors.ts";
import { sum } from "./boundedShares.ts";
import { at, type TwoWayTable } from "./twoWayTable.ts";

/**
 * Refuses a settled table in which lines lack their places, naming rows and columns that prove that no table has them.
 *
 * The lines to which steps lead from one with a surplus are such a proof: outside their columns their rows have no
 * weight, and the columns have fewer places than the rows. The columns and rows that are left are the same proof turned
 * round; of the two the one with fewer names is told.
 */
export function requireFilled(table: TwoWayTable): void {
  const start = table.surplus.findIndex((value) => value > 0n);
  if (start < 0) return;
  const { rows, places } = table.contest;
  const reached = reachedFrom(start, table);
  const lines = Array.from(places.keys());
  const [rowsIn, rowsOut] = halves(lines.slice(0, rows), reached);
  const [columnsIn, columnsOut] = halves(lines.slice(rows), reached);
  const total = (some: readonly number[]): bigint => sum(some.map((line) => at(places, line)));
  const rowsNamed = (some: readonly number[]): NamedLines => ({
    noun: "row",
    numbers: some.map((line) => line + 1),
    total: total(some),
  });
  const columnsNamed = (some: readonly number[]): NamedLines => ({
    noun: "column",
    numbers: some.map((line) => line - rows + 1),
    total: total(some),
  });
  const isTurned = rowsOut.length + columnsOut.length < rowsIn.length + columnsIn.length;
  const requirement = isTurned
    ? proof(columnsNamed(columnsOut), rowsNamed(rowsOut))
    : proof(rowsNamed(rowsIn), columnsNamed(columnsIn));
  const by = String(total(rowsIn) - total(columnsIn));
  throw new CalculationError("quotaTwoWay", "infeasibleBounds", { requirement, by });
}

function reachedFrom(start: number, table: TwoWayTable): ReadonlySet<number> {
  const { rows, columns } = table.contest;
  const reached = new Set([start]);
  for (const line of reached) {
    if (line < rows) {
      for (let column = 0; column < columns; column += 1) {
        if (table.upLog(line * columns + column) !== Infinity) reached.add(rows + column);
      }
    } else {
      for (let row = 0; row < rows; row += 1) {
        if (table.downLog(row * columns + line - rows) !== Infinity) reached.add(row);
      }
    }
  }
  return reached;
}

function halves(lines: readonly number[], reached: ReadonlySet<number>): [number[], number[]] {
  return [lines.filter((line) => reached.has(line)), lines.filter((line) => !reached.has(line))];
}

interface NamedLines {
  readonly noun: string;
  readonly numbers: readonly number[];
  readonly total: bigint;
}

function proof(crowded: NamedLines, outlets: NamedLines): string {
  if (outlets.numbers.length === 0) {
    return `no places for ${named(crowded)} (found ${crowded.total}), which ${isOne(crowded) ? "has" : "have"} no weight`;
  }
  return `no more places for ${named(crowded)} (found ${crowded.total}) than for ${named(outlets)} (found ${outlets.total}), all that can serve ${isOne(crowded) ? "it" : "them"}`;
}

function isOne({ numbers }: NamedLines): boolean {
  return numbers.length === 1;
}

/** The most numbers that a message lists. */
const mostNumbers = 20;

function named({ noun, numbers }: NamedLines): string {
  if (numbers.length === 1) return `${noun} ${numbers.join()}`;
  const shown = numbers.slice(0, mostNumbers);
  const rest = numbers.length - shown.length;
  if (rest > 0) return `${noun}s ${shown.join(", ")} and ${rest} more`;
  return `${noun}s ${shown.slice(0, -1).join(", ")} and ${shown.slice(-1).join()}`;
}
