import { describe, expect, test } from "vitest";
import { fraction } from "../exact/fraction.ts";
import {
  type Claim,
  claimsWithin,
  compareClaims,
  type DivisorMethod,
  divisorsOf,
  type Ratio,
} from "./divisors.ts";

const inLowestTerms = ({ numerator, denominator }: Ratio): Ratio => fraction(numerator, denominator);

describe("divisorsOf", () => {
  test.each<[DivisorMethod, readonly Ratio[]]>([
    ["jefferson", [fraction(1n), fraction(2n), fraction(3n)]],
    ["webster", [fraction(1n, 2n), fraction(3n, 2n), fraction(5n, 2n)]],
    ["adams", [fraction(0n), fraction(1n), fraction(2n)]],
    // Harmonic means: 2 x 1 x 2 / 3 and 2 x 2 x 3 / 5.
    ["dean", [fraction(0n), fraction(4n, 3n), fraction(12n, 5n)]],
    // Squares of geometric means.
    ["huntington-hill", [fraction(0n), fraction(2n), fraction(6n)]],
  ])("%s", (method, wanted) => {
    const { at } = divisorsOf(method);
    expect([0n, 1n, 2n].map((places) => inLowestTerms(at(places)))).toEqual(wanted);
  });

  test("only Huntington-Hill compares squares", () => {
    expect(divisorsOf("huntington-hill").power).toBe(2n);
    expect(divisorsOf("dean").power).toBe(1n);
  });

  test("a first divisor of 1.4 is 0.7 in Webster's series, the others stay", () => {
    const { at } = divisorsOf("webster", fraction(7n, 5n));
    expect([0n, 1n].map((places) => inLowestTerms(at(places)))).toEqual([
      fraction(7n, 10n),
      fraction(3n, 2n),
    ]);
  });
});

describe("compareClaims", () => {
  const claim = (weight: bigint, divisor: Ratio): Claim => ({ row: 0, weight, divisor });

  test("puts the larger quotient first, exactly", () => {
    expect(compareClaims(claim(100n, fraction(7n)), claim(20n, fraction(7n, 5n)), 1n)).toBe(0);
    expect(compareClaims(claim(2n ** 60n + 1n, fraction(3n)), claim(2n ** 60n, fraction(3n)), 1n)).toBe(-1);
    expect(compareClaims(claim(1n, fraction(3n)), claim(1n, fraction(2n)), 1n)).toBe(1);
  });

  test("squares weights where divisors are squares: 1 over root 2 is 6 over root 72", () => {
    expect(compareClaims(claim(1n, fraction(2n)), claim(6n, fraction(72n)), 2n)).toBe(0);
  });

  test("an endless claim comes before any other; of two the larger weight", () => {
    const zero = fraction(0n);
    expect(compareClaims(claim(1n, zero), claim(10n ** 20n, fraction(1n)), 1n)).toBe(-1);
    expect(compareClaims(claim(10n ** 20n, fraction(1n)), claim(1n, zero), 1n)).toBe(1);
    expect(compareClaims(claim(3n, zero), claim(2n, zero), 1n)).toBe(-1);
    expect(compareClaims(claim(2n, zero), claim(3n, zero), 1n)).toBe(1);
    expect(compareClaims(claim(2n, zero), claim(2n, zero), 1n)).toBe(0);
  });
});

describe("claimsWithin", () => {
  test.each<[DivisorMethod, number, number, number, number]>([
    ["jefferson", 0, 2, 2, 3],
    ["webster", 0, 2, 3, 3],
    ["adams", 1, 3, 3, 4],
    ["dean", 1, 2, 3, 3],
    ["huntington-hill", 1, 2, 3, 3],
  ])("%s: weights 0, 2, 2.5 and 3 round to their places", (method, ...wanted) => {
    const claims = [0n, 20n, 25n, 30n].map((weight) =>
      claimsWithin(weight, fraction(1n, 10n), divisorsOf(method)),
    );
    expect(claims.map(Number)).toEqual(wanted);
  });

  test.each([
    [14n, 0n],
    [15n, 2n],
  ])(
    "with a first divisor of 3, weight %d tenths has %d: the first two divisors are equal",
    (weight, claims) => {
      expect(claimsWithin(weight, fraction(1n, 10n), divisorsOf("webster", fraction(3n)))).toBe(claims);
    },
  );

  test("with a small first divisor the first claim comes early", () => {
    expect(claimsWithin(1n, fraction(1n, 10n), divisorsOf("webster", fraction(1n, 5n)))).toBe(1n);
  });
});
