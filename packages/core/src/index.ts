/**
 * Exact calculators for coverage rates, growth targets and grouped funding splits.
 *
 * Values are made at the door ({@link count}, {@link weight}, {@link amount}, {@link exact}) and trusted inside. The zod
 * models that read them from plain data are the entry `@tallykit/core/models`.
 *
 * @packageDocumentation
 */
export type { BandColumns } from "./assessment/bandPlaces.ts";
export type { GradingDimension, GradingPolicy } from "./assessment/policy.ts";
export { scoreBand } from "./assessment/scoreBand.ts";
export type { ScoreBand, ScoreBandInput } from "./assessment/scoreBand.ts";
export { scoreCombine } from "./assessment/scoreCombine.ts";
export type { ScoreCombineInput } from "./assessment/scoreCombine.ts";
export { scoreGrades } from "./assessment/scoreGrades.ts";
export type { GradeShare, ScoreGrades, ScoreGradesInput, UnitGrade } from "./assessment/scoreGrades.ts";
export type { IndexTable } from "./assessment/indexTable.ts";
export type { IndexAggregation } from "./assessment/means.ts";
export type { Goalposts, IndexItem, IndexNormalisation } from "./assessment/normalisedItems.ts";
export { scoreIndex } from "./assessment/scoreIndex.ts";
export type { ScoreIndex, ScoreIndexInput } from "./assessment/scoreIndex.ts";
export { scoreIndexSensitivity } from "./assessment/scoreIndexSensitivity.ts";
export type {
  ItemSensitivity,
  ScoreIndexSensitivity,
  ScoreIndexSensitivityInput,
  WeightBreakpoint,
} from "./assessment/scoreIndexSensitivity.ts";
export { scoreMoves } from "./assessment/scoreMoves.ts";
export type { MovesFromBand, ScoreMoves, ScoreMovesInput } from "./assessment/scoreMoves.ts";
export { scoreMovesList } from "./assessment/scoreMovesList.ts";
export type { BandMove, MovedUnit, ScoreMovesListInput } from "./assessment/scoreMovesList.ts";
export { scoreRank } from "./assessment/scoreRank.ts";
export type { ScoreRankInput, ScoreRanks } from "./assessment/scoreRank.ts";
export { scoreRankTyped } from "./assessment/scoreRankTyped.ts";
export type { ScoreRankTypedInput } from "./assessment/scoreRankTyped.ts";
export { scoreTiers } from "./assessment/scoreTiers.ts";
export type { ScoreTier, ScoreTiers, ScoreTiersInput, TierCutOff } from "./assessment/scoreTiers.ts";
export { scoreWeighted } from "./assessment/scoreWeighted.ts";
export type { MissingScoreRule, ScoreWeightedInput, WeightedScore } from "./assessment/scoreWeighted.ts";
export type { RankOrder, TieRule } from "./assessment/tieRanks.ts";
export type { IndexStatus, IndexValue, UnitIndex } from "./assessment/unitIndex.ts";

