import type { Texts } from "@tallykit/sheet";

import { SheetDraft } from "./sheetDraft.ts";
import type { WorkedSheet } from "./workedSheet.ts";

/** Made-up areas; over all of them both size classes have the published sums. */
const list: readonly (readonly [area: Texts, small: boolean, covered: number, eligible: number])[] = [
  [{ en: "North", zh: "北区" }, false, 420, 420],
  [{ en: "North", zh: "北区" }, true, 1745, 1880],
  [{ en: "East", zh: "东区" }, false, 380, 380],
  [{ en: "East", zh: "东区" }, true, 1602, 1720],
  [{ en: "South", zh: "南区" }, false, 352, 352],
  [{ en: "South", zh: "南区" }, true, 1420, 1603],
  [{ en: "West", zh: "西区" }, false, 290, 290],
  [{ en: "West", zh: "西区" }, true, 1248, 1370],
];
const large: Texts = { en: "three members or more", zh: "3 人及以上" };
const small: Texts = { en: "fewer than three", zh: "3 人以下" };
const covered: Texts = { en: "covered", zh: "已覆盖" };
const eligible: Texts = { en: "eligible", zh: "应覆盖" };
const goal: Texts = { en: "goal", zh: "目标" };
const rate: Texts = { en: "rate", zh: "覆盖率" };
const missing: Texts = { en: "still to cover", zh: "尚差单位数" };

/** Coverage of two size classes and of areas, the gap to a goal, and both against the goal. */
export function coverageSheet(language: keyof Texts): WorkedSheet {
  const draft = new SheetDraft(language);
  draft.heading(
    { en: "Coverage by size class and by area", zh: "按规模与区域统计覆盖率" },
    {
      en: "Both size classes are published figures (a city's review of 2016); the four areas are made up so that they add up to them. Blue cells are for your own numbers.",
      zh: "两类规模的数字为公布数据（某市 2016 年总结）；四个区域为示例数据，合计与公布数相符。蓝色单元格可改为自己的数据。",
    },
  );
  draft.put("A3", { en: "goal", zh: "目标覆盖率" });
  draft.put("B3", 0.95, { format: "0%", look: "input" });
  addClasses(draft);
  addAreas(draft, language);
  return {
    id: "coverage",
    name: draft.text({ en: "Coverage", zh: "覆盖率" }),
    cells: draft.cells,
    widths: [24, 20, 12, 12, 14, 16, 12, 12, 12, 18, 12, 16],
    frozenRows: 3,
    charts: [
      {
        title: draft.text({ en: "Coverage by size class against the goal", zh: "各规模类别覆盖率与目标" }),
        categories: "A6:A8",
        series: [
          { name: draft.text(rate), values: "D6:D8", shape: "column" },
          { name: draft.text(goal), values: "G6:G8", shape: "goal" },
        ],
        format: "0.0%",
        place: "N3:U18",
      },
      {
        title: draft.text({ en: "Coverage by area against the goal", zh: "各区域覆盖率与目标" }),
        categories: "F13:F16",
        series: [
          { name: draft.text(rate), values: "I13:I16", shape: "column" },
          { name: draft.text(goal), values: "K13:K16", shape: "goal" },
        ],
        format: "0.0%",
        place: "N20:U35",
      },
    ],
  };
}

function addClasses(draft: SheetDraft): void {
  const titles = [
    { en: "size class", zh: "规模类别" },
    eligible,
    covered,
    rate,
    { en: "as text", zh: "百分数文本" },
    missing,
    goal,
  ];
  draft.row("A5", titles, { look: "header" });
  draft.column("A6", [large, small]);
  draft.column("B6", [1442, 6573], { format: "#,##0", look: "input" });
  draft.column("C6", [1442, 6015], { format: "#,##0", look: "input" });
  draft.put("A8", { en: "both together", zh: "合计" }, { look: "total" });
  draft.row("B8", ["=SUM(B6:B7)", "=SUM(C6:C7)"], { format: "#,##0", look: "total" });
  for (const row of [6, 7, 8]) {
    const look = row === 8 ? "total" : "result";
    draft.put(`D${row}`, `=TALLY.COVERAGE_RATE(C${row},B${row})`, { format: "0.0%", look });
    draft.put(`E${row}`, `=TALLY.COVERAGE_TEXT(C${row},B${row})`, { look });
    draft.put(`F${row}`, `=TALLY.COVERAGE_GAP(C${row},B${row},$B$3)`, { format: "#,##0", look });
    draft.put(`G${row}`, "=$B$3", { format: "0.0%", look });
  }
}

function addAreas(draft: SheetDraft, language: keyof Texts): void {
  draft.put(
    "A11",
    { en: "The list, one row an area and class", zh: "明细：每行为一个区域的一类单位" },
    { look: "note" },
  );
  draft.put("F11", { en: "Put together by area", zh: "按区域汇总" }, { look: "note" });
  draft.row("A12", [{ en: "area", zh: "区域" }, { en: "size class", zh: "规模类别" }, covered, eligible], {
    look: "header",
  });
  draft.column(
    "A13",
    list.map(([area]) => area),
    { look: "input" },
  );
  draft.column(
    "B13",
    list.map(([, isSmall]) => (isSmall ? small : large)),
    { look: "input" },
  );
  draft.column(
    "C13",
    list.map(([, , count]) => count),
    { format: "#,##0", look: "input" },
  );
  draft.column(
    "D13",
    list.map(([, , , count]) => count),
    { format: "#,##0", look: "input" },
  );
  draft.spill("F12", `=TALLY.COVERAGE_BY_GROUP(A13:A20,C13:C20,D13:D20,"${language}")`, {
    rows: 6,
    columns: 5,
    formats: [undefined, "#,##0", "#,##0", "0.0%"],
    hasTitles: true,
    hasTotal: true,
  });
  draft.row("K12", [goal, missing], { look: "header" });
  for (let row = 13; row <= 17; row += 1)
    draft.put(`K${row}`, "=$B$3", { format: "0.0%", look: row === 17 ? "total" : "result" });
  draft.spill("L13", "=TALLY.COVERAGE_GAP(G13:G17,H13:H17,$B$3)", {
    rows: 5,
    columns: 1,
    formats: ["#,##0"],
    hasTotal: true,
  });
  draft.put("A22", { en: "Check of the list", zh: "明细的数据检查" }, { look: "note" });
  draft.spill("A23", `=TALLY.COVERAGE_CHECK(A13:A20,C13:C20,D13:D20,,,"${language}")`, {
    rows: 2,
    columns: 4,
    hasTitles: true,
  });
}
