import * as fc from "fast-check";
import { compareRates } from "../exact/rate.ts";
import type { Law } from "../law.laws.ts";
import { withoutRepeats } from "./coverageByGroup.laws.ts";
import { coverageByGroup } from "./coverageByGroup.ts";
import { coverageRollUp, type CoverageRollUpInput, type RollUpNode } from "./coverageRollUp.ts";
import { keyColumn } from "./keyColumn.ts";
import {
  columnsOf,
  dozen,
  inParts,
  isCounted,
  isPoolOf,
  isSamePool,
  isSumOf,
  namesOf,
  raggedRows,
  reported,
  rowCounts,
  withZeros,
} from "./registers.laws.ts";
import type { Reported } from "./tally.ts";

// Roll-up. Trees are one to six levels deep; a name often repeats under two parents.

interface Leaf {
  readonly path: readonly (string | undefined)[];
  readonly covered: Reported;
  readonly eligible: Reported;
}

type RollUp = typeof coverageRollUp;

const levelsOf = (rows: readonly Leaf[]): CoverageRollUpInput => ({
  levels: rows[0]!.path.map((_, level) => rows.map(({ path }) => path[level])),
  covered: rows.map(({ covered }) => covered),
  eligible: rows.map(({ eligible }) => eligible),
});
const leavesOf = ({ levels, covered, eligible }: CoverageRollUpInput): Leaf[] => {
  const names = levels.map(namesOf);
  return Array.from(covered, (value, row) => ({
    path: names.map((column) => column[row]),
    covered: value,
    eligible: eligible[row],
  }));
};

const depths = fc.integer({ min: 1, max: 6 });
const placeNames = fc.constantFrom("a", "b", "c", "__proto__");
const pathsOf = <Name>(name: fc.Arbitrary<Name>, depth: number): fc.Arbitrary<Name[]> =>
  fc.array(name, { minLength: depth, maxLength: depth });
const trees = depths.chain((depth) =>
  fc.array(fc.record({ path: pathsOf(placeNames, depth), covered: rowCounts, eligible: rowCounts }), dozen),
);
const raggedTrees = depths.chain((depth) =>
  fc.array(
    fc.record({
      path: pathsOf(fc.option(placeNames, { nil: undefined, freq: 8 }), depth),
      covered: reported,
      eligible: reported,
    }),
    dozen,
  ),
);
/** Trees of few counts, so that rows in different places are often alike. */
const treesOfLikeRows = depths.chain((depth) =>
  fc.array(
    fc.record({ path: pathsOf(fc.constantFrom("a", "b"), depth), covered: fc.nat(1), eligible: fc.nat(2) }),
    dozen,
  ),
);

/** A path as one text that no other path has. */
const keyOf = (path: readonly (string | undefined)[]): string => JSON.stringify(path);
const isUnder = (row: Leaf, path: readonly string[]): boolean =>
  path.every((name, level) => row.path[level] === name);

/** Whether two roll-ups are the same but for the order of the nodes. */
function isSameRollUp(a: readonly RollUpNode[], b: readonly RollUpNode[]): boolean {
  const others = new Map(b.map((node) => [keyOf(node.path), node]));
  return a.length === b.length && a.every((node) => isSamePool(node, others.get(keyOf(node.path))));
}

const afterChangingLeaves =
  (change: (rows: readonly Leaf[]) => readonly Leaf[]): RollUp =>
  (input) =>
    coverageRollUp({ ...input, ...levelsOf(change(leavesOf(input))) });
const distinctRows = afterChangingLeaves((rows) => [
  ...new Map(rows.map((row) => [JSON.stringify([row.path, row.covered, row.eligible]), row])).values(),
]);
const lastOfEachPath = afterChangingLeaves((rows) => [
  ...new Map(rows.map((row) => [keyOf(row.path), row])).values(),
]);
const nameFilledDown = afterChangingLeaves((rows) => {
  let last: Leaf["path"] = [];
  return rows.map((row) => {
    last = row.path.map((name, level) => name ?? last[level]);
    return { ...row, path: last };
  });
});
/** Names without their parents: a name stands where it stood first. */
const oneParentForEachName = afterChangingLeaves((rows) => {
  const homes = new Map<string | undefined, Leaf["path"]>();
  return rows.map((row) => {
    const own = row.path[row.path.length - 1];
    const home = homes.get(own) ?? row.path;
    homes.set(own, home);
    return { ...row, path: home };
  });
});

