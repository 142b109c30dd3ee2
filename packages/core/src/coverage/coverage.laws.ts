import * as fc from "fast-check";
import { CalculationError, type ErrorCode } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import { decimalText } from "../exact/decimal.ts";
import { compareFractions, type Fraction, fraction, plus, toNumber } from "../exact/fraction.ts";
import { compareRates, type Rate, rate } from "../exact/rate.ts";
import { round } from "../exact/rounding.ts";
import type { Law } from "../law.laws.ts";
import { coverageByGroup, type CoverageByGroupInput } from "./coverageByGroup.ts";
import { coverageGap } from "./coverageGap.ts";
import { type CoverageInput, coverageRate } from "./coverageRate.ts";
import { coverageRollUp, type CoverageRollUpInput, type RollUpNode } from "./coverageRollUp.ts";
import { coverageText } from "./coverageText.ts";
import type { PooledRate, Reported } from "./tally.ts";

// Generators of cells. Counts reach 2^53-1; some cells are nearly all, all, or a little more.

const most = 9007199254740991;
const counts = fc.oneof(fc.nat(12), fc.nat(6573), fc.maxSafeNat()).map((value) => count(value));
const closeCells = fc
  .tuple(counts, fc.integer({ min: -3, max: 3 }))
  .map(([eligible, off]) => ({ covered: count(Math.min(most, Math.max(0, eligible + off))), eligible }));
const allCells = fc.oneof(fc.record({ covered: counts, eligible: counts }), closeCells);
const cells = allCells.filter(({ eligible }) => eligible > 0);
const cellsWithinAll = cells.map(({ covered, eligible }) => ({
  covered: count(Math.min(covered, eligible)),
  eligible,
}));
const decimals = fc.integer({ min: 0, max: 4 });
const smallCells = fc.record({ covered: fc.nat(2 ** 32), eligible: fc.integer({ min: 1, max: 2 ** 32 }) });
const factors = fc.integer({ min: 1, max: 2 ** 20 });

const cellOf = (covered: number, eligible: number): CoverageInput => ({
  covered: count(covered),
  eligible: count(eligible),
});
const shareOf = ({ numerator, denominator }: Rate): Fraction =>
  fraction(BigInt(numerator), BigInt(denominator));
const isSame = (a: Fraction, b: Fraction): boolean => compareFractions(a, b) === 0;
const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** Whether a calculation is refused with a code. */
function refuses(code: ErrorCode, calculation: () => unknown): boolean {
  try {
    calculation();
    return false;
  } catch (error) {
    return error instanceof CalculationError && error.code === code;
  }
}

// The rate.

const clipped: typeof coverageRate = ({ covered, eligible }) =>
  coverageRate({ covered: count(Math.min(covered, eligible)), eligible });
const withOneMore: typeof coverageRate = ({ covered, eligible }) =>
  coverageRate({ covered, eligible: count(Math.min(most, eligible + 1)) });

export const coverageRateLaws: readonly Law<typeof coverageRate>[] = [
  {
    name: "C9 both counts are kept, and the status says empty, invalid, over or ok",
    property: (calculator) =>
      fc.property(allCells, ({ covered, eligible }) => {
        const { numerator, denominator, status } = calculator({ covered, eligible });
        const isRight = {
          empty: covered === 0 && eligible === 0,
          invalid: covered > 0 && eligible === 0,
          over: covered > eligible && eligible > 0,
          ok: covered <= eligible && eligible > 0,
        }[status];
        return numerator === covered && denominator === eligible && isRight;
      }),
    broken: clipped,
  },
  {
    name: "C5 as many times covered and eligible is the same rate",
    property: (calculator) =>
      fc.property(smallCells, factors, ({ covered, eligible }, factor) => {
        const scaled = calculator(cellOf(covered * factor, eligible * factor));
        return compareRates(scaled, calculator(cellOf(covered, eligible))) === 0;
      }),
    broken: withOneMore,
  },
  {
    name: "C6 covered and not covered make exactly one",
    property: (calculator) =>
      fc.property(cellsWithinAll, ({ covered, eligible }) => {
        const others = calculator(cellOf(eligible - covered, eligible));
        return isSame(plus(shareOf(calculator({ covered, eligible })), shareOf(others)), fraction(1n));
      }),
    broken: withOneMore,
  },
  {
    name: "C7 one more covered raises the rate, one more eligible lowers it",
    property: (calculator) =>
      fc.property(cells, ({ covered, eligible }) => {
        fc.pre(covered < most && eligible < most);
        const before = calculator({ covered, eligible });
        const raised = calculator(cellOf(covered + 1, eligible));
        const lowered = calculator(cellOf(covered, eligible + 1));
        return (
          compareRates(raised, before) > 0 &&
          (covered === 0 ? compareRates(lowered, before) === 0 : compareRates(lowered, before) < 0)
        );
      }),
    broken: clipped,
  },
];

