import { lawKeeper } from "../law.laws.ts";
import {
  addDaysLaws,
  addMonthsLaws,
  addYearsLaws,
  daysBetweenLaws,
  monthsTouchedLaws,
} from "./calendar.laws.ts";
import { addDays, addMonths, addYears, daysBetween, monthsTouched } from "./calendar.ts";
import { elapsedShareLaws, monthsLeftLaws } from "./elapsedShare.laws.ts";
import { elapsedShare, monthsLeft } from "./elapsedShare.ts";
import { periodsBetweenLaws } from "./periodsBetween.laws.ts";
import { periodsBetween } from "./periodsBetween.ts";
import { dateOfSerialLaws, serialOfDateLaws } from "./serial.laws.ts";
import { dateOfSerial, serialOfDate } from "./serial.ts";
import { termStatusLaws } from "./termStatus.laws.ts";
import { termStatus } from "./termStatus.ts";
import { termSummaryLaws } from "./termSummary.laws.ts";
import { termSummary } from "./termSummary.ts";

const keeps = lawKeeper(500);

keeps("daysBetween", daysBetween, daysBetweenLaws);
keeps("addDays", addDays, addDaysLaws);
keeps("addMonths", addMonths, addMonthsLaws);
keeps("addYears", addYears, addYearsLaws);
keeps("monthsTouched", monthsTouched, monthsTouchedLaws);
keeps("dateOfSerial", dateOfSerial, dateOfSerialLaws);
keeps("serialOfDate", serialOfDate, serialOfDateLaws);
keeps("elapsedShare", elapsedShare, elapsedShareLaws);
keeps("monthsLeft", monthsLeft, monthsLeftLaws);
keeps("termStatus", termStatus, termStatusLaws);
keeps("termSummary", termSummary, termSummaryLaws);
keeps("periodsBetween", periodsBetween, periodsBetweenLaws);
