import * as core from "@tallykit/core";

import { Accepting, Refused } from "../compare.ts";
import { boundariesOf, nearestDouble } from "../double.ts";
import { Fraction, fractionOf, type FractionLike, one, sumOf, zero } from "../fraction.ts";
import { countOf, drawFraction, drawMaybe, drawShare, drawWeights } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";

type Rounding = core.GrowthRounding;
const huge = new Fraction(10n ** 309n);
const roundings = ["none", "nearest", "up", "down"] as const;

/** The double of a value; refused beyond the largest. */
export function finite(value: FractionLike): number {
  const double = nearestDouble(value);
  if (!Number.isFinite(double)) throw new Refused("outOfRange");
  return double;
}

function wholeBy(rounding: Rounding, value: Fraction): Fraction {
  if (rounding === "none") return value;
  return new Fraction(
    rounding === "up" ? value.ceiling() : rounding === "down" ? value.floor() : value.nearest(),
  );
}

/** The values of a path, one step after the other. */
export function pathOf(
  base: Fraction,
  rates: readonly Fraction[],
  rounding: Rounding,
  place: core.RoundingPlace,
): Fraction[] {
  const values = [base];
  let exact = base;
  for (const rate of rates) {
    const grown = exact.times(rate.plus(one));
    const shown = wholeBy(rounding, grown);
    values.push(shown);
    exact = place === "each" ? shown : grown;
  }
  return values;
}

export function drawRate(random: Random): Fraction {
  if (chance(random, 5)) return pick(random, [new Fraction(-1), new Fraction(-2), zero]);
  return new Fraction(random.whole(-99, 300), pick(random, [100, 1000, 7]));
}

function drawBase(random: Random): Fraction {
  const kind = random.whole(0, 29);
  if (kind === 0) return new Fraction(-1);
  return kind === 1 ? huge : drawFraction(random);
}

const drawRounding = (random: Random): Rounding | undefined =>
  drawMaybe(random, () => pick(random, roundings), 20);
const drawPlace = (random: Random): core.RoundingPlace | undefined =>
  drawMaybe(random, () => pick(random, ["end", "each"] as const), 30);
const drawPeriods = (random: Random): core.Count =>
  countOf(chance(random, 3) ? 2 ** 21 : chance(random, 90) ? random.whole(0, 9) : random.whole(0, 40));

function requireBase(base: FractionLike): void {
  if (base.numerator < 0n) throw new Refused("outOfRange");
}

function requireRate(rate: FractionLike): void {
  if (rate.numerator < -rate.denominator) throw new Refused("outOfRange");
}

function growth({
  base,
  rate,
  periods,
  method = "compound",
  rounding = "none",
  place = "end",
}: core.GrowthPathInput): Fraction[] {
  requireBase(base);
  requireRate(rate);
  if (periods > 1_048_575) throw new Refused("outOfRange");
  const [first, each] = [fractionOf(base), fractionOf(rate)];
  if (method === "compound")
    return pathOf(
      first,
      columnOf(periods, () => each),
      rounding,
      place,
    );
  const step = first.times(each);
  const values = [first];
  for (let period = 1; period <= periods; period += 1) {
    const before =
      place === "each" ? (values.at(-1) ?? first) : first.plus(step.times(new Fraction(period - 1)));
    values.push(wholeBy(rounding, before.plus(step)));
  }
  return values;
}

const drawPath = (random: Random): core.GrowthPathInput => ({
  base: drawBase(random),
  rate: drawRate(random),
  periods: drawPeriods(random),
  method: drawMaybe(random, () => pick(random, ["compound", "linear"] as const), 30),
  rounding: drawRounding(random),
  place: drawPlace(random),
});

export const pathReferences: References = {
  growthPath: reference(
    core.growthPath,
    (random) => [drawPath(random)],
    (input) => growth(input).map(finite),
  ),
  growthContraction: reference(
    core.growthContraction,
    (random) => [
      {
        base: drawBase(random),
        reduction: chance(random, 90) ? drawShare(random) : drawRate(random),
        periods: drawPeriods(random),
        rounding: drawRounding(random),
      },
    ],
    ({ base, reduction, periods, rounding = "none" }) => {
      requireBase(base);
      if (reduction.numerator < 0n || reduction.numerator > reduction.denominator || periods > 1_048_575)
        throw new Refused("outOfRange");
      const values = columnOf(periods + 1, (period) => {
        const left = one.minus(fractionOf(reduction).times(new Fraction(period)));
        const value = left.numerator < 0n ? zero : left.times(base);
        return period === 0 ? value : wholeBy(rounding, value);
      });
      return values.map(finite);
    },
  ),
  growthSteps: reference(
    core.growthSteps,
    (random) => [
      {
        base: drawBase(random),
        rates: columnOf(random.whole(0, 8), () => drawRate(random)),
        rounding: drawRounding(random),
        place: drawPlace(random),
      },
    ],
    ({ base, rates, rounding = "none", place = "end" }) => {
      requireBase(base);
      rates.forEach(requireRate);
      return pathOf(fractionOf(base), rates.map(fractionOf), rounding, place).map(finite);
    },
  ),
  growthYears: reference(
    core.growthYears,
    (random) => {
      const { base, rate, method, rounding, place } = drawPath(random);
      const path = { base, rate, method, rounding, place };
      const baseYear = chance(random, 95) ? random.whole(2018, 2021) : 2020.5;
      return [
        {
          ...path,
          baseYear,
          firstGrowthYear: drawMaybe(random, () => random.whole(2019, 2025), 50),
          lastYear: random.whole(2017, 2026),
        },
      ];
    },
    ({ baseYear, firstGrowthYear = baseYear + 1, lastYear, ...plan }) => {
      if (!Number.isInteger(baseYear) || firstGrowthYear <= baseYear || lastYear < baseYear)
        throw new Refused("outOfRange");
      const grown = growth({ ...plan, periods: countOf(Math.max(0, lastYear - firstGrowthYear + 1)) }).map(
        finite,
      );
      return columnOf(lastYear - baseYear + 1, (index) => {
        const year = baseYear + index;
        return { year, value: grown[Math.max(0, year - firstGrowthYear + 1)] };
      });
    },
  ),
  growthPathByWeights: reference(
    core.growthPathByWeights,
    (random) => [
      {
        start: drawBase(random),
        goal: drawBase(random),
        weights: drawWeights(random, { least: chance(random, 95) ? 1 : 0 }),
        rounding: drawRounding(random),
      },
    ],
    ({ start, goal, weights, rounding = "none" }) => {
      if (finite(start) < 0 || finite(goal) < 0) throw new Refused("outOfRange");
      if (weights.length === 0) throw new Refused("emptyInput");
      const all = sumOf(weights);
      const values = columnOf(weights.length + 1, (place) => {
        if (all.numerator === 0n) throw new Refused("allZero");
        const gone = sumOf(weights.slice(0, place)).over(all);
        const value = fractionOf(start).plus(fractionOf(goal).minus(start).times(gone));
        return place === 0 || place === weights.length ? value : wholeBy(rounding, value);
      });
      return values.map(finite);
    },
  ),
  growthPathTo: reference(core.growthPathTo, (random) => [drawPathTo(random)], pathTo),
};

