import * as core from "@tallykit/core";

import { nearestTo, Refused } from "../compare.ts";
import { tenTo } from "../decimals.ts";
import { nearestDouble } from "../double.ts";
import { Fraction, fractionOf, one, sumOf, zero } from "../fraction.ts";
import { drawFraction, drawMaybe, drawReported, drawSigned } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { squareRoot } from "../series.ts";
import { drawNames, rateOf, requireAlike, rowKind } from "./coverageCounts.ts";

/** Two dates of one row. */
interface DatedRow {
  readonly name: string | undefined;
  readonly before: readonly [number | undefined, number | undefined];
  readonly after: readonly [number | undefined, number | undefined];
}

/** Counts at two dates, exactly. */
interface Dated {
  readonly c1: Fraction;
  readonly e1: Fraction;
  readonly c2: Fraction;
  readonly e2: Fraction;
}

const hundred = new Fraction(100n);
const half = new Fraction(1n, 2n);

function drawDated(random: Random, rows: number): Omit<core.ChangeColumns, "group"> {
  const column = (): (number | undefined)[] =>
    columnOf(rows, () =>
      chance(random, 92)
        ? random.whole(0, 9)
        : drawReported(random, chance(random, 90) ? 10 ** 9 : undefined),
    );
  const [coveredBefore, coveredAfter] = [column(), column()];
  return {
    coveredBefore,
    coveredAfter,
    eligibleBefore: column(),
    eligibleAfter: chance(random, 98) ? column() : [1],
  };
}

function datedRows(
  names: readonly (string | undefined)[],
  columns: Omit<core.ChangeColumns, "group">,
): DatedRow[] {
  requireAlike([
    names,
    columns.coveredBefore,
    columns.eligibleBefore,
    columns.coveredAfter,
    columns.eligibleAfter,
  ]);
  return names.map((name, row) => ({
    name,
    before: [columns.coveredBefore[row], columns.eligibleBefore[row]],
    after: [columns.coveredAfter[row], columns.eligibleAfter[row]],
  }));
}

/** Rates at both dates of the rows that count at both, with the status that says what the change is worth. */
function datedRates(rows: readonly DatedRow[]): {
  readonly shown: {
    readonly before: core.Rate | undefined;
    readonly after: core.Rate | undefined;
    readonly status: string;
    readonly leftOut: core.LeftOut;
  };
  readonly counts: Dated | undefined;
} {
  const kindAt = (row: DatedRow, date: "before" | "after"): string =>
    rowKind({ covered: row[date][0], eligible: row[date][1], isNamed: row.name !== undefined });
  const kindOf = (row: DatedRow): string => {
    const kinds = [kindAt(row, "before"), kindAt(row, "after")];
    return kinds.includes("missing") ? "missing" : kinds.includes("invalid") ? "invalid" : "counted";
  };
  const counted = rows.filter((row) => kindOf(row) === "counted");
  const leftOut = {
    missing: rows.filter((row) => kindOf(row) === "missing").length,
    invalid: rows.filter((row) => kindOf(row) === "invalid").length,
  };
  const sum = (of: readonly DatedRow[], date: "before" | "after", place: 0 | 1): bigint =>
    of.reduce((all, row) => all + BigInt(row[date][place] ?? 0), 0n);
  if (counted.length === 0) {
    // Some of none, in a row that is left out for it, is shown.
    const none = (date: "before" | "after"): core.Rate | undefined => {
      const wrong = rows.filter(
        (row) =>
          kindOf(row) === "invalid" &&
          row[date][1] === 0 &&
          kindAt(row, date) === "invalid" &&
          Number.isSafeInteger(row[date][0]) &&
          (row[date][0] ?? 0) > 0,
      );
      return wrong.length === 0 ? undefined : rateOf(sum(wrong, date, 0), 0n);
    };
    const [before, after] = [none("before"), none("after")];
    const status = leftOut.missing > 0 && before === undefined && after === undefined ? "missing" : "invalid";
    return { shown: { before, after, status, leftOut }, counts: undefined };
  }
  const [c1, e1, c2, e2] = [
    sum(counted, "before", 0),
    sum(counted, "before", 1),
    sum(counted, "after", 0),
    sum(counted, "after", 1),
  ];
  const [before, after] = [rateOf(c1, e1), rateOf(c2, e2)];
  const isOver = before.status === "over" || after.status === "over";
  const status = e1 === 0n ? (e2 === 0n ? "empty" : "new") : e2 === 0n ? "gone" : isOver ? "over" : "ok";
  return {
    shown: { before, after, status, leftOut },
    counts: { c1: new Fraction(c1), e1: new Fraction(e1), c2: new Fraction(c2), e2: new Fraction(e2) },
  };
}

const isBoth = (counts: Dated | undefined): counts is Dated =>
  counts !== undefined && counts.e1.numerator > 0n && counts.e2.numerator > 0n;
