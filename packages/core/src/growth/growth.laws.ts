import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import type { growthPath } from "./growthPath.ts";
import type { growthPathTo } from "./growthPathTo.ts";
import type { growthPeriods } from "./growthPeriods.ts";
import type { growthRate } from "./growthRate.ts";
import type { GrowthRounding } from "./growthRounding.ts";

/** A law of growth; the mistakes that each must catch stand in its test. */
export type GrowthLaw = Omit<Law<GrowthCalculator>, "broken">;

/** The four calculators of growth. */
export interface GrowthCalculator {
  readonly growthPath: typeof growthPath;
  readonly growthPathTo: typeof growthPathTo;
  readonly growthRate: typeof growthRate;
  readonly growthPeriods: typeof growthPeriods;
}

// The slow, obvious reference: numerators and denominators that are never reduced and never rounded.

type Ratio = readonly [numerator: bigint, denominator: bigint];

const ratioOf = ({ numerator, denominator }: Fraction): Ratio => [numerator, denominator];

function growTimes([numerator, denominator]: Ratio, rate: Fraction, periods: number): Ratio {
  let value: Ratio = [numerator, denominator];
  for (let period = 0; period < periods; period += 1) {
    value = [value[0] * (rate.denominator + rate.numerator), value[1] * rate.denominator];
  }
  return value;
}

function addTimes([numerator, denominator]: Ratio, rate: Fraction, periods: number): Ratio {
  const added = numerator * rate.numerator * BigInt(periods);
  return [numerator * rate.denominator + added, denominator * rate.denominator];
}

function floorOf([numerator, denominator]: Ratio): bigint {
  const quotient = numerator / denominator;
  return quotient * denominator > numerator ? quotient - 1n : quotient;
}

function roundSlowly([numerator, denominator]: Ratio, rounding: WholeRounding): bigint {
  if (rounding === "down") return floorOf([numerator, denominator]);
  if (rounding === "up") return -floorOf([-numerator, denominator]);
  return numerator < 0n
    ? -floorOf([-2n * numerator + denominator, 2n * denominator])
    : floorOf([2n * numerator + denominator, 2n * denominator]);
}

/** The double as it is, to the last bit. */
function doubleRatio(value: number): Ratio {
  let [scaled, denominator] = [value, 1n];
  for (; !Number.isInteger(scaled); scaled *= 2) denominator *= 2n;
  return [BigInt(scaled), denominator];
}

function compareRatios(a: Ratio, b: Ratio): number {
  const difference = a[0] * b[1] - b[0] * a[1];
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The middles between a double and its two neighbours, the lower one first. */
function middlesAround(value: number): readonly [Ratio, Ratio] {
  const middleTo = (steps: bigint): Ratio => {
    const [a, b] = [doubleRatio(value), doubleRatio(neighbour(value, steps))];
    return [a[0] * b[1] + b[0] * a[1], 2n * a[1] * b[1]];
  };
  return value > 0 ? [middleTo(-1n), middleTo(1n)] : [middleTo(1n), middleTo(-1n)];
}

/** Whether no double is nearer to the exact value: it lies between the middles to both neighbours. */
function isNearestDouble(value: number, wanted: Ratio): boolean {
  if (value === 0) return wanted[0] === 0n;
  const [below, above] = middlesAround(value);
  return compareRatios(below, wanted) <= 0 && compareRatios(wanted, above) <= 0;
}

function neighbour(value: number, steps: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + steps);
  return view.getFloat64(0);
}

function finishes(value: number, wanted: Ratio, rounding: GrowthRounding): boolean {
  return rounding === "none"
    ? isNearestDouble(value, wanted)
    : value === Number(roundSlowly(wanted, rounding));
}

/** Negative, zero or positive as a to the power of n is below, at or above b to the power of m. */
function comparePowersSlowly(a: Ratio, n: number, b: Ratio, m: number): number {
  const [p, q] = [BigInt(n), BigInt(m)];
  return compareRatios([a[0] ** p, a[1] ** p], [b[0] ** q, b[1] ** q]);
}

