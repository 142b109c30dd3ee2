import * as core from "@tallykit/core";

import { Accepting, Refused, within } from "../compare.ts";
import { exactOf, nearestDouble, spacingAt } from "../double.ts";
import { Fraction, fractionOf, type FractionLike, one, zero } from "../fraction.ts";
import { countOf, drawFraction, drawMaybe, drawSigned } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { logarithm } from "../series.ts";
import { drawRate, finite, pathOf } from "./growthPaths.ts";

/** How many neighbouring doubles an irrational rate may be away: a few, and more the longer the way of its exponential. */
function rateSpacings(rate: number): bigint {
  return 8n + 2n * BigInt(Math.ceil(Math.abs(Math.log1p(rate))));
}

function drawEnds(random: Random): { start: Fraction; end: Fraction; periods: Fraction } {
  const periods = chance(random, 95)
    ? new Fraction(random.whole(1, 8), pick(random, [1, 1, 2, 3]))
    : new Fraction(random.whole(-1, 0));
  const start = chance(random, 90) ? drawFraction(random).plus(new Fraction(1n, 3n)) : drawSigned(random);
  const kind = random.whole(0, 4);
  const power = new Fraction(random.whole(1, 12), random.whole(1, 12)).power(
    Number(periods.numerator > 0n ? periods.ceiling() : 1n),
  );
  if (kind === 0) return { start, end: start.times(power), periods };
  if (kind === 1)
    return {
      start,
      end: start.times(one.plus(new Fraction(1n, 10n ** BigInt(random.whole(3, 25))))),
      periods,
    };
  return { start, end: kind === 2 ? drawSigned(random) : drawFraction(random), periods };
}

/** (1 + rate)^periods = end / start, checked by raising the answer to the power; exact where a fraction is the rate. */
function equalRate(from: FractionLike, to: FractionLike, periods: FractionLike): unknown {
  const [start, end] = [fractionOf(from), fractionOf(to)];
  if (periods.numerator <= 0n || start.numerator === 0n) throw new Refused("outOfRange");
  const ratio = end.over(start);
  if (ratio.numerator < 0n) throw new Refused("outOfRange");
  const [root, power] = [Number(periods.numerator), Number(periods.denominator)];
  const target = ratio.power(power);
  // Too much to be shown: any double is smaller.
  if (one.plus(exactOf(Number.MAX_VALUE)).power(root).compare(target) < 0) throw new Refused("outOfRange");
  return new Accepting(
    `the rate that ${root} times over leads from 1 to ${target.numerator}/${target.denominator}`,
    (actual) => {
      if (typeof actual !== "number" || !Number.isFinite(actual) || actual < -1) return false;
      const rational = exactRoot(target, root);
      if (rational !== undefined) return Object.is(actual, nearestDouble(rational.minus(one)));
      const allowed = spacingAt(actual).times(new Fraction(actual === -1 ? 8n : rateSpacings(actual)));
      // Nothing grows from below zero.
      const grown = (rate: Fraction): Fraction =>
        rate.compare(new Fraction(-1)) < 0 ? zero : rate.plus(one).power(root);
      return (
        grown(exactOf(actual).minus(allowed)).compare(target) <= 0 &&
        grown(exactOf(actual).plus(allowed)).compare(target) >= 0
      );
    },
  );
}

/** The root of a fraction, where it is one: found by halving, for numerator and denominator apart. */
function exactRoot(value: Fraction, degree: number): Fraction | undefined {
  const [top, bottom] = [wholeRoot(value.numerator, degree), wholeRoot(value.denominator, degree)];
  return top === undefined || bottom === undefined ? undefined : new Fraction(top, bottom);
}

function wholeRoot(value: bigint, degree: number): bigint | undefined {
  let [low, high] = [0n, value + 1n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** BigInt(degree) <= value) low = middle;
    else high = middle;
  }
  return low ** BigInt(degree) === value ? low : undefined;
}

