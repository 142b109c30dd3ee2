import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { type Fraction, fraction, over, plus } from "../exact/fraction.ts";
import { counts } from "../exact/numbers.laws.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { most } from "./cells.laws.ts";
import { dozen, names, reported, rowCounts, sumOf } from "./registers.laws.ts";
import { type StaffingCheck, staffingCheck, type StaffingCheckInput } from "./staffingCheck.ts";
import type { StaffingRow } from "./staffingRow.ts";
import type { Reported } from "./tally.ts";

type Check = typeof staffingCheck;

interface Row {
  readonly unit: string | undefined;
  readonly units: Reported;
  readonly staff: Reported;
  readonly required: Reported;
  readonly maximum: Reported;
}

const columnsOf = (rows: readonly Row[]): StaffingCheckInput => ({
  unit: rows.map(({ unit }) => unit),
  units: rows.map(({ units }) => units),
  staff: rows.map(({ staff }) => staff),
  required: rows.map(({ required }) => required),
  maximum: rows.map(({ maximum }) => maximum),
});
const rowsOf = ({ unit, units, staff, required, maximum }: StaffingCheckInput): Row[] =>
  unit.map((name, row) => ({
    unit: name,
    units: units === undefined ? 1 : units[row],
    staff: staff[row],
    required: required[row],
    maximum: maximum?.[row],
  }));

/** Rows in which staff is often what is required, or close to it. */
const closeRow = fc
  .record({
    unit: names,
    units: fc.nat(50),
    required: fc.nat(8),
    staff: fc.nat(12),
    room: fc.option(fc.nat(3)),
  })
  .map(({ room, ...row }) => ({ ...row, maximum: room === null ? undefined : row.required + room }));
const wideRow = fc
  .record({ unit: names, units: rowCounts, required: rowCounts, staff: rowCounts })
  .map((row): Row => ({ ...row, maximum: undefined }));
const completeRows = fc.array(fc.oneof(closeRow, wideRow), dozen);
const raggedRows = fc.array(
  fc.record({
    unit: fc.option(names, { nil: undefined, freq: 8 }),
    units: reported,
    staff: reported,
    required: reported,
    maximum: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: reported }),
  }),
  dozen,
);

const isCounted = ({ status }: StaffingRow): boolean => status !== "missing" && status !== "invalid";
const isSame = (a: Fraction | undefined, b: Fraction | undefined): boolean =>
  a?.numerator === b?.numerator && a?.denominator === b?.denominator;
const sums = ["units", "staff", "required", "shortfall", "surplus"] as const;
const isSameTotal = ({ total: a }: StaffingCheck, { total: b }: StaffingCheck): boolean =>
  sums.every((name) => a[name] === b[name]) &&
  isSame(a.unitsPerStaff, b.unitsPerStaff) &&
  a.status === b.status;

// Mistakes that somebody makes.

const afterChanging =
  (change: (rows: readonly Row[]) => readonly Row[]): Check =>
  (input) =>
    staffingCheck(columnsOf(change(rowsOf(input))));
const missingAsZero = afterChanging((rows) =>
  rows.map((row) => ({ ...row, staff: row.staff ?? 0, required: row.required ?? 0 })),
);
const filledDown = afterChanging((rows) => {
  let last: Reported;
  return rows.map((row) => ({ ...row, required: (last = row.required ?? last) }));
});
const offsetting: Check = (input) => {
  const { rows, total } = staffingCheck(input);
  const net = (total.required ?? 0) - (total.staff ?? 0);
  const [shortfall, surplus] = [count(Math.max(0, net)), count(Math.max(0, -net))];
  return { rows, total: { ...total, shortfall, surplus } };
};
const worstRowAlone: Check = (input) => {
  const { rows, total } = staffingCheck(input);
  const shortfall = count(Math.max(...rows.map((row) => row.shortfall ?? 0)));
  return { rows, total: { ...total, shortfall } };
};
const deviation: Check = (input) => {
  const { rows, total } = staffingCheck(input);
  const apart = ({ shortfall, surplus }: StaffingRow): number => (shortfall ?? 0) + (surplus ?? 0);
  const both = rows.map((row) => ({ ...row, shortfall: count(apart(row)), surplus: count(apart(row)) }));
  return { rows: both, total };
};
const moreThanRequired = afterChanging((rows) =>
  rows.map((row) => ({ ...row, required: (row.required ?? 0) + 1, maximum: row.maximum && row.maximum + 1 })),
);
const meanOfRatios: Check = (input) => {
  const { rows, total } = staffingCheck(input);
  const ratios = rows.flatMap(({ unitsPerStaff }) => unitsPerStaff ?? []);
  const mean = over(ratios.reduce(plus, fraction(0n)), fraction(BigInt(Math.max(1, ratios.length))));
  return { rows, total: { ...total, unitsPerStaff: mean } };
};