const ratio = (top: Fraction, bottom: Fraction): Fraction =>
  bottom.numerator === 0n ? zero : top.over(bottom);

/** The rates of a group; one that is not there at a date takes its other rate. */
function ratesIn({ c1, e1, c2, e2 }: Dated): readonly [Fraction, Fraction] {
  const [r1, r2] = [ratio(c1, e1), ratio(c2, e2)];
  return [e1.numerator === 0n ? r2 : r1, e2.numerator === 0n ? r1 : r2];
}

interface Parts {
  readonly rates: Fraction;
  readonly structure: Fraction;
}

/** Kitagawa: 100(r2-r1)(s1+s2)/2 from rates, 100(s2-s1)(r1+r2)/2 from structure. */
function partsOf(group: Dated, all: Dated): Parts {
  const [r1, r2] = ratesIn(group);
  const [s1, s2] = [ratio(group.e1, all.e1), ratio(group.e2, all.e2)];
  return {
    rates: hundred.times(r2.minus(r1)).times(s1.plus(s2)).times(half),
    structure: hundred.times(s2.minus(s1)).times(r1.plus(r2)).times(half),
  };
}

const pointsOf = ({ c1, e1, c2, e2 }: Dated): Fraction => hundred.times(c2.over(e2).minus(c1.over(e1)));

export const changeReferences: References = {
  coverageChange: reference(
    core.coverageChange,
    (random) => {
      const rows = random.whole(chance(random, 98) ? 1 : 0, 4);
      return [
        {
          group: columnOf(rows, () => drawMaybe(random, () => pick(random, ["a", "b", "__proto__"]), 5)),
          ...drawDated(random, rows),
          decimals: drawMaybe(random, () => (chance(random, 97) ? random.whole(0, 3) : 16), 50),
        },
      ];
    },
    change,
  ),
  crossClassifiedChange: reference(
    core.crossClassifiedChange,
    (random) => {
      const rows = random.whole(chance(random, 98) ? 1 : 0, 5);
      return [
        {
          first: columnOf(rows, () => drawMaybe(random, () => pick(random, ["a", "b"]), 5)),
          second: drawNames(random, rows),
          ...drawDated(random, rows),
        },
      ];
    },
    crossed,
  ),
  rateDecomposition: reference(core.rateDecomposition, (random) => [drawFactors(random)], decomposed),
};

/** Every whole table whose cells, rows and columns go to a neighbour and whose total is as given. */
function wholeTables(exact: readonly Parts[], total: bigint): Rounded[] {
  const around = (value: Fraction): bigint[] =>
    value.denominator === 1n ? [value.numerator] : [value.floor(), value.ceiling()];
  const columns = {
    rates: sumOf(exact.map(({ rates }) => rates)),
    structure: sumOf(exact.map(({ structure }) => structure)),
  };
  let found: Rounded[] = [[]];
  for (const row of exact) {
    const sums = around(row.rates.plus(row.structure));
    const choices = around(row.rates)
      .flatMap((rates) => around(row.structure).map((structure) => ({ rates, structure })))
      .filter(({ rates, structure }) => sums.includes(rates + structure));
    found = found.flatMap((table) => choices.map((choice) => [...table, choice]));
  }
  const columnSum = (table: Rounded, name: keyof Parts): bigint =>
    table.reduce((all, row) => all + row[name], 0n);
  const fits = found.filter(
    (table) =>
      around(columns.rates).includes(columnSum(table, "rates")) &&
      around(columns.structure).includes(columnSum(table, "structure")) &&
      columnSum(table, "rates") + columnSum(table, "structure") === total,
  );
  // If one of two columns must go up, it is that with the larger fraction.
  const rest = (value: Fraction): Fraction => value.minus(new Fraction(value.floor()));
  const larger = rest(columns.rates).compare(rest(columns.structure)) >= 0 ? "rates" : "structure";
  const highest = fits
    .map((table) => columnSum(table, larger))
    .reduce((a, b) => (a > b ? a : b), columns[larger].floor());
  return fits.filter((table) => columnSum(table, larger) === highest);
}

type Rounded = readonly { readonly rates: bigint; readonly structure: bigint }[];

/** Cells by their fractions, the largest first: each goes up if some table that is left has it so. */
function rounded(exact: readonly Parts[], total: bigint): Rounded {
  let left = wholeTables(exact, total);
  const cells = exact.flatMap((row, index) =>
    (["rates", "structure"] as const).map((name) => ({
      index,
      name,
      value: row[name],
      rest: row[name].minus(new Fraction(row[name].floor())),
    })),
  );
  cells.sort((a, b) => b.rest.compare(a.rest));
  for (const { index, name, value } of cells) {
    const up = left.filter((table) => table[index]?.[name] === value.ceiling());
    left = up.length > 0 ? up : left;
  }
  return left[0] ?? [];
}