// The text.

/** The digits that a percentage shows, as whole units of its last decimal. */
const shownUnits = (text: string): bigint => BigInt(text.replace(/[.%]/g, ""));
const unitsOf = (percent: bigint, places: number): bigint => percent * 10n ** BigInt(places);

const ordinaryText: typeof coverageText = ({ covered, eligible, decimals: places = 1 }) =>
  `${decimalText(fraction(100n * BigInt(covered), BigInt(eligible)), places)}%`;
const halfToEvenText: typeof coverageText = ({ covered, eligible, decimals: places = 1 }) => {
  const shown = round(fraction(unitsOf(100n, places) * BigInt(covered), BigInt(eligible)), "half-to-even");
  return `${decimalText(fraction(shown, unitsOf(1n, places)), places)}%`;
};
/** Cells of which many lie halfway between two printable values. */
const cellsOfRoundUnits = fc
  .tuple(fc.nat(20000), fc.constantFrom(8, 16, 2000, 20000))
  .map(([covered, eligible]) => cellOf(covered, eligible));

export const coverageTextLaws: readonly Law<typeof coverageText>[] = [
  {
    name: "C8 100 is shown if and only if all are covered",
    property: (calculator) =>
      fc.property(cells, decimals, (cell, places) => {
        const shown = shownUnits(calculator({ ...cell, decimals: places }));
        return (shown === unitsOf(100n, places)) === (cell.covered === cell.eligible);
      }),
    broken: ordinaryText,
  },
  {
    name: "C8 0 is shown if and only if none is covered",
    property: (calculator) =>
      fc.property(cells, decimals, (cell, places) => {
        const shown = shownUnits(calculator({ ...cell, decimals: places }));
        return (shown === 0n) === (cell.covered === 0);
      }),
    broken: ordinaryText,
  },
  {
    name: "C8 more than 100 is shown if and only if more than all are covered",
    property: (calculator) =>
      fc.property(cells, decimals, (cell, places) => {
        const shown = shownUnits(calculator({ ...cell, decimals: places }));
        return shown > unitsOf(100n, places) === cell.covered > cell.eligible;
      }),
    broken: ({ covered, eligible, ...rest }) =>
      coverageText({ covered: count(Math.min(covered, eligible)), eligible, ...rest }),
  },
  {
    name: "C8 what is shown has exactly the decimals asked for, and is less than one of the last from the rate",
    property: (calculator) =>
      fc.property(cells, decimals, (cell, places) => {
        const text = calculator({ ...cell, decimals: places });
        const off = shownUnits(text) * BigInt(cell.eligible) - unitsOf(100n, places) * BigInt(cell.covered);
        const pattern = places === 0 ? /^\d+%$/ : new RegExp(`^\\d+\\.\\d{${places}}%$`);
        return absolute(off) < BigInt(cell.eligible) && pattern.test(text);
      }),
    broken: (input) => {
      const isNearlyAll = input.covered < input.eligible && input.covered * 1000 > input.eligible * 999;
      return isNearlyAll ? coverageText({ ...input, covered: count(0) }) : coverageText(input);
    },
  },
  {
    name: "C8 one more covered never shows less",
    property: (calculator) =>
      fc.property(cells, decimals, ({ covered, eligible }, places) => {
        fc.pre(covered < most);
        const before = calculator({ covered, eligible, decimals: places });
        const after = calculator({ ...cellOf(covered + 1, eligible), decimals: places });
        return shownUnits(before) <= shownUnits(after);
      }),
    broken: ({ covered, eligible, ...rest }) =>
      coverageText({
        covered: count(Math.min(covered, eligible)),
        eligible: count(Math.max(covered, eligible)),
        ...rest,
      }),
  },
  {
    name: "C5 as many times covered and eligible shows the same",
    property: (calculator) =>
      fc.property(smallCells, factors, decimals, ({ covered, eligible }, factor, places) => {
        const scaled = calculator({ ...cellOf(covered * factor, eligible * factor), decimals: places });
        return scaled === calculator({ ...cellOf(covered, eligible), decimals: places });
      }),
    broken: (input) => coverageText(input.eligible < 100 ? { ...input, decimals: 0 } : input),
  },
  {
    name: "C15 away from 0 and 100 it is ordinary rounding, half away from zero",
    property: (calculator) =>
      fc.property(fc.oneof(cells, cellsOfRoundUnits), decimals, (cell, places) => {
        const [exactly, one] = [unitsOf(100n, places) * BigInt(cell.covered), BigInt(cell.eligible)];
        const ordinary = (2n * exactly + one) / (2n * one);
        fc.pre(ordinary !== 0n && ordinary !== unitsOf(100n, places));
        return shownUnits(calculator({ ...cell, decimals: places })) === ordinary;
      }),
    broken: halfToEvenText,
  },
  {
    name: "C9 where nothing is eligible there is no text",
    property: (calculator) =>
      fc.property(counts, decimals, (covered, places) =>
        refuses("divisionByZero", () => calculator({ covered, eligible: count(0), decimals: places })),
      ),
    broken: (input) => (input.eligible === 0 ? "0.0%" : coverageText(input)),
  },
];

