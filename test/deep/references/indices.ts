import * as core from "@tallykit/core";

import { Accepting, nearestTo } from "../compare.ts";
import { nearestDouble } from "../double.ts";
import { Fraction, fractionOf, one, sumOf, zero } from "../fraction.ts";
import { drawMaybe, drawSigned, weightOf } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { exponential, logarithm, squareRoot } from "../series.ts";

type Value = Fraction | undefined;

function drawTable(
  random: Random,
  { missing = 8, z = true } = {},
): core.IndexTable & { readonly normalise: core.IndexNormalisation | undefined } {
  const [units, width] = [
    random.whole(chance(random, 98) ? 1 : 0, 4),
    random.whole(chance(random, 98) ? 1 : 0, 3),
  ];
  const parts = chance(random, 25);
  const low = (): Fraction => new Fraction(random.whole(0, 3));
  const items = columnOf(width, (): core.IndexItem => {
    const bottom = low();
    return {
      weight: weightOf(new Fraction(random.whole(0, 3))),
      direction: pick(random, [1, -1, undefined]),
      goalposts: drawMaybe(
        random,
        () => ({
          low: bottom,
          high: chance(random, 98) ? bottom.plus(new Fraction(random.whole(1, 5))) : bottom,
        }),
        3,
      ),
      part: parts && chance(random, 98) ? pick(random, ["p", "__proto__"]) : undefined,
    };
  });
  const values = columnOf(units, () =>
    columnOf(width + (chance(random, 1) ? 1 : 0), () =>
      drawMaybe(
        random,
        () => (chance(random, 90) ? new Fraction(random.whole(0, 6)) : drawSigned(random)),
        missing,
      ),
    ),
  );
  const normalise = drawMaybe(
    random,
    () =>
      pick(
        random,
        z
          ? (["min-max", "z", "rank", "goalposts", "none"] as const)
          : (["min-max", "rank", "goalposts", "none"] as const),
      ),
    10,
  );
  return { values, items, normalise };
}

/** Of several faults any may be told first. */
function refusedWith(codes: ReadonlySet<string>): Accepting {
  return new Accepting(`a refusal: ${[...codes].join(", ")}`, (actual) =>
    codes.has((actual as { readonly refused?: string }).refused ?? ""),
  );
}

/** What is wrong with a table; items of weight 0 are looked at only where their weight may change. */
function faultsOf(
  { values, items }: core.IndexTable,
  normalise: core.IndexNormalisation,
  looksAtAll: boolean,
): Set<string> {
  const faults = new Set<string>();
  if (items.length === 0 || values.length === 0) faults.add("emptyInput");
  if (values.some((row) => row.length !== items.length)) faults.add("invalidValue");
  if (items.length > 0 && items.every(({ weight }) => weight.numerator === 0n)) faults.add("allZero");
  items.forEach(({ weight, goalposts }, place) => {
    if (weight.numerator === 0n && !looksAtAll) return;
    if (normalise === "goalposts" && goalposts === undefined) faults.add("invalidValue");
    if (normalise === "goalposts" && goalposts && fractionOf(goalposts.low).compare(goalposts.high) >= 0)
      faults.add("outOfRange");
    const there = values.flatMap((row) => row[place] ?? []);
    const isFlat = there.every((value) => fractionOf(value).compare(there[0] ?? zero) === 0);
    if (isFlat && (normalise === "min-max" || normalise === "z" || normalise === "rank"))
      faults.add("conflict");
  });
  return faults;
}

/** The values of an item on its scale, by the definition of the scale. */
function scaled(item: core.IndexItem, column: readonly Value[], normalise: core.IndexNormalisation): Value[] {
  const isDown = item.direction === -1;
  const turned = column.map((value) => (isDown ? value?.negative() : value));
  const there = turned.filter((value) => value !== undefined);
  if (normalise === "none") return turned;
  if (normalise === "goalposts" && item.goalposts) {
    const [low, high] = [fractionOf(item.goalposts.low), fractionOf(item.goalposts.high)];
    return column.map((value) => {
      if (value === undefined) return undefined;
      const part = value.minus(low).over(high.minus(low));
      const kept = part.compare(zero) < 0 ? zero : part.compare(one) > 0 ? one : part;
      return isDown ? one.minus(kept) : kept;
    });
  }
  const number = new Fraction(there.length);
  if (normalise === "rank") {
    return turned.map((value) => {
      if (value === undefined) return undefined;
      const better = there.filter((each) => each.compare(value) > 0).length;
      const alike = there.filter((each) => each.compare(value) === 0).length;
      return number.minus(new Fraction(2 * better + alike + 1, 2)).over(number.minus(one));
    });
  }
  if (normalise === "z") {
    const mean = sumOf(there).over(number);
    const variance = sumOf(there.map((value) => value.minus(mean).times(value.minus(mean)))).over(
      number.minus(one),
    );
    return turned.map((value) => value?.minus(mean).over(squareRoot(variance)));
  }
  const [low, high] = there.reduce<readonly [Fraction, Fraction]>(
    ([least, most], value) => [
      value.compare(least) < 0 ? value : least,
      value.compare(most) > 0 ? value : most,
    ],
    [there[0] ?? zero, there[0] ?? zero],
  );
  return turned.map((value) => value?.minus(low).over(high.minus(low)));
}

