import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import type { Law } from "../law.laws.ts";
import { groupUnits, type GroupUnitsInput, type UnitGroup } from "./groupUnits.ts";

const parks = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 60 });
const inputs: fc.Arbitrary<GroupUnitsInput> = fc.oneof(
  fc.record({ park: parks, size: fc.integer({ min: 1, max: 12 }).map((size) => count(size)) }),
  parks.chain((park) =>
    fc
      .integer({ min: new Set(park).size, max: park.length })
      .map((groups) => ({ park, groups: count(groups) })),
  ),
);

/** The sizes of each park's groups, in the order of their numbers. */
function sizesByPark(groups: readonly UnitGroup[]): number[][] {
  const byPark = new Map<string, number[]>();
  for (const { park, number } of groups) {
    const sizes = byPark.get(park) ?? [];
    sizes[number - 1] = (sizes[number - 1] ?? 0) + 1;
    byPark.set(park, sizes);
  }
  return Array.from(byPark.values());
}

/** Groups filled to the size one after the other, so that the last is what is left. */
const filledUp: typeof groupUnits = ({ park, size = count(5) }) => {
  const placed = new Map<string, number>();
  return park.map((name) => {
    const before = placed.get(name) ?? 0;
    placed.set(name, before + 1);
    return { park: name, number: Math.floor(before / size) + 1 };
  });
};
const dealtRound: typeof groupUnits = (input) => {
  const real = groupUnits(input);
  const groups = new Map<string, number>();
  for (const { park, number } of real) groups.set(park, Math.max(groups.get(park) ?? 0, number));
  const placed = new Map<string, number>();
  return input.park.map((park) => {
    const before = placed.get(park) ?? 0;
    placed.set(park, before + 1);
    return { park, number: (before % (groups.get(park) ?? 1)) + 1 };
  });
};
const acrossParks: typeof groupUnits = (input) =>
  groupUnits(input).map(({ number }) => ({ park: input.park[0] ?? "", number }));
const oneGroup: typeof groupUnits = ({ park }) => park.map((name) => ({ park: name, number: 1 }));

export const groupUnitsLaws: readonly Law<typeof groupUnits>[] = [
  {
    name: "a unit's group is one of its park",
    property: (calculator) =>
      fc.property(inputs, (input) => calculator(input).every(({ park }, row) => park === input.park[row])),
    broken: acrossParks,
  },
  {
    name: "in a park sizes differ by one at most, larger groups first, none empty",
    property: (calculator) =>
      fc.property(inputs, (input) =>
        sizesByPark(calculator(input)).every((sizes) =>
          Array.from(sizes).every(
            (size, index) => size > 0 && size <= (sizes[index - 1] ?? size) && (sizes[0] ?? 0) - size <= 1,
          ),
        ),
      ),
    broken: filledUp,
  },
  {
    name: "units stay in the order given",
    property: (calculator) =>
      fc.property(inputs, (input) => {
        const last = new Map<string, number>();
        return calculator(input).every(({ park, number }) => {
          const before = last.get(park) ?? 1;
          last.set(park, number);
          return number === before || number === before + 1;
        });
      }),
    broken: dealtRound,
  },
  {
    name: "a given number of groups is met, and a size within half a group",
    property: (calculator) =>
      fc.property(inputs, (input) => {
        const sizes = sizesByPark(calculator(input));
        if (input.groups !== undefined) return sizes.flat().length === input.groups;
        const size = input.size ?? 1;
        return sizes.every((own) => {
          const units = own.reduce((all, each) => all + each, 0);
          return own.length === 1 ? 2 * units < 3 * size : Math.abs(units - own.length * size) * 2 <= size;
        });
      }),
    broken: oneGroup,
  },
];
