import * as fc from "fast-check";

/** Where the inputs of a case come from: a fast generator for the long run, or fast-check, which can make them smaller. */
export interface Random {
  /** A whole number between two, both included. */
  whole(least: number, most: number): number;
}

/** A generator of its own (xorshift of 32 bits): millions of cases a minute, the same ones for the same seed. */
export class SeededRandom implements Random {
  #state: number;

  constructor(seed: number) {
    // Neighbouring seeds would begin alike, and a state of zero would stay there.
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 1;
    for (let turn = 0; turn < 8; turn += 1) this.#next();
  }

  whole(least: number, most: number): number {
    const range = most - least + 1;
    const large = range > 2 ** 32 ? this.#next() * 2 ** 21 + (this.#next() >>> 11) : this.#next();
    return least + (large % range);
  }

  #next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return state >>> 0;
  }
}

/** The draws of fast-check: a case that fails is drawn again with smaller numbers until it cannot be smaller. */
export class ShrinkingRandom implements Random {
  readonly #draw: fc.GeneratorValue;

  constructor(draw: fc.GeneratorValue) {
    this.#draw = draw;
  }

  whole(least: number, most: number): number {
    return this.#draw(fc.integer, { min: least, max: most });
  }
}

export function chance(random: Random, percent: number): boolean {
  return random.whole(0, 99) >= 100 - percent;
}

export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[random.whole(0, values.length - 1)];
  if (value === undefined && !values.includes(value as Value)) throw new RangeError("nothing to pick from");
  return value as Value;
}

export function columnOf<Value>(rows: number, make: (row: number) => Value): Value[] {
  return Array.from({ length: rows }, (_, row) => make(row));
}
