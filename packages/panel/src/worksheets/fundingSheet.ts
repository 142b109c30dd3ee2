import type { Texts } from "@tallykit/sheet";

import { SheetDraft } from "./sheetDraft.ts";
import type { WorkedSheet } from "./workedSheet.ts";

/** Made-up groups: how many members each has, and its score. */
const groups = [
  [60, 88],
  [45, 92],
  [38, 75],
  [30, 81],
  [24, 69],
  [18, 84],
  [12, 78],
  [2, 90],
] as const;
const group: Texts = { en: "group", zh: "编组" };
const byWeight: Texts = { en: "by weight alone", zh: "只按权重" };
const inside: Texts = { en: "minimum inside the split", zh: "保底在分摊之内" };
const basePlus: Texts = { en: "base, then the rest", zh: "先给基数再分余额" };
const places: Texts = { en: "places", zh: "名额" };
const money = "#,##0.00";

/** A pool shared among groups in three ways, the dues returned with a guaranteed minimum, and whole places. */
export function fundingSheet(language: keyof Texts): WorkedSheet {
  const draft = new SheetDraft(language);
  draft.heading(
    { en: "A pool shared among groups, dues returned, places", zh: "资金分到各组、党费返还与名额分配" },
    {
      en: "Published: dues of 247,000, returned in full, and at least 3,000 for each lead unit. The eight groups, their members and scores and the places are made up. Blue cells are for your own numbers.",
      zh: "公布数据：党费 24.7 万元全额返还、每家组长单位至少 3000 元；八个编组及其人数、评分和名额为示例数据。蓝色单元格可改为自己的数据。",
    },
  );
  addParameters(draft);
  addGroups(draft);
  addReturn(draft, language);
  const columns = [
    { name: draft.text(byWeight), values: "D11:D18", shape: "column" },
    { name: draft.text(inside), values: "E11:E18", shape: "column" },
    { name: draft.text(basePlus), values: "F11:F18", shape: "column" },
  ] as const;
  return {
    id: "funding",
    name: draft.text({ en: "Funding", zh: "经费" }),
    cells: draft.cells,
    widths: [26, 14, 14, 18, 24, 20, 12, 16, 18],
    frozenRows: 2,
    charts: [
      {
        title: draft.text({ en: "Three ways to share one pool", zh: "同一笔资金的三种分法" }),
        categories: "A11:A18",
        series: columns,
        format: "#,##0",
        place: "K3:R18",
      },
      {
        title: draft.text({ en: "Places by score", zh: "按评分分配的名额" }),
        categories: "A11:A18",
        series: [{ name: draft.text(places), values: "G11:G18", shape: "column" }],
        format: "0",
        place: "K20:R35",
      },
    ],
  };
}

function addParameters(draft: SheetDraft): void {
  draft.column("A4", [
    { en: "dues handed in", zh: "上缴党费总额" },
    { en: "share returned", zh: "返还比例" },
    { en: "guaranteed to each lead unit", zh: "每家组长单位保底" },
    { en: "places to share out", zh: "名额总数" },
  ]);
  draft.put("B4", 247000, { format: "#,##0", look: "input" });
  draft.put("B5", 1, { format: "0%", look: "input" });
  draft.put("B6", 3000, { format: "#,##0", look: "input" });
  draft.put("B7", 40, { format: "#,##0", look: "input" });
}

function addGroups(draft: SheetDraft): void {
  const titles = [
    group,
    { en: "members", zh: "人数" },
    { en: "score", zh: "评分" },
    byWeight,
    inside,
    basePlus,
    places,
  ];
  draft.row("A10", titles, { look: "header" });
  draft.column(
    "A11",
    groups.map((_, index) => ({ en: `group ${index + 1}`, zh: `第 ${index + 1} 组` })),
    { look: "input" },
  );
  draft.column(
    "B11",
    groups.map(([members]) => members),
    { format: "#,##0", look: "input" },
  );
  draft.column(
    "C11",
    groups.map(([, score]) => score),
    { format: "0", look: "input" },
  );
  const formulas = {
    D: "=TALLY.FUNDING_SPLIT(B4,B11:B18)",
    E: "=TALLY.FUNDING_SPLIT(B4,B11:B18,0.01,,B6)",
    F: "=TALLY.FUNDING_BASE_PLUS(B4,B6,B11:B18)",
    G: "=TALLY.QUOTA_APPORTION(B7,C11:C18)",
  };
  draft.put("A19", { en: "total", zh: "合计" }, { look: "total" });
  draft.row("B19", ["=SUM(B11:B18)", "=SUM(C11:C18)"], { format: "#,##0", look: "total" });
  for (const [column, formula] of Object.entries(formulas)) {
    const format = column === "G" ? "0" : money;
    draft.spill(`${column}11`, formula, { rows: groups.length, columns: 1, formats: [format] });
    draft.put(`${column}19`, `=SUM(${column}11:${column}18)`, { format, look: "total" });
  }
}

function addReturn(draft: SheetDraft, language: keyof Texts): void {
  const note = {
    en: "Dues returned to the groups that handed them in; who gets less than the guaranteed sum is topped up",
    zh: "党费按上缴数返还各组，不足保底数的予以补足",
  };
  draft.put("A21", note, { look: "note" });
  draft.spill("A22", `=TALLY.FUNDING_RETURN(D11:D18,B5,B6,,0.01,A11:A18,"${language}")`, {
    rows: groups.length + 2,
    columns: 5,
    formats: [undefined, money, money, money, money],
    hasTitles: true,
    hasTotal: true,
  });
  draft.put(
    "A34",
    { en: "Why each group has its part by weight alone", zh: "只按权重时各组所得的由来" },
    { look: "note" },
  );
  draft.spill("A35", `=TALLY.FUNDING_SPLIT_EXPLAIN(B4,B11:B18,,,,,A11:A18,"${language}")`, {
    rows: groups.length + 2,
    columns: 9,
    formats: [undefined, "0", "#,##0.0000", money, "0.0000", "0", "0.00", money],
    hasTitles: true,
    hasTotal: true,
  });
}
