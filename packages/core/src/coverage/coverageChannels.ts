import { type Count, isCount } from "../exact/count.ts";
import {
  addUnits,
  allChannels,
  type ChannelCoverage,
  channelCoverage,
  type ChannelRow,
  type ChannelTally,
  emptyChannels,
} from "./channelTally.ts";
import { requireColumns } from "../exact/requireColumns.ts";
import {
  type ClassSizes,
  type CoverageChannel,
  type CoverageForm,
  type CoveragePolicy,
  formDue,
  requirePolicy,
  sizesDue,
} from "./coveragePolicy.ts";
import type { Reported } from "./tally.ts";

/** Rows as columns: the size of each row's units, the channel that covers them, and what else decides if they count. */
export interface CoverageChannelsInput {
  /** How many members a unit has, each row. */
  readonly members: readonly Reported[];
  /** The channel that covers it; `undefined` where it is missing. */
  readonly form: readonly (CoverageChannel | undefined)[];
  /** From how many members on which form is due. */
  readonly policy: CoveragePolicy;
  /** How many units a row stands for; 1 unless told. */
  readonly units?: readonly Reported[] | undefined;
  /** Who is on the register at all; every unit unless told. */
  readonly admission?: ChannelAdmission | undefined;
}

/** The rule that admits a unit without members: those with too few staff are outside, whatever covers them. */
export interface ChannelAdmission {
  /** How many staff a unit has, each row; asked only of units without members. */
  readonly staff: readonly Reported[];
  /** The smallest staff of a unit that is admitted without members. */
  readonly staffFrom: Count;
}

/** One size class and its channels. */
export interface ClassCoverage extends ChannelCoverage {
  /** The form due in this class. */
  readonly due: CoverageForm;
  /** The sizes in it; `undefined` where the policy leaves it none. */
  readonly sizes: ClassSizes | undefined;
}

/** The three size classes, and all units together. */
export interface CoverageChannels {
  /** The classes due own, joint and work, in this order; always three. */
  readonly classes: readonly ClassCoverage[];
  /** All classes together. */
  readonly total: ChannelCoverage;
  /** Rows that the admission rule leaves outside: in no class, not in the total and not among those left out. */
  readonly outside: number;
}

const forms = ["own", "joint", "work"] as const;

/**
 * Units by size class and by the channel that covers them, with four rates.
 *
 * Of all units: organisation coverage (own and joint), own, and work coverage (any channel); of the units due an
 * organisation: establishment, that is own where own is due, own or joint where joint is due. The one surprise: a large
 * unit in a joint organisation is covered, yet not established.
 *
 * **Units.** One value a row in each column; a row stands for one unit unless `units` says more.
 *
 * **Errors.** `conflict` where `ownFrom` is below `jointFrom`; `emptyInput` without rows; `sizeMismatch` for columns of
 * different length; `outOfRange` for more than 2^53-1 units.
 *
 * **Source.** The rules and rates of published documents D0, D1 and D3 of the project's list of sources.
 *
 * @throws CalculationError `conflict` where `ownFrom` is below `jointFrom`
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `outOfRange` for more than 2^53-1 units
 *
 * @example
 * const policy = { ownFrom: count(3), jointFrom: count(0) };
 * const rows = { members: [3, 1, 1], form: ["own", "joint", "none"] as const, units: [1442, 6015, 558] };
 * const { classes, total } = coverageChannels({ ...rows, policy });
 * classes.map(({ organisationRate }) => organisationRate?.numerator) //=> [1442, 6015, 0]
 * total.organisationRate //=> { numerator: 7457, denominator: 8015, status: "ok" }
 * coverageChannels({ ...rows, policy, units: [1442] }) //=> throws sizeMismatch
 */
export function coverageChannels(input: CoverageChannelsInput): CoverageChannels {
  const { members, form, policy, units, admission } = input;
  requirePolicy("coverageChannels", policy);
  const optional = { ...(units && { units }), ...(admission && { staff: admission.staff }) };
  requireColumns("coverageChannels", { members, form, ...optional });
  const tallies = { own: emptyChannels(), joint: emptyChannels(), work: emptyChannels() };
  const unclassed = emptyChannels();
  let outside = 0;
  const tallyOf = (size: Reported): ChannelTally =>
    size !== undefined && isCount(size) ? tallies[formDue(size, policy)] : unclassed;
  for (let row = 0; row < members.length; row += 1) {
    const found = rowOf(input, row);
    if (found === "outside") outside += 1;
    else if (typeof found === "object") addUnits(tallies[found.due], found);
    else tallyOf(members[row])[found] += 1;
  }
  return {
    classes: forms.map((due) => ({ due, sizes: sizesDue(due, policy), ...settled(tallies[due]) })),
    total: settled(allChannels([...Object.values(tallies), unclassed])),
    outside,
  };
}

function settled(tally: ChannelTally): ChannelCoverage {
  return channelCoverage("coverageChannels", tally);
}

/** What a row is; staff is asked only of units without members, since for others nothing depends on it. */
function rowOf(
  { members, form, policy, units, admission }: CoverageChannelsInput,
  row: number,
): ChannelRow | "missing" | "invalid" | "outside" {
  const size = members[row];
  const channel = form[row];
  const number = units === undefined ? 1 : units[row];
  const asked = size === 0 ? admission : undefined;
  const staff = asked === undefined ? 0 : asked.staff[row];
  if (asked !== undefined && staff !== undefined && isCount(staff) && staff < asked.staffFrom)
    return "outside";
  const isMissing = channel === undefined || number === undefined || staff === undefined;
  if (size === undefined || isMissing) return "missing";
  if (!isCount(size) || !isCount(number) || !isCount(staff)) return "invalid";
  return { due: formDue(size, policy), channel, units: number };
}
