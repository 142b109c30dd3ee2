// Writes the sample workbook seeds/register.xlsx: coverage of a made-up register of 8,015 units that has the published
// sums of both size classes, in English and in Chinese. With --check it writes nothing and fails where it is stale.
import { addNote, font, landscape, newWorkbook, save, stored, styleTitles } from "./sampleWorkbook.mjs";

/** Units with three members or more all have an organisation of their own; of the smaller ones 6,015 share one. */
const ownUnits = 1442;
const jointUnits = 6015;
const uncovered = 558;
const counties = ["C1", "C2", "C3", "C4", "C5", "C6"];
const townsInCounty = 8;
const lastRow = 1 + ownUnits + jointUnits + uncovered;
const registerSheet = "Register 台账";

const words = {
  en: {
    sheet: "Coverage",
    title: "Coverage of a register of 8,015 units",
    note: "The sums of both size classes are published figures; units, counties, towns, members and dates are made up.",
    sections: {
      channels: "By size class and channel",
      rollUp: "County and town, rolled up",
      funnel: "Counties against the pooled rate: which differ by more than chance",
      terms: "Terms of office by county, on 2026-11-22",
    },
  },
  zh: {
    sheet: "覆盖情况",
    title: "8015 家单位台账的覆盖情况",
    note: "两类单位的合计数为公布数据；单位、县、镇、人数与日期均为虚拟数据。",
    sections: {
      channels: "按规模类别与覆盖方式",
      rollUp: "县、镇逐级汇总",
      funnel: "各县与合计覆盖率相比，差异是否超出偶然",
      terms: "各县任期情况（2026-11-22）",
    },
  },
};

const workbook = newWorkbook();
for (const language of Object.keys(words)) addResults(language);
addRegister();
await save(workbook, "seeds/register.xlsx");

/** A small linear congruential generator with a fixed seed, so that the register is the same whenever it is made. */
function numbers(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function addRegister() {
  const sheet = workbook.addWorksheet(registerSheet, {
    views: [{ state: "frozen", ySplit: 1, xSplit: 1 }],
    pageSetup: { ...landscape, printTitlesRow: "1:1" },
  });
  styleTitles(
    sheet.addRow([
      "unit 单位",
      "county 县",
      "town 镇",
      "members 人数",
      "form 形式",
      "covered 已覆盖",
      "eligible 应覆盖",
      "last election 上次换届",
    ]),
  );
  const next = numbers(8015);
  const classes = [
    ...Array.from({ length: ownUnits }, () => "own"),
    ...Array.from({ length: jointUnits }, () => "joint"),
    ...Array.from({ length: uncovered }, () => "none"),
  ];
  // Spread over the counties, not one class after the other.
  for (let place = classes.length - 1; place > 0; place -= 1) {
    const other = next(place + 1);
    [classes[place], classes[other]] = [classes[other], classes[place]];
  }
  classes.forEach((form, index) => {
    // One county has more than its share of units that nobody covers, which the funnel is to notice.
    const county = form === "none" && next(100) < 10 ? counties.length - 1 : next(counties.length);
    const row = sheet.addRow([
      `U${String(index + 1).padStart(4, "0")}`,
      counties[county],
      `T${String(next(townsInCounty) + 1)}`,
      form === "own" ? 3 + next(30) : 1 + next(2),
      form,
      form === "none" ? 0 : 1,
      1,
      form === "none" ? "" : 44000 + next(2300),
    ]);
    row.getCell(8).numFmt = "yyyy-mm-dd";
  });
  sheet.columns.forEach((column, index) => (column.width = [12, 12, 10, 14, 14, 16, 16, 22][index]));
  sheet.autoFilter = { from: "A1", to: "H1" };
}

function addResults(language) {
  const text = words[language];
  const sheet = workbook.addWorksheet(text.sheet, {
    views: [{ state: "frozen", ySplit: 2 }],
    pageSetup: landscape,
  });
  sheet.getCell("A1").value = text.title;
  sheet.getCell("A1").font = { ...font, bold: true, size: 14 };
  addNote(sheet, text.note, 30 + 6 * 18, 7);
  const column = (letter) => `'${registerSheet}'!${letter}2:${letter}${lastRow}`;
  const headers = `"${language}"`;
  const towns = counties.length * townsInCounty;
  const sections = [
    [
      "channels",
      5,
      11,
      `TALLY.COVERAGE_CHANNELS(${column("D")},${column("E")},3,1,${headers})`,
      [7, 8, 9, 10],
      [11],
    ],
    [
      "funnel",
      8,
      7,
      `TALLY.COVERAGE_FUNNEL(${column("B")},${column("F")},${column("G")},${headers})`,
      [2, 3, 4, 5, 6],
      [7],
    ],
    [
      "terms",
      8,
      6,
      `TALLY.TERM_SUMMARY(${column("H")},4,DATE(2026,11,22),${column("B")},6,${headers})`,
      [6],
      [],
    ],
    [
      "rollUp",
      2 + counties.length + towns,
      7,
      `TALLY.COVERAGE_ROLL_UP('${registerSheet}'!B2:C${lastRow},${column("F")},${column("G")},${headers})`,
      [6],
      [2, 3, 7],
    ],
  ];
  let top = 4;
  for (const [name, height, width, formula, rates, texts] of sections) {
    top = addSection(sheet, { top, title: text.sections[name], height, width, formula, rates, texts });
  }
  for (let index = 1; index <= 11; index += 1) sheet.getColumn(index).width = index === 1 ? 30 : 18;
}

/** Puts a formula that fills a range under its title; gives the row for the next one. */
function addSection(sheet, { top, title, height, width, formula, rates, texts }) {
  const cell = sheet.getCell(`A${top}`);
  cell.value = title;
  cell.font = { ...font, bold: true };
  const last = sheet.getColumn(width).letter;
  const ref = `A${top + 1}:${last}${top + height}`;
  sheet.getCell(`A${top + 1}`).value = { formula: stored(formula), shareType: "array", ref };
  for (let row = top + 1; row <= top + height; row += 1) {
    for (let column = 1; column <= width; column += 1) {
      const cell = sheet.getCell(row, column);
      cell.numFmt = rates.includes(column) ? "0.0%" : "#,##0";
      if (row === top + 1) styleTitles(cell);
      // A number in the first column is a level, and stands at the left as names do.
      const isText = column === 1 || texts.includes(column);
      cell.alignment = isText
        ? { horizontal: "left", indent: column === 1 ? 0 : 1 }
        : { horizontal: "right" };
    }
  }
  return top + height + 2;
}
