import * as fc from "fast-check";
import { type Count, count, isCount } from "../exact/count.ts";
import { compareRates, rate } from "../exact/rate.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { allCells, factors, most } from "./cells.laws.ts";
import { coverageByGroup, type CoverageByGroupInput } from "./coverageByGroup.ts";
import { keyColumn } from "./keyColumn.ts";
import {
  columnsOf,
  dozen,
  inParts,
  isCounted,
  isPoolOf,
  isSamePool,
  isSumOf,
  names,
  namesOf,
  raggedRows,
  type Row,
  rowCounts,
  shownOf,
  sumOf,
  withZeros,
} from "./registers.laws.ts";
import type { Reported, ReportedRate } from "./tally.ts";

const rowsOf = ({ group, covered, eligible }: CoverageByGroupInput): Row[] =>
  namesOf(group).map((name, row) => ({ group: name, covered: covered[row], eligible: eligible[row] }));

const completeRows = fc.array(fc.record({ group: names, covered: rowCounts, eligible: rowCounts }), dozen);

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

/** The counts that go into a total: none of a rate that is shown only because it is invalid. */
const countsOf = ({ rate: shown }: ReportedRate): readonly [covered: number, eligible: number] =>
  shown?.status === "invalid" ? [0, 0] : [shown!.numerator, shown!.denominator];

const isKnown = (value: Reported): boolean => value !== undefined && isCount(value);

/** Whether a rate with zeros for what is missing is at most the rate without, and both say how many are missing. */
function isNotAbove(zero: ReportedRate, skip: ReportedRate): boolean {
  const saysHowMany = skip.leftOut.missing === zero.leftOut.missing + zero.countedAsZero;
  const areRates = [zero, skip].every(({ rate: each }) => each !== undefined && each.denominator > 0);
  return saysHowMany && skip.countedAsZero === 0 && (!areRates || compareRates(zero.rate!, skip.rate!) <= 0);
}

/** A row in two parts, which together have its counts. */
const parts = fc.tuple(completeRows, fc.nat(11), fc.double({ min: 0, max: 1, noNaN: true }));

// Mistakes that somebody makes, as calculators of rows that were changed before.

const afterChanging =
  (change: (rows: readonly Row[]) => readonly Row[]): ByGroup =>
  (input) =>
    coverageByGroup({ ...input, ...columnsOf(change(rowsOf(input))) });
