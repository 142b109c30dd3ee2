import { zipSync } from "fflate";

import { excelBook, type Texts } from "../../packages/workbook/src/xlsx/bookFixtures.ts";
import { patchBook } from "../../packages/workbook/src/xlsx/patchBook.ts";
import { readBook } from "../../packages/workbook/src/xlsx/readBook.ts";
import { valuesBook } from "../../packages/workbook/src/xlsx/valuesBook.ts";
import { WorkbookFileError } from "../../packages/workbook/src/xlsx/workbookFileError.ts";
import { chance, pick, type Random, SeededRandom } from "./random.ts";
import { type Difference, type Run } from "./reference.ts";

/** Reading and writing back a bent file must end within this. */
const mostMilliseconds = 2_000;
/** Whatever a small bent file holds, what is kept of it is small. */
const mostBytes = 300 * 1024 * 1024;

const numbers = [
  "-1",
  "0",
  "1",
  "65536",
  "1048577",
  "4294967296",
  "99999999999999999999",
  "1e9",
  "1e999",
  "NaN",
  "0x10",
  "",
  " 1 ",
  "１",
  "-0",
  "1.5",
  "%31",
];
const references = [
  "A1",
  "$A$1",
  "A0",
  "XFD1048576",
  "XFE1",
  "A1048577",
  "A1:XFD1048576",
  "B2:A1",
  "A1:A1:A1",
  "Sheet1!A1",
  "",
  "a1",
  "AAAAAAAA1",
  "A99999999999",
  "R1C1",
  "#REF!",
];
const targets = [
  "../../../etc/passwd",
  "/xl/workbook.xml",
  "http://localhost/x",
  "file:///etc/passwd",
  "worksheets/sheet1.xml",
  "workbook.xml",
  "..\\sheet1.xml",
  "",
  "%2e%2e/x.xml",
  "a".repeat(5000),
  "worksheets/none.xml",
  "\u0000",
];
const texts = [
  "&amp;",
  "&a;",
  "&#0;",
  "&#x110000;",
  "&#xD800;",
  "&#38;#38;",
  "&lt;script&gt;",
  "]]>",
  "<![CDATA[x]]>",
  "<!-- -- -->",
  "<?xml version='1.0'?>",
  "<!DOCTYPE a>",
  "\u0000",
  "\ufffe",
  "\ud800",
  "x".repeat(50_000),
  "=1+1",
  "__proto__",
  "constructor",
  "0",
  "7",
  "-3",
];
const formulas = [
  "1+",
  "SUM(",
  "_xldudf_TALLY_FUNDING_SPLIT(",
  '"',
  "'",
  "A1:",
  "{1,2",
  "(((((((((((",
  "LET(x,x)",
  "A1#",
  "[1]Sheet1!A1",
  "Sheet1!",
  "'a''",
  "1".repeat(9000),
  "-".repeat(9000),
  "(".repeat(9000),
];

/** One piece of XML: a tag, or the text between two. */
const pieces = /<[^<>]*>|[^<>]+/g;
const attribute = /([\w:]+)="([^"]*)"/g;

function valueFor(random: Random, name: string): string {
  if (/^(r|ref|sqref|spans)$/.test(name)) return pick(random, chance(random, 80) ? references : numbers);
  if (/Target|PartName/.test(name)) return pick(random, targets);
  return pick(random, chance(random, 60) ? numbers : texts).replaceAll('"', "&quot;");
}

/** Changes, drops, doubles or adds an attribute of a tag. */
function bentTag(random: Random, tag: string): string {
  const found = [...tag.matchAll(attribute)];
  if (found.length === 0)
    return tag.replace(
      /^<(\w+)/,
      `<$1 ${pick(random, ["r", "t", "s", "ref", "si", "cm", "xmlns", "xmlns:r"])}="${valueFor(random, "r")}"`,
    );
  const [whole = "", name = ""] = pick(random, found);
  const value = valueFor(random, name);
  const written = {
    change: () => `${name}="${value}"`,
    drop: () => "",
    double: () => `${whole} ${whole}`,
    rename: () => whole.replace(name, `${name}x`),
    add: () =>
      `${whole} t="${pick(random, ["s", "e", "b", "d", "str", "inlineStr", "array", "shared", "dataTable"])}"`,
  };
  return tag.replace(
    whole,
    written[pick(random, ["change", "change", "change", "drop", "double", "rename", "add"] as const)](),
  );
}

