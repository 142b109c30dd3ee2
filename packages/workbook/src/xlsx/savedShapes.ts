import { excelMetadata, link, metadataLink, sheetXml, smallParts } from "./bookFixtures.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** The parts of a file, by name. */
export type SavedParts = Record<string, string>;

function links(...each: readonly string[]): string {
  return `${header}<Relationships xmlns="${packageRelationships}">${each.join("")}</Relationships>`;
}

function override(part: string, type: string): string {
  return `<Override PartName="/${part}" ContentType="${type}"/>`;
}

/** The table Counties in A1:D4, with totals. */
function countiesTable(attributes: string, calculated = ""): string {
  return `${header}<table xmlns="${main}" ${attributes} id="1" name="Counties" displayName="Counties" ref="A1:D4" totalsRowCount="1"><autoFilter ref="A1:D3"/><tableColumns count="4"><tableColumn id="1" name="unit" totalsRowLabel="total"/><tableColumn id="2" name="covered" totalsRowFunction="sum"/><tableColumn id="3" name="eligible" totalsRowFunction="sum"/><tableColumn id="4" name="rate, #1">${calculated}</tableColumn></tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;
}

/**
 * A workbook with macros as Excel saves one: a table with calculated columns and totals, a pivot table with its cache, a
 * chart, comments old and new, a link to another workbook, an add-in's web extension, custom XML, names of functions,
 * validations, formats by condition old and new, formulas that spill, shared formulas and a calculation chain.
 */
export function excelSaved(): SavedParts {
  const rows =
    '<row r="1" spans="1:12"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>' +
    '<c r="F1" cm="1"><f t="array" ref="F1:F2">_xlfn._xlws.FILTER(Counties[covered],Counties[eligible]&gt;0)</f><v>80</v></c><c r="G1"><f>SUM(_xlfn.ANCHORARRAY(F1))</f><v>0</v></c><c r="H1"><f>SUM([1]Elsewhere!$A$1:$A$2)*2</f><v>14</v></c><c r="I1"><f>H1+1</f><v>0</v></c><c r="J1" t="e" cm="1" vm="1"><f t="array" ref="J1">_xlfn.SEQUENCE(3)</f><v>#VALUE!</v></c><c r="L1"><f>$B$2:$B$3</f><v>0</v></c></row>' +
    '<row r="2" spans="1:12"><c r="A2" t="s"><v>4</v></c><c r="B2"><v>80</v></c><c r="C2"><v>100</v></c><c r="D2" s="1"><f>_xldudf_TALLY_COVERAGE_RATE(Counties[[#This Row],[covered]],Counties[[#This Row],[eligible]])</f><v>0</v></c><c r="F2"><v>9</v></c><c r="G2"><f>TALLYX.RATE(B2,C2)</f><v>0</v></c><c r="H2" t="str"><f>_xlfn.TEXTJOIN(",",TRUE,Counties[[#Headers],[unit]:[covered]])</f><v>x</v></c><c r="J2" t="s"><v>5</v></c><c r="L2"><f>$B$2:$B$3</f><v>80</v></c></row>' +
    '<row r="3" spans="1:12"><c r="A3" t="inlineStr"><is><t>West</t></is></c><c r="B3"><v>30</v></c><c r="C3"><v>40</v></c><c r="D3" s="1"><f>_xldudf_TALLY_COVERAGE_RATE(Counties[[#This Row],[covered]],Counties[[#This Row],[eligible]])</f><v>0</v></c><c r="G3"><f>_xlfn.SINGLE($B$2:$B$3)</f><v>0</v></c><c r="H3"><f>OWNMACRO(B3)</f><v>60</v></c></row>' +
    '<row r="4" spans="1:12"><c r="A4" t="s"><v>6</v></c><c r="B4"><f>SUBTOTAL(109,Counties[covered])</f><v>0</v></c><c r="C4"><f>SUBTOTAL(109,Counties[eligible])</f><v>0</v></c><c r="D4" s="1"><f>_xldudf_TALLY_COVERAGE_RATE(Counties[[#Totals],[covered]],Counties[[#Totals],[eligible]])</f><v>0</v></c><c r="E4"><f t="shared" ref="E4:E5" si="0">B4*2</f><v>0</v></c></row>' +
    '<row r="5" spans="1:12" ht="20.25" customHeight="1"><c r="A5" s="2"><v>44197</v></c><c r="D5" t="str" s="1"><f>_xldudf_TALLY_COVERAGE_TEXT(SUM(Counties[covered]),SUM(Counties[eligible]),1)</f><v>x</v></c><c r="E5"><f t="shared" si="0"/><v>0</v></c></row>' +
    '<row r="7"><c r="A7" cm="1"><f t="array" ref="A7:A9">_xldudf_TALLY_FUNDING_SPLIT(1000,Counties[covered])</f><v>1</v></c></row><row r="8"><c r="A8" s="1"><v>2</v></c></row><row r="9"><c r="A9" s="1"><v>3</v></c></row>';
  const sheet = sheetXml(rows, {
    before:
      '<sheetPr codeName="Sheet1"/><dimension ref="A1:L9"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="12.5" customWidth="1"/></cols>',
    after:
      '<conditionalFormatting sqref="D2:D3"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0.8</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" allowBlank="1" showErrorMessage="1" sqref="C2:C3"><formula1>0</formula1><formula2>1000</formula2></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId3"/></tableParts><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{1}"/><xm:sqref>B2:B3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
  });
  const parts = smallParts({
    sheet,
    beforeSheets: '<workbookPr date1904="1" codeName="ThisWorkbook"/>',
    afterSheets:
      '<externalReferences><externalReference r:id="rId11"/></externalReferences><definedNames><definedName name="TALLYX.RATE">_xlfn.LAMBDA(_xlpm.c,_xlpm.n,IF(_xlpm.n=0,1/0,_xlpm.c/_xlpm.n))</definedName><definedName name="Needs">Counties[eligible]</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="3" r:id="rId12"/></pivotCaches>',
    links:
      link("rId5", "sharedStrings", "sharedStrings.xml") +
      link("rId6", "calcChain", "calcChain.xml") +
      metadataLink.links +
      link("rId10", "styles", "styles.xml") +
      link("rId11", "externalLink", "externalLinks/externalLink1.xml") +
      link("rId12", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml") +
      '<Relationship Id="rId13" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>' +
      link("rId14", "customXml", "../customXml/item1.xml"),
    types:
      '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
      override("xl/sharedStrings.xml", `${spreadsheetType}.sharedStrings+xml`) +
      override("xl/calcChain.xml", `${spreadsheetType}.calcChain+xml`) +
      override("xl/styles.xml", `${spreadsheetType}.styles+xml`) +
      override("xl/tables/table1.xml", `${spreadsheetType}.table+xml`) +
      override("xl/comments1.xml", `${spreadsheetType}.comments+xml`) +
      override("xl/externalLinks/externalLink1.xml", `${spreadsheetType}.externalLink+xml`) +
      override("xl/pivotCache/pivotCacheDefinition1.xml", `${spreadsheetType}.pivotCacheDefinition+xml`) +
      override("xl/pivotCache/pivotCacheRecords1.xml", `${spreadsheetType}.pivotCacheRecords+xml`) +
      override("xl/pivotTables/pivotTable1.xml", `${spreadsheetType}.pivotTable+xml`) +
      override("xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml") +
      override("xl/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml") +
      override("xl/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml") +
      override("xl/webextensions/webextension1.xml", "application/vnd.ms-office.webextension+xml") +
      metadataLink.types,
  });
  return {
    ...parts,
    "[Content_Types].xml": (parts["[Content_Types].xml"] ?? "").replace(
      `${spreadsheetType}.sheet.main+xml`,
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ),
    "xl/worksheets/_rels/sheet1.xml.rels": links(
      link("rId1", "drawing", "../drawings/drawing1.xml"),
      link("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
      link("rId3", "table", "../tables/table1.xml"),
      link("rId4", "comments", "../comments1.xml"),
      link("rId5", "pivotTable", "../pivotTables/pivotTable1.xml"),
    ),
    "xl/tables/table1.xml": countiesTable(
      'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-000C-0000-FFFF-FFFF00000000}"',
      "<calculatedColumnFormula>_xldudf_TALLY_COVERAGE_RATE(Counties[[#This Row],[covered]],Counties[[#This Row],[eligible]])</calculatedColumnFormula>",
    ),
    "xl/sharedStrings.xml": `${header}<sst xmlns="${main}" count="7" uniqueCount="7"><si><t>unit</t></si><si><t>covered</t></si><si><t>eligible</t></si><si><t>rate, #1</t></si><si><t>East</t></si><si><t>in the way</t></si><si><t>total</t></si></sst>`,
    "xl/styles.xml": `${header}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>`,
    "xl/calcChain.xml": `${header}<calcChain xmlns="${main}"><c r="D2" i="1"/></calcChain>`,
    "xl/metadata.xml": excelMetadata,
    "xl/externalLinks/externalLink1.xml": `${header}<externalLink xmlns="${main}"><externalBook xmlns:r="${relationships}" r:id="rId1"><sheetNames><sheetName val="Elsewhere"/></sheetNames></externalBook></externalLink>`,
    "xl/externalLinks/_rels/externalLink1.xml.rels": `${header}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/externalLinkPath" Target="Elsewhere.xlsx" TargetMode="External"/></Relationships>`,
    "xl/pivotCache/pivotCacheDefinition1.xml": `${header}<pivotCacheDefinition xmlns="${main}" xmlns:r="${relationships}" r:id="rId1" refreshedVersion="8" recordCount="2"><cacheSource type="worksheet"><worksheetSource name="Counties"/></cacheSource><cacheFields count="1"><cacheField name="covered" numFmtId="0"><sharedItems containsNumber="1" minValue="30" maxValue="80"/></cacheField></cacheFields></pivotCacheDefinition>`,
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": links(
      link("rId1", "pivotCacheRecords", "pivotCacheRecords1.xml"),
    ),
    "xl/pivotCache/pivotCacheRecords1.xml": `${header}<pivotCacheRecords xmlns="${main}" count="2"><r><n v="80"/></r><r><n v="30"/></r></pivotCacheRecords>`,
    "xl/pivotTables/pivotTable1.xml": `${header}<pivotTableDefinition xmlns="${main}" name="PivotTable1" cacheId="3"><location ref="P1:Q3" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>`,
    "xl/pivotTables/_rels/pivotTable1.xml.rels": links(
      link("rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"),
    ),
    "xl/comments1.xml": `${header}<comments xmlns="${main}"><authors><author>Office</author></authors><commentList><comment ref="A2" authorId="0"><text><t>Counted &amp; kept</t></text></comment></commentList></comments>`,
    "xl/threadedComments/threadedComment1.xml": `${header}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A2" id="{2}"><text>Counted &amp; kept</text></threadedComment></ThreadedComments>`,
    "xl/drawings/vmlDrawing1.vml":
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="s1" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>',
    "xl/drawings/drawing1.xml": `${header}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"></xdr:wsDr>`,
    "xl/charts/chart1.xml": `${header}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:ser><c:val><c:numRef><c:f>Sheet1!$D$2:$D$3</c:f><c:numCache><c:pt idx="0"><c:v>0.1</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`,
    "xl/webextensions/webextension1.xml": `${header}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{1}"><we:reference id="{2}" version="1.0.0.0" store="developer" storeType="Registry"/></we:webextension>`,
    "xl/vbaProject.bin": "\u0001\u0002 Sub OwnMacro() \u0000",
    "customXml/item1.xml": `${header}<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography" SelectedStyle="\\APA.XSL"/>`,
  };
}

