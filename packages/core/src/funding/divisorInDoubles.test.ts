import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { divisorInDoubles } from "./divisorInDoubles.ts";
import { apportion, prepareContest } from "./quotaApportion.ts";
import { scattered, weightsOf } from "./wholeColumns.laws.ts";

const methods = ["webster", "jefferson", "adams", "dean", "huntington-hill"] as const;

// What doubles do not answer goes to whole numbers, which give the same places later: only here is it seen.
describe("doubles answer, and leave nothing to whole numbers,", () => {
  const contests = [
    // M. L. Balinski and H. P. Young, Fair Representation: six parties, 36 places.
    ["six parties", 36, Float64Array.of(27744, 25178, 19951, 14610, 9225, 3292)],
    ["as many places as rows", 4, Float64Array.of(1000, 7, 3, 1)],
    ["one row far above the others", 50, Float64Array.of(1, 1, 1, 1_000_000, 1, 0, 1)],
    ["rows of one weight", 10, Float64Array.of(7, 7, 7, 7)],
    ["rows without weight before and after", 11, Float64Array.of(0, 5, 0, 3, 2, 0)],
    ["64 rows", 640, scattered(64, 64)],
    ["65 rows", 650, scattered(65, 65)],
    ["hundreds of rows that are all different", 10_090, scattered(1009, 1009)],
    ["hundreds of rows with many equal ratios", 10_093, scattered(1009, 60)],
    ["hundreds of rows, some without weight", 7001, scattered(1009, 12).map((each) => each % 11)],
    ["hundreds of rows and one far above", 9e6, scattered(1009, 60).map((each, row) => (row ? each : 1e12))],
  ] as const;

  test.each(contests.flatMap((contest) => methods.map((method) => [...contest, method] as const)))(
    "a contest of %s",
    (_, places, weights, method) => {
      const exactly = { places: count(places), weights: weightsOf(weights), method };
      const wanted = apportion(prepareContest(exactly), exactly);
      const found = divisorInDoubles({ places, weights, method });
      expect(Array.from(found?.parts ?? [])).toEqual(wanted.places.map(Number));
      expect(found?.ties).toEqual(wanted.ties);
    },
  );
});

describe("whole numbers are left", () => {
  test.each(["adams", "dean", "huntington-hill"] as const)(
    "fewer places than rows by %s, whose first claims are endless",
    (method) => {
      expect(divisorInDoubles({ places: 2, weights: Float64Array.of(5, 3, 2), method })).toBeUndefined();
    },
  );

  test("more places than doubles tell apart", () => {
    const contest = { weights: Float64Array.of(5, 3), method: "webster" } as const;
    expect(divisorInDoubles({ ...contest, places: 2 ** 40 })?.parts).toEqual(
      // 5 and 3 eighths of 2^40.
      Float64Array.of(5 * 2 ** 37, 3 * 2 ** 37),
    );
    expect(divisorInDoubles({ ...contest, places: 2 ** 40 + 1 })).toBeUndefined();
  });
});
