import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { groupUnits, type UnitGroup } from "./groupUnits.ts";

/** How many units each group has, by its label. */
function sizesOf(groups: readonly UnitGroup[]): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const { park, number } of groups) {
    const label = `${park} ${number}`;
    sizes[label] = (sizes[label] ?? 0) + 1;
  }
  return sizes;
}
const unitsOf = (parks: Readonly<Record<string, number>>): string[] =>
  Object.entries(parks).flatMap(([park, units]) => new Array<string>(units).fill(park));

describe("groupUnits", () => {
  test("gives each park as many groups as its units over the size, rounded half up", () => {
    // 10 / 4 = 2.5 -> 3 groups; 9 / 4 = 2.25 -> 2; 1 / 4 -> at least 1.
    expect(sizesOf(groupUnits({ park: unitsOf({ a: 10, b: 9, c: 1 }), size: count(4) }))).toEqual({
      "a 1": 4,
      "a 2": 3,
      "a 3": 3,
      "b 1": 5,
      "b 2": 4,
      "c 1": 1,
    });
  });

  test("shares 34 groups over ten parks of 381 units: 7 of 12 and 27 of 11 where the parks allow it", () => {
    const sizes = Object.values(sizesOf(groupUnits({ park: unitsOf({ all: 381 }), groups: count(34) })));
    expect(sizes).toHaveLength(34);
    expect(sizes.filter((size) => size === 12)).toHaveLength(7);
    expect(sizes.filter((size) => size === 11)).toHaveLength(27);
  });

  test("puts 176 members into 25 groups: one of 8 and 24 of 7", () => {
    const sizes = Object.values(sizesOf(groupUnits({ park: unitsOf({ firm: 176 }), groups: count(25) })));
    expect(sizes[0]).toBe(8);
    expect(sizes.slice(1)).toEqual(new Array(24).fill(7));
  });

  test("keeps the order of the units, also where parks are mixed", () => {
    const park = ["a", "b", "a", "b", "a", "a"];
    expect(groupUnits({ park, size: count(2) }).map(({ number }) => number)).toEqual([1, 1, 1, 1, 2, 2]);
  });

  test("never gives a park more groups than units", () => {
    expect(sizesOf(groupUnits({ park: unitsOf({ a: 1, b: 3 }), groups: count(4) }))).toEqual({
      "a 1": 1,
      "b 1": 1,
      "b 2": 1,
      "b 3": 1,
    });
  });

  test.each([
    [[], { size: count(2) }, "emptyInput", "groupUnits requires at least one value in park"],
    [["a"], { size: count(0) }, "outOfRange", "groupUnits requires size to be 1 or more; found 0"],
    [["a"], {}, "conflict", "groupUnits requires a size or a number of groups"],
    [
      ["a", "b"],
      { groups: count(1) },
      "infeasibleBounds",
      "quotaApportion requires the minimums, 2 together, to fit 1; it fails by 1",
    ],
    [
      ["a", "b"],
      { groups: count(3) },
      "infeasibleBounds",
      "quotaApportion requires the maximums, 2 together, to hold 3; it fails by 1",
    ],
  ])("refuses %j with %j: %s", (park, options, code, message) => {
    expect(() => groupUnits({ park, ...options })).toThrow(expect.objectContaining({ code, message }));
  });
});
