import { describe, expect, test } from "vitest";
import { largerFirst } from "./contest.ts";
import { tieAtCut } from "./tie.ts";

const claims = [5, 7, 5, 5, 9];
const same = (row: number, other: number): boolean => claims[row] === claims[other];
const queue = [4, 1, 0, 2, 3];

describe("tieAtCut", () => {
  test("names all rows with the claim at the cut, and those before it", () => {
    expect(tieAtCut(queue, 3, same)).toEqual([{ rows: [0, 2, 3], served: [0] }]);
    expect(tieAtCut(queue, 4, same)).toEqual([{ rows: [0, 2, 3], served: [0, 2] }]);
  });

  test("names rows in the order of the input, whatever the queue", () => {
    expect(tieAtCut([3, 2, 0], 2, same)).toEqual([{ rows: [0, 2, 3], served: [2, 3] }]);
  });

  test("is none where the claims on both sides of the cut differ", () => {
    expect(tieAtCut(queue, 1, same)).toEqual([]);
    expect(tieAtCut(queue, 2, same)).toEqual([]);
  });

  test("is none where nobody or everybody was served", () => {
    expect(tieAtCut(queue, 0, same)).toEqual([]);
    expect(tieAtCut(queue, 5, same)).toEqual([]);
    expect(tieAtCut([], 0, same)).toEqual([]);
  });
});

describe("largerFirst", () => {
  test("puts the larger number first, of equals the earlier row", () => {
    expect(largerFirst(2n, 1n, 5, 0)).toBeLessThan(0);
    expect(largerFirst(1n, 2n, 0, 5)).toBeGreaterThan(0);
    expect(largerFirst(1n, 1n, 0, 5)).toBeLessThan(0);
    expect(largerFirst(1n, 1n, 5, 0)).toBeGreaterThan(0);
  });
});