const lastOfEachGroup = afterChanging((rows) =>
  rows.filter(({ group }, row) => !rows.slice(row + 1).some((later) => later.group === group)),
);
export const withoutRepeats = afterChanging((rows) => [
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
        const [first, second] = [one, other].map((rows) => calculator(columnsOf(rows)).total);
        const merged = calculator(columnsOf([...one, ...other]));
        return (
          countsOf(merged.total).every(
            (sum, place) => sum === countsOf(first!)[place]! + countsOf(second!)[place]!,
          ) && isSameByGroup(merged, calculator(columnsOf([...other, ...one])))
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
    name: "C4 a row of none of none changes nothing where a row counts",
    property: (calculator) =>
      fc.property(completeRows, fc.nat(11), (rows, place) => {
        const row = rows[place % rows.length]!;
        fc.pre(isCounted(row));
        const { group } = row;
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
    name: "C9 some covered of none go into no sum, and are shown where there is nothing else",
    property: (calculator) =>
      fc.property(completeRows, names, fc.integer({ min: 1, max: 6573 }), (rows, group, covered) => {
        const counted = rows.filter(isCounted);
        const ofNone = { group, covered, eligible: 0 };
        const [before, after] = [counted, [...counted, ofNone]];
        const { groups, total } = calculator(columnsOf(after));
        const alone = calculator(columnsOf([ofNone]));
        const own = groups.find((each) => each.group === group)!;
        return (
          own.leftOut.invalid === 1 &&
          total.leftOut.invalid === 1 &&
          isSumOf(
            own.rate,
            after.filter((row) => row.group === group),
          ) &&
          isSumOf(total.rate, before.length > 0 ? before : [ofNone]) &&
          [alone.total, ...alone.groups].every(
            ({ rate: shown }) =>
              shown?.numerator === covered && shown.denominator === 0 && shown.status === "invalid",
          )
        );
      }),
    // They go into the total, as in the sums of the two columns.
    broken: (input) => {
      const { groups, total } = coverageByGroup(input);
      const numerator = count(Number(sumOf(Array.from(input.covered))));
      return {
        groups,
        total: { ...total, rate: rate({ numerator, denominator: total.rate!.denominator }) },
      };
    },
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
    name: "C12 zero counts a missing covered as zero, skip leaves its row out: never the higher rate",
    property: (calculator) =>
      fc.property(raggedRows, (rows) => {
        const named = withZeros(rows).filter(({ group }) => group !== undefined);
        const counted = rows.filter(
          ({ group, covered, eligible }) => group !== undefined && covered === undefined && isKnown(eligible),
        );
        const skip = calculator(columnsOf(rows));
        const zero = calculator({ ...columnsOf(rows), missing: "zero" });
        return (
          isPoolOf(zero.total, named, rows.length - named.length) &&
          zero.total.countedAsZero === counted.length &&
          isNotAbove(zero.total, skip.total) &&
          zero.groups.every((group, place) => isNotAbove(group, skip.groups[place]!))
        );
      }),
    broken: (input) => coverageByGroup({ ...input, missing: "skip" }),
  },
  {
    name: "C12 zero is at most what was not reported, and that is at most all of it",
    property: (calculator) =>
      fc.property(completeRows, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (rows, known) => {
        const all = rows.map((row) => ({ ...row, eligible: row.eligible + row.covered + 1 }));
        const [reports, best] = [
          all.map((row, index) => (known[index] ? row : { ...row, covered: undefined })),
          all.map((row, index) => (known[index] ? row : { ...row, covered: row.eligible })),
        ];
        const low = calculator({ ...columnsOf(reports), missing: "zero" }).total;
        const [rate, high] = [all, best].map((some) => calculator(columnsOf(some)).total.rate!);
        const unknown = all.filter((_, index) => !known[index]).length;
        return (
          low.countedAsZero === unknown &&
          compareRates(low.rate!, rate!) <= 0 &&
          compareRates(rate!, high!) <= 0
        );
      }),
    // The mean of the others stands for what is missing.
    broken: (input) => {
      const known = coverageByGroup({ ...input, missing: "skip" }).total.rate;
      const share = known === undefined ? 1 : known.numerator / known.denominator;
      return afterChanging((rows) =>
        rows.map((row) => ({ ...row, covered: row.covered ?? Math.floor((row.eligible ?? 0) * share) })),
      )(input);
    },
  },
  {
    name: "refuse stops at the first row in which something is missing, and else changes nothing",
    property: (calculator) =>
      fc.property(raggedRows, (rows) => {
        const columns = { ...columnsOf(rows), missing: "refuse" as const };
        const first = rows.findIndex((row) => Object.values(row).includes(undefined));
        if (first < 0) return isSameByGroup(calculator(columns), coverageByGroup(columnsOf(rows)));
        const upTo = columnsOf(rows.slice(0, first + 1));
        return (
          refusesWith("missingValue", () => calculator(columns)) &&
          refusesWith("missingValue", () => calculator({ ...upTo, missing: "refuse" })) &&
          (first === 0 ||
            !refusesWith("missingValue", () =>
              calculator({ ...columnsOf(rows.slice(0, first)), missing: "refuse" }),
            ))
        );
      }),
    broken: (input) => coverageByGroup({ ...input, missing: "skip" }),
  },
  {
    name: "a column of keys gives what its names give",
    property: (calculator) =>
      fc.property(raggedRows, fc.constantFrom("skip", "zero"), (rows, missing) => {
        const columns = { ...columnsOf(rows), missing };
        const [raw, ready] = [columns.group, keyColumn(columns.group)].map((group) =>
          calculator({ ...columns, group }),
        );
        return (
          isSameByGroup(raw!, ready!) &&
          raw!.groups.every(({ group }, place) => group === ready!.groups[place]!.group)
        );
      }),
    // The code -1 taken for the last name.
    broken: ({ group, ...counts }) =>
      coverageByGroup({
        ...counts,
        group: "codes" in group ? Array.from(group.codes, (code) => group.names.at(code)) : group,
      }),
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
        const shown = shownOf(rows);
        const sums = [
          sumOf(shown.map(({ covered }) => covered)),
          sumOf(shown.map(({ eligible }) => eligible)),
        ];
        return sums.every((sum) => sum <= BigInt(most))
          ? isPoolOf(calculator(columnsOf(rows)).total, rows, 0)
          : refusesWith("outOfRange", () => calculator(columnsOf(rows)));
      }),
    broken: (input) => {
      const rows = rowsOf(input);
      const shown = shownOf(rows);
      const [numerator, denominator] = [
        shown.map(({ covered }) => covered),
        shown.map(({ eligible }) => eligible),
      ].map((values) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0) as Count);
      const total = {
        rate: rate({ numerator: numerator!, denominator: denominator! }),
        leftOut: { missing: 0, invalid: rows.length - rows.filter(isCounted).length },
        countedAsZero: 0,
      };
      return { groups: [], total };
    },
  },
];
