import { compareFractions, type Fraction, fraction, minus, over, plus } from "../exact/fraction.ts";
import type { CalendarDate } from "../periods/calendarDate.ts";
import { finiteNumber } from "./finiteNumber.ts";
import { requireColumns } from "../exact/requireColumns.ts";

/** Rows as columns: a kind of target, its goal, what is reached, and when it is due. */
export interface TargetMilestonesInput {
  /** The kind of each row; `undefined` where it is missing. */
  readonly kind: readonly (string | undefined)[];
  /** How many, or how much, of each kind are to be reached; 0 or more. */
  readonly goal: readonly (Fraction | undefined)[];
  /** How many are reached; 0 or more. */
  readonly reached: readonly (Fraction | undefined)[];
  /** The day by which each is due; none where a row has none. */
  readonly due?: readonly (CalendarDate | undefined)[] | undefined;
  /** The day on which one asks; without it nothing is missed yet. */
  readonly asOf?: CalendarDate | undefined;
}

/**
 * Where a milestone stands: `met`; `open`; `missed` (its day has come and it is not met); `no goal` (a goal of 0); or
 * `missing` and `invalid`, which count in no total.
 */
export type MilestoneState = "met" | "open" | "missed" | "no goal" | "missing" | "invalid";

/** A milestone, or all of them together. */
export interface MilestoneProgress {
  /** What is to be reached. */
  readonly goal: number | undefined;
  /** What is reached. */
  readonly reached: number | undefined;
  /** Reached over goal, over 1 where more was reached; none for a goal of 0. */
  readonly rate: number | undefined;
  /** What is still missing to the goal; never negative. */
  readonly shortfall: number | undefined;
  /** What that comes to. */
  readonly status: MilestoneState;
}

/** One milestone. */
export interface Milestone extends MilestoneProgress {
  /** Its kind. */
  readonly kind: string | undefined;
}

/** All milestones in the order given, and their pooled total. */
export interface TargetMilestones {
  /** A row a milestone. */
  readonly milestones: readonly Milestone[];
  /** All rows that count together; missed if one is missed, met if all are met. */
  readonly total: MilestoneProgress;
  /** How many rows the total leaves out because a value is missing or below 0. */
  readonly leftOut: number;
}

/**
 * Progress towards milestones of several kinds, with the pooled total.
 *
 * The total's rate is all that is reached over all goals, never the mean of the rates: 7 of 10, 9 of 20 and 40 of 100
 * are 56 of 130. Its shortfall is the sum of the shortfalls, since a surplus of one kind does not make up for another;
 * its status is met only where every milestone is met.
 *
 * **Units.** Goals and reached in one unit where the total is to mean something. Rates are fractions, over 1 where more
 * was reached than asked. A milestone is missed on its due day if it is not met by then.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length; `outOfRange` for a result
 * beyond the largest double.
 *
 * **Source.** UK Health Security Agency, PHEindicatormethods: aggregate proportions from summed numerators and
 * denominators.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `outOfRange` when a result is beyond the largest double
 *
 * @example
 * const kinds = { kind: ["parks", "organisations"], goal: [exact(10), exact(100)], reached: [exact(7), exact(104)] };
 * targetMilestones(kinds).milestones[0] //=> { kind: "parks", goal: 10, reached: 7, rate: 0.7, shortfall: 3, status: "open" }
 * targetMilestones(kinds).total //=> { goal: 110, reached: 111, rate: 111 / 110, shortfall: 3, status: "open" }
 * targetMilestones({ ...kinds, reached: [] }) //=> throws sizeMismatch
 */
export function targetMilestones(input: TargetMilestonesInput): TargetMilestones {
  const { kind, goal, reached, due } = input;
  requireColumns("targetMilestones", { kind, goal, reached, due });
  const rows = kind.map((_, row) => judged(input, row));
  const counted = rows.filter((row) => typeof row !== "string");
  const total = counted.reduce(together, noStanding);
  return {
    milestones: rows.map((row, index) => ({
      kind: kind[index],
      ...(typeof row === "string"
        ? { ...noProgress, goal: shown(goal[index]), reached: shown(reached[index]), status: row }
        : progress(row, row.status)),
    })),
    total:
      counted.length === 0
        ? { ...noProgress, status: rows.includes("missing") ? "missing" : "invalid" }
        : progress(total, worst(counted)),
    leftOut: rows.length - counted.length,
  };
}

interface Standing {
  readonly goal: Fraction;
  readonly reached: Fraction;
  readonly shortfall: Fraction;
}

interface JudgedStanding extends Standing {
  readonly status: "met" | "open" | "missed" | "no goal";
}

const zero = fraction(0n);
const noStanding: Standing = { goal: zero, reached: zero, shortfall: zero };
const noProgress = { goal: undefined, reached: undefined, rate: undefined, shortfall: undefined };

function judged(
  { kind, goal, reached, due, asOf }: TargetMilestonesInput,
  row: number,
): JudgedStanding | "missing" | "invalid" {
  const values = { goal: goal[row], reached: reached[row] };
  if (kind[row] === undefined || values.goal === undefined || values.reached === undefined) return "missing";
  if (values.goal.numerator < 0n || values.reached.numerator < 0n) return "invalid";
  const isMet = compareFractions(values.reached, values.goal) >= 0;
  const day = due?.[row];
  const isDue = day !== undefined && asOf !== undefined && asOf >= day;
  return {
    goal: values.goal,
    reached: values.reached,
    shortfall: isMet ? zero : minus(values.goal, values.reached),
    status: values.goal.numerator === 0n ? "no goal" : isMet ? "met" : isDue ? "missed" : "open",
  };
}

function together(sum: Standing, row: Standing): Standing {
  return {
    goal: plus(sum.goal, row.goal),
    reached: plus(sum.reached, row.reached),
    shortfall: plus(sum.shortfall, row.shortfall),
  };
}

/** What all rows come to: as good as the worst of them. */
function worst(rows: readonly JudgedStanding[]): JudgedStanding["status"] {
  const order = ["missed", "open", "met"] as const;
  return order.find((status) => rows.some((row) => row.status === status)) ?? "no goal";
}

function progress(
  { goal, reached, shortfall }: Standing,
  status: JudgedStanding["status"],
): MilestoneProgress {
  const finite = (name: string, value: Fraction): number => finiteNumber("targetMilestones", name, value);
  return {
    goal: finite("a goal", goal),
    reached: finite("a value reached", reached),
    rate: goal.numerator === 0n ? undefined : finite("a rate", over(reached, goal)),
    shortfall: finite("a shortfall", shortfall),
    status,
  };
}

/** A value of a row that counts in no total, as it was given. */
function shown(value: Fraction | undefined): number | undefined {
  return value === undefined ? undefined : finiteNumber("targetMilestones", "a value", value);
}
