import {
  type Amount,
  compareFractions,
  type FundedNode,
  type FundingNode,
  type Weight,
} from "@tallykit/core";

import { Refusal } from "../cell/refusal.ts";

/** Rows of a nested split: the group of each row, its weight, and its group's weight where that is given. */
interface GroupedRows {
  readonly names: readonly string[];
  readonly weights: readonly Weight[];
  readonly groupWeights: readonly Weight[] | undefined;
}

/** The groups of rows with their members, in order of first appearance. */
export function groupsOf({ names, weights, groupWeights }: GroupedRows): FundingNode[] {
  const groups = new Map<string, { name: string; weight?: Weight; children: FundingNode[] }>();
  names.forEach((name, row) => {
    const groupWeight = groupWeights?.[row];
    let group = groups.get(name);
    if (group === undefined) {
      group = { name, children: [], ...(groupWeight === undefined ? {} : { weight: groupWeight }) };
      groups.set(name, group);
    }
    if (groupWeight !== undefined && compareFractions(groupWeight, group.weight ?? groupWeight) !== 0) {
      throw new Refusal("#VALUE!", `one groupWeight for all rows of ${name}; row ${row + 1} has another`);
    }
    const weight = weights[row];
    group.children.push({ name: `row ${row + 1}`, ...(weight === undefined ? {} : { weight }) });
  });
  return Array.from(groups.values());
}

/** The parts of the rows, in their order, out of the groups that they were gathered into. */
export function partsByRow(names: readonly string[], groups: readonly FundedNode[]): readonly Amount[] {
  const queues = new Map(groups.map(({ name, children }) => [name, children.values()]));
  return names.flatMap((name) => {
    const next = queues.get(name)?.next();
    return next === undefined || next.done === true ? [] : [next.value.part];
  });
}
