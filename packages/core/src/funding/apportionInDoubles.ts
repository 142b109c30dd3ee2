import { divisorInDoubles } from "./divisorInDoubles.ts";
import type { ApportionmentMethod } from "./quotaApportion.ts";
import { type DoubleParts, splitInDoubles } from "./splitInDoubles.ts";

/** Whole places to share by whole weights, as doubles. */
interface Places {
  /** Places to share, from 1. */
  readonly places: number;
  /** Whole weights from 0, at least one of them above 0. */
  readonly weights: Float64Array;
  /** Any method. */
  readonly method: ApportionmentMethod;
  /** A column as long as the weights that a divisor method may write the places of few rows into. */
  readonly into?: Float64Array | undefined;
}

/** Shares places in doubles, exactly, or answers `undefined` where that is not sure to be exact. */
export function apportionInDoubles(
  { places, weights, method, into }: Places,
  sum: number,
): DoubleParts | undefined {
  switch (method) {
    case "largest-remainder":
      return splitInDoubles({ total: places, weights, rule: method }, sum);
    case "jefferson":
    case "webster":
    case "adams":
    case "dean":
    case "huntington-hill":
      return divisorInDoubles({ places, weights, method, into });
    case "droop":
    case "hagenbach-bischoff":
    case "quota":
      return undefined;
  }
}
