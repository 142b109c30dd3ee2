import apportionment from "./apportionment.mjs";
import coverageByGroup from "./coverageByGroup.mjs";
import coverageInCells from "./coverageInCells.mjs";
import coverageRollUp from "./coverageRollUp.mjs";
import { fiftyStates, fiftyStatesWebster } from "./fiftyStates.mjs";
import furtherMeasures from "./furtherMeasures.mjs";
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
  apportionment,
  fiftyStates,
  fiftyStatesWebster,
];
