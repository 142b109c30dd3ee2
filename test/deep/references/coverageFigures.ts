import * as core from "@tallykit/core";

import { Accepting, Refused, within } from "../compare.ts";
import { tenTo } from "../decimals.ts";
import { exactOf, nearestDouble, spacingAt } from "../double.ts";
import { Fraction, fractionOf, one, zero } from "../fraction.ts";
import { countOf, drawCount, drawMaybe, drawShare, drawSigned } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { normalDeviate, squareRoot } from "../series.ts";
import { drawColumns, drawCovered, drawNames, drawRows, pooled, requireAlike } from "./coverageCounts.ts";
import { percentage } from "./exact.ts";

const drawDecimals = (random: Random): number | undefined =>
  drawMaybe(random, () => (chance(random, 96) ? random.whole(0, 4) : pick(random, [-1, 16, 0.5, 15])), 30);

function requireDecimals(decimals: number): void {
  if (!(Number.isInteger(decimals) && decimals >= 0 && decimals <= 15)) throw new Refused("outOfRange");
}

/** A printed figure: what the counts print, a neighbour of it, or anything. */
function drawPrinted(random: Random, { covered, eligible }: core.CoverageInput, decimals: number): Fraction {
  const unit = one.over(tenTo(Math.max(0, Math.min(Math.trunc(decimals) || 0, 15)) + 2));
  if (eligible === 0 || chance(random, 20))
    return chance(random, 90)
      ? drawShare(random).times(new Fraction(random.whole(1, 2)))
      : drawShare(random).negative();
  const rate = new Fraction(covered, eligible);
  if (chance(random, 15)) return exactOf(Number(nearestDouble(rate).toPrecision(15)));
  return new Fraction(rate.over(unit).nearest() + BigInt(random.whole(-1, 1))).times(unit);
}

/** Whether a figure can come from counts: printed by ordinary rounding or honestly, or the rate itself. */
export function isConsistent({
  covered,
  eligible,
  printed,
  decimals = 1,
}: core.CoverageConsistentInput): boolean {
  requireDecimals(decimals);
  if (eligible === 0) throw new Refused("divisionByZero");
  if (printed.numerator < 0n) return false;
  const units = fractionOf(printed).times(tenTo(decimals + 2));
  const rate = new Fraction(covered, eligible);
  if (units.denominator !== 1n)
    return nearestDouble(printed).toPrecision(15) === nearestDouble(rate).toPrecision(15);
  const honest = percentage(BigInt(covered), BigInt(eligible), decimals).replace(/[.%]/g, "");
  return rate.times(tenTo(decimals + 2)).nearest() === units.numerator || BigInt(honest) === units.numerator;
}

export const figureReferences: References = {
  coverageConsistent: reference(
    core.coverageConsistent,
    (random) => {
      const [counts, decimals] = [drawCovered(random), drawDecimals(random)];
      return [{ ...counts, decimals, printed: drawPrinted(random, counts, decimals ?? 1) }];
    },
    isConsistent,
  ),
  coverageConsistentCounts: reference(
    core.coverageConsistentCounts,
    (random) => {
      const [eligible, decimals] = [countOf(random.whole(0, 40)), drawDecimals(random)];
      const covered = countOf(random.whole(0, eligible + 3));
      return [{ eligible, decimals, printed: drawPrinted(random, { covered, eligible }, decimals ?? 1) }];
    },
    (input) => {
      const { eligible, printed } = input;
      const most = Number(fractionOf(printed).absolute().times(new Fraction(eligible)).ceiling()) + 4;
      const found = columnOf(most, (covered) => covered).filter((covered) =>
        isConsistent({ ...input, covered: countOf(covered) }),
      );
      return found.length === 0 ? undefined : { lowest: found[0], highest: found.at(-1) };
    },
  ),
  coverageImplied: reference(
    core.coverageImplied,
    (random) => [
      {
        added: drawCount(random),
        points: chance(random, 95)
          ? new Fraction(random.whole(0, 1000), 10n ** BigInt(random.whole(0, 3)))
          : drawSigned(random),
        decimals: drawDecimals(random),
      },
    ],
    implied,
  ),
  coverageInterval: reference(core.coverageInterval, (random) => [drawInterval(random)], interval),
  coverageFunnel: reference(
    core.coverageFunnel,
    (random) => {
      const rows = drawRows(random);
      return [
        {
          group: drawNames(random, rows),
          ...drawColumns(random, rows),
          baseline: drawMaybe(
            random,
            () => (chance(random, 97) ? drawShare(random) : drawSigned(random)),
            50,
          ),
        },
      ];
    },
    funnel,
  ),
};

