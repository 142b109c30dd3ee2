import type { Texts } from "@tallykit/sheet";

import { SheetDraft } from "./sheetDraft.ts";
import type { WorkedSheet } from "./workedSheet.ts";

const path: Texts = { en: "path", zh: "目标路径" };
const actual: Texts = { en: "actual", zh: "实际" };

/** A growth path beside what was reached, what follows from its rate, a target within its year, and milestones. */
export function growthSheet(language: keyof Texts): WorkedSheet {
  const draft = new SheetDraft(language);
  draft.heading(
    { en: "Growth of 20% a year, and where it stands", zh: "每年增长 20% 的路径与进展" },
    {
      en: "Published: 650 in 2021, growth of 20% a year, and the milestones. The actual figures after 2021 are made up. Blue cells are for your own numbers.",
      zh: "公布数据：2021 年 650、每年增长 20%，以及里程碑目标与进展；2021 年以后的实际数为示例数据。蓝色单元格可改为自己的数据。",
    },
  );
  addPath(draft);
  addRates(draft);
  addTarget(draft, language);
  addMilestones(draft, language);
  return {
    id: "growth",
    name: draft.text({ en: "Growth", zh: "增长" }),
    cells: draft.cells,
    widths: [34, 16, 16, 18, 18, 14],
    frozenRows: 2,
    charts: [
      {
        title: draft.text({ en: "Path and actual figures", zh: "目标路径与实际数" }),
        categories: "A9:A13",
        series: [
          { name: draft.text(path), values: "B9:B13", shape: "line" },
          { name: draft.text(actual), values: "C9:C13", shape: "line" },
        ],
        format: "#,##0",
        place: "H3:O18",
      },
      {
        title: draft.text({ en: "Milestones reached", zh: "里程碑完成率" }),
        categories: "A33:A35",
        series: [{ name: draft.text({ en: "rate", zh: "完成率" }), values: "D33:D35", shape: "column" }],
        format: "0%",
        place: "H20:O35",
      },
    ],
  };
}

function addPath(draft: SheetDraft): void {
  draft.column("A4", [
    { en: "first year", zh: "起始年份" },
    { en: "value in it", zh: "起始数" },
    { en: "growth a year", zh: "年增长率" },
  ]);
  draft.put("B4", 2021, { format: "0", look: "input" });
  draft.put("B5", 650, { format: "#,##0", look: "input" });
  draft.put("B6", 0.2, { format: "0%", look: "input" });
  draft.row(
    "A8",
    [
      { en: "year", zh: "年份" },
      path,
      actual,
      { en: "actual less path", zh: "实际减目标" },
      { en: "growth that year", zh: "当年增长率" },
    ],
    { look: "header" },
  );
  draft.column("A9", ["=B4", "=A9+1", "=A10+1", "=A11+1", "=A12+1"], { format: "0" });
  draft.spill("B9", '=TALLY.GROWTH_PATH(B5,B6,4,,"nearest")', { rows: 5, columns: 1, formats: ["#,##0"] });
  draft.column("C9", [650, 771, 940, 1105, 1290], { format: "#,##0", look: "input" });
  for (let row = 9; row <= 13; row += 1) {
    draft.put(`D${row}`, `=C${row}-B${row}`, { format: "#,##0;-#,##0", look: "result" });
    if (row > 9)
      draft.put(`E${row}`, `=TALLY.GROWTH_RATE(C${row - 1},C${row},1)`, { format: "0.0%", look: "result" });
  }
}

function addRates(draft: SheetDraft): void {
  draft.put("A15", { en: "What follows from the rate", zh: "由增长率推出" }, { look: "note" });
  draft.put("A16", { en: "years until it has doubled", zh: "翻一番所需年数" });
  draft.put("B16", "=TALLY.GROWTH_PERIODS(1,2,B6)", { format: "0.00", look: "result" });
  draft.put("A17", { en: "the year before: exact, lowest, highest", zh: "上一年：精确值、最小、最大整数" });
  draft.spill("B17", "=TALLY.GROWTH_BASE(B5,B6,1)", { rows: 1, columns: 3, formats: ["0.00", "0", "0"] });
  draft.put("A18", { en: "equal rate over the years so far", zh: "历年平均增长率" });
  draft.put("B18", "=TALLY.GROWTH_RATE(C9,C13,A13-A9)", { format: "0.0%", look: "result" });
  draft.put("A19", { en: "rate needed to end on the path", zh: "最后一年赶上路径须增长" });
  draft.put("B19", "=TALLY.TARGET_CATCH_UP(C12,B13,1)", { format: "0.0%", look: "result" });
}

function addTarget(draft: SheetDraft, language: keyof Texts): void {
  draft.put("A21", { en: "The last year, on 30 June", zh: "最后一年，截至 6 月 30 日" }, { look: "note" });
  draft.row(
    "A22",
    [
      { en: "start", zh: "年初" },
      { en: "goal", zh: "目标" },
      { en: "on that day", zh: "截至当日" },
      { en: "first day", zh: "开始日期" },
      { en: "last day", zh: "结束日期" },
      { en: "as of", zh: "截止日期" },
    ],
    { look: "header" },
  );
  draft.row("A23", ["=C12", "=B13"], { format: "#,##0" });
  draft.put("C23", 1180, { format: "#,##0", look: "input" });
  // 2025-01-01, 2025-12-31 and 2025-06-30 as serial numbers.
  draft.row("D23", [45658, 46022, 45838], { format: "yyyy-mm-dd", look: "input" });
  draft.spill("A25", `=TALLY.TARGET_STATUS(A23,B23,C23,D23,E23,F23,"${language}")`, {
    rows: 2,
    columns: 5,
    formats: ["#,##0.0", "0.0%", "#,##0", "#,##0.0"],
    hasTitles: true,
  });
}

function addMilestones(draft: SheetDraft, language: keyof Texts): void {
  draft.put("A28", { en: "Milestones by kind", zh: "分类里程碑" }, { look: "note" });
  draft.row(
    "A29",
    [
      { en: "kind", zh: "类别" },
      { en: "parks", zh: "园区" },
      { en: "buildings and districts", zh: "楼宇商圈" },
      { en: "organisations", zh: "组织" },
    ],
    { look: "header" },
  );
  draft.put("A30", { en: "goal", zh: "目标" });
  draft.row("B30", [10, 20, 100], { format: "#,##0", look: "input" });
  draft.put("A31", { en: "reached", zh: "已完成" });
  draft.row("B31", [7, 9, 40], { format: "#,##0", look: "input" });
  draft.spill("A32", `=TALLY.TARGET_MILESTONES(B29:D29,B30:D30,B31:D31,,,"${language}")`, {
    rows: 5,
    columns: 6,
    formats: [undefined, "#,##0", "#,##0", "0.0%", "#,##0"],
    hasTitles: true,
    hasTotal: true,
  });
}
