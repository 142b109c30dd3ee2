import type { RowIssue } from "./coverageFinding.ts";

interface Columns {
  readonly group: readonly (string | undefined)[];
  readonly unit: readonly (string | undefined)[];
}

interface Appearance {
  readonly row: number;
  readonly group: string;
  /** The first row of the unit in each further group. */
  readonly elsewhere: Map<string, number>;
}

/**
 * The rows that list a unit again, in its group or in another, and what is wrong with each.
 *
 * Names are told apart exactly, but for the space around them. A unit in a further group is reported once for that
 * group; its repetitions there count as repetitions.
 */
export function repeatedUnits({ group, unit }: Columns): ReadonlyMap<number, RowIssue> {
  const appearances = new Map<string, Appearance>();
  const issues = new Map<number, RowIssue>();
  for (const [row, given] of unit.entries()) {
    const [name, groupName] = [given?.trim(), group[row]?.trim()];
    if (name === undefined || groupName === undefined) continue;
    const first = appearances.get(name);
    if (first === undefined) {
      appearances.set(name, { row, group: groupName, elsewhere: new Map() });
      continue;
    }
    const firstRow = groupName === first.group ? first.row : first.elsewhere.get(groupName);
    if (firstRow === undefined) {
      first.elsewhere.set(groupName, row);
      const details = { unit: name, otherGroup: first.group, otherRow: first.row };
      issues.set(row, { kind: "unitInTwoGroups", details });
    } else {
      issues.set(row, { kind: "repeatedUnit", details: { unit: name, firstRow } });
    }
  }
  return issues;
}
