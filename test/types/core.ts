/* eslint-disable @typescript-eslint/no-unused-expressions, @typescript-eslint/restrict-plus-operands, @typescript-eslint/no-unsafe-call -- every line is wrong on purpose, and the compiler is to say so */
// Compiled with everything else and never run: each line below an expected error must not compile. Were one of them to
// compile, the expectation itself would be an error.
import {
  amount,
  amountText,
  calendarDate,
  CalculationError,
  count,
  coverageByGroup,
  coverageGap,
  coverageInterval,
  coverageRate,
  coverageText,
  dateOfSerial,
  type ErrorDetails,
  exact,
  fraction,
  fundingSplit,
  fundingSources,
  growthPath,
  keyColumn,
  periodsBetween,
  plus,
  quotaApportion,
  rate,
  rateValue,
  round,
  scoreRank,
  scoreWeighted,
  targetStatus,
  weight,
} from "@tallykit/core";

const total = amount("100.00", "0.01");
const weights = [weight(1), weight("0.5")];
const covered = coverageRate({ covered: count(3), eligible: count(4) });
const split = fundingSplit({ total, weights });
const places = quotaApportion({ places: count(3), weights });

// Numbers at the door: each kind is made once, and none stands for another.
// @ts-expect-error -- a number is no count until it is checked
coverageRate({ covered: 3, eligible: 4 });
// @ts-expect-error -- a rate is no number: it keeps its counts
const half: number = covered;
// @ts-expect-error -- a rate is not calculated with
covered + 1;
// @ts-expect-error -- a rate is no count
coverageText({ covered, eligible: count(4) });
// @ts-expect-error -- a rate is made of two counts
rate({ numerator: 1, denominator: 2 });
// @ts-expect-error -- the value of a rate is asked of a rate
rateValue(0.75);

// Money: an amount has a step, and is no double.
// @ts-expect-error -- an amount without its step
amount("100.00");
// @ts-expect-error -- a double is no amount
fundingSplit({ total: 100, weights });
// @ts-expect-error -- units without their step are no amount
fundingSplit({ total: { units: 10000n }, weights });
// @ts-expect-error -- the units of an amount are whole numbers of any length, no doubles
fundingSplit({ total: { units: 10000, step: exact("0.01") }, weights });
// @ts-expect-error -- an amount is not added to a number
split.parts[0]! + 1;
// @ts-expect-error -- an amount is no text
amountText("100.00");
// @ts-expect-error -- a limit is an amount or "none", no other word
fundingSources({ budget: total, limit: ["unlimited"] });

// Exact numbers: a double is read first, and a weight is more than a fraction.
// @ts-expect-error -- a double is no fraction
plus(0.1, 0.2);
// @ts-expect-error -- numerator and denominator are whole numbers of any length
fraction(1, 3);
// @ts-expect-error -- a fraction may be negative, a weight may not
fundingSplit({ total, weights: [exact(1)] });
// @ts-expect-error -- a goal is an exact fraction, no double
coverageGap({ covered: count(1), eligible: count(2), goal: 0.95 });
// @ts-expect-error -- a score is exact, no double
scoreRank({ scores: [80, 90] });
// @ts-expect-error -- nothing is null: what is missing is undefined
scoreWeighted({ scores: [null], weights: [weight(1)] });
// @ts-expect-error -- places are counts
quotaApportion({ places: 3, weights });
// @ts-expect-error -- a bound of places is a count, no amount of money
quotaApportion({ places: count(3), weights, minimum: exact(1) });
// @ts-expect-error -- a bound of money is exact, no count
fundingSplit({ total, weights, minimum: count(1) });

// Words: only those of the list.
// @ts-expect-error -- no such rule for what is left over
fundingSplit({ total, weights, rule: "largest" });
// @ts-expect-error -- no such method
quotaApportion({ places: count(3), weights, method: "sainte-lague" });
// @ts-expect-error -- no such way of rounding
round(exact(2.5), "half-up");
// @ts-expect-error -- no such way of growing
growthPath({ base: exact(1), rate: exact(0.1), periods: count(2), method: "exponential" });
// @ts-expect-error -- no such interval
coverageInterval({ covered: count(1), sample: count(2), method: "Wilson" });
// @ts-expect-error -- a week is no reporting period
periodsBetween({ startDate: calendarDate("2026-01-01"), endDate: calendarDate("2026-02-01"), unit: "week" });
// @ts-expect-error -- a policy for ties says by what
fundingSplit({ total, weights, ties: { by: "random" } });
// @ts-expect-error -- a lot has a seed
fundingSplit({ total, weights, ties: { by: "lot" } });

// Dates: text is a day only after it was read.
// @ts-expect-error -- text is no day
dateOfSerial("2026-01-01");
const year = { startDate: calendarDate("2026-01-01"), endDate: calendarDate("2026-12-31") };
// @ts-expect-error -- the day on which one asks was not read
targetStatus({ ...year, asOf: "2026-03-01", start: exact(0), goal: exact(1), actual: exact(0) });
// @ts-expect-error -- JavaScript's dates have a time and a zone
targetStatus({ ...year, asOf: new Date(), start: exact(0), goal: exact(1), actual: exact(0) });

// Inputs are whole, named and without surprises.
// @ts-expect-error -- eligible is left out
coverageRate({ covered: count(3) });
// @ts-expect-error -- a name that nobody reads
fundingSplit({ total, weights, minimums: exact(1) });
// @ts-expect-error -- codes without names are no key column: only keyColumn makes one
coverageByGroup({ group: { codes: new Int32Array(1), names: ["a"] }, covered: [1], eligible: [1] });
coverageByGroup({ group: keyColumn(["a"]), covered: [1], eligible: [1] });

// Results are read and not written.
// @ts-expect-error -- a part of a split
split.parts[0] = total;
// @ts-expect-error -- a list of parts
split.parts.push(total);
// @ts-expect-error -- the units of an amount
total.units = 1n;
// @ts-expect-error -- the places of a row
places.places[0] = count(1);
// @ts-expect-error -- the counts of a rate
covered.numerator = count(1);
// @ts-expect-error -- a weight
weights[0]!.numerator = 1n;
// @ts-expect-error -- a value of a path
growthPath({ base: exact(1), rate: exact(0), periods: count(1) })[0] = 2;

// Where there may be nothing, nothing must be thought of.
// @ts-expect-error -- a group without any row that counts has no rate
coverageByGroup({ group: ["a"], covered: [1], eligible: [1] }).total.rate.numerator;
// @ts-expect-error -- a rank may be missing
const rank: number = scoreRank({ scores: [undefined] }).ranks[0];

// Errors: a closed list of codes, each with its own facts.
// @ts-expect-error -- no such code
new CalculationError("coverageRate", "notFound", { name: "covered" });
// @ts-expect-error -- a refusal out of range says what is required and what was found
new CalculationError("coverageRate", "outOfRange", { name: "covered" });
// @ts-expect-error -- a missing value has a name and a row, nothing else
const details: ErrorDetails["missingValue"] = { column: "covered" };

/** What is made here is used, so that only what must not compile is told. */
export const made: readonly unknown[] = [half, rank, details];
