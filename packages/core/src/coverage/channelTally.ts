import { CalculationError } from "../errors.ts";
import { type Count, count, isCount } from "../exact/count.ts";
import { type Rate, rate } from "../exact/rate.ts";
import type { CoverageChannel, CoverageForm } from "./coveragePolicy.ts";
import type { LeftOut } from "./tally.ts";

/** Units by channel, and their rates; the rates are `undefined` where rows were left out and none could be counted. */
export interface ChannelCoverage {
  /** All units counted. */
  readonly units: Count;
  /** Units with an organisation of their own. */
  readonly own: Count;
  /** Units in a joint organisation. */
  readonly joint: Count;
  /** Units with work coverage only. */
  readonly work: Count;
  /** Units not covered. */
  readonly none: Count;
  /** Own and joint over all units. */
  readonly organisationRate: Rate | undefined;
  /** Own over all units. */
  readonly ownRate: Rate | undefined;
  /** Own, joint and work over all units. */
  readonly workRate: Rate | undefined;
  /** Units that have the organisation due to them, or a stronger one, over units that are due one: 0 of 0 where none is. */
  readonly establishmentRate: Rate | undefined;
  /** The rows that all this leaves out. */
  readonly leftOut: LeftOut;
}

/** Units by channel, units due an organisation and those of them that have it; rows counted and left out. */
const parts = ["own", "joint", "work", "none", "due", "established", "rows", "missing", "invalid"] as const;

/** A running tally of units by channel, in one class or in several. */
export type ChannelTally = Record<(typeof parts)[number], number>;

/** A tally of no units. */
export function emptyChannels(): ChannelTally {
  return { own: 0, joint: 0, work: 0, none: 0, due: 0, established: 0, rows: 0, missing: 0, invalid: 0 };
}

/** The units of a row that counts. */
export interface ChannelRow {
  /** The form due to them. */
  readonly due: CoverageForm;
  /** The channel that covers them. */
  readonly channel: CoverageChannel;
  /** How many they are. */
  readonly units: number;
}

/** Adds a row to a tally, in place. */
export function addUnits(tally: ChannelTally, { due, channel, units }: ChannelRow): void {
  tally.rows += 1;
  tally[channel] += units;
  if (due === "work") return;
  tally.due += units;
  if (channel === "own" || (channel === "joint" && due === "joint")) tally.established += units;
}

/** Several tallies together. */
export function allChannels(tallies: readonly ChannelTally[]): ChannelTally {
  const all = emptyChannels();
  for (const tally of tallies) {
    for (const part of parts) all[part] += tally[part];
  }
  return all;
}

/** The counts and rates of a tally; refuses more than 2^53-1 units, which would no longer be exact. */
export function channelCoverage(calculator: string, tally: ChannelTally): ChannelCoverage {
  const { own, joint, work, none, due, established, rows, missing, invalid } = tally;
  const units = exactSum(calculator, own + joint + work + none);
  const isKnown = rows > 0 || missing + invalid === 0;
  const rateOf = (numerator: number, denominator: number): Rate | undefined =>
    isKnown ? rate({ numerator: count(numerator), denominator: count(denominator) }) : undefined;
  return {
    units,
    own: count(own),
    joint: count(joint),
    work: count(work),
    none: count(none),
    organisationRate: rateOf(own + joint, units),
    ownRate: rateOf(own, units),
    workRate: rateOf(own + joint + work, units),
    establishmentRate: rateOf(established, due),
    leftOut: { missing, invalid },
  };
}

function exactSum(calculator: string, units: number): Count {
  if (isCount(units)) return units;
  throw new CalculationError(calculator, "outOfRange", {
    name: "the sum of units",
    requirement: "at most 2^53-1",
    found: String(units),
  });
}
