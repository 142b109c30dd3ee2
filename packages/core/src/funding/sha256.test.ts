import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fractionBits, primes, sha256 } from "./sha256.ts";

const openssl = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("sha256", () => {
  // FIPS 180-4 names the examples of NIST's "Descriptions of SHA-256"; the empty message is in NIST's CAVP vectors.
  test.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    [
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    ],
  ])("of %j", (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  // Those of NIST's additional vectors of SHA-256 that are text, around one block and over many.
  test.each([
    [55, "\0", "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"],
    [56, "\0", "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"],
    [57, "\0", "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785"],
    [64, "\0", "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"],
    [1000, "\0", "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53"],
    [1000, "A", "c2e686823489ced2017f6059b8b239318b6364f6dcd835d0a519105a1eadd6e4"],
    [1005, "U", "f4d62ddec0f3dd90ea1380fa16a5ff8dc4c54b21740650f24afc4120903552b0"],
  ])("of %d times %j", (times, character, digest) => {
    expect(sha256(character.repeat(times))).toBe(digest);
  });

  test("agrees with OpenSSL at every length around its blocks, in any script", () => {
    for (let length = 0; length <= 200; length += 1) {
      const text = Array.from("工会é😀a".repeat(40)).slice(0, length).join("");
      expect(sha256(text)).toBe(openssl(text));
    }
  });

  // The bytes by table 3-6 of the Unicode standard, where a character takes one byte more or follows on the surrogates.
  test.each([
    ["U+007F", "\u007f", [0x7f]],
    ["U+0080", "\u0080", [0xc2, 0x80]],
    ["U+07FF", "\u07ff", [0xdf, 0xbf]],
    ["U+0800", "\u0800", [0xe0, 0xa0, 0x80]],
    ["U+D7FF", "\ud7ff", [0xed, 0x9f, 0xbf]],
    ["U+E000", "\ue000", [0xee, 0x80, 0x80]],
    ["U+FFFF", "\uffff", [0xef, 0xbf, 0xbf]],
    ["U+10000", "\u{10000}", [0xf0, 0x90, 0x80, 0x80]],
    ["U+10FFFF", "\u{10ffff}", [0xf4, 0x8f, 0xbf, 0xbf]],
  ])("reads %s as UTF-8", (_, character, bytes) => {
    expect(sha256(character)).toBe(openssl(Uint8Array.from(bytes)));
  });

  test.each(["\ud800", "\udbff", "\udc00", "\udfff"])(
    "reads %j, half of a surrogate pair, as the replacement character, as text encoders do",
    (half) => {
      expect(sha256(`a${half}b`)).toBe(openssl("a\ufffdb"));
    },
  );
});

describe("the constants of SHA-256", () => {
  test("are made from the first primes", () => {
    expect(primes(8)).toEqual([2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n]);
    expect(primes(64).at(-1)).toBe(311n);
  });

  // FIPS 180-4, sections 4.2.2 and 5.3.3: the first and last of each table.
  test.each([
    [2n, 3, 0x428a2f98],
    [311n, 3, 0xc67178f2],
    [2n, 2, 0x6a09e667],
    [19n, 2, 0x5be0cd19],
  ] as const)("by the prime %d and the root of degree %d", (prime, degree, bits) => {
    expect(fractionBits(prime, degree)).toBe(bits);
  });
});
