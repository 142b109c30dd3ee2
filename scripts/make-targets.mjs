// Writes the sample workbook seeds/targets.xlsx: growth plan, milestones, status of targets, a year to date, terms of
// office and a reporting calendar, in English and in Chinese. With --check it writes nothing and fails where the file is
// stale.
import { addNote, font, landscape, newWorkbook, save, stored, styleTitles } from "./sampleWorkbook.mjs";

const words = {
  en: {
    sheet: "Targets",
    title: "Targets and terms",
    note: "Published are: 650 in 2021 growing by 20% a year from 2020, the milestones 7 of 10, 9 of 20 and 40 of 100, 453 of 6 yearly batches of 100, 274 terms overdue and 1,873 organisations. All other numbers, towns and dates are made up.",
    asOf: "as of",
    growth: {
      title: "Growth plan: what the base was, and where the rounding is done",
      inputs: [
        "number in 2021",
        "rate a year",
        "base in 2020, exact",
        "lowest whole base",
        "highest whole base",
        "years until it has doubled",
      ],
      paths: ["year", "rounded at the end", "rounded each year", "not rounded"],
    },
    catchUp: {
      title: "Catching up with the plan from 2022",
      inputs: ["number reached in 2022", "goal in 2025", "years left", "rate a year needed from here"],
      path: ["year", "from here"],
    },
    milestones: {
      title: "Milestones",
      titles: ["kind", "goal", "reached", "due"],
      kinds: ["parks", "buildings and business districts", "organisations"],
    },
    status: {
      title: "Targets against plan",
      titles: ["target", "start", "goal", "now", "first day", "last day"],
      names: ["coverage of small units", "units without an organisation", "training places", "new sites"],
    },
    toDate: {
      title: "A year to date: yearly batches of 100, evenly over the quarters",
      titles: ["quarter", "first day", "last day", "reached"],
      batches: ["people trained in 6 batches of 100", "planned", "share reached"],
    },
    terms: {
      title: "Terms of office",
      titles: ["unit", "town", "last election", "years"],
      summary: "By town",
      published: ["published as overdue", "organisations scored", "share, if it is of those scored"],
    },
    calendar: {
      title: "Reporting calendar",
      half: "Half-years",
      quarter: "Quarters",
      year: "Years that begin in July",
    },
  },
  zh: {
    sheet: "目标与任期",
    title: "目标与任期",
    note: "公布数据为：2021 年 650、自 2020 年起每年增长 20%，进度 7/10、9/20、40/100，每年一批、每批 100、六批共 453，到届未换届 274、参评组织 1873。其余数字、乡镇与日期均为虚拟数据。",
    asOf: "截至",
    growth: {
      title: "增长计划：基数是多少，在何处取整",
      inputs: [
        "2021 年数",
        "年增长率",
        "2020 年基数（精确）",
        "最小整数基数",
        "最大整数基数",
        "翻一番所需年数",
      ],
      paths: ["年份", "期末取整", "逐年取整", "不取整"],
    },
    catchUp: {
      title: "自 2022 年起追赶计划",
      inputs: ["2022 年完成数", "2025 年目标", "剩余年数", "此后每年所需增长率"],
      path: ["年份", "追赶路径"],
    },
    milestones: {
      title: "阶段性指标",
      titles: ["类别", "目标", "完成", "期限"],
      kinds: ["园区", "楼宇和商圈", "组织"],
    },
    status: {
      title: "目标与序时进度",
      titles: ["指标", "起点", "目标", "现状", "开始日期", "结束日期"],
      names: ["小微单位覆盖数", "未建组织的单位", "培训人次", "新建站点"],
    },
    toDate: {
      title: "年内累计：每年一批 100，按季均衡推进",
      titles: ["季度", "开始日期", "结束日期", "完成"],
      batches: ["六批共培训（每批 100）", "计划", "完成比例"],
    },
    terms: {
      title: "任期",
      titles: ["单位", "乡镇", "上次换届", "任期（年）"],
      summary: "按乡镇",
      published: ["公布的到届未换届数", "参评组织数", "占比（如以参评组织为分母）"],
    },
    calendar: { title: "报告日历", half: "半年", quarter: "季度", year: "7 月起算的年度" },
  },
};
const day = (year, month, date) => new Date(Date.UTC(year, month - 1, date));
const dateFormat = "yyyy-mm-dd";
const asOf = "$B$3";
const columns = 12;

