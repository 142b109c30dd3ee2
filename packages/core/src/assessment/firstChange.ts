import { type Fraction, fraction } from "../exact/fraction.ts";

/** The score of one unit, which moves evenly from what it is now to what it is at the end. */
export interface ScoreLine {
  /** The score now. */
  readonly now: bigint;
  /** The score at the end, on the same scale. */
  readonly end: bigint;
}

/** Where the first place changes. */
export interface FirstChange {
  /** How much of the way it is there, from 0 to below 1. */
  readonly way: Fraction;
  /** Who is first beyond it. */
  readonly units: readonly number[];
}

/** The units with the highest score, by their places from 0. */
export function firstOf(scores: readonly bigint[]): number[] {
  let highest: bigint | undefined;
  for (const score of scores) if (highest === undefined || score > highest) highest = score;
  return placesWhere(scores, (score) => score === highest);
}

/**
 * Where others than the units that are first now become first, on the way to the end.
 *
 * Of units level at a point, those with the highest end lead beyond it. A unit that only comes level at the very end
 * never leads.
 */
export function firstChange(lines: readonly ScoreLine[]): FirstChange | undefined {
  const first = firstOf(lines.map(({ now }) => now));
  const next = leadersAmong(lines, first);
  if (next.length < first.length) return { way: fraction(0n), units: next };
  const leader = lines[first[0] ?? 0] ?? { now: 0n, end: 0n };
  let nearest: { readonly gap: bigint; readonly closing: bigint } | undefined;
  const closings = lines.map(({ now, end }) => {
    const gain = end - leader.end;
    return gain > 0n ? { gap: leader.now - now, closing: leader.now - now + gain } : undefined;
  });
  for (const each of closings) {
    if (each === undefined) continue;
    if (nearest === undefined || each.gap * nearest.closing < nearest.gap * each.closing) nearest = each;
  }
  if (nearest === undefined) return undefined;
  const { gap, closing } = nearest;
  const level = placesWhere(
    closings,
    (each) => each !== undefined && each.gap * closing === gap * each.closing,
  );
  return { way: fraction(gap, closing), units: leadersAmong(lines, level) };
}

/** Of units that are level, those with the highest end. */
function leadersAmong(lines: readonly ScoreLine[], units: readonly number[]): number[] {
  const ends = units.map((unit) => lines[unit]?.end ?? 0n);
  return firstOf(ends).map((place) => units[place] ?? 0);
}

function placesWhere<Value>(values: readonly Value[], holds: (value: Value) => boolean): number[] {
  return values.flatMap((value, place) => (holds(value) ? [place] : []));
}