export type { AreaTotals, OrganisationForm } from "./coverage/areaTally.ts";
export type { ChannelCoverage } from "./coverage/channelTally.ts";
export { coverageAreas } from "./coverage/coverageAreas.ts";
export type { AreaCoverage, CoverageAreas, CoverageAreasInput } from "./coverage/coverageAreas.ts";
export { coverageByGroup } from "./coverage/coverageByGroup.ts";
export type { CoverageByGroup, CoverageByGroupInput, GroupCoverage } from "./coverage/coverageByGroup.ts";
export type { ChangeColumns, ChangeStatus } from "./coverage/changeRates.ts";
export { coverageChange } from "./coverage/coverageChange.ts";
export type {
  CoverageChange,
  CoverageChangeInput,
  GroupChange,
  RateChange,
  TotalChange,
} from "./coverage/coverageChange.ts";
export { coverageChannels } from "./coverage/coverageChannels.ts";
export type {
  ChannelAdmission,
  ClassCoverage,
  CoverageChannels,
  CoverageChannelsInput,
} from "./coverage/coverageChannels.ts";
export { coverageDue } from "./coverage/coverageDue.ts";
export type { CoverageDueInput } from "./coverage/coverageDue.ts";
export { coverageCheck } from "./coverage/coverageCheck.ts";
export type { CoverageCheckInput } from "./coverage/coverageCheck.ts";
export { coverageConsistent } from "./coverage/coverageConsistent.ts";
export type { CoverageConsistentInput } from "./coverage/coverageConsistent.ts";
export { coverageConsistentCounts } from "./coverage/coverageConsistentCounts.ts";
export type { CountInterval, CoverageConsistentCountsInput } from "./coverage/coverageConsistentCounts.ts";
export type {
  CoverageFinding,
  CoverageFindingDetails,
  CoverageFindingKind,
  NumberColumn,
  RowIssue,
} from "./coverage/coverageFinding.ts";
export { coverageFunnel } from "./coverage/coverageFunnel.ts";
export type { CoverageFunnel, CoverageFunnelInput, FunnelGroup } from "./coverage/coverageFunnel.ts";
export { coverageGap } from "./coverage/coverageGap.ts";
export type { CoverageGapInput } from "./coverage/coverageGap.ts";
export type { ClassSizes, CoverageChannel, CoverageForm, CoveragePolicy } from "./coverage/coveragePolicy.ts";
export { coverageImplied } from "./coverage/coverageImplied.ts";
export type { CoverageImpliedInput, ImpliedDenominator } from "./coverage/coverageImplied.ts";
export { coverageInterval } from "./coverage/coverageInterval.ts";
export type { CoverageIntervalInput } from "./coverage/coverageInterval.ts";
export { coverageRate } from "./coverage/coverageRate.ts";
export type { CoverageInput } from "./coverage/coverageRate.ts";
export { coverageRollUp } from "./coverage/coverageRollUp.ts";
export type { CoverageRollUpInput, RollUpNode } from "./coverage/coverageRollUp.ts";
export { coverageStandardised } from "./coverage/coverageStandardised.ts";
export type { CoverageStandardisedInput } from "./coverage/coverageStandardised.ts";
export { coverageStandardisedRatio } from "./coverage/coverageStandardisedRatio.ts";
export type {
  CoverageStandardisedRatioInput,
  StandardisedRatio,
} from "./coverage/coverageStandardisedRatio.ts";
export { coverageText } from "./coverage/coverageText.ts";
export type { CoverageTextInput } from "./coverage/coverageText.ts";
export { crossClassifiedChange } from "./coverage/crossClassifiedChange.ts";
export type { CrossClassifiedChange, CrossClassifiedChangeInput } from "./coverage/crossClassifiedChange.ts";
export { earlyWarning } from "./coverage/earlyWarning.ts";
export type { EarlyWarningInput } from "./coverage/earlyWarning.ts";
export type { RateHistory } from "./coverage/fallingRates.ts";
export type { FunnelFlag, FunnelLimits, FunnelPlace } from "./coverage/funnelPlace.ts";
export { hierarchyAt } from "./coverage/hierarchyAt.ts";
export type { HierarchyAtInput } from "./coverage/hierarchyAt.ts";
export type { Stays } from "./coverage/stays.ts";
export type { Warning, WarningReason } from "./coverage/warning.ts";
export { keyColumn } from "./coverage/keyColumn.ts";
export type { CodedNames, KeyColumn, Keys, Names } from "./coverage/keyColumn.ts";
export type { CoverageInterval, IntervalMethod } from "./coverage/intervalMethods.ts";
export { ledgerCompleteness } from "./coverage/ledgerCompleteness.ts";
export type {
  FactCompleteness,
  LedgerCompleteness,
  LedgerCompletenessInput,
  LedgerFact,
  LedgerValue,
  ZeroRule,
} from "./coverage/ledgerCompleteness.ts";
export type { KeyDifference, NearKey } from "./coverage/nearKeys.ts";
export type { PrintedRate } from "./coverage/printedRate.ts";
export { rateDecomposition } from "./coverage/rateDecomposition.ts";
export type {
  Contributions,
  FactorContribution,
  RateDecomposition,
  RateDecompositionInput,
  RateFactor,
} from "./coverage/rateDecomposition.ts";
export type { ReportedCell } from "./coverage/rowIssues.ts";
export { staffingCheck } from "./coverage/staffingCheck.ts";
export type { StaffingCheck, StaffingCheckInput, StaffingTotal } from "./coverage/staffingCheck.ts";
export type { StaffingFigures, StaffingRow, StaffingStatus } from "./coverage/staffingRow.ts";
export type { MissingRule, ReportedColumn, ReportedCounts } from "./coverage/tallies.ts";
export type { LeftOut, PooledRate, Reported, ReportedRate } from "./coverage/tally.ts";
export { tasksProgress } from "./coverage/tasksProgress.ts";
export type { TasksProgress, TasksProgressInput, TaskShare } from "./coverage/tasksProgress.ts";

