import { CalculationError } from "../errors.ts";
import { requireColumns } from "../exact/requireColumns.ts";
import { encoded, type KeyColumn, type Keys, rowsOfKeys } from "./keyColumn.ts";
import { requireNothingMissing } from "./requireNothingMissing.ts";
import { addRows, addTo, addUpwards, emptyTallies, pooledOf, type ReportedCounts } from "./tallies.ts";
import type { ReportedRate } from "./tally.ts";

/** Rows as columns: the names of each level above the row, and its two counts. */
export interface CoverageRollUpInput extends ReportedCounts {
  /** One column a level, the highest first: province, county, town. `undefined` where a name is missing. */
  readonly levels: readonly Keys[];
}

/** One node of the hierarchy with its pooled rate. */
export interface RollUpNode extends ReportedRate {
  /** 0 for the grand total, 1 for the highest level. */
  readonly level: number;
  /** The names from the highest level down to this node; none for the grand total. */
  readonly path: readonly string[];
}

/**
 * Coverage rates at every level of a hierarchy, each pooled from the rows below it.
 *
 * Counts are summed upwards and divided once at each node, so town to county to city gives what town to city gives.
 * The one surprise: a name that repeats under two parents stays two nodes, and a row that lacks a name is left out from
 * that level down and from every total above, which say how many rows they leave out. So is a row with an impossible
 * value, or with some covered of none eligible, which is shown, as `invalid`, only where no other row counts. With
 * `missing: "zero"` a missing covered counts as zero, and each node says how many do; a row that lacks a name or
 * eligible is left out all the same.
 *
 * **Units.** One value a row in each column; levels from the highest to the lowest. The grand total comes first, then
 * each parent before its children, in order of first appearance. A `keyColumn` of a level serves any number of measures.
 *
 * **Errors.** `emptyInput` without levels or rows; `sizeMismatch` for columns of different length; `missingValue`
 * for the first row in which something is missing, with `missing: "refuse"`; `outOfRange` for sums beyond 2^53-1.
 *
 * **Source.** District Health Information Software 2, documentation: indicator values of a parent unit come from the
 * aggregated numerators and denominators; missing value strategies of indicators.
 *
 * @throws CalculationError `emptyInput` without levels or rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `missingValue` where something is missing, with `missing: "refuse"`
 * @throws CalculationError `outOfRange` for sums beyond 2^53-1
 *
 * @example
 * const nodes = coverageRollUp({ levels: [["east", "east", "west"], ["a", "b", "a"]], covered: [1, 2, 3], eligible: [2, 4, 4] });
 * nodes.map(({ path }) => path.join("/")) //=> ["", "east", "east/a", "east/b", "west", "west/a"]
 * nodes.map(({ rate }) => rate?.numerator) //=> [6, 3, 1, 2, 3, 3]
 * coverageRollUp({ levels: [], covered: [1], eligible: [2] }) //=> throws emptyInput
 */
export function coverageRollUp({ levels, ...counts }: CoverageRollUpInput): readonly RollUpNode[] {
  if (levels.length === 0) throw new CalculationError("coverageRollUp", "emptyInput", { name: "levels" });
  const { covered, eligible } = counts;
  const names = Object.fromEntries(levels.map((keys, index) => [`level ${index + 1}`, rowsOfKeys(keys)]));
  requireColumns("coverageRollUp", { covered, eligible, ...names });
  if (counts.missing === "refuse") {
    requireNothingMissing("coverageRollUp", { ...names, covered, eligible });
  }
  const tree: Tree = { places: new Int32Array(covered.length), parents: [-1], names: [""], short: [0] };
  for (const column of levels) descend(tree, encoded(column));
  const tallies = emptyTallies(tree.parents.length);
  addRows(tallies, tree.places, counts);
  tree.short.forEach((rows, node) => {
    addTo(tallies.missing, node, rows);
  });
  // A child is made after its parent, so each is complete when it is added.
  addUpwards(tallies, tree.parents);
  return parentsFirst(tree).map(({ node, path }) => {
    const { rate, leftOut, countedAsZero } = pooledOf("coverageRollUp", tallies, node);
    return { level: path.length, path, rate, leftOut, countedAsZero };
  });
}

/** The nodes of a hierarchy, numbered from the grand total 0 as they appear, level by level. */
interface Tree {
  /** The node that each row has come down to; -1 once it lacks a name. */
  readonly places: Int32Array;
  /** The node above each node; -1 above the grand total. */
  readonly parents: number[];
  /** The name of each node. */
  readonly names: string[];
  /** How many rows come down to each node and no further, for want of a name. */
  readonly short: number[];
}

/** Brings every row one level down. */
function descend(tree: Tree, { codes, names }: KeyColumn): void {
  const { places, parents, short } = tree;
  // Most names have one parent: the last node of each name is at hand, and only the others are looked up.
  const lastParent = new Int32Array(names.length).fill(-1);
  const lastNode = new Int32Array(names.length);
  const nodeOf = new Map<number, number>();
  for (let row = 0; row < places.length; row += 1) {
    const parent = places[row] ?? -1;
    const code = codes[row] ?? -1;
    if (parent < 0) continue;
    if (code < 0) {
      short[parent] = (short[parent] ?? 0) + 1;
      places[row] = -1;
      continue;
    }
    if (lastParent[code] !== parent) {
      const key = parent * names.length + code;
      let node = nodeOf.get(key);
      if (node === undefined) {
        node = parents.push(parent) - 1;
        tree.names.push(names[code] ?? "");
        short.push(0);
        nodeOf.set(key, node);
      }
      lastParent[code] = parent;
      lastNode[code] = node;
    }
    places[row] = lastNode[code] ?? -1;
  }
}

/** Every node with its path: a parent right before its children, which come in order of first appearance. */
function parentsFirst({ parents, names }: Tree): readonly PlacedNode[] {
  // 0 where there is none: the grand total is nobody's child.
  const firstChild = new Int32Array(parents.length);
  const nextSibling = new Int32Array(parents.length);
  for (let node = parents.length - 1; node > 0; node -= 1) {
    const parent = parents[node] ?? 0;
    nextSibling[node] = firstChild[parent] ?? 0;
    firstChild[parent] = node;
  }
  const walk: PlacedNode[] = [];
  const visit = (node: number, path: readonly string[]): void => {
    walk.push({ node, path });
    for (let child = firstChild[node] ?? 0; child > 0; child = nextSibling[child] ?? 0) {
      visit(child, [...path, names[child] ?? ""]);
    }
  };
  visit(0, []);
  return walk;
}

interface PlacedNode {
  readonly node: number;
  readonly path: readonly string[];
}
