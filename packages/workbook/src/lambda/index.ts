/**
 * Functions as named LAMBDAs, for a workbook that needs no add-in.
 *
 * @packageDocumentation
 */
export { lambdas, leftOut } from "./lambdas.ts";
export { lambdaPrefix, storedLambda, typedLambda } from "./namedLambda.ts";
export type { LambdaParameter, LeftOut, NamedLambda } from "./namedLambda.ts";