/**
 * Whether a value is the rounding of an unknown one of which only the side of a boundary can be asked.
 *
 * `side` is negative, zero or positive as the unknown value is below, at or above the boundary.
 */
function isRoundingOf(value: number, rounding: GrowthRounding, side: (boundary: Ratio) => number): boolean {
  if (rounding === "none" || value > Number.MAX_SAFE_INTEGER) {
    const [below, above] = middlesAround(value);
    // Beyond 2^53 a double stands for the whole number nearest to it, which is up to one away from the value.
    const slack = rounding === "none" ? 0n : 1n;
    return (
      side([below[0] - slack * below[1], below[1]]) >= 0 && side([above[0] + slack * above[1], above[1]]) <= 0
    );
  }
  const twice = 2n * BigInt(value);
  switch (rounding) {
    case "nearest":
      return side([twice - 1n, 2n]) >= 0 && side([twice + 1n, 2n]) < 0;
    case "down":
      return side([twice, 2n]) >= 0 && side([twice + 2n, 2n]) < 0;
    case "up":
      return side([twice - 2n, 2n]) > 0 && side([twice, 2n]) <= 0;
  }
}

// Generators. Bases reach past 2^53; rates are decimals as people type them, thirds, and sevenths.

type WholeRounding = Exclude<GrowthRounding, "none">;

const wholeRoundings = fc.constantFrom<WholeRounding[]>("nearest", "up", "down");
const roundings = fc.constantFrom<GrowthRounding[]>("none", "nearest", "up", "down");
const periodCounts = fc.integer({ min: 0, max: 24 });

function fractions(least: bigint, most: bigint, ...denominators: bigint[]): fc.Arbitrary<Fraction> {
  return fc
    .tuple(fc.bigInt({ min: least, max: most }), fc.constantFrom(...denominators))
    .map(([numerator, denominator]) => fraction(numerator, denominator));
}

const bases = fc.oneof(fractions(0n, 10_000n, 1n, 2n, 100n), fractions(0n, 2n ** 70n, 1n, 3n, 1000n));
const smallBases = fractions(0n, 1_000_000n, 1n, 2n, 100n);
const rates = fractions(-999n, 3000n, 1000n, 999n, 10_003n);
const fallingToo = fractions(-1000n, 3000n, 1000n, 3000n);
const above = fc.oneof(fractions(1n, 10_000n, 1n, 2n, 100n), fractions(1n, 2n ** 60n, 1n, 3n));

const paths = fc.record({ base: bases, rate: fallingToo, periods: periodCounts.map((n) => count(n)) });
const between = fc.record({
  start: above,
  goal: above,
  periods: fc.integer({ min: 1, max: 9 }).map((n) => count(n)),
});

/** Start, goal and a ceiling above both. */
const underCeiling = fc
  .tuple(between, fractions(1n, 2n ** 40n, 1n, 7n))
  .map(([path, room]) => ({ ...path, ceiling: sum(larger(path.start, path.goal), room) }));

function sum(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

function larger(a: Fraction, b: Fraction): Fraction {
  return compareRatios(ratioOf(a), ratioOf(b)) < 0 ? b : a;
}

function refuses(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "outOfRange";
  }
}

/** c / y - 1, in which a logistic path is geometric. */
function odds([numerator, denominator]: Ratio, ceiling: Fraction): Ratio {
  const top = ceiling.numerator * denominator - numerator * ceiling.denominator;
  return [top, ceiling.denominator * numerator];
}

const rising = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value >= values[index - 1]!);

const close = (a: number, b: number, tolerance: number): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));

