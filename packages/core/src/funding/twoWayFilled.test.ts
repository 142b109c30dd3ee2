import { describe, expect, test } from "vitest";
import { requireFilled } from "./twoWayFilled.ts";
import { TwoWayTable } from "./twoWayTable.ts";

describe("requireFilled", () => {
  test("names three columns without weight one by one", () => {
    const contest = {
      rows: 3,
      columns: 4,
      weights: [1n, 0n, 0n, 0n, 1n, 0n, 0n, 0n, 1n, 0n, 0n, 0n],
      places: [2n, 2n, 2n, 3n, 1n, 1n, 1n],
    };
    const table = new TwoWayTable(contest, 1n, [1n, 0n, 0n, 0n, 1n, 0n, 0n, 0n, 1n, 0n, 0n, 0n]);
    expect(() => {
      requireFilled(table);
    }).toThrow(
      expect.objectContaining({
        code: "infeasibleBounds",
        message:
          "quotaTwoWay requires no places for columns 2, 3 and 4 (found 3), which have no weight; it fails by 3",
      }),
    );
  });

  test("lets a table pass whose lines have their places", () => {
    const contest = { rows: 1, columns: 1, weights: [1n], places: [2n, 2n] };
    expect(() => {
      requireFilled(new TwoWayTable(contest, 1n, [2n]));
    }).not.toThrow();
  });
});
