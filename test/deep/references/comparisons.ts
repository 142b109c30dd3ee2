import * as core from "@tallykit/core";

import { Accepting, nearestTo, Refused } from "../compare.ts";
import { Fraction, fractionOf, one, sumOf, zero } from "../fraction.ts";
import { drawFraction, drawMaybe, drawSigned, drawWeights, weightOf } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { logarithm, squareRoot } from "../series.ts";
import { splitOf } from "../splits.ts";
import { drawSplit } from "./splits.ts";

const measures = [
  "gallagher",
  "loosemore-hanby",
  "sainte-lague",
  "gini",
  "theil",
  "jain",
  "largest-deviation",
] as const;
const causes = ["pot", "weights", "bounds", "rule"] as const;
type Cause = (typeof causes)[number];

export const comparisonReferences: References = {
  splitFairness: reference(
    core.splitFairness,
    (random) => {
      const weights = drawWeights(random, { least: chance(random, 98) ? 1 : 0 });
      const received = weights.map((weight) =>
        chance(random, 15)
          ? fractionOf(weight)
          : chance(random, 97)
            ? drawFraction(random)
            : drawSigned(random),
      );
      const rows = chance(random, 98) ? received : [...received, zero];
      return [{ received: rows, weights, measure: drawMaybe(random, () => pick(random, measures), 10) }];
    },
    fairness,
  ),
  splitDifference: reference(core.splitDifference, (random) => [drawDifference(random)], explained),
};

function fairness({ received, weights, measure = "gallagher" }: core.SplitFairnessInput): unknown {
  if (received.length === 0) throw new Refused("emptyInput");
  if (weights.length !== received.length) throw new Refused("sizeMismatch");
  if (received.some(({ numerator }) => numerator < 0n)) throw new Refused("outOfRange");
  const [all, weight] = [sumOf(received), sumOf(weights)];
  if (weight.numerator === 0n) throw new Refused("allZero");
  if (all.numerator === 0n) throw new Refused("divisionByZero");
  const rows = received
    .map((part, row) => ({ s: fractionOf(part).over(all), v: fractionOf(weights[row] ?? zero).over(weight) }))
    .filter(({ s, v }) => s.numerator > 0n || v.numerator > 0n);
  const divides = ["sainte-lague", "gini", "theil", "jain"].includes(measure);
  if (divides && rows.some(({ v }) => v.numerator === 0n)) throw new Refused("divisionByZero");
  return nearestTo(measured(measure, rows));
}

/** Each measure by its published formula, of the shares s received and v of the weight. */
function measured(
  measure: core.FairnessMeasure,
  rows: readonly { readonly s: Fraction; readonly v: Fraction }[],
): Fraction {
  const two = new Fraction(2n);
  const apart = rows.map(({ s, v }) => s.minus(v));
  const ratios = rows.map(({ s, v }) => (v.numerator === 0n ? zero : s.over(v)));
  const squares = (values: readonly Fraction[]): Fraction => sumOf(values.map((value) => value.times(value)));
  switch (measure) {
    case "gallagher":
      return squareRoot(squares(apart).over(two));
    case "loosemore-hanby":
      return sumOf(apart.map((value) => value.absolute())).over(two);
    case "largest-deviation":
      return apart.map((value) => value.absolute()).reduce((a, b) => (a.compare(b) >= 0 ? a : b));
    case "sainte-lague":
      return sumOf(rows.map(({ v }, row) => (apart[row] ?? zero).times(apart[row] ?? zero).over(v)));
    case "gini":
      // Half the mean difference of what is received for each unit of weight, over all pairs of such units.
      return sumOf(
        rows.flatMap((a, i) =>
          rows.map((b, j) =>
            (ratios[i] ?? zero)
              .minus(ratios[j] ?? zero)
              .absolute()
              .times(a.v)
              .times(b.v),
          ),
        ),
      ).over(two);
    case "theil":
      return sumOf(
        rows.map(({ s }, row) => (s.numerator === 0n ? zero : s.times(logarithm(ratios[row] ?? one)))),
      );
    case "jain":
      return sumOf(ratios)
        .times(sumOf(ratios))
        .over(squares(ratios).times(new Fraction(rows.length)));
  }
}

function drawDifference(random: Random): core.SplitDifferenceInput {
  const before = { ...drawSplit(random) };
  const rows = before.weights.length;
  const other = drawSplit(random);
  const weights = chance(random, 50)
    ? before.weights
    : columnOf(rows, () => weightOf(new Fraction(random.whole(0, 4))));
  const bound = (): Fraction => new Fraction(random.whole(0, 9));
  return {
    before,
    after: {
      total: pick(random, [before.total, other.total]),
      weights: chance(random, 98) ? weights : other.weights,
      rule: chance(random, 50) ? before.rule : other.rule,
      minimum: chance(random, 50) ? before.minimum : drawMaybe(random, bound, 50),
      maximum: chance(random, 50) ? before.maximum : undefined,
      ties: before.ties,
    },
  };
}

