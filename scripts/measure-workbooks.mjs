// Recalculates two large workbooks with the tally command, each in a process of its own, and prints the time, the peak
// memory and how often progress was shown. It fails where a limit is passed. Another build of the command may be named.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { zipSync, strToU8 } from "fflate";

const command =
  process.argv[2] ?? fileURLToPath(new URL("../packages/workbook/bin/tally.js", import.meta.url));
const mostMegabytes = 1500;

/** The workbooks: their rows, each a list of cells, and what they are for. */
const workbooks = {
  "10,000 formulas": Array.from({ length: 10_000 }, (_, index) => [
    { value: index % 7 },
    { value: 7 + (index % 5) },
    { formula: `_xldudf_TALLY_COVERAGE_RATE(A${index + 1},B${index + 1})` },
  ]),
  "a range of 100,000 rows": Array.from({ length: 100_000 }, (_, index) => [
    { value: index % 400 },
    { value: 1 + (index % 97) },
    { value: 97 },
    ...(index === 0
      ? [
          { formula: "SUM(E1:E100000)" },
          { formula: "_xldudf_TALLY_FUNDING_SPLIT(1000000,B1:B100000,1)" },
          { formula: "_xldudf_TALLY_COVERAGE_BY_GROUP(A1:A100000,B1:B100000,C1:C100000)" },
        ]
      : []),
  ]),
};

const found = [];
const folder = mkdtempSync(join(tmpdir(), "measure-workbooks-"));
try {
  for (const [name, rows] of Object.entries(workbooks)) {
    const file = join(folder, `${name}.xlsx`);
    writeFileSync(file, workbookOf(rows));
    const result = await recalculate(file);
    found.push({ name, seconds: result.seconds, megabytes: result.megabytes });
    report(name, file, result);
  }
  mkdirSync("out", { recursive: true });
  writeFileSync("out/workbooks.json", `${JSON.stringify(found, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

function report(name, file, { code, seconds, megabytes, progress, output }) {
  const size = (statSync(file).size / 1024 / 1024).toFixed(1);
  console.log(
    `${name} (${size} MB): ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB at its peak, progress shown ${progress} times`,
  );
  console.log(`  ${output.split("\n")[0]}`);
  if (code === 0 && megabytes < mostMegabytes && progress > 0) return;
  console.error(`  failed: more than ${mostMegabytes} MB, no progress, or exit code ${code}`);
  process.exitCode = 1;
}

/** Runs the command as if on a terminal, where it shows its progress. */
function recalculate(file) {
  const watch = `process.stderr.isTTY = true;
    process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS));`;
  const started = performance.now();
  const child = spawn(process.execPath, [
    `--import=data:text/javascript,${encodeURIComponent(watch)}`,
    ...[command, "recalc", file, "-o", `${file}.out.xlsx`],
  ]);
  let [errors, output] = ["", ""];
  child.stderr.on("data", (chunk) => (errors += chunk));
  child.stdout.on("data", (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const megabytes = Number(/peak (\d+)/.exec(errors)?.[1] ?? Infinity) / 1024;
      const progress = errors.match(/ of \d+ formulas/g)?.length ?? 0;
      resolve({ code, seconds: (performance.now() - started) / 1000, megabytes, progress, output });
    });
  });
}

/** A workbook of one sheet, as small as the format allows. */
function workbookOf(rows) {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const links = (type, target) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/${type}" Target="${target}"/></Relationships>`;
  const letters = "ABCDEF";
  const cell = ({ value, formula }, row, column) =>
    formula === undefined
      ? `<c r="${letters[column]}${row}"><v>${value}</v></c>`
      : `<c r="${letters[column]}${row}"><f>${formula}</f></c>`;
  const sheetRows = rows.map(
    (cells, index) =>
      `<row r="${index + 1}">${cells.map((each, column) => cell(each, index + 1, column)).join("")}</row>`,
  );
  const type = (part, kind) =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type("workbook.xml", "sheet.main")}${type("worksheets/sheet1.xml", "worksheet")}</Types>`,
    ),
    "_rels/.rels": strToU8(links("officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(links("worksheet", "worksheets/sheet1.xml")),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet xmlns="${main}"><sheetData>${sheetRows.join("")}</sheetData></worksheet>`,
    ),
  });
}
