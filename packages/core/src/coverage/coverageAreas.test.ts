import { describe, expect, test } from "vitest";
import { rateText } from "../exact/rate.ts";
import type { AreaTotals, OrganisationForm } from "./areaTally.ts";
import { coverageAreas, type CoverageAreasInput } from "./coverageAreas.ts";

type Row = readonly [
  area: string | undefined,
  unit: string | undefined,
  organisation?: string | undefined,
  form?: OrganisationForm | undefined,
];

const columns = (...rows: readonly Row[]): CoverageAreasInput =>
  Object.freeze({
    area: Object.freeze(rows.map(([area]) => area)),
    unit: Object.freeze(rows.map(([, unit]) => unit)),
    organisation: Object.freeze(rows.map(([, , organisation]) => organisation)),
  });
const withForms = (...rows: readonly Row[]): CoverageAreasInput =>
  Object.freeze({ ...columns(...rows), form: Object.freeze(rows.map(([, , , form]) => form)) });

/** Units, own and joint organisations, units covered by own and by joint ones, covered units. */
const countsOf = (totals: AreaTotals): readonly (number | undefined)[] => [
  totals.units,
  totals.ownOrganisations,
  totals.jointOrganisations,
  totals.coveredByOwn,
  totals.coveredByJoint,
  totals.rate?.numerator,
];

/** Five towns with the sums of a review of 2016; how they are spread over the towns is made up. */
const fiveTowns = [25, 24, 24, 24, 24].flatMap((units, town) =>
  Array.from({ length: units }, (_, index): Row => {
    const own = town === 4 ? 4 : 5;
    const organisation = index < own ? `own ${town + 1}.${index + 1}` : `joint ${town + 1}`;
    return [`town ${town + 1}`, `unit ${town + 1}.${index + 1}`, organisation];
  }),
);

describe("coverageAreas, five towns", () => {
  const { areas, total } = coverageAreas(columns(...fiveTowns));

  test("24 organisations of their own and 5 joint ones for 97 units cover all 121", () => {
    expect(countsOf(total)).toEqual([121, 24, 5, 24, 97, 121]);
    expect(total.rate && rateText(total.rate, 0)).toBe("100%");
  });

  test("each town has one joint organisation and is covered", () => {
    expect(areas.map(countsOf)).toEqual([
      [25, 5, 1, 5, 20, 25],
      [24, 5, 1, 5, 19, 24],
      [24, 5, 1, 5, 19, 24],
      [24, 5, 1, 5, 19, 24],
      [24, 4, 1, 4, 20, 24],
    ]);
  });
});

