import { coverageFunctions } from "./coverage.ts";
import type { FunctionRow } from "./functionRow.ts";
import { fundingFunctions } from "./funding.ts";
import { growthFunctions } from "./growth.ts";
import { quotaFunctions } from "./quotas.ts";

/** THE TABLE: every spreadsheet function, family by family, in the order of the pages. */
export const table: readonly FunctionRow[] = [
  ...coverageFunctions,
  ...growthFunctions,
  ...fundingFunctions,
  ...quotaFunctions,
];