const workbook = newWorkbook();
for (const language of Object.keys(words)) addTargets(language);
await save(workbook, "seeds/targets.xlsx");

function addTargets(language) {
  const text = words[language];
  const sheet = workbook.addWorksheet(text.sheet, {
    views: [{ state: "frozen", xSplit: 1, ySplit: 3 }],
    pageSetup: landscape,
  });
  sheet.columns = Array.from({ length: columns }, (_, index) => ({
    width: [34, 20, 20, 17, 17, 32][index] ?? 17,
  }));
  sheet.getCell("A1").value = text.title;
  sheet.getCell("A1").font = { ...font, bold: true, size: 14 };
  addNote(sheet, text.note, 170, 8);
  put(sheet, 3, [text.asOf, day(2026, 11, 22)], [undefined, dateFormat]);
  sheet.getRow(3).font = { ...font, bold: true };
  const page = { sheet, text, headers: `"${language}"`, row: 5 };
  for (const add of [addGrowth, addCatchUp, addMilestones, addStatus, addToDate, addTerms, addCalendar]) {
    add(page);
    page.row += 1;
  }
}

/** Puts values into a row, each with its number format; formulas start with an equals sign. */
function put(sheet, row, values, formats = [], from = 1) {
  values.forEach((value, index) => {
    const cell = sheet.getCell(row, from + index);
    const isFormula = typeof value === "string" && value.startsWith("=");
    cell.value = isFormula ? { formula: stored(value) } : value;
    if (formats[index] !== undefined) cell.numFmt = formats[index];
  });
}

/** A formula that fills a range, with the number format of each of its columns below its titles. */
function fill(page, { formula, at, height, formats, hasTitles = true }) {
  const { sheet, row } = page;
  const last = sheet.getColumn(at + formats.length - 1).letter;
  const first = sheet.getColumn(at).letter;
  const ref = `${first}${row}:${last}${row + height - 1}`;
  sheet.getCell(row, at).value = { formula: stored(formula), shareType: "array", ref };
  formats.forEach((format, index) => {
    for (let down = 0; down < height; down += 1) {
      const cell = sheet.getCell(row + down, at + index);
      if (format === undefined) cell.alignment = { horizontal: "left", indent: index === 0 ? 0 : 1 };
      else [cell.numFmt, cell.alignment] = [format, { horizontal: "right" }];
    }
  });
  if (hasTitles) styleFilled(page, at, at + formats.length - 1);
}

function section(page, title) {
  page.sheet.getCell(page.row, 1).value = title;
  page.sheet.getCell(page.row, 1).font = { ...font, bold: true, size: 12 };
  page.row += 1;
}

/** Titles over a table, in the cells of the table only; those of numbers stand at the right as the numbers do. */
function titles({ sheet, row }, names, texts = 1) {
  names.forEach((name, index) => {
    const cell = sheet.getCell(row, 1 + index);
    cell.value = name;
    styleTitles(cell);
    if (index >= texts) cell.alignment = { horizontal: "right" };
  });
}

/** The look of titles for those that a formula fills. */
function styleFilled({ sheet, row }, from, to) {
  for (let column = from; column <= to; column += 1) {
    const { alignment } = sheet.getCell(row, column);
    styleTitles(sheet.getCell(row, column));
    sheet.getCell(row, column).alignment = alignment;
  }
}

/** Labels with a value each, one below the other; gives the row of the first. */
function inputs(page, labels, values, formats) {
  const first = page.row;
  labels.forEach((label, index) => {
    put(page.sheet, page.row, [label, values[index]], [undefined, formats[index]]);
    page.row += 1;
  });
  return first;
}

