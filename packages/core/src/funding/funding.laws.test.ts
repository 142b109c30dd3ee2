import { lawKeeper } from "../law.laws.ts";
import { apportionmentBoundsLaws } from "./apportionmentBounds.laws.ts";
import { apportionmentMethodLaws } from "./apportionmentMethods.laws.ts";
import { apportionmentReferenceLaws } from "./apportionmentReference.laws.ts";
import { fundingSplitLaws } from "./fundingSplit.laws.ts";
import { fundingSplit } from "./fundingSplit.ts";
import { fundingSplitTypedLaws, plainSplitLaws } from "./fundingSplitTyped.laws.ts";
import { fundingSplitTyped } from "./fundingSplitTyped.ts";
import { fundingSplitBoundsLaws } from "./fundingSplitBounds.laws.ts";
import { fundingSplitExplainLaws } from "./fundingSplitExplain.laws.ts";
import { fundingSplitExplain } from "./fundingSplitExplain.ts";
import { quotaApportionLaws } from "./quotaApportion.laws.ts";
import { quotaApportion } from "./quotaApportion.ts";
import { plainApportionLaws, quotaApportionTypedLaws } from "./quotaApportionTyped.laws.ts";
import { quotaApportionTyped } from "./quotaApportionTyped.ts";
import { quotaExplainLaws } from "./quotaExplain.laws.ts";
import { quotaExplain } from "./quotaExplain.ts";
import { fundingBasePlusLaws } from "./fundingBasePlus.laws.ts";
import { fundingBasePlus } from "./fundingBasePlus.ts";
import { fundingNestedLaws } from "./fundingNested.laws.ts";
import { fundingNested } from "./fundingNested.ts";
import { fundingClaimsLaws } from "./fundingClaims.laws.ts";
import { fundingClaims } from "./fundingClaims.ts";
import { fundingFormulaLaws } from "./fundingFormula.laws.ts";
import { fundingFormula } from "./fundingFormula.ts";
import { fundingReturnLaws } from "./fundingReturn.laws.ts";
import { fundingReturn } from "./fundingReturn.ts";
import { fundingSourcesLaws } from "./fundingSources.laws.ts";
import { fundingSources } from "./fundingSources.ts";
import { fundingSourcesByLaws } from "./fundingSourcesBy.laws.ts";
import { fundingSourcesBy } from "./fundingSourcesBy.ts";
import { groupUnitsLaws } from "./groupUnits.laws.ts";
import { groupUnits } from "./groupUnits.ts";
import { quotaTwoWayLaws } from "./quotaTwoWay.laws.ts";
import { quotaTwoWay } from "./quotaTwoWay.ts";
import { roundToTotalLaws } from "./roundToTotal.laws.ts";
import { roundToTotal } from "./roundToTotal.ts";
import { targetBreakdownLaws } from "./targetBreakdown.laws.ts";
import { targetBreakdown } from "./targetBreakdown.ts";
import { targetShareOutLaws } from "./targetShareOut.laws.ts";
import { targetShareOut } from "./targetShareOut.ts";
import {
  fundingSplitSeparateLaws,
  splitCompareLaws,
  splitDifferenceLaws,
  splitFairnessLaws,
} from "./comparisons.laws.ts";
import { fundingSplitMargin } from "./fundingSplitMargin.ts";
import { fundingSplitSeparate } from "./fundingSplitSeparate.ts";
import { fundingSplitMarginLaws, quotaMarginLaws } from "./margin.laws.ts";
import { quotaMargin } from "./quotaMargin.ts";
import { splitCompare } from "./splitCompare.ts";
import { splitDifference } from "./splitDifference.ts";
import { splitFairness } from "./splitFairness.ts";
import { apportionmentTieLaws, splitTieLaws } from "./tiePolicy.laws.ts";

const keeps = lawKeeper(400, 20170424);

keeps("fundingSplit", fundingSplit, [...fundingSplitLaws, ...fundingSplitBoundsLaws]);
keeps("fundingSplitExplain", fundingSplitExplain, fundingSplitExplainLaws);
keeps("quotaApportion", quotaApportion, [
  ...quotaApportionLaws,
  ...apportionmentBoundsLaws,
  ...apportionmentReferenceLaws,
  ...apportionmentMethodLaws,
]);
keeps("quotaExplain", quotaExplain, quotaExplainLaws);
keeps("fundingBasePlus", fundingBasePlus, fundingBasePlusLaws);
keeps("fundingNested", fundingNested, fundingNestedLaws);
keeps("fundingClaims", fundingClaims, fundingClaimsLaws);
keeps("fundingFormula", fundingFormula, fundingFormulaLaws);
keeps("fundingReturn", fundingReturn, fundingReturnLaws);
keeps("fundingSources", fundingSources, fundingSourcesLaws);
keeps("fundingSourcesBy", fundingSourcesBy, fundingSourcesByLaws);
keeps("groupUnits", groupUnits, groupUnitsLaws);
keeps("quotaTwoWay", quotaTwoWay, quotaTwoWayLaws);
keeps("roundToTotal", roundToTotal, roundToTotalLaws);
keeps("targetShareOut", targetShareOut, targetShareOutLaws);
keeps("targetBreakdown", targetBreakdown, targetBreakdownLaws);
keeps("fundingSplit with a tie policy", fundingSplit, splitTieLaws);
keeps("quotaApportion with a tie policy", quotaApportion, apportionmentTieLaws);
keeps("fundingSplitMargin", fundingSplitMargin, fundingSplitMarginLaws);
keeps("quotaMargin", quotaMargin, quotaMarginLaws);
keeps("fundingSplitSeparate", fundingSplitSeparate, fundingSplitSeparateLaws);
keeps("splitCompare", splitCompare, splitCompareLaws);
keeps("splitDifference", splitDifference, splitDifferenceLaws);
keeps("splitFairness", splitFairness, splitFairnessLaws);
keeps("fundingSplitTyped", fundingSplitTyped, fundingSplitTypedLaws);
keeps("fundingSplit in doubles", fundingSplit, plainSplitLaws);
keeps("quotaApportionTyped", quotaApportionTyped, quotaApportionTypedLaws);
keeps("quotaApportion in doubles", quotaApportion, plainApportionLaws);