/** Laws of paths that grow at a rate. */
export const pathLaws: readonly GrowthLaw[] = [
  {
    name: "G1 a path begins with its base, which no rounding touches",
    property: ({ growthPath }) =>
      fc.property(paths, roundings, (path, rounding) =>
        isNearestDouble(growthPath({ ...path, rounding })[0]!, ratioOf(path.base)),
      ),
  },
  {
    name: "compound values are those of the exact path, rounded once",
    property: ({ growthPath }) =>
      fc.property(paths, roundings, (path, rounding) =>
        growthPath({ ...path, rounding })
          .slice(1)
          .every((value, index) =>
            finishes(value, growTimes(ratioOf(path.base), path.rate, index + 1), rounding),
          ),
      ),
  },
  {
    name: "linear values are those of the exact path, rounded once",
    property: ({ growthPath }) =>
      fc.property(paths, roundings, (path, rounding) =>
        growthPath({ ...path, rounding, method: "linear" })
          .slice(1)
          .every((value, index) =>
            finishes(value, addTimes(ratioOf(path.base), path.rate, index + 1), rounding),
          ),
      ),
  },
  {
    name: "rounded at each step, the next value grows from the rounded one",
    property: ({ growthPath }) =>
      fc.property(paths, wholeRoundings, (path, rounding) => {
        let previous = ratioOf(path.base);
        return growthPath({ ...path, rounding, place: "each" })
          .slice(1)
          .every((value) => {
            previous = [roundSlowly(growTimes(previous, path.rate, 1), rounding), 1n];
            return value === Number(previous[0]);
          });
      }),
  },
  {
    name: "G3 a path never turns back",
    property: ({ growthPath }) =>
      fc.property(paths, roundings, (path, rounding) => {
        // The base itself is not rounded, so the comparison begins with the first value that is.
        const values = growthPath({ ...path, rounding }).slice(rounding === "none" ? 0 : 1);
        return rising(path.rate.numerator < 0n ? [...values].reverse() : values);
      }),
  },
  {
    name: "G6 rounded values are whole and within half (nearest) or one (up, down) of the exact path",
    property: ({ growthPath }) =>
      fc.property(
        smallBases,
        rates,
        fc.integer({ min: 0, max: 10 }),
        wholeRoundings,
        (base, rate, periods, rounding) =>
          growthPath({ base, rate, periods: count(periods), rounding })
            .slice(1)
            .every((value, index) => {
              const [numerator, denominator] = growTimes(ratioOf(base), rate, index + 1);
              const twiceOff = 2n * (BigInt(value) * denominator - numerator);
              const distance = twiceOff < 0n ? -twiceOff : twiceOff;
              return rounding === "nearest" ? distance <= denominator : distance < 2n * denominator;
            }),
      ),
  },
  {
    name: "G6 rounding at each step is off by at most ((1+r)^n - 1) / 2r",
    property: ({ growthPath }) =>
      fc.property(smallBases, rates, fc.integer({ min: 0, max: 10 }), (base, rate, periods) =>
        growthPath({ base, rate, periods: count(periods), rounding: "nearest", place: "each" }).every(
          (value, index) => {
            if (index === 0) return true;
            const [numerator, denominator] = growTimes(ratioOf(base), rate, index);
            const found = doubleRatio(value);
            // ((1+r)^n - 1) / r is 1 + (1+r) + ... + (1+r)^(n-1), which is n when nothing grows.
            let bound: Ratio = [0n, 1n];
            for (let step = 0; step < index; step += 1) {
              const [more, over] = growTimes([1n, 2n], rate, step);
              bound = [bound[0] * over + more * bound[1], bound[1] * over];
            }
            const off = found[0] * denominator - numerator * found[1];
            return compareRatios([off < 0n ? -off : off, denominator * found[1]], bound) <= 0;
          },
        ),
      ),
  },
  {
    name: "G10 a path begun later has the same values",
    property: ({ growthPath }) =>
      fc.property(paths, periodCounts, (path, later) => {
        const shift = Math.min(later, path.periods);
        const base = fraction(...growTimes(ratioOf(path.base), path.rate, shift));
        const rest = growthPath({ base, rate: path.rate, periods: count(path.periods - shift) });
        return growthPath(path)
          .slice(shift)
          .every((value, index) => value === rest[index]);
      }),
  },
  {
    name: "G11 no growth is constant, no period is the base alone, a negative base is refused",
    property: ({ growthPath }) =>
      fc.property(paths, fc.constantFrom("compound", "linear"), ({ base, rate, periods }, method) => {
        const still = growthPath({ base, rate: fraction(0n), periods, method });
        const alone = growthPath({ base, rate, periods: count(0), method });
        const negative = fraction(-base.numerator - 1n, base.denominator);
        return (
          still.length === periods + 1 &&
          still.every((value) => value === still[0]) &&
          alone.length === 1 &&
          refuses(() => growthPath({ base: negative, rate, periods, method }))
        );
      }),
  },
];

