import { CalculationError } from "../errors.ts";
import { sha256 } from "./sha256.ts";
import type { Tie, TieDecision } from "./tie.ts";

/**
 * Who is served first among rows whose claims are exactly equal; it never changes the order of claims that differ.
 *
 * | `by` | who is served first |
 * | --- | --- |
 * | `order` | the earlier row, as without a policy |
 * | `id` | the lower id, character by character by code point |
 * | `lot` | the lower lot: the SHA-256 digest of seed, line feed and id in UTF-8 |
 * | `previous-holder` | rows that held the odd step or place last time; where they are to yield, the other rows |
 * | `error` | nobody: a tie is refused with the code `conflict`, naming the tied |
 */
export type TiePolicy =
  | { readonly by: "order" }
  | {
      readonly by: "id";
      /** One id a row, each once; it does not change when rows are sorted. */
      readonly ids: readonly string[];
    }
  | {
      readonly by: "lot";
      /** What the lots are drawn from, stated before the draw: a date, a published number. */
      readonly seed: string;
      /** One id a row, each once; without them a row's id is its number from 1. */
      readonly ids?: readonly string[] | undefined;
    }
  | {
      readonly by: "previous-holder";
      /** Whether each row held the odd step or place last time. */
      readonly held: readonly boolean[];
      /** Whether the holder `keeps` it (unless told) or `yields` it to the others. */
      readonly holder?: "keeps" | "yields" | undefined;
    }
  | {
      readonly by: "error";
      /** One name a row, by which the refusal calls the tied; without them their numbers from 1. */
      readonly names?: readonly string[] | undefined;
    };

/** A policy and the calculator that it serves, whose name refusals bear. */
interface PolicyInUse {
  readonly calculator: string;
  readonly policy: TiePolicy | undefined;
  readonly rows: number;
}

/** Refuses a policy whose columns do not fit the rows, whether or not anything is tied. */
export function requirePolicy({ calculator, policy, rows }: PolicyInUse): void {
  if (policy === undefined || policy.by === "order") return;
  const [name, column] = columnOf(policy);
  if (column === undefined) return;
  if (column.length !== rows) {
    const details = { name: `ties ${name}`, expected: rows, found: column.length };
    throw new CalculationError(calculator, "sizeMismatch", details);
  }
  if (name === "ids" && new Set(column).size !== rows) {
    const requirement = `an id of its own for every row; ${JSON.stringify(firstRepeated(column))} is there twice`;
    throw new CalculationError(calculator, "conflict", { requirement });
  }
}

function columnOf(
  policy: Exclude<TiePolicy, { readonly by: "order" }>,
): readonly [name: string, column: readonly unknown[] | undefined] {
  switch (policy.by) {
    case "id":
    case "lot":
      return ["ids", policy.ids];
    case "previous-holder":
      return ["held", policy.held];
    case "error":
      return ["names", policy.names];
  }
}

function firstRepeated(values: readonly unknown[]): unknown {
  const seen = new Set<unknown>();
  return values.find((value) => seen.size === seen.add(value).size);
}

/** Decides one tie by a policy; without one, the tie stays with the earlier rows. */
export function decideTie(tie: Tie, { calculator, policy }: Omit<PolicyInUse, "rows">): Tie {
  if (policy === undefined || policy.by === "order") return tie;
  if (policy.by === "error") throw refusal(calculator, tie, policy.names);
  const order = [...tie.rows].sort(inOrder(policy, tie.rows));
  const served = order.slice(0, tie.served.length).sort((a, b) => a - b);
  const decided: TieDecision = {
    by: policy.by,
    order,
    ...(policy.by === "lot" ? { seed: policy.seed } : {}),
  };
  return { rows: tie.rows, served, decided };
}

function refusal(
  calculator: string,
  { rows, served }: Tie,
  names: readonly string[] | undefined,
): CalculationError {
  const tied = rows.map((row) => names?.[row] ?? String(row + 1)).join(", ");
  const requirement = `no tie; ${names === undefined ? "rows " : ""}${tied} have equal claims to ${served.length} left`;
  return new CalculationError(calculator, "conflict", { requirement });
}

/** The order in which a policy serves rows; where it does not tell, sorting leaves the earlier row first. */
function inOrder(
  policy: Extract<TiePolicy, { readonly by: TieDecision["by"] }>,
  rows: readonly number[],
): (row: number, other: number) => number {
  switch (policy.by) {
    case "id":
      return (row, other) => compareCodePoints(policy.ids[row] ?? "", policy.ids[other] ?? "");
    case "lot": {
      const lots = new Map(rows.map((row) => [row, lotOf(policy, row)]));
      return (row, other) => compareCodePoints(lots.get(row) ?? "", lots.get(other) ?? "");
    }
    case "previous-holder": {
      const first = policy.holder !== "yields";
      const place = (row: number): number => ((policy.held[row] ?? false) === first ? 0 : 1);
      return (row, other) => place(row) - place(other);
    }
  }
}

function lotOf({ seed, ids }: Extract<TiePolicy, { readonly by: "lot" }>, row: number): string {
  return sha256(`${seed}\n${ids?.[row] ?? String(row + 1)}`);
}

/** Compares texts by code points; JavaScript's own order differs beyond the first 65,536 characters. */
function compareCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let place = 0; place < Math.min(left.length, right.length); place += 1) {
    const difference = (left[place]?.codePointAt(0) ?? 0) - (right[place]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
