import type { Texts } from "@tallykit/sheet";

import { assessmentSheet } from "./assessmentSheet.ts";
import { coverageSheet } from "./coverageSheet.ts";
import { fundingSheet } from "./fundingSheet.ts";
import { growthSheet } from "./growthSheet.ts";
import type { WorkedSheet, WorkedSheetId } from "./workedSheet.ts";

/** What the worked sheets are called and what each shows. */
export const workedSheetTitles: Readonly<
  Record<WorkedSheetId, { readonly title: Texts; readonly summary: Texts }>
> = {
  coverage: {
    title: { en: "Coverage", zh: "覆盖率" },
    summary: {
      en: "Coverage by group with the pooled total, the gap to a goal, and a chart against the goal.",
      zh: "分组覆盖率与合计、与目标的差距，以及对照目标的图表。",
    },
  },
  growth: {
    title: { en: "Growth and targets", zh: "增长与目标" },
    summary: {
      en: "A growth path year by year, the actual figures beside it, and whether they are on track.",
      zh: "逐年增长路径与实际数对照，并判断是否达到进度。",
    },
  },
  funding: {
    title: { en: "Funding and quotas", zh: "经费与名额" },
    summary: {
      en: "A pool shared among groups, dues returned with a guaranteed minimum, and whole places.",
      zh: "资金分到各组、党费返还与保底、名额分配，各项加总相符。",
    },
  },
  assessment: {
    title: { en: "Assessment", zh: "考评" },
    summary: {
      en: "Weighted scores, stars, ranks with ties shown, and tiers.",
      zh: "加权得分、评星、名次（并列公开）与梯队。",
    },
  },
};

const sheets: Readonly<Record<WorkedSheetId, (language: keyof Texts) => WorkedSheet>> = {
  coverage: coverageSheet,
  growth: growthSheet,
  funding: fundingSheet,
  assessment: assessmentSheet,
};

/** A worked sheet in one language; its formulas name our functions with `TALLY.`. */
export function workedSheet(id: WorkedSheetId, language: keyof Texts): WorkedSheet {
  return sheets[id](language);
}