function drawPathTo(random: Random): core.GrowthPathToInput {
  const start = chance(random, 96) ? drawFraction(random) : drawBase(random);
  const goal = chance(random, 15) ? start.times(new Fraction(random.whole(0, 3) ** 3)) : drawFraction(random);
  const ceiling = chance(random, 80)
    ? new Fraction(start.plus(goal).ceiling() + BigInt(random.whole(0, 9)))
    : drawFraction(random);
  return {
    start,
    goal,
    periods: countOf(random.whole(chance(random, 5) ? 0 : 1, 7)),
    method: drawMaybe(random, () => pick(random, ["compound", "linear", "logistic"] as const), 20),
    rounding: drawRounding(random),
    ceiling: drawMaybe(random, () => ceiling, 5),
  };
}

/**
 * A value of which only a rising function is known: `side` tells on which side of a number the value lies.
 *
 * So roots are never taken: a double is right if the value lies between the middles to its neighbours, and a whole number
 * if it lies between the halves around it.
 */
function located(rounding: Rounding, side: (tried: Fraction) => number): Accepting {
  return new Accepting(`a value at its place, rounded: ${rounding}`, (actual) => {
    if (typeof actual !== "number" || !Number.isFinite(actual) || actual < 0) return false;
    if (rounding === "none") {
      if (actual === 0) return false;
      const [below, above] = boundariesOf(actual);
      return side(below) >= 0 && side(above) <= 0;
    }
    return actual === nearestDouble(new Fraction(roundedPlace(rounding, side)));
  });
}

/** The whole number that a value is rounded to, found by halving between one below it and one above. */
function roundedPlace(rounding: Exclude<Rounding, "none">, side: (tried: Fraction) => number): bigint {
  let [low, high] = [-1n, 1n];
  while (side(new Fraction(high)) >= 0) high *= 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (side(new Fraction(middle)) >= 0) low = middle;
    else high = middle;
  }
  if (rounding === "up") return side(new Fraction(low)) === 0 ? low : high;
  return rounding === "nearest" && side(new Fraction(2n * low + 1n, 2n)) >= 0 ? high : low;
}

function pathTo({
  start: from,
  goal: to,
  periods,
  method = "compound",
  rounding = "none",
  ceiling,
}: core.GrowthPathToInput): unknown {
  const [start, goal] = [fractionOf(from), fractionOf(to)];
  const isWrong = (value: Fraction): boolean => value.numerator < (method === "linear" ? 0n : 1n);
  if (periods < 1 || isWrong(start) || isWrong(goal)) throw new Refused("outOfRange");
  const [first, last] = [finite(start), finite(goal)];
  const top = ceiling === undefined ? undefined : fractionOf(ceiling);
  if (method === "logistic" && (top === undefined || top.compare(start) <= 0 || top.compare(goal) <= 0))
    throw new Refused("outOfRange");
  const between = columnOf(periods - 1, (index) => {
    const gone = index + 1;
    if (method === "linear")
      return nearestDouble(
        wholeBy(rounding, start.plus(goal.minus(start).times(new Fraction(gone, periods)))),
      );
    // Compound: y^n = start^(n-t) goal^t; logistic: the same of c/y - 1, which falls as y rises.
    const odds = (value: Fraction): Fraction =>
      method === "logistic" && top ? top.over(value).minus(one) : value;
    const target = odds(start)
      .power(periods - gone)
      .times(odds(goal).power(gone));
    return located(rounding, (tried) => {
      if (tried.numerator <= 0n) return 1;
      if (method === "logistic" && top && tried.compare(top) >= 0) return -1;
      const side = target.compare(odds(tried).power(periods));
      return method === "logistic" ? -side : side;
    });
  });
  return [first, ...between, last];
}