interface Weighed {
  readonly value: Fraction;
  readonly weight: Fraction;
}

function meanBy(aggregate: core.IndexAggregation, values: readonly Weighed[]): Fraction {
  const all = sumOf(values.map(({ weight }) => weight));
  const averaged = (of: (value: Fraction) => Fraction): Fraction =>
    sumOf(values.map(({ value, weight }) => of(value).times(weight))).over(all);
  if (aggregate === "arithmetic") return averaged((value) => value);
  if (aggregate === "harmonic") return one.over(averaged((value) => one.over(value)));
  return exponential(averaged(logarithm));
}

interface Mean {
  readonly status: core.IndexStatus;
  readonly mean?: Fraction;
  readonly item?: number;
}

interface Cell {
  readonly place: number;
  readonly weight: Fraction;
  readonly value: Value;
}

function meanOf(
  cells: readonly Cell[],
  aggregate: core.IndexAggregation,
  missing: core.MissingScoreRule,
): Mean {
  const absent = cells.find(({ value }) => value === undefined);
  if (absent && missing === "error") return { status: "missing", item: absent.place };
  const there = cells.flatMap(({ place, weight, value }) =>
    value === undefined
      ? missing === "zero"
        ? [{ place, weight, value: zero }]
        : []
      : [{ place, weight, value }],
  );
  if (there.length === 0) return { status: "missing", ...(absent && { item: absent.place }) };
  const wrong = aggregate === "arithmetic" ? undefined : there.find(({ value }) => value.numerator <= 0n);
  if (wrong) return { status: "not positive", item: wrong.place };
  return { status: "ok", mean: meanBy(aggregate, there) };
}

const shownMean = ({ status, mean, item }: Mean): object => ({
  value: mean && nearestTo(mean),
  status,
  item,
});

function indexOf(input: core.ScoreIndexInput): unknown {
  const { values, items, normalise = "min-max", aggregate = "arithmetic", missing = "error" } = input;
  const faults = faultsOf(input, normalise, false);
  const named = items.filter(({ part }) => part !== undefined);
  if (named.length > 0 && named.length < items.length) faults.add("invalidValue");
  const parts = [...new Set(items.map(({ part }) => part))].filter((part) => part !== undefined);
  const weightOfPart = (part: string): Fraction =>
    sumOf(items.filter((item) => item.part === part).map(({ weight }) => weight));
  if (parts.some((part) => weightOfPart(part).numerator === 0n)) faults.add("allZero");
  if (faults.size > 0) return refusedWith(faults);
  const counted = items.flatMap((item, place) => (item.weight.numerator === 0n ? [] : [{ item, place }]));
  const columns = new Map(
    counted.map(({ item, place }) => [
      place,
      scaled(
        item,
        values.map((row) => row[place] && fractionOf(row[place])),
        normalise,
      ),
    ]),
  );
  const units = values.map((row, unit) => {
    const cells = counted.map(({ item, place }) => ({
      place,
      weight: fractionOf(item.weight),
      value: columns.get(place)?.[unit],
      part: item.part,
    }));
    const means = parts.map((part) => ({
      weight: weightOfPart(part),
      ...meanOf(
        cells.filter((cell) => cell.part === part),
        aggregate,
        missing,
      ),
    }));
    const present = sumOf(
      counted.filter(({ place }) => row[place] !== undefined).map(({ item }) => item.weight),
    );
    const index =
      parts.length === 0 ? meanOf(cells, aggregate, missing) : meanOfParts(means, aggregate, missing);
    return {
      ...shownMean(index),
      parts: means.map(shownMean),
      completeness: nearestDouble(present.over(sumOf(counted.map(({ item }) => item.weight)))),
    };
  });
  return { parts, units };
}

