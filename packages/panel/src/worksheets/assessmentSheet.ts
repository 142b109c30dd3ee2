import type { Texts } from "@tallykit/sheet";

import { SheetDraft, shifted } from "./sheetDraft.ts";
import type { WorkedSheet } from "./workedSheet.ts";

/** Made-up scores of made-up units; two of them come to the same score by different ways. */
const scores = [
  [96, 92, 90, 94, 91],
  [88, 85, 82, 80, 84],
  [90, 80, 84, 82, 82],
  [75, 78, 70, 72, 74],
  [84, 90, 90, 80, 82],
  [62, 65, 68, 60, 64],
  [91, 94, 92, 90, 88],
  [70, 72, 75, 71, 69],
  [79, 81, 80, 78, 82],
  [55, 60, 58, 52, 57],
] as const;
/** The five dimensions of the published assessment; it prints no weights, so these are placeholders. */
const dimensions: readonly (readonly [name: Texts, weight: number])[] = [
  [{ en: "cohesion", zh: "凝聚力" }, 30],
  [{ en: "fighting strength", zh: "战斗力" }, 20],
  [{ en: "drive for development", zh: "发展推动力" }, 20],
  [{ en: "cultural support", zh: "文化支撑力" }, 15],
  [{ en: "regional influence", zh: "区域影响力" }, 15],
];
const bands: readonly (readonly [name: Texts, from: number])[] = [
  [{ en: "one star", zh: "一星级" }, 0],
  [{ en: "two stars", zh: "二星级" }, 60],
  [{ en: "three stars", zh: "三星级" }, 70],
  [{ en: "four stars", zh: "四星级" }, 80],
  [{ en: "five stars", zh: "五星级" }, 90],
];
const tiers: readonly (readonly [name: Texts, share: number])[] = [
  [{ en: "demonstrate", zh: "示范" }, 10],
  [{ en: "consolidate", zh: "巩固" }, 40],
  [{ en: "improve", zh: "提高" }, 40],
  [{ en: "warn", zh: "预警" }, 10],
];
const score: Texts = { en: "score", zh: "得分" };
const [first, last] = [5, 14];

/** Units scored on five dimensions: weighted, given stars, ranked with ties shown, put into tiers. */
export function assessmentSheet(language: keyof Texts): WorkedSheet {
  const draft = new SheetDraft(language);
  draft.heading(
    { en: "Star grading of ten units", zh: "十个单位的评星定级" },
    {
      en: "The dimensions, stars and tiers are those of a published assessment; units, scores, weights, bounds and shares are made up. Blue cells are for your own numbers.",
      zh: "维度、星级和梯队名称取自公布的考评办法；单位、分数、权重、分数线和占比为示例数据。蓝色单元格可改为自己的数据。",
    },
  );
  addUnits(draft);
  addPolicy(draft);
  return {
    id: "assessment",
    name: draft.text({ en: "Assessment", zh: "考评" }),
    cells: draft.cells,
    widths: [12, 14, 18, 22, 18, 20, 12, 14, 10, 16, 14, 4, 24, 12, 12, 12],
    frozenRows: 4,
    charts: [
      {
        title: draft.text({ en: "Scores against the line for five stars", zh: "各单位得分与五星级分数线" }),
        categories: "A5:A14",
        series: [
          { name: draft.text(score), values: "G5:G14", shape: "column" },
          { name: draft.text({ en: "five stars", zh: "五星级" }), values: "K5:K14", shape: "goal" },
        ],
        format: "0",
        place: "A17:G32",
      },
      {
        title: draft.text({ en: "Units by stars", zh: "各星级单位数" }),
        categories: "M12:M16",
        series: [{ name: draft.text({ en: "units", zh: "单位数" }), values: "O12:O16", shape: "column" }],
        format: "0",
        place: "H17:L32",
      },
    ],
  };
}

function addUnits(draft: SheetDraft): void {
  draft.row(
    "A4",
    [
      { en: "unit", zh: "单位" },
      ...dimensions.map(([name]) => name),
      score,
      { en: "stars", zh: "星级" },
      { en: "rank", zh: "名次" },
      { en: "tier", zh: "梯队" },
      { en: "five stars from", zh: "五星级分数线" },
    ],
    { look: "header" },
  );
  for (const [index, row] of scores.entries()) {
    const at = `A${first + index}`;
    draft.put(at, { en: `unit ${index + 1}`, zh: `单位 ${index + 1}` }, { look: "input" });
    draft.row(shifted(at, 0, 1), row, { format: "0", look: "input" });
    draft.put(`K${first + index}`, "=$N$16", { format: "0", look: "result" });
  }
  const height = { rows: scores.length, columns: 1 };
  draft.spill("G5", "=TALLY.SCORE_WEIGHTED(B5:F14,N5:N9)", { ...height, formats: ["0.00"] });
  draft.spill("H5", "=TALLY.SCORE_BAND(G5:G14,N12:N16,M12:M16)", height);
  draft.spill("I5", "=TALLY.SCORE_RANK(G5:G14)", { ...height, formats: ["0"] });
  draft.spill("J5", "=TALLY.SCORE_TIERS(G5:G14,N19:N22,M19:M22)", height);
}

function addPolicy(draft: SheetDraft): void {
  const units: Texts = { en: "units", zh: "单位数" };
  const share: Texts = { en: "share", zh: "占比" };
  draft.row(
    "M4",
    [
      { en: "dimension", zh: "维度" },
      { en: "weight", zh: "权重" },
    ],
    { look: "header" },
  );
  draft.column(
    "M5",
    dimensions.map(([name]) => name),
  );
  draft.column(
    "N5",
    dimensions.map(([, weight]) => weight),
    { format: "0", look: "input" },
  );
  draft.row("M11", [{ en: "stars", zh: "星级" }, { en: "from", zh: "分数线" }, units, share], {
    look: "header",
  });
  draft.column(
    "M12",
    bands.map(([name]) => name),
  );
  draft.column(
    "N12",
    bands.map(([, from]) => from),
    { format: "0", look: "input" },
  );
  draft.row("M18", [{ en: "tier", zh: "梯队" }, { en: "share of places", zh: "名额份额" }, units, share], {
    look: "header",
  });
  draft.column(
    "M19",
    tiers.map(([name]) => name),
  );
  draft.column(
    "N19",
    tiers.map(([, places]) => places),
    { format: "0", look: "input" },
  );
  for (const index of bands.keys()) addShare(draft, 12 + index, "H");
  for (const index of tiers.keys()) addShare(draft, 19 + index, "J");
}

/** How many units stand in a column by the name at the left, and which share of all they are. */
function addShare(draft: SheetDraft, row: number, column: "H" | "J"): void {
  const units = `=COUNTIF(${column}$${first}:${column}$${last},M${row})`;
  draft.put(`O${row}`, units, { format: "0", look: "result" });
  const share = `=TALLY.COVERAGE_RATE(O${row},ROWS(A$${first}:A$${last}))`;
  draft.put(`P${row}`, share, { format: "0.0%", look: "result" });
}
