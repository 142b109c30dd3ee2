import { type Fraction, fraction, greatestCommonDivisor } from "../exact/fraction.ts";
import { rationalRoot, squareRoot } from "../exact/squareRoot.ts";

/** Deviations from an item's mean on a scale of their own, and what their squares over n - 1 come to. */
interface Deviations {
  readonly deviations: readonly (bigint | undefined)[];
  readonly variance: Fraction;
}

/**
 * Standard scores of each item: the deviation from the mean over the sample standard deviation.
 *
 * Rational wherever that deviation is; elsewhere cut after more digits than any double has. Roots that are rational
 * multiples of each other stay so, or what cancels out exactly would leave a trace.
 */
export function standardScores(
  columns: readonly (readonly (bigint | undefined)[])[],
): (Fraction | undefined)[][] {
  const deviations = columns.map(deviationsOf);
  const roots = commensurateRoots(deviations.map(({ variance }) => variance));
  return deviations.map(({ deviations: column }, index) => {
    const { numerator: top, denominator: bottom } = roots[index] ?? fraction(1n);
    return column.map((deviation) =>
      deviation === undefined ? undefined : { numerator: deviation * bottom, denominator: top },
    );
  });
}

function deviationsOf(values: readonly (bigint | undefined)[]): Deviations {
  const present = values.filter((value) => value !== undefined);
  const size = BigInt(present.length);
  const sum = present.reduce((total, value) => total + value, 0n);
  const common = present.reduce((divisor, value) => greatestCommonDivisor(divisor, value * size - sum), 0n);
  const deviations = values.map((value) => (value === undefined ? undefined : (value * size - sum) / common));
  const squares = deviations.reduce<bigint>((total, deviation = 0n) => total + deviation * deviation, 0n);
  return { deviations, variance: fraction(squares, size - 1n) };
}

function commensurateRoots(squares: readonly Fraction[]): Fraction[] {
  const bases: { readonly square: Fraction; readonly root: Fraction }[] = [];
  return squares.map((square) => {
    for (const base of bases) {
      const product = fraction(
        square.numerator * base.square.numerator,
        square.denominator * base.square.denominator,
      );
      const ratio = rationalRoot(product);
      if (ratio === undefined) continue;
      return {
        numerator: ratio.numerator * base.square.denominator * base.root.numerator,
        denominator: ratio.denominator * base.square.numerator * base.root.denominator,
      };
    }
    const root = squareRoot(square);
    bases.push({ square, root });
    return root;
  });
}
