import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { counts } from "../exact/numbers.laws.ts";
import type { CoverageInput } from "./coverageRate.ts";

// Generators of cells. Counts reach 2^53-1; some cells are nearly all, all, or a little more.

export const most = 9007199254740991;

const closeCells = fc
  .tuple(counts, fc.integer({ min: -3, max: 3 }))
  .map(([eligible, off]) => ({ covered: count(Math.min(most, Math.max(0, eligible + off))), eligible }));
export const allCells = fc.oneof(fc.record({ covered: counts, eligible: counts }), closeCells);
export const cells = allCells.filter(({ eligible }) => eligible > 0);
export const cellsWithinAll = cells.map(({ covered, eligible }) => ({
  covered: count(Math.min(covered, eligible)),
  eligible,
}));

export const smallCells = fc.record({
  covered: fc.nat(2 ** 32),
  eligible: fc.integer({ min: 1, max: 2 ** 32 }),
});
export const factors = fc.integer({ min: 1, max: 2 ** 20 });

export const cellOf = (covered: number, eligible: number): CoverageInput => ({
  covered: count(covered),
  eligible: count(eligible),
});
