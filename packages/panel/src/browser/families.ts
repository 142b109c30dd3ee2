import type { Family } from "@tallykit/sheet";

import type { TextKey } from "../texts/texts.ts";

/** The families in the order of the table, each with the name of its text. */
export const families = {
  coverage: "familyCoverage",
  growth: "familyGrowth",
  funding: "familyFunding",
  assessment: "familyAssessment",
} as const satisfies Readonly<Record<Family, TextKey>>;

/** The ids of the families, in that order. */
export const familyIds: readonly Family[] = ["coverage", "growth", "funding", "assessment"];
