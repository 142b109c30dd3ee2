import { describe, expect, test } from "vitest";
import { ClaimQueue } from "./claimQueue.ts";

const queueOf = (values: readonly number[]): ClaimQueue<number> => {
  const queue = new ClaimQueue<number>((a, b) => a - b);
  for (const value of values) queue.add(value);
  return queue;
};

function takeAll(queue: ClaimQueue<number>): number[] {
  const taken: number[] = [];
  for (let value = queue.take(); value !== undefined; value = queue.take()) taken.push(value);
  return taken;
}

function ordersOf(words: readonly string[]): string[][] {
  if (words.length === 0) return [[]];
  return words.flatMap((first) =>
    ordersOf(words.filter((word) => word !== first)).map((rest) => [first, ...rest]),
  );
}

describe("ClaimQueue", () => {
  test("gives up its elements in order, whatever order they came in", () => {
    expect(takeAll(queueOf([5, 3, 8, 1, 9, 2, 7]))).toEqual([1, 2, 3, 5, 7, 8, 9]);
    expect(takeAll(queueOf([1, 2, 3, 4]))).toEqual([1, 2, 3, 4]);
    expect(takeAll(queueOf([4, 3, 2, 1]))).toEqual([1, 2, 3, 4]);
  });

  test("keeps equal elements apart", () => {
    expect(takeAll(queueOf([2, 1, 2, 1]))).toEqual([1, 1, 2, 2]);
  });

  test("lets no new element overtake its equal", () => {
    const queue = new ClaimQueue<string>((a, b) => a.length - b.length);
    for (const word of ["one", "two"]) queue.add(word);
    expect(queue.take()).toBe("one");
    expect(queue.take()).toBe("two");
  });

  test("takes new elements between", () => {
    const queue = queueOf([5, 1]);
    expect(queue.take()).toBe(1);
    queue.add(3);
    queue.add(7);
    expect(takeAll(queue)).toEqual([3, 5, 7]);
  });

  test("has nothing to give when it is empty", () => {
    const queue = queueOf([]);
    expect(queue.take()).toBeUndefined();
    queue.add(1);
    expect(queue.take()).toBe(1);
    expect(queue.take()).toBeUndefined();
  });

  test("orders by the comparison it was made with", () => {
    const queue = new ClaimQueue<string>((a, b) => b.length - a.length);
    for (const word of ["a", "ccc", "bb"]) queue.add(word);
    expect(queue.take()).toBe("ccc");
  });

  test("compares only what it holds, with up to four elements in every order", () => {
    for (const words of ordersOf(["a", "bb", "ccc", "dddd"])) {
      for (const [size] of words.entries()) {
        const queue = new ClaimQueue<string>((a, b) => a.length - b.length);
        const some = words.slice(0, size + 1);
        for (const word of some) queue.add(word);
        expect(some.map(() => queue.take())).toEqual(
          ["a", "bb", "ccc", "dddd"].filter((word) => some.includes(word)),
        );
        expect(queue.take()).toBeUndefined();
      }
    }
  });

  test("stays in order when elements go and come", () => {
    const queue = queueOf([6, 2, 8, 4, 9]);
    expect([queue.take(), queue.take()]).toEqual([2, 4]);
    for (const value of [7, 1, 3]) queue.add(value);
    expect([queue.take(), queue.take(), queue.take()]).toEqual([1, 3, 6]);
    queue.add(5);
    expect(takeAll(queue)).toEqual([5, 7, 8, 9]);
  });

  test("sorts a thousand elements of a fixed jumble", () => {
    const jumble = Array.from({ length: 1000 }, (_, place) => (place * 617) % 1000);
    expect(takeAll(queueOf(jumble))).toEqual(Array.from({ length: 1000 }, (_, place) => place));
  });
});
