import { describe, expect, test } from "vitest";
import { fraction, toNumber } from "../exact/fraction.ts";
import { staffingCheck, type StaffingCheck, type StaffingCheckInput } from "./staffingCheck.ts";
import type { StaffingFigures } from "./staffingRow.ts";
import type { Reported } from "./tally.ts";

type Row = readonly [staff: Reported, required: Reported, units?: Reported, maximum?: Reported];

const check = (...rows: readonly Row[]): StaffingCheck =>
  staffingCheck(
    Object.freeze({
      unit: rows.map((_, row) => `unit ${row + 1}`),
      staff: Object.freeze(rows.map(([staff]) => staff)),
      required: Object.freeze(rows.map(([, required]) => required)),
      units: Object.freeze(rows.map((row) => (row.length > 2 ? row[2] : 1))),
      maximum: Object.freeze(rows.map(([, , , maximum]) => maximum)),
    }),
  );

const figures = ({ shortfall, surplus, status }: StaffingFigures): unknown[] => [shortfall, surplus, status];

describe("staffingCheck", () => {
  // "At least 2": staff, required, shortfall, surplus.
  test.each([
    [0, 2, 2, 0, "short"],
    [1, 2, 1, 0, "short"],
    [2, 2, 0, 0, "ok"],
    [3, 2, 0, 1, "ok"],
    [1, 0, 0, 1, "ok"],
    [0, 0, 0, 0, "ok"],
    [0, 9007199254740991, 9007199254740991, 0, "short"],
  ])("%i staff where at least %i are required: short of %i, %i more, %s", (staff, required, ...expected) => {
    expect(check([staff, required]).rows.map(figures)).toEqual([expected]);
  });

  // "1 to 2".
  test.each([
    [0, 1, 0, "short"],
    [1, 0, 0, "ok"],
    [2, 0, 0, "ok"],
    [3, 0, 1, "over"],
    [7, 0, 5, "over"],
  ])("%i staff where 1 to 2 are due: short of %i, %i too many, %s", (staff, ...expected) => {
    expect(check([staff, 1, 1, 2]).rows.map(figures)).toEqual([expected]);
  });

  test("never offsets one unit's shortfall with another's surplus", () => {
    const { total } = check([4, 2], [1, 3], [2, 2]);
    expect(total).toEqual({
      units: 3,
      staff: 7,
      required: 7,
      shortfall: 2,
      surplus: 2,
      unitsPerStaff: fraction(3n, 7n),
      status: "short",
      leftOut: { missing: 0, invalid: 0 },
    });
  });

  test("says in the total that something is short before it says that something is over", () => {
    expect(check([3, 1, 1, 2], [0, 1]).total.status).toBe("short");
    expect(check([3, 1, 1, 2], [1, 1]).total.status).toBe("over");
    expect(check([3, 1], [1, 1]).total.status).toBe("ok");
  });

  test.each([
    [45, 38, 1.18],
    [381, 123, 3.1],
    [2257, 158, 14.28],
    [919, 158, 5.82],
  ])("a row of %i units with %i staff has about %f units for each", (units, staff, perStaff) => {
    const { rows, total } = check([staff, units, units]);
    expect(total.unitsPerStaff).toEqual(fraction(BigInt(units), BigInt(staff)));
    expect(rows[0]?.unitsPerStaff).toEqual(total.unitsPerStaff);
    expect(Math.round(toNumber(total.unitsPerStaff ?? fraction(0n)) * 100) / 100).toBe(perStaff);
  });

  test("divides the total's units by its staff, and takes no mean of ratios", () => {
    const { rows, total } = check([1, 1, 10], [9, 9, 10]);
    expect(rows.map(({ unitsPerStaff }) => unitsPerStaff)).toEqual([fraction(10n), fraction(10n, 9n)]);
    expect(total.unitsPerStaff).toEqual(fraction(2n));
  });

  test("has no ratio without staff, and a row stands for one unit unless told", () => {
    const { rows, total } = staffingCheck({ unit: ["A", "B"], staff: [0, 2], required: [1, 1] });
    expect(rows.map(({ units, unitsPerStaff }) => [units, unitsPerStaff])).toEqual([
      [1, undefined],
      [1, fraction(1n, 2n)],
    ]);
    expect(total.unitsPerStaff).toEqual(fraction(1n));
  });

  test.each<[string, Row, "missing" | "invalid"]>([
    ["without staff", [undefined, 2], "missing"],
    ["without a requirement", [2, undefined], "missing"],
    ["without its number of units", [2, 2, undefined], "missing"],
    ["with staff below zero", [-1, 2], "invalid"],
    ["with half a post required", [1, 0.5], "invalid"],
    ["with units beyond 2^53-1", [1, 1, 9007199254740992], "invalid"],
    ["with a maximum that is no count", [1, 1, 1, 1.5], "invalid"],
    ["with a maximum below what is required", [5, 6, 1, 4], "invalid"],
    ["with one value missing and another impossible", [undefined, -2], "missing"],
  ])("leaves a row %s out of the total and counts it", (_, row, status) => {
    const { rows, total } = check([1, 3], row);
    expect(rows.map(figures)).toEqual([
      [2, 0, "short"],
      [undefined, undefined, status],
    ]);
    const leftOut = { missing: 0, invalid: 0, [status]: 1 };
    expect(total).toMatchObject({ units: 1, staff: 1, required: 3, shortfall: 2, leftOut });
    // Every figure is there, also where it is not known.
    expect(check(row).total).toStrictEqual({
      units: undefined,
      staff: undefined,
      required: undefined,
      shortfall: undefined,
      surplus: undefined,
      unitsPerStaff: undefined,
      status,
      leftOut,
    });
  });

  test("leaves a row without a name out, and shows what is known of it", () => {
    const { rows, total } = staffingCheck({
      unit: [undefined, "B"],
      staff: [4, 1],
      required: [2, 1],
      units: [2, 3],
    });
    expect(rows[0]).toEqual({
      unit: undefined,
      units: 2,
      staff: 4,
      required: 2,
      shortfall: undefined,
      surplus: undefined,
      unitsPerStaff: fraction(1n, 2n),
      status: "missing",
    });
    expect(total).toMatchObject({ units: 3, staff: 1, leftOut: { missing: 1, invalid: 0 } });
  });

  test("says missing rather than invalid where both leave nothing to count", () => {
    expect(check([undefined, 1], [-1, 1]).total).toMatchObject({
      status: "missing",
      leftOut: { missing: 1, invalid: 1 },
    });
  });

  test("refuses no rows, columns of different length, and sums that would not be exact", () => {
    const rows: StaffingCheckInput = { unit: ["A", "B"], staff: [1, 2], required: [1, 2] };
    const refusal = (code: string, message: string): unknown => expect.objectContaining({ code, message });
    expect(() => check()).toThrow(refusal("emptyInput", "staffingCheck requires at least one value in unit"));
    for (const name of ["staff", "required", "units", "maximum"]) {
      expect(() => staffingCheck({ ...rows, [name]: [1] })).toThrow(
        refusal(
          "sizeMismatch",
          `staffingCheck requires ${name} to have as many values as there are rows (2); found 1`,
        ),
      );
    }
    expect(() => check([9007199254740991, 0], [1, 0])).toThrow(
      refusal(
        "outOfRange",
        "staffingCheck requires the sum of staff to be at most 2^53-1; found 9007199254740992",
      ),
    );
    expect(check([9007199254740990, 0], [1, 0]).total.staff).toBe(9007199254740991);
  });
});
