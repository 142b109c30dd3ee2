// What every sample workbook shares: the look of titles, formulas as a workbook stores them, and saving one that is
// recalculated and free of errors.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
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

/** A formula as a workbook stores it: our functions under the name that Excel gives those of an add-in. */
export function stored(formula) {
  return formula.replace(/^=/, "").replaceAll("TALLY.", "_xldudf_TALLY_");
}

/** Recalculates the workbook and writes it; with --check it writes nothing and fails where the file is stale. */
export async function save(workbook, name, isExpected = () => false) {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  const { bytes, errors } = await recalculate(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const unexpected = errors.filter((error) => !isExpected(error));
  if (unexpected.length > 0) throw new Error(`${name} has errors: ${JSON.stringify(unexpected.slice(0, 5))}`);
  if (!process.argv.includes("--check")) writeFileSync(path, bytes);
  else if (!existsSync(path) || !isSame(readFileSync(path), bytes)) {
    console.error(`stale: ${name}; run npm run generate and commit what it changes`);
    process.exitCode = 1;
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