/** One change of a part that keeps to the form of XML, so that it gets past the first look, or only nearly does. */
function bentPart(random: Random, xml: string): string {
  const all = xml.match(pieces) ?? [xml];
  const at = random.whole(0, all.length - 1);
  const piece = all[at] ?? "";
  const isTag = piece.startsWith("<");
  const kind = random.whole(0, 9);
  if (kind < 4)
    all[at] = isTag
      ? bentTag(random, piece)
      : pick(random, [...texts, ...numbers, ...formulas]).replaceAll("<", "&lt;");
  else if (kind === 4) all[at] = pick(random, texts);
  else if (kind === 5) all.splice(at, 1);
  else if (kind === 6) all.splice(at, 0, piece);
  else if (kind === 7) nest(random, all, at);
  else if (kind === 8) repeat(random, all, at);
  else all.splice(at, 0, ...all.slice(random.whole(0, all.length - 1)).slice(0, 12));
  return all.join("");
}

/** An element of the same name around a piece, few times or very often. */
function nest(random: Random, all: string[], at: number): void {
  const name = /^<(\w+)/.exec(all[at] ?? "")?.[1] ?? "c";
  const times = pick(random, [1, 3, 300, 5_000]);
  all.splice(
    at,
    1,
    `<${name}>`.repeat(times),
    all[at] ?? "",
    chance(random, 80) ? `</${name}>`.repeat(times) : "",
  );
}

/** A whole element, repeated. */
function repeat(random: Random, all: string[], at: number): void {
  const element = all.slice(at, at + random.whole(1, 8)).join("");
  const times = pick(random, [2, 10, 2_000]);
  all.splice(at, 0, element.length * times > 2_000_000 ? element : element.repeat(times));
}

/** A valid workbook with one to four changes of its parts, their names, or which of them there are. */
function drawBook(random: Random, whole: Texts): Record<string, string> {
  const parts: Record<string, string> = { ...whole };
  for (let left = random.whole(1, 4); left > 0; left -= 1) {
    const names = Object.keys(parts);
    const name = pick(
      random,
      chance(random, 60)
        ? names.filter((each) => /sheet1|sharedStrings|workbook\.xml|metadata/.test(each))
        : names,
    );
    const kind = random.whole(0, 19);
    if (kind === 0 && names.length > 1) Reflect.deleteProperty(parts, name);
    else if (kind === 1)
      parts[
        pick(random, [
          "xl/worksheets/sheet2.xml",
          "XL/WORKBOOK.XML",
          "xl/sharedStrings.xml",
          "docProps/x.xml",
        ])
      ] = parts[name] ?? "";
    else parts[name] = bentPart(random, parts[name] ?? "");
  }
  return parts;
}

const valid = excelBook();
const encoder = new TextEncoder();

/** Stored and not packed: that is quicker, and parts that repeat themselves are not taken for a zip bomb at once. */
function stored(parts: Texts): Uint8Array {
  const encoded = Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)] as const);
  return zipSync(Object.fromEntries(encoded), { level: 0 });
}

const nothing = { sheets: new Map() };

/** Something that is done with the bytes of a file. */
type Work = (bytes: Uint8Array) => unknown;

const allWorks: readonly Work[] = [
  (bytes) => readBook(bytes),
  (bytes) => patchBook(bytes, nothing),
  (bytes) => valuesBook(bytes, nothing),
];

/** What is wrong with reading a file: only a workbook, or the refusal of a file, may come of it, soon and small. */
function bookFault(bytes: Uint8Array, works: readonly Work[]): string | undefined {
  const [started, before] = [process.cpuUsage(), process.memoryUsage().arrayBuffers];
  for (const work of works) {
    try {
      work(bytes);
    } catch (error) {
      if (error instanceof WorkbookFileError) continue;
      return error instanceof Error ? `it threw ${error.name}: ${error.message}` : "it threw no error";
    }
  }
  // What it has computed, and not how long it waited for others on the machine.
  const { user, system } = process.cpuUsage(started);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > mostMilliseconds) return `it took ${milliseconds.toFixed(0)} ms`;
  const kept = process.memoryUsage().arrayBuffers - before;
  return kept > mostBytes ? `it kept ${kept} bytes` : undefined;
}

/** Bends a valid file so many times; the first that is not read or refused as it should be. */
export function firstBookFault(
  { cases, seed }: Run,
  works: readonly Work[] = allWorks,
): Difference | undefined {
  const random = new SeededRandom(seed);
  for (let left = cases; left > 0; left -= 1) {
    const parts = drawBook(random, valid);
    const words = bookFault(stored(parts), works);
    if (words !== undefined) return { given: JSON.stringify(changes(parts)).slice(0, 4_000), words };
  }
  return undefined;
}

/** Only the parts that are not those of the valid file. */
function changes(parts: Texts): Texts {
  return Object.fromEntries(Object.entries(parts).filter(([name, text]) => valid[name] !== text));
}

/** How many of so many bent files are still read: were it none, nothing but the first look would be tried. */
export function readShare({ cases, seed }: Run): number {
  const random = new SeededRandom(seed);
  let read = 0;
  for (let left = cases; left > 0; left -= 1) {
    try {
      readBook(stored(drawBook(random, valid)));
      read += 1;
    } catch {
      // Refused.
    }
  }
  return read / cases;
}
