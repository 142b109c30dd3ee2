// What every sample workbook shares: the look of titles, formulas as a workbook stores them, and saving one that is
// recalculated and free of errors.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { recalculate } from "@tallykit/workbook";

export const font = { name: "Calibri", size: 11 };

/** An empty workbook that is the same whenever it is made. */
export function newWorkbook() {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date(Date.UTC(2026, 0, 1));
  workbook.creator = "Tallykit";
  return workbook;
}

/** Makes a row look like a row of titles. */
export function styleTitles(row) {
  row.font = { ...font, bold: true, color: { argb: "FFFFFFFF" } };
  row.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF1F4E79" } };
  row.alignment = { vertical: "middle" };
}

/** How a sheet is printed: all its columns on one page's width. */
export const landscape = { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 };

/** The note in the second row of a sheet, over so many columns that are so many characters wide together. */
export function addNote(sheet, note, width, columns) {
  sheet.mergeCells(2, 1, 2, columns);
  const cell = sheet.getCell("A2");
  cell.value = note;
  cell.font = { ...font, italic: true };
  cell.alignment = { wrapText: true, vertical: "top" };
  sheet.getRow(2).height = heightOf(note, width);
}

/** The height of a row that shows a text in columns so many characters wide, since not every reader finds it itself. */
export function heightOf(text, width) {
  const lines = text.split("\n").map((line) => Math.max(1, Math.ceil((1.1 * widthOf(line)) / width)));
  // Chinese characters need taller lines.
  const line = widthOf(text) > text.length ? 18 : 15;
  return line * lines.reduce((sum, each) => sum + each, 0);
}

/** The width of a text in characters; Chinese characters are two wide. */
function widthOf(text) {
  return text.replace(/[\u2e80-\uffef]/g, "xx").length;
}

/** A formula as a workbook stores it: our functions under the name that Excel gives those of an add-in. */
export function stored(formula) {
  return formula.replace(/^=/, "").replaceAll("TALLY.", "_xldudf_TALLY_");
}

/** Recalculates the workbook and writes it; with --check it writes nothing and fails where the file is stale. */
export async function save(workbook, name, isExpected = () => false, names = []) {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  const made = withNames(new Uint8Array(await workbook.xlsx.writeBuffer()), names);
  const { bytes, errors } = await recalculate(made);
  const unexpected = errors.filter((error) => !isExpected(error));
  if (unexpected.length > 0) throw new Error(`${name} has errors: ${JSON.stringify(unexpected.slice(0, 5))}`);
  if (!process.argv.includes("--check")) writeFileSync(path, bytes);
  else if (!existsSync(path) || !isSame(readFileSync(path), bytes)) {
    console.error(`stale: ${name}; run npm run generate and commit what it changes`);
    process.exitCode = 1;
  }
}

/** The workbook with defined names, since exceljs drops those of functions. */
function withNames(bytes, names) {
  if (names.length === 0) return bytes;
  const parts = unzipSync(bytes);
  const workbook = strFromU8(parts["xl/workbook.xml"]);
  if (workbook.includes("<definedNames>")) throw new Error("The workbook has names already.");
  const escaped = (text) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  const elements = names.map(
    ({ name, comment, formula }) =>
      `<definedName name="${name}" comment="${escaped(comment)}">${escaped(formula)}</definedName>`,
  );
  const named = workbook.replace(
    "</sheets>",
    () => `</sheets><definedNames>${elements.sort().join("")}</definedNames>`,
  );
  return zipSync({ ...parts, "xl/workbook.xml": strToU8(named) });
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
