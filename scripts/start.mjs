// The main job: recalculates the sample workbook, prints every published figure with what its formula came to, and serves
// the same as a page with the workbook in a browser sheet.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { recalculate, serveSheet } from "@tallykit/workbook";
import { isPending, recomputedColumn, rows, textWidth, words } from "./figuresSheet.mjs";

const usage = `npm start -- [--once] [--lang en|zh] [--port NUMBER]
  --once  print the figures table and end
  --lang  the language of the table and the page; the page follows the browser if left out
  --port  the page's port; the first free one from 4180 on if left out`;
const { options, error } = readOptions();
if (options === undefined || options.help) {
  console[options ? "log" : "error"](options ? usage : `${error}\n${usage}`);
  process.exit(options ? 0 : 2);
}
const lang = options.lang ?? "en";
const text = words[lang];

const sample = new URL("../seeds/figures.xlsx", import.meta.url);
const folder = new URL("../out/", import.meta.url);
const target = new URL("figures.recalculated.xlsx", folder);
const { bytes, computed } = await recalculate(new Uint8Array(readFileSync(sample)), {
  onProgress: showProgress,
});
showProgress();
mkdirSync(folder, { recursive: true });
writeFileSync(target, bytes);
const answersOf = { en: answersIn("en"), zh: answersIn("zh") };
console.log(figuresTable().toString());
console.log(text.summary(answersOf[lang].tally));
console.log(text.written(fileURLToPath(target)));
if (!options.once) await serve();

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        once: { type: "boolean", default: false },
        lang: { type: "string" },
        port: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (!Object.hasOwn(words, values.lang ?? "en")) return { error: `there is no language ${values.lang}` };
    if (!/^\d{1,5}$/.test(values.port ?? "0")) return { error: `${values.port} is no port` };
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
  const [number, published, verdict] = [7, 14, lang === "zh" ? 10 : 15];
  const open = width - number - published - verdict - 6;
  const recomputed = Math.floor(open * 0.4);
  const [noTitle, figureTitle, publishedTitle, recomputedTitle, , verdictTitle] = text.titles;
  const table = new Table({
    head: [noTitle, figureTitle, publishedTitle, recomputedTitle, verdictTitle],
    colWidths: [number, open - recomputed, published, recomputed, verdict],
    wordWrap: true,
    wrapOnWordBoundary: lang === "en",
    style: { head: [], border: [], compact: true },
  });
  for (const { row, figure, reading } of rows) {
    if (reading === undefined) {
      table.push([
        figure.id,
        wrapped(figure.name[lang], open - recomputed - 2),
        "",
        "",
        text.verdicts[figure.verdict] ?? figure.verdict,
      ]);
    } else {
      table.push([
        "",
        wrapped(`· ${reading.reading[lang]}`, open - recomputed - 2),
        ...answersOf[lang].answers.get(row),
        "",
      ]);
    }
  }
  return table;
}

/** Breaks a Chinese text into lines, which may end after any character; the table breaks English ones at spaces. */
function wrapped(text, width) {
  if (lang === "en") return text;
  const lines = [""];
  for (const character of text) {
    if (textWidth(lines.at(-1) + character) > width) lines.push("");
    lines[lines.length - 1] += character;
  }
  return lines.join("\n");
}

/** By row, what the document prints and what the formula came to, with a sign that says whether the two are equal. */
function answersIn(language) {
  const cells = computed.sheets.get(words[language].sheet);
  const tally = { readings: 0, pending: 0, printed: 0, equal: 0 };
  const answers = new Map();
  for (const { row, reading } of rows) {
    if (reading !== undefined)
      answers.set(row, answersTo(reading, cells?.get(`${recomputedColumn}${row}`)?.value));
  }
  return { answers, tally };

  function answersTo(reading, value) {
    if (isPending(reading)) {
      tally.pending += 1;
      return ["", words[language].pending];
    }
    tally.readings += 1;
    if (reading.printed === undefined) return ["", shown(value)];
    tally.printed += 1;
    const isEqual = value === reading.printed;
    if (isEqual) tally.equal += 1;
    return [shown(reading.printed), `${shown(value)} ${isEqual ? "=" : "≠"}`];
  }
}

/** Serves the page until Ctrl-C: the same table in both languages, and the recalculated workbook in the sheet. */
async function serve() {
  const table = { en: servedTable("en"), zh: servedTable("zh") };
  const served = { name: "figures.xlsx", bytes, table, front: { en: words.en.sheet, zh: words.zh.sheet } };
  if (options.lang !== undefined) served.language = options.lang;
  let running;
  try {
    running = await serveSheet(served, options.port === undefined ? {} : { port: Number(options.port) });
  } catch (problem) {
    console.error(problem.code === "EADDRINUSE" ? text.portTaken(options.port) : problem.message);
    process.exit(2);
  }
  console.log(text.served(running.address));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => running.close());
}

/** The figures as the page's table. */
function servedTable(language) {
  const { titles, verdicts, summary, figuresTitle } = words[language];
  const { answers, tally } = answersOf[language];
  return {
    title: figuresTitle,
    summary: summary(tally),
    titles: [...titles.slice(0, 4), titles[5]],
    numbers: [2, 3],
    rows: rows.map(({ row, figure, reading }) =>
      reading === undefined
        ? {
            cells: [figure.id, figure.name[language], "", "", verdicts[figure.verdict] ?? figure.verdict],
            isHead: true,
          }
        : { cells: ["", reading.reading[language], ...answers.get(row), ""] },
    ),
  };
}

function shown(value) {
  if (typeof value === "object") return value.error;
  return typeof value === "number" ? String(Number(value.toPrecision(10))) : String(value);
}
