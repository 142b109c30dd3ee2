import { unzipSync, zipSync } from "fflate";

import { type BookValue, type ComputedBook, type ComputedCell } from "@tallykit/sheet/book";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageNamespace = "http://schemas.openxmlformats.org/package/2006";
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** Parts of a file by name, as text. */
export type Texts = Readonly<Record<string, string>>;

/** The bytes of a zip with these parts. */
export function zipOf(parts: Texts): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)])),
  );
}

/** The parts of a zip as text, unpacked by another program than the one under test. */
export function textsOf(bytes: Uint8Array): Record<string, string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, decoder.decode(part)]),
  );
}

/** What a small workbook of one sheet may be made of. */
export interface SmallBook {
  /** The rows of the sheet named Sheet1. */
  readonly rows?: string;
  /** The whole of that sheet. */
  readonly sheet?: string;
  /** What follows the sheets in the workbook part, such as defined names. */
  readonly afterSheets?: string;
  /** What comes before the sheets there. */
  readonly beforeSheets?: string;
  /** Further parts. */
  readonly parts?: Texts;
  /** Further relationships of the workbook part. */
  readonly links?: string;
  /** Further content types. */
  readonly types?: string;
}

/** A sheet with these rows. */
export function sheetXml(
  rows: string,
  around: { readonly before?: string; readonly after?: string } = {},
): string {
  return `${header}<worksheet xmlns="${main}" xmlns:r="${relationships}">${around.before ?? ""}<sheetData>${rows}</sheetData>${around.after ?? ""}</worksheet>`;
}

/** A relationship. */
export function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
}

/** The parts of a small workbook. */
export function smallParts(book: SmallBook): Record<string, string> {
  return {
    "[Content_Types].xml": `${header}<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>${book.types ?? ""}</Types>`,
    "_rels/.rels": `${header}<Relationships xmlns="${packageNamespace}/relationships">${link("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${header}<workbook xmlns="${main}" xmlns:r="${relationships}">${book.beforeSheets ?? ""}<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>${book.afterSheets ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": `${header}<Relationships xmlns="${packageNamespace}/relationships">${link("rId1", "worksheet", "worksheets/sheet1.xml")}${book.links ?? ""}</Relationships>`,
    "xl/worksheets/sheet1.xml":
      book.sheet ?? sheetXml(book.rows ?? '<row r="1"><c r="A1"><v>1</v></c></row>'),
    ...book.parts,
  };
}

/** The bytes of a small workbook. */
export function smallBook(book: SmallBook): Uint8Array {
  return zipOf(smallParts(book));
}

/** Results for the sheet named Sheet1: a value, or rows for a formula that spills. */
export function results(
  cells: Readonly<Record<string, BookValue | readonly (readonly BookValue[])[]>>,
): ComputedBook {
  const computed = Object.entries(cells).map(([address, result]): [string, ComputedCell] => {
    if (!Array.isArray(result)) return [address, { value: result as BookValue }];
    const spill = result as readonly (readonly BookValue[])[];
    return [address, { value: spill[0]?.[0] ?? "", spill }];
  });
  return { sheets: new Map([["Sheet1", new Map(computed)]]) };
}

/** The metadata part as Excel writes it for a formula that spills. */
export const excelMetadata: string = [
  header,
  `<metadata xmlns="${main}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
].join("");

/** The content type and the relationship of that part. */
export const metadataLink: { readonly links: string; readonly types: string } = {
  links: link("rId8", "sheetMetadata", "metadata.xml"),
  types:
    '<Override PartName="/xl/metadata.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml"/>',
};

/**
 * A workbook as Excel saves one that uses an add-in's functions: a chart, defined names (one a LAMBDA), a webextension, a
 * conditional format, a comment, a calculation chain and the metadata of formulas that spill.
 */
export function excelBook(): Record<string, string> {
  const rows =
    '<row r="1" spans="1:4" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\n' +
    '<row r="2"><c r="A2"><v>80</v></c><c r="B2"><v>100</v></c><c r="C2" s="2" cm="1"><f t="array" ref="C2">_xldudf_TALLY_COVERAGE_RATE(A2,B2)</f><v>0.80000000000000004</v></c></row>' +
    '<row r="3"><c r="A3"><v>5</v></c><c r="B3"><v>0</v></c><c r="C3" s="2" cm="1" t="e"><f t="array" ref="C3">_xldudf_TALLY_COVERAGE_RATE(A3,B3)</f><v>#DIV/0!</v></c></row>' +
    '<row r="5"><c r="A5" cm="1"><f t="array" ref="A5:A7">_xldudf_TALLY_FUNDING_SPLIT(100,A2:A4)</f><v>1</v></c><c r="C5"><f>SUM(A2:A3)</f><v>85</v></c></row>' +
    '<row r="6" ht="20" customHeight="1"><c r="A6" s="3"><v>2</v></c></row><row r="7"><c r="A7" s="3" t="str"><v>old</v></c></row>';
  const sheet = sheetXml(rows, {
    before: '<dimension ref="A1:C7"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>',
    after:
      '<conditionalFormatting sqref="C2:C3"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0.5</formula></cfRule></conditionalFormatting><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>',
  });
  const parts = smallParts({
    sheet,
    afterSheets:
      '<definedNames><definedName name="Eligible">Sheet1!$B$2:$B$3</definedName><definedName name="TALLYX.RATE">_xlfn.LAMBDA(_xlpm.c,_xlpm.n,IF(_xlpm.n=0,NA(),_xlpm.c/_xlpm.n))</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1</definedName><definedName name="Local" localSheetId="0">Sheet1!$A$2</definedName></definedNames><calcPr calcId="191029"/>',
    links:
      link("rId5", "sharedStrings", "sharedStrings.xml") +
      link("rId6", "calcChain", "calcChain.xml") +
      metadataLink.links,
    types:
      '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>' +
      '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>' +
      metadataLink.types,
  });
  return {
    ...parts,
    "xl/sharedStrings.xml": `${header}<sst xmlns="${main}" count="2" uniqueCount="2"><si><t>Covered</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Eli </t></r><r><t>gible</t></r><rPh sb="0" eb="1"><t>read aloud</t></rPh></si></sst>`,
    "xl/calcChain.xml": `${header}<calcChain xmlns="${main}"><c r="C2" i="1"/></calcChain>`,
    "xl/metadata.xml": excelMetadata,
    "xl/comments1.xml": `${header}<comments xmlns="${main}"><authors><author>A</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Seen &amp; kept</t></text></comment></commentList></comments>`,
    "xl/drawings/vmlDrawing1.vml":
      '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="s1"></v:shape></xml>',
    "xl/drawings/drawing1.xml": `${header}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
    "xl/charts/chart1.xml": `${header}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:v>0.8</c:v></c:chartSpace>`,
    "xl/webextensions/webextension1.xml": `${header}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{1}"><we:extLst><a:ext xmlns:a="a" uri="{7C84B067-C214-45C3-A712-C9D94CD141B2}"><we:customFunctionIdList><we:customFunctionIds>_xldudf_TALLY_COVERAGE_RATE</we:customFunctionIds></we:customFunctionIdList></a:ext></we:extLst></we:webextension>`,
    "xl/media/image1.png": "\u0000\u0001 not really <!DOCTYPE an image>",
  };
}