/** The whole denominators that print the same points: more of them print less, so the first and the last are found by halving. */
function implied({ added, points, decimals = 1 }: core.CoverageImpliedInput): unknown {
  requireDecimals(decimals);
  if (points.numerator === 0n) throw new Refused("divisionByZero");
  if (points.numerator < 0n) throw new Refused("outOfRange");
  const hundredfold = new Fraction(100n * BigInt(added));
  const exactly = nearestDouble(hundredfold.over(points));
  const shown = (value: Fraction): bigint => value.times(tenTo(decimals)).nearest();
  const units = shown(fractionOf(points));
  const printed = (denominator: bigint): bigint => shown(hundredfold.over(new Fraction(denominator)));
  const firstThat = (holds: (denominator: bigint) => boolean): bigint => {
    let [low, high] = [0n, 1n];
    while (!holds(high)) high *= 2n;
    while (high - low > 1n) {
      const middle = (low + high) / 2n;
      if (holds(middle)) high = middle;
      else low = middle;
    }
    return high;
  };
  const lowest = firstThat((denominator) => printed(denominator) <= units);
  const isEndless = units === 0n;
  const highest = isEndless ? undefined : firstThat((denominator) => printed(denominator) < units) - 1n;
  if (printed(lowest) !== units) return { exactly, lowest: undefined, highest: undefined };
  if ([lowest, highest ?? 0n].some((each) => each > 9007199254740991n)) throw new Refused("outOfRange");
  return { exactly, lowest: Number(lowest), highest: highest === undefined ? undefined : Number(highest) };
}

const confidences = [
  new Fraction(19n, 20n),
  new Fraction(99n, 100n),
  new Fraction(998n, 1000n),
  new Fraction(1n, 2n),
  new Fraction(9n, 10n),
];
const methods = ["wilson", "wilson-continuity", "clopper-pearson", "agresti-coull", "wald"] as const;

function drawInterval(random: Random): core.CoverageIntervalInput {
  const sample = countOf(chance(random, 98) ? random.whole(1, 40) : random.whole(0, 3000));
  const confidence = drawMaybe(
    random,
    () => (chance(random, 97) ? pick(random, confidences) : pick(random, [zero, one, drawSigned(random)])),
    20,
  );
  const method = drawMaybe(random, () => pick(random, methods), 10);
  const takes = method !== "wilson-continuity" && method !== "clopper-pearson";
  const population = drawMaybe(
    random,
    () => countOf(Math.max(0, sample + random.whole(chance(random, 3) ? -1 : 0, 60))),
    takes ? 60 : 97,
  );
  return {
    sample,
    covered: countOf(random.whole(0, sample + (chance(random, 2) ? 1 : 0))),
    confidence,
    method,
    population,
  };
}

function interval({
  covered,
  sample,
  confidence: given = new Fraction(19n, 20n),
  method = "wilson",
  population,
}: core.CoverageIntervalInput): unknown {
  if (sample === 0) throw new Refused("divisionByZero");
  if (covered > sample || (population !== undefined && population < sample)) throw new Refused("outOfRange");
  const confidence = fractionOf(given);
  if (confidence.numerator <= 0n || confidence.compare(new Fraction(10n ** 15n - 1n, 10n ** 15n)) > 0)
    throw new Refused("outOfRange");
  const takes = method !== "wilson-continuity" && method !== "clopper-pearson";
  if (population !== undefined && !takes) throw new Refused("conflict");
  const p = new Fraction(covered, sample);
  if (population === sample) return { low: nearestDouble(p), high: nearestDouble(p) };
  if (method === "clopper-pearson") return tails(covered, sample, confidence);
  const scale = population === undefined ? one : new Fraction(population - 1, population - sample);
  return limitsBy(method, { p, n: new Fraction(sample).times(scale), z: normalDeviate(confidence) });
}

/** The published formulas, with a deviate and roots of many digits. */
function limitsBy(
  method: core.IntervalMethod,
  { p, n, z }: { readonly p: Fraction; readonly n: Fraction; readonly z: Fraction },
): unknown {
  const [q, square, two, four] = [one.minus(p), z.times(z), new Fraction(2n), new Fraction(4n)];
  const limits = (middle: Fraction, spread: Fraction): unknown => ({
    low: close(middle.minus(spread)),
    high: close(middle.plus(spread)),
  });
  const spreadOf = (rate: Fraction, size: Fraction): Fraction =>
    z.times(squareRoot(rate.times(one.minus(rate)).over(size)));
  if (method === "wald") return limits(p, spreadOf(p, n));
  if (method === "agresti-coull") {
    const size = n.plus(square);
    const rate = p.times(n).plus(square.over(two)).over(size);
    return limits(rate, spreadOf(rate, size));
  }
  const below = two.times(n.plus(square));
  const middle = two.times(n).times(p).plus(square);
  if (method === "wilson")
    return limits(
      middle.over(below),
      z.times(squareRoot(square.plus(four.times(n).times(p).times(q)))).over(below),
    );
  // Newcombe's method 4, with the correction for continuity.
  const low = square
    .minus(two)
    .minus(one.over(n))
    .plus(four.times(p).times(n.times(q).plus(one)));
  const high = square
    .plus(two)
    .minus(one.over(n))
    .plus(four.times(p).times(n.times(q).minus(one)));
  return {
    low:
      p.numerator === 0n
        ? 0
        : close(
            middle
              .minus(one)
              .minus(z.times(squareRoot(low)))
              .over(below),
          ),
    high:
      q.numerator === 0n
        ? 1
        : close(
            middle
              .plus(one)
              .plus(z.times(squareRoot(high)))
              .over(below),
          ),
  };
}