export { amount, amountNumber, amountOf, amountText, amountValue } from "./exact/amount.ts";
export type { Amount } from "./exact/amount.ts";
export { count, isCount } from "./exact/count.ts";
export type { Count } from "./exact/count.ts";
export { decimalsOf, decimalText, exact, exactText } from "./exact/decimal.ts";
export type { Numeric } from "./exact/decimal.ts";
export {
  compareFractions,
  comparePowers,
  fraction,
  minus,
  over,
  plus,
  times,
  toNumber,
} from "./exact/fraction.ts";
export type { Fraction } from "./exact/fraction.ts";
export { percentageText } from "./exact/percentage.ts";
export type { PercentageInput } from "./exact/percentage.ts";
export { compareRates, rate, rateText, rateValue } from "./exact/rate.ts";
export type { Rate, RateStatus } from "./exact/rate.ts";
export { round } from "./exact/rounding.ts";
export type { RoundingRule } from "./exact/rounding.ts";
export { weight, weightOf, wholeWeights } from "./exact/weight.ts";
export type { Weight } from "./exact/weight.ts";

export { CalculationError } from "./errors.ts";
export type { ErrorCode, ErrorDetails } from "./errors.ts";

export type { Bound } from "./funding/bounds.ts";
export { fundingBasePlus } from "./funding/fundingBasePlus.ts";
export type { FundingBasePlusInput } from "./funding/fundingBasePlus.ts";
export { fundingClaims } from "./funding/fundingClaims.ts";
export type { ClaimsRule, FundingClaims, FundingClaimsInput } from "./funding/fundingClaims.ts";
export { fundingFormula } from "./funding/fundingFormula.ts";
export type { FormulaParts, FundingFormula, FundingFormulaInput } from "./funding/fundingFormula.ts";
export { fundingNested } from "./funding/fundingNested.ts";
export type { FundedNode, FundingNestedInput, FundingNode } from "./funding/fundingNested.ts";
export { fundingReturn } from "./funding/fundingReturn.ts";
export type { DuesReturn, FundingReturn, FundingReturnInput, ReturnParts } from "./funding/fundingReturn.ts";
export { fundingSources } from "./funding/fundingSources.ts";
export type { FundingSources, FundingSourcesInput, SourceDraw } from "./funding/fundingSources.ts";
export { fundingSourcesBy } from "./funding/fundingSourcesBy.ts";
export type {
  FundingSourcesBy,
  FundingSourcesByInput,
  RecipientFunding,
  SourceTie,
} from "./funding/fundingSourcesBy.ts";
export { fundingSplit } from "./funding/fundingSplit.ts";
export type { FundingSplit, FundingSplitInput, RemainderRule } from "./funding/fundingSplit.ts";
export { fundingSplitExplain } from "./funding/fundingSplitExplain.ts";
export type { FundingSplitExplanation, SplitReason } from "./funding/fundingSplitExplain.ts";
export { fundingSplitMargin } from "./funding/fundingSplitMargin.ts";
export type { FundingSplitMarginInput } from "./funding/fundingSplitMargin.ts";
export { fundingSplitSeparate } from "./funding/fundingSplitSeparate.ts";
export type {
  FundingSplitSeparateInput,
  SeparateRule,
  SeparateSplit,
} from "./funding/fundingSplitSeparate.ts";
export { fundingSplitTyped } from "./funding/fundingSplitTyped.ts";
export type { FundingSplitTyped, FundingSplitTypedInput } from "./funding/fundingSplitTyped.ts";
export { groupUnits } from "./funding/groupUnits.ts";
export type { GroupUnitsInput, UnitGroup } from "./funding/groupUnits.ts";
export { quotaApportion } from "./funding/quotaApportion.ts";
export type {
  ApportionmentMethod,
  QuotaApportionInput,
  QuotaApportionment,
} from "./funding/quotaApportion.ts";
export { quotaApportionTyped } from "./funding/quotaApportionTyped.ts";
export type { QuotaApportionmentTyped, QuotaApportionTypedInput } from "./funding/quotaApportionTyped.ts";
export { quotaExplain } from "./funding/quotaExplain.ts";
export type { QuotaExplanation, QuotaReason } from "./funding/quotaExplain.ts";
export { quotaMargin } from "./funding/quotaMargin.ts";
export type { QuotaMarginInput } from "./funding/quotaMargin.ts";
export type { Margin, TurningWeight } from "./funding/margin.ts";
export { quotaTwoWay } from "./funding/quotaTwoWay.ts";
export type { QuotaTwoWayInput, TwoWayApportionment, TwoWayCell, TwoWayTie } from "./funding/quotaTwoWay.ts";
export type { DivisorMethod } from "./funding/divisors.ts";
export type { RemainderMethod } from "./funding/remainderMethod.ts";
export { roundToTotal } from "./funding/roundToTotal.ts";
export type { RoundedColumn, RoundToTotalInput } from "./funding/roundToTotal.ts";
export { splitCompare } from "./funding/splitCompare.ts";
export type { ComparedPart, SplitCompareInput, SplitComparison } from "./funding/splitCompare.ts";
export { splitDifference } from "./funding/splitDifference.ts";
export type { PartDifference, SplitDifference } from "./funding/splitDifference.ts";
export type { DifferenceCause, SplitDifferenceInput } from "./funding/splitStages.ts";
export { splitFairness } from "./funding/splitFairness.ts";
export type { SplitFairnessInput } from "./funding/splitFairness.ts";
export type { FairnessMeasure } from "./funding/fairnessMeasures.ts";
export type { SourceColumns, SourceLimit } from "./funding/sourceColumns.ts";
export { targetBreakdown } from "./funding/targetBreakdown.ts";
export type { BrokenDownTarget, TargetBreakdownInput, TargetNode } from "./funding/targetBreakdown.ts";
export { targetShareOut } from "./funding/targetShareOut.ts";
export type { TargetShareOutInput, TargetShares } from "./funding/targetShareOut.ts";
export type { Tie, TieDecision } from "./funding/tie.ts";
export type { TiePolicy } from "./funding/tiePolicy.ts";

