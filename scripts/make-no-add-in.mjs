// Writes seeds/no-add-in.xlsx: functions as named LAMBDAs, which Excel calculates without an add-in, each documented in
// English and in Chinese with an example that is recalculated beside the value it should have, and a sheet to try them
// on. With --check it writes nothing and fails where the file is stale.
import { table } from "@tallykit/sheet";
import { lambdaPrefix, lambdas, leftOut, storedLambda } from "@tallykit/workbook/lambda";
import { font, heightOf, landscape, newWorkbook, save, styleTitles } from "./sampleWorkbook.mjs";

const widths = [26, 40, 48, 46, 42, 24, 24, 8, 46];
const words = {
  en: {
    sheet: "Functions",
    title: "Functions that need no add-in",
    notes: [
      "Each name below is a LAMBDA of this workbook (Formulas, Name Manager): it works in Excel 2024 and Microsoft 365 without anything installed.",
      "To use them in another workbook, copy one sheet of this workbook into it: the names come along. Type =TALLYX. to list them.",
      "Each gives what the function of the add-in gives, to the last digit, or an error; what it refuses besides is in the last column. Blank cells are missing (#N/A), never zero. TALLYX.COUNT and TALLYX.SHARE4 serve the others.",
    ],
    titles: [
      "name",
      "what it gives",
      "parameters",
      "the same as",
      "example",
      "result",
      "expected",
      "same",
      "refuses besides",
    ],
    out: "Left out, and why",
    try: "Try",
    trial: {
      unit: ["town", "covered", "eligible", "rate", "as text", "missing to 95%"],
      path: "650, 20% a year",
      quota: ["weight", "places of 120"],
    },
  },
  zh: {
    sheet: "函数",
    title: "无需加载项的函数",
    notes: [
      "下列名称均为本工作簿中的 LAMBDA（“公式”→“名称管理器”），在 Excel 2024 与 Microsoft 365 中无需安装任何加载项即可使用。",
      "如要在其他工作簿中使用，把本工作簿的任一工作表复制过去，名称会一并带过去；输入 =TALLYX. 可列出全部名称。",
      "结果与加载项的函数完全一致，否则给出错误值；另外不接受的内容见最后一列。空白单元格表示缺失（#N/A），绝不当作零。TALLYX.COUNT 与 TALLYX.SHARE4 供其他函数使用。",
    ],
    titles: ["名称", "作用", "参数", "等同于", "示例", "结果", "应为", "相同", "另外不接受"],
    out: "未收入的函数及原因",
    try: "试算",
    trial: {
      unit: ["乡镇", "已覆盖", "应覆盖", "覆盖率", "文本", "距 95% 还差"],
      path: "650，每年 20%",
      quota: ["权重", "120 个名额"],
    },
  },
};

const workbook = newWorkbook();
for (const language of Object.keys(words)) addFunctions(language);
for (const language of Object.keys(words)) addTrial(language);
await save(
  workbook,
  "seeds/no-add-in.xlsx",
  () => false,
  lambdas.map((lambda) => ({
    name: lambdaPrefix + lambda.name,
    comment: lambda.summary.en,
    formula: storedLambda(lambda),
  })),
);

function addFunctions(language) {
  const text = words[language];
  const sheet = workbook.addWorksheet(text.sheet, {
    views: [{ state: "frozen", xSplit: 1, ySplit: 5 }],
    pageSetup: landscape,
  });
  sheet.columns = widths.map((width) => ({ width }));
  sheet.getCell("A1").value = text.title;
  sheet.getCell("A1").font = { ...font, bold: true, size: 14 };
  text.notes.forEach((note, index) => {
    sheet.mergeCells(2 + index, 1, 2 + index, 6);
    sheet.getCell(2 + index, 1).value = note;
    sheet.getCell(2 + index, 1).alignment = { wrapText: true, vertical: "top" };
    sheet.getRow(2 + index).height = heightOf(
      note,
      widths.slice(0, 6).reduce((sum, width) => sum + width, 0),
    );
  });
  styleTitles(sheet.addRow(text.titles));
  for (const lambda of lambdas) addFunction(sheet, lambda, language);
  sheet.addRow([]);
  sheet.addRow([text.out]).font = { ...font, bold: true };
  for (const { ids, ...reason } of leftOut) {
    const row = sheet.addRow([reason[language]]);
    sheet.mergeCells(row.number, 1, row.number, 3);
    sheet.mergeCells(row.number, 4, row.number, 9);
    row.getCell(4).value = ids.map((id) => `TALLY.${id}`).join(", ");
    wrap(row, [reason[language], 104], [row.getCell(4).value, 188]);
  }
}

