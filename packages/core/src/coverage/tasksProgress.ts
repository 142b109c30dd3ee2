import { requireColumns } from "../exact/requireColumns.ts";
import { addRow, emptyTally, type PooledRate, pooled, type Tally } from "./tally.ts";

/** Rows as columns: a task's owners, its category, and whether it is done. */
export interface TasksProgressInput {
  /** The owner of each task, or several split by `;`, `；` or `、`; `undefined` where it is missing. */
  readonly owner: readonly (string | undefined)[];
  /** The category of each task; `undefined` where it is missing. */
  readonly category: readonly (string | undefined)[];
  /** Whether each task is done; `undefined` where nobody said. */
  readonly done: readonly (boolean | undefined)[];
}

/** The tasks of one owner or one category. */
export interface TaskShare extends PooledRate {
  /** The owner's or the category's name. */
  readonly name: string;
}

/** Tasks done of all tasks, counted three ways. */
export interface TasksProgress {
  /** A row an owner, in order of first appearance. */
  readonly owners: readonly TaskShare[];
  /** A row a category, in order of first appearance. */
  readonly categories: readonly TaskShare[];
  /** Every task once. */
  readonly total: PooledRate;
}

/** What stands between the owners of one task. */
const ownerSeparator = /[;；、]/;

/**
 * Tasks done of all tasks, by owner, by category and in all.
 *
 * A task with several owners counts in full for each of them, and once for its category and in all. The one surprise: the
 * owners' tasks therefore add up to more than all tasks, while the categories' add up to them exactly. A task whose
 * owner, category or state is missing is left out of all three, and each says how many it leaves out.
 *
 * **Units.** Tasks. Owners are split at `;`, `；` and `、`, trimmed, and named twice in one task count once.
 *
 * **Errors.** `emptyInput` without tasks; `sizeMismatch` for columns of different length.
 *
 * **Source.** L. Waltman and N. J. van Eck, Journal of Informetrics 9 (2015), 872-894: full counting, where what several
 * share counts fully for each.
 *
 * @throws CalculationError `emptyInput` without tasks
 * @throws CalculationError `sizeMismatch` for columns of different length
 *
 * @example
 * const tasks = { owner: ["A;B", "B", "A、C"], category: ["x", "x", "y"], done: [true, false, true] };
 * const { owners, total } = tasksProgress(tasks);
 * owners.map(({ name, rate }) => [name, rate?.numerator, rate?.denominator]) //=> [["A", 2, 2], ["B", 1, 2], ["C", 1, 1]]
 * total.rate //=> { numerator: 2, denominator: 3, status: "ok" }
 * tasksProgress({ ...tasks, done: [true, undefined, true] }).total.leftOut //=> { missing: 1, invalid: 0 }
 * tasksProgress({ ...tasks, done: [true] }) //=> throws sizeMismatch
 */
export function tasksProgress({ owner, category, done }: TasksProgressInput): TasksProgress {
  requireColumns("tasksProgress", { owner, category, done });
  const owners = new Map<string, Tally>();
  const categories = new Map<string, Tally>();
  const total = emptyTally();
  for (const [row, cell] of owner.entries()) {
    const names = ownersIn(cell);
    const [kind, isDone] = [category[row], done[row]];
    const isComplete = names.size > 0 && kind !== undefined && isDone !== undefined;
    const tallies = Array.from(names, (name) => tallyOf(owners, name));
    if (kind !== undefined) tallies.push(tallyOf(categories, kind));
    for (const tally of [...tallies, total]) {
      addRow(tally, isComplete ? "counted" : "missing", { covered: isDone === true ? 1 : 0, eligible: 1 });
    }
  }
  return { owners: shares(owners), categories: shares(categories), total: pooled("tasksProgress", total) };
}

/** The owners that a cell names, each once. */
function ownersIn(cell: string | undefined): ReadonlySet<string> {
  const names = (cell ?? "").split(ownerSeparator).map((name) => name.trim());
  return new Set(names.filter((name) => name !== ""));
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  let tally = tallies.get(name);
  if (tally === undefined) tallies.set(name, (tally = emptyTally()));
  return tally;
}

function shares(tallies: ReadonlyMap<string, Tally>): TaskShare[] {
  return Array.from(tallies, ([name, tally]) => ({ name, ...pooled("tasksProgress", tally) }));
}