/** A workbook as LibreOffice 7.4 saves one: every attribute written out, `aca` on formulas, our names in lower case. */
export function libreOfficeSaved(): SavedParts {
  const row = (number: number, cells: string): string =>
    `<row r="${number}" customFormat="false" ht="15" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">${cells}</row>`;
  const rows =
    row(
      1,
      '<c r="A1" s="0" t="s"><v>0</v></c><c r="B1" s="0" t="s"><v>1</v></c><c r="C1" s="0" t="s"><v>2</v></c><c r="D1" s="0" t="s"><v>3</v></c><c r="F1" s="0" t="n"><f aca="false">_xldudf_tally_coverage_rate(B2,C2)</f><v>0.1</v></c><c r="G1" s="0" t="n"><f aca="false">SUM(Counties[covered])</f><v>0</v></c>',
    ) +
    row(
      2,
      '<c r="A2" s="0" t="s"><v>4</v></c><c r="B2" s="0" t="n"><v>3</v></c><c r="C2" s="0" t="n"><v>4</v></c><c r="D2" s="0" t="n"><f aca="false">Counties[[#This Row],[covered]]/Counties[[#This Row],[eligible]]</f><v>0</v></c><c r="F2" s="0" t="e"><f aca="false" t="array" ref="F2:F3">_xldudf_tally_funding_split(100,B2:B3,1)</f><v>#NAME?</v></c><c r="G2" s="0" t="str"><f aca="false">IF(B2&gt;1,&quot;yes&quot;,&quot;no&quot;)</f><v>no</v></c>',
    ) +
    row(
      3,
      '<c r="A3" s="0" t="s"><v>5</v></c><c r="B3" s="0" t="n"><v>1</v></c><c r="C3" s="0" t="n"><v>8</v></c><c r="F3" s="0" t="e"><v>#NAME?</v></c>',
    ) +
    row(
      4,
      '<c r="A4" s="0" t="s"><v>6</v></c><c r="B4" s="0" t="n"><f aca="false">SUBTOTAL(109,Counties[covered])</f><v>9</v></c><c r="C4" s="0" t="n"><f aca="false">SUBTOTAL(109,Counties[eligible])</f><v>9</v></c>',
    );
  const parts = smallParts({
    sheet: sheetXml(rows, {
      before:
        '<sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1:G4"/><sheetViews><sheetView showFormulas="false" showGridLines="true" workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="8.5390625" defaultRowHeight="15" zeroHeight="false" outlineLevelRow="0" outlineLevelCol="0"></sheetFormatPr>',
      after:
        '<printOptions headings="false" gridLines="false" gridLinesSet="true"/><headerFooter differentFirst="false" differentOddEven="false"><oddHeader></oddHeader><oddFooter></oddFooter></headerFooter><tableParts><tablePart r:id="rId3"/></tableParts>',
    }),
    beforeSheets:
      '<fileVersion appName="Calc"/><workbookPr backupFile="false" showObjects="all" date1904="false"/><workbookProtection/>',
    afterSheets:
      '<calcPr iterateCount="100" refMode="A1" iterate="false" iterateDelta="0.0001"/><extLst><ext xmlns:loext="http://schemas.libreoffice.org/" uri="{7626C862-2A13-11E5-B345-FEFF819CDC9F}"><loext:extCalcPr stringRefSyntax="ExcelA1"/></ext></extLst>',
    links: link("rId3", "sharedStrings", "sharedStrings.xml") + "\n",
    types:
      override("_rels/.rels", "application/vnd.openxmlformats-package.relationships+xml") +
      override("xl/sharedStrings.xml", `${spreadsheetType}.sharedStrings+xml`) +
      override("xl/tables/table1.xml", `${spreadsheetType}.table+xml`),
  });
  const text = (word: string): string => `<si><t xml:space="preserve">${word}</t></si>`;
  return {
    ...parts,
    "xl/worksheets/_rels/sheet1.xml.rels": links(link("rId3", "table", "../tables/table1.xml"), "\n"),
    "xl/tables/table1.xml": countiesTable('headerRowCount="1" totalsRowShown="1"'),
    "xl/sharedStrings.xml": `${header}<sst xmlns="${main}" count="7" uniqueCount="7">${["unit", "covered", "eligible", "rate, #1", "东", "西", "total"].map(text).join("")}</sst>`,
  };
}

