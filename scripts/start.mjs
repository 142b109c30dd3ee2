// The main job: recalculates the sample workbook, and prints every published figure with what its formula came to.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { recalculate } from "@tallykit/workbook";
import { isPending, recomputedColumn, rows, textWidth, words } from "./figuresSheet.mjs";

const usage = `npm start -- [--once] [--lang en|zh]
  --once  print the figures table and end
  --lang  the table's language`;
const { options, error } = readOptions();
if (options === undefined || options.help) {
  console[options ? "log" : "error"](options ? usage : `${error}\n${usage}`);
  process.exit(options ? 0 : 2);
}
const text = words[options.lang];

const sample = new URL("../seeds/figures.xlsx", import.meta.url);
const folder = new URL("../out/", import.meta.url);
const target = new URL("figures.recalculated.xlsx", folder);
const { bytes, computed } = await recalculate(new Uint8Array(readFileSync(sample)), {
  onProgress: showProgress,
});
showProgress();
mkdirSync(folder, { recursive: true });
writeFileSync(target, bytes);
const cells = computed.sheets.get(text.sheet);
const tally = { readings: 0, pending: 0, printed: 0, equal: 0 };
console.log(figuresTable().toString());
console.log(text.summary(tally));
console.log(text.written(fileURLToPath(target)));

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        once: { type: "boolean", default: false },
        lang: { type: "string", default: "en" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (!Object.hasOwn(words, values.lang)) return { error: `there is no language ${values.lang}` };
    return { options: values };
  } catch (problem) {
    return { error: problem.message };
  }
}

/** A line that counts formulas, on a terminal only; without numbers it goes away. */
function showProgress(done, all) {
  if (process.stderr.isTTY)
    process.stderr.write(done === undefined ? "\r\u001b[K" : `\r${done} of ${all} formulas`);
}

function figuresTable() {
  const width = Math.max(72, process.stdout.columns ?? 120);
  const [number, published, verdict] = [7, 14, options.lang === "zh" ? 10 : 15];
  const open = width - number - published - verdict - 6;
  const recomputed = Math.floor(open * 0.4);
  const [noTitle, figureTitle, publishedTitle, recomputedTitle, , verdictTitle] = text.titles;
  const table = new Table({
    head: [noTitle, figureTitle, publishedTitle, recomputedTitle, verdictTitle],
    colWidths: [number, open - recomputed, published, recomputed, verdict],
    wordWrap: true,
    wrapOnWordBoundary: options.lang === "en",
    style: { head: [], border: [], compact: true },
  });
  for (const { row, figure, reading } of rows) {
    if (reading === undefined) {
      table.push([
        figure.id,
        wrapped(figure.name[options.lang], open - recomputed - 2),
        "",
        "",
        text.verdicts[figure.verdict] ?? figure.verdict,
      ]);
    } else {
      table.push([
        "",
        wrapped(`· ${reading.reading[options.lang]}`, open - recomputed - 2),
        ...answers(reading, row),
        "",
      ]);
    }
  }
  return table;
}

/** Breaks a Chinese text into lines, which may end after any character; the table breaks English ones at spaces. */
function wrapped(text, width) {
  if (options.lang === "en") return text;
  const lines = [""];
  for (const character of text) {
    if (textWidth(lines.at(-1) + character) > width) lines.push("");
    lines[lines.length - 1] += character;
  }
  return lines.join("\n");
}

/** What the document prints and what the formula came to; a sign says whether the two are equal. */
function answers(reading, row) {
  if (isPending(reading)) {
    tally.pending += 1;
    return ["", text.pending];
  }
  const value = cells?.get(`${recomputedColumn}${row}`)?.value;
  tally.readings += 1;
  if (reading.printed === undefined) return ["", shown(value)];
  tally.printed += 1;
  const isEqual = value === reading.printed;
  if (isEqual) tally.equal += 1;
  return [shown(reading.printed), `${shown(value)} ${isEqual ? "=" : "≠"}`];
}

function shown(value) {
  if (typeof value === "object") return value.error;
  return typeof value === "number" ? String(Number(value.toPrecision(10))) : String(value);
}