function addFunction(sheet, lambda, language) {
  const { name, summary, parameters, limits, example } = lambda;
  const formula = `${lambdaPrefix}${name}(${example.arguments.join(",")})`;
  const isColumn = Array.isArray(example.value);
  const told = parameters.map((parameter) => `${parameter.name}: ${parameter[language]}`).join("\n");
  const same = sameAs(lambda);
  const row = sheet.addRow([lambdaPrefix + name, summary[language], told, same, `=${formula}`]);
  // A column of values is shown in one cell, so that the rows stay one function each.
  row.getCell(6).value = { formula: isColumn ? `_xlfn.TEXTJOIN(", ",TRUE,${formula})` : formula };
  row.getCell(7).value = isColumn ? example.value.flat().join(", ") : example.value;
  row.getCell(8).value = { formula: `IF(F${row.number}=G${row.number},"=","≠")` };
  row.getCell(9).value = limits[language];
  wrap(
    row,
    ...[summary[language], told, same, `=${formula}`].map((text, index) => [text, widths[index + 1]]),
    [limits[language], widths[8]],
  );
  row.getCell(1).font = { ...font, bold: true };
  for (const column of [6, 7]) {
    row.getCell(column).alignment = { horizontal: "right", vertical: "top" };
    if (example.format && !isColumn) row.getCell(column).numFmt = example.format;
  }
  row.getCell(8).alignment = { horizontal: "center", vertical: "top" };
}

/** The call of the add-in's function that gives the same. */
function sameAs({ same }) {
  if (same === "") return "";
  if (same.includes("(")) return `TALLY.${same}`;
  const row = table.find(({ id }) => id === same);
  return row === undefined ? "" : `TALLY.${same}`;
}

/** Wraps a row's texts and gives it the height of the longest, each told with the width it has. */
function wrap(row, ...texts) {
  row.alignment = { vertical: "top", wrapText: true };
  row.eachCell((cell) => (cell.border = { top: { style: "thin", color: { argb: "FFBFC7D1" } } }));
  row.height = Math.max(...texts.map(([text, width]) => heightOf(text, width)));
}

/** A small sheet of made-up numbers with the functions at work on cells. */
function addTrial(language) {
  const { trial, ...text } = words[language];
  const sheet = workbook.addWorksheet(text.try, {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: landscape,
  });
  sheet.columns = [14, 12, 12, 12, 12, 18, 4, 18, 4, 12, 16].map((width) => ({ width }));
  styleTitles(sheet.addRow([...trial.unit, "", trial.path, "", ...trial.quota]));
  const towns = [
    ["T1", 1442, 1442],
    ["T2", 6015, 6573],
    ["T3", 1999, 2000],
    ["T4", 58, 57],
    ["T5", 0, 12],
  ];
  const weights = [40, 25, 35, 10, 10];
  towns.forEach(([town, covered, eligible], index) => {
    const row = sheet.getRow(2 + index);
    row.values = [town, covered, eligible];
    const cells = `B${row.number},C${row.number}`;
    row.getCell(4).value = { formula: `TALLYX.RATE(${cells})` };
    row.getCell(5).value = { formula: `TALLYX.TEXT(${cells},1)` };
    row.getCell(6).value = { formula: `TALLYX.GAP(${cells},95%)` };
    row.getCell(10).value = weights[index];
    for (const column of [2, 3, 6]) row.getCell(column).numFmt = "#,##0";
    row.getCell(4).numFmt = "0.0%";
    row.getCell(5).alignment = { horizontal: "right" };
  });
  sheet.getCell("H2").value = { formula: "TALLYX.PATH(650,20%,4)", shareType: "array", ref: "H2:H6" };
  sheet.getCell("K2").value = { formula: "TALLYX.QUOTA(120,J2:J6)", shareType: "array", ref: "K2:K6" };
  for (let row = 2; row <= 6; row += 1) sheet.getCell(`H${row}`).numFmt = "#,##0";
}
