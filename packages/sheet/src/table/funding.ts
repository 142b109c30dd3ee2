import { groupingFunctions, roundingFunctions } from "./columnsThatAddUp.ts";
import { comparisonFunctions } from "./comparisons.ts";
import type { FunctionRow } from "./functionRow.ts";
import { fundingRuleFunctions } from "./fundingRules.ts";
import { sourceFunctions } from "./fundingSources.ts";
import { fundingSplits } from "./fundingSplits.ts";
import { quotaFunctions } from "./quotas.ts";
import { quotaTwoWayFunctions } from "./quotasTwoWay.ts";

/** The functions of funding and quotas, in the order of their pages. */
export const fundingFunctions: readonly FunctionRow[] = [
  ...fundingSplits,
  ...sourceFunctions,
  ...fundingRuleFunctions,
  ...quotaFunctions,
  ...quotaTwoWayFunctions,
  ...roundingFunctions,
  ...comparisonFunctions,
  ...groupingFunctions,
];
