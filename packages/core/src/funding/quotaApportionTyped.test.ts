import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { apportion, type ApportionmentMethod, prepareContest } from "./quotaApportion.ts";
import { quotaApportionTyped } from "./quotaApportionTyped.ts";
import { scattered, weightsOf } from "./wholeColumns.laws.ts";

describe("quotaApportionTyped", () => {
  // M. L. Balinski and H. P. Young, Fair Representation: six parties, 100,000 votes, 36 places.
  test.each<[ApportionmentMethod, readonly number[]]>([
    ["adams", [10, 9, 7, 5, 3, 2]],
    ["dean", [10, 9, 7, 5, 4, 1]],
    ["huntington-hill", [10, 9, 7, 6, 3, 1]],
    ["webster", [10, 9, 8, 5, 3, 1]],
    ["jefferson", [11, 9, 7, 5, 3, 1]],
    ["largest-remainder", [10, 9, 7, 5, 4, 1]],
    ["quota", [10, 10, 7, 5, 3, 1]],
  ])("tells six parties apart by %s", (method, expected) => {
    const weights = Float64Array.of(27744, 25178, 19951, 14610, 9225, 3292);
    expect([...quotaApportionTyped({ places: 36, weights, method }).places]).toEqual(expected);
  });

  test("goes by largest remainder unless told: the same six parties", () => {
    const weights = Float64Array.of(27744, 25178, 19951, 14610, 9225, 3292);
    expect([...quotaApportionTyped({ places: 36, weights }).places]).toEqual([10, 9, 7, 5, 4, 1]);
  });

  test("shares no places among nobody's weights", () => {
    expect(quotaApportionTyped({ places: 0, weights: Float64Array.of(0, 0) })).toEqual({
      places: Float64Array.of(0, 0),
      ties: [],
    });
  });

  const columns = [
    ["weights that are all different", scattered(1009, 1009), 10_090],
    ["weights with many equal ratios", scattered(1009, 60), 10_093],
    ["as many places as rows", scattered(1009, 60), 1009],
    [
      "one weight far above the others",
      scattered(1009, 60).map((each, row) => (row === 9 ? 1e12 : each)),
      9e6,
    ],
  ] as const;
  const methods = ["webster", "jefferson", "adams", "dean", "huntington-hill"] as const;

  test.each(columns.flatMap((column) => methods.map((method) => [...column, method] as const)))(
    "answers as whole numbers of any length for a long column of %s",
    (_, weights, places, method) => {
      const found = quotaApportionTyped({ places, weights, method });
      const exactly = { places: count(places), weights: weightsOf(weights), method };
      const wanted = apportion(prepareContest(exactly), exactly);
      expect([...found.places].join()).toBe(wanted.places.join());
      expect(found.ties).toEqual(wanted.ties);
    },
  );

  test("tells claims apart that doubles round to the same number", () => {
    const weights = Float64Array.of(Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER);
    expect(quotaApportionTyped({ places: 1, weights, method: "webster" })).toEqual({
      places: Float64Array.of(0, 1),
      ties: [],
    });
    // 5 / 2.5 and 3 / 1.5 are both 2: of three places the earlier row has the last.
    expect(quotaApportionTyped({ places: 3, weights: Float64Array.of(3, 5), method: "webster" })).toEqual({
      places: Float64Array.of(1, 2),
      ties: [],
    });
    expect(
      quotaApportionTyped({ places: 4, weights: Float64Array.of(3, 5), method: "webster" }).ties,
    ).toEqual([{ rows: [0, 1], served: [0] }]);
  });

  test("serves the tied of a long column in the order of the rows", () => {
    const { places, ties } = quotaApportionTyped({
      places: 1002,
      weights: new Float64Array(1000).fill(7),
      method: "huntington-hill",
    });
    expect(places.slice(0, 4)).toEqual(Float64Array.of(2, 2, 1, 1));
    expect(ties).toEqual([{ rows: Array.from({ length: 1000 }, (_, row) => row), served: [0, 1] }]);
  });

  test.each([
    [0, [], "emptyInput", "at least one value in weights"],
    [1, [0, 0], "allZero", "at least one value above zero in weights"],
    [1, [1, NaN], "outOfRange", "weights, row 2 to be a whole number from 0 to 2^53-1; found NaN"],
    [-1, [1], "outOfRange", "places to be a whole number from 0 to 2^53-1; found -1"],
  ])("refuses %j by %j", (places, weights, code, words) => {
    expect(() => quotaApportionTyped({ places, weights: Float64Array.from(weights) })).toThrow(
      expect.objectContaining({ code, message: `quotaApportionTyped requires ${words}` }),
    );
  });
});
