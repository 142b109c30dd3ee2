// Writes the sample workbook seeds/figures.xlsx: every published figure beside a formula that recomputes it, in English
// and in Chinese. With --check it writes nothing and fails where the workbook is stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { figures, sources } from "@tallykit/seeds";
import { formulaOf } from "@tallykit/sheet";
import { recalculate } from "@tallykit/workbook";
import { isPending, rows, textWidth, words } from "./figuresSheet.mjs";

const path = fileURLToPath(new URL("../seeds/figures.xlsx", import.meta.url));
const widths = [8, 46, 24, 36, 7, 14, 34, 22, 10, 60];
const colours = {
  agrees: "FFC6E7C8",
  derived: "FFE4E8EE",
  ambiguous: "FFFCE9B8",
  contradicts: "FFF6C5C0",
  "not checkable": "FFEDEDED",
};
const working = "Working 演算";
const longestList = 6;
const font = { name: "Calibri", size: 11 };

const workbook = new ExcelJS.Workbook();
workbook.created = workbook.modified = new Date(Date.UTC(2026, 0, 1));
workbook.creator = "Tallykit";
const pages = Object.keys(words).map((language) => addFigures(language));
const spills = addWorking();
for (const page of pages) {
  fillFigures(page);
  fitRows(page.sheet);
}
for (const language of Object.keys(words)) addSources(language);
const { bytes, errors } = await recalculate(new Uint8Array(await workbook.xlsx.writeBuffer()));
if (errors.length > 0) throw new Error(`the workbook has errors: ${JSON.stringify(errors.slice(0, 5))}`);
if (!process.argv.includes("--check")) writeFileSync(path, bytes);
else if (!existsSync(path) || !isSame(readFileSync(path), bytes)) {
  console.error("stale: seeds/figures.xlsx; run npm run generate and commit what it changes");
  process.exitCode = 1;
}

function addFigures(language) {
  const sheet = workbook.addWorksheet(words[language].sheet, {
    views: [{ state: "frozen", xSplit: 2, ySplit: 1 }],
    pageSetup: {
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "1:1",
    },
  });
  sheet.columns = widths.map((width) => ({ width }));
  titleRow(sheet, words[language].titles);
  sheet.autoFilter = { from: "A1", to: { row: 1, column: widths.length } };
  return { language, sheet };
}

function titleRow(sheet, titles) {
  const row = sheet.addRow(titles);
  row.font = { ...font, bold: true, color: { argb: "FFFFFFFF" } };
  row.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF1F4E79" } };
  row.alignment = { vertical: "middle" };
}

/** Formulas that fill a range stand here, one below the other; gives where each of them lies. */
function addWorking() {
  const sheet = workbook.addWorksheet(working);
  sheet.columns = Array.from({ length: 60 }, (_, index) => ({ width: index === 0 ? 44 : 14 }));
  const places = new Map();
  for (const figure of figures) {
    for (const reading of figure.readings) {
      if (!Array.isArray(reading.result) || isPending(reading)) continue;
      const title = sheet.addRow([`${figure.id}  ${reading.reading.en}  ${reading.reading.zh}`]);
      title.font = { ...font, bold: true };
      const top = sheet.rowCount + 1;
      const [height, width] = [reading.result.length, reading.result[0].length];
      const ref = `A${top}:${sheet.getColumn(width).letter}${top + height - 1}`;
      sheet.getCell(`A${top}`).value = { formula: storedFormula(reading), shareType: "array", ref };
      for (let row = 0; row < height; row += 1) {
        for (let column = 0; column < width; column += 1) {
          const cell = sheet.getCell(top + row, column + 1);
          cell.numFmt = numberFormat(reading, reading.result[row][column], reading.result[0][column]);
        }
      }
      sheet.addRow([]);
      places.set(reading, ref);
    }
  }
  return places;
}

function fillFigures({ language, sheet }) {
  for (const { figure, reading } of rows) {
    if (reading === undefined) addFigure(sheet, figure, language);
    else addReading(sheet, reading, language);
  }
}

function addFigure(sheet, figure, language) {
  const text = words[language];
  const { rounding } = figure;
  const row = sheet.addRow([
    figure.id,
    figure.name[language],
    figure.published.join(language === "zh" ? "、" : ", "),
    "",
    "",
    text.verdicts[figure.verdict] ?? figure.verdict,
    figure.denominator?.[language] ?? "",
    rounding === undefined ? "" : `${rounding.decimals} ${text.of[rounding.of]}`,
    [figure.source].flat().join(", "),
    figure.note?.[language] ?? "",
  ]);
  row.font = { ...font, bold: true };
  row.alignment = { vertical: "top", wrapText: true };
  row.getCell(3).alignment = { horizontal: "right", vertical: "top", wrapText: true };
  row.getCell(6).fill = { type: "pattern", pattern: "solid", fgColor: { argb: colours[figure.verdict] } };
  row.getCell(10).font = { ...font, italic: true };
  row.eachCell((cell) => {
    cell.border = { top: { style: "thin", color: { argb: "FFBFC7D1" } } };
  });
}

