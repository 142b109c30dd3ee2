// Whole numbers from 0 to 2^53-1 between bigint and double: by their 32-bit words, at a quarter of what Number() and BigInt()
// take, which between them would be most of the time of a short split.
const words = new BigUint64Array(1);
const halves = new Uint32Array(words.buffer);
words[0] = 1n;
const low = halves.indexOf(1);
const high = 1 - low;

/** A whole number from 0 to 2^53-1 as a double. */
export function doubleOf(whole: bigint): number {
  words[0] = whole;
  return (halves[high] ?? 0) * 4_294_967_296 + (halves[low] ?? 0);
}

/** A whole double from 0 to 2^53-1 as a bigint. */
export function wholeOf(double: number): bigint {
  const upper = Math.floor(double / 4_294_967_296);
  halves[high] = upper;
  halves[low] = double - upper * 4_294_967_296;
  return words[0] ?? 0n;
}
