import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { sha256 } from "./sha256.ts";

describe("sha256", () => {
  // FIPS 180-4 names the examples of NIST's "Descriptions of SHA-256"; the empty message is in NIST's CAVP vectors.
  test.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
  ])("of %j", (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  test("agrees with OpenSSL at every length around its blocks, in any script", () => {
    for (let length = 0; length <= 200; length += 1) {
      const text = Array.from("工会é😀a".repeat(40)).slice(0, length).join("");
      expect(sha256(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
    }
  });

  test("reads half of a surrogate pair as the replacement character, as text encoders do", () => {
    expect(sha256("a\ud800b")).toBe(sha256("a\ufffdb"));
  });
});