// The gap.

const partsOfGoals = fc.oneof(
  fc.bigInt({ min: 1n, max: 100n }),
  fc.constantFrom(100n, 1000n, 10n ** 16n),
  fc.bigInt({ min: 1n, max: 10n ** 40n }),
);
const goals = fc.oneof(
  fc.constantFrom(fraction(0n), fraction(1n)),
  fc.tuple(partsOfGoals, partsOfGoals).map(([a, b]) => (a < b ? fraction(a, b) : fraction(b, a))),
);
/** A cell and a goal; every other of round numbers, as plans have them, and as doubles miss them. */
const aims = fc.oneof(
  fc.record({ cell: cells, goal: goals }),
  fc.record({
    cell: fc
      .tuple(fc.nat(12), fc.constantFrom(100, 1000, 5000))
      .map(([covered, eligible]) => cellOf(covered, eligible)),
    goal: fc.bigInt({ min: 0n, max: 100n }).map((hundredths) => fraction(hundredths, 100n)),
  }),
);
const impossibleGoals = fc
  .tuple(partsOfGoals, partsOfGoals, fc.boolean())
  .map(([a, b, isNegative]) => (isNegative ? fraction(-a, b) : fraction(a + b, b)));

const reaches = (covered: number, eligible: number, goal: Fraction): boolean =>
  compareFractions(fraction(BigInt(covered), BigInt(eligible)), goal) >= 0;
const gapInDoubles: typeof coverageGap = ({ covered, eligible, goal }) =>
  count(Math.max(0, Math.ceil(toNumber(goal) * eligible) - covered));
const gapCutOff: typeof coverageGap = ({ covered, eligible, goal }) =>
  count(Math.max(0, Math.floor(toNumber(goal) * eligible) - covered));
const gapToBeAbove: typeof coverageGap = ({ covered, eligible, goal }) =>
  count(Math.min(most, Math.max(0, Math.floor(toNumber(goal) * eligible) + 1 - covered)));

export const coverageGapLaws: readonly Law<typeof coverageGap>[] = [
  {
    name: "with the gap covered the goal is reached",
    property: (calculator) =>
      fc.property(aims, ({ cell: { covered, eligible }, goal }) => {
        return reaches(covered + calculator({ covered, eligible, goal }), eligible, goal);
      }),
    broken: gapCutOff,
  },
  {
    name: "with one fewer it is not",
    property: (calculator) =>
      fc.property(aims, ({ cell: { covered, eligible }, goal }) => {
        const gap = calculator({ covered, eligible, goal });
        return gap === 0 || !reaches(covered + gap - 1, eligible, goal);
      }),
    broken: gapInDoubles,
  },
  {
    name: "there is no gap if and only if the goal is reached",
    property: (calculator) =>
      fc.property(aims, ({ cell: { covered, eligible }, goal }) => {
        return (calculator({ covered, eligible, goal }) === 0) === reaches(covered, eligible, goal);
      }),
    broken: gapToBeAbove,
  },
  {
    name: "to a goal of one the gap is all that are not covered",
    property: (calculator) =>
      fc.property(cellsWithinAll, ({ covered, eligible }) => {
        return calculator({ covered, eligible, goal: fraction(1n) }) === eligible - covered;
      }),
    broken: (input) => count(Math.floor(coverageGap(input) * 0.999)),
  },
  {
    name: "a goal outside 0 to 1 is refused, and so is none eligible",
    property: (calculator) =>
      fc.property(
        cells,
        goals,
        impossibleGoals,
        (cell, goal, impossible) =>
          refuses("outOfRange", () => calculator({ ...cell, goal: impossible })) &&
          refuses("divisionByZero", () => calculator({ covered: cell.covered, eligible: count(0), goal })),
      ),
    broken: gapInDoubles,
  },
];

