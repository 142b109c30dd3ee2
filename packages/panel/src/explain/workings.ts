import { tellClaims, tellReturn, tellRoundToTotal } from "./fundingWorkings.ts";
import { tellChange, tellPooled } from "./groupWorkings.ts";
import {
  tellBase,
  tellCatchUp,
  tellGrowthRate,
  tellPath,
  tellPathTo,
  tellPeriods,
} from "./growthWorkings.ts";
import { tellConsistent, tellGap, tellImplied, tellRate, tellRateText } from "./rateWorkings.ts";
import { tellBand, tellRank, tellWeighted } from "./scoreWorkings.ts";
import { tellBasePlus, tellQuota, tellSplit } from "./shareWorkings.ts";
import { tellMilestones, tellProRata, tellTargetStatus } from "./targetWorkings.ts";
import type { TellWorking } from "./working.ts";

/** The functions whose working is told in numbers; of all others, what they were given and what they answer. */
export const workings: Readonly<Record<string, TellWorking>> = {
  COVERAGE_RATE: tellRate,
  COVERAGE_TEXT: tellRateText,
  COVERAGE_GAP: tellGap,
  COVERAGE_BY_GROUP: tellPooled,
  COVERAGE_ROLL_UP: tellPooled,
  COVERAGE_FUNNEL: tellPooled,
  COVERAGE_CHANGE: tellChange,
  COVERAGE_IMPLIED: tellImplied,
  COVERAGE_CONSISTENT: tellConsistent,
  GROWTH_PATH: tellPath,
  GROWTH_PATH_TO: tellPathTo,
  GROWTH_RATE: tellGrowthRate,
  GROWTH_PERIODS: tellPeriods,
  GROWTH_BASE: tellBase,
  TARGET_STATUS: tellTargetStatus,
  TARGET_CATCH_UP: tellCatchUp,
  TARGET_MILESTONES: tellMilestones,
  TARGET_PRO_RATA: tellProRata,
  TARGET_SHARE_OUT: tellQuota,
  FUNDING_SPLIT: tellSplit,
  FUNDING_SPLIT_EXPLAIN: tellSplit,
  FUNDING_BASE_PLUS: tellBasePlus,
  FUNDING_RETURN: tellReturn,
  FUNDING_CLAIMS: tellClaims,
  QUOTA_APPORTION: tellQuota,
  QUOTA_EXPLAIN: tellQuota,
  ROUND_TO_TOTAL: tellRoundToTotal,
  SCORE_WEIGHTED: tellWeighted,
  SCORE_BAND: tellBand,
  SCORE_RANK: tellRank,
};
