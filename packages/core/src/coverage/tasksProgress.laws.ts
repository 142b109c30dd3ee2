import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { rate } from "../exact/rate.ts";
import type { Law } from "../law.laws.ts";
import { dozen, isSamePool, names } from "./registers.laws.ts";
import type { PooledRate } from "./tally.ts";
import { tasksProgress, type TasksProgressInput, type TaskShare } from "./tasksProgress.ts";

type Progress = typeof tasksProgress;

/** A task before its owners are written into one cell. */
interface Task {
  readonly owners: readonly string[];
  readonly category: string | undefined;
  readonly done: boolean | undefined;
}

const columnsOf = (tasks: readonly Task[], separator = ";"): TasksProgressInput => ({
  owner: tasks.map(({ owners }) => (owners.length === 0 ? undefined : owners.join(separator))),
  category: tasks.map(({ category }) => category),
  done: tasks.map(({ done }) => done),
});
const tasksOf = ({ owner, category, done }: TasksProgressInput): Task[] =>
  owner.map((cell, row) => ({
    owners: (cell ?? "")
      .split(/[;；、]/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    category: category[row],
    done: done[row],
  }));

/** Owners as they are once trimmed. */
const ownerNames: fc.Arbitrary<string> = fc.constantFrom(
  "A",
  "a",
  "B",
  "1",
  "01",
  "é",
  "__proto__",
  "constructor",
);
const severalOwners = fc.uniqueArray(ownerNames, { minLength: 1, maxLength: 4 });
const completeTasks = fc.array(
  fc.record({ owners: severalOwners, category: names, done: fc.boolean() }),
  dozen,
);
const raggedTasks = fc.array(
  fc.record({
    owners: fc.oneof(
      { weight: 5, arbitrary: severalOwners },
      { weight: 1, arbitrary: fc.constant<string[]>([]) },
    ),
    category: fc.option(names, { nil: undefined, freq: 6 }),
    done: fc.option(fc.boolean(), { nil: undefined, freq: 4 }),
  }),
  dozen,
);

const isCounted = ({ owners, category, done }: Task): boolean =>
  owners.length > 0 && category !== undefined && done !== undefined;
const doneOf = (shares: readonly PooledRate[]): number =>
  shares.reduce((sum, { rate: share }) => sum + (share?.numerator ?? 0), 0);
const allOf = (shares: readonly PooledRate[]): number =>
  shares.reduce((sum, { rate: share }) => sum + (share?.denominator ?? 0), 0);
const isSameShares = (a: readonly TaskShare[], b: readonly TaskShare[]): boolean => {
  const others = new Map(b.map((share) => [share.name, share]));
  return a.length === b.length && a.every((share) => isSamePool(share, others.get(share.name)));
};
const isSame = (a: ReturnType<Progress>, b: ReturnType<Progress>): boolean =>
  isSamePool(a.total, b.total) &&
  isSameShares(a.owners, b.owners) &&
  isSameShares(a.categories, b.categories);

// Mistakes that somebody makes.

const afterChanging =
  (change: (tasks: readonly Task[]) => readonly Task[]): Progress =>
  (input) =>
    tasksProgress(columnsOf(change(tasksOf(input))));
const firstOwnerOnly = afterChanging((tasks) =>
  tasks.map((task) => ({ ...task, owners: task.owners.slice(0, 1) })),
);
const onePerOwner = afterChanging((tasks) =>
  tasks.flatMap((task) => task.owners.map((owner) => ({ ...task, owners: [owner] }))),
);
const missingAsOpen = afterChanging((tasks) => tasks.map((task) => ({ ...task, done: task.done ?? false })));
const filledDown = afterChanging((tasks) => {
  let last: readonly string[] = [];
  return tasks.map((task) => ({ ...task, owners: (last = task.owners.length > 0 ? task.owners : last) }));
});
const splitAtSemicolons: Progress = (input) =>
  tasksProgress({
    ...input,
    owner: input.owner.map((cell) => cell?.replaceAll(/[；、]/g, ",")),
  });
const inLowerCase: Progress = (input) =>
  tasksProgress({ ...input, owner: input.owner.map((cell) => cell?.toLowerCase()) });
/** The total as the sum of the owners', in which shared tasks count several times. */
const totalOfOwners: Progress = (input) => {
  const result = tasksProgress(input);
  const sums = { numerator: count(doneOf(result.owners)), denominator: count(allOf(result.owners)) };
  return { ...result, total: { ...result.total, rate: rate(sums) } };
};

export const tasksProgressLaws: readonly Law<Progress>[] = [
  {
    name: "every task counts once in all, and once in a category",
    property: (calculator) =>
      fc.property(completeTasks, (tasks) => {
        const { categories, total } = calculator(columnsOf(tasks));
        const done = tasks.filter((task) => task.done).length;
        return (
          total.rate?.numerator === done &&
          total.rate.denominator === tasks.length &&
          doneOf(categories) === done &&
          allOf(categories) === tasks.length
        );
      }),
    broken: onePerOwner,
  },
  {
    name: "the owners' tasks add up to all or more, to all only where each task has one owner",
    property: (calculator) =>
      fc.property(completeTasks, (tasks) => {
        const { owners, total } = calculator(columnsOf(tasks));
        const extra = allOf(owners) - (total.rate?.denominator ?? 0);
        return extra >= 0 && (extra === 0) === tasks.every((task) => task.owners.length === 1);
      }),
    broken: firstOwnerOnly,
  },
  {
    name: "an owner's tasks are those that name it",
    property: (calculator) =>
      fc.property(completeTasks, (tasks) => {
        const { owners } = calculator(columnsOf(tasks));
        return owners.every(({ name, rate: share }) => {
          const own = tasks.filter((task) => task.owners.includes(name));
          return (
            share?.denominator === own.length && share.numerator === own.filter((task) => task.done).length
          );
        });
      }),
    broken: firstOwnerOnly,
  },
  {
    name: "with one owner each, the owners pool to all",
    property: (calculator) =>
      fc.property(completeTasks, (tasks) => {
        const single = tasks.map((task) => ({ ...task, owners: task.owners.slice(0, 1) }));
        const { owners, total } = calculator(columnsOf(single));
        return doneOf(owners) === total.rate?.numerator && allOf(owners) === total.rate.denominator;
      }),
    // A task without work to do is taken for none.
    broken: (input) => {
      const result = tasksProgress(input);
      return { ...result, owners: result.owners.filter((owner) => (owner.rate?.numerator ?? 0) > 0) };
    },
  },
  {
    name: "owners may be split by any of three signs, with space around them, and named twice",
    property: (calculator) =>
      fc.property(
        completeTasks,
        fc.constantFrom("；", "、", " ; ", ";;", "\u3000、 ", "；\n"),
        (tasks, separator) => {
          const twice = tasks.map((task) => ({ ...task, owners: [...task.owners, ...task.owners] }));
          return isSame(calculator(columnsOf(tasks)), calculator(columnsOf(twice, separator)));
        },
      ),
    broken: splitAtSemicolons,
  },
  {
    name: "C4 the order of the tasks, and of the owners of one, changes no count",
    property: (calculator) =>
      fc.property(
        raggedTasks.chain((tasks) =>
          fc.tuple(fc.constant(tasks), fc.shuffledSubarray(tasks, { minLength: tasks.length })),
        ),
        ([tasks, shuffled]) => {
          const turned = shuffled.map((task) => ({ ...task, owners: [...task.owners].reverse() }));
          return isSame(calculator(columnsOf(tasks)), calculator(columnsOf(turned)));
        },
      ),
    broken: filledDown,
  },
  {
    name: "C12 tasks that lack something are left out of owner, category and all, and counted",
    property: (calculator) =>
      fc.property(raggedTasks, (tasks) => {
        const { owners, categories, total } = calculator(columnsOf(tasks));
        const isLeftOut = ({ leftOut }: PooledRate, some: readonly Task[]): boolean =>
          leftOut.missing === some.filter((task) => !isCounted(task)).length && leftOut.invalid === 0;
        return (
          (total.rate?.denominator ?? 0) === tasks.filter(isCounted).length &&
          isLeftOut(total, tasks) &&
          owners.every((owner) =>
            isLeftOut(
              owner,
              tasks.filter((task) => task.owners.includes(owner.name)),
            ),
          ) &&
          categories.every((kind) =>
            isLeftOut(
              kind,
              tasks.filter((task) => task.category === kind.name),
            ),
          )
        );
      }),
    broken: missingAsOpen,
  },
  {
    name: "C16 owners are told apart exactly, in order of first appearance",
    property: (calculator) =>
      fc.property(raggedTasks, (tasks) => {
        const distinct = [...new Set(tasks.flatMap(({ owners }) => owners))];
        const { owners } = calculator(columnsOf(tasks));
        return owners.length === distinct.length && owners.every(({ name }, at) => name === distinct[at]);
      }),
    broken: inLowerCase,
  },
  {
    name: "one more task done is one more for each of its owners, its category and all",
    property: (calculator) =>
      fc.property(completeTasks, fc.nat(11), (tasks, place) => {
        const task = tasks[place % tasks.length]!;
        const [open, done] = [false, true].map((state) =>
          calculator(columnsOf(tasks.map((each) => (each === task ? { ...each, done: state } : each)))),
        );
        return (
          done!.total.rate!.numerator === open!.total.rate!.numerator + 1 &&
          doneOf(done!.categories) === doneOf(open!.categories) + 1 &&
          doneOf(done!.owners) === doneOf(open!.owners) + task.owners.length
        );
      }),
    broken: totalOfOwners,
  },
];
