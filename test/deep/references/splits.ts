import * as core from "@tallykit/core";

import { Accepting, Refused } from "../compare.ts";
import { Fraction, fractionOf, sumOf, wholeSum, zero } from "../fraction.ts";
import {
  drawAmount,
  drawFraction,
  drawMaybe,
  drawSigned,
  drawWeights,
  drawWhole,
  weightOf,
} from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { absolute, splitOf } from "../splits.ts";

const rules = ["largest-remainder", "largest-weight", "first", "last"] as const;

function drawPolicy(random: Random, rows: number): core.TiePolicy {
  const ids = columnOf(rows, (row) => `${pick(random, ["b", "a", "é", "𝒳", "\uffee"])}${row}`);
  const held = columnOf(rows, () => chance(random, 50));
  const policies: readonly core.TiePolicy[] = [
    { by: "order" },
    { by: "id", ids },
    { by: "lot", seed: pick(random, ["2026-01-01", ""]), ids: chance(random, 50) ? ids : undefined },
    { by: "previous-holder", held, holder: pick(random, ["keeps", "yields", undefined]) },
    { by: "error" },
    { by: "id", ids: ids.map(() => "same") },
    { by: "id", ids: ids.slice(1) },
  ];
  return pick(random, chance(random, 90) ? policies.slice(0, 4) : policies);
}

/** A bound near the shares, so that it often binds; for all rows or one a row. */
function drawBound(random: Random, total: core.Amount, rows: number): core.Bound<Fraction> {
  const even = Number(absolute(total.units) > 2n ** 53n ? 10n : absolute(total.units)) / Math.max(1, rows);
  const one = (): Fraction =>
    new Fraction(random.whole(0, Math.ceil(2 * even) + 1), chance(random, 70) ? 1 : 2).times(total.step);
  return chance(random, 40) ? one() : columnOf(rows, () => drawMaybe(random, one, 40));
}

/** The plain kind is the most frequent in use and has its own way through doubles; every other case asks for more. */
export function drawSplit(random: Random): core.FundingSplitInput {
  const total = drawAmount(random);
  const weights = drawWeights(random, {
    least: chance(random, 99) ? 1 : 0,
    most: chance(random, 3) ? 60 : 7,
  });
  const plain = { total, weights, rule: drawMaybe(random, () => pick(random, rules), 30) };
  if (chance(random, 50)) return plain;
  // One fault at a time: which of two is told first is nobody's promise.
  if (chance(random, 1)) return { ...plain, maximum: columnOf(weights.length + 1, () => new Fraction(1n)) };
  if (chance(random, 1)) return { ...plain, minimum: new Fraction(-1n) };
  return {
    ...plain,
    minimum: drawMaybe(random, () => drawBound(random, total, weights.length), 50),
    maximum: drawMaybe(random, () => drawBound(random, total, weights.length), 50),
    ties: drawMaybe(random, () => drawPolicy(random, weights.length), 70),
  };
}

const inSteps = (units: bigint, step: core.Fraction): core.Amount => ({ units, step });

function drawTyped(random: Random): core.FundingSplitTypedInput {
  const rows = chance(random, 97) ? random.whole(1, 8) : random.whole(40, 60);
  const most = pick(random, [3, 9, 1000, 2 ** 31, 2 ** 49, Number.MAX_SAFE_INTEGER]);
  const wrong = chance(random, 1) ? pick(random, [-1, 0.5, Number.NaN, Infinity, 2 ** 53]) : undefined;
  const weights = Float64Array.from({ length: chance(random, 99) ? rows : 0 }, (_, row) =>
    row === 0 && wrong !== undefined ? wrong : random.whole(0, most),
  );
  const size = drawWhole(random);
  const total = chance(random, 99) ? size : pick(random, [0.5, Number.NaN, 2 ** 53, -Infinity]);
  return {
    total: chance(random, 15) ? 0 - total : total,
    weights,
    rule: drawMaybe(random, () => pick(random, rules), 30),
  };
}

