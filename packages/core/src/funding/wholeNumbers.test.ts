import { describe, expect, test } from "vitest";
import { weight } from "../exact/weight.ts";
import { writeWholeNumbers } from "./wholeNumbers.ts";

const written = (
  ...values: readonly (number | string)[]
): readonly [sum: number, numbers: readonly number[]] => {
  const numbers = new Float64Array(values.length);
  const sum = writeWholeNumbers(
    numbers,
    values.map((value) => weight(value)),
  );
  return [sum, Array.from(numbers)];
};

describe("writeWholeNumbers", () => {
  test("writes whole weights as they are, and answers their sum", () => {
    expect(written(2, 4, 0, 6)).toEqual([12, [2, 4, 0, 6]]);
    expect(written()).toEqual([0, []]);
  });

  test("writes parts of one as whole numbers in the same ratio", () => {
    expect(written(1, "0.5", "0.25")).toEqual([7, [4, 2, 1]]);
    expect(written("0.1", "0.2", "0.25")).toEqual([11, [2, 4, 5]]);
  });

  test("takes 2^53-1 and nothing beyond", () => {
    const most = 2 ** 53 - 1;
    expect(written(most, 0)).toEqual([most, [most, 0]]);
    expect(written(0, "9007199254740992")[0]).toBe(-1);
    // Twice 4503599627370495.5 is 2^53 - 1, twice 4503599627370496 one more.
    expect(written("4503599627370495.5", 0)).toEqual([most, [most, 0]]);
    expect(written("0.5", "4503599627370496")[0]).toBe(-1);
  });
});
