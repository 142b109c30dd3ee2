import type { RankOrder } from "./tieRanks.ts";

// Words are kept as 32-bit integers with a sign: as such they stay whole numbers in compiled code, which unsigned ones do not.

const signBit = 0x80000000;
/** Long columns are sorted by sixteen bits at a time, short ones by eight: counting takes as many steps as there are digits. */
const longColumn = 2 ** 15;

/** Runs of equal high words up to this length are put in order by insertion. */
const longRun = 16;
/** Longer ones by comparison, as long as they are no more than this part of all rows: one in sixteen. */
const comparedPart = 16;

/**
 * The rows of numbers in order, equal numbers in the order of the rows, by distribution (radix) sorting.
 *
 * The bits of a double, read as a whole number, rise with the double; so each pass deals the rows out by some of their
 * bits, from the lowest to the highest, and carries the row along. The high words alone nearly always put all rows in
 * order but a few neighbours; only where those are many, everything is dealt out by the low words first.
 */
export function radixOrder(numbers: Float64Array, order: RankOrder): Lane {
  const highWord = placeOfHighWord();
  const words = sortableWords(numbers, order, highWord);
  const unsorted = lane(numbers.length);
  for (let row = 0; row < numbers.length; row += 1) unsorted.rows[row] = row;
  const byHigh = dealtByWord(unsorted, words, highWord);
  if (settleRuns(byHigh, numbers, order)) return byHigh;
  return dealtByWord(dealtByWord(byHigh, words, 1 - highWord), words, highWord);
}

/** Which of a double's two words holds its sign and exponent, 0 or 1 as the machine has it: where 1 has any bits at all. */
function placeOfHighWord(): number {
  return new Uint32Array(Float64Array.of(1).buffer).indexOf(0x3ff00000);
}

/** Tells the first row whose number is not finite; -1 if all are. */
export function firstNotFinite(numbers: Float64Array): number {
  for (let row = 0; row < numbers.length; row += 1) {
    if (!Number.isFinite(numbers[row])) return row;
  }
  return -1;
}

/** Rows in some order, each with the word that it was last dealt out by: equal numbers have equal keys. */
interface Lane {
  /** The rows, from 0. */
  readonly rows: Int32Array;
  /** The key of the row at each place. */
  readonly keys: Int32Array;
}

function lane(length: number): Lane {
  return { rows: new Int32Array(length), keys: new Int32Array(length) };
}

/** Deals rows out by one of their words, digit by digit. */
function dealtByWord(start: Lane, words: Int32Array, word: number): Lane {
  const length = start.rows.length;
  const digitBits = length < longColumn ? 8 : 16;
  let [from, to] = [start, lane(length)];
  for (let place = 0; place < length; place += 1) {
    from.keys[place] = words[2 * (from.rows[place] ?? 0) + word] ?? 0;
  }
  for (let shift = 0; shift < 32; shift += digitBits) {
    if (deal(from, to, { shift, digitBits })) [from, to] = [to, from];
  }
  return from;
}

/** Puts rows of equal high words in order, where they are few; says no where many differ in their low words. */
function settleRuns({ rows, keys }: Lane, numbers: Float64Array, order: RankOrder): boolean {
  const sign = order === "descending" ? -1 : 1;
  const compare = (row: number, other: number): number =>
    sign * ((numbers[row] ?? 0) - (numbers[other] ?? 0)) || row - other;
  let comparable = rows.length / comparedPart;
  let start = 0;
  while (start < rows.length) {
    let end = start + 1;
    while (end < rows.length && keys[end] === keys[start]) end += 1;
    if (end - start > longRun) {
      const run = rows.subarray(start, end);
      const first = numbers[run[0] ?? 0];
      if (run.some((row) => numbers[row] !== first)) {
        comparable -= run.length;
        if (comparable < 0) return false;
        run.sort(compare);
      }
    } else {
      for (let place = start + 1; place < end; place += 1) insertRow(rows, { start, place }, numbers, order);
    }
    start = end;
  }
  return true;
}

/** Moves the row at a place forward to where it belongs among those from the start on, which are in order. */
function insertRow(
  rows: Int32Array,
  { start, place }: { readonly start: number; readonly place: number },
  numbers: Float64Array,
  order: RankOrder,
): void {
  const row = rows[place] ?? 0;
  const number = numbers[row] ?? 0;
  let hole = place;
  for (; hole > start; hole -= 1) {
    const before = rows[hole - 1] ?? 0;
    const other = numbers[before] ?? 0;
    if (order === "descending" ? other >= number : other <= number) break;
    rows[hole] = before;
  }
  rows[hole] = row;
}

/** Deals rows out by one digit of their keys; says no, and moves nothing, where all digits are the same. */
function deal(from: Lane, to: Lane, { shift, digitBits }: { shift: number; digitBits: number }): boolean {
  const { keys, rows } = from;
  const mask = 2 ** digitBits - 1;
  const places = new Int32Array(2 ** digitBits);
  const length = keys.length;
  for (let at = 0; at < length; at += 1) {
    const digit = ((keys[at] ?? 0) >>> shift) & mask;
    places[digit] = (places[digit] ?? 0) + 1;
  }
  if (places[((keys[0] ?? 0) >>> shift) & mask] === length) return false;
  let next = 0;
  for (let digit = 0; digit <= mask; digit += 1) {
    const found = places[digit] ?? 0;
    places[digit] = next;
    next += found;
  }
  for (let at = 0; at < length; at += 1) {
    const key = keys[at] ?? 0;
    const digit = (key >>> shift) & mask;
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    to.keys[place] = key;
    to.rows[place] = rows[at] ?? 0;
  }
  return true;
}

/** The two words of every number, changed so that as whole numbers they rise as the order asks. */
function sortableWords(numbers: Float64Array, order: RankOrder, highWord: number): Int32Array {
  const copy = new Float64Array(numbers.length);
  // Adding zero turns negative zero into zero, which it ties with.
  for (let row = 0; row < numbers.length; row += 1) copy[row] = (numbers[row] ?? 0) + 0;
  const words = new Int32Array(copy.buffer);
  const lowWord = 1 - highWord;
  const falls = order === "descending";
  for (let at = 0; at < words.length; at += 2) {
    const high = words[at + highWord] ?? 0;
    const isNegative = (high & signBit) !== 0;
    // Below zero more bits mean less, above zero more; the sign bit itself is set below zero, where it must not be.
    if (isNegative === falls) {
      if (!falls) words[at + highWord] = high ^ signBit;
    } else {
      words[at + highWord] = falls ? ~high & ~signBit : ~high;
      words[at + lowWord] = ~(words[at + lowWord] ?? 0);
    }
  }
  return words;
}
