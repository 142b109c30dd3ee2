import * as fc from "fast-check";
import { type Count, count } from "../exact/count.ts";
import { weight } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { type BrokenDownTarget, targetBreakdown, type TargetNode } from "./targetBreakdown.ts";
import { targetShareOut } from "./targetShareOut.ts";

// Trees up to three levels deep; floors that together stay small, caps that together hold more than any goal.

const least = 40;
const goals = fc.integer({ min: least, max: 5000 }).map((goal) => count(goal));
const units: fc.Arbitrary<TargetNode> = fc.record({
  name: fc.constant("unit"),
  weight: fc.integer({ min: 1, max: 60 }).map((value) => weight(value)),
  minimum: fc.option(
    fc.nat(1).map((floor) => count(floor)),
    { nil: undefined },
  ),
  maximum: fc.option(
    fc.integer({ min: 1, max: 900 }).map((cap) => count(cap)),
    { nil: undefined },
  ),
});
const free: TargetNode = { name: "free", weight: weight(7) };
const groupsOf = (members: fc.Arbitrary<TargetNode>): fc.Arbitrary<TargetNode> =>
  fc
    .array(members, { minLength: 1, maxLength: 3 })
    .map((children) => ({ name: "group", children: [...children, free] }));
const trees = fc
  .array(fc.oneof(units, groupsOf(units), groupsOf(fc.oneof(units, groupsOf(units)))), {
    minLength: 1,
    maxLength: 3,
  })
  .map((children) => [...children, free]);
const plainUnits = fc.array(
  fc.nat(60).map((value) => ({ name: "unit", weight: weight(value) })),
  { minLength: 1, maxLength: 8 },
);

const everyNode = (
  node: BrokenDownTarget,
  given: TargetNode,
  holds: (node: BrokenDownTarget, given: TargetNode) => boolean,
): boolean =>
  holds(node, given) &&
  node.children.every((child, row) => everyNode(child, given.children?.[row] ?? given, holds));

/** Every unit's share of the goal, rounded by itself. */
const roundedAlone: typeof targetBreakdown = (input) => {
  const changed = (node: BrokenDownTarget): BrokenDownTarget => ({
    ...node,
    children: node.children.map((child) => changed({ ...child, goal: count(Math.round(child.goal * 1.04)) })),
  });
  return changed(targetBreakdown(input));
};
const withoutBounds = (node: TargetNode): TargetNode => ({
  ...node,
  minimum: undefined,
  maximum: undefined,
  children: node.children?.map(withoutBounds),
});

export const targetBreakdownLaws: readonly Law<typeof targetBreakdown>[] = [
  {
    name: "T6 goals add up to the parent at every level",
    property: (calculator) =>
      fc.property(goals, trees, (goal, children) =>
        everyNode(
          calculator({ goal, children }),
          { name: "total", children },
          (node) =>
            node.children.length === 0 ||
            node.children.reduce((sum, child) => sum + child.goal, 0) === node.goal,
        ),
      ),
    broken: roundedAlone,
  },
  {
    name: "every floor and cap holds, of units as of groups",
    property: (calculator) =>
      fc.property(goals, trees, (goal, children) =>
        everyNode(
          calculator({ goal, children }),
          { name: "total", children },
          (node, { minimum, maximum }) =>
            node.goal >= (minimum ?? 0) && node.goal <= (maximum ?? Number.MAX_SAFE_INTEGER),
        ),
      ),
    broken: ({ goal, children }) => targetBreakdown({ goal, children: children.map(withoutBounds) }),
  },
  {
    name: "T6 without bounds each goal is within one of its exact share of the parent",
    property: (calculator) =>
      fc.property(goals, trees, (goal, children) => {
        const plain = children.map(withoutBounds);
        return everyNode(
          calculator({ goal, children: plain }),
          { name: "total", children: plain },
          (node, given) => {
            const weights = (given.children ?? []).map(weightOfNode);
            const all = weights.reduce((sum, value) => sum + value, 0);
            return node.children.every((child, row) => {
              const off = child.goal * all - node.goal * (weights[row] ?? 0);
              return Math.abs(off) < all;
            });
          },
        );
      }),
    broken: ({ goal, children }) => {
      const { children: found, ...total } = targetBreakdown({ goal, children });
      const [first, ...others] = found;
      const moved = others.map((child, row) => ({
        ...child,
        goal: row === 0 ? less(child.goal, 2) : child.goal,
      }));
      return { ...total, children: first === undefined ? [] : [first, ...moved] };
    },
  },
  {
    name: "a single level is shared out as targetShareOut does",
    property: (calculator) =>
      fc.property(goals, plainUnits, (goal, children) => {
        fc.pre(children.some(({ weight: { numerator } }) => numerator > 0n));
        const { goals: expected } = targetShareOut({ goal, weights: children.map(({ weight }) => weight) });
        return (
          calculator({ goal, children })
            .children.map((child) => child.goal)
            .join() === expected.join()
        );
      }),
    broken: ({ goal, children }) => {
      const found = targetBreakdown({ goal, children: [...children].reverse() });
      return { ...found, children: [...found.children].reverse() };
    },
  },
];

function weightOfNode({ weight: own, children }: TargetNode): number {
  if (own !== undefined) return Number(own.numerator) / Number(own.denominator);
  return (children ?? []).reduce((sum, child) => sum + weightOfNode(child), 0);
}

function less(goal: Count, by: number): Count {
  return count(Math.max(0, goal - by));
}
