import { CalculationError } from "../errors.ts";
import {
  addCover,
  type AreaTally,
  type AreaTotals,
  areaTotals,
  emptyArea,
  type Organisation,
  type OrganisationForm,
} from "./areaTally.ts";
import { requireColumns } from "../exact/requireColumns.ts";

/** Rows as columns, one a unit and an organisation that covers it. */
export interface CoverageAreasInput {
  /** The area of each row; `undefined` where it is missing. */
  readonly area: readonly (string | undefined)[];
  /** The unit; `undefined` where it is missing. */
  readonly unit: readonly (string | undefined)[];
  /** The organisation that covers the unit; `undefined` where none does. */
  readonly organisation: readonly (string | undefined)[];
  /** The organisation's form, said in any of its rows; `undefined` to tell it from the units it covers. */
  readonly form?: readonly (OrganisationForm | undefined)[] | undefined;
}

/** One area. */
export interface AreaCoverage extends AreaTotals {
  /** The area's name. */
  readonly area: string;
}

/** All areas in order of first appearance, and all together. */
export interface CoverageAreas {
  /** A row an area. */
  readonly areas: readonly AreaCoverage[];
  /** All areas together: a unit or organisation found in several counts once. */
  readonly total: AreaTotals;
}

/**
 * Coverage of areas by own and joint organisations, each unit counted once.
 *
 * An organisation named for one unit among all rows is that unit's own, one named for several is joint, unless `form`
 * says otherwise. A unit is covered once, however often it is listed; own wins over joint. The one surprise: an
 * organisation counts in every area that it covers, and once in the total, so the areas may add up to more.
 *
 * **Units.** One value a row in each column. Areas, units and organisations are told apart exactly by their names.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length; `conflict` where two rows give
 * an organisation two forms.
 *
 * **Source.** The count of published document D0 of the project's list of sources: 24 organisations of their own and 5
 * joint ones for 97 units cover the 121 units of five towns.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `conflict` where two rows give an organisation two forms
 *
 * @example
 * const rows = { area: ["A", "A", "A", "B"], unit: ["1", "2", "3", "4"], organisation: ["own", "joint", undefined, "joint"] };
 * const { areas, total } = coverageAreas(rows);
 * areas.map(({ rate }) => rate?.numerator) //=> [2, 1]
 * areas.map(({ jointOrganisations }) => jointOrganisations) //=> [1, 1]
 * total.jointOrganisations //=> 1
 * total.rate //=> { numerator: 3, denominator: 4, status: "ok" }
 * coverageAreas({ ...rows, unit: ["1"] }) //=> throws sizeMismatch
 */
export function coverageAreas(input: CoverageAreasInput): CoverageAreas {
  const { area, unit, organisation, form } = input;
  requireColumns("coverageAreas", { area, unit, organisation, ...(form && { form }) });
  const organisations = organisationsOf(input);
  const tallies = new Map<string, AreaTally>();
  const total = emptyArea();
  for (let row = 0; row < area.length; row += 1) {
    const [place, covered, by] = [area[row], unit[row], organisations[row]];
    const tally = place === undefined ? undefined : tallyOf(tallies, place);
    // A form without a name speaks of an organisation that cannot be told from others.
    const isNameless = by === undefined && form?.[row] !== undefined;
    for (const each of tally === undefined ? [total] : [tally, total]) {
      if (tally === undefined || covered === undefined || isNameless) each.missing += 1;
      else addCover(each, covered, by);
    }
  }
  return {
    areas: Array.from(tallies, ([name, tally]) => ({ area: name, ...areaTotals(tally) })),
    total: areaTotals(total),
  };
}

function tallyOf(tallies: Map<string, AreaTally>, area: string): AreaTally {
  let tally = tallies.get(area);
  if (tally === undefined) tallies.set(area, (tally = emptyArea()));
  return tally;
}

/** The organisation of each row; rows of one organisation share it, in whatever area they are. */
function organisationsOf({ unit, organisation, form }: CoverageAreasInput): (Organisation | undefined)[] {
  const organisations = new Map<string, Organisation>();
  return Array.from(organisation, (name, row) => {
    if (name === undefined) return undefined;
    let found = organisations.get(name);
    if (found === undefined) {
      organisations.set(name, (found = { unit: undefined, isShared: false, stated: undefined }));
    }
    const covered = unit[row];
    found.unit ??= covered;
    if (covered !== undefined && covered !== found.unit) found.isShared = true;
    const stated = form?.[row];
    found.stated ??= stated;
    if (stated !== undefined && stated !== found.stated) {
      throw new CalculationError("coverageAreas", "conflict", {
        requirement: `one form for the organisation ${name}, own or joint; found both`,
      });
    }
    return found;
  });
}
