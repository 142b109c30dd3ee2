import { describe, expect, test } from "vitest";
import { amount, amountText } from "../exact/amount.ts";
import { exact } from "../exact/decimal.ts";
import { weight } from "../exact/weight.ts";
import { type FundedNode, type FundingNode, fundingNested } from "./fundingNested.ts";

const unit = (name: string, value: number | string, bounds: Partial<FundingNode> = {}): FundingNode => ({
  name,
  weight: weight(value),
  ...bounds,
});
const group = (
  name: string,
  children: readonly FundingNode[],
  more: Partial<FundingNode> = {},
): FundingNode => ({
  name,
  children,
  ...more,
});
const textsOf = ({ name, part, children }: FundedNode): string[] => [
  `${name} ${amountText(part)}`,
  ...children.flatMap(textsOf),
];
const split = (
  total: number | string,
  children: readonly FundingNode[],
  step: number | string = 1,
): string[] => textsOf(fundingNested({ total: amount(total, step), children }));

describe("fundingNested", () => {
  test("splits between groups by what their members weigh, then inside each", () => {
    expect(split(100, [group("east", [unit("a", 1), unit("b", 1)]), group("west", [unit("c", 1)])])).toEqual([
      "total 100",
      "east 67",
      "a 34",
      "b 33",
      "west 33",
      "c 33",
    ]);
  });

  test("lets a group have a weight of its own", () => {
    const east = group("east", [unit("a", 1), unit("b", 3)], { weight: weight(1) });
    const west = group("west", [unit("c", 1)], { weight: weight(1) });
    expect(split(100, [east, west])).toEqual(["total 100", "east 50", "a 13", "b 37", "west 50", "c 50"]);
  });

  test("goes to any depth", () => {
    const towns = group("county", [group("town", [unit("a", 2), unit("b", 1)]), unit("c", 3)]);
    expect(split("1.00", [towns, unit("d", 6)], "0.01")).toEqual([
      "total 1.00",
      "county 0.50",
      "town 0.25",
      "a 0.17",
      "b 0.08",
      "c 0.25",
      "d 0.50",
    ]);
  });

  test("differs by a step from a split over all members at once", () => {
    // All at once, 1.00 over six equal rows gives 0.17 to the first four; two groups of three give 0.17, 0.17, 0.16 each.
    const three = (name: string): FundingNode =>
      group(
        name,
        ["1", "2", "3"].map((number) => unit(`${name}${number}`, 1)),
      );
    expect(split("1.00", [three("a"), three("b")], "0.01").filter((text) => text.endsWith("0.16"))).toEqual([
      "a3 0.16",
      "b3 0.16",
    ]);
  });

  test("lifts a group to what its members' minimums need", () => {
    const poor = group("poor", [
      unit("a", 1, { minimum: exact("20.5") }),
      unit("b", 1, { minimum: exact("20.5") }),
    ]);
    // In whole steps each minimum is 21, so the group needs 42, though 41 would hold 20.5 twice.
    expect(split(100, [poor, unit("rich", 98)])).toEqual(["total 100", "poor 42", "a 21", "b 21", "rich 58"]);
  });

  test("stops a group at what its members may hold", () => {
    const small = group("small", [
      unit("a", 50, { maximum: exact("10.5") }),
      unit("b", 0),
      unit("c", 1, { maximum: exact("5.5") }),
    ]);
    // In whole steps the maximums are 10 and 5, though 16 would lie below both together.
    expect(split(100, [small, unit("d", 1)])).toEqual([
      "total 100",
      "small 15",
      "a 10",
      "b 0",
      "c 5",
      "d 85",
    ]);
  });

  test("keeps a group's own bounds", () => {
    const capped = group("capped", [unit("a", 9)], { maximum: exact(30) });
    const lifted = group("lifted", [unit("b", 0.5)], { minimum: exact(60) });
    expect(split(100, [capped, lifted, unit("c", 0.5)])).toEqual([
      "total 100",
      "capped 30",
      "a 30",
      "lifted 60",
      "b 60",
      "c 10",
    ]);
  });

  test("stops a group at the smaller of its own maximum and what its members may hold", () => {
    const members = [unit("a", 1, { maximum: exact(10) }), unit("b", 1, { maximum: exact(5) })];
    const most = (maximum: number): string[] =>
      split(100, [group("g", members, { maximum: exact(maximum) }), unit("c", 1)]);
    expect(most(30)).toEqual(["total 100", "g 15", "a 10", "b 5", "c 85"]);
    expect(most(8)).toEqual(["total 100", "g 8", "a 4", "b 4", "c 92"]);
  });

  test("takes bounds of zero", () => {
    const none = unit("a", 1, { maximum: exact(0) });
    expect(split(10, [none, unit("b", 1, { minimum: exact(0) })])).toEqual(["total 10", "a 0", "b 10"]);
  });

  test("gives a group of weight zero, and its members, nothing", () => {
    expect(split(10, [group("none", [unit("a", 0)]), unit("b", 1)])).toEqual([
      "total 10",
      "none 0",
      "a 0",
      "b 10",
    ]);
  });

  test("splits a negative total as its mirror image, and reports ties where they are", () => {
    const children = [group("east", [unit("a", 1), unit("b", 1)]), unit("c", 1)];
    expect(split(-100, children)).toEqual(["total -100", "east -67", "a -34", "b -33", "c -33"]);
    const { ties, children: funded } = fundingNested({ total: amount(100, 1), children });
    expect(ties).toEqual([]);
    expect(funded.map((child) => child.ties)).toEqual([[{ rows: [0, 1], served: [0] }], []]);
  });

  test.each<[words: string, code: string, children: readonly FundingNode[]]>([
    ["at least one value in the members of total", "emptyInput", []],
    ["at least one value above zero in the weights in total", "allZero", [{ name: "empty", children: [] }]],
    [
      "at least one value in the members of empty",
      "emptyInput",
      [{ name: "empty", weight: weight(1), children: [] }],
    ],
    ["a value in the weight of a", "missingValue", [{ name: "a" }]],
    [
      "at least one value above zero in the weights in g",
      "allZero",
      [group("g", [unit("a", 0)], { weight: weight(1) })],
    ],
    [
      "the maximums, 3 together, to hold 10, among the members of total; it fails by 7",
      "infeasibleBounds",
      [group("g", [unit("a", 1)], { maximum: exact(3) })],
    ],
    [
      "the minimum of a to be 0 or more; found -0.5",
      "outOfRange",
      [unit("a", 1, { minimum: exact("-0.5") })],
    ],
    [
      "the maximum of b to be 0 or more; found -0.5",
      "outOfRange",
      [group("g", [unit("a", 1), unit("b", 1, { maximum: exact("-0.5") })])],
    ],
  ])("says what it requires: %s (%s)", (words, code, children) => {
    expect(() => split(10, children)).toThrow(
      expect.objectContaining({ code, message: `fundingNested requires ${words}` }),
    );
  });

  test("passes on in its own words what is wrong with more than bounds", () => {
    const total = { units: 10n, step: exact(0) };
    expect(() => fundingNested({ total, children: [unit("a", 1)] })).toThrow(
      expect.objectContaining({
        code: "divisionByZero",
        message: "fraction requires denominator above zero",
      }),
    );
  });
});

describe("fundingNested of a tree that is deeper than any", () => {
  const deep = (levels: number): FundingNode => {
    let tree: FundingNode = { name: "leaf", weight: weight(1) };
    for (let level = 1; level < levels; level += 1) tree = { name: "group", children: [tree] };
    return tree;
  };

  test("goes down a thousand levels and refuses more in words", () => {
    const of = (levels: number): unknown => fundingNested({ total: amount(1, 1), children: [deep(levels)] });
    expect(() => of(1_000)).not.toThrow();
    const refusal: unknown = expect.objectContaining({
      code: "outOfRange",
      message: "fundingNested requires the number of levels to be at most 1,000; found more",
    });
    expect(() => of(1_001)).toThrow(refusal);
    expect(() => of(100_000)).toThrow(refusal);
  });
});