function ordersOf<Value>(values: readonly Value[]): Value[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((first) =>
    ordersOf(values.filter((value) => value !== first)).map((rest) => [first, ...rest]),
  );
}

/** The split in which some causes are those of after; `undefined` where it has no answer. */
function mixed(
  { before, after }: core.SplitDifferenceInput,
  changed: readonly Cause[],
): Fraction[] | undefined {
  const from = (cause: Cause): core.FundingSplitInput => (changed.includes(cause) ? after : before);
  const { step } = from("rule").total;
  const pot = fractionOf(from("pot").total.step)
    .times(new Fraction(from("pot").total.units))
    .over(step);
  if (pot.denominator !== 1n) return undefined;
  const { minimum, maximum } = from("bounds");
  const { rule, ties } = from("rule");
  try {
    const { parts } = splitOf({
      total: { units: pot.numerator, step },
      weights: from("weights").weights,
      minimum,
      maximum,
      rule,
      ties,
    });
    return parts.map((part) => fractionOf(step).times(new Fraction(part)));
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

function keyOf(
  cause: Cause,
  {
    total,
    weights,
    minimum,
    maximum,
    rule = "largest-remainder",
    ties = { by: "order" },
  }: core.FundingSplitInput,
): string {
  const parts = {
    pot: fractionOf(total.step).times(new Fraction(total.units)),
    weights,
    bounds: [minimum, maximum],
    rule: [rule, ties, total.step],
  };
  return JSON.stringify(parts[cause], (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

function explained(input: core.SplitDifferenceInput): unknown {
  const { before, after } = input;
  if (before.weights.length !== after.weights.length) throw new Refused("sizeMismatch");
  const [was, is] = [splitOf(before), splitOf(after)];
  const orders = ordersOf(causes.filter((cause) => keyOf(cause, before) !== keyOf(cause, after)));
  const known = new Map<string, Fraction[] | undefined>();
  const stage = (changed: readonly Cause[]): Fraction[] | undefined => {
    const name = [...changed].sort().join();
    if (!known.has(name)) known.set(name, mixed(input, changed));
    return known.get(name);
  };
  const stages = (order: readonly Cause[]): (Fraction[] | undefined)[] =>
    [[], ...order.map((_, place) => order.slice(0, place + 1))].map(stage);
  const possible = orders
    .map((order) => ({ order, steps: stages(order) }))
    .filter(({ steps }) => steps.every((step) => step !== undefined));
  if (possible.length === 0) throw new Refused("conflict");
  const brought = (cause: Cause, row: number): Fraction =>
    sumOf(
      possible.map(({ order, steps }) => {
        const place = order.indexOf(cause);
        return place < 0 ? zero : (steps[place + 1]?.[row] ?? zero).minus(steps[place]?.[row] ?? zero);
      }),
    ).over(new Fraction(possible.length));
  const worth = (units: bigint, { step }: core.Amount): Fraction =>
    fractionOf(step).times(new Fraction(units));
  const rows = before.weights.map((_, row) => {
    const [from, to] = [was.parts[row] ?? 0n, is.parts[row] ?? 0n];
    return {
      ...Object.fromEntries(causes.map((cause) => [cause, brought(cause, row)])),
      before: { units: from, step: before.total.step },
      after: { units: to, step: after.total.step },
      difference: worth(to, after.total).minus(worth(from, before.total)),
    };
  });
  const total = {
    ...Object.fromEntries(
      causes.map((cause) => [cause, sumOf(before.weights.map((_, row) => brought(cause, row)))]),
    ),
    before: before.total,
    after: after.total,
    difference: worth(after.total.units, after.total).minus(worth(before.total.units, before.total)),
  };
  return { rows, total, orders: { all: orders.length, possible: possible.length } };
}

export const twoWayReferences: References = {
  quotaTwoWay: reference(core.quotaTwoWay, (random) => [drawTable(random)], twoWay),
};

function drawTable(random: Random): core.QuotaTwoWayInput {
  const [rows, columns] = [random.whole(1, 3), random.whole(chance(random, 99) ? 1 : 0, 3)];
  const kind = random.whole(1, 3);
  const weights = columnOf(rows, () =>
    columnOf(columns, () =>
      weightOf(
        chance(random, 20)
          ? zero
          : kind === 1
            ? new Fraction(random.whole(1, 3))
            : kind === 2
              ? new Fraction(random.whole(1, 99), 10)
              : drawFraction(random),
      ),
    ),
  );
  const share = (places: number, lines: number): core.Count[] => {
    const parts = columnOf(lines, () => 0);
    for (let left = places; left > 0; left -= 1) parts[random.whole(0, lines - 1)]! += 1;
    return parts.map((each) => each as core.Count);
  };
  const places = random.whole(0, 6);
  return {
    weights,
    rowPlaces: share(places, rows),
    columnPlaces: columns === 0 ? [] : share(chance(random, 97) ? places : places + 1, columns),
  };
}

/** Every table with these sums. */
function tables(rows: readonly number[], columns: readonly number[]): number[][][] {
  const [first, ...rest] = rows;
  if (first === undefined) return columns.every((column) => column === 0) ? [[]] : [];
  const fills = (left: number, place: number): number[][] =>
    place === columns.length - 1
      ? left <= (columns[place] ?? 0)
        ? [[left]]
        : []
      : columnOf(Math.min(left, columns[place] ?? 0) + 1, (value) => value).flatMap((value) =>
          fills(left - value, place + 1).map((others) => [value, ...others]),
        );
  return fills(first, 0).flatMap((row) =>
    tables(
      rest,
      columns.map((column, place) => column - (row[place] ?? 0)),
    ).map((others) => [row, ...others]),
  );
}

/** Of all tables with these sums the best has the least product of (1/2)(3/2)...(n - 1/2) / weight^n over its cells. */
function twoWay({ weights, rowPlaces, columnPlaces }: core.QuotaTwoWayInput): unknown {
  if ((weights[0]?.length ?? 0) === 0) throw new Refused("emptyInput");
  const sum = (places: readonly number[]): number => places.reduce((all, each) => all + each, 0);
  if (sum(rowPlaces) !== sum(columnPlaces)) throw new Refused("infeasibleBounds");
  const given = weights.map((row) => row.map(fractionOf));
  if (given.flat().every(({ numerator }) => numerator === 0n) && sum(rowPlaces) > 0)
    throw new Refused("allZero");
  const productOf = (table: readonly (readonly number[])[]): Fraction | undefined => {
    let product = one;
    for (const [row, cells] of table.entries()) {
      for (const [column, places] of cells.entries()) {
        const weight = given[row]?.[column] ?? zero;
        if (places > 0 && weight.numerator === 0n) return undefined;
        for (let place = 1; place <= places; place += 1)
          product = product.times(new Fraction(2 * place - 1, 2).over(weight));
      }
    }
    return product;
  };
  const scored = tables(rowPlaces, columnPlaces).flatMap((table) => {
    const product = productOf(table);
    return product === undefined ? [] : [{ table, product }];
  });
  const [least] = scored.map(({ product }) => product).sort((a, b) => a.compare(b));
  if (least === undefined) throw new Refused("infeasibleBounds");
  const best = scored.filter(({ product }) => product.compare(least) === 0).map(({ table }) => table);
  const first = best.reduce((a, b) => (isLarger(b.flat(), a.flat()) ? b : a));
  const tied = given.flatMap((row, r) =>
    row.flatMap((_, c) => (new Set(best.map((table) => table[r]?.[c])).size > 1 ? [`${r} ${c}`] : [])),
  );
  return new Accepting(
    `the table ${first.map((row) => row.join(" ")).join("; ")}, tied ${tied.join(", ")}`,
    (actual) => isRight(actual as core.TwoWayApportionment, { given, first, tied }),
  );
}

function isLarger(a: readonly number[], b: readonly number[]): boolean {
  const place = a.findIndex((value, at) => value !== b[at]);
  return place >= 0 && (a[place] ?? 0) > (b[place] ?? 0);
}

function isRight(
  { places, rowDivisors, columnDivisors, ties }: core.TwoWayApportionment,
  {
    given,
    first,
    tied,
  }: {
    readonly given: readonly (readonly Fraction[])[];
    readonly first: readonly (readonly number[])[];
    readonly tied: readonly string[];
  },
): boolean {
  const isTable = JSON.stringify(places) === JSON.stringify(first);
  const named = ties.flatMap(({ cells }) => cells.map(({ row, column }) => `${row} ${column}`)).sort();
  // The divisors are a proof: each weight over its two is within a half of its places.
  const isProved = given.every((row, r) =>
    row.every((weight, c) => {
      const share = weight.over(rowDivisors[r] ?? one).over(columnDivisors[c] ?? one);
      return (
        share
          .minus(new Fraction(first[r]?.[c] ?? 0))
          .absolute()
          .compare(new Fraction(1n, 2n)) <= 0
      );
    }),
  );
  return isTable && isProved && named.join() === [...tied].sort().join();
}
