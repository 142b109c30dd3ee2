interface AmountData {
  readonly value: NumericData;
  readonly step: NumericData;
}

declare const AmountModel: z.ZodType<Amount, AmountData>;

declare const CalendarDateModel: z.ZodType<CalendarDate, string>;

declare const CountModel: z.ZodType<Count, number>;

declare const CoverageAreasModel: z.ZodType<CoverageAreasInput>;

declare const CoverageByGroupModel: z.ZodType<CoverageByGroupInput>;

declare const CoverageChangeModel: z.ZodType<CoverageChangeInput>;

declare const CoverageChannelsModel: z.ZodType<CoverageChannelsInput>;

declare const CoverageCheckModel: z.ZodType<CoverageCheckInput>;

declare const CoverageConsistentCountsModel: z.ZodType<CoverageConsistentCountsInput>;

declare const CoverageConsistentModel: z.ZodType<CoverageConsistentInput>;

declare const CoverageDueModel: z.ZodType<CoverageDueInput>;

declare const CoverageFunnelModel: z.ZodType<CoverageFunnelInput>;

declare const CoverageGapModel: z.ZodType<CoverageGapInput>;

declare const CoverageImpliedModel: z.ZodType<CoverageImpliedInput>;

declare const CoverageIntervalModel: z.ZodType<CoverageIntervalInput>;

declare const CoverageModel: z.ZodType<CoverageInput>;

declare const CoverageRollUpModel: z.ZodType<CoverageRollUpInput>;

declare const CoverageStandardisedModel: z.ZodType<CoverageStandardisedInput>;

declare const CoverageStandardisedRatioModel: z.ZodType<CoverageStandardisedRatioInput>;

declare const CoverageTextModel: z.ZodType<CoverageTextInput>;

declare const CrossClassifiedChangeModel: z.ZodType<CrossClassifiedChangeInput>;

declare const EarlyWarningModel: z.ZodType<EarlyWarningInput>;

declare const ExactModel: z.ZodType<Fraction, NumericData>;

declare const FundingClaimsModel: z.ZodType<FundingClaimsInput>;

declare const FundingFormulaModel: z.ZodType<FundingFormulaInput>;

declare const FundingReturnModel: z.ZodType<FundingReturnInput>;

declare const FundingSourcesByModel: z.ZodType<FundingSourcesByInput>;

declare const FundingSourcesModel: z.ZodType<FundingSourcesInput>;

declare const FundingSplitMarginModel: z.ZodType<FundingSplitMarginInput>;

declare const FundingSplitModel: z.ZodType<FundingSplitInput>;

declare const FundingSplitSeparateModel: z.ZodType<FundingSplitSeparateInput>;

declare const GradingPolicyModel: z.ZodType<GradingPolicy>;

declare const GrowthBaseModel: z.ZodType<GrowthBaseInput>;

declare const GrowthContractionModel: z.ZodType<GrowthContractionInput>;

declare const GrowthPathByWeightsModel: z.ZodType<GrowthPathByWeightsInput>;

declare const GrowthPathModel: z.ZodType<GrowthPathInput>;

declare const GrowthPathToModel: z.ZodType<GrowthPathToInput>;

declare const GrowthPeriodsModel: z.ZodType<GrowthPeriodsInput>;

declare const GrowthRateModel: z.ZodType<GrowthRateInput>;

declare const GrowthReadingsModel: z.ZodType<GrowthReadingsInput>;

declare const GrowthStepsModel: z.ZodType<GrowthStepsInput>;

declare const GrowthYearsModel: z.ZodType<GrowthYearsInput>;

declare const HierarchyAtModel: z.ZodType<HierarchyAtInput>;

declare const LedgerCompletenessModel: z.ZodType<LedgerCompletenessInput>;

type NumericData = number | string;

declare const PeriodAtDayModel: z.ZodType<PeriodAtDay>;

declare const PeriodsBetweenModel: z.ZodType<PeriodsBetweenInput>;

declare const QuotaApportionModel: z.ZodType<QuotaApportionInput>;

declare const QuotaMarginModel: z.ZodType<QuotaMarginInput>;

declare const QuotaTwoWayModel: z.ZodType<QuotaTwoWayInput>;

declare const RateDecompositionModel: z.ZodType<RateDecompositionInput>;

declare const ScoreBandModel: z.ZodType<ScoreBandInput>;

declare const ScoreCombineModel: z.ZodType<ScoreCombineInput>;

declare const ScoreGradesModel: z.ZodType<ScoreGradesInput>;

declare const ScoreIndexModel: z.ZodType<ScoreIndexInput>;

declare const ScoreIndexSensitivityModel: z.ZodType<ScoreIndexSensitivityInput>;

declare const ScoreMovesListModel: z.ZodType<ScoreMovesListInput>;

declare const ScoreMovesModel: z.ZodType<ScoreMovesInput>;

declare const ScoreRankModel: z.ZodType<ScoreRankInput>;

declare const ScoreTiersModel: z.ZodType<ScoreTiersInput>;

declare const ScoreWeightedModel: z.ZodType<ScoreWeightedInput>;

declare const SplitCompareModel: z.ZodType<SplitCompareInput>;

declare const SplitDifferenceModel: z.ZodType<SplitDifferenceInput>;

declare const SplitFairnessModel: z.ZodType<SplitFairnessInput>;

declare const StaffingCheckModel: z.ZodType<StaffingCheckInput>;

declare const TargetBreakdownModel: z.ZodType<TargetBreakdownInput>;

declare const TargetCatchUpModel: z.ZodType<TargetCatchUpInput>;

declare const TargetMilestonesModel: z.ZodType<TargetMilestonesInput>;

declare const TargetProRataModel: z.ZodType<TargetProRataInput>;

declare const TargetShareOutModel: z.ZodType<TargetShareOutInput>;

declare const TargetStatusModel: z.ZodType<TargetStatusInput>;

declare const TargetToDateModel: z.ZodType<TargetToDateInput>;

declare const TasksProgressModel: z.ZodType<TasksProgressInput>;

declare const TermStatusModel: z.ZodType<TermStatusInput>;

declare const TermSummaryModel: z.ZodType<TermSummaryInput>;

declare const TiePolicyModel: z.ZodType<TiePolicy>;

declare const WeightModel: z.ZodType<Weight, NumericData>;
