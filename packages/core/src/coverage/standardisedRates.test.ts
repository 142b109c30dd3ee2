import { describe, expect, test } from "vitest";
import { type Fraction, fraction, plus } from "../exact/fraction.ts";
import { functionStandardised } from "./standardisedRates.ts";

describe("functionStandardised", () => {
  test("calculates a rate of one's own no more than once for each mixture of two populations", () => {
    // Three factors, each of the first population or of the second: eight mixtures, in either order of the two.
    let calculations = 0;
    const sumOf = (values: readonly (readonly Fraction[])[]): Fraction => {
      calculations += 1;
      return values.flat().reduce(plus);
    };
    const values = [
      [[fraction(1n)], [fraction(2n)]],
      [[fraction(10n)], [fraction(20n)]],
      [[fraction(100n)], [fraction(200n)]],
    ];
    const { rates } = functionStandardised(Object.freeze(values), sumOf);
    expect(rates).toEqual([fraction(111n), fraction(222n)]);
    expect(calculations).toBeLessThanOrEqual(16);
  });
});
