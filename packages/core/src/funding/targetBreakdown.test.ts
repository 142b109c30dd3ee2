import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { weight } from "../exact/weight.ts";
import { type BrokenDownTarget, targetBreakdown, type TargetNode } from "./targetBreakdown.ts";

const unit = (
  name: string,
  weightOf: number,
  bounds: { minimum?: number; maximum?: number } = {},
): TargetNode => ({
  name,
  weight: weight(weightOf),
  ...(bounds.minimum === undefined ? {} : { minimum: count(bounds.minimum) }),
  ...(bounds.maximum === undefined ? {} : { maximum: count(bounds.maximum) }),
});
const group = (name: string, ...children: readonly TargetNode[]): TargetNode => ({ name, children });

/** Names and goals of a breakdown, members in brackets: "east 67 (a 34, b 33)". */
const shown = ({ name, goal, children }: BrokenDownTarget): string =>
  `${name} ${goal}${children.length === 0 ? "" : ` (${children.map(shown).join(", ")})`}`;
const broken = (goal: number, ...children: readonly TargetNode[]): string =>
  shown(targetBreakdown({ goal: count(goal), children }));

/** Three units, each with the highest floor there is: 3 x 9,007,199,254,740,991 together. */
const highest = ["a", "b", "c"].map((name) => unit(name, 1, { minimum: 9_007_199_254_740_991 }));

describe("targetBreakdown", () => {
  test("adds up at every level of city, county and town", () => {
    const west = group("west", group("north", unit("a", 1), unit("b", 1), unit("c", 1)), unit("d", 1));
    // 100 x 4/7 = 57.14 and 42.86; 57 x 3/4 = 42.75; 43 in three is 14.33 each.
    expect(broken(100, west, unit("east", 3))).toBe(
      "total 100 (west 57 (north 43 (a 15, b 14, c 14), d 14), east 43)",
    );
  });

  test("takes a group's own weight before that of its members", () => {
    const west = { ...group("west", unit("a", 9), unit("b", 1)), weight: weight(1) };
    expect(broken(10, west, unit("east", 1))).toBe("total 10 (west 5 (a 5, b 0), east 5)");
  });

  test("counts the floors of members for their group, however deep", () => {
    const west = group("west", group("north", unit("a", 1, { minimum: 40 }), unit("b", 1, { minimum: 30 })));
    expect(broken(100, west, unit("east", 8))).toBe("total 100 (west 70 (north 70 (a 40, b 30)), east 30)");
  });

  test("counts the caps of members for their group", () => {
    const west = group("west", unit("a", 1, { maximum: 5 }), unit("b", 1, { maximum: 7 }));
    expect(broken(100, west, unit("east", 1))).toBe("total 100 (west 12 (a 5, b 7), east 88)");
  });

  test("keeps a group's own floor and cap", () => {
    const west = { ...group("west", unit("a", 1), unit("b", 1)), minimum: count(60), maximum: count(61) };
    expect(broken(100, west, unit("east", 9))).toBe("total 100 (west 60 (a 30, b 30), east 40)");
    expect(broken(100, west, unit("east", 1, { minimum: 39 }))).toBe(
      "total 100 (west 61 (a 31, b 30), east 39)",
    );
  });

  test("gives a group without weight the floors of its members and no more", () => {
    const idle = group("idle", unit("a", 0, { minimum: 2 }), unit("b", 0));
    expect(broken(10, idle, unit("east", 1))).toBe("total 10 (idle 2 (a 2, b 0), east 8)");
    expect(broken(0, group("idle", unit("a", 0)))).toBe("total 0 (idle 0 (a 0))");
    expect(
      targetBreakdown({ goal: count(0), children: [unit("a", 0), unit("b", 0)] }),
      "floors of nothing are no tie",
    ).toEqual({
      name: "total",
      goal: 0,
      children: [
        { name: "a", goal: 0, children: [], ties: [] },
        { name: "b", goal: 0, children: [], ties: [] },
      ],
      ties: [],
    });
  });

  test("reports the ties of every level", () => {
    const { children, ties } = targetBreakdown({
      goal: count(3),
      children: [group("west", unit("a", 1), unit("b", 1)), unit("east", 2)],
    });
    expect(ties).toEqual([{ rows: [0, 1], served: [0] }]);
    expect(children[0]?.ties).toEqual([]);
  });

  test.each([
    ["a unit without a weight", () => broken(1, { name: "a" }), "missingValue", "a value in the weight of a"],
    ["no members", () => broken(1), "emptyInput", "at least one value in the members of total"],
    [
      "a group without members",
      () => broken(1, group("west")),
      "emptyInput",
      "at least one value in the members of west",
    ],
    [
      "no weight anywhere",
      () => broken(1, unit("a", 0)),
      "allZero",
      "at least one value above zero in the weights",
    ],
    [
      "floors above the goal",
      () => broken(10, unit("a", 1, { minimum: 6 }), unit("b", 1, { minimum: 6 })),
      "infeasibleBounds",
      "the floors, 12 together, to fit the goal 10; it fails by 2",
    ],
    [
      "caps below the goal",
      () => broken(10, unit("a", 1, { maximum: 4 }), unit("b", 0)),
      "infeasibleBounds",
      "the caps, 4 together, to hold the goal 10; it fails by 6",
    ],
    [
      "a floor above its group's cap",
      () => broken(10, { ...group("west", unit("a", 1, { minimum: 6 })), maximum: count(5) }),
      "infeasibleBounds",
      "the floors of west (6) to fit its caps (5); it fails by 1",
    ],
    [
      "floors that together lie beyond 2^53, told to the last unit",
      () => broken(10, ...highest),
      "infeasibleBounds",
      "the floors, 27021597764222973 together, to fit the goal 10; it fails by 27021597764222963",
    ],
    [
      "floors beyond 2^53 in a group, told to the last unit",
      () => broken(10, { ...group("west", group("north", ...highest)), maximum: count(5) }),
      "infeasibleBounds",
      "the floors of west (27021597764222973) to fit its caps (5); it fails by 27021597764222968",
    ],
  ])("refuses %s", (_, run, code, words) => {
    expect(run).toThrow(expect.objectContaining({ code, message: `targetBreakdown requires ${words}` }));
  });
});

describe("targetBreakdown of a tree that is deeper than any", () => {
  const deep = (levels: number): TargetNode => {
    let tree: TargetNode = { name: "leaf", weight: weight(1) };
    for (let level = 1; level < levels; level += 1) tree = { name: "group", children: [tree] };
    return tree;
  };

  test("goes down a thousand levels and refuses more in words", () => {
    const of = (levels: number): unknown => targetBreakdown({ goal: count(1), children: [deep(levels)] });
    expect(() => of(1_000)).not.toThrow();
    for (const levels of [1_001, 100_000]) {
      expect(() => of(levels)).toThrow(
        expect.objectContaining({
          code: "outOfRange",
          message: "targetBreakdown requires the number of levels to be at most 1,000; found more",
        }),
      );
    }
  });
});
