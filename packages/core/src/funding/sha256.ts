import { integerRoot } from "../exact/integerRoot.ts";

/** The first primes, from which the constants of SHA-256 are made. */
export function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let next = 2n; found.length < count; next += 1n) {
    if (found.every((prime) => next % prime !== 0n)) found.push(next);
  }
  return found;
}

/** The first 32 bits after the point of a prime's root, as the standard defines the constants. */
export function fractionBits(prime: bigint, degree: 2 | 3): number {
  return Number(integerRoot(prime << BigInt(32 * degree), degree) & 0xffff_ffffn);
}

const roundConstants: readonly number[] = primes(64).map((prime) => fractionBits(prime, 3));
const startOfHash: readonly number[] = primes(8).map((prime) => fractionBits(prime, 2));

/**
 * The SHA-256 digest of a text in UTF-8, as 64 hexadecimal digits (FIPS 180-4).
 *
 * It is here so that a lot can be checked with any other program, and is the same in a browser, in Excel and on a server.
 */
export function sha256(text: string): string {
  const message = padded(utf8(text));
  let hash = [...startOfHash];
  for (let block = 0; block < message.length; block += 64) {
    hash = afterBlock(hash, message.subarray(block, block + 64));
  }
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** A text as UTF-8; half of a surrogate pair, which is no character, becomes the replacement character. */
function utf8(text: string): number[] {
  return Array.from(text).flatMap((character) => {
    const given = character.codePointAt(0) ?? 0;
    const point = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    const tail = (shift: number): number => 0x80 | ((point >> shift) & 0x3f);
    if (point < 0x80) return [point];
    if (point < 0x800) return [0xc0 | (point >> 6), tail(0)];
    if (point < 0x10000) return [0xe0 | (point >> 12), tail(6), tail(0)];
    return [0xf0 | (point >> 18), tail(12), tail(6), tail(0)];
  });
}

/** A message with a one, zeros, and its length in bits, so that it fills blocks of 64 bytes. */
function padded(bytes: readonly number[]): Uint8Array {
  const message = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  message.set(bytes);
  message[bytes.length] = 0x80;
  new DataView(message.buffer).setBigUint64(message.length - 8, BigInt(bytes.length) * 8n);
  return message;
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function afterBlock(hash: readonly number[], block: Uint8Array): number[] {
  const schedule = scheduleOf(block);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let round = 0; round < schedule.length; round += 1) {
    const mixedE = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const first = (h + mixedE + chosen + (roundConstants[round] ?? 0) + (schedule[round] ?? 0)) | 0;
    const mixedA = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [a, b, c, d, e, f, g, h] = [(first + mixedA + majority) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((word, place) => (word + (hash[place] ?? 0)) | 0);
}

function scheduleOf(block: Uint8Array): number[] {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const words = Array.from({ length: 16 }, (_, place) => view.getUint32(4 * place));
  for (let place = 16; place < 64; place += 1) {
    const [near = 0, far = 0] = [words[place - 2], words[place - 15]];
    const mixedNear = rotated(near, 17) ^ rotated(near, 19) ^ (near >>> 10);
    const mixedFar = rotated(far, 7) ^ rotated(far, 18) ^ (far >>> 3);
    words.push(((words[place - 16] ?? 0) + mixedFar + (words[place - 7] ?? 0) + mixedNear) | 0);
  }
  return words;
}
