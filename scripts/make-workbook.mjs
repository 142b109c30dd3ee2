// Writes the sample workbook seeds/figures.xlsx: every published figure beside a formula that recomputes it, in English
// and in Chinese. With --check it writes nothing and fails where the workbook is stale.
import { figures, sources } from "@tallykit/seeds";
import { formulaOf } from "@tallykit/sheet";
import { isPending, rows, textWidth, words } from "./figuresSheet.mjs";
import { font, newWorkbook, save, stored, styleTitles } from "./sampleWorkbook.mjs";

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
/** Cells of the working sheet in which an error is the answer: there is none. */
const expectedErrors = new Set();

const workbook = newWorkbook();
const pages = Object.keys(words).map((language) => addFigures(language));
const spills = addWorking();
for (const page of pages) {
  fillFigures(page);
  fitRows(page.sheet);
}
for (const language of Object.keys(words)) addSources(language);
await save(
  workbook,
  "seeds/figures.xlsx",
  ({ sheet, cell }) => sheet === working && expectedErrors.has(cell),
);

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
  styleTitles(sheet.addRow(titles));
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
          const value = reading.result[row][column];
          if (value.error !== undefined) expectedErrors.add(cell.address);
          cell.numFmt = numberFormat(reading, value, reading.result[0][column]);
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
  const isTable = Array.isArray(reading.result) && reading.result[0].some(isRateTitle);
  recomputed.numFmt = isTable ? "0.0%" : numberFormat(reading, reading.result);
  printed.numFmt = recomputed.numFmt;
  if (reading.printed !== undefined) same.value = { formula: `IF(D${row.number}=C${row.number},"=","≠")` };
}

/** A range in one cell: a short list in full, a long one by its length and sum, a table by its total's rate. */
function summaryOf({ result }, ref) {
  const [first, last] = ref.split(":");
  const answer = result.length > 1 ? result[0].findIndex(isAnswerTitle) : -1;
  if (answer >= 0) return `'${working}'!${String.fromCharCode(65 + answer)}${/\d+/.exec(last)[0]}`;
  const place = `'${working}'!${first}:${last}`;
  const top = /\d+/.exec(first)[0];
  if (result.length === 1 && result[0].some(({ error }) => error !== undefined)) {
    const cellOf = (column) => `'${working}'!${String.fromCharCode(65 + column)}${top}`;
    return result[0]
      .map(({ error }, column) => (error ? `IFERROR(${cellOf(column)},"${error}")` : cellOf(column)))
      .join('&", "&');
  }
  return result.flat().length <= longestList
    ? `TEXTJOIN(", ",TRUE,${place})`
    : `COUNT(${place})&" : "&SUM(${place})`;
}

/** Tells whether a column of a table holds rates, by its title. */
function isRateTitle(title) {
  return typeof title === "string" && /(^| )rate$/.test(title);
}

/** Tells whether a column of a table is the one to show in one cell. */
function isAnswerTitle(title) {
  return isRateTitle(title) || title === "units per staff";
}

/** The formula as a workbook stores it: our functions under the name that Excel gives those of an add-in. */
function storedFormula({ call }) {
  if ("function" in call) {
    return stored(formulaOf(call.function, call.arguments));
  }
  const sign = { sum: "+", difference: "-", product: "*", quotient: "/" }[call.arithmetic];
  const formula = call.of.join(sign);
  return call.arithmetic === "quotient" ? `ROUND(${formula},${call.decimals})` : formula;
}

/** The number format that people expect: rates in per cent, money with cents, counts with separators. */
function numberFormat({ call }, value, title) {
  if (typeof value !== "number") return "General";
  const name = "function" in call ? call.function : "";
  if (name === "COVERAGE_RATE" || name === "GROWTH_RATE" || isRateTitle(title)) return "0.0%";
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
