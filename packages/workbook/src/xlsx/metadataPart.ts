import { attributeOf, scanTags, type Tag, type XmlPart } from "./scanXml.ts";
import { withAttributes } from "./tagText.ts";
import { TextEdits } from "./textEdits.ts";

/** What the type of metadata is called that tells Excel that a formula spills by itself. */
const dynamicType = "XLDAPR";
const dynamicNamespace = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";

/** The metadata of a workbook in which no other cell has any, as Excel writes it. */
export const freshMetadata: string =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<metadataTypes count="1">${typeElement("")}</metadataTypes>` +
  `<futureMetadata name="${dynamicType}" count="1">${recordElement("")}</futureMetadata>` +
  `<cellMetadata count="1">${cellElement("", 1, 0)}</cellMetadata></metadata>`;

/** One section of the metadata: types, records of a type, or those of cells. */
interface Section {
  readonly opened: Tag;
  /** Its name; with that of its type for records of a type. */
  readonly key: string;
  /** How many elements it holds. */
  readonly count: number;
  readonly contentEnd: number;
  readonly end: number;
}

const futureKey = `futureMetadata ${dynamicType}`;

/** The metadata of a workbook, as far as it concerns formulas that spill. */
export interface Metadata {
  /** The numbers, from 1, of the records of cells that say that a formula spills. */
  readonly dynamicMarks: readonly string[];
  /** The text with one such record more, and its number. */
  readonly withRecord: () => { readonly xml: string; readonly mark: string };
}

/** Reads the metadata of a workbook. */
export function readMetadata(part: XmlPart): Metadata {
  const sections: Section[] = [];
  const types: string[] = [];
  const dynamicRecords: boolean[] = [];
  const cellRecords: { type: number; value: number }[] = [];
  let opened: Tag | undefined;
  let [key, count] = ["", 0];
  for (const tag of scanTags(part)) {
    const of = (name: string): string => attributeOf(part, tag, name) ?? "";
    if (tag.depth === 2) {
      if (tag.kind !== "close") {
        opened = tag;
        [key, count] = [tag.name === "futureMetadata" ? `${tag.name} ${of("name")}` : tag.name, 0];
      }
      if (tag.kind !== "open" && opened !== undefined) {
        const contentEnd = tag.kind === "close" ? tag.start : tag.end;
        sections.push({ opened, key, count, contentEnd, end: tag.end });
      }
    } else if (tag.kind !== "close" && opened !== undefined) {
      if (tag.depth === 3) count += 1;
      if (key === "metadataTypes") types.push(of("name"));
      else if (key === futureKey && tag.depth === 3) dynamicRecords.push(false);
      else if (key === futureKey && tag.name === "dynamicArrayProperties") {
        dynamicRecords[dynamicRecords.length - 1] = ["1", "true"].includes(of("fDynamic"));
      } else if (key === "cellMetadata" && tag.depth === 3) cellRecords.push({ type: 0, value: 0 });
      else if (key === "cellMetadata" && tag.name === "rc") {
        cellRecords[cellRecords.length - 1] = { type: Number(of("t")), value: Number(of("v")) };
      }
    }
  }
  const dynamicMarks = cellRecords.flatMap(({ type, value }, index) =>
    types[type - 1] === dynamicType && dynamicRecords[value] === true ? [String(index + 1)] : [],
  );
  return {
    dynamicMarks,
    withRecord: () => ({
      xml: withRecord(part, sections, types),
      mark: String(cellRecords.length + 1),
    }),
  };
}

/** Adds the type, the record of the type and the record of cells, each to its section or in a new one. */
function withRecord(part: XmlPart, sections: readonly Section[], types: readonly string[]): string {
  const edits = new TextEdits();
  const prefix = /<([^\s:/<>!?]+:)?metadata[\s>]/.exec(part.xml)?.[1] ?? "";
  let at = sections[0]?.opened.start ?? part.xml.lastIndexOf("</");
  const sectionOf = (key: string): Section | undefined => sections.find((section) => section.key === key);
  const known = types.indexOf(dynamicType);
  if (known === -1) append("metadataTypes", "", typeElement(prefix));
  // The order of sections is fixed: types, texts, cubes, records by type, cells, values.
  for (const { key, end } of sections) {
    if (/^(metadataTypes|metadataStrings|mdxMetadata|futureMetadata.*)$/.test(key)) at = end;
  }
  append(futureKey, ` name="${dynamicType}"`, recordElement(prefix));
  const type = known === -1 ? types.length + 1 : known + 1;
  append("cellMetadata", "", cellElement(prefix, type, sectionOf(futureKey)?.count ?? 0));
  return edits.apply(part.xml);

  function append(key: string, attributes: string, element: string): void {
    const section = sectionOf(key);
    if (section?.opened.kind === "open") {
      const { start, end } = section.opened;
      const counted = { count: String(section.count + 1) };
      edits.replace(start, end, withAttributes(part.xml.slice(start, end), counted, part.name));
      edits.insert(section.contentEnd, element);
      return;
    }
    const name = prefix + key.replace(/ .*/, "");
    const text = `<${name}${attributes} count="1">${element}</${name}>`;
    if (section === undefined) edits.insert(at, text);
    else edits.replace(section.opened.start, section.end, text);
  }
}

function typeElement(prefix: string): string {
  return (
    `<${prefix}metadataType name="${dynamicType}" minSupportedVersion="120000" copy="1" pasteAll="1" ` +
    'pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" ' +
    'coerce="1" cellMeta="1"/>'
  );
}

function recordElement(prefix: string): string {
  return (
    `<${prefix}bk><${prefix}extLst><${prefix}ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">` +
    `<xda:dynamicArrayProperties xmlns:xda="${dynamicNamespace}" fDynamic="1" fCollapsed="0"/>` +
    `</${prefix}ext></${prefix}extLst></${prefix}bk>`
  );
}

function cellElement(prefix: string, type: number, record: number): string {
  return `<${prefix}bk><${prefix}rc t="${type}" v="${record}"/></${prefix}bk>`;
}