export const coverageRollUpLaws: readonly Law<RollUp>[] = [
  {
    name: "C3 a node is the rows below it summed and divided once, and every path has one node",
    property: (calculator) =>
      fc.property(trees, (rows) => {
        const nodes = calculator(levelsOf(rows));
        const paths = rows.flatMap(({ path }) => [[], ...path.map((_, level) => path.slice(0, level + 1))]);
        return (
          nodes.length === new Set(paths.map(keyOf)).size &&
          nodes.length === new Set(nodes.map(({ path }) => keyOf(path))).size &&
          nodes.every((node) =>
            isPoolOf(
              node,
              rows.filter((row) => isUnder(row, node.path)),
              0,
            ),
          )
        );
      }),
    broken: oneParentForEachName,
  },
  {
    name: "C3 a parent is the sum of its children that count, and leaves out what they leave out",
    property: (calculator) =>
      fc.property(treesOfLikeRows, (rows) => {
        const nodes = calculator(levelsOf(rows));
        const inner = nodes.filter(({ level }) => level < rows[0]!.path.length);
        return inner.every((parent) => {
          const children = nodes.filter(
            ({ path }) => keyOf(path.slice(0, -1)) === keyOf(parent.path) && path.length > 0,
          );
          const childCounts = children.map((child) => ({
            covered: child.rate?.numerator,
            eligible: child.rate?.denominator,
          }));
          const invalid = children.reduce((sum, { leftOut }) => sum + leftOut.invalid, 0);
          return isSumOf(parent.rate, childCounts) && parent.leftOut.invalid === invalid;
        });
      }),
    // A grand total in which rows that look alike count once.
    broken: (input) => {
      const rows = leavesOf(input).map(({ covered, eligible }) => ({ group: "", covered, eligible }));
      const [total, ...nodes] = coverageRollUp(input);
      return [{ ...total!, ...withoutRepeats(columnsOf(rows)).total }, ...nodes];
    },
  },
  {
    name: "C3 town to province gives what town to county to province gives",
    property: (calculator) =>
      fc.property(treesOfLikeRows, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (rows, kept) => {
        const direct = rows.map((row) => ({
          ...row,
          path: row.path.filter((_, level) => level === 0 || kept[level]),
        }));
        const provinces = (some: readonly Leaf[]): readonly RollUpNode[] =>
          calculator(levelsOf(some)).filter(({ level }) => level <= 1);
        return isSameRollUp(provinces(rows), provinces(direct));
      }),
    broken: distinctRows,
  },
  {
    name: "C4 the order of the rows changes no node",
    property: (calculator) =>
      fc.property(
        raggedTrees.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => isSameRollUp(calculator(levelsOf(rows)), calculator(levelsOf(shuffled))),
      ),
    broken: nameFilledDown,
  },
  {
    name: "C4 a row in two parts, or one that counts with none of none beside it, changes no node",
    property: (calculator) =>
      fc.property(trees, fc.nat(11), fc.double({ min: 0, max: 1, noNaN: true }), (rows, place, share) => {
        fc.pre(isCounted(rows[0]!));
        const split = rows.flatMap((row, index) =>
          index === place % rows.length ? inParts(row, share) : [row],
        );
        const padded = [...split, { ...split[0]!, covered: 0, eligible: 0 }];
        return isSameRollUp(calculator(levelsOf(rows)), calculator(levelsOf(padded)));
      }),
    broken: lastOfEachPath,
  },
  {
    name: "C12 a row that lacks a name or a value is counted as left out by every node it reaches",
    property: (calculator) =>
      fc.property(raggedTrees, (rows) => {
        return calculator(levelsOf(rows)).every((node) => {
          const below = rows.filter((row) => isUnder(row, node.path));
          const named = below.filter(({ path }) => path.every((name) => name !== undefined));
          return isPoolOf(node, named, below.length - named.length);
        });
      }),
    broken: afterChangingLeaves((rows) =>
      rows.map((row) => ({ ...row, path: row.path.map((name) => name ?? "") })),
    ),
  },
  {
    name: "a parent stands right before its children, and says how deep it lies",
    property: (calculator) =>
      fc.property(raggedTrees, (rows) => {
        const nodes = calculator(levelsOf(rows));
        return nodes.every(({ level, path }, index) => {
          const before = nodes[index - 1]?.path ?? [];
          const isChildOfOneBefore = path.slice(0, -1).every((name, depth) => before[depth] === name);
          return level === path.length && isChildOfOneBefore && (index === 0) === (level === 0);
        });
      }),
    broken: (input) => [...coverageRollUp(input)].sort((a, b) => a.level - b.level),
  },
  {
    name: "children come in order of first appearance",
    property: (calculator) =>
      fc.property(trees, (rows) => {
        const firstRow = ({ path }: RollUpNode): number => rows.findIndex((row) => isUnder(row, path));
        const nodes = calculator(levelsOf(rows));
        return nodes.every((node, index) =>
          nodes
            .slice(index + 1)
            .filter(({ path }) => keyOf(path.slice(0, -1)) === keyOf(node.path.slice(0, -1)))
            .every(
              (sibling) => node.level === 0 || sibling.level === 0 || firstRow(node) < firstRow(sibling),
            ),
        );
      }),
    broken: (input) =>
      [...coverageRollUp(input)].sort((a, b) =>
        keyOf(a.path).slice(0, -1) < keyOf(b.path).slice(0, -1) ? -1 : 1,
      ),
  },
  {
    name: "one level gives the groups and the total of coverageByGroup",
    property: (calculator) =>
      fc.property(raggedRows, (rows) => {
        const { groups, total } = coverageByGroup(columnsOf(rows));
        const [root, ...nodes] = calculator(levelsOf(rows.map((row) => ({ ...row, path: [row.group] }))));
        return (
          isSamePool(root!, total) &&
          nodes.length === groups.length &&
          nodes.every(
            (node, index) => node.path[0] === groups[index]!.group && isSamePool(node, groups[index]),
          )
        );
      }),
    broken: afterChangingLeaves((rows) => rows.map((row) => ({ ...row, covered: row.covered ?? 0 }))),
  },
  {
    name: "C12 zero counts a missing covered as zero at every node: never a higher rate than without its row",
    property: (calculator) =>
      fc.property(raggedTrees, (rows) => {
        const skip = calculator(levelsOf(rows));
        const zero = calculator({ ...levelsOf(rows), missing: "zero" });
        return zero.every((node, place) => {
          const below = rows.filter((row) => isUnder(row, node.path));
          const named = below.filter(({ path }) => path.every((name) => name !== undefined));
          const { rate, leftOut } = skip[place]!;
          const areRates = [node.rate, rate].every((each) => each !== undefined && each.denominator > 0);
          return (
            isPoolOf(node, withZeros(named), below.length - named.length) &&
            node.leftOut.missing + node.countedAsZero === leftOut.missing &&
            (!areRates || compareRates(node.rate!, rate!) <= 0)
          );
        });
      }),
    broken: (input) => coverageRollUp({ ...input, missing: "skip" }),
  },
  {
    name: "columns of keys give what their names give",
    property: (calculator) =>
      fc.property(raggedTrees, (rows) => {
        const columns = levelsOf(rows);
        const raw = calculator(columns);
        const ready = calculator({
          ...columns,
          levels: columns.levels.map((names) => keyColumn(namesOf(names))),
        });
        return (
          isSameRollUp(raw, ready) &&
          raw.every(({ path }, place) => keyOf(path) === keyOf(ready[place]!.path))
        );
      }),
    // A code is taken for a node, whatever its parent.
    broken: (input) =>
      input.levels.some((keys) => "codes" in keys) ? oneParentForEachName(input) : coverageRollUp(input),
  },
];
