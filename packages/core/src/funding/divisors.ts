import type { Fraction } from "../exact/fraction.ts";

/** The methods that divide each weight by a series of divisors and serve the largest quotients. */
export type DivisorMethod = "jefferson" | "webster" | "adams" | "dean" | "huntington-hill";

/** A row's claim to its next place: its weight over the divisor that goes with the places it has. */
export interface Divisors {
  /** 2 where divisors are square roots: claims are then compared by their squares, which are rational. */
  readonly power: 1n | 2n;
  /** The divisor (to the power) of a row that has so many places. */
  readonly at: (places: bigint) => Ratio;
}

/** A quotient of whole numbers that need not be in lowest terms. */
export type Ratio = Pick<Fraction, "numerator" | "denominator">;

const series: Readonly<Record<DivisorMethod, Divisors>> = {
  jefferson: { power: 1n, at: (places) => ({ numerator: places + 1n, denominator: 1n }) },
  webster: { power: 1n, at: (places) => ({ numerator: 2n * places + 1n, denominator: 2n }) },
  adams: { power: 1n, at: (places) => ({ numerator: places, denominator: 1n }) },
  dean: {
    power: 1n,
    at: (places) => ({ numerator: 2n * places * (places + 1n), denominator: 2n * places + 1n }),
  },
  "huntington-hill": { power: 2n, at: (places) => ({ numerator: places * (places + 1n), denominator: 1n }) },
};

/**
 * The divisors of a method.
 *
 * | method | divisor of a row with k places |
 * | --- | --- |
 * | `jefferson` | k + 1 |
 * | `webster` | k + 1/2; with a first divisor f, f/2 for the first place |
 * | `adams` | k |
 * | `dean` | the harmonic mean of k and k + 1 |
 * | `huntington-hill` | the geometric mean of k and k + 1 |
 */
export function divisorsOf(method: DivisorMethod, firstDivisor?: Fraction): Divisors {
  const { power, at } = series[method];
  if (firstDivisor === undefined) return { power, at };
  const first = { numerator: firstDivisor.numerator, denominator: 2n * firstDivisor.denominator };
  return { power, at: (places) => (places === 0n ? first : at(places)) };
}

/** A row that asks for one more place. */
export interface Claim {
  /** The row, by its place in the input. */
  readonly row: number;
  /** Its whole weight. */
  readonly weight: bigint;
  /** Its divisor, to the power of the method. */
  readonly divisor: Ratio;
}

/**
 * Compares the size of two claims: negative where the first is stronger, 0 where they are equal.
 *
 * A divisor of zero makes the claim endless; of two endless claims the larger weight is the stronger.
 */
export function compareClaims(a: Claim, b: Claim, power: 1n | 2n): number {
  const left = a.weight ** power * a.divisor.denominator * b.divisor.numerator;
  const right = b.weight ** power * b.divisor.denominator * a.divisor.numerator;
  if (left !== right) return left > right ? -1 : 1;
  if (a.divisor.numerator !== 0n || a.weight === b.weight) return 0;
  return a.weight > b.weight ? -1 : 1;
}

/** How many claims of a weight are at least as strong as 1 when the weight is multiplied by a fraction. */
export function claimsWithin(weight: bigint, multiplier: Ratio, { power, at }: Divisors): bigint {
  const scaled = weight * multiplier.numerator;
  const reaches = (places: bigint): boolean => {
    const { numerator, denominator } = at(places);
    return numerator * multiplier.denominator ** power <= scaled ** power * denominator;
  };
  // Every divisor lies between k and k + 1, but for a first divisor of its own: begin there and step.
  let claims = scaled / multiplier.denominator;
  if (reaches(claims)) claims += 1n;
  while (claims > 0n && !reaches(claims - 1n)) claims -= 1n;
  return claims;
}
