/** Rows with the same claim, of which not all could be served. */
export interface Tie {
  /** Every tied row, by its place in the input from 0. */
  readonly rows: readonly number[];
  /** Those of them that were served: the earlier ones, unless a policy decided otherwise. */
  readonly served: readonly number[];
  /** How a policy decided, where there is one other than the order of the rows. */
  readonly decided?: TieDecision;
}

/** How a tie was decided, if by a policy. */
export interface TieDecision {
  /** The policy. */
  readonly by: "id" | "lot" | "previous-holder";
  /** The tied rows in the order in which they were to be served. */
  readonly order: readonly number[];
  /** The seed of a lot. */
  readonly seed?: string;
}

/**
 * The tie at the end of a queue, if there is one.
 *
 * `queue` lists rows from the strongest claim to the weakest; the first `served` of them are served; `same` tells whether
 * two rows have the same claim.
 */
export function tieAtCut(
  queue: readonly number[],
  served: number,
  same: (row: number, other: number) => boolean,
): readonly Tie[] {
  const [last, next] = [queue[served - 1], queue[served]];
  if (last === undefined || next === undefined || !same(last, next)) return [];
  const tied = (row: number): boolean => same(row, last);
  return [
    { rows: queue.filter(tied).sort(byNumber), served: queue.slice(0, served).filter(tied).sort(byNumber) },
  ];
}

function byNumber(a: number, b: number): number {
  return a - b;
}
