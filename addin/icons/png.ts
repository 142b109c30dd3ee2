import { deflateSync } from "node:zlib";

/** A square picture: four bytes a pixel (red, green, blue, opacity), row by row. */
export interface Picture {
  /** Pixels of a side. */
  readonly size: number;
  /** The pixels. */
  readonly pixels: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bytesEach = 4;
const bitDepth = 8;
/** Colour with opacity. */
const colourType = 6;

/** Writes a picture as a PNG file (ISO/IEC 15948). */
export function encodePng({ size, pixels }: Picture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = bitDepth;
  header[9] = colourType;
  const rows = Array.from({ length: size }, (_, row) =>
    // Each row begins with its filter: none.
    Buffer.concat([Buffer.of(0), pixels.subarray(row * size * bytesEach, (row + 1) * size * bytesEach)]),
  );
  const data = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The check sum of a chunk; zlib has one of its own from Node 22 on only. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}

/** The width and height that a PNG file states; nothing where it is no PNG file. */
export function pngSize(file: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const bytes = Buffer.from(file);
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(signature)) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
