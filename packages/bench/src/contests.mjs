import apportionment from "./apportionment.mjs";
import coverageByGroup from "./coverageByGroup.mjs";
import coverageInCells from "./coverageInCells.mjs";
import coverageRollUp from "./coverageRollUp.mjs";
import { equalParts, equalPartsLast } from "./equalParts.mjs";
import { fiftyStates, fiftyStatesHamilton, fiftyStatesWebster } from "./fiftyStates.mjs";
import furtherMeasures from "./furtherMeasures.mjs";
import growthPaths from "./growthPaths.mjs";
import growthRates from "./growthRates.mjs";
import intervals from "./intervals.mjs";
import oneCell from "./oneCell.mjs";
import ranks from "./ranks.mjs";
import splits from "./splits.mjs";
import splitsByWeight from "./splitsByWeight.mjs";
import splitsInOrder from "./splitsInOrder.mjs";
import tenParts from "./tenParts.mjs";

/** Every contest, in the order of the report. */
export const contests = [
  coverageByGroup,
  coverageRollUp,
  furtherMeasures,
  coverageInCells,
  ranks,
  splits,
  splitsByWeight,
  splitsInOrder,
  tenParts,
  equalParts,
  equalPartsLast,
  apportionment,
  fiftyStates,
  fiftyStatesWebster,
  fiftyStatesHamilton,
  growthRates,
  growthPaths,
  intervals,
  oneCell,
];
