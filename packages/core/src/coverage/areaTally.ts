import { type Count, count } from "../exact/count.ts";
import { rate } from "../exact/rate.ts";
import type { PooledRate } from "./tally.ts";

/** The form of an organisation: one unit's own, or joint to several. */
export type OrganisationForm = "own" | "joint";

/** An organisation as its rows show it. */
export interface Organisation {
  /** A unit that it covers; `undefined` while none is named. */
  unit: string | undefined;
  /** Whether it covers another one too. */
  isShared: boolean;
  /** The form that its rows state; `undefined` where none does. */
  stated: OrganisationForm | undefined;
}

/** Units and organisations of an area, each counted once; the rate is of covered units over units. */
export interface AreaTotals extends PooledRate {
  /** Units. */
  readonly units: Count;
  /** Organisations of one unit. */
  readonly ownOrganisations: Count;
  /** Joint organisations. */
  readonly jointOrganisations: Count;
  /** Units with an organisation of their own. */
  readonly coveredByOwn: Count;
  /** Units in joint organisations only. */
  readonly coveredByJoint: Count;
}

/** A running tally of an area: who is in it, so that nobody counts twice. */
export interface AreaTally {
  /** The units, each with the best form that covers it. */
  readonly units: Map<string, OrganisationForm | "none">;
  /** The organisations. */
  readonly organisations: Set<Organisation>;
  /** Rows left out because something is missing. */
  missing: number;
}

/** A tally of nobody. */
export function emptyArea(): AreaTally {
  return { units: new Map(), organisations: new Set(), missing: 0 };
}

/** Adds a unit and the organisation that covers it, if any, in place. */
export function addCover(tally: AreaTally, unit: string, organisation: Organisation | undefined): void {
  if (organisation === undefined) {
    if (!tally.units.has(unit)) tally.units.set(unit, "none");
    return;
  }
  tally.organisations.add(organisation);
  if (tally.units.get(unit) !== "own") tally.units.set(unit, formOf(organisation));
}

/** The counts and the rate of a tally. */
export function areaTotals({ units, organisations, missing }: AreaTally): AreaTotals {
  const covered = { own: 0, joint: 0, none: 0 };
  for (const form of units.values()) covered[form] += 1;
  const named = { own: 0, joint: 0 };
  for (const organisation of organisations) named[formOf(organisation)] += 1;
  const [numerator, denominator] = [count(units.size - covered.none), count(units.size)];
  return {
    units: denominator,
    ownOrganisations: count(named.own),
    jointOrganisations: count(named.joint),
    coveredByOwn: count(covered.own),
    coveredByJoint: count(covered.joint),
    rate: units.size === 0 ? undefined : rate({ numerator, denominator }),
    leftOut: { missing, invalid: 0 },
  };
}

function formOf({ isShared, stated }: Organisation): OrganisationForm {
  return stated ?? (isShared ? "joint" : "own");
}
