import { assessmentFunctions } from "./assessment.ts";
import { coverageFunctions } from "./coverage.ts";
import type { FunctionRow } from "./functionRow.ts";
import { fundingFunctions } from "./funding.ts";
import { growthFunctions } from "./growth.ts";
import { growthBaseFunctions, targetFunctions } from "./targets.ts";
import { termFunctions } from "./terms.ts";

/** THE TABLE: every spreadsheet function, family by family, in the order of the pages. */
export const table: readonly FunctionRow[] = [
  ...coverageFunctions,
  ...growthFunctions,
  ...growthBaseFunctions,
  ...targetFunctions,
  ...termFunctions,
  ...fundingFunctions,
  ...assessmentFunctions,
];