function addGrowth(page) {
  const { growth } = page.text;
  section(page, growth.title);
  const first = page.row;
  const base = (column) => `=INDEX(TALLY.GROWTH_BASE(B${first},B${first + 1},1),1,${column})`;
  inputs(
    page,
    growth.inputs,
    [650, 0.2, base(1), base(2), base(3), `=TALLY.GROWTH_PERIODS(1,2,B${first + 1})`],
    ["#,##0", "0%", "#,##0.00", "#,##0", "#,##0", "0.00"],
  );
  page.row += 1;
  titles(page, growth.paths);
  page.row += 1;
  const path = (more) => `TALLY.GROWTH_PATH(B${first + 3},B${first + 1},5,"compound"${more})`;
  for (let year = 2020; year <= 2025; year += 1) page.sheet.getCell(page.row + year - 2020, 1).value = year;
  const whole = { height: 6, formats: ["#,##0"], hasTitles: false };
  fill(page, { ...whole, formula: path(',"nearest"'), at: 2 });
  fill(page, { ...whole, formula: path(',"nearest","each"'), at: 3 });
  fill(page, { ...whole, formula: path(""), at: 4, formats: ["#,##0.00"] });
  alignYears(page, 6);
  page.plan = page.row;
  page.row += 6;
}

function alignYears({ sheet, row }, count) {
  for (let down = 0; down < count; down += 1) sheet.getCell(row + down, 1).alignment = { horizontal: "left" };
}

function addCatchUp(page) {
  const { catchUp } = page.text;
  section(page, catchUp.title);
  const first = page.row;
  inputs(
    page,
    catchUp.inputs,
    [700, `=B${page.plan + 5}`, 3, `=TALLY.TARGET_CATCH_UP(B${first},B${first + 1},B${first + 2})`],
    ["#,##0", "#,##0", "0", "0.00%"],
  );
  page.row += 1;
  titles(page, catchUp.path);
  page.row += 1;
  for (let year = 2022; year <= 2025; year += 1) page.sheet.getCell(page.row + year - 2022, 1).value = year;
  alignYears(page, 4);
  const formula = `TALLY.GROWTH_PATH_TO(B${first},B${first + 1},B${first + 2},"compound","nearest")`;
  fill(page, { formula, at: 2, height: 4, formats: ["#,##0"], hasTitles: false });
  page.row += 4;
}

function addMilestones(page) {
  const { milestones } = page.text;
  section(page, milestones.title);
  titles(page, milestones.titles);
  const [top, last] = [page.row + 1, page.row + 3];
  const formula = `TALLY.TARGET_MILESTONES(A${top}:A${last},B${top}:B${last},C${top}:C${last},D${top}:D${last},${asOf},${page.headers})`;
  fill(page, {
    formula,
    at: 6,
    height: 5,
    formats: [undefined, "#,##0", "#,##0", "0.0%", "#,##0", undefined],
  });
  const rows = [
    [10, 7, day(2026, 12, 31)],
    [20, 9, day(2026, 12, 31)],
    [100, 40, day(2026, 6, 30)],
  ];
  rows.forEach((row, index) => {
    const formats = [undefined, "#,##0", "#,##0", dateFormat];
    put(page.sheet, top + index, [milestones.kinds[index], ...row], formats);
  });
  page.row += 5;
}

function addStatus(page) {
  const { status } = page.text;
  section(page, status.title);
  titles(page, status.titles);
  const rows = [
    [5600, 6573, 6015, day(2025, 1, 1), day(2027, 12, 31)],
    [558, 200, 300, day(2025, 1, 1), day(2026, 12, 31)],
    [0, 600, 610, day(2026, 1, 1), day(2026, 12, 31)],
    [0, 30, 0, day(2027, 1, 1), day(2027, 12, 31)],
  ];
  const [top, last] = [page.row + 1, page.row + rows.length];
  const column = (letter) => `${letter}${top}:${letter}${last}`;
  const formula = `TALLY.TARGET_STATUS(${["B", "C", "D", "E", "F"].map(column).join(",")},${asOf},${page.headers})`;
  fill(page, {
    formula,
    at: 8,
    height: rows.length + 1,
    formats: ["#,##0.0", "0.0%", "#,##0.0", "#,##0.0", undefined],
  });
  rows.forEach((row, index) => {
    put(
      page.sheet,
      top + index,
      [status.names[index], ...row],
      [undefined, ...["#,##0", "#,##0", "#,##0"], ...[dateFormat, dateFormat]],
    );
  });
  page.row += rows.length + 1;
}

