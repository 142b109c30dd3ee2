import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { rate } from "../exact/rate.ts";
import type { Law } from "../law.laws.ts";
import type { AreaTotals, OrganisationForm } from "./areaTally.ts";
import { coverageAreas, type CoverageAreasInput } from "./coverageAreas.ts";

// Registers of few areas, units and organisations, so that each is often named twice.

type Areas = typeof coverageAreas;

interface Row {
  readonly area: string | undefined;
  readonly unit: string | undefined;
  readonly organisation: string | undefined;
}

const columnsOf = (rows: readonly Row[]): CoverageAreasInput => ({
  area: rows.map(({ area }) => area),
  unit: rows.map(({ unit }) => unit),
  organisation: rows.map(({ organisation }) => organisation),
});
const rowsOf = ({ area, unit, organisation }: CoverageAreasInput): Row[] =>
  area.map((place, row) => ({ area: place, unit: unit[row], organisation: organisation[row] }));

const dozen = { minLength: 1, maxLength: 12 };
const places = fc.constantFrom("A", "B", "C");
const units = fc.constantFrom("1", "2", "3", "4", "5", "6");
const organisations = fc.option(fc.constantFrom("W", "X", "Y", "Z"), { nil: undefined, freq: 4 });
const namedRows = fc.array(fc.record({ area: places, unit: units, organisation: organisations }), dozen);
const raggedRows = fc.array(
  fc.record({
    area: fc.option(places, { nil: undefined, freq: 8 }),
    unit: fc.option(units, { nil: undefined, freq: 8 }),
    organisation: organisations,
  }),
  dozen,
);

const parts = ["units", "ownOrganisations", "jointOrganisations", "coveredByOwn", "coveredByJoint"] as const;
const isSame = (a: AreaTotals, b: AreaTotals | undefined): boolean =>
  parts.every((part) => a[part] === b?.[part]) &&
  a.rate?.numerator === b?.rate?.numerator &&
  a.rate?.denominator === b?.rate?.denominator &&
  a.leftOut.missing === b?.leftOut.missing;
/** Whether two results are the same but for the order of the areas. */
function areSame(a: ReturnType<Areas>, b: ReturnType<Areas>): boolean {
  const others = new Map(b.areas.map((each) => [each.area, each]));
  return (
    isSame(a.total, b.total) &&
    a.areas.length === b.areas.length &&
    a.areas.every((each) => isSame(each, others.get(each.area)))
  );
}
const distinct = (values: readonly (string | undefined)[]): number =>
  new Set(values.filter((value) => value !== undefined)).size;

/** The slow, obvious reference: who is in the rows, and who covers them. */
function isCountOf(totals: AreaTotals, rows: readonly Row[], all: readonly Row[]): boolean {
  const isJoint = (name: string): boolean =>
    distinct(all.filter(({ organisation }) => organisation === name).map(({ unit }) => unit)) > 1;
  const named = [...new Set(rows.flatMap(({ organisation }) => organisation ?? []))];
  const members = [...new Set(rows.flatMap(({ unit }) => unit ?? []))];
  const coversOf = (unit: string): string[] =>
    rows.filter((row) => row.unit === unit).flatMap(({ organisation }) => organisation ?? []);
  const own = members.filter((unit) => coversOf(unit).some((name) => !isJoint(name)));
  const covered = members.filter((unit) => coversOf(unit).length > 0);
  return (
    totals.units === members.length &&
    totals.ownOrganisations === named.filter((name) => !isJoint(name)).length &&
    totals.jointOrganisations === named.filter(isJoint).length &&
    totals.coveredByOwn === own.length &&
    totals.coveredByJoint === covered.length - own.length &&
    totals.rate?.numerator === covered.length &&
    totals.rate.denominator === members.length
  );
}

const afterChanging =
  (change: (rows: readonly Row[]) => readonly Row[]): Areas =>
  (input) =>
    coverageAreas(columnsOf(change(rowsOf(input))));