export const splitReferences: References = {
  fundingSplit: reference(
    core.fundingSplit,
    (random) => [drawSplit(random)],
    (input) => {
      const { parts, ties } = splitOf(input);
      return { parts: parts.map((units) => inSteps(units, input.total.step)), ties };
    },
  ),
  fundingSplitTyped: reference(
    core.fundingSplitTyped,
    (random) => [drawTyped(random)],
    ({ total, weights, rule }) => {
      if (!Number.isSafeInteger(total)) throw new Refused("outOfRange");
      if (weights.length === 0) throw new Refused("emptyInput");
      const column = Array.from(weights);
      if (![...column, Math.abs(total)].every((value) => Number.isSafeInteger(value) && value >= 0))
        throw new Refused("outOfRange");
      const { parts, ties } = splitOf({
        total: inSteps(BigInt(total), new Fraction(1n)),
        weights: column.map((value) => weightOf(new Fraction(value))),
        rule,
      });
      return { parts: parts.map(Number), ties };
    },
  ),
  fundingSplitExplain: reference(core.fundingSplitExplain, (random) => [drawSplit(random)], explained),
  fundingSplitSeparate: reference(
    core.fundingSplitSeparate,
    (random) => {
      const { total, weights } = drawSplit(random);
      return [
        {
          total,
          weights,
          keep: drawMaybe(random, () => pick(random, ["odd-steps", "odd-blocks"] as const), 20),
        },
      ];
    },
    ({ total, weights, keep = "odd-steps" }) => {
      const { floors } = splitOf({ total, weights });
      const sign = total.units < 0n ? -1n : 1n;
      const block = blockOf(weights.map(fractionOf));
      const size = wholeSum(block);
      const blocks = size === 0n ? 0n : absolute(total.units) / size;
      const units = keep === "odd-steps" ? floors : block.map((each) => each * blocks);
      return {
        parts: units.map((each) => inSteps(sign * each, total.step)),
        left: inSteps(total.units - sign * wholeSum(units), total.step),
      };
    },
  ),
  fundingSplitMargin: reference(core.fundingSplitMargin, (random) => [drawMargin(random)], marginOf),
};

/** The smallest whole numbers in the ratio of weights. */
function blockOf(weights: readonly Fraction[]): bigint[] {
  const whole = weights.map(
    (weight) =>
      weight.times(new Fraction(weights.reduce((product, { denominator }) => product * denominator, 1n)))
        .numerator,
  );
  const largest = whole.find((value) => value > 0n);
  if (largest === undefined) return whole;
  // Reduced against one another: what stays above the line of value / first is free of the common factor.
  const common = whole.reduce(
    (so, value) => (value === 0n ? so : so / new Fraction(so, value).numerator),
    largest,
  );
  return whole.map((value) => value / common);
}

function explained(input: core.FundingSplitInput): unknown {
  const { shares, floors, queue, odd, parts, ties } = splitOf(input);
  const { step, units } = input.total;
  const sign = units < 0n ? -1n : 1n;
  const money = (value: Fraction): Fraction => value.times(step).times(new Fraction(sign));
  // A row between its bounds shows the common multiplier; without such a row no bound is told apart from another.
  const rows = shares.map((share, row) => {
    const place = queue.indexOf(row);
    return {
      share: money(share),
      roundedDown: inSteps(sign * (floors[row] ?? 0n), step),
      remainder: money(share.minus(new Fraction(floors[row] ?? 0n))),
      rank: place < 0 ? undefined : place + 1,
      oddStep: place >= 0 && place < odd,
      part: inSteps(parts[row] ?? 0n, step),
      bound: boundAt(input, shares, row),
      nextInLine: place === odd,
    };
  });
  return { rows, oddSteps: odd, ties };
}

/** The bound that decided a share: beside rows between their bounds it is plain which; else any multiplier may tell. */
function boundAt(input: core.FundingSplitInput, shares: readonly Fraction[], row: number): unknown {
  if (input.minimum === undefined && input.maximum === undefined) return undefined;
  const free = shares.findIndex(
    (share, each) => !isAtBound(input, share, each) && input.weights[each]?.numerator !== 0n,
  );
  if (free < 0)
    return new Accepting(
      "any",
      (actual) => actual === undefined || actual === "minimum" || actual === "maximum",
    );
  const multiplier = (shares[free] ?? zero).over(input.weights[free] ?? zero);
  const side = (shares[row] ?? zero).compare(multiplier.times(input.weights[row] ?? zero));
  return side > 0 ? "minimum" : side < 0 ? "maximum" : undefined;
}