/** A workbook as WPS saves one: an image in a cell by a function of its own, data of its own beside Excel's parts. */
export function wpsSaved(): SavedParts {
  const rows =
    '<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>3</v></c><c r="C1"><v>4</v></c><c r="D1"><f>_xldudf_TALLY_COVERAGE_RATE(B1,C1)</f><v>0</v></c></row>' +
    '<row r="2" spans="1:4"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>1</v></c><c r="C2"><v>8</v></c><c r="D2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>' +
    '<row r="3" spans="1:4"><c r="B3"><f t="shared" ref="B3:C3" si="0">SUM(B1:B2)</f><v>0</v></c><c r="C3"><f t="shared" si="0"/><v>0</v></c><c r="D3"><f>LEN(D2)</f><v>0</v></c></row>';
  const parts = smallParts({
    sheet: sheetXml(rows, {
      before:
        '<sheetPr/><dimension ref="A1:D3"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5" outlineLevelRow="2" outlineLevelCol="3"/>',
      after:
        '<pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/><headerFooter/>',
    }),
    beforeSheets:
      '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/><bookViews><workbookView windowWidth="28800" windowHeight="12345"/></bookViews>',
    afterSheets: '<calcPr calcId="144525"/>',
    links:
      link("rId3", "sharedStrings", "sharedStrings.xml") +
      '<Relationship Id="rId4" Type="http://www.wps.cn/officeDocument/2020/cellImage" Target="cellimages.xml"/>',
    types:
      override("xl/sharedStrings.xml", `${spreadsheetType}.sharedStrings+xml`) +
      override("xl/cellimages.xml", "application/vnd.wps-officedocument.cellimage+xml") +
      override("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
  });
  return {
    ...parts,
    "xl/sharedStrings.xml": `${header}<sst xmlns="${main}" count="2" uniqueCount="2"><si><t>东区</t></si><si><t>西区</t><phoneticPr fontId="1" type="noConversion"/></si></sst>`,
    "xl/cellimages.xml": `${header}<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>`,
    "docProps/custom.xml": `${header}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16929</vt:lpwstr></property></Properties>`,
  };
}