export { growthBase } from "./growth/growthBase.ts";
export type { GrowthBase, GrowthBaseInput } from "./growth/growthBase.ts";
export { growthContraction } from "./growth/growthContraction.ts";
export type { GrowthContractionInput } from "./growth/growthContraction.ts";
export { growthPath } from "./growth/growthPath.ts";
export type { GrowthMethod, GrowthPathInput, RoundingPlace } from "./growth/growthPath.ts";
export { growthPathByWeights } from "./growth/growthPathByWeights.ts";
export type { GrowthPathByWeightsInput } from "./growth/growthPathByWeights.ts";
export { growthPathTo } from "./growth/growthPathTo.ts";
export type { GrowthPathToInput, GrowthPathToMethod } from "./growth/growthPathTo.ts";
export { growthPeriods } from "./growth/growthPeriods.ts";
export type { GrowthPeriodsInput } from "./growth/growthPeriods.ts";
export { growthRate } from "./growth/growthRate.ts";
export type { GrowthRateInput } from "./growth/growthRate.ts";
export { growthReadings } from "./growth/growthReadings.ts";
export type { GrowthReading, GrowthReadings, GrowthReadingsInput } from "./growth/growthReadings.ts";
export type { GrowthRounding } from "./growth/growthRounding.ts";
export { growthSteps } from "./growth/growthSteps.ts";
export type { GrowthStepsInput } from "./growth/growthSteps.ts";
export { growthYears } from "./growth/growthYears.ts";
export type { GrowthYear, GrowthYearsInput } from "./growth/growthYears.ts";
export { targetCatchUp } from "./growth/targetCatchUp.ts";
export type { TargetCatchUpInput } from "./growth/targetCatchUp.ts";
export { targetMilestones } from "./growth/targetMilestones.ts";
export type {
  Milestone,
  MilestoneProgress,
  MilestoneState,
  TargetMilestones,
  TargetMilestonesInput,
} from "./growth/targetMilestones.ts";
export { targetProRata } from "./growth/targetProRata.ts";
export type { TargetProRataInput } from "./growth/targetProRata.ts";
export type { TargetState } from "./growth/targetState.ts";
export { targetStatus } from "./growth/targetStatus.ts";
export type { TargetStatus, TargetStatusInput } from "./growth/targetStatus.ts";
export { targetToDate } from "./growth/targetToDate.ts";
export type { PeriodToDate, TargetToDateInput } from "./growth/targetToDate.ts";

export { addDays, addMonths, addYears, daysBetween, monthsTouched } from "./periods/calendar.ts";
export type { Span } from "./periods/calendar.ts";
export { calendarDate } from "./periods/calendarDate.ts";
export type { CalendarDate } from "./periods/calendarDate.ts";
export { elapsedShare, monthsLeft } from "./periods/elapsedShare.ts";
export type { PeriodAtDay } from "./periods/elapsedShare.ts";
export { periodsBetween } from "./periods/periodsBetween.ts";
export type { PeriodsBetweenInput, PeriodUnit, ReportingPeriod } from "./periods/periodsBetween.ts";
export { dateOfSerial, serialOfDate } from "./periods/serial.ts";
export type { DateSystem } from "./periods/serial.ts";
export type { KnownTerm, Term, TermPolicy, TermState } from "./periods/termState.ts";
export { termStatus } from "./periods/termStatus.ts";
export type { TermStatusInput } from "./periods/termStatus.ts";
export { termSummary } from "./periods/termSummary.ts";
export type { GroupTerms, TermCounts, TermSummary, TermSummaryInput } from "./periods/termSummary.ts";