function isAtBound(
  { total, minimum, maximum }: core.FundingSplitInput,
  share: Fraction,
  row: number,
): boolean {
  const boundAtRow = (bound: core.Bound<core.Fraction> | undefined): core.Fraction | undefined =>
    Array.isArray(bound)
      ? (bound as readonly (core.Fraction | undefined)[])[row]
      : (bound as core.Fraction | undefined);
  const low = boundAtRow(minimum);
  const high = boundAtRow(maximum);
  const atLow = share.compare(new Fraction(low ? fractionOf(low).over(total.step).ceiling() : 0n)) === 0;
  return (
    atLow ||
    (high !== undefined && share.compare(new Fraction(fractionOf(high).over(total.step).floor())) === 0)
  );
}

function drawMargin(random: Random): core.FundingSplitMarginInput {
  const rows = random.whole(1, 4);
  const weights = columnOf(rows, () =>
    weightOf(new Fraction(random.whole(0, 6), chance(random, 80) ? 1 : 2)),
  );
  const total = inSteps(
    BigInt(random.whole(-12, 12)),
    pick(random, [new Fraction(1n), new Fraction(1n, 100n)]),
  );
  return {
    total,
    weights,
    row: chance(random, 97) ? random.whole(0, rows - 1) : rows,
    rule: drawMaybe(random, () => pick(random, rules), 40),
    unit: drawMaybe(random, () => new Fraction(random.whole(chance(random, 5) ? 0 : 1, 3), 2n), 60),
  };
}

/** The unit of which all weights are multiples, and the nearest weight with another part, tried one unit after the other. */
function marginOf({ row, unit: asked, ...split }: core.FundingSplitMarginInput): unknown {
  if (asked !== undefined && asked.numerator <= 0n) throw new Refused("outOfRange");
  if (row >= split.weights.length) throw new Refused("outOfRange");
  splitOf(split);
  const weights = split.weights.map(fractionOf);
  const unit = asked === undefined ? commonUnit(weights) : fractionOf(asked);
  const has = weights[row] ?? zero;
  const partAt = (weight: Fraction): bigint | undefined => {
    if (weight.numerator < 0n) return undefined;
    const tried = split.weights.map((each, place) => (place === row ? weightOf(weight) : each));
    if (split.total.units !== 0n && sumOf(tried).numerator === 0n) return undefined;
    return splitOf({ ...split, weights: tried }).parts[row];
  };
  const now = absolute(partAt(has) ?? 0n);
  const turning = (direction: bigint): unknown => {
    const most = 40n * (absolute(split.total.units) + 1n);
    for (let units = 1n; units <= most; units += 1n) {
      const weight = has.plus(unit.times(new Fraction(direction * units)));
      const part = partAt(weight);
      if (part === undefined) return undefined;
      if ((absolute(part) - now) * direction > 0n)
        return { weight, change: weight.minus(has), part: inSteps(part, split.total.step) };
    }
    return undefined;
  };
  // No weight brings more to who has everything already.
  const more = now === absolute(split.total.units) ? undefined : turning(1n);
  return { more, less: now === 0n ? undefined : turning(-1n), unit, isNearest: true };
}

/** The largest number of which all weights are multiples; 1 where whole numbers are. */
export function commonUnit(weights: readonly Fraction[]): Fraction {
  const below = weights.reduce((so, { denominator }) => so * new Fraction(denominator, so).numerator, 1n);
  return new Fraction(1n, below);
}