function addToDate(page) {
  const { toDate } = page.text;
  section(page, toDate.title);
  const first = inputs(page, toDate.batches, [453, 600, ""], ["#,##0", "#,##0", "0.0%"]);
  put(page.sheet, first + 2, [`=TALLY.COVERAGE_RATE(B${first},B${first + 1})`], ["0.0%"], 2);
  page.row += 1;
  titles(page, toDate.titles);
  const [top, last] = [page.row + 1, page.row + 4];
  const quarters = [
    ["2026 Q1", day(2026, 1, 1), day(2026, 3, 31), 22],
    ["2026 Q2", day(2026, 4, 1), day(2026, 6, 30), 31],
    ["2026 Q3", day(2026, 7, 1), day(2026, 9, 30), 19],
    ["2026 Q4", day(2026, 10, 1), day(2026, 12, 31), 12],
  ];
  const column = (letter) => `${letter}${top}:${letter}${last}`;
  const formula = `TALLY.TARGET_TO_DATE(100,${["B", "C", "D"].map(column).join(",")},${asOf},${page.headers})`;
  fill(page, {
    formula,
    at: 6,
    height: 5,
    formats: [undefined, "#,##0", "#,##0", "#,##0.0", "#,##0.0", "0.0%", undefined],
  });
  quarters.forEach((quarter, index) => {
    put(page.sheet, top + index, quarter, [undefined, dateFormat, dateFormat, "#,##0"]);
  });
  page.row += 5;
}

function addTerms(page) {
  const { terms } = page.text;
  page.sheet.getRow(page.row - 1).addPageBreak();
  section(page, terms.title);
  const first = inputs(page, terms.published, [274, 1873, ""], ["#,##0", "#,##0", "0.0%"]);
  put(page.sheet, first + 2, [`=TALLY.COVERAGE_RATE(B${first},B${first + 1})`], ["0.0%"], 2);
  page.row += 1;
  titles(page, terms.titles, 2);
  const units = [
    ["U1", "T1", day(2021, 11, 1), 4],
    ["U2", "T1", day(2023, 3, 15), 4],
    ["U3", "T2", day(2024, 2, 29), 3],
    ["U4", "T2", day(2022, 12, 1), 4],
    ["U5", "T2", day(2020, 6, 30), 5],
    ["U6", "T3", null, 4],
    ["U7", "T3", day(2025, 9, 10), 3],
    ["U8", "T3", day(2022, 11, 22), 4],
  ];
  const [top, last] = [page.row + 1, page.row + units.length];
  const term = `C${top}:C${last},D${top}:D${last},${asOf}`;
  fill(page, {
    formula: `TALLY.TERM_STATUS(${term},6,${page.headers})`,
    at: 6,
    height: units.length + 1,
    formats: [dateFormat, "#,##0", undefined],
  });
  units.forEach((unit, index) => put(page.sheet, top + index, unit, [undefined, undefined, dateFormat, "0"]));
  page.row += units.length + 2;
  page.sheet.getCell(page.row, 1).value = terms.summary;
  page.sheet.getCell(page.row, 1).font = { ...font, bold: true };
  page.row += 1;
  fill(page, {
    formula: `TALLY.TERM_SUMMARY(${term},B${top}:B${last},6,${page.headers})`,
    at: 1,
    height: 5,
    formats: [undefined, "0", "0", "0", "0", "0.0%"],
  });
  page.row += 5;
}

function addCalendar(page) {
  const { calendar } = page.text;
  section(page, calendar.title);
  const span = "DATE(2026,3,15),DATE(2027,3,14)";
  // Beside one another, with an empty column between.
  const parts = [
    [calendar.quarter, `TALLY.PERIODS_BETWEEN(${span},"quarter",1,${page.headers})`, 6, 1],
    [calendar.half, `TALLY.PERIODS_BETWEEN(${span},"half",1,${page.headers})`, 4, 5],
    [calendar.year, `TALLY.PERIODS_BETWEEN(${span},"year",7,${page.headers})`, 3, 9],
  ];
  for (const [title, formula, height, at] of parts) {
    page.sheet.getCell(page.row, at).value = title;
    page.sheet.getCell(page.row, at).font = { ...font, bold: true };
    page.row += 1;
    fill(page, { formula, at, height, formats: [undefined, dateFormat, dateFormat] });
    page.row -= 1;
  }
  page.row += 6;
}