const withTotal =
  (
    change: (total: AreaTotals, input: CoverageAreasInput, areas: readonly AreaTotals[]) => AreaTotals,
  ): Areas =>
  (input) => {
    const { areas, total } = coverageAreas(input);
    return { areas, total: change(total, input, areas) };
  };
/** Rows counted for units, as a pivot table of the register counts them. */
const rowsForUnits = withTotal((total, input) => {
  const denominator = count(input.unit.length);
  const numerator = count(input.organisation.filter((name) => name !== undefined).length);
  return { ...total, units: denominator, rate: rate({ numerator, denominator }) };
});
/** Each area on its own, so that an organisation of two areas is taken for two. */
const areaByArea: Areas = (input) => {
  const rows = rowsOf(input);
  const { areas, total } = coverageAreas(input);
  return {
    areas: areas.map(({ area }) => ({
      area,
      ...coverageAreas(columnsOf(rows.filter((row) => row.area === area))).total,
    })),
    total,
  };
};
/** The last row of a unit is what counts. */
const lastOfEachUnit = afterChanging((rows) => [...new Map(rows.map((row) => [row.unit, row])).values()]);

export const coverageAreasLaws: readonly Law<Areas>[] = [
  {
    name: "S02 areas and total are the distinct units and organisations of their rows",
    property: (calculator) =>
      fc.property(namedRows, (rows) => {
        const { areas, total } = calculator(columnsOf(rows));
        return (
          isCountOf(total, rows, rows) &&
          areas.every((each) =>
            isCountOf(
              each,
              rows.filter(({ area }) => area === each.area),
              rows,
            ),
          )
        );
      }),
    broken: areaByArea,
  },
  {
    name: "S02 a unit listed twice, by the same organisation or by none, counts once",
    property: (calculator) =>
      fc.property(namedRows, fc.nat(11), fc.boolean(), (rows, place, isUncovered) => {
        const again = rows[place % rows.length];
        fc.pre(again !== undefined);
        const twice = [...rows, isUncovered ? { ...again, organisation: undefined } : again];
        return areSame(calculator(columnsOf(rows)), calculator(columnsOf(twice)));
      }),
    broken: rowsForUnits,
  },
  {
    name: "S02 covered by own and covered by joint are all that is covered, and never more than the units",
    property: (calculator) =>
      fc.property(raggedRows, (rows) => {
        const { areas, total } = calculator(columnsOf(rows));
        return [...areas, total].every(
          ({ coveredByOwn, coveredByJoint, rate: covered, units: all }) =>
            coveredByOwn + coveredByJoint === (covered?.numerator ?? 0) &&
            coveredByOwn + coveredByJoint <= all,
        );
      }),
    // A unit with both counts for both.
    broken: withTotal((total, input) => {
      const rows = rowsOf(input).filter(({ area, unit }) => area !== undefined && unit !== undefined);
      const shared = rows.filter(
        ({ organisation }) =>
          organisation !== undefined &&
          distinct(rows.filter((row) => row.organisation === organisation).map(({ unit }) => unit)) > 1,
      );
      return { ...total, coveredByJoint: count(distinct(shared.map(({ unit }) => unit))) };
    }),
  },
  {
    name: "S02 the order of the rows changes nothing",
    property: (calculator) =>
      fc.property(
        raggedRows.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => areSame(calculator(columnsOf(rows)), calculator(columnsOf(shuffled))),
      ),
    broken: lastOfEachUnit,
  },
  {
    name: "S02 the total is what one area with all the rows would have",
    property: (calculator) =>
      fc.property(namedRows, (rows) => {
        const one = rows.map((row) => ({ ...row, area: "all" }));
        return isSame(calculator(columnsOf(rows)).total, calculator(columnsOf(one)).areas[0]);
      }),
    // The areas added up: an organisation of two areas counts twice.
    broken: withTotal((total, _, areas) => ({
      ...total,
      jointOrganisations: count(areas.reduce((sum, { jointOrganisations }) => sum + jointOrganisations, 0)),
    })),
  },
  {
    name: "S02 own and joint organisations are all the organisations that are named",
    property: (calculator) =>
      fc.property(namedRows, (rows) => {
        const { ownOrganisations, jointOrganisations } = calculator(columnsOf(rows)).total;
        return (
          ownOrganisations + jointOrganisations === distinct(rows.map(({ organisation }) => organisation))
        );
      }),
    // One organisation a covered unit.
    broken: withTotal((total) => ({ ...total, jointOrganisations: total.coveredByJoint })),
  },
  {
    name: "S02 an organisation more never lowers coverage, and covers its unit",
    property: (calculator) =>
      fc.property(namedRows, fc.nat(11), (rows, place) => {
        const row = rows[place % rows.length];
        fc.pre(row !== undefined);
        const before = calculator(columnsOf(rows)).total.rate?.numerator ?? 0;
        const after = calculator(columnsOf([...rows, { ...row, organisation: "new" }])).total.rate?.numerator;
        const isCovered = rows.some(
          ({ unit, organisation }) => unit === row.unit && organisation !== undefined,
        );
        return after === before + (isCovered ? 0 : 1);
      }),
    broken: rowsForUnits,
  },
  {
    name: "S02 a form that says what the rows say changes nothing",
    property: (calculator) =>
      fc.property(namedRows, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (rows, isStated) => {
        const form = rows.map(({ organisation }, row): OrganisationForm | undefined => {
          if (organisation === undefined || !isStated[row]) return undefined;
          const covered = rows.filter((other) => other.organisation === organisation);
          return distinct(covered.map(({ unit }) => unit)) > 1 ? "joint" : "own";
        });
        return areSame(calculator(columnsOf(rows)), calculator({ ...columnsOf(rows), form }));
      }),
    // A form speaks for its row alone, and a row without one is own.
    broken: (input) =>
      coverageAreas(
        input.form === undefined
          ? input
          : {
              ...input,
              organisation: input.organisation.map((name, row) =>
                name !== undefined && input.form?.[row] === undefined ? `${name}, row ${row + 1}` : name,
              ),
            },
      ),
  },
  {
    name: "S02 a form stated once holds in every row of its organisation",
    property: (calculator) =>
      fc.property(namedRows, fc.constantFrom("own", "joint"), (rows, form) => {
        const first = rows.findIndex(({ organisation }) => organisation === "X");
        const once = rows.map((_, row) => (row === first ? form : undefined));
        const everywhere = rows.map(({ organisation }) => (organisation === "X" ? form : undefined));
        const [a, b] = [once, everywhere].map((some) => calculator({ ...columnsOf(rows), form: some }));
        return a !== undefined && b !== undefined && areSame(a, b);
      }),
    // A form speaks for the organisation of its row only.
    broken: ({ form, ...input }) =>
      coverageAreas({
        ...input,
        organisation: input.organisation.map((name, row) =>
          name !== undefined && form?.[row] !== undefined ? `${name}, ${form[row]}` : name,
        ),
        form,
      }),
  },
  {
    name: "S02 rows without area or unit are left out, and counted",
    property: (calculator) =>
      fc.property(raggedRows, (rows) => {
        const known = rows.filter(({ area, unit }) => area !== undefined && unit !== undefined);
        const { areas, total } = calculator(columnsOf(rows));
        const placed = rows.filter(({ area }) => area !== undefined);
        return (
          total.leftOut.missing === rows.length - known.length &&
          total.units === distinct(known.map(({ unit }) => unit)) &&
          areas.length === distinct(placed.map(({ area }) => area)) &&
          areas.reduce((sum, { leftOut }) => sum + leftOut.missing, 0) === placed.length - known.length
        );
      }),
    broken: afterChanging((rows) => rows.map((row) => ({ ...row, unit: row.unit ?? "" }))),
  },
];
