/** An exact number, written anew for the references: core's own arithmetic is among what they check. */
export class Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;

  constructor(numerator: bigint | number, denominator: bigint | number = 1n) {
    let [top, bottom] = [BigInt(numerator), BigInt(denominator)];
    if (bottom === 0n) throw new RangeError("a fraction with nothing below the line");
    if (bottom < 0n) [top, bottom] = [-top, -bottom];
    let [common, rest] = [top < 0n ? -top : top, bottom];
    while (rest !== 0n) [common, rest] = [rest, common % rest];
    this.numerator = top / common;
    this.denominator = bottom / common;
  }

  plus({ numerator, denominator }: FractionLike): Fraction {
    return new Fraction(
      this.numerator * denominator + numerator * this.denominator,
      this.denominator * denominator,
    );
  }

  minus({ numerator, denominator }: FractionLike): Fraction {
    return this.plus({ numerator: -numerator, denominator });
  }

  times({ numerator, denominator }: FractionLike): Fraction {
    return new Fraction(this.numerator * numerator, this.denominator * denominator);
  }

  over({ numerator, denominator }: FractionLike): Fraction {
    return new Fraction(this.numerator * denominator, this.denominator * numerator);
  }

  /** Negative, zero or positive, as this is below, equal to or above the other. */
  compare({ numerator, denominator }: FractionLike): number {
    const [left, right] = [this.numerator * denominator, numerator * this.denominator];
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /** The largest whole number that is not above it. */
  floor(): bigint {
    const cut = this.numerator / this.denominator;
    return cut * this.denominator > this.numerator ? cut - 1n : cut;
  }

  /** The smallest whole number that is not below it. */
  ceiling(): bigint {
    return -this.negative().floor();
  }

  /** The nearest whole number, a half away from zero. */
  nearest(): bigint {
    return this.numerator < 0n ? -this.negative().nearest() : this.plus(half).floor();
  }

  negative(): Fraction {
    return new Fraction(-this.numerator, this.denominator);
  }

  absolute(): Fraction {
    return this.numerator < 0n ? this.negative() : this;
  }

  /** The product of so many of it. */
  power(times: number): Fraction {
    return new Fraction(this.numerator ** BigInt(times), this.denominator ** BigInt(times));
  }
}

/** What has a line with a number above and one below it. */
export interface FractionLike {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zero = new Fraction(0n);
export const one = new Fraction(1n);
const half = new Fraction(1n, 2n);

/** A fraction of what looks like one. */
export function fractionOf({ numerator, denominator }: FractionLike): Fraction {
  return new Fraction(numerator, denominator);
}

export function sumOf(values: readonly FractionLike[]): Fraction {
  return values.reduce<Fraction>((sum, value) => sum.plus(value), zero);
}

export function wholeSum(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