function meanOfParts(
  means: readonly (Mean & { readonly weight: Fraction })[],
  aggregate: core.IndexAggregation,
  missing: core.MissingScoreRule,
): Mean {
  const stop = means.find(
    ({ status }) => status === "not positive" || (status === "missing" && missing === "error"),
  );
  if (stop) return stop;
  const there = means.flatMap(({ mean, weight }) => (mean ? [{ value: mean, weight }] : []));
  if (there.length === 0) return means[0] ?? { status: "missing" };
  // A part that came to 0 or below, as z-scores do, has no product or reciprocal either.
  return { status: "ok", mean: meanBy(aggregate, there) };
}

export const indexReferences: References = {
  scoreIndex: reference(
    core.scoreIndex,
    (random) => [
      {
        ...drawTable(random),
        aggregate: drawMaybe(
          random,
          () => pick(random, ["arithmetic", "geometric", "harmonic"] as const),
          30,
        ),
        missing: drawMaybe(random, () => pick(random, ["error", "reweight", "zero"] as const), 30),
      },
    ],
    indexOf,
  ),
  scoreIndexSensitivity: reference(
    core.scoreIndexSensitivity,
    (random) => [drawTable(random, { missing: chance(random, 95) ? 0 : 8, z: false })],
    sensitivity,
  ),
};

/** The units with the highest index when an item has a share of the weight and the others keep their proportions. */
function firstAt(share: Fraction, alone: readonly Fraction[], others: readonly Fraction[]): number[] {
  const scores = alone.map((value, unit) =>
    value.times(share).plus((others[unit] ?? zero).times(one.minus(share))),
  );
  const best = scores.reduce((a, b) => (a.compare(b) >= 0 ? a : b), scores[0] ?? zero);
  return scores.flatMap((score, unit) => (score.compare(best) === 0 ? [unit] : []));
}

function sensitivity(input: core.ScoreIndexSensitivityInput): unknown {
  const { values, items, normalise = "min-max" } = input;
  const faults = faultsOf(input, normalise, true);
  if (values.some((row) => row.includes(undefined))) faults.add("missingValue");
  if (faults.size > 0) return refusedWith(faults);
  const columns = items.map((item, place) =>
    scaled(
      item,
      values.map((row) => row[place] && fractionOf(row[place])),
      normalise,
    ).map((value) => value ?? zero),
  );
  const all = sumOf(items.map(({ weight }) => weight));
  const scoreOf = (unit: number, without?: number): Fraction =>
    sumOf(
      items.map(({ weight }, place) =>
        place === without ? zero : (columns[place]?.[unit] ?? zero).times(weight),
      ),
    );
  const scores = values.map((_, unit) => scoreOf(unit));
  const first = firstAt(one, scores, scores);
  const found = items.map(({ weight }, place) => {
    const share = fractionOf(weight).over(all);
    const rest = all.minus(weight);
    if (rest.numerator === 0n) return { share, lower: undefined, higher: undefined };
    const others = values.map((_, unit) => scoreOf(unit, place).over(rest));
    const alone = columns[place] ?? [];
    // The lines of two units cross at one share at most; between crossings nothing changes.
    const crossings = values.flatMap((_, a) =>
      values.flatMap((__, b) => {
        const [top, slope] = [
          (others[a] ?? zero).minus(others[b] ?? zero),
          (alone[b] ?? zero)
            .minus(others[b] ?? zero)
            .minus(alone[a] ?? zero)
            .plus(others[a] ?? zero),
        ];
        return slope.numerator === 0n ? [] : [top.over(slope)];
      }),
    );
    const changeTowards = (end: Fraction): object | undefined => {
      const isBetween = (at: Fraction): boolean =>
        end.numerator === 0n
          ? at.compare(share) <= 0 && at.compare(end) > 0
          : at.compare(share) >= 0 && at.compare(end) < 0;
      const near = crossings
        .filter(isBetween)
        .sort((a, b) => (end.numerator === 0n ? b.compare(a) : a.compare(b)));
      for (const [index, at] of near.entries()) {
        const next = near.slice(index).find((each) => each.compare(at) !== 0) ?? end;
        const beyond = firstAt(at.plus(next).over(new Fraction(2n)), alone, others);
        if (beyond.join() !== first.join())
          return {
            share: at,
            weight: rest.times(at).over(one.minus(at)),
            move: at.minus(share).absolute(),
            units: beyond,
          };
      }
      return undefined;
    };
    return { share, lower: changeTowards(zero), higher: changeTowards(one) };
  });
  const moves = found
    .flatMap(({ lower, higher }) => [lower, higher])
    .flatMap((point) => (point ? [(point as { readonly move: Fraction }).move] : []));
  return { first, items: found, smallestMove: moves.sort((a, b) => a.compare(b))[0] };
}
