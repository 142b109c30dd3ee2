import { CalculationError } from "../errors.ts";
import { sum } from "./boundedShares.ts";
import { type Contest, largerFirst, type Outcome } from "./contest.ts";
import type { Ratio } from "./divisors.ts";
import { type Tie, tieAtCut } from "./tie.ts";

/** The methods that give each row the whole part of its quota and the rest to the largest remainders. */
export type RemainderMethod = "largest-remainder" | "droop" | "hagenbach-bischoff";

/**
 * How much weight buys one place.
 *
 * | method | quota, of V votes and H places |
 * | --- | --- |
 * | `largest-remainder` | V / H |
 * | `droop` | V / (H + 1) rounded down, and 1 more |
 * | `hagenbach-bischoff` | V / (H + 1) rounded half up, at least 1 |
 */
export function priceOf(method: RemainderMethod, votes: bigint, places: bigint): Ratio {
  switch (method) {
    case "largest-remainder":
      return { numerator: votes, denominator: places };
    case "droop":
      return { numerator: votes / (places + 1n) + 1n, denominator: 1n };
    case "hagenbach-bischoff": {
      const rounded = (2n * votes + places + 1n) / (2n * (places + 1n));
      return { numerator: rounded > 0n ? rounded : 1n, denominator: 1n };
    }
  }
}

interface Standing {
  readonly row: number;
  readonly low: bigint;
  readonly high: bigint | undefined;
  /** The whole part of the quota, moved between the bounds. */
  readonly start: bigint;
  readonly remainder: bigint;
  readonly belowMinimum: boolean;
  readonly aboveMinimum: boolean;
}

/**
 * Gives each row the whole part of its quota, within its bounds, and the rest by largest remainder.
 *
 * Where raised minimums use up too much, the rows whose quota is below their minimum are fixed there and the others begin
 * again; where full rows leave places over, the full rows are fixed and the others begin again.
 */
export function remainderMethod(contest: Contest, method: RemainderMethod): Outcome {
  const places = [...contest.minimum];
  let rows = Array.from(contest.weights.keys());
  let free = contest.places;
  const fix = (standings: readonly Standing[], at: "low" | "high"): void => {
    for (const standing of standings) {
      const value = standing[at] ?? 0n;
      places[standing.row] = value;
      free -= value;
    }
    const fixed = new Set(standings.map(({ row }) => row));
    rows = rows.filter((row) => !fixed.has(row));
  };
  // Each round answers or fixes a row, and bounds that let some answer never leave places over after the last row.
  for (;;) {
    const standings = standingsOf(contest, rows, priceFor(contest, method, rows, free));
    const rest = free - sum(standings.map(({ start }) => start));
    const below = rest < 0n ? standings.filter(({ belowMinimum }) => belowMinimum) : [];
    if (below.length > 0) {
      fix(below, "low");
      continue;
    }
    const settle = (): void => {
      for (const { row, start } of standings) places[row] = start;
    };
    if (rest < 0n) {
      settle();
      return { places, ties: giveBack(places, standings, -rest) };
    }
    const queue = standings
      .filter(({ aboveMinimum, start, high }) => aboveMinimum && start !== high)
      .sort((a, b) => largerFirst(a.remainder, b.remainder, a.row, b.row));
    if (rest <= queue.length) {
      settle();
      return { places, ties: handOut(places, queue, Number(rest)) };
    }
    const full = standings.filter(({ start, high }) => start === high);
    if (full.length === 0) throw tooFewVotes(rest, queue.length);
    fix(full, "high");
  }
}

function priceFor(contest: Contest, method: RemainderMethod, rows: readonly number[], free: bigint): Ratio {
  return priceOf(method, sum(rows.map((row) => contest.weights[row] ?? 0n)), free);
}

function standingsOf(contest: Contest, rows: readonly number[], price: Ratio): Standing[] {
  return rows.map((row) => {
    const weight = contest.weights[row] ?? 0n;
    const low = contest.minimum[row] ?? 0n;
    const high = contest.maximum[row];
    const value = weight * price.denominator;
    const whole = value / price.numerator;
    const raised = whole < low ? low : whole;
    return {
      row,
      low,
      high,
      start: high !== undefined && raised > high ? high : raised,
      remainder: value % price.numerator,
      belowMinimum: value < low * price.numerator,
      aboveMinimum: value > low * price.numerator,
    };
  });
}

/** One place each to the first rows of the queue. */
function handOut(places: bigint[], queue: readonly Standing[], count: number): readonly Tie[] {
  for (const { row } of queue.slice(0, count)) places[row] = (places[row] ?? 0n) + 1n;
  return tieOf(queue, count);
}

/** The smallest remainders give back one place each, the later of two equal rows first, round after round. */
function giveBack(places: bigint[], standings: readonly Standing[], count: bigint): readonly Tie[] {
  const has = (row: number): bigint => places[row] ?? 0n;
  for (let left = count; ;) {
    const holding = standings
      .filter(({ row, low }) => has(row) > low)
      .sort((a, b) => largerFirst(a.remainder, b.remainder, a.row, b.row));
    const keeping = holding.length - Number(left);
    if (keeping >= 0) {
      for (const { row } of holding.slice(keeping)) places[row] = has(row) - 1n;
      return tieOf(holding, keeping);
    }
    // Whole rounds at once: as many as everybody can give.
    let rounds = left / BigInt(holding.length);
    for (const { row, low } of holding) if (has(row) - low < rounds) rounds = has(row) - low;
    for (const { row } of holding) places[row] = has(row) - rounds;
    left -= rounds * BigInt(holding.length);
  }
}

function tieOf(queue: readonly Standing[], served: number): readonly Tie[] {
  const remainders = new Map(queue.map(({ row, remainder }) => [row, remainder]));
  return tieAtCut(
    queue.map(({ row }) => row),
    served,
    (row, other) => remainders.get(row) === remainders.get(other),
  );
}

function tooFewVotes(rest: bigint, rows: number): CalculationError {
  return new CalculationError("quotaApportion", "outOfRange", {
    name: "the places left after the quotas",
    requirement: `at most one a row (${rows})`,
    found: String(rest),
  });
}