function addReading(sheet, reading, language) {
  const row = sheet.addRow(["", reading.reading[language], reading.printed ?? ""]);
  row.alignment = { vertical: "top", wrapText: true };
  row.getCell(2).alignment = { vertical: "top", wrapText: true, indent: 1 };
  const [printed, recomputed, same] = [row.getCell(3), row.getCell(4), row.getCell(5)];
  for (const cell of [printed, recomputed])
    cell.alignment = { horizontal: "right", vertical: "top", wrapText: true };
  same.alignment = { horizontal: "center", vertical: "top" };
  if (isPending(reading)) {
    recomputed.value = words[language].pending;
    return;
  }
  const ref = spills.get(reading);
  recomputed.value = { formula: ref === undefined ? storedFormula(reading) : summaryOf(reading, ref) };
  const isTable = Array.isArray(reading.result) && reading.result[0].includes("rate");
  recomputed.numFmt = isTable ? "0.0%" : numberFormat(reading, reading.result);
  printed.numFmt = recomputed.numFmt;
  if (reading.printed !== undefined) same.value = { formula: `IF(D${row.number}=C${row.number},"=","≠")` };
}

/** A range in one cell: a short list in full, a long one by its length and sum, a table by its total's rate. */
function summaryOf({ result }, ref) {
  const [first, last] = ref.split(":");
  const rate = result.length > 1 ? result[0].indexOf("rate") : -1;
  if (rate >= 0) return `'${working}'!${String.fromCharCode(65 + rate)}${/\d+/.exec(last)[0]}`;
  const place = `'${working}'!${first}:${last}`;
  return result.flat().length <= longestList
    ? `TEXTJOIN(", ",TRUE,${place})`
    : `COUNT(${place})&" : "&SUM(${place})`;
}

/** The formula as a workbook stores it: our functions under the name that Excel gives those of an add-in. */
function storedFormula({ call }) {
  if ("function" in call) {
    return formulaOf(call.function, call.arguments).replace(/^=TALLY\./, "_xldudf_TALLY_");
  }
  const sign = { sum: "+", difference: "-", product: "*", quotient: "/" }[call.arithmetic];
  const formula = call.of.join(sign);
  return call.arithmetic === "quotient" ? `ROUND(${formula},${call.decimals})` : formula;
}

/** The number format that people expect: rates in per cent, money with cents, counts with separators. */
function numberFormat({ call }, value, title) {
  if (typeof value !== "number") return "General";
  const name = "function" in call ? call.function : "";
  if (name === "COVERAGE_RATE" || name === "GROWTH_RATE" || title === "rate") return "0.0%";
  if (name === "FUNDING_SPLIT" && call.arguments[2] === undefined) return "#,##0.00";
  return Number.isInteger(value) ? "#,##0" : "#,##0.00";
}

/** Gives every row the height of its longest wrapped text, since not every reader does so itself. */
function fitRows(sheet) {
  sheet.eachRow((row) => {
    let lines = 1;
    row.eachCell((cell, column) => {
      const text = typeof cell.value === "object" ? "" : String(cell.value);
      lines = Math.max(lines, Math.ceil((1.05 * textWidth(text)) / widths[column - 1]));
    });
    row.height = 15 * lines;
  });
}

function addSources(language) {
  const text = words[language];
  const sheet = workbook.addWorksheet(text.sources);
  sheet.columns = [10, 60, 40, 10, 60].map((width) => ({ width }));
  titleRow(sheet, text.sourceTitles);
  for (const [id, source] of Object.entries(sources)) {
    const row = sheet.addRow([
      id,
      source.title[language],
      source.publisher?.[language] ?? "",
      source.year === undefined ? "" : Number(source.year),
      source.note?.[language] ?? "",
    ]);
    row.alignment = { vertical: "top", wrapText: true };
  }
}

/** Tells whether two workbooks hold the same parts; the times in a zip do not count. */
function isSame(a, b) {
  const [left, right] = [a, b].map((bytes) => unzipSync(new Uint8Array(bytes)));
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => right[name] !== undefined && strFromU8(left[name]) === strFromU8(right[name]))
  );
}
