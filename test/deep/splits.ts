import {
  type FundingSplitInput,
  type RemainderRule,
  type Tie,
  type TieDecision,
  type TiePolicy,
} from "@tallykit/core";
import { createHash } from "node:crypto";

import { Refused } from "./compare.ts";
import { Fraction, fractionOf, wholeSum, zero } from "./fraction.ts";
import { boundedShares, type Bounds, byLargest, plainFractions, requireRoom, tieAt } from "./shares.ts";

/** A split with everything on the way, in steps of the total's absolute value. */
export interface Split {
  readonly shares: readonly Fraction[];
  readonly floors: readonly bigint[];
  readonly queue: readonly number[];
  readonly odd: number;
  readonly parts: readonly bigint[];
  readonly ties: readonly Tie[];
}

/** One bound a row: a single value stands for every row. */
export function boundsColumn<Value>(
  bound: Value | readonly (Value | undefined)[] | undefined,
  rows: number,
): readonly (Value | undefined)[] {
  if (!Array.isArray(bound)) return Array.from({ length: rows }, () => bound as Value | undefined);
  if (bound.length !== rows) throw new Refused("sizeMismatch");
  return bound as readonly (Value | undefined)[];
}

function boundsOf({ total, weights, minimum, maximum }: FundingSplitInput): Bounds[] {
  const [least, most] = [boundsColumn(minimum, weights.length), boundsColumn(maximum, weights.length)];
  return weights.map((_, row) => {
    const [low, high] = [least[row], most[row]].map((bound) => bound && fractionOf(bound).over(total.step));
    if ((low && low.numerator < 0n) || (high && high.numerator < 0n)) throw new Refused("outOfRange");
    return { low: low?.ceiling() ?? 0n, high: high?.floor() };
  });
}

export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Who may get a left-over step, the first in line first. */
function queueOf(
  rule: RemainderRule,
  {
    weights,
    rests,
    floors,
    bounds,
  }: {
    readonly weights: readonly Fraction[];
    readonly rests: readonly Fraction[];
    readonly floors: readonly bigint[];
    readonly bounds: readonly Bounds[];
  },
): number[] {
  const rows = weights.flatMap((weight, row) =>
    weight.numerator > 0n && floors[row] !== bounds[row]?.high ? [row] : [],
  );
  if (rule === "first") return rows;
  if (rule === "last") return rows.reverse();
  if (rule === "largest-weight") return byLargest(rows, (row) => weights[row] ?? zero);
  return byLargest(
    rows.filter((row) => rests[row]?.numerator !== 0n),
    (row) => rests[row] ?? zero,
  );
}

export function splitOf(input: FundingSplitInput): Split {
  const { total, weights: given, rule = "largest-remainder", ties: policy } = input;
  if (given.length === 0) throw new Refused("emptyInput");
  const [weights, units] = [plainFractions(given), absolute(total.units)];
  if (units > 0n && weights.every(({ numerator }) => numerator === 0n)) throw new Refused("allZero");
  const bounds = boundsOf(input);
  requireRoom(units, weights, bounds);
  requireColumns(policy, given.length);
  const shares = boundedShares(units, weights, bounds);
  const floors = shares.map((share) => share.floor());
  const rests = shares.map((share, row) => share.minus(new Fraction(floors[row] ?? 0n)));
  const odd = Number(units - wholeSum(floors));
  const inOrder = queueOf(rule, { weights, rests, floors, bounds });
  const claims = rule === "largest-weight" ? weights : rests;
  const same = (row: number, other: number): boolean => claims[row]?.compare(claims[other] ?? zero) === 0;
  const ties = (rule === "first" || rule === "last" ? [] : tieAt(inOrder, odd, same)).map((tie) =>
    decided(tie, policy),
  );
  const queue = reordered(inOrder, ties);
  const served = new Set(queue.slice(0, odd));
  const parts = floors.map((floor, row) => (served.has(row) ? floor + 1n : floor));
  return { shares, floors, queue, odd, parts: total.units < 0n ? parts.map((part) => -part) : parts, ties };
}

function reordered(queue: readonly number[], ties: readonly Tie[]): number[] {
  const order = ties[0]?.decided?.order;
  if (order === undefined) return [...queue];
  const left = [...order];
  return queue.map((row) => (order.includes(row) ? (left.shift() ?? row) : row));
}

function requireColumns(policy: TiePolicy | undefined, rows: number): void {
  if (policy === undefined || policy.by === "order") return;
  const column =
    policy.by === "previous-holder" ? policy.held : policy.by === "error" ? policy.names : policy.ids;
  if (column === undefined) return;
  if (column.length !== rows) throw new Refused("sizeMismatch");
  if ((policy.by === "id" || policy.by === "lot") && new Set<unknown>(column).size !== rows)
    throw new Refused("conflict");
}

/** Who of the tied is served, by the words of the policy. */
function decided(tie: Tie, policy: TiePolicy | undefined): Tie {
  if (policy === undefined || policy.by === "order") return tie;
  if (policy.by === "error") throw new Refused("conflict");
  const keyOf = (row: number): string => {
    if (policy.by === "id") return policy.ids[row] ?? "";
    if (policy.by === "lot")
      return createHash("sha256")
        .update(`${policy.seed}\n${policy.ids?.[row] ?? String(row + 1)}`)
        .digest("hex");
    return policy.held[row] === (policy.holder !== "yields") ? "0" : "1";
  };
  const order = [...tie.rows].sort(
    (a, b) => Buffer.compare(Buffer.from(keyOf(a)), Buffer.from(keyOf(b))) || a - b,
  );
  const served = order.slice(0, tie.served.length).sort((a, b) => a - b);
  const decision: TieDecision = {
    by: policy.by,
    order,
    ...(policy.by === "lot" ? { seed: policy.seed } : {}),
  };
  return { rows: tie.rows, served, decided: decision };
}