/** Limits are doubles of formulas: a few units in the last place of one, or of themselves. */
function close(value: Fraction): Accepting {
  return within(value, 64, new Fraction(1n, 10n ** 15n));
}

/** The share of a binomial distribution at a count and above it. */
function binomialTail(from: number, sample: number, rate: Fraction): Fraction {
  let [sum, choose] = [0n, 1n];
  const [hit, miss] = [rate.numerator, rate.denominator - rate.numerator];
  for (let count = 0; count <= sample; count += 1) {
    if (count >= from) sum += choose * hit ** BigInt(count) * miss ** BigInt(sample - count);
    choose = (choose * BigInt(sample - count)) / BigInt(count + 1);
  }
  return new Fraction(sum, rate.denominator ** BigInt(sample));
}

/** Clopper and Pearson by definition: at the limits so much of the distribution lies beyond what was found. */
function tails(covered: number, sample: number, confidence: Fraction): unknown {
  const tail = one.minus(confidence).over(new Fraction(2n));
  const hair = new Fraction(1n, 10n ** 12n);
  const at = (wanted: (rate: Fraction) => number): Accepting =>
    new Accepting("the rate at which a tail is what is left of the confidence", (actual) => {
      if (typeof actual !== "number" || actual <= 0 || actual >= 1) return false;
      const rate = exactOf(actual);
      const nearEnd = rate.compare(one.minus(rate)) < 0 ? rate : one.minus(rate);
      const allowed = nearEnd.times(hair).plus(spacingAt(actual).times(new Fraction(2n)));
      return wanted(rate.minus(allowed)) <= 0 && wanted(rate.plus(allowed)) >= 0;
    });
  // Large samples would take long to raise to their powers.
  if (sample > 60)
    return new Accepting(
      "an interval around the rate",
      (actual) =>
        (actual as core.CoverageInterval).low <= covered / sample &&
        (actual as core.CoverageInterval).high >= covered / sample,
    );
  return {
    low: covered === 0 ? 0 : at((rate) => binomialTail(covered, sample, rate).compare(tail)),
    high:
      covered === sample ? 1 : at((rate) => tail.compare(one.minus(binomialTail(covered + 1, sample, rate)))),
  };
}

function funnel({ group, covered, eligible, baseline: given }: core.CoverageFunnelInput): unknown {
  requireAlike([group, covered, eligible]);
  if (given !== undefined && (given.numerator < 0n || given.numerator > given.denominator))
    throw new Refused("outOfRange");
  const rows = group.map((name, row) => ({
    name,
    covered: covered[row],
    eligible: eligible[row],
    isNamed: name !== undefined,
  }));
  const total = plainly(pooled(rows));
  const common =
    total.rate?.status === "ok" ? new Fraction(total.rate.numerator, total.rate.denominator) : undefined;
  const baseline = given === undefined ? common : fractionOf(given);
  const names = [...new Set(group)].filter((name) => name !== undefined);
  const groups = names.map((name) => {
    const found = plainly(pooled(rows.filter((row) => row.name === name)));
    return { group: name, ...found, ...placeOf(found.rate, baseline) };
  });
  return { groups, total, baseline };
}

/** A pooled rate where nothing that is missing counts as zero, so that nobody asks how many do. */
function plainly({ rate, leftOut }: core.ReportedRate): core.PooledRate {
  return { rate, leftOut };
}

function placeOf(rate: core.Rate | undefined, baseline: Fraction | undefined): object {
  if (rate === undefined || rate.denominator === 0 || baseline === undefined)
    return { limits: undefined, flag: undefined };
  const variance = baseline.times(one.minus(baseline)).over(new Fraction(rate.denominator));
  const deviates = [new Fraction(1_959_964n, 10n ** 6n), new Fraction(3_090_232n, 10n ** 6n)] as const;
  const kept = (value: Fraction): Accepting =>
    close(value.numerator < 0n ? zero : value.compare(one) > 0 ? one : value);
  const spread = deviates.map((z) => z.times(squareRoot(variance)));
  const [near, far] = [spread[0] ?? zero, spread[1] ?? zero];
  const limits = {
    low95: kept(baseline.minus(near)),
    high95: kept(baseline.plus(near)),
    low998: kept(baseline.minus(far)),
    high998: kept(baseline.plus(far)),
  };
  if (rate.status === "over") return { limits, flag: undefined };
  const distance = new Fraction(rate.numerator, rate.denominator).minus(baseline);
  const isBeyond = (z: Fraction): boolean => distance.times(distance).compare(z.times(z).times(variance)) > 0;
  const side = distance.numerator > 0n ? "high" : "low";
  return {
    limits,
    flag: isBeyond(deviates[1]) ? `${side} 99.8` : isBeyond(deviates[0]) ? `${side} 95` : "in limits",
  };
}