/** Laws of paths between two values. */
export const pathToLaws: readonly GrowthLaw[] = [
  {
    name: "G1 a path to a goal has both ends as given, by every method and rounding",
    property: ({ growthPathTo }) =>
      fc.property(
        underCeiling,
        roundings,
        fc.constantFrom("compound", "linear", "logistic"),
        (path, rounding, method) => {
          const values = growthPathTo({ ...path, rounding, method });
          return (
            values.length === path.periods + 1 &&
            isNearestDouble(values[0]!, ratioOf(path.start)) &&
            isNearestDouble(values[path.periods]!, ratioOf(path.goal))
          );
        },
      ),
  },
  {
    name: "G3 a path to a goal never turns back",
    property: ({ growthPathTo }) =>
      fc.property(
        underCeiling,
        roundings,
        fc.constantFrom("compound", "linear", "logistic"),
        (path, rounding, method) => {
          const values = growthPathTo({ ...path, rounding, method });
          const inner = rounding === "none" ? values : values.slice(1, -1);
          const falls = compareRatios(ratioOf(path.goal), ratioOf(path.start)) < 0;
          return rising(falls ? [...inner].reverse() : inner);
        },
      ),
  },
  {
    name: "G4 the compound path never rises above the linear one",
    property: ({ growthPathTo }) =>
      fc.property(between, roundings, (path, rounding) => {
        const linear = growthPathTo({ ...path, rounding, method: "linear" });
        return growthPathTo({ ...path, rounding, method: "compound" }).every(
          (value, index) => value <= linear[index]!,
        );
      }),
  },
  {
    name: "linear values between are the exact ones, rounded once",
    property: ({ growthPathTo }) =>
      fc.property(between, roundings, ({ start, goal, periods }, rounding) =>
        growthPathTo({ start, goal, periods, rounding, method: "linear" })
          .slice(1, -1)
          .every((value, index) => {
            const [passed, left] = [BigInt(index + 1), BigInt(periods - index - 1)];
            const numerator =
              start.numerator * goal.denominator * left + goal.numerator * start.denominator * passed;
            return finishes(
              value,
              [numerator, start.denominator * goal.denominator * BigInt(periods)],
              rounding,
            );
          }),
      ),
  },
  {
    name: "compound values between lie on the side of every boundary where the root lies",
    property: ({ growthPathTo }) =>
      fc.property(between, roundings, ({ start, goal, periods }, rounding) =>
        growthPathTo({ start, goal, periods, rounding })
          .slice(1, -1)
          .every((value, index) => {
            const ratio: Ratio = [goal.numerator * start.denominator, goal.denominator * start.numerator];
            const side = ([numerator, denominator]: Ratio): number =>
              numerator <= 0n
                ? 1
                : comparePowersSlowly(
                    ratio,
                    index + 1,
                    [numerator * start.denominator, denominator * start.numerator],
                    periods,
                  );
            return isRoundingOf(value, rounding, side);
          }),
      ),
  },
  {
    name: "logistic values between lie on the side of every boundary where the curve lies",
    property: ({ growthPathTo }) =>
      fc.property(underCeiling, roundings, ({ start, goal, periods, ceiling }, rounding) =>
        growthPathTo({ start, goal, periods, rounding, ceiling, method: "logistic" })
          .slice(1, -1)
          .every((value, index) => {
            const [first, last] = [odds(ratioOf(start), ceiling), odds(ratioOf(goal), ceiling)];
            const ratio: Ratio = [last[0] * first[1], last[1] * first[0]];
            const side = (boundary: Ratio): number => {
              if (boundary[0] <= 0n) return 1;
              if (compareRatios(boundary, ratioOf(ceiling)) >= 0) return -1;
              const at = odds(boundary, ceiling);
              return -comparePowersSlowly(ratio, index + 1, [at[0] * first[1], at[1] * first[0]], periods);
            };
            return isRoundingOf(value, rounding, side);
          }),
      ),
  },
  {
    name: "G9 a logistic path stays under its ceiling and is symmetric about its midpoint",
    property: ({ growthPathTo }) =>
      fc.property(fractions(1n, 499n, 1000n), fc.integer({ min: 1, max: 9 }), (start, periods) => {
        const goal = fraction(start.denominator - start.numerator, start.denominator);
        const values = growthPathTo({
          start,
          goal,
          periods: count(periods),
          method: "logistic",
          ceiling: fraction(1n),
        });
        return values.every(
          (value, index) => value > 0 && value < 1 && Math.abs(value + values[periods - index]! - 1) <= 2e-16,
        );
      }),
  },
];

