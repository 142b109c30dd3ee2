/**
 * Exact calculators for coverage rates, growth targets and grouped funding splits.
 *
 * Values are made at the door ({@link count}, {@link weight}, {@link amount}, {@link exact}) and trusted inside. The zod
 * models that read them from plain data are the entry `@tallykit/core/models`.
 *
 * @packageDocumentation
 */
export { coverageByGroup } from "./coverage/coverageByGroup.ts";
export type { CoverageByGroup, CoverageByGroupInput, GroupCoverage } from "./coverage/coverageByGroup.ts";
export { coverageGap } from "./coverage/coverageGap.ts";
export type { CoverageGapInput } from "./coverage/coverageGap.ts";
export { coverageRate } from "./coverage/coverageRate.ts";
export type { CoverageInput } from "./coverage/coverageRate.ts";
export { coverageRollUp } from "./coverage/coverageRollUp.ts";
export type { CoverageRollUpInput, RollUpNode } from "./coverage/coverageRollUp.ts";
export { coverageText } from "./coverage/coverageText.ts";
export type { CoverageTextInput } from "./coverage/coverageText.ts";
export type { LeftOut, PooledRate, Reported } from "./coverage/tally.ts";

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
export { fundingSplit } from "./funding/fundingSplit.ts";
export type { FundingSplit, FundingSplitInput, RemainderRule } from "./funding/fundingSplit.ts";
export { fundingSplitExplain } from "./funding/fundingSplitExplain.ts";
export type { FundingSplitExplanation, SplitReason } from "./funding/fundingSplitExplain.ts";
export { quotaApportion } from "./funding/quotaApportion.ts";
export type {
  ApportionmentMethod,
  QuotaApportionInput,
  QuotaApportionment,
} from "./funding/quotaApportion.ts";
export { quotaExplain } from "./funding/quotaExplain.ts";
export type { QuotaExplanation, QuotaReason } from "./funding/quotaExplain.ts";
export type { DivisorMethod } from "./funding/divisors.ts";
export type { RemainderMethod } from "./funding/remainderMethod.ts";
export type { Tie } from "./funding/tie.ts";

export { growthPath } from "./growth/growthPath.ts";
export type { GrowthMethod, GrowthPathInput, RoundingPlace } from "./growth/growthPath.ts";
export { growthPathTo } from "./growth/growthPathTo.ts";
export type { GrowthPathToInput, GrowthPathToMethod } from "./growth/growthPathTo.ts";
export { growthPeriods } from "./growth/growthPeriods.ts";
export type { GrowthPeriodsInput } from "./growth/growthPeriods.ts";
export { growthRate } from "./growth/growthRate.ts";
export type { GrowthRateInput } from "./growth/growthRate.ts";
export type { GrowthRounding } from "./growth/growthRounding.ts";
