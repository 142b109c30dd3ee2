import { type Amount, type CalendarDate, type Count, type Weight } from "@tallykit/core";

import { Fraction, type FractionLike } from "./fraction.ts";
import { chance, columnOf, pick, type Random } from "./random.ts";

const most = Number.MAX_SAFE_INTEGER;

/** A whole number of any size from 0 to 2^53-1: mostly small, so that there are ties, sometimes at the very end. */
export function drawWhole(random: Random, largest: number = most): number {
  const size = random.whole(0, 9);
  if (size < 5) return random.whole(0, Math.min(12, largest));
  if (size < 8) return random.whole(0, Math.min(10_000, largest));
  return size === 8 ? random.whole(0, largest) : largest - random.whole(0, Math.min(3, largest));
}

export function drawCount(random: Random, largest?: number): Count {
  return countOf(drawWhole(random, largest));
}

/** A number as the count that core's own door would make of it. */
export function countOf(value: number): Count {
  return value as Count;
}

/** A number that is reported, missing, or no count at all. */
export function drawReported(random: Random, largest?: number): number | undefined {
  const kind = random.whole(0, 19);
  if (kind === 0) return undefined;
  if (kind === 1) return pick(random, [-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, -0]);
  return drawWhole(random, largest);
}

/** A fraction: whole, with few decimals, with an odd denominator, or of the largest and the smallest kind. */
export function drawFraction(random: Random): Fraction {
  const size = random.whole(0, 9);
  if (size < 4) return new Fraction(random.whole(0, 12));
  if (size < 7) return new Fraction(random.whole(0, 100_000), 10n ** BigInt(random.whole(0, 4)));
  if (size < 9) return new Fraction(random.whole(0, 200), random.whole(1, 60));
  const far = 10n ** BigInt(random.whole(0, 30));
  const whole = BigInt(random.whole(0, most));
  return chance(random, 50) ? new Fraction(whole * far + 1n) : new Fraction(whole + 1n, far);
}

export function drawSigned(random: Random): Fraction {
  const value = drawFraction(random);
  return chance(random, 40) ? value.negative() : value;
}

/** A fraction from 0 to 1, often an end. */
export function drawShare(random: Random): Fraction {
  const below = random.whole(1, 1000);
  if (chance(random, 20)) return new Fraction(random.whole(0, 1));
  return new Fraction(random.whole(0, below), below);
}

/** A fraction as the weight that core's own door would make of it. */
export function weightOf(value: FractionLike): Weight {
  return value as Weight;
}

/** Weights of one column: all alike, few kinds, decimals, zeros among them, or of every size. */
export function drawWeights(random: Random, { least = 1, most: rows = 6 } = {}): Weight[] {
  const length = random.whole(least, rows);
  const kind = random.whole(0, 4);
  const same = drawFraction(random);
  return columnOf(length, () => {
    if (chance(random, 10)) return weightOf(new Fraction(0n));
    if (kind === 0) return weightOf(same);
    if (kind === 1) return weightOf(new Fraction(random.whole(0, 4)));
    if (kind === 2) return weightOf(new Fraction(random.whole(0, 500), 10));
    return weightOf(kind === 3 ? drawFraction(random) : new Fraction(drawWhole(random)));
  });
}

const steps = [
  new Fraction(1n, 100n),
  new Fraction(1n),
  new Fraction(1n, 20n),
  new Fraction(5n, 2n),
  new Fraction(100n),
];

export function drawStep(random: Random): Fraction {
  return pick(random, steps);
}

/** An amount in whole steps; sometimes negative unless told, sometimes beyond 2^53. */
export function drawAmount(random: Random, { signed = true } = {}): Amount {
  const size = random.whole(0, 9);
  const units =
    size < 6 ? BigInt(random.whole(0, 60)) : size < 9 ? BigInt(drawWhole(random)) : 2n ** 60n + 7n;
  return { units: signed && chance(random, 20) ? -units : units, step: drawStep(random) };
}

const names = ["east", "west", "__proto__", "constructor", "toString", "east ", "East", "", "=1+1", "0"];

/** A name, among them those that an object would take for its own. */
export function drawName(random: Random): string {
  return pick(random, names);
}

export function drawMaybe<Value>(random: Random, make: () => Value, percent = 10): Value | undefined {
  return chance(random, percent) ? undefined : make();
}

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has, by the Gregorian rule. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (days[month - 1] ?? 0);
}

export function dateText(year: number, month: number, day: number): CalendarDate {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}` as CalendarDate;
}

/** A day: mostly of a few years, so that days meet; the ends of months, of February and of the calendar among them. */
export function drawDate(random: Random, { from = 2023, to = 2026 } = {}): CalendarDate {
  const year = chance(random, 90)
    ? random.whole(from, to)
    : pick(random, [1900, 1904, 2000, 2100, 9999, 9998]);
  const month = random.whole(1, 12);
  const last = daysInMonth(year, month);
  return dateText(year, month, pick(random, [1, last, random.whole(1, last), Math.min(29, last)]));
}

/** Some days of one short stretch, so that spans stay short. */
export function drawNearDate(random: Random): CalendarDate {
  return drawDate(random, { from: 2024, to: 2025 }).replace(
    /^(1900|1904|2000|2100|9998|9999)/,
    "2024",
  ) as CalendarDate;
}
