import { describe, expect, test } from "vitest";
import { tasksProgress, type TasksProgress, type TaskShare } from "./tasksProgress.ts";
import type { PooledRate } from "./tally.ts";

type Task = readonly [owner: string | undefined, category: string | undefined, done: boolean | undefined];

const progress = (...tasks: readonly Task[]): TasksProgress =>
  tasksProgress(
    Object.freeze({
      owner: Object.freeze(tasks.map(([owner]) => owner)),
      category: Object.freeze(tasks.map(([, category]) => category)),
      done: Object.freeze(tasks.map(([, , done]) => done)),
    }),
  );

const counts = ({ rate, leftOut }: PooledRate): string =>
  (rate === undefined ? "none" : `${rate.numerator}/${rate.denominator}`) +
  (leftOut.missing === 0 ? "" : ` without ${leftOut.missing}`);
const shown = (shares: readonly TaskShare[]): Record<string, string> =>
  Object.fromEntries(shares.map((share) => [share.name, counts(share)]));

describe("tasksProgress", () => {
  test("counts a task in full for each of its owners, and once by category and in all", () => {
    const { owners, categories, total } = progress(
      ["organisation department;commerce bureau", "register", true],
      ["commerce bureau", "register", false],
      ["civil affairs bureau；commerce bureau、finance bureau", "money", true],
    );
    expect(shown(owners)).toEqual({
      "organisation department": "1/1",
      "commerce bureau": "2/3",
      "civil affairs bureau": "1/1",
      "finance bureau": "1/1",
    });
    expect(shown(categories)).toEqual({ register: "1/2", money: "1/1" });
    expect(counts(total)).toBe("2/3");
  });

  test("lists owners and categories in order of first appearance", () => {
    const { owners, categories } = progress(["C、A", "y", true], ["B;A", "x", true]);
    expect(owners.map(({ name }) => name)).toEqual(["C", "A", "B"]);
    expect(categories.map(({ name }) => name)).toEqual(["y", "x"]);
  });

  test("trims owners, skips what is empty, and counts one who is named twice once", () => {
    const { owners } = progress([" A ; A；；B　、", "x", true], ["A", "x", false]);
    expect(shown(owners)).toEqual({ A: "1/2", B: "1/1" });
  });

  test("splits neither at a comma nor inside a category, and tells names apart exactly", () => {
    const { owners, categories } = progress(["A, B", "x;y", true], ["a, b", "X;y", true]);
    expect(shown(owners)).toEqual({ "A, B": "1/1", "a, b": "1/1" });
    expect(shown(categories)).toEqual({ "x;y": "1/1", "X;y": "1/1" });
  });

  test("has no trouble with names that objects have", () => {
    expect(shown(progress(["constructor;toString", "valueOf", true]).owners)).toEqual({
      constructor: "1/1",
      toString: "1/1",
    });
  });

  test("leaves a task of which nobody said whether it is done out of all three, and counts it", () => {
    const { owners, categories, total } = progress(
      ["A;B", "x", undefined],
      ["A", "x", true],
      ["A", "y", false],
    );
    expect(shown(owners)).toEqual({ A: "1/2 without 1", B: "none without 1" });
    expect(shown(categories)).toEqual({ x: "1/1 without 1", y: "0/1" });
    expect(counts(total)).toBe("1/2 without 1");
  });

  test.each([undefined, "", " ; 、"])("leaves a task whose owner is %o out of its category too", (owner) => {
    const { owners, categories, total } = progress([owner, "x", true], ["A", "x", true]);
    expect(shown(owners)).toEqual({ A: "1/1" });
    expect(shown(categories)).toEqual({ x: "1/1 without 1" });
    expect(counts(total)).toBe("1/1 without 1");
  });

  test("leaves a task without a category out of its owners too", () => {
    const { owners, categories, total } = progress(["A", undefined, true], ["A", "x", false]);
    expect(shown(owners)).toEqual({ A: "0/1 without 1" });
    expect(shown(categories)).toEqual({ x: "0/1" });
    expect(counts(total)).toBe("0/1 without 1");
  });

  test("gives rates with counts and status", () => {
    expect(progress(["A", "x", false])).toEqual({
      owners: [
        {
          name: "A",
          rate: { numerator: 0, denominator: 1, status: "ok" },
          leftOut: { missing: 0, invalid: 0 },
        },
      ],
      categories: [
        {
          name: "x",
          rate: { numerator: 0, denominator: 1, status: "ok" },
          leftOut: { missing: 0, invalid: 0 },
        },
      ],
      total: { rate: { numerator: 0, denominator: 1, status: "ok" }, leftOut: { missing: 0, invalid: 0 } },
    });
  });

  test("counts 7 common and 59 single faults put right as 66 of 66", () => {
    const faults = (kind: string, number: number): Task[] =>
      Array.from({ length: number }, () => ["district", kind, true]);
    const { categories, total } = progress(...faults("common", 7), ...faults("single", 59));
    expect(shown(categories)).toEqual({ common: "7/7", single: "59/59" });
    expect(counts(total)).toBe("66/66");
  });

  test("refuses no tasks, and columns of different length", () => {
    expect(() => progress()).toThrow(
      expect.objectContaining({
        code: "emptyInput",
        message: "tasksProgress requires at least one value in owner",
      }),
    );
    expect(() => tasksProgress({ owner: ["A"], category: ["x"], done: [] })).toThrow(
      expect.objectContaining({
        code: "sizeMismatch",
        message: "tasksProgress requires done to have as many values as there are rows (1); found 0",
      }),
    );
  });
});
