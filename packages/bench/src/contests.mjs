import coverageByGroup from "./coverageByGroup.mjs";
import coverageInCells from "./coverageInCells.mjs";
import coverageRollUp from "./coverageRollUp.mjs";
import furtherMeasures from "./furtherMeasures.mjs";
import ranks from "./ranks.mjs";

/** Every contest, in the order of the report. */
export const contests = [coverageByGroup, coverageRollUp, furtherMeasures, coverageInCells, ranks];
