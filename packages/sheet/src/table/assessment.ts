import type { FunctionRow } from "./functionRow.ts";
import { scoreIndexFunctions } from "./scoreIndex.ts";
import { scoreCombineFunctions, scoreMoveFunctions } from "./scoreMoves.ts";
import { scoreFunctions } from "./scores.ts";

/** The assessment functions, in the order of their pages. */
export const assessmentFunctions: readonly FunctionRow[] = [
  ...scoreFunctions,
  ...scoreIndexFunctions,
  ...scoreMoveFunctions,
  ...scoreCombineFunctions,
];