function change({ decimals, group, ...columns }: core.CoverageChangeInput): unknown {
  const rows = datedRows(group, columns);
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= 15))
    throw new Refused("outOfRange");
  const total = datedRates(rows);
  const names = [...new Set(group)].filter((name) => name !== undefined);
  const groups = names.map((name) => ({ name, ...datedRates(rows.filter((row) => row.name === name)) }));
  const all = isBoth(total.counts) ? total.counts : undefined;
  const exact = groups.map(({ counts }): Parts =>
    counts && all ? partsOf(counts, all) : { rates: zero, structure: zero },
  );
  const scale = tenTo(decimals ?? 0);
  const number = (value: Fraction): number =>
    nearestDouble(decimals === undefined ? value : new Fraction(value.times(scale).nearest()).over(scale));
  const scaled = exact.map(({ rates, structure }) => ({
    rates: rates.times(scale),
    structure: structure.times(scale),
  }));
  const table =
    all && decimals !== undefined
      ? rounded(scaled, sumOf(scaled.flatMap(({ rates, structure }) => [rates, structure])).nearest()).map(
          ({ rates, structure }) => ({
            rates: new Fraction(rates).over(scale),
            structure: new Fraction(structure).over(scale),
          }),
        )
      : exact;
  const shownParts = (parts: readonly Parts[]): object => {
    const [rates, structure] = [
      sumOf(parts.map((each) => each.rates)),
      sumOf(parts.map((each) => each.structure)),
    ];
    return {
      fromRates: nearestDouble(rates),
      fromStructure: nearestDouble(structure),
      contribution: nearestDouble(rates.plus(structure)),
    };
  };
  const pointsIn = (counts: Dated | undefined): number | undefined =>
    isBoth(counts) ? number(pointsOf(counts)) : undefined;
  const directions = groups.flatMap(({ counts }) =>
    isBoth(counts) ? [Math.sign(Number(pointsOf(counts).numerator))] : [],
  );
  const direction = all ? Math.sign(Number(pointsOf(all).numerator)) : 0;
  return {
    groups: groups.map(({ name, shown, counts }, index) => ({
      group: name,
      ...shown,
      points: pointsIn(counts),
      ...(counts && all ? shownParts([table[index] ?? { rates: zero, structure: zero }]) : {}),
    })),
    total: {
      ...total.shown,
      points: pointsIn(total.counts),
      ...(all ? shownParts(table) : {}),
      relative:
        all && all.c1.numerator > 0n
          ? nearestDouble(all.c2.over(all.e2).over(all.c1.over(all.e1)).minus(one))
          : undefined,
    },
    reversal: direction !== 0 && directions.length > 0 && directions.every((each) => each === -direction),
  };
}

function crossed({ first, second, ...columns }: core.CrossClassifiedChangeInput): unknown {
  requireAlike([
    first,
    second,
    columns.coveredBefore,
    columns.eligibleBefore,
    columns.coveredAfter,
    columns.eligibleAfter,
  ]);
  const names = first.map((each, row) =>
    each === undefined || second[row] === undefined ? undefined : `${each}\n${second[row]}`,
  );
  const rows = datedRows(names, columns);
  const total = datedRates(rows);
  if (!isBoth(total.counts)) return { ...total.shown };
  const all = total.counts;
  const cells = [...new Set(names)].flatMap((name) => {
    const { counts } = datedRates(rows.filter((row) => name !== undefined && row.name === name));
    const [area = "", size = ""] = (name ?? "").split("\n");
    return counts === undefined ? [] : [{ area, size, counts }];
  });
  const eligible = (date: "e1" | "e2", holds: (cell: (typeof cells)[number]) => boolean): Fraction =>
    sumOf(cells.filter(holds).map(({ counts }) => counts[date]));
  const [fromFirst, fromSecond, fromRates]: Fraction[][] = [[], [], []];
  for (const { area, size, counts } of cells) {
    // Das Gupta's symmetric factors of a cell's share: their product is the share itself.
    const factors = (["e1", "e2"] as const).map((date) => {
      const [cell, inArea, inSize, everything] = [
        counts[date],
        eligible(date, (each) => each.area === area),
        eligible(date, (each) => each.size === size),
        all[date],
      ];
      if (cell.numerator === 0n) return { a: zero, b: zero };
      return {
        a: squareRoot(cell.over(inSize).times(inArea.over(everything))),
        b: squareRoot(cell.over(inArea).times(inSize.over(everything))),
      };
    });
    const [before, after] = [factors[0] ?? { a: zero, b: zero }, factors[1] ?? { a: zero, b: zero }];
    const [r1, r2] = ratesIn(counts);
    const mean = r1.plus(r2).times(half).times(hundred);
    fromFirst?.push(after.a.minus(before.a).times(before.b.plus(after.b)).times(half).times(mean));
    fromSecond?.push(after.b.minus(before.b).times(before.a.plus(after.a)).times(half).times(mean));
    fromRates?.push(partsOf(counts, all).rates);
  }
  return {
    ...total.shown,
    points: nearestDouble(pointsOf(all)),
    fromRates: nearestDouble(sumOf(fromRates ?? [])),
    fromFirst: nearestTo(sumOf(fromFirst ?? [])),
    fromSecond: nearestTo(sumOf(fromSecond ?? [])),
  };
}

