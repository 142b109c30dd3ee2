import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { growthBase, type GrowthBaseInput } from "./growthBase.ts";
import { refusal } from "./refusal.laws.ts";

type Options = Pick<GrowthBaseInput, "rounding" | "place">;

const base = (
  end: number | string,
  rate: number | string,
  periods: number,
  options: Options = {},
): ReturnType<typeof growthBase> =>
  growthBase({ end: exact(end), rate: exact(rate), periods: count(periods), ...options });

const whole = (...given: Parameters<typeof base>): readonly (number | undefined)[] => {
  const { lowest, highest } = base(...given);
  return [lowest, highest];
};

const none = [undefined, undefined];

describe("growthBase", () => {
  // The published plan: 650 in 2021 after growth of 20 % a year from 2020.
  test("is 541.67 if 2020 was the base year, and of whole numbers 542 alone", () => {
    expect(base(650, "0.2", 1)).toEqual({ base: 1625 / 3, lowest: 542, highest: 542 });
  });

  test("is 451.39 if 2020 was the first year of growth, and no whole number unless each year is rounded", () => {
    expect(base(650, "0.2", 2)).toEqual({ base: 8125 / 18, lowest: undefined, highest: undefined });
    expect(whole(650, "0.2", 2, { place: "each" })).toEqual([452, 452]);
  });

  // LibreOffice 7.4: PV(0.2;1;0;-650) and PV(0.2;2;0;-650); present value is the same thing.
  test("is the present value of spreadsheets", () => {
    expect(base(650, "0.2", 1).base).toBeCloseTo(541.666666666667, 11);
    expect(base(650, "0.2", 2).base).toBeCloseTo(451.388888888889, 11);
  });

  // Found by trying every base from 0 to 20,000 with Python's fractions.
  test.each<[number, number, number, NonNullable<Options["rounding"]>, unknown, unknown]>([
    [650, 0.2, 1, "up", [541, 541], [541, 541]],
    [650, 0.2, 2, "up", [451, 451], none],
    [650, 0.2, 2, "down", [452, 452], [452, 452]],
    [1000, -0.5, 3, "nearest", [7996, 8003], [7993, 8000]],
    [1000, -0.5, 3, "up", [7993, 8000], [7993, 8000]],
    [1000, -0.5, 3, "down", [8000, 8007], [8000, 8007]],
    [0, -0.9, 2, "nearest", [0, 49], [0, 44]],
    [0, -0.9, 2, "up", [0, 0], [0, 0]],
    [0, -0.9, 2, "down", [0, 99], [0, 99]],
    [0, 0.2, 2, "nearest", [0, 0], [0, 0]],
    [7, 0.1, 5, "nearest", none, none],
    [7, 0.1, 5, "up", [4, 4], [2, 2]],
    [7, 0.1, 5, "down", none, [7, 7]],
    [100, 3, 2, "nearest", none, none],
  ])("of %d at %d in %d periods, rounded %s", (end, rate, periods, rounding, atEnd, each) => {
    expect(whole(end, rate, periods, { rounding })).toEqual(atEnd);
    expect(whole(end, rate, periods, { rounding, place: "each" })).toEqual(each);
  });

  test("of a third less each period", () => {
    const input = { end: exact(33), rate: fraction(-1n, 3n), periods: count(4) };
    expect(growthBase(input)).toMatchObject({ lowest: 165, highest: 169 });
    expect(growthBase({ ...input, place: "each" })).toMatchObject({ lowest: 163, highest: 170 });
  });

  test("of 1, rounded up, is above 0, which stays 0", () => {
    const up = { rounding: "up" } as const;
    // Of 0.83 and less there is no whole number but 0; half of 1 and of 2 is rounded up to 1.
    expect(whole(1, "0.2", 1, up)).toEqual(none);
    expect(whole(1, "-0.5", 1, up)).toEqual([1, 2]);
    expect(whole(1, "0.2", 1, { ...up, place: "each" })).toEqual(none);
    expect(whole(1, "-0.5", 1, { ...up, place: "each" })).toEqual([1, 2]);
  });

  test("must reach the end exactly where nothing is rounded", () => {
    const plain = { rounding: "none" } as const;
    expect(whole("650.4", "0.2", 1, plain)).toEqual([542, 542]);
    expect(whole(650, "0.2", 1, plain)).toEqual(none);
    expect(whole("650.4", "0.2", 1, { ...plain, place: "each" })).toEqual([542, 542]);
  });

  test("gives no whole base to an end that no rounding gives", () => {
    expect(base("650.4", "0.2", 1)).toEqual({ base: 542, lowest: undefined, highest: undefined });
    expect(whole("650.4", "0.2", 1, { place: "each" })).toEqual(none);
  });

  test("is the end itself for no period, where nothing is rounded yet", () => {
    expect(base(650, "0.2", 0)).toEqual({ base: 650, lowest: 650, highest: 650 });
    expect(whole("650.5", "0.2", 0, { place: "each" })).toEqual(none);
  });

  test("stands where nothing grows, also over a million periods", () => {
    expect(whole(650, 0, 1_048_575)).toEqual([650, 650]);
    expect(whole(650, 0, 1_048_575, { place: "each" })).toEqual([650, 650]);
  });

  test("has the nearest double also after a million periods", () => {
    // 650 / (1 - 10^-6)^1048575, by Python's decimal with 50 digits.
    expect(base(650, "-0.000001", 1_048_575).base).toBeCloseTo(1854.8291848773947, 12);
  });

  test("decides a boundary that no double can see", () => {
    // 10^15 x 1.0000000000000001 = 10^15 + 0.1: rounding up needs one less.
    expect(whole(1e15, "0.0000000000000001", 1, { rounding: "up" })).toEqual([
      999_999_999_999_999, 999_999_999_999_999,
    ]);
    expect(whole(1e15, "0.0000000000000001", 1)).toEqual([1e15, 1e15]);
  });

  test("finds no base between two neighbours beyond 2^53, where doubles are all even", () => {
    // Tenfold from 2^53 is 90071992547409920, from the next whole number ten more.
    expect(whole("90071992547409925", 9, 1)).toEqual(none);
    expect(whole("90071992547409930", 9, 1)).toEqual([9007199254740992, 9007199254740992]);
  });

  test.each([
    ["an end below 0", () => base(-1, "0.2", 1), "end to be 0 or more; found -1"],
    ["a rate that leaves nothing", () => base(650, -1, 1), "rate to be above -1; found -1"],
    ["too many periods", () => base(650, 0, 1_048_576), "periods to be at most 1048575; found 1048576"],
    [
      "a base beyond every double",
      () => base(650, "-0.9", 400),
      "the base to be at most 1.7976931348623157e308; found more",
    ],
    [
      "a base that no memory holds: 650 with 400,000,000 zeros",
      () => base(650, `-0.${"9".repeat(400)}`, 1_000_000),
      "the base to be at most 1.7976931348623157e308; found more",
    ],
    [
      "a highest base beyond every double",
      () => base(0, "-0.9", 400),
      "the base to be at most 1.7976931348623157e308; found more",
    ],
    [
      "a base beyond every double, each step rounded",
      () => base(0, "-0.9", 400, { place: "each" }),
      "the base to be at most 1.7976931348623157e308; found more",
    ],
  ])("refuses %s", (_, run, words) => {
    expect(refusal(run)).toBe(`outOfRange: growthBase requires ${words}`);
  });
});
