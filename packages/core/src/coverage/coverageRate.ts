import type { Count } from "../exact/count.ts";
import { rate, type Rate } from "../exact/rate.ts";

/** How many are covered, of how many that could be. */
export interface CoverageInput {
  /** Units that are covered. */
  readonly covered: Count;
  /** Units that could be: operating units, or whatever the rate's denominator is. */
  readonly eligible: Count;
}

/**
 * The share of eligible units that are covered.
 *
 * Covered over eligible, both counts kept, nothing rounded. Any n of N is such a rate: cases that came through of cases
 * started, reports received of reports expected. The one surprise: a rate above 1 is kept and flagged `over`, since
 * published counts often come from two registers; none of none is `empty` and some of none `invalid`.
 *
 * **Units.** Both count the same kind of unit on the same day. Name the denominator wherever the rate is shown.
 *
 * **Errors.** None: counts are checked when they are made.
 *
 * **Source.** World Health Organization, Data Quality Review, module 1 (2017): coverage as numerator over denominator.
 *
 * @example
 * coverageRate({ covered: count(6015), eligible: count(6573) }).status //=> "ok"
 * rateValue(coverageRate({ covered: count(3), eligible: count(4) })) //=> 0.75
 * coverageRate({ covered: count(2257), eligible: count(919) }).status //=> "over"
 * coverageRate({ covered: count(0), eligible: count(0) }).status //=> "empty"
 * const conversion = coverageRate({ covered: count(85), eligible: count(482) });
 * rateText(conversion) //=> "17.6%"
 * const received = coverageRate({ covered: count(64), eligible: count(66) });
 * const onTime = coverageRate({ covered: count(59), eligible: count(66) });
 * [rateText(received), rateText(onTime)] //=> ["97.0%", "89.4%"]
 */
export function coverageRate({ covered, eligible }: CoverageInput): Rate {
  return rate({ numerator: covered, denominator: eligible });
}