export const rateReferences: References = {
  growthRate: reference(
    core.growthRate,
    (random) => [drawEnds(random)],
    ({ start, end, periods }) => equalRate(start, end, periods),
  ),
  targetCatchUp: reference(
    core.targetCatchUp,
    (random) => {
      const { start, end, periods } = drawEnds(random);
      return [{ actual: start, goal: end, periodsLeft: periods }];
    },
    ({ actual, goal, periodsLeft }) => equalRate(actual, goal, periodsLeft),
  ),
  growthPeriods: reference(
    core.growthPeriods,
    (random) => {
      const rate = chance(random, 92) ? drawFraction(random) : drawSigned(random);
      const start = chance(random, 92) ? drawFraction(random) : drawSigned(random);
      const grown = rate.plus(one).power(random.whole(0, 6));
      return [{ start, rate, end: chance(random, 40) ? start.times(grown) : drawFraction(random) }];
    },
    ({ start, end, rate }) => {
      if (start.numerator <= 0n || end.numerator <= 0n || rate.numerator <= 0n)
        throw new Refused("outOfRange");
      const factor = fractionOf(rate).plus(one);
      const ratio = fractionOf(end).over(start);
      const whole = columnOf(7, (periods) => periods).find(
        (periods) => factor.power(periods).compare(ratio) === 0,
      );
      if (whole !== undefined) return whole;
      return within(logarithm(ratio).over(logarithm(factor)), 8);
    },
  ),
};

/** A base by trying every whole number, as long as there are not too many. */
const mostTried = 4000n;

function drawBase(random: Random): core.GrowthBaseInput {
  const rate = chance(random, 90)
    ? new Fraction(random.whole(-60, 200), pick(random, [100, 7]))
    : drawRate(random);
  const end = chance(random, 95)
    ? new Fraction(random.whole(0, 60), chance(random, 80) ? 1 : 4)
    : drawSigned(random);
  return {
    end,
    rate,
    periods: countOf(random.whole(0, 4)),
    rounding: drawMaybe(random, () => pick(random, ["none", "nearest", "up", "down"] as const), 20),
    place: drawMaybe(random, () => pick(random, ["end", "each"] as const), 20),
  };
}

function baseOf({
  end,
  rate: given,
  periods,
  rounding = "nearest",
  place = "end",
}: core.GrowthBaseInput): unknown {
  const rate = fractionOf(given);
  if (end.numerator < 0n || rate.compare(new Fraction(-1)) <= 0 || periods > 1_048_575)
    throw new Refused("outOfRange");
  const rates = columnOf(periods, () => rate);
  const exact = fractionOf(end).over(rate.plus(one).power(periods));
  const base = finite(exact);
  const lastOf = (tried: bigint): Fraction =>
    pathOf(new Fraction(tried), rates, rounding, place).at(-1) ?? new Fraction(tried);
  // With no period nothing is rounded, and yet a base is whole.
  const isReached = (tried: bigint): boolean =>
    (periods > 0 || rounding === "none" || end.denominator === 1n) && lastOf(tried).compare(end) === 0;
  const bases: bigint[] = [];
  for (let tried = 0n; tried <= mostTried && lastOf(tried).compare(end) <= 0; tried += 1n)
    if (isReached(tried)) bases.push(tried);
  if (periods === 0 && rounding !== "none")
    return new Accepting(
      "the base itself, whole or not",
      (actual) => (actual as core.GrowthBase).base === base,
    );
  if (lastOf(mostTried).compare(end) <= 0)
    return new Accepting(`a base of ${base}`, (actual) => (actual as core.GrowthBase).base === base);
  return {
    base,
    lowest: bases.length === 0 ? undefined : Number(bases[0]),
    highest: bases.length === 0 ? undefined : Number(bases.at(-1)),
  };
}

export const baseReferences: References = {
  growthBase: reference(core.growthBase, (random) => [drawBase(random)], baseOf),
  growthReadings: reference(
    core.growthReadings,
    (random) => {
      const { periods, ...value } = drawBase(random);
      const from = chance(random, 95) ? 2020 : 2020.5;
      return [{ ...value, from, year: from + (chance(random, 95) ? Math.min(periods, 3) : -1) }];
    },
    ({ year, from, ...value }) => {
      if (!Number.isInteger(from) || year < from) throw new Refused("outOfRange");
      const reading = (baseYear: number): unknown => {
        const found = baseOf({ ...value, periods: countOf(year - baseYear) });
        const years = { baseYear, firstGrowthYear: baseYear + 1 };
        if (!(found instanceof Accepting)) return { ...years, ...(found as core.GrowthBase) };
        return new Accepting(
          found.words,
          (actual) => (actual as core.GrowthReading).baseYear === baseYear && found.accepts(actual),
        );
      };
      return { asBaseYear: reading(from), asFirstGrowthYear: reading(from - 1) };
    },
  ),
};