describe("coverageAreas", () => {
  test("counts a unit once, however often it is listed", () => {
    const { total } = coverageAreas(
      columns(["A", "1", "X"], ["A", "1", "X"], ["A", "2", "Y"], ["A", "2"], ["A", "3"], ["A", "3"]),
    );
    expect(countsOf(total)).toEqual([3, 2, 0, 2, 0, 2]);
  });

  test("counts a unit with both forms as own, whichever comes first", () => {
    const [own, shared, other] = [
      ["A", "1", "own of 1"],
      ["A", "1", "joint"],
      ["A", "2", "joint"],
    ] as const;
    for (const rows of [
      [own, shared, other],
      [shared, other, own],
    ]) {
      expect(countsOf(coverageAreas(columns(...rows)).total)).toEqual([2, 1, 1, 1, 1, 2]);
    }
  });

  test("calls an organisation joint that is named for units of two areas, and counts it in each, once in all", () => {
    const { areas, total } = coverageAreas(columns(["A", "1", "X"], ["B", "2", "X"], ["B", "3"]));
    expect(areas.map(({ area, ...totals }) => [area, ...countsOf(totals)])).toEqual([
      ["A", 1, 0, 1, 0, 1, 1],
      ["B", 2, 0, 1, 0, 1, 1],
    ]);
    expect(countsOf(total)).toEqual([3, 0, 1, 0, 2, 2]);
  });

  test("counts a unit that is listed in two areas in each, and once in all", () => {
    const { areas, total } = coverageAreas(columns(["A", "1"], ["B", "1", "X"]));
    expect(areas.map(countsOf)).toEqual([
      [1, 0, 0, 0, 0, 0],
      [1, 1, 0, 1, 0, 1],
    ]);
    expect(countsOf(total)).toEqual([1, 1, 0, 1, 0, 1]);
  });

  test("takes the form from any row that states it, for all rows of the organisation", () => {
    const oneUnit = coverageAreas(withForms(["A", "1", "X", "joint"], ["A", "2", "Y"]));
    expect(countsOf(oneUnit.total)).toEqual([2, 1, 1, 1, 1, 2]);
    const twoUnits = coverageAreas(withForms(["A", "1", "X"], ["B", "2", "X", "own"]));
    expect(countsOf(twoUnits.total)).toEqual([2, 1, 0, 2, 0, 2]);
  });

  test("refuses two forms for one organisation, naming it", () => {
    expect(() => coverageAreas(withForms(["A", "1", "X", "own"], ["B", "2", "X", "joint"]))).toThrow(
      expect.objectContaining({
        code: "conflict",
        message: "coverageAreas requires one form for the organisation X, own or joint; found both",
      }),
    );
  });

  test("leaves rows without area or unit out, and says so", () => {
    const { areas, total } = coverageAreas(
      columns(["A", "1", "X"], ["A", undefined, "Y"], [undefined, "2", "Z"]),
    );
    expect(areas.map(({ area, units, leftOut }) => [area, units, leftOut.missing])).toEqual([["A", 1, 1]]);
    expect(countsOf(total)).toEqual([1, 1, 0, 1, 0, 1]);
    expect(total.leftOut).toEqual({ missing: 2, invalid: 0 });
  });

  test("hears of a second unit from a row without an area", () => {
    const { total } = coverageAreas(columns(["A", "1", "X"], [undefined, "2", "X"]));
    expect(countsOf(total)).toEqual([1, 0, 1, 0, 1, 1]);
  });

  test("hears of no second unit from a row without a unit, wherever it stands", () => {
    const rows: readonly Row[] = [
      ["A", "1", "X"],
      ["A", undefined, "X"],
    ];
    for (const given of [rows, [...rows].reverse()]) {
      expect(countsOf(coverageAreas(columns(...given)).total)).toEqual([1, 1, 0, 1, 0, 1]);
    }
  });

  test("leaves a row out that gives a form to an organisation without a name", () => {
    const { total } = coverageAreas(withForms(["A", "1", undefined, "own"], ["A", "2"]));
    expect([total.units, total.leftOut.missing]).toEqual([1, 1]);
  });

  test("gives no rate where no row counts", () => {
    const { areas, total } = coverageAreas(columns(["A", undefined]));
    expect([areas[0]?.rate, total.rate]).toEqual([undefined, undefined]);
  });

  test("gives areas in order of first appearance, and tells names apart exactly", () => {
    const names = ["10", "b", "B", "9", "__proto__", "constructor", ""];
    const { areas, total } = coverageAreas(columns(...names.map((name): Row => [name, name, name])));
    expect(areas.map(({ area }) => area)).toEqual(names);
    expect(countsOf(total)).toEqual([7, 7, 0, 7, 0, 7]);
  });

  test("refuses no rows and columns of different length", () => {
    expect(() => coverageAreas(columns())).toThrow("coverageAreas requires at least one value in area");
    expect(() => coverageAreas({ ...columns(["A", "1"]), organisation: [] })).toThrow(
      "coverageAreas requires organisation to have as many values as there are rows (1); found 0",
    );
    expect(() => coverageAreas({ ...columns(["A", "1"]), form: ["own", "own"] })).toThrow(
      "coverageAreas requires form to have as many values as there are rows (1); found 2",
    );
  });
});
