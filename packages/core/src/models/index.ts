/**
 * Models that read plain data (JSON, a form, a file) into what the calculators take.
 *
 * Every number may be a JSON number or decimal text; what cannot be is refused with the same words as in a cell.
 *
 * @packageDocumentation
 */
export {
  GradingPolicyModel,
  ScoreBandModel,
  ScoreCombineModel,
  ScoreGradesModel,
  ScoreMovesListModel,
  ScoreMovesModel,
  ScoreRankModel,
  ScoreTiersModel,
  ScoreWeightedModel,
} from "./assessment.ts";
export { CoverageAreasModel, CoverageChannelsModel, CoverageDueModel } from "./channels.ts";
export {
  FundingSplitSeparateModel,
  SplitCompareModel,
  SplitDifferenceModel,
  SplitFairnessModel,
} from "./comparisons.ts";
export {
  CoverageByGroupModel,
  CoverageGapModel,
  CoverageModel,
  CoverageRollUpModel,
  CoverageTextModel,
} from "./coverage.ts";
export {
  CoverageCheckModel,
  CoverageConsistentCountsModel,
  CoverageConsistentModel,
  CoverageImpliedModel,
} from "./coverageFigures.ts";
export { CalendarDateModel, PeriodAtDayModel } from "./dates.ts";
export {
  CoverageChangeModel,
  CoverageStandardisedModel,
  CoverageStandardisedRatioModel,
  CrossClassifiedChangeModel,
  RateDecompositionModel,
} from "./decomposition.ts";
export {
  FundingSplitMarginModel,
  FundingSplitModel,
  QuotaApportionModel,
  QuotaMarginModel,
} from "./funding.ts";
export {
  FundingClaimsModel,
  FundingFormulaModel,
  FundingReturnModel,
  FundingSourcesByModel,
  FundingSourcesModel,
} from "./fundingSources.ts";
export {
  GrowthBaseModel,
  GrowthContractionModel,
  GrowthPathByWeightsModel,
  GrowthPathModel,
  GrowthPathToModel,
  GrowthPeriodsModel,
  GrowthRateModel,
  GrowthReadingsModel,
  GrowthStepsModel,
  GrowthYearsModel,
} from "./growth.ts";
export { QuotaTwoWayModel } from "./quotaTwoWay.ts";
export { LedgerCompletenessModel, StaffingCheckModel, TasksProgressModel } from "./registers.ts";
export { CoverageFunnelModel, CoverageIntervalModel } from "./samples.ts";
export { AmountModel, CountModel, ExactModel, WeightModel } from "./scalars.ts";
export type { AmountData, NumericData } from "./scalars.ts";
export { ScoreIndexModel, ScoreIndexSensitivityModel } from "./scoreIndex.ts";
export {
  TargetBreakdownModel,
  TargetCatchUpModel,
  TargetMilestonesModel,
  TargetProRataModel,
  TargetShareOutModel,
  TargetStatusModel,
  TargetToDateModel,
} from "./targets.ts";
export {
  EarlyWarningModel,
  HierarchyAtModel,
  PeriodsBetweenModel,
  TermStatusModel,
  TermSummaryModel,
} from "./terms.ts";
export { TiePolicyModel } from "./ties.ts";
