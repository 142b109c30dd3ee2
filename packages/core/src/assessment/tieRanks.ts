/**
 * What rank equal scores get. For 90, 80, 80, 70: `competition` 1, 2, 2, 4; `modified-competition` 1, 3, 3, 4; `dense`
 * 1, 2, 2, 3; `average` 1, 2.5, 2.5, 4; `ordinal` 1, 2, 3, 4, the earlier row first.
 */
export type TieRule = "competition" | "modified-competition" | "dense" | "average" | "ordinal";

/** Whether rank 1 is the highest score (`descending`) or the lowest (`ascending`). */
export type RankOrder = "descending" | "ascending";

/** Rows from the first rank to the last, and which of them have equal scores. */
interface RowsInOrder {
  /** The rows, from 0; equal scores in the order of the rows. */
  readonly rows: ArrayLike<number>;
  /** Whether the row at a place, from 0, has the same score as the row at the place before it. */
  readonly isTied: (place: number) => boolean;
}

/** Gives every row its rank, in place. */
export function writeRanks(
  ranks: Record<number, number | undefined>,
  { rows, isTied }: RowsInOrder,
  ties: TieRule,
): void {
  let group = 0;
  let start = 0;
  while (start < rows.length) {
    let end = start + 1;
    while (end < rows.length && isTied(end)) end += 1;
    group += 1;
    const shared = sharedRank({ start, end, group }, ties);
    for (let place = start; place < end; place += 1) ranks[rows[place] ?? 0] = shared ?? place + 1;
    start = end;
  }
}

/** A run of equal scores: its first place and the place behind it, from 0, and its number among the runs. */
interface TiedRun {
  readonly start: number;
  readonly end: number;
  readonly group: number;
}

/** The rank that a run of equal scores shares, if the rule lets them share one. */
function sharedRank({ start, end, group }: TiedRun, ties: TieRule): number | undefined {
  switch (ties) {
    case "competition":
      return start + 1;
    case "modified-competition":
      return end;
    case "dense":
      return group;
    case "average":
      return (start + 1 + end) / 2;
    case "ordinal":
      return undefined;
  }
}
