import { expect, test } from "vitest";
import { largerFirst } from "./contest.ts";

test.each([[[0, 1, 2, 3, 4]], [[4, 3, 2, 1, 0]]])(
  "largerFirst puts the larger first and of equal ones the earlier row, coming from %j",
  (rows) => {
    const values = [3n, 5n, 3n, 9n, 5n];
    const sorted = [...rows].sort((a, b) => largerFirst(values[a]!, values[b]!, a, b));
    expect(sorted).toEqual([3, 1, 4, 0, 2]);
  },
);
