/**
 * Models that read plain data (JSON, a form, a file) into what the calculators take.
 *
 * Every number may be a JSON number or decimal text; what cannot be is refused with the same words as in a cell.
 *
 * @packageDocumentation
 */
export {
  CoverageByGroupModel,
  CoverageGapModel,
  CoverageModel,
  CoverageRollUpModel,
  CoverageTextModel,
} from "./coverage.ts";
export { FundingSplitModel, QuotaApportionModel } from "./funding.ts";
export { GrowthPathModel, GrowthPathToModel, GrowthPeriodsModel, GrowthRateModel } from "./growth.ts";
export { AmountModel, CountModel, ExactModel, WeightModel } from "./scalars.ts";
export type { AmountData, NumericData } from "./scalars.ts";
