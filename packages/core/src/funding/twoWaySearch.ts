import { settle, shortestPaths } from "./twoWayPaths.ts";
import { at, logOfWhole, type TwoWayContest, TwoWayTable } from "./twoWayTable.ts";

/** Rounds of scaling: most tables need a few dozen, the others are finished by steps of larger units. */
const mostRounds = 100;
/** Scaling ends when no level moves by more. */
const still = 1e-9;
/** A line without places is scaled to a share that rounds to none. */
const nearlyNone = 1 / 16;

/**
 * Finds a best table: its lines have their places, as far as the weights allow, and no cycle of steps betters it.
 *
 * Alternating scaling in floating point tells multipliers that are nearly right; their exact rounding is the best table
 * for places that are nearly right, and from there units are carried by exact shortest ways. Where scaling leaves much
 * to carry, large units go first and are halved, so that the work grows with the number of digits only.
 */
export function searchTable(contest: TwoWayContest): TwoWayTable {
  const lines = Array.from(contest.places.keys());
  const few = BigInt(4 * lines.length);
  let levels = scaledLevels(contest);
  let table = roundedTable(contest, levels, 1n);
  let unit = 1n;
  while (unevenness(table) > few * unit) unit *= 2n;
  for (; unit > 1n; unit /= 2n) {
    table = roundedTable(contest, levels, unit);
    settle(table);
    levels = shortestPaths(table, lines).logs;
  }
  table = roundedTable(contest, levels, 1n);
  settle(table);
  return table;
}

function unevenness({ surplus }: TwoWayTable): bigint {
  return surplus.reduce((all, value) => all + (value < 0n ? -value : value), 0n);
}

/** Levels (binary logarithms) of the lines: a cell's share is its weight times 2 to its column's less its row's level. */
function scaledLevels({ rows, columns, weights, places }: TwoWayContest): Float64Array {
  const logs = Float64Array.from(weights, logOfWhole);
  const goals = Float64Array.from(places, (value) => Math.log2(value === 0n ? nearlyNone : Number(value)));
  const levels = new Float64Array(rows + columns);
  for (let round = 0, moved = Infinity; round < mostRounds && moved > still; round += 1) {
    moved = 0;
    for (let line = 0; line < rows + columns; line += 1) {
      const isRow = line < rows;
      const first = isRow ? line * columns : line - rows;
      const shares = Array.from({ length: isRow ? columns : rows }, (_, other) => {
        const cell = isRow ? first + other : other * columns + first;
        const level = at(levels, isRow ? rows + other : other);
        return at(logs, cell) + (isRow ? level : -level);
      });
      const together = logOfSum(shares);
      if (together === -Infinity) continue;
      const distance = at(goals, line) - together;
      const level = isRow ? -distance : distance;
      moved = Math.max(moved, Math.abs(level - at(levels, line)));
      levels[line] = level;
    }
  }
  return levels;
}

function logOfSum(logs: readonly number[]): number {
  const largest = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  if (largest === -Infinity) return -Infinity;
  return largest + Math.log2(logs.reduce((sum, log) => sum + 2 ** (log - largest), 0));
}

/** A multiplier that is exactly what its parts say: significand times 2 to the exponent. */
interface Multiplier {
  readonly significand: bigint;
  readonly exponent: number;
}

const significandBits = 52;

function multiplierOf(log: number): Multiplier {
  const exponent = Math.floor(log) - significandBits;
  return { significand: BigInt(Math.round(2 ** (log - exponent))), exponent };
}

/** The table in which each cell is its share rounded to the unit, exactly, by the multipliers that the levels stand for. */
function roundedTable(contest: TwoWayContest, levels: Float64Array, unit: bigint): TwoWayTable {
  const { rows, columns, weights } = contest;
  const multipliers = Array.from(levels, (level, line) => multiplierOf(line < rows ? -level : level));
  const cells = weights.map((weight, cell) => {
    if (weight === 0n) return 0n;
    const row = at(multipliers, Math.floor(cell / columns));
    const column = at(multipliers, rows + (cell % columns));
    const share = 2n * weight * row.significand * column.significand;
    const exponent = row.exponent + column.exponent;
    const shift = BigInt(Math.abs(exponent));
    const [scaled, step] = exponent < 0 ? [share, unit << shift] : [share << shift, unit];
    return ((scaled + step) / (2n * step)) * unit;
  });
  return new TwoWayTable(contest, unit, cells);
}