// By group. The slow, obvious reference sums bigints over the rows that count.

interface Row {
  readonly group: string | undefined;
  readonly covered: Reported;
  readonly eligible: Reported;
}

const columnsOf = (rows: readonly Row[]): CoverageByGroupInput => ({
  group: rows.map(({ group }) => group),
  covered: rows.map(({ covered }) => covered),
  eligible: rows.map(({ eligible }) => eligible),
});
const rowsOf = ({ group, covered, eligible }: CoverageByGroupInput): Row[] =>
  group.map((name, row) => ({ group: name, covered: covered[row], eligible: eligible[row] }));

/** Names that a careless key would take for one another, or for something else. */
const names = fc.constantFrom("A", "a", "A ", "", "é", "e\u0301", "1", "01", "__proto__", "constructor");
/** Counts so small that no dozen of them adds up beyond 2^53-1. */
const rowCounts = fc.oneof(fc.nat(12), fc.nat(6573), fc.nat(2 ** 31), fc.integer({ min: 0, max: 2 ** 49 }));
const reported = fc.oneof(
  { weight: 8, arbitrary: rowCounts },
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, NaN, Infinity, 2 ** 53) },
);
const dozen = { minLength: 1, maxLength: 12 };
const completeRows = fc.array(fc.record({ group: names, covered: rowCounts, eligible: rowCounts }), dozen);
const raggedRows = fc.array(
  fc.record({ group: fc.option(names, { nil: undefined, freq: 8 }), covered: reported, eligible: reported }),
  dozen,
);

const isCounted = ({ covered, eligible }: Pick<Row, "covered" | "eligible">): boolean =>
  [covered, eligible].every(
    (value) => value !== undefined && value >= 0 && value <= most && Math.floor(value) === value,
  );
const sumOf = (values: readonly Reported[]): bigint =>
  values.reduce((sum, value) => sum + BigInt(value ?? 0), 0n);

/** Whether a pooled rate is the sum of rows, and leaves out so many. */
function isPoolOf(
  { rate: pooled, leftOut }: PooledRate,
  rows: readonly Pick<Row, "covered" | "eligible">[],
  missing: number,
): boolean {
  const counted = rows.filter(isCounted);
  const isSum =
    counted.length === 0
      ? pooled === undefined
      : pooled !== undefined &&
        BigInt(pooled.numerator) === sumOf(counted.map(({ covered }) => covered)) &&
        BigInt(pooled.denominator) === sumOf(counted.map(({ eligible }) => eligible));
  const known = rows.filter(({ covered, eligible }) => covered !== undefined && eligible !== undefined);
  return (
    isSum &&
    leftOut.missing === missing + rows.length - known.length &&
    leftOut.invalid === known.length - counted.length
  );
}

const isSamePool = (a: PooledRate, b: PooledRate | undefined): boolean =>
  a.rate?.numerator === b?.rate?.numerator &&
  a.rate?.denominator === b?.rate?.denominator &&
  a.rate?.status === b?.rate?.status &&
  a.leftOut.missing === b?.leftOut.missing &&
  a.leftOut.invalid === b.leftOut.invalid;

type ByGroup = typeof coverageByGroup;

/** Whether two results are the same but for the order of the groups. */
function isSameByGroup(a: ReturnType<ByGroup>, b: ReturnType<ByGroup>): boolean {
  const others = new Map(b.groups.map((group) => [group.group, group]));
  return (
    isSamePool(a.total, b.total) &&
    a.groups.length === b.groups.length &&
    a.groups.every((group) => isSamePool(group, others.get(group.group)))
  );
}

/** A row in two parts, which together have its counts. */
const parts = fc.tuple(completeRows, fc.nat(11), fc.double({ min: 0, max: 1, noNaN: true }));
const partOf = (value: number, share: number): number => Math.floor(value * share);
const inParts = <Counted extends { readonly covered: number; readonly eligible: number }>(
  row: Counted,
  share: number,
): readonly Counted[] => {
  const first = { covered: partOf(row.covered, share), eligible: partOf(row.eligible, share) };
  const second = { covered: row.covered - first.covered, eligible: row.eligible - first.eligible };
  return [first, second].map((part) => ({ ...row, ...part }));
};

// Mistakes that somebody makes, as calculators of rows that were changed before.

