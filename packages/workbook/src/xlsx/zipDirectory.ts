import { shown, WorkbookFileError } from "./workbookFileError.ts";
import { zipLimits } from "./zipLimits.ts";

/** One entry of a zip, as its central directory declares it. */
export interface ZipEntry {
  /** Its name, checked: relative, without steps upwards. */
  readonly name: string;
  /** 0 for stored, 8 for deflated. */
  readonly method: 0 | 8;
  /** The checksum of its bytes. */
  readonly crc: number;
  /** How many bytes it declares to have. */
  readonly size: number;
  /** Its packed bytes. */
  readonly packed: Uint8Array;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const [endSize, entrySize, localSize] = [22, 46, 30];
const oleHeader = [0xd0, 0xcf, 0x11, 0xe0];
/** What a 32-bit field holds where the true value stands in a zip64 record. */
const inZip64 = 0xffffffff;
const { fileBytes, entries: entryLimit, partBytes, totalBytes, ratio, ratioFromBytes } = zipLimits;

/** Reads the central directory of a zip and checks all it declares; nothing is unpacked. */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  refuseOtherFiles(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > entryLimit) {
    throw new WorkbookFileError(`the file holds ${count} parts; more than ${entryLimit} are refused`);
  }
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  // The directory must fill the space before its end exactly, so that its count cannot hide entries.
  if (start + size > end || view.getUint16(end + 8, true) !== count) throw broken();
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const [entry, next] = readEntry(bytes, view, at, start + size);
    entries.push(entry);
    at = next;
  }
  if (at !== start + size) throw broken();
  checkTogether(entries);
  return entries;
}

function refuseOtherFiles(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookFileError("the file is empty");
  if (oleHeader.every((byte, index) => bytes[index] === byte)) {
    throw new WorkbookFileError("the file is encrypted or an old .xls; save it as .xlsx without a password");
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new WorkbookFileError("the file is no .xlsx workbook: it is not a zip");
  if (bytes.length > fileBytes) {
    throw new WorkbookFileError(`the file is larger than ${inMegabytes(fileBytes)}, which is refused`);
  }
}

/** Finds the end record, which only a comment may follow. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endSize - 0xffff);
  for (let at = view.byteLength - endSize; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new WorkbookFileError("the file is cut short or no zip: its list of parts is missing");
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, end: number): [ZipEntry, number] {
  if (at + entrySize > end || view.getUint32(at, true) !== entrySignature) throw broken();
  const nameLength = view.getUint16(at + 28, true);
  const next = at + entrySize + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw broken();
  const nameBytes = bytes.subarray(at + entrySize, at + entrySize + nameLength);
  const name = safeName(nameBytes);
  if ((view.getUint16(at + 8, true) & 1) !== 0) throw new WorkbookFileError("the file is encrypted");
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) {
    throw new WorkbookFileError(
      `the file packs ${shown(name)} in a way (${method}) that workbooks do not use`,
    );
  }
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const offset = view.getUint32(at + 42, true);
  if ([packedSize, size, offset].includes(inZip64)) {
    throw new WorkbookFileError(
      "the file is a zip64, which workbooks of this size do not need; save it again",
    );
  }
  checkSize(name, size, packedSize);
  if (method === 0 && size !== packedSize) throw broken();
  const packed = packedBytes(bytes, view, { offset, packedSize, nameBytes });
  return [{ name, method, crc: view.getUint32(at + 16, true), size, packed }, next];
}

function safeName(nameBytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder("utf-8", { fatal: true }).decode(nameBytes);
  } catch {
    throw new WorkbookFileError("the file is damaged: the name of a part is not readable");
  }
  const steps = name.split(/[/\\]/);
  const unsafe =
    name === "" ||
    /^[/\\]|^[A-Za-z]:|\\|\p{Cc}/u.test(name) ||
    // As the key of an object, __proto__ would vanish when the zip is written.
    steps.some((step) => step === ".." || step === "." || step === "__proto__");
  if (unsafe) throw new WorkbookFileError(`the file holds a part with the unsafe name "${shown(name)}"`);
  return name;
}

function checkSize(name: string, size: number, packedSize: number): void {
  if (size > partBytes) {
    throw new WorkbookFileError(
      `the part ${shown(name)} unpacks to more than ${inMegabytes(partBytes)}, which is refused`,
    );
  }
  if (size > ratioFromBytes && size > packedSize * ratio) {
    throw new WorkbookFileError(
      `the part ${shown(name)} unpacks to more than ${ratio} times its size, as a zip bomb does`,
    );
  }
}

interface PackedPlace {
  readonly offset: number;
  readonly packedSize: number;
  readonly nameBytes: Uint8Array;
}

/** The packed bytes, after a check that the header before them tells of the same entry. */
function packedBytes(bytes: Uint8Array, view: DataView, place: PackedPlace): Uint8Array {
  const { offset, packedSize, nameBytes } = place;
  if (offset + localSize > bytes.length || view.getUint32(offset, true) !== localSignature) throw broken();
  const nameLength = view.getUint16(offset + 26, true);
  const from = offset + localSize + nameLength + view.getUint16(offset + 28, true);
  if (nameLength !== nameBytes.length || from + packedSize > bytes.length) throw broken();
  if (!nameBytes.every((byte, index) => bytes[offset + localSize + index] === byte)) throw broken();
  return bytes.subarray(from, from + packedSize);
}

function checkTogether(entries: readonly ZipEntry[]): void {
  const names = new Set<string>();
  let total = 0;
  for (const { name, size } of entries) {
    // Names of parts that differ only in case are the same part.
    const key = name.toLowerCase();
    if (names.has(key)) throw new WorkbookFileError(`the file holds the part ${shown(name)} twice`);
    names.add(key);
    total += size;
  }
  if (total > totalBytes) {
    throw new WorkbookFileError(`the file unpacks to more than ${inMegabytes(totalBytes)}, which is refused`);
  }
}

function inMegabytes(bytes: number): string {
  return `${bytes / 1024 / 1024} MB`;
}

function broken(): WorkbookFileError {
  return new WorkbookFileError(
    "the file is damaged or cut short: its list of parts does not fit its contents",
  );
}