function drawFactors(random: Random): core.RateDecompositionInput {
  const [populations, categories] = [random.whole(chance(random, 97) ? 2 : 1, 3), random.whole(1, 2)];
  const factors = columnOf(random.whole(chance(random, 98) ? 1 : 0, 3), (index) => {
    const width = chance(random, 25) ? 1 : chance(random, 98) ? categories : 3;
    return {
      name: `f${index}`,
      values: columnOf(populations, () =>
        columnOf(width, () =>
          chance(random, 80)
            ? new Fraction(random.whole(0, 9), 10)
            : pick(random, [drawFraction(random), drawSigned(random)]),
        ),
      ),
    };
  });
  const sumOfAll = (values: readonly (readonly core.Fraction[])[]): Fraction =>
    values.reduce<Fraction>((rate, [first = zero]) => rate.times(first).plus(one), one);
  return { factors, rate: drawMaybe(random, () => sumOfAll, 75) };
}

function ordersOf(some: readonly number[]): number[][] {
  return some.length === 0
    ? [[]]
    : some.flatMap((first) =>
        ordersOf(some.filter((each) => each !== first)).map((rest) => [first, ...rest]),
      );
}

/** A rate while its factors change one after the other, averaged over every order in which they could. */
function decomposed({ factors, rate }: core.RateDecompositionInput): unknown {
  const populations = factors[0]?.values.length;
  if (populations === undefined) throw new Refused("emptyInput");
  if (populations < 2) throw new Refused("outOfRange");
  const widths = factors.map(({ values }) => values[0]?.length ?? 0);
  const categories = Math.max(...widths);
  if (widths.some((width) => width !== 1 && width !== categories)) throw new Refused("sizeMismatch");
  const people = columnOf(populations, (each) => each);
  // By category the rate is a product; with a rate of one's own there is one, the whole.
  const kinds = rate ? [0] : columnOf(categories, (each) => each);
  const rateWith = (from: readonly number[], kind: number): Fraction => {
    const values = factors.map((factor, index) => factor.values[from[index] ?? 0] ?? []);
    return rate
      ? fractionOf(rate(values))
      : values.reduce<Fraction>(
          (product, row) => product.times(row[row.length === 1 ? 0 : kind] ?? zero),
          one,
        );
  };
  const orders = ordersOf(factors.map((_, index) => index));
  /** The rate of one population beside another with all factors but one averaged. */
  const beside = (factor: number, kind: number, mine: number, other: number): Fraction =>
    sumOf(
      orders.map((order) => {
        const changed = order.slice(0, order.indexOf(factor));
        return rateWith(
          factors.map((_, index) => (index === factor ? mine : changed.includes(index) ? other : mine)),
          kind,
        );
      }),
    ).over(new Fraction(orders.length));
  const standardised = (factor: number, kind: number): Fraction[] => {
    const n = new Fraction(populations);
    return people.map((mine) => {
      const others = people.filter((each) => each !== mine);
      const own = sumOf(others.map((other) => beside(factor, kind, mine, other))).over(n.minus(one));
      const apart = sumOf(
        others.map((other) =>
          sumOf(
            others.filter((third) => third !== other).map((third) => beside(factor, kind, other, third)),
          ).minus(beside(factor, kind, other, mine).times(n.minus(new Fraction(2n)))),
        ),
      );
      return own.plus(apart.over(n.times(n.minus(one))));
    });
  };
  const differences = (rates: readonly Fraction[]): number[][] =>
    rates.map((from) => rates.map((to) => nearestDouble(to.minus(from))));
  return {
    rates: people.map((mine) =>
      nearestDouble(
        sumOf(
          kinds.map((kind) =>
            rateWith(
              factors.map(() => mine),
              kind,
            ),
          ),
        ),
      ),
    ),
    factors: factors.map(({ name }, factor) => {
      const byKind = kinds.map((kind) => standardised(factor, kind));
      const wholes = people.map((mine) => sumOf(byKind.map((rates) => rates[mine] ?? zero)));
      return {
        name,
        standardised: wholes.map(nearestDouble),
        contributions: differences(wholes),
        categories: rate ? undefined : byKind.map(differences),
      };
    }),
  };
}