const afterChanging =
  (change: (rows: readonly Row[]) => readonly Row[]): ByGroup =>
  (input) =>
    coverageByGroup(columnsOf(change(rowsOf(input))));
const lastOfEachGroup = afterChanging((rows) =>
  rows.filter(({ group }, row) => !rows.slice(row + 1).some((later) => later.group === group)),
);
const withoutRepeats = afterChanging((rows) => [
  ...new Map(rows.map((row) => [[row.group, row.covered, row.eligible].join("|"), row])).values(),
]);
const filledDown = afterChanging((rows) => {
  let last: string | undefined;
  return rows.map((row) => ({ ...row, group: (last = row.group ?? last) }));
});
const missingAsZero = afterChanging((rows) =>
  rows.map((row) => ({ ...row, covered: row.covered ?? 0, eligible: row.eligible ?? 0 })),
);
const lastKnown = afterChanging((rows) => {
  let last: Reported = 0;
  return rows.map((row) => ({ ...row, covered: (last = row.covered ?? last) }));
});

const register = fc.array(fc.record({ group: names, covered: fc.nat(3), eligible: fc.nat(3) }), {
  minLength: 1,
  maxLength: 20,
});

export const coverageByGroupLaws: readonly Law<ByGroup>[] = [
  {
    name: "C1 a group, and the total, is its rows summed and divided once",
    property: (calculator) =>
      fc.property(completeRows, (rows) => {
        const { groups, total } = calculator(columnsOf(rows));
        return (
          isPoolOf(total, rows, 0) &&
          groups.every((group) =>
            isPoolOf(
              group,
              rows.filter((row) => row.group === group.group),
              0,
            ),
          )
        );
      }),
    broken: lastOfEachGroup,
  },
  {
    name: "C1 registers merge in any order, and their counts add up",
    property: (calculator) =>
      fc.property(register, register, (one, other) => {
        const [first, second] = [one, other].map((rows) => calculator(columnsOf(rows)).total.rate!);
        const merged = calculator(columnsOf([...one, ...other]));
        return (
          merged.total.rate?.numerator === first!.numerator + second!.numerator &&
          merged.total.rate.denominator === first!.denominator + second!.denominator &&
          isSameByGroup(merged, calculator(columnsOf([...other, ...one])))
        );
      }),
    broken: withoutRepeats,
  },
  {
    name: "C2 the total lies between the lowest and the highest group, and at an end only if all are alike",
    property: (calculator) =>
      fc.property(fc.oneof(completeRows, register), (rows) => {
        const eligibleRows = rows.map((row) => ({ ...row, eligible: row.eligible + 1 }));
        const { groups, total } = calculator(columnsOf(eligibleRows));
        const sorted = groups.map((group) => group.rate!).sort(compareRates);
        const [lowest, highest] = [sorted[0]!, sorted[sorted.length - 1]!];
        const areAlike = compareRates(lowest, highest) === 0;
        const [below, above] = [compareRates(lowest, total.rate!), compareRates(total.rate!, highest)];
        return areAlike ? below === 0 && above === 0 : below < 0 && above < 0;
      }),
    // The sum of distinct values, as a careless query takes it after a join.
    broken: (input) => {
      const { groups, total } = coverageByGroup(input);
      const denominator = count(Number(sumOf([...new Set(input.eligible)])));
      return { groups, total: { ...total, rate: rate({ numerator: total.rate!.numerator, denominator }) } };
    },
  },
  {
    name: "C4 the order of the rows changes no group and no total",
    property: (calculator) =>
      fc.property(
        raggedRows.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => isSameByGroup(calculator(columnsOf(rows)), calculator(columnsOf(shuffled))),
      ),
    broken: filledDown,
  },
  {
    name: "C4 a row in two parts changes nothing",
    property: (calculator) =>
      fc.property(parts, ([rows, place, share]) => {
        const split = rows.flatMap((row, index) =>
          index === place % rows.length ? inParts(row, share) : [row],
        );
        return isSameByGroup(calculator(columnsOf(rows)), calculator(columnsOf(split)));
      }),
    broken: lastOfEachGroup,
  },
  {
    name: "C4 a row of none of none changes nothing",
    property: (calculator) =>
      fc.property(completeRows, fc.nat(11), (rows, place) => {
        const { group } = rows[place % rows.length]!;
        const padded = [...rows, { group, covered: 0, eligible: 0 }];
        return isSameByGroup(calculator(columnsOf(rows)), calculator(columnsOf(padded)));
      }),
    // One instead of zero, so that nothing divides by zero.
    broken: afterChanging((rows) =>
      rows.map((row) => ({ ...row, eligible: row.eligible === 0 ? 1 : row.eligible })),
    ),
  },
  {
    name: "C5 all counts as many times over give the same rates",
    property: (calculator) =>
      fc.property(register, factors, (rows, factor) => {
        const positive = rows.map((row) => ({ ...row, eligible: row.eligible + 1 }));
        const scaled = positive.map((row) => ({
          ...row,
          covered: row.covered * factor,
          eligible: row.eligible * factor,
        }));
        const [before, after] = [positive, scaled].map((some) => calculator(columnsOf(some)));
        return (
          compareRates(before!.total.rate!, after!.total.rate!) === 0 &&
          before!.groups.every(
            ({ rate: group }, index) => compareRates(group!, after!.groups[index]!.rate!) === 0,
          )
        );
      }),
    // Counts in tens, as a printed table gives them.
    broken: afterChanging((rows) =>
      rows.map((row) => ({
        ...row,
        covered: Math.round(row.covered! / 10) * 10,
        eligible: Math.ceil(row.eligible! / 10) * 10,
      })),
    ),
  },
  {
    name: "C12 missing and impossible rows are left out of group and total, and counted",
    property: (calculator) =>
      fc.property(raggedRows, (rows) => {
        const { groups, total } = calculator(columnsOf(rows));
        const named = rows.filter(({ group }) => group !== undefined);
        return (
          isPoolOf(total, named, rows.length - named.length) &&
          groups.every((group) =>
            isPoolOf(
              group,
              named.filter((row) => row.group === group.group),
              0,
            ),
          )
        );
      }),
    broken: missingAsZero,
  },
  {
    name: "C12 what is missing lies between none and all of it covered",
    property: (calculator) =>
      fc.property(completeRows, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (rows, known) => {
        const some = rows.map((row) => ({ ...row, eligible: row.eligible + row.covered + 1 }));
        fc.pre(some.some((_, row) => known[row]));
        const [none, left, all] = [
          some.map((row, index) => (known[index] ? row : { ...row, covered: 0 })),
          some.map((row, index) => (known[index] ? row : { ...row, covered: undefined })),
          some.map((row, index) => (known[index] ? row : { ...row, covered: row.eligible })),
        ].map((filled) => calculator(columnsOf(filled)).total.rate!);
        return compareRates(none!, left!) <= 0 && compareRates(left!, all!) <= 0;
      }),
    broken: lastKnown,
  },
  {
    name: "C16 groups are told apart exactly, in order of first appearance",
    property: (calculator) =>
      fc.property(raggedRows, (rows) => {
        const given = rows.flatMap(({ group }) => group ?? []);
        const distinct = given.filter((name, index) => given.indexOf(name) === index);
        const { groups } = calculator(columnsOf(rows));
        return (
          groups.length === distinct.length && groups.every(({ group }, index) => group === distinct[index])
        );
      }),
    broken: afterChanging((rows) => rows.map((row) => ({ ...row, group: row.group?.trim().toLowerCase() }))),
  },
  {
    name: "sums are exact up to 2^53-1 and refused beyond",
    property: (calculator) =>
      fc.property(fc.array(allCells, { minLength: 1, maxLength: 4 }), (all) => {
        const rows = all.map((cell) => ({ group: "A", ...cell }));
        const sums = [sumOf(rows.map(({ covered }) => covered)), sumOf(rows.map(({ eligible }) => eligible))];
        return sums.every((sum) => sum <= BigInt(most))
          ? isPoolOf(calculator(columnsOf(rows)).total, rows, 0)
          : refuses("outOfRange", () => calculator(columnsOf(rows)));
      }),
    broken: (input) => {
      const [numerator, denominator] = [input.covered, input.eligible].map(
        (values) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0) as Count,
      );
      const total = {
        rate: rate({ numerator: numerator!, denominator: denominator! }),
        leftOut: { missing: 0, invalid: 0 },
      };
      return { groups: [], total };
    },
  },
];