/** Laws of rates and periods. */
export const rateLaws: readonly GrowthLaw[] = [
  {
    name: "G2 a start grown at the rate reaches the end, in as many periods",
    property: ({ growthRate, growthPeriods }) =>
      fc.property(between, ({ start, goal, periods }) => {
        fc.pre(compareRatios(ratioOf(start), ratioOf(goal)) < 0);
        const rate = growthRate({ start, end: goal, periods: fraction(BigInt(periods)) });
        const [top, bottom] = growTimes(ratioOf(start), exact(rate), periods);
        // |reached - goal| <= goal / 10^12
        const off = top * goal.denominator - goal.numerator * bottom;
        const reached = (off < 0n ? -off : off) * 10n ** 12n <= goal.numerator * bottom;
        return reached && close(growthPeriods({ start, end: goal, rate: exact(rate) }), periods, 1e-12);
      }),
  },
  {
    name: "G2 a rate that is a fraction is found to the last bit",
    property: ({ growthRate }) =>
      fc.property(above, rates, fc.integer({ min: 1, max: 24 }), (start, rate, periods) => {
        const end = fraction(...growTimes(ratioOf(start), rate, periods));
        return isNearestDouble(growthRate({ start, end, periods: fraction(BigInt(periods)) }), ratioOf(rate));
      }),
  },
  {
    name: "G2 a whole number of periods is found exactly, there and back",
    property: ({ growthPeriods }) =>
      fc.property(
        above,
        fractions(1n, 3000n, 1000n, 7n),
        fc.integer({ min: 0, max: 60 }),
        (start, rate, periods) => {
          const end = fraction(...growTimes(ratioOf(start), rate, periods));
          return (
            growthPeriods({ start, end, rate }) === periods &&
            growthPeriods({ start: end, end: start, rate }) + periods === 0
          );
        },
      ),
  },
  {
    name: "G11 two values of opposite sign have no rate",
    property: ({ growthRate }) =>
      fc.property(above, above, fc.boolean(), (a, b, swapped) => {
        const negative = fraction(-b.numerator, b.denominator);
        const [start, end] = swapped ? [negative, a] : [a, negative];
        return refuses(() => growthRate({ start, end, periods: fraction(2n) }));
      }),
  },
];

/** Every law of the family. */
export const growthLaws: readonly GrowthLaw[] = [...pathLaws, ...pathToLaws, ...rateLaws];
