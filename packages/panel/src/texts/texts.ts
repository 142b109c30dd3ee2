import type { Texts } from "@tallykit/sheet";

/** The languages of the panel. */
export type Language = keyof Texts;

/** Every text of the panel but those of errors; words in braces are filled in. */
export const texts = {
  panel: { en: "Tally functions", zh: "Tally 函数" },
  otherLanguage: { en: "中文", zh: "English" },
  tabFunctions: { en: "Functions", zh: "函数" },
  tabFunctionsShort: { en: "Functions", zh: "函数" },
  tabSheets: { en: "Insert sheet", zh: "插入示例表" },
  tabSheetsShort: { en: "Insert", zh: "示例表" },
  tabCheck: { en: "Check my data", zh: "检查数据" },
  tabCheckShort: { en: "Check", zh: "检查" },
  tabExplain: { en: "Explain this cell", zh: "解释单元格" },
  tabExplainShort: { en: "Explain", zh: "解释" },
  tabTryout: { en: "Try out", zh: "试用" },
  tabTryoutShort: { en: "Try out", zh: "试用" },

  hintTitle: { en: "Start here", zh: "从这里开始" },
  hintText: {
    en: "Find a function, fill in its form from selected cells, and insert the formula. Everything is calculated here; nothing is sent anywhere.",
    zh: "查找函数，用选中的单元格填写参数，再插入公式。全部在本机计算，不发送任何数据。",
  },
  hintClose: { en: "Got it", zh: "知道了" },

  back: { en: "Back", zh: "返回" },
  close: { en: "Close", zh: "关闭" },
  failed: { en: "That did not work: {message}", zh: "操作未完成：{message}" },

  search: { en: "Search functions", zh: "查找函数" },
  searchHint: { en: "Search: rate, 分摊, quota…", zh: "查找：覆盖率、分摊、quota…" },
  family: { en: "Family", zh: "类别" },
  familyAll: { en: "All", zh: "全部" },
  familyCoverage: { en: "Coverage", zh: "覆盖" },
  familyGrowth: { en: "Growth", zh: "增长" },
  familyFunding: { en: "Funding", zh: "经费" },
  familyAssessment: { en: "Scores", zh: "考评" },
  functionsFound: { en: "{count} functions", zh: "{count} 个函数" },
  functionFound: { en: "1 function", zh: "1 个函数" },
  noFunctions: {
    en: "No function is found. Try one word less, or the other language.",
    zh: "没有找到函数。请减少一个词，或换另一种语言。",
  },
  functionList: { en: "Functions", zh: "函数列表" },

  fillIn: { en: "Fill in and insert", zh: "填写并插入" },
  page: { en: "Full page", zh: "详细说明" },
  opensPage: { en: "Full page, opens a new window", zh: "详细说明，在新窗口打开" },
  parameters: { en: "Parameters", zh: "参数" },
  optional: { en: "optional", zh: "可省略" },
  optionalDefault: { en: "optional, {value} if left out", zh: "可省略，省略时为 {value}" },
  shapeColumn: { en: "column", zh: "一列" },
  shapeTable: { en: "table", zh: "表" },
  choices: { en: "Words", zh: "可用的词" },
  examples: { en: "Examples", zh: "示例" },
  example: { en: "Example {number}", zh: "示例 {number}" },
  result: { en: "Result", zh: "结果" },
  errors: { en: "Errors it can give", zh: "可能出现的错误" },
  errorWhere: { en: "For instance", zh: "例如" },
  insertExample: { en: "Insert example", zh: "插入示例" },
  insertExampleNumber: { en: "Insert example {number}", zh: "插入示例 {number}" },
  copyFormula: { en: "Copy formula", zh: "复制公式" },
  copyExampleNumber: { en: "Copy formula of example {number}", zh: "复制示例 {number} 的公式" },
  copied: { en: "The formula is copied.", zh: "公式已复制。" },
  notCopied: {
    en: "Copying is not allowed here. Select the formula and press Ctrl+C.",
    zh: "此处不允许复制。请选中公式后按 Ctrl+C。",
  },

  formTitle: { en: "Fill in {id}", zh: "填写 {id}" },
  optionalFields: { en: "Optional ({count})", zh: "可省略的参数（{count}）" },
  useSelection: { en: "Use selected cells for {name}", zh: "用选中的单元格填写“{name}”" },
  useExample: { en: "Fill in the example", zh: "填入示例" },
  emptyForm: { en: "Clear", zh: "清空" },
  leftOut: { en: "(left out)", zh: "（省略）" },
  leftOutDefault: { en: "(left out: {value})", zh: "（省略：{value}）" },
  hintNumber: { en: "12.5, 91.5% or B2:B9", zh: "12.5、91.5% 或 B2:B9" },
  hintDate: { en: "2026-11-22 or B2:B9", zh: "2026-11-22 或 B2:B9" },
  hintRange: { en: "B2:B9", zh: "B2:B9" },
  hintWord: { en: "text or B2", zh: "文本或 B2" },
  formula: { en: "Formula", zh: "公式" },
  insert: { en: "Insert", zh: "插入" },
  insertAnyway: { en: "Insert anyway", zh: "仍要插入" },
  resultPending: { en: "Fill in {names} to see the result.", zh: "填写{names}后显示结果。" },
  fieldRequired: { en: "Fill this in.", zh: "此项必填。" },
  resultSize: { en: "Result: {rows} rows, {columns} columns", zh: "结果：{rows} 行 {columns} 列" },
  resultRefused: { en: "Correct the field that is marked.", zh: "请更正标出的参数。" },
  tooLarge: {
    en: "{count} cells are too many to calculate here. The formula can be inserted.",
    zh: "共 {count} 个单元格，此处不预先计算，但可以插入公式。",
  },
  inserted: { en: "Inserted at {place}.", zh: "已插入到 {place}。" },
  showInGrid: { en: "Show", zh: "查看" },
  insideRange: {
    en: "The result would fill {place}, which the formula itself reads. Select an empty cell, then insert.",
    zh: "结果将填入 {place}，与公式引用的区域重叠。请先选中其他空单元格，再插入。",
  },
  occupied: {
    en: "{place} is not empty ({count} cells hold something). Select another cell, or insert anyway.",
    zh: "{place} 不是空的（{count} 个单元格有内容）。请选中其他单元格，或仍要插入。",
  },
  moreRows: { en: "and {count} more rows", zh: "另有 {count} 行" },
  moreColumns: { en: "and {count} more columns", zh: "另有 {count} 列" },

  refusedWholeColumns: {
    en: "Give the first and the last row, such as B2:B9.",
    zh: "请写明首行和末行，例如 B2:B9。",
  },
  refusedNumber: {
    en: "Type a number such as 12.5 or 91.5%, or cells such as B2 or B2:B9.",
    zh: "请输入数字（如 12.5、91.5%）或单元格（如 B2、B2:B9）。",
  },
  refusedDigits: {
    en: "A cell keeps 15 digits; this number has more.",
    zh: "单元格只保留 15 位数字，这个数字超出了。",
  },
  refusedDate: {
    en: "Type a day that exists, such as 2026-11-22, or cells such as B2.",
    zh: "请输入存在的日期（如 2026-11-22）或单元格（如 B2）。",
  },
  refusedFlag: {
    en: "Type TRUE or FALSE, or cells such as B2:B9.",
    zh: "请输入 是 或 否，或单元格（如 B2:B9）。",
  },
  refusedRange: {
    en: "Give the cells, such as B2:B9; a single text goes in double quotes.",
    zh: "请填写单元格区域，如 B2:B9；单个文本请加英文双引号。",
  },
  refusedQuotes: {
    en: "Put the text in double quotes, and double those inside it.",
    zh: "请给文本加英文双引号，文本中的双引号要写两个。",
  },
  refusedFormula: {
    en: "Only cells, ranges, numbers and texts can be used here.",
    zh: "此处只能用单元格、区域、数字和文本。",
  },

  sheetsTitle: { en: "Insert a worked sheet", zh: "插入示例表" },
  sheetsIntro: {
    en: "A new sheet with data, formulas and charts, to read and to change. Your own sheets stay as they are.",
    zh: "插入一张带数据、公式和图表的新工作表，可查看、可修改；不改动现有工作表。",
  },
  sheetsTryout: {
    en: "This needs a spreadsheet; here is how each sheet begins.",
    zh: "插入需要电子表格；这里可预览各表的内容。",
  },
  insertSheetNamed: { en: "Insert the sheet {name}", zh: "插入示例表“{name}”" },
  previewSheetNamed: { en: "Preview the sheet {name}", zh: "预览示例表“{name}”" },
  preview: { en: "Preview", zh: "预览" },
  sheetInserted: { en: "The sheet “{name}” is inserted.", zh: "已插入工作表“{name}”。" },

  checkTitle: { en: "Check my data", zh: "检查数据" },
  checkIntro: {
    en: "Select the cells with your data. The check finds blanks, numbers stored as text, errors and near-equal names; it changes nothing.",
    zh: "选中数据所在的单元格。检查会找出空白、文本型数字、错误和相近的名称，不作任何改动。",
  },
  checkSelection: { en: "Check the selected cells", zh: "检查选中的单元格" },
  checkedRange: { en: "Checked: {place}", zh: "已检查：{place}" },
  noFindings: { en: "Nothing odd is found.", zh: "没有发现问题。" },
  findings: { en: "{count} findings", zh: "{count} 个问题" },
  finding: { en: "1 finding", zh: "1 个问题" },
  moreFindings: { en: "and {count} more findings", zh: "另有 {count} 个问题" },
  goTo: { en: "Go to {place}", zh: "转到 {place}" },

  explainTitle: { en: "Explain this cell", zh: "解释单元格" },
  explainIntro: {
    en: "Select a cell with a TALLY formula to see how its result came about.",
    zh: "选中一个含 TALLY 函数的单元格，查看结果是怎么来的。",
  },
  explainAdvice: { en: "What to do", zh: "处理办法" },

  tryoutTitle: { en: "Try-out grid", zh: "试用表格" },
  tryoutSheet: { en: "Grid", zh: "试用表" },
  tryoutKeys: {
    en: "Type in a cell, or paste from a spreadsheet. Enter keeps, Escape gives up.",
    zh: "在单元格中输入，或从电子表格粘贴。Enter 确认，Esc 取消。",
  },
  tryoutSample: { en: "Put in sample data", zh: "填入示例数据" },
  tryoutClear: { en: "Clear the grid", zh: "清空表格" },
  tryoutCleared: { en: "The grid is cleared.", zh: "表格已清空。" },
  tryoutSampleIn: { en: "The sample data is put in.", zh: "已填入示例数据。" },
  tryoutEdit: { en: "Content of {place}", zh: "{place} 的内容" },
  tryoutBlank: { en: "empty", zh: "空" },
  tryoutFilledFrom: { en: "filled by {place}", zh: "由 {place} 填充" },
  tryoutOnlyOurs: {
    en: "only TALLY functions here, one to a cell, with cells, ranges, numbers and texts",
    zh: "此处只能用 TALLY 函数，每格一个，参数为单元格、区域、数字或文本",
  },
  tryoutCircle: { en: "the formula reads its own cell", zh: "公式引用了自身所在的单元格" },
  tryoutNoRoom: { en: "the result needs {place}, which is not free", zh: "结果需要 {place}，其中有内容" },
  tryoutFull: {
    en: "The grid ends at {place}; this does not fit.",
    zh: "表格到 {place} 为止，放不下。",
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** The name of a text. */
export type TextKey = keyof typeof texts;

/** Says a text, with the words that are filled in. */
export type Say = (key: TextKey, words?: Readonly<Record<string, string | number>>) => string;

/** Says texts in a language. */
export function sayIn(language: Language): Say {
  return (key, words = {}) =>
    texts[key][language].replace(/\{([a-z]+)\}/g, (_, name: string) => String(words[name] ?? ""));
}
