import { Inflate } from "fflate";

import { shown, WorkbookFileError } from "./workbookFileError.ts";
import { readZipDirectory, type ZipEntry } from "./zipDirectory.ts";

/** The parts of a zip by name, in the order of the file. */
export type ZipParts = ReadonlyMap<string, Uint8Array>;

/** Packed bytes handed over at once; deflate makes at most 1,032 bytes of one, so a lie is noticed within 16 MB. */
const packedStep = 16 * 1024;
const [lessThan, exclamation] = [0x3c, 0x21];
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
  return value;
});

/**
 * Unpacks a zip after a check of all it declares.
 *
 * Every part must come to the size and the checksum it declares, and no XML may declare a document type.
 *
 * @throws WorkbookFileError where the bytes are no zip, a damaged one, or one that is not safe to unpack.
 */
export function openZip(bytes: Uint8Array): ZipParts {
  const parts = new Map<string, Uint8Array>();
  for (const entry of readZipDirectory(bytes)) {
    const part = entry.method === 0 ? entry.packed : inflate(entry);
    if (crcOf(part) !== entry.crc) throw damaged(entry.name);
    refuseDocumentType(entry.name, part);
    parts.set(entry.name, part);
  }
  return parts;
}

function inflate({ name, packed, size }: ZipEntry): Uint8Array {
  const part = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw lying(name);
    part.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < Math.max(1, packed.length); at += packedStep) {
      stream.push(packed.subarray(at, at + packedStep), at + packedStep >= packed.length);
    }
  } catch (error) {
    throw error instanceof WorkbookFileError ? error : damaged(name);
  }
  if (filled !== size) throw damaged(name);
  return part;
}

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- an iterator takes three times as long here
  for (let at = 0; at < bytes.length; at += 1) {
    crc = (crcTable[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

/** Entities are how a small XML grows without end and reads files beside it; no workbook needs to declare any. */
function refuseDocumentType(name: string, part: Uint8Array): void {
  if (!/\.(xml|rels|vml)$/i.test(name)) return;
  for (let at = 1; at < part.length; at += 1) {
    if (part[at] !== exclamation || part[at - 1] !== lessThan) continue;
    const word = String.fromCharCode(...part.subarray(at + 1, at + 8)).toUpperCase();
    if (word === "DOCTYPE" || word.startsWith("ENTITY")) {
      throw new WorkbookFileError(`the file declares XML entities in ${shown(name)}, which is refused`);
    }
  }
}

function lying(name: string): WorkbookFileError {
  return new WorkbookFileError(
    `the part ${shown(name)} unpacks to more than it declares, as a zip bomb does`,
  );
}

function damaged(name: string): WorkbookFileError {
  return new WorkbookFileError(`the file is damaged: ${shown(name)} does not unpack to what it declares`);
}
