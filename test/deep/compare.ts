import { exactOf, nearestDouble, spacingAt } from "./double.ts";
import { Fraction, type FractionLike } from "./fraction.ts";

/** What a reference says of an answer that is right in more than one way, or cannot be written down exactly. */
export class Accepting {
  readonly words: string;
  readonly accepts: (actual: unknown) => boolean;

  constructor(words: string, accepts: (actual: unknown) => boolean) {
    this.words = words;
    this.accepts = accepts;
  }
}

/** The refusal that is due, by its code. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Accepts the double nearest to a number known to many more digits than a double has. */
export function nearestTo(value: Fraction): Accepting {
  const wanted = nearestDouble(value);
  return new Accepting(`the double nearest to ${wanted}`, (actual) => {
    if (typeof actual !== "number" || !Number.isFinite(actual)) return false;
    const apart = exactOf(actual).minus(value).absolute();
    // Half the distance to the next double, and the digits that the reference itself has cut off.
    const allowed = spacingAt(actual)
      .over(new Fraction(2n))
      .plus(new Fraction(1n, 10n ** 60n));
    return Object.is(actual, wanted + 0) || apart.compare(allowed) <= 0;
  });
}

/** Accepts a double within some distances of neighbouring doubles from a number, or within an absolute distance. */
export function within(value: Fraction, spacings: number, absolute: Fraction = new Fraction(0n)): Accepting {
  const words = `${nearestDouble(value)} within ${spacings} units in the last place`;
  return new Accepting(words, (actual) => {
    if (typeof actual !== "number" || !Number.isFinite(actual)) return false;
    const apart = exactOf(actual).minus(value).absolute();
    const allowed = spacingAt(actual).times(new Fraction(BigInt(spacings)));
    return apart.compare(allowed) <= 0 || apart.compare(absolute) <= 0;
  });
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || ArrayBuffer.isView(value);

/** Where an answer differs from what is expected, in words; `undefined` where it does not. */
export function difference(actual: unknown, expected: unknown, path = "answer"): string | undefined {
  if (expected instanceof Accepting) {
    return expected.accepts(actual) ? undefined : `${path} is ${shown(actual)}, not ${expected.words}`;
  }
  if (isList(expected)) {
    if (!isList(actual) || actual.length !== expected.length) return unlike(actual, expected, path);
    for (let place = 0; place < expected.length; place += 1) {
      const found = difference(actual[place], expected[place], `${path}[${place}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isFields(expected)) return Object.is(actual, expected) ? undefined : unlike(actual, expected, path);
  if (!isFields(actual) || isList(actual)) return unlike(actual, expected, path);
  for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const found = difference(actual[name], expected[name], `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unlike(actual: unknown, expected: unknown, path: string): string {
  return `${path} is ${shown(actual)}, not ${shown(expected)}`;
}

/** A value as one line: fractions as quotients, whole numbers of any length with their n. */
export function shown(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return "a function";
  if (Object.is(value, -0)) return "-0";
  if (value instanceof Accepting) return value.words;
  if (isList(value)) return `[${Array.from(value, shown).join(", ")}]`;
  if (!isFields(value)) return String(value);
  if (isFraction(value))
    return value.denominator === 1n ? `${value.numerator}` : `${value.numerator}/${value.denominator}`;
  return `{ ${Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([name, each]) => `${name}: ${shown(each)}`)
    .join(", ")} }`;
}

function isFraction(value: Fields): value is Fields & FractionLike {
  return (
    Object.keys(value).length === 2 &&
    typeof value["numerator"] === "bigint" &&
    typeof value["denominator"] === "bigint"
  );
}