// Roll-up. Trees are one to six levels deep; a name often repeats under two parents.

interface Leaf {
  readonly path: readonly (string | undefined)[];
  readonly covered: Reported;
  readonly eligible: Reported;
}

type RollUp = typeof coverageRollUp;

const levelsOf = (rows: readonly Leaf[]): CoverageRollUpInput => ({
  levels: rows[0]!.path.map((_, level) => rows.map(({ path }) => path[level])),
  covered: rows.map(({ covered }) => covered),
  eligible: rows.map(({ eligible }) => eligible),
});
const leavesOf = ({ levels, covered, eligible }: CoverageRollUpInput): Leaf[] =>
  covered.map((_, row) => ({
    path: levels.map((column) => column[row]),
    covered: covered[row],
    eligible: eligible[row],
  }));

const depths = fc.integer({ min: 1, max: 6 });
const placeNames = fc.constantFrom("a", "b", "c", "__proto__");
const pathsOf = <Name>(name: fc.Arbitrary<Name>, depth: number): fc.Arbitrary<Name[]> =>
  fc.array(name, { minLength: depth, maxLength: depth });
const trees = depths.chain((depth) =>
  fc.array(fc.record({ path: pathsOf(placeNames, depth), covered: rowCounts, eligible: rowCounts }), dozen),
);
const raggedTrees = depths.chain((depth) =>
  fc.array(
    fc.record({
      path: pathsOf(fc.option(placeNames, { nil: undefined, freq: 8 }), depth),
      covered: reported,
      eligible: reported,
    }),
    dozen,
  ),
);
/** Trees of few counts, so that rows in different places are often alike. */
const treesOfLikeRows = depths.chain((depth) =>
  fc.array(
    fc.record({ path: pathsOf(fc.constantFrom("a", "b"), depth), covered: fc.nat(1), eligible: fc.nat(2) }),
    dozen,
  ),
);

