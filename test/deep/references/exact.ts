import * as core from "@tallykit/core";

import { Refused } from "../compare.ts";
import { briefText, decimalTextOf, fewestDecimals, honestPercentage, readDecimal } from "../decimals.ts";
import { exactOf, nearestDouble } from "../double.ts";
import { Fraction, fractionOf, type FractionLike, sumOf } from "../fraction.ts";
import {
  drawAmount,
  drawFraction,
  drawSigned,
  drawStep,
  drawWeights,
  drawWhole,
  drawCount,
} from "../inputs.ts";
import { chance, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";

const doubles = [
  0,
  -0,
  0.1,
  1.005,
  2 ** 53,
  2 ** 53 + 2,
  1e21,
  1e23,
  5e-324,
  1.7976931348623157e308,
  2.5,
  -2.5,
  1e-7,
];
const texts = [
  "",
  " ",
  ".",
  "-",
  "1e",
  ".5",
  "5.",
  "+1.50",
  "1,000",
  "１２",
  "0x10",
  "Infinity",
  "1e1001",
  "-0",
  "1_000",
  "1.2.3",
  " 7\t",
  "1e+2",
  "--1",
  "٣",
  "2e-1000",
  "1e1e1",
];

function drawDouble(random: Random): number {
  const kind = random.whole(0, 5);
  if (kind === 0) return pick(random, doubles);
  if (kind === 1) return pick(random, [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  const value = random.whole(0, Number.MAX_SAFE_INTEGER) / 2 ** random.whole(0, 60);
  const size =
    kind === 2 ? value * 10 ** random.whole(-300, 250) : Number(value.toPrecision(random.whole(1, 17)));
  return chance(random, 30) ? -size : size;
}

function drawText(random: Random): string {
  if (chance(random, 25)) return pick(random, texts);
  const digits = (longest: number): string =>
    Array.from({ length: random.whole(0, longest) }, () => random.whole(0, 9)).join("");
  const exponent = chance(random, 30)
    ? `${pick(random, ["e", "E"])}${pick(random, ["", "+", "-"])}${random.whole(0, 30)}`
    : "";
  return `${pick(random, ["", "+", "-"])}${digits(30)}${pick(random, ["", "."])}${digits(20)}${exponent}`;
}

function drawNumeric(random: Random): core.Numeric {
  const kind = random.whole(0, 3);
  if (kind === 0) return BigInt(drawWhole(random)) ** BigInt(random.whole(1, 3));
  return kind === 1 ? drawText(random) : drawDouble(random);
}

/** Reads what may be read, by definition: a whole double is its bits, any other number the decimal that it prints. */
function read(value: core.Numeric): Fraction {
  if (typeof value === "bigint") return new Fraction(value);
  if (typeof value === "string") return readDecimal(value);
  if (!Number.isFinite(value)) throw new Refused("outOfRange");
  return value % 1 === 0 ? exactOf(value) : readDecimal(String(value));
}

function quotient(top: FractionLike, bottom: FractionLike): Fraction {
  if (bottom.numerator === 0n) throw new Refused("divisionByZero");
  return fractionOf(top).over(bottom);
}

const sign = (value: number): number => (value < 0 ? -1 : value > 0 ? 1 : 0);
const two = (random: Random): [Fraction, Fraction] => {
  const first = drawSigned(random);
  return [first, chance(random, 15) ? first : drawSigned(random)];
};

export const fractionReferences: References = {
  fraction: reference(
    core.fraction,
    (random) => [BigInt(drawWhole(random)) * (chance(random, 40) ? -1n : 1n), BigInt(random.whole(-12, 12))],
    (top, bottom = 1n) => {
      if (bottom === 0n) throw new Refused("divisionByZero");
      return new Fraction(top, bottom);
    },
  ),
  plus: reference(core.plus, two, (a, b) => fractionOf(a).plus(b)),
  minus: reference(core.minus, two, (a, b) => fractionOf(a).minus(b)),
  times: reference(core.times, two, (a, b) => fractionOf(a).times(b)),
  over: reference(core.over, two, quotient),
  compareFractions: reference(
    (a: Fraction, b: Fraction) => sign(core.compareFractions(a, b)),
    two,
    (a, b) => sign(fractionOf(a).minus(b).compare(new Fraction(0n))),
  ),
  comparePowers: reference(
    (a: Fraction, p: number, b: Fraction, q: number) => sign(core.comparePowers(a, p, b, q)),
    (random) => {
      const base = drawFraction(random).plus(new Fraction(1n, 7n));
      const [p, q] = [random.whole(0, 9), random.whole(0, 9)];
      return chance(random, 20)
        ? [base.power(q), p, base.power(p), q]
        : [base, p, drawFraction(random).plus(new Fraction(1n, 9n)), q];
    },
    (a, p, b, q) => sign(a.power(p).minus(b.power(q)).compare(new Fraction(0n))),
  ),
  toNumber: reference(
    core.toNumber,
    (random) => {
      // The middle between two doubles, and a hair to either side of it.
      const double = Math.abs(drawDouble(random));
      if (!Number.isFinite(double) || chance(random, 30)) return [drawSigned(random)];
      const hair = new Fraction(BigInt(random.whole(-1, 1)), 10n ** 400n);
      const next = nearestDouble(exactOf(double).times(new Fraction(2n ** 53n + 3n, 2n ** 53n)));
      if (!Number.isFinite(next)) return [exactOf(double)];
      return [exactOf(double).plus(exactOf(next)).over(new Fraction(2n)).plus(hair)];
    },
    (value) => nearestDouble(value),
  ),
};

export const decimalReferences: References = {
  exact: reference(core.exact, (random) => [drawNumeric(random)], read),
  decimalsOf: reference(core.decimalsOf, (random) => [drawSigned(random)], fewestDecimals),
  exactText: reference(core.exactText, (random) => [drawSigned(random)], briefText),
  decimalText: reference(
    core.decimalText,
    (random) => [
      drawSigned(random),
      chance(random, 95) ? random.whole(0, 12) : pick(random, [-1, 0.5, 10_001, Number.NaN]),
    ],
    (value, decimals) => {
      if (!(Number.isInteger(decimals) && decimals >= 0 && decimals <= 10_000))
        throw new Refused("outOfRange");
      return decimalTextOf(value, decimals);
    },
  ),
  round: reference(
    core.round,
    (random) => [
      chance(random, 40) ? new Fraction(random.whole(-9, 9), 2n) : drawSigned(random),
      pick(random, [
        "half-away-from-zero",
        "half-to-even",
        "ceiling",
        "floor",
        "toward-zero",
        "away-from-zero",
      ] as const),
    ],
    rounded,
  ),
};

/** A rule by its words, from the whole numbers on either side. */
function rounded(given: FractionLike, rule: core.RoundingRule): bigint {
  const value = fractionOf(given);
  const [below, above] = [value.floor(), value.ceiling()];
  const [nearZero, farZero] = value.numerator < 0n ? [above, below] : [below, above];
  const toBelow = value.minus(new Fraction(below)).compare(new Fraction(above).minus(value));
  if (rule === "floor" || rule === "ceiling") return rule === "floor" ? below : above;
  if (rule === "toward-zero" || rule === "away-from-zero") return rule === "toward-zero" ? nearZero : farZero;
  if (toBelow !== 0) return toBelow < 0 ? below : above;
  return rule === "half-away-from-zero" ? farZero : below % 2n === 0n ? below : above;
}

function isCount(value: number): boolean {
  return value >= 0 && value <= 9007199254740991 && value % 1 === 0;
}

function asCount(value: number): number {
  if (!isCount(value)) throw new Refused("outOfRange");
  return value === 0 ? 0 : value;
}

function statusOf(covered: number, eligible: number): core.RateStatus {
  if (eligible === 0) return covered === 0 ? "empty" : "invalid";
  return covered > eligible ? "over" : "ok";
}

const drawCounts = (random: Random): { numerator: core.Count; denominator: core.Count } => {
  const denominator = drawCount(random);
  return {
    numerator: chance(random, 70)
      ? drawCount(random, Math.min(denominator + 2, Number.MAX_SAFE_INTEGER))
      : drawCount(random),
    denominator,
  };
};

const drawRate = (random: Random): core.Rate => {
  const counts = drawCounts(random);
  return { ...counts, status: statusOf(counts.numerator, counts.denominator) };
};

function valueOf({ numerator, denominator }: core.Rate): Fraction {
  if (denominator === 0) throw new Refused("divisionByZero");
  return new Fraction(numerator, denominator);
}

export const rateReferences: References = {
  count: reference(core.count, (random) => [drawCountLike(random)], asCount),
  isCount: reference(
    (value: number) => core.isCount(value),
    (random) => [drawCountLike(random)],
    isCount,
  ),
  rate: reference(
    core.rate,
    (random) => [drawCounts(random)],
    ({ numerator, denominator }) => ({ numerator, denominator, status: statusOf(numerator, denominator) }),
  ),
  rateValue: reference(
    core.rateValue,
    (random) => [drawRate(random)],
    (rate) => nearestDouble(valueOf(rate)),
  ),
  compareRates: reference(
    (a: core.Rate, b: core.Rate) => sign(core.compareRates(a, b)),
    (random) => [drawRate(random), drawRate(random)],
    (a, b) => sign(valueOf(a).compare(valueOf(b))),
  ),
  rateText: reference(
    core.rateText,
    (random) => [drawRate(random), drawDecimals(random)],
    ({ numerator, denominator }, decimals = 1) =>
      percentage(BigInt(numerator), BigInt(denominator), decimals),
  ),
  percentageText: reference(
    core.percentageText,
    (random) => [drawPercentage(random)],
    ({ numerator, denominator, decimals }) => percentage(numerator, denominator, decimals),
  ),
};

function drawCountLike(random: Random): number {
  return chance(random, 50)
    ? drawWhole(random)
    : pick(random, [-0, -1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, 1e300, drawDouble(random)]);
}

function drawDecimals(random: Random): number {
  return chance(random, 96) ? random.whole(0, 15) : pick(random, [-1, 16, 0.5, Number.NaN]);
}

/** Parts near none, near all and just beyond, and on the border between two texts. */
function drawPercentage(random: Random): core.PercentageInput {
  const decimals = drawDecimals(random);
  const denominator = BigInt(drawWhole(random)) * (chance(random, 10) ? 10n ** 30n : 1n);
  const near = BigInt(random.whole(-2, 2));
  const scale =
    2n * 10n ** BigInt(Number.isInteger(decimals) && decimals > 0 ? Math.min(decimals + 2, 12) : 2);
  const kind = random.whole(0, 4);
  if (kind === 0) return { numerator: denominator + near, denominator, decimals };
  if (kind === 1) return { numerator: near, denominator, decimals };
  if (kind === 2) return { numerator: BigInt(random.whole(0, Number(scale))), denominator: scale, decimals };
  if (kind === 3) return { numerator: scale + near, denominator: scale, decimals };
  return { numerator: BigInt(drawWhole(random)), denominator, decimals };
}

export function percentage(part: bigint, whole: bigint, decimals: number): string {
  if (whole === 0n) throw new Refused("divisionByZero");
  if (part < 0n || whole < 0n) throw new Refused("outOfRange");
  if (!(Number.isInteger(decimals) && decimals >= 0 && decimals <= 15)) throw new Refused("outOfRange");
  return honestPercentage(part, whole, decimals);
}

function amountFrom(value: FractionLike, step: FractionLike): { units: bigint; step: Fraction } {
  if (step.numerator <= 0n) throw new Refused("outOfRange");
  const units = fractionOf(value).over(step);
  if (units.denominator !== 1n) throw new Refused("notWholeSteps");
  return { units: units.numerator, step: fractionOf(step) };
}

const worth = ({ units, step }: core.Amount): Fraction => fractionOf(step).times(new Fraction(units));

export const amountReferences: References = {
  amount: reference(
    core.amount,
    (random) =>
      chance(random, 50)
        ? [decimalTextOf(drawSigned(random), 2), pick(random, ["0.01", 0.01, "0.05", 1, 0, "-1"])]
        : [drawNumeric(random), drawNumeric(random)],
    (value, step) => amountFrom(read(value), read(step)),
  ),
  amountOf: reference(
    core.amountOf,
    (random) => {
      const step = chance(random, 90) ? drawStep(random) : drawSigned(random);
      return [chance(random, 50) ? step.times(new Fraction(drawWhole(random))) : drawSigned(random), step];
    },
    (value, step) => amountFrom(value, step),
  ),
  amountValue: reference(core.amountValue, (random) => [drawAmount(random)], worth),
  amountNumber: reference(
    core.amountNumber,
    (random) => [drawAmount(random)],
    (amount) => nearestDouble(worth(amount)),
  ),
  amountText: reference(
    core.amountText,
    (random) => [
      chance(random, 80)
        ? drawAmount(random)
        : { units: BigInt(drawWhole(random)), step: new Fraction(1n, 3n) },
    ],
    (amount) => {
      const decimals = fewestDecimals(amount.step);
      return decimals === undefined ? briefText(worth(amount)) : decimalTextOf(worth(amount), decimals);
    },
  ),
  weight: reference(
    core.weight,
    (random) => [drawNumeric(random)],
    (value) => notNegative(read(value)),
  ),
  weightOf: reference(
    core.weightOf,
    (random) => [drawSigned(random)],
    (value) => notNegative(fractionOf(value)),
  ),
  wholeWeights: reference(
    core.wholeWeights,
    (random) => [drawWeights(random)],
    (weights) => {
      // The smallest whole number that makes all of them whole, tried prime by prime through the denominators.
      const common = weights.reduce(
        (so, { denominator }) => so * new Fraction(denominator, so).numerator,
        1n,
      );
      return weights.map((each) => sumOf([each]).times(new Fraction(common)).numerator);
    },
  ),
};

function notNegative(value: Fraction): Fraction {
  if (value.numerator < 0n) throw new Refused("outOfRange");
  return value;
}
