import { inflateSync } from "node:zlib";

import { describe, expect, test } from "vitest";

import { iconSizes } from "../manifest/addin.ts";
import { drawIcon, drawOutline } from "./drawIcon.ts";
import { encodePng, pngSize } from "./png.ts";

/** The last chunk of every PNG file, as the standard's examples print it. */
const lastChunk = "0000000049454e44ae426082";

describe("a PNG file", () => {
  const pixels = Uint8Array.from({ length: 16 }, (_, index) => index * 16);
  const file = Buffer.from(encodePng({ size: 2, pixels }));

  test("begins and ends as the standard says", () => {
    expect(file.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
    expect(file.subarray(-12).toString("hex")).toBe(lastChunk);
  });

  test("has the header of a picture of 2 by 2 with opacity", () => {
    // The check sum was computed with Python's zlib.crc32.
    expect(file.subarray(8, 33).toString("hex")).toBe(
      "0000000d4948445200000002000000020806000000" + "72b60d24",
    );
  });

  test("holds the pixels, each row after its filter", () => {
    const length = file.readUInt32BE(33);
    const rows = inflateSync(file.subarray(41, 41 + length));
    expect([...rows]).toEqual([0, ...pixels.subarray(0, 8), 0, ...pixels.subarray(8)]);
  });

  test("states its size, and nothing else does", () => {
    expect(pngSize(file)).toEqual({ width: 2, height: 2 });
    expect([pngSize(Buffer.from("GIF89a")), pngSize(Buffer.alloc(40))]).toEqual([undefined, undefined]);
  });
});

describe("the icons", () => {
  const pixelAt = (picture: ReturnType<typeof drawIcon>, x: number, y: number): number[] => [
    ...picture.pixels.subarray((y * picture.size + x) * 4, (y * picture.size + x) * 4 + 4),
  ];

  test.each(iconSizes)("of %i pixels have clear corners, a blue ground and a white tally", (size) => {
    const icon = drawIcon(size);
    const inner = Array.from({ length: size }, (_, x) => pixelAt(icon, x, Math.floor(size * 0.5)));
    expect(pixelAt(icon, 0, 0)[3]).toBeLessThan(128);
    expect(pixelAt(icon, Math.floor(size / 2), 0)).toEqual([0x1f, 0x5f, 0xa8, 255]);
    // Whatever the scale, the strokes stay apart from the ground: some pixels are nearly white.
    expect(Math.max(...inner.map(([red = 0]) => red))).toBeGreaterThan(200);
  });

  test("in outline are white where they are anything", () => {
    const { pixels } = drawOutline(32);
    for (let at = 0; at < pixels.length; at += 4) {
      const [red, green, blue, opacity] = pixels.subarray(at, at + 4);
      if (opacity !== 0) expect([red, green, blue]).toEqual([255, 255, 255]);
    }
    expect(pixels.some((part) => part !== 0)).toBe(true);
  });
});
