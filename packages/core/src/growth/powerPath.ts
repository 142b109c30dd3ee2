import { bitLength, type Fraction } from "../exact/fraction.ts";
import { type Enclosure, enclosed, power, product, quotientBounds } from "./enclosure.ts";
import { tooLarge } from "./outOfRange.ts";

/** The factor from each value to the next, enclosed; the true factor is top / bottom. */
export interface Factor {
  /** Its numerator. */
  readonly top: Enclosure;
  /** Its denominator; above zero. */
  readonly bottom: Enclosure;
}

/** What a geometric path is made of. */
export interface PowerPathInput {
  /** Who asks, for the error. */
  readonly calculator: string;
  /** The value before the first step; 0 or more. */
  readonly seed: Fraction;
  /** The factor, enclosed as closely as that many bits allow. */
  readonly factor: (bits: bigint) => Factor;
  /** How many steps. */
  readonly steps: number;
  /** How many bits tell two values apart that the input makes different. */
  readonly bits: bigint;
  /** Turns a value into the double to return; it never falls, or never rises, as the value rises. */
  readonly finish: (value: Fraction) => number;
  /** The value after so many steps where it is known to be rational; where it is not, a value must be irrational. */
  readonly rational?: (step: number) => Fraction | undefined;
}

/**
 * The values of a geometric path after each step, each finished exactly.
 *
 * Exact powers grow longer with every step, so each value is held between two bounds instead. Where both bounds finish
 * alike, so does the value between them; where they do not, that one value is enclosed again with twice the bits,
 * until they do. Whole factors end by being exact; irrational values never lie on a boundary.
 */
export function powerPath({
  calculator,
  seed,
  factor,
  steps,
  bits,
  finish,
  rational,
}: PowerPathInput): number[] {
  const { top, bottom } = factor(bits);
  let [numerator, denominator] = [enclosed(seed.numerator), enclosed(seed.denominator)];
  const values: number[] = [];
  for (let step = 1; step <= steps; step += 1) {
    numerator = product(numerator, top, bits);
    denominator = product(denominator, bottom, bits);
    const known = rational?.(step);
    const value =
      known === undefined
        ? (settled({ top: numerator, bottom: denominator }, bits, finish) ??
          powerValue({ seed, factor, step, bits: 2n * bits, finish }))
        : finish(known);
    if (!Number.isFinite(value)) throw tooLarge(calculator, `the value of period ${step}`);
    values.push(value);
  }
  return values;
}

function settled<Value>(value: Factor, bits: bigint, finish: (value: Fraction) => Value): Value | undefined {
  const { low, high } = quotientBounds(value.top, value.bottom, bits);
  const finished = finish(low);
  return finished === finish(high) ? finished : undefined;
}

/** One value of a geometric path: where it begins, how it grows, which step, and how it is finished. */
export interface PowerValueInput<Value> extends Pick<PowerPathInput, "seed" | "factor" | "bits"> {
  /** After how many steps. */
  readonly step: number;
  /** Turns a value into the answer, a number, a whole number or a word; it never turns back as the value rises. */
  readonly finish: (value: Fraction) => Value;
}

/** One value of a geometric path, finished exactly: enclosed with ever more bits until both bounds finish alike. */
export function powerValue<Value>({ seed, factor, step, bits, finish }: PowerValueInput<Value>): Value {
  for (let wider = bits; ; wider *= 2n) {
    const { top, bottom } = factor(wider);
    const value = settled(
      {
        top: product(enclosed(seed.numerator), power(top, step, wider), wider),
        bottom: product(enclosed(seed.denominator), power(bottom, step, wider), wider),
      },
      wider,
      finish,
    );
    if (value !== undefined) return value;
  }
}

/** Bits beyond those of the input: enough for a million steps to leave the bounds closer than two doubles. */
const spareBits = 256;

/** The bits that tell apart values made from these numbers. */
export function workingBits(...numbers: readonly Fraction[]): bigint {
  const lengths = numbers.map(({ numerator, denominator }) => bitLength(numerator) + bitLength(denominator));
  return BigInt(lengths.reduce((sum, length) => sum + length, spareBits));
}
