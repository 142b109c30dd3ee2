import { coverageChangeFunctions } from "./coverageChange.ts";
import { coverageChannelFunctions } from "./coverageChannels.ts";
import { coverageFigureFunctions } from "./coverageFigures.ts";
import { coverageRates } from "./coverageRates.ts";
import { coverageSampleFunctions } from "./coverageSamples.ts";
import { earlyWarningFunctions } from "./earlyWarnings.ts";
import type { FunctionRow } from "./functionRow.ts";
import { ledgerFunctions } from "./ledger.ts";
import { staffingFunctions } from "./staffing.ts";
import { taskFunctions } from "./tasks.ts";

/** The coverage functions, in the order of their pages. */
export const coverageFunctions: readonly FunctionRow[] = [
  ...coverageRates,
  ...coverageChannelFunctions,
  ...coverageChangeFunctions,
  ...coverageFigureFunctions,
  ...coverageSampleFunctions,
  ...ledgerFunctions,
  ...staffingFunctions,
  ...earlyWarningFunctions,
  ...taskFunctions,
];
