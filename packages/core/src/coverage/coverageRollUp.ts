import { CalculationError } from "../errors.ts";
import { requireColumns } from "./coverageByGroup.ts";
import {
  addRow,
  emptyTally,
  type PooledRate,
  pooled,
  type Reported,
  rowFinding,
  type Tally,
} from "./tally.ts";

/** Rows as columns: the names of each level above the row, and its two counts. */
export interface CoverageRollUpInput {
  /** One column a level, the highest first: province, county, town. `undefined` where a name is missing. */
  readonly levels: readonly (readonly (string | undefined)[])[];
  /** Covered units of each row. */
  readonly covered: readonly Reported[];
  /** Eligible units of each row. */
  readonly eligible: readonly Reported[];
}

/** One node of the hierarchy with its pooled rate. */
export interface RollUpNode extends PooledRate {
  /** 0 for the grand total, 1 for the highest level. */
  readonly level: number;
  /** The names from the highest level down to this node; none for the grand total. */
  readonly path: readonly string[];
}

interface Node {
  readonly path: readonly string[];
  readonly tally: Tally;
  readonly children: Map<string, Node>;
}

/**
 * Coverage rates at every level of a hierarchy, each pooled from the rows below it.
 *
 * Counts are summed upwards and divided once at each node, so town to county to city gives what town to city gives.
 * The one surprise: a name that repeats under two parents stays two nodes, and a row that lacks a name is left out from
 * that level down and from every total above, which say how many rows they leave out.
 *
 * **Units.** One value a row in each column; levels from the highest to the lowest. The grand total comes first, then
 * each parent before its children, in order of first appearance.
 *
 * **Errors.** `emptyInput` without levels or rows; `sizeMismatch` for columns of different length; `outOfRange` for sums
 * beyond 2^53-1.
 *
 * **Source.** District Health Information Software 2, documentation: indicator values of a parent unit come from the
 * aggregated numerators and denominators.
 *
 * @throws CalculationError `emptyInput` without levels or rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `outOfRange` for sums beyond 2^53-1
 *
 * @example
 * const nodes = coverageRollUp({ levels: [["east", "east", "west"], ["a", "b", "a"]], covered: [1, 2, 3], eligible: [2, 4, 4] });
 * nodes.map(({ path }) => path.join("/")) //=> ["", "east", "east/a", "east/b", "west", "west/a"]
 * nodes.map(({ rate }) => rate?.numerator) //=> [6, 3, 1, 2, 3, 3]
 * coverageRollUp({ levels: [], covered: [1], eligible: [2] }) //=> throws emptyInput
 */
export function coverageRollUp({ levels, covered, eligible }: CoverageRollUpInput): readonly RollUpNode[] {
  if (levels.length === 0) throw new CalculationError("coverageRollUp", "emptyInput", { name: "levels" });
  const columns = Object.fromEntries(levels.map((column, index) => [`level ${index + 1}`, column]));
  requireColumns("coverageRollUp", { covered, eligible, ...columns });
  const root: Node = { path: [], tally: emptyTally(), children: new Map() };
  for (let row = 0; row < covered.length; row += 1) {
    const names = levels.map((column) => column[row]);
    const values = { covered: covered[row], eligible: eligible[row] };
    const complete = names.every((name) => name !== undefined);
    const finding = complete ? rowFinding(values.covered, values.eligible) : "missing";
    for (const node of nodesOf(root, names)) addRow(node.tally, finding, values);
  }
  return Array.from(parentsFirst(root), ({ path, tally }) => ({
    level: path.length,
    path,
    ...pooled("coverageRollUp", tally),
  }));
}

/** The nodes a row belongs to, from the root down to the first level it has no name for. */
function* nodesOf(root: Node, names: readonly (string | undefined)[]): Generator<Node> {
  let node = root;
  yield node;
  for (const name of names) {
    if (name === undefined) return;
    let child = node.children.get(name);
    if (child === undefined) {
      child = { path: [...node.path, name], tally: emptyTally(), children: new Map() };
      node.children.set(name, child);
    }
    node = child;
    yield node;
  }
}

function* parentsFirst(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children.values()) yield* parentsFirst(child);
}
