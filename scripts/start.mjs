// The main job: every published figure, recomputed through the spreadsheet functions, with its verdict.
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { figures, recompute, sources } from "@tallykit/seeds";
import { callFunction, findFunction } from "@tallykit/sheet";

const { values: options } = parseArgs({
  options: {
    once: { type: "boolean", default: false },
    lang: { type: "string", default: "en" },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (options.help || !["en", "zh"].includes(options.lang)) {
  console.log(
    "npm start -- [--once] [--lang en|zh]\n  --once  print the figures table and end\n  --lang  the table's language",
  );
  process.exit(options.help ? 0 : 2);
}
const language = options.lang;
const words = {
  en: {
    titles: ["no.", "figure", "published", "recomputed", "verdict"],
    verdicts: {},
    pending: "pending",
    summary: (all, done, agree) =>
      `${all} figures of ${Object.keys(sources).length} documents; ${done} readings recomputed, ${agree} of ${printed()} printed answers equal.`,
  },
  zh: {
    titles: ["编号", "数据", "公布值", "重算值", "结论"],
    verdicts: {
      agrees: "相符",
      derived: "推得",
      ambiguous: "有歧义",
      contradicts: "不符",
      "not checkable": "无法核对",
    },
    pending: "待实现",
    summary: (all, done, agree) =>
      `${Object.keys(sources).length} 份文件共 ${all} 项数据；已重算 ${done} 种读法，${printed()} 个印出的答案中 ${agree} 个相等。`,
  },
}[language];

const width = Math.max(72, process.stdout.columns ?? 120);
const fixed = { number: 7, published: 14, verdict: language === "zh" ? 10 : 15 };
const open = width - fixed.number - fixed.published - fixed.verdict - 6;
const recomputedWidth = Math.floor(open * 0.4);
const output = new Table({
  head: words.titles,
  colWidths: [fixed.number, open - recomputedWidth, fixed.published, recomputedWidth, fixed.verdict],
  wordWrap: true,
  wrapOnWordBoundary: language === "en",
  style: { head: [], border: [], compact: true },
});
let recomputed = 0;
let equal = 0;
for (const figure of figures) {
  output.push([figure.id, figure.name[language], "", "", words.verdicts[figure.verdict] ?? figure.verdict]);
  for (const reading of figure.readings)
    output.push(["", `· ${reading.reading[language]}`, ...answers(reading), ""]);
}
console.log(output.toString());
console.log(words.summary(figures.length, recomputed, equal));

function printed() {
  return figures.flatMap(({ readings }) => readings).filter((reading) => reading.printed !== undefined)
    .length;
}

/** What the document prints and what comes out; a sign says whether the two are equal. */
function answers({ call, printed: answer }) {
  if ("function" in call && findFunction(call.function) === undefined) return ["", words.pending];
  const result = recompute(call, callFunction);
  recomputed += 1;
  if (answer === undefined) return ["", shown(result)];
  const isEqual = JSON.stringify(answer) === JSON.stringify(result);
  if (isEqual) equal += 1;
  return [shown(answer), `${shown(result)} ${isEqual ? "=" : "≠"}`];
}

/** A result in a line: a cell as it is, a column or row as a list with its length, a table by its last row. */
function shown(result) {
  if (!Array.isArray(result)) return cellText(result);
  const isTable = result.length > 1 && result[0].length > 1;
  const cells = (isTable ? result.at(-1) : result.flat()).map(cellText).filter((text) => text !== "");
  return cells.length <= 6
    ? cells.join(", ")
    : `${cells.slice(0, 3).join(", ")} … ${cells.at(-1)} (${cells.length})`;
}

function cellText(cell) {
  if (typeof cell === "object") return cell.error;
  return typeof cell === "number" ? String(Number(cell.toPrecision(10))) : String(cell);
}
