// Writes the sample workbook seeds/assessment.xlsx: 1,873 made-up units scored on five dimensions, banded, ranked, put
// into tiers and set against last year, in English and in Chinese. With --check it fails where the file is stale.
import { gradingPolicy } from "@tallykit/seeds/gradingPolicy";
import { syntheticScores } from "@tallykit/seeds/syntheticScores";
import { callFunction } from "@tallykit/sheet";
import { addNote, font, landscape, newWorkbook, save, stored, styleTitles } from "./sampleWorkbook.mjs";

const words = {
  en: {
    sheet: "Assessment",
    title: "Star grading of 1,873 organisations",
    note: "Units and scores are made up; weights, bounds and shares are placeholders. Published are 1,873 graded, 112 with five stars, 16 for demonstration.",
    unit: "unit",
    results: ["score", "stars", "rank", "tier", "last year's stars"],
    dimension: ["dimension", "weight"],
    band: ["stars", "from", "units", "share"],
    tier: ["tier", "share of places", "units", "share"],
    tied: "units that share their rank",
    moves: "Moved from last year (rows) to this year (columns)",
  },
  zh: {
    sheet: "评星定级",
    title: "1873 个组织评星定级",
    note: "单位与分数均为虚拟数据，权重、分数线与占比为占位值。公布数据为：参评 1873 个、五星级 112 个、示范 16 个。",
    unit: "单位",
    results: ["得分", "星级", "名次", "梯队", "上年星级"],
    dimension: ["维度", "权重"],
    band: ["星级", "分数线", "单位数", "占比"],
    tier: ["梯队", "名额份额", "单位数", "占比"],
    tied: "名次并列的单位数",
    moves: "由上年（行）到本年（列）的升降",
  },
};
const firstRow = 5;

const workbook = newWorkbook();
for (const language of Object.keys(words)) addAssessment(language);
await save(workbook, "seeds/assessment.xlsx");

function addAssessment(language) {
  const [text, policy] = [words[language], gradingPolicy(language)];
  const units = syntheticScores(policy);
  const lastRow = firstRow + units.length - 1;
  const sheet = workbook.addWorksheet(text.sheet, {
    views: [{ state: "frozen", xSplit: 1, ySplit: 4 }],
    pageSetup: { ...landscape, fitToWidth: 3, printTitlesRow: "4:4" },
  });
  sheet.getCell("A1").value = text.title;
  sheet.getCell("A1").font = { ...font, bold: true, size: 14 };
  addNote(sheet, text.note, 7 * 20, 7);
  sheet.getRow(4).values = [text.unit, ...policy.dimensions.map(({ name }) => name), ...text.results];
  for (const { unit, thisYear, lastYear } of units) {
    sheet.addRow([unit, ...thisYear, "", "", "", "", starsOf(policy, lastYear)]);
  }
  const column = (letter) => `${letter}${firstRow}:${letter}${lastRow}`;
  const tables = addPolicy(sheet, { text, policy, column });
  const spill = (letter, formula, format) => {
    sheet.getCell(`${letter}${firstRow}`).value = {
      formula: stored(formula),
      shareType: "array",
      ref: column(letter),
    };
    if (format)
      for (let row = firstRow; row <= lastRow; row += 1) sheet.getCell(`${letter}${row}`).numFmt = format;
  };
  spill("G", `TALLY.SCORE_WEIGHTED(B${firstRow}:F${lastRow},${tables.weights})`, "0.00");
  spill("H", `TALLY.SCORE_BAND(${column("G")},${tables.bounds},${tables.stars})`);
  spill("I", `TALLY.SCORE_RANK(${column("G")})`);
  spill("J", `TALLY.SCORE_TIERS(${column("G")},${tables.shares},${tables.tiers})`);
  addMoves(sheet, { text, policy, language, column, stars: tables.stars, top: tables.next });
  styleTitles(sheet.getRow(4));
  sheet.columns.forEach((each, index) => (each.width = index === 12 ? 34 : 20));
}

/** Last year's stars of a unit; blank for one that was not graded then. */
function starsOf({ dimensions, bands }, lastYear) {
  if (lastYear.includes(undefined)) return "";
  const score = callFunction("SCORE_WEIGHTED", [
    [lastYear],
    [dimensions.map(({ weight }) => exactNumber(weight))],
  ]);
  const band = callFunction("SCORE_BAND", [
    score,
    bands.map(({ lowerBound }) => [exactNumber(lowerBound)]),
    bands.map(({ name }) => [name]),
  ]);
  return [band].flat(2)[0];
}

function exactNumber({ numerator, denominator }) {
  return Number(numerator) / Number(denominator);
}

/** The policy's tables beside the units, with how many units each band and tier has; gives where they stand. */
function addPolicy(sheet, { text, policy, column }) {
  const { dimensions, bands, tiers } = policy;
  const total = `COUNTA(${column("A")})`;
  const titles = (row, names) => {
    names.forEach((name, index) => (sheet.getCell(row, 13 + index).value = name));
    for (let index = 0; index < names.length; index += 1)
      sheet.getCell(row, 13 + index).font = { ...font, bold: true };
  };
  let row = 5;
  titles(row, text.dimension);
  const weightsRow = row + 1;
  for (const { name, weight } of dimensions) {
    row += 1;
    sheet.getCell(row, 13).value = name;
    sheet.getCell(row, 14).value = exactNumber(weight);
  }
  const weights = `N${weightsRow}:N${row}`;
  const counted = (items, source, number) => {
    const first = row + 1;
    for (const item of items) {
      row += 1;
      sheet.getCell(row, 13).value = item.name;
      sheet.getCell(row, 14).value = exactNumber(number(item));
      sheet.getCell(row, 15).value = { formula: `COUNTIF(${column(source)},M${row})` };
      sheet.getCell(row, 16).value = { formula: stored(`TALLY.COVERAGE_TEXT(O${row},${total})`) };
      sheet.getCell(row, 16).alignment = { horizontal: "right" };
    }
    return [`N${first}:N${row}`, `M${first}:M${row}`];
  };
  row += 2;
  titles(row, text.band);
  const [bounds, stars] = counted(bands, "H", ({ lowerBound }) => lowerBound);
  row += 2;
  titles(row, text.tier);
  const [shares, names] = counted(tiers, "J", ({ share }) => share);
  row += 2;
  sheet.getCell(row, 13).value = text.tied;
  sheet.getCell(row, 15).value = { formula: `SUMPRODUCT(--(COUNTIF(${column("I")},${column("I")})>1))` };
  return { weights, bounds, stars, shares, tiers: names, next: row + 2 };
}

function addMoves(sheet, { text, policy, language, column, stars, top }) {
  sheet.getCell(top, 13).value = text.moves;
  sheet.getCell(top, 13).font = { ...font, bold: true };
  const formula = `TALLY.SCORE_MOVES(${column("K")},${column("H")},${stars},"${language}")`;
  const [height, width] = [policy.bands.length + 3, policy.bands.length + 5];
  const last = sheet.getColumn(12 + width).letter;
  sheet.getCell(top + 1, 13).value = {
    formula: stored(formula),
    shareType: "array",
    ref: `M${top + 1}:${last}${top + height}`,
  };
}
