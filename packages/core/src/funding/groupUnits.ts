import { type Count, count } from "../exact/count.ts";
import { fraction } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import { weight } from "../exact/weight.ts";
import { CalculationError } from "../errors.ts";
import { quotaApportion } from "./quotaApportion.ts";

/** Which park each unit is in, and how large or how many the groups are to be. */
export interface GroupUnitsInput {
  /** The park of each unit; groups never cross parks. */
  readonly park: readonly string[];
  /** How many units a group is to have, from 1; may be left out where `groups` is given. */
  readonly size?: Count | undefined;
  /** How many groups there are to be in all. */
  readonly groups?: Count | undefined;
}

/** The group a unit is in. */
export interface UnitGroup {
  /** The park. */
  readonly park: string;
  /** The group's number in its park, from 1. */
  readonly number: number;
}

/**
 * Puts the units of each park into groups of nearly equal size, in the order given.
 *
 * Each park gets as many groups as its units divided by the size, rounded half up, at least one; or a given number of
 * groups is shared over the parks by Webster's method, at least one and at most one a unit. Sizes in a park differ by one
 * at most, larger groups first. The one surprise: with a size, groups may be larger or smaller than it, since parks are
 * never mixed.
 *
 * **Units.** The result has one group a unit, in the order of the units; parks count in order of first appearance.
 *
 * **Errors.** `emptyInput` without units; `outOfRange` for a size of 0; `conflict` where neither size nor groups are
 * given; `infeasibleBounds` for fewer groups than parks or more than units.
 *
 * **Source.** M. L. Balinski and H. P. Young, Fair Representation, 2nd ed. (2001): Webster's method with minimums.
 *
 * @throws CalculationError `emptyInput` without units
 * @throws CalculationError `outOfRange` for a size of 0
 * @throws CalculationError `conflict` where neither size nor groups are given
 * @throws CalculationError `infeasibleBounds` for fewer groups than parks or more than units
 *
 * @example
 * const park = ["east", "east", "west", "east", "west", "east", "east"];
 * groupUnits({ park, size: count(2) }).map(({ park, number }) => `${park} ${number}`) //=> ["east 1", "east 1", "west 1", "east 2", "west 1", "east 2", "east 3"]
 * groupUnits({ park, groups: count(1) }) //=> throws infeasibleBounds
 */
export function groupUnits({ park, size, groups }: GroupUnitsInput): readonly UnitGroup[] {
  if (park.length === 0) throw new CalculationError("groupUnits", "emptyInput", { name: "park" });
  const parks = new Map<string, Park>();
  const parksOfUnits = park.map((name) => {
    const own = parks.get(name) ?? { name, place: parks.size, members: 0, placed: 0 };
    own.members += 1;
    parks.set(name, own);
    return own;
  });
  const sizes = Array.from(parks.values(), ({ members }) => members);
  const counts = groups === undefined ? groupsBySize(sizes, size) : groupsShared(sizes, groups);
  return parksOfUnits.map((own) => {
    const number = groupOf(own, counts[own.place] ?? 1);
    own.placed += 1;
    return { park: own.name, number };
  });
}

/** A park, while its units are put into groups. */
interface Park {
  readonly name: string;
  /** Its place among the parks, from 0. */
  readonly place: number;
  /** How many units it has. */
  members: number;
  /** How many of them are in a group by now. */
  placed: number;
}

function groupsBySize(sizes: readonly number[], size: Count | undefined): number[] {
  if (size === undefined) {
    throw new CalculationError("groupUnits", "conflict", { requirement: "a size or a number of groups" });
  }
  if (size === 0) {
    throw new CalculationError("groupUnits", "outOfRange", {
      name: "size",
      requirement: "1 or more",
      found: "0",
    });
  }
  return sizes.map((units) =>
    Math.max(1, Number(round(fraction(BigInt(units), BigInt(size)), "half-away-from-zero"))),
  );
}

function groupsShared(sizes: readonly number[], groups: Count): readonly number[] {
  const { places } = quotaApportion({
    places: groups,
    weights: sizes.map((units) => weight(units)),
    method: "webster",
    minimum: count(1),
    maximum: sizes.map((units) => count(units)),
  });
  return places;
}

/** The group of the unit that is next in its park: the first groups have one unit more. */
function groupOf({ members, placed }: Park, groups: number): number {
  const smaller = Math.floor(members / groups);
  const larger = members % groups;
  const inLarger = larger * (smaller + 1);
  return placed < inLarger
    ? Math.floor(placed / (smaller + 1)) + 1
    : larger + Math.floor((placed - inLarger) / smaller) + 1;
}