/** A path as one text that no other path has. */
const keyOf = (path: readonly (string | undefined)[]): string => JSON.stringify(path);
const isUnder = (row: Leaf, path: readonly string[]): boolean =>
  path.every((name, level) => row.path[level] === name);

/** Whether two roll-ups are the same but for the order of the nodes. */
function isSameRollUp(a: readonly RollUpNode[], b: readonly RollUpNode[]): boolean {
  const others = new Map(b.map((node) => [keyOf(node.path), node]));
  return a.length === b.length && a.every((node) => isSamePool(node, others.get(keyOf(node.path))));
}

const afterChangingLeaves =
  (change: (rows: readonly Leaf[]) => readonly Leaf[]): RollUp =>
  (input) =>
    coverageRollUp(levelsOf(change(leavesOf(input))));
const distinctRows = afterChangingLeaves((rows) => [
  ...new Map(rows.map((row) => [JSON.stringify([row.path, row.covered, row.eligible]), row])).values(),
]);
const lastOfEachPath = afterChangingLeaves((rows) => [
  ...new Map(rows.map((row) => [keyOf(row.path), row])).values(),
]);
const nameFilledDown = afterChangingLeaves((rows) => {
  let last: Leaf["path"] = [];
  return rows.map((row) => {
    last = row.path.map((name, level) => name ?? last[level]);
    return { ...row, path: last };
  });
});
/** Names without their parents: a name stands where it stood first. */
const oneParentForEachName = afterChangingLeaves((rows) => {
  const homes = new Map<string | undefined, Leaf["path"]>();
  return rows.map((row) => {
    const own = row.path[row.path.length - 1];
    const home = homes.get(own) ?? row.path;
    homes.set(own, home);
    return { ...row, path: home };
  });
});