export const splitPartReferences: References = {
  fundingBasePlus: reference(
    core.fundingBasePlus,
    (random) => {
      const { total, weights, rule } = drawSplit(random);
      const each = random.whole(0, 12);
      return [
        {
          total,
          weights,
          rule,
          baseEach: chance(random, 95)
            ? total.step.numerator === 0n
              ? zero
              : fractionOf(total.step).times(new Fraction(each))
            : drawSigned(random),
        },
      ];
    },
    ({ total, baseEach, weights, rule }) => {
      if (weights.length === 0) throw new Refused("emptyInput");
      const base = stepsOf(baseEach, total.step);
      const rest = absolute(total.units) - base * BigInt(weights.length);
      if (rest < 0n) throw new Refused("infeasibleBounds");
      const sign = total.units < 0n ? -1n : 1n;
      const { parts, ties } = splitOf({ total: inSteps(rest, total.step), weights, rule });
      return { parts: parts.map((part) => inSteps(sign * (part + base), total.step)), ties };
    },
  ),
  roundToTotal: reference(core.roundToTotal, (random) => [drawColumn(random)], columnRounded),
  splitCompare: reference(
    core.splitCompare,
    (random) => {
      const rows = random.whole(chance(random, 97) ? 1 : 0, 5);
      return [
        {
          before: columnOf(rows, () => drawSigned(random)),
          after: columnOf(rows + (chance(random, 3) ? 1 : 0), () => drawFraction(random)),
        },
      ];
    },
    ({ before, after }) => {
      if (before.length === 0) throw new Refused("emptyInput");
      if (after.length !== before.length) throw new Refused("sizeMismatch");
      const [was, is] = [sumOf(before), sumOf(after)];
      const compared = (from: core.Fraction, to: core.Fraction): object => {
        const [shareBefore, shareAfter] = [shareIn(from, was), shareIn(to, is)];
        return {
          before: fractionOf(from),
          after: fractionOf(to),
          difference: fractionOf(to).minus(from),
          shareBefore,
          shareAfter,
          points: shareBefore && shareAfter?.minus(shareBefore).times(new Fraction(100n)),
        };
      };
      return {
        rows: before.map((from, row) => compared(from, after[row] ?? zero)),
        total: compared(was, is),
      };
    },
  ),
};

function shareIn(part: core.Fraction, whole: Fraction): Fraction | undefined {
  return whole.numerator === 0n ? undefined : fractionOf(part).over(whole);
}

/** An amount in whole steps, from zero on. */
export function stepsOf(value: core.Fraction, step: core.Fraction): bigint {
  const steps = fractionOf(value).over(step);
  if (steps.numerator < 0n) throw new Refused("outOfRange");
  if (steps.denominator !== 1n) throw new Refused("notWholeSteps");
  return steps.numerator;
}

function drawColumn(random: Random): core.RoundToTotalInput {
  const step = chance(random, 98)
    ? pick(random, [new Fraction(1n), new Fraction(1n, 10n), new Fraction(1000n)])
    : drawSigned(random);
  const kind = random.whole(0, 2);
  const values = columnOf(random.whole(chance(random, 98) ? 1 : 0, 7), () =>
    kind === 0
      ? new Fraction(random.whole(-9, 9), 2n)
      : kind === 1
        ? new Fraction(random.whole(-20, 20), 3n)
        : drawSigned(random),
  );
  const near =
    step.numerator > 0n
      ? new Fraction(sumOf(values).over(step).floor() + BigInt(random.whole(-2, 3))).times(step)
      : zero;
  return {
    values,
    step,
    total: drawMaybe(random, () => (chance(random, 95) ? near : drawSigned(random)), 50),
  };
}

function columnRounded({ values, step: given, total: asked }: core.RoundToTotalInput): unknown {
  if (values.length === 0) throw new Refused("emptyInput");
  const step = fractionOf(given);
  if (step.numerator <= 0n) throw new Refused("outOfRange");
  const exact = values.map((value) => fractionOf(value).over(step));
  const wanted = asked === undefined ? new Fraction(sumOf(exact).nearest()) : fractionOf(asked).over(step);
  if (wanted.denominator !== 1n) throw new Refused("notWholeSteps");
  const floors = exact.map((value) => value.floor());
  const rests = exact.map((value, row) => value.minus(new Fraction(floors[row] ?? 0n)));
  const queue = exact
    .map((_, row) => row)
    .filter((row) => rests[row]?.numerator !== 0n)
    .sort((a, b) => (rests[b] ?? zero).compare(rests[a] ?? zero) || a - b);
  const up = wanted.numerator - wholeSum(floors);
  if (up < 0n || up > BigInt(queue.length)) throw new Refused("outOfRange");
  const ties: core.Tie[] = [];
  const [last, next] = [queue[Number(up) - 1], queue[Number(up)]];
  if (last !== undefined && next !== undefined && rests[last]?.compare(rests[next] ?? zero) === 0) {
    const tied = queue.filter((row) => rests[row]?.compare(rests[last] ?? zero) === 0).sort((a, b) => a - b);
    ties.push({ rows: tied, served: tied.filter((row) => queue.indexOf(row) < Number(up)) });
  }
  return {
    values: floors.map((floor, row) =>
      inSteps(floor + (queue.includes(row) && queue.indexOf(row) < Number(up) ? 1n : 0n), step),
    ),
    total: inSteps(wanted.numerator, step),
    ties,
  };
}
