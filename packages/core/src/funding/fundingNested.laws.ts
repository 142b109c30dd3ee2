import * as fc from "fast-check";
import { exact } from "../exact/decimal.ts";
import { type Weight, weight } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import {
  type FundedNode,
  type FundingNestedInput,
  type FundingNode,
  fundingNested,
} from "./fundingNested.ts";
import { fundingSplit } from "./fundingSplit.ts";
import { allEqual } from "./splits.laws.ts";

type Nested = typeof fundingNested;

const weights: fc.Arbitrary<Weight> = fc.integer({ min: 1, max: 30 }).map((value) => weight(value));
/** Trees of up to four levels, each node named by its place. */
const trees = fc.letrec<{ node: FundingNode; leaf: FundingNode; group: FundingNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie("leaf"), tie("group")),
  leaf: fc.record({ name: fc.constant("leaf"), weight: weights }),
  group: fc.record(
    {
      name: fc.constant("group"),
      weight: weights,
      children: fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ["name", "children"] },
  ),
}));
const inputs: fc.Arbitrary<FundingNestedInput> = fc.record({
  total: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((units) => ({ units, step: exact(1) })),
  children: fc.array(trees.node, { minLength: 1, maxLength: 4 }),
});

const unitsOf = ({ children }: FundedNode): bigint[] => children.map(({ part }) => part.units);
const everyGroup = (node: FundedNode, holds: (group: FundedNode) => boolean): boolean =>
  node.children.length === 0 || (holds(node) && node.children.every((child) => everyGroup(child, holds)));
const leavesOf = (nodes: readonly FundingNode[]): FundingNode[] =>
  nodes.flatMap((node) => (node.children === undefined ? [node] : leavesOf(node.children)));
const partsOf = (node: FundedNode): bigint[] =>
  node.children.length === 0 ? [node.part.units] : node.children.flatMap(partsOf);

/** All recipients in one split, laid back over the tree, groups keeping their own parts. */
const flat: Nested = (input) => {
  const real = fundingNested(input);
  const leaves = leavesOf(input.children).map((leaf) => leaf.weight ?? weight(0));
  const { parts } = fundingSplit({ total: input.total, weights: leaves });
  let next = 0;
  const lay = (node: FundedNode): FundedNode => {
    if (node.children.length > 0) return { ...node, children: node.children.map(lay) };
    const part = parts[next] ?? node.part;
    next += 1;
    return { ...node, part };
  };
  return lay(real);
};
const withoutSign: Nested = (input) =>
  fundingNested({
    ...input,
    total: { ...input.total, units: input.total.units < 0n ? -input.total.units : input.total.units },
  });
/** Groups that share equally whatever they weigh. */
const equalGroups: Nested = (input) =>
  fundingNested({ ...input, children: input.children.map((child) => ({ ...child, weight: weight(1) })) });

export const fundingNestedLaws: readonly Law<Nested>[] = [
  {
    name: "members add up to their group at every level, and groups to the total",
    property: (calculator) =>
      fc.property(inputs, (input) => {
        const funded = calculator(input);
        return (
          funded.part.units === input.total.units &&
          everyGroup(
            funded,
            (group) => unitsOf(group).reduce((sum, units) => sum + units, 0n) === group.part.units,
          )
        );
      }),
    broken: flat,
  },
  {
    name: "the highest level is the split by the groups' weights",
    property: (calculator) =>
      fc.property(inputs, (input) => {
        const weighed = (node: FundingNode): number =>
          node.weight === undefined
            ? (node.children ?? []).reduce((sum, child) => sum + weighed(child), 0)
            : Number(node.weight.numerator);
        const expected = fundingSplit({
          total: input.total,
          weights: input.children.map((child) => weight(weighed(child))),
        });
        return allEqual(
          unitsOf(calculator(input)),
          expected.parts.map(({ units }) => units),
        );
      }),
    broken: equalGroups,
  },
  {
    name: "inside a group the members share as they would share the group's part alone",
    property: (calculator) =>
      fc.property(inputs, (input) => {
        const funded = calculator(input);
        return funded.children.every((child, index) => {
          const children = input.children[index]?.children;
          if (children === undefined) return true;
          return allEqual(unitsOf(child), unitsOf(fundingNested({ total: child.part, children })));
        });
      }),
    broken: flat,
  },
  {
    name: "a negative total is the mirror image",
    property: (calculator) =>
      fc.property(inputs, (input) => {
        const mirrored = { ...input, total: { ...input.total, units: -input.total.units } };
        return allEqual(
          partsOf(calculator(mirrored)),
          partsOf(calculator(input)).map((units) => -units),
        );
      }),
    broken: withoutSign,
  },
];