export const coverageRollUpLaws: readonly Law<RollUp>[] = [
  {
    name: "C3 a node is the rows below it summed and divided once, and every path has one node",
    property: (calculator) =>
      fc.property(trees, (rows) => {
        const nodes = calculator(levelsOf(rows));
        const paths = rows.flatMap(({ path }) => [[], ...path.map((_, level) => path.slice(0, level + 1))]);
        return (
          nodes.length === new Set(paths.map(keyOf)).size &&
          nodes.length === new Set(nodes.map(({ path }) => keyOf(path))).size &&
          nodes.every((node) =>
            isPoolOf(
              node,
              rows.filter((row) => isUnder(row, node.path)),
              0,
            ),
          )
        );
      }),
    broken: oneParentForEachName,
  },
  {
    name: "C3 a parent is the sum of its children",
    property: (calculator) =>
      fc.property(treesOfLikeRows, (rows) => {
        const nodes = calculator(levelsOf(rows));
        const inner = nodes.filter(({ level }) => level < rows[0]!.path.length);
        return inner.every((parent) => {
          const children = nodes.filter(
            ({ path }) => keyOf(path.slice(0, -1)) === keyOf(parent.path) && path.length > 0,
          );
          const childCounts = children.map((child) => ({
            covered: child.rate?.numerator,
            eligible: child.rate?.denominator,
          }));
          return isPoolOf(parent, childCounts, 0);
        });
      }),
    // A grand total in which rows that look alike count once.
    broken: (input) => {
      const rows = leavesOf(input).map(({ covered, eligible }) => ({ group: "", covered, eligible }));
      const [total, ...nodes] = coverageRollUp(input);
      return [{ ...total!, ...withoutRepeats(columnsOf(rows)).total }, ...nodes];
    },
  },
  {
    name: "C3 town to province gives what town to county to province gives",
    property: (calculator) =>
      fc.property(treesOfLikeRows, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (rows, kept) => {
        const direct = rows.map((row) => ({
          ...row,
          path: row.path.filter((_, level) => level === 0 || kept[level]),
        }));
        const provinces = (some: readonly Leaf[]): readonly RollUpNode[] =>
          calculator(levelsOf(some)).filter(({ level }) => level <= 1);
        return isSameRollUp(provinces(rows), provinces(direct));
      }),
    broken: distinctRows,
  },
  {
    name: "C4 the order of the rows changes no node",
    property: (calculator) =>
      fc.property(
        raggedTrees.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => isSameRollUp(calculator(levelsOf(rows)), calculator(levelsOf(shuffled))),
      ),
    broken: nameFilledDown,
  },
  {
    name: "C4 a row in two parts, or with none of none beside it, changes no node",
    property: (calculator) =>
      fc.property(trees, fc.nat(11), fc.double({ min: 0, max: 1, noNaN: true }), (rows, place, share) => {
        const split = rows.flatMap((row, index) =>
          index === place % rows.length ? inParts(row, share) : [row],
        );
        const padded = [...split, { ...split[0]!, covered: 0, eligible: 0 }];
        return isSameRollUp(calculator(levelsOf(rows)), calculator(levelsOf(padded)));
      }),
    broken: lastOfEachPath,
  },
  {
    name: "C12 a row that lacks a name or a value is counted as left out by every node it reaches",
    property: (calculator) =>
      fc.property(raggedTrees, (rows) => {
        return calculator(levelsOf(rows)).every((node) => {
          const below = rows.filter((row) => isUnder(row, node.path));
          const named = below.filter(({ path }) => path.every((name) => name !== undefined));
          return isPoolOf(node, named, below.length - named.length);
        });
      }),
    broken: afterChangingLeaves((rows) =>
      rows.map((row) => ({ ...row, path: row.path.map((name) => name ?? "") })),
    ),
  },
  {
    name: "a parent stands right before its children, and says how deep it lies",
    property: (calculator) =>
      fc.property(raggedTrees, (rows) => {
        const nodes = calculator(levelsOf(rows));
        return nodes.every(({ level, path }, index) => {
          const before = nodes[index - 1]?.path ?? [];
          const isChildOfOneBefore = path.slice(0, -1).every((name, depth) => before[depth] === name);
          return level === path.length && isChildOfOneBefore && (index === 0) === (level === 0);
        });
      }),
    broken: (input) => [...coverageRollUp(input)].sort((a, b) => a.level - b.level),
  },
  {
    name: "children come in order of first appearance",
    property: (calculator) =>
      fc.property(trees, (rows) => {
        const firstRow = ({ path }: RollUpNode): number => rows.findIndex((row) => isUnder(row, path));
        const nodes = calculator(levelsOf(rows));
        return nodes.every((node, index) =>
          nodes
            .slice(index + 1)
            .filter(({ path }) => keyOf(path.slice(0, -1)) === keyOf(node.path.slice(0, -1)))
            .every(
              (sibling) => node.level === 0 || sibling.level === 0 || firstRow(node) < firstRow(sibling),
            ),
        );
      }),
    broken: (input) =>
      [...coverageRollUp(input)].sort((a, b) =>
        keyOf(a.path).slice(0, -1) < keyOf(b.path).slice(0, -1) ? -1 : 1,
      ),
  },
  {
    name: "one level gives the groups and the total of coverageByGroup",
    property: (calculator) =>
      fc.property(raggedRows, (rows) => {
        const { groups, total } = coverageByGroup(columnsOf(rows));
        const [root, ...nodes] = calculator(levelsOf(rows.map((row) => ({ ...row, path: [row.group] }))));
        return (
          isSamePool(root!, total) &&
          nodes.length === groups.length &&
          nodes.every(
            (node, index) => node.path[0] === groups[index]!.group && isSamePool(node, groups[index]),
          )
        );
      }),
    broken: afterChangingLeaves((rows) => rows.map((row) => ({ ...row, covered: row.covered ?? 0 }))),
  },
];
