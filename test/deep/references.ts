import * as core from "@tallykit/core";

import { type Reference, type References } from "./reference.ts";
import { apportionmentReferences } from "./references/apportionments.ts";
import { comparisonReferences, twoWayReferences } from "./references/comparisons.ts";
import { changeReferences } from "./references/coverageChanges.ts";
import { checkReferences } from "./references/coverageCheck.ts";
import { countReferences } from "./references/coverageCounts.ts";
import { figureReferences } from "./references/coverageFigures.ts";
import { registerReferences } from "./references/coverageRegisters.ts";
import {
  amountReferences,
  decimalReferences,
  fractionReferences,
  rateReferences,
} from "./references/exact.ts";
import { fundingReferences } from "./references/funding.ts";
import { pathReferences } from "./references/growthPaths.ts";
import { baseReferences, rateReferences as growthRateReferences } from "./references/growthRates.ts";
import { indexReferences } from "./references/indices.ts";
import { dayReferences, periodReferences } from "./references/periods.ts";
import { moveReferences, scoreReferences } from "./references/scores.ts";
import { splitPartReferences, splitReferences } from "./references/splits.ts";
import { targetReferences } from "./references/targets.ts";
import { treeReferences } from "./references/trees.ts";

/** The references of each family of calculators, by the names under which core exports them. */
const families: Readonly<Record<string, References>> = {
  exact: { ...fractionReferences, ...decimalReferences, ...rateReferences, ...amountReferences },
  periods: { ...dayReferences, ...periodReferences },
  growth: { ...pathReferences, ...growthRateReferences, ...baseReferences, ...targetReferences },
  coverage: {
    ...countReferences,
    ...registerReferences,
    ...figureReferences,
    ...changeReferences,
    ...checkReferences,
  },
  assessment: { ...scoreReferences, ...moveReferences, ...indexReferences },
  funding: {
    ...splitReferences,
    ...splitPartReferences,
    ...fundingReferences,
    ...treeReferences,
    ...apportionmentReferences,
    ...comparisonReferences,
    ...twoWayReferences,
  },
};

/** What core exports and no reference is for, and why. */
export const withoutReference: Readonly<Record<string, string>> = {
  CalculationError: "an error, not a calculator; every reference checks its codes",
};

/** Splits, apportionment and percentage text: what is used most, and where a single wrong unit is money or a place. */
export const oftenest: ReadonlySet<string> = new Set([
  "fundingSplit",
  "fundingSplitTyped",
  "quotaApportion",
  "quotaApportionTyped",
  "percentageText",
  "rateText",
  "coverageText",
]);

/** A reference with its name and family. */
export interface NamedReference {
  readonly family: string;
  readonly name: string;
  readonly reference: Reference;
}

export const allReferences: readonly NamedReference[] = Object.entries(families).flatMap(
  ([family, references]) =>
    Object.entries(references).map(([name, reference]) => ({ family, name, reference })),
);

/** The names of everything that core exports. */
export const exported: readonly string[] = Object.keys(core);