export const staffingCheckLaws: readonly Law<Check>[] = [
  {
    name: "a row that is short has no surplus, and one with a surplus is not short",
    property: (calculator) =>
      fc.property(raggedRows, (rows) =>
        calculator(columnsOf(rows)).rows.every(({ shortfall, surplus }) => !shortfall || !surplus),
      ),
    broken: deviation,
  },
  {
    name: "without a maximum, staff and shortfall less surplus are what is required",
    property: (calculator) =>
      fc.property(completeRows, (rows) => {
        const open = rows.map((row) => ({ ...row, maximum: undefined }));
        const checked = calculator(columnsOf(open)).rows;
        return open.every(
          ({ staff, required }, row) =>
            required === staff! + checked[row]!.shortfall! - checked[row]!.surplus!,
        );
      }),
    broken: moreThanRequired,
  },
  {
    name: "a row is short below what is required, over above its maximum, and else ok",
    property: (calculator) =>
      fc.property(completeRows, (rows) => {
        const checked = calculator(columnsOf(rows)).rows;
        return rows.every(({ staff, required, maximum }, row) => {
          const isOver = maximum !== undefined && staff! > maximum;
          return checked[row]?.status === (staff! < required! ? "short" : isOver ? "over" : "ok");
        });
      }),
    broken: moreThanRequired,
  },
  {
    name: "the total's sums are those of the rows: no surplus offsets a shortfall",
    property: (calculator) =>
      fc.property(completeRows, (rows) => {
        const { rows: checked, total } = calculator(columnsOf(rows));
        return sums.every((name) => BigInt(total[name]!) === sumOf(checked.map((row) => row[name])));
      }),
    broken: offsetting,
  },
  {
    name: "the total is at least as short as all staff together would be",
    property: (calculator) =>
      fc.property(completeRows, (rows) => {
        const { total } = calculator(columnsOf(rows));
        return total.shortfall! >= total.required! - total.staff!;
      }),
    broken: worstRowAlone,
  },
  {
    name: "units per staff times staff are the units, in each row and in the total",
    property: (calculator) =>
      fc.property(completeRows, (rows) => {
        const { rows: checked, total } = calculator(columnsOf(rows));
        return [...checked, total].every(({ units, staff, unitsPerStaff }) =>
          staff === 0
            ? unitsPerStaff === undefined
            : unitsPerStaff !== undefined &&
              unitsPerStaff.numerator * BigInt(staff!) === BigInt(units!) * unitsPerStaff.denominator,
        );
      }),
    broken: meanOfRatios,
  },
  {
    name: "C4 the order of the rows changes no total",
    property: (calculator) =>
      fc.property(
        raggedRows.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => isSameTotal(calculator(columnsOf(rows)), calculator(columnsOf(shuffled))),
      ),
    broken: filledDown,
  },
  {
    name: "C12 missing and impossible rows are left out of the total, and counted",
    property: (calculator) =>
      fc.property(raggedRows, (rows) => {
        const result = calculator(columnsOf(rows));
        const isKnown = ({ unit, units, staff, required }: Row): boolean =>
          [unit, units, staff, required].every((value) => value !== undefined);
        const isWhole = (value: Reported): boolean =>
          value !== undefined && value >= 0 && value <= most && Math.floor(value) === value;
        const counted = rows.filter((row) => {
          const limit = row.maximum ?? row.required;
          const values = [row.units, row.staff, row.required, limit];
          return isKnown(row) && values.every(isWhole) && limit! >= row.required!;
        });
        const { missing, invalid } = result.total.leftOut;
        return (
          missing === rows.filter((row) => !isKnown(row)).length &&
          missing + invalid === rows.length - counted.length &&
          (counted.length === 0
            ? sums.every((name) => result.total[name] === undefined)
            : isSameTotal(result, calculator(columnsOf(counted)))) &&
          result.rows.filter(isCounted).length === counted.length
        );
      }),
    broken: missingAsZero,
  },
  {
    name: "sums are exact up to 2^53-1 and refused beyond",
    property: (calculator) =>
      fc.property(fc.array(fc.tuple(counts, counts), { minLength: 1, maxLength: 4 }), (pairs) => {
        const rows = pairs.map(([staff, required]) => ({
          unit: "A",
          units: 1,
          staff,
          required,
          maximum: undefined,
        }));
        const [staff, required] = [sumOf(pairs.map(([each]) => each)), sumOf(pairs.map(([, each]) => each))];
        if (staff > BigInt(most) || required > BigInt(most))
          return refusesWith("outOfRange", () => calculator(columnsOf(rows)));
        const { total } = calculator(columnsOf(rows));
        return BigInt(total.staff!) === staff && BigInt(total.required!) === required;
      }),
    // Counts cut off, so that no sum can be too large.
    broken: (input) => {
      const clipped = input.unit.map(() => Math.floor(most / input.unit.length));
      const least = (column: readonly Reported[]): Reported[] =>
        column.map((value, row) => Math.min(value ?? 0, clipped[row] ?? 0));
      return staffingCheck({ ...input, staff: least(input.staff), required: least(input.required) });
    },
  },
];
