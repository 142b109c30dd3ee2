/** A beta distribution and a lower tail of it. */
export interface BetaTail {
  /** First shape: 1 or more. */
  readonly alpha: number;
  /** Second shape: 1 or more. */
  readonly beta: number;
  /** The share of the distribution below the quantile: from 5e-16, which the highest confidence leaves, to one half. */
  readonly tail: number;
}

/**
 * The odds x/(1-x) of the point x below which lies a given tail of a beta distribution.
 *
 * In the logarithm of the odds the distribution is log-concave, so that Newton's method on the logarithm of the tail
 * steps to the left of the root at most once and then climbs to it. Tail and whole are integrals of one density,
 * measured by its own height, hence no gamma functions, and no digits lost to them even for counts of 2^53. Odds,
 * because x and 1-x both follow from them in full precision.
 *
 * **Source.** H. Takahasi and M. Mori, "Double exponential formulas for numerical integration", Publications of the
 * Research Institute for Mathematical Sciences 9 (1974) 721-741, for the integrals.
 */
export function betaQuantileOdds({ alpha, beta, tail }: BetaTail): number {
  const modeOdds = alpha / beta;
  const width = Math.sqrt(1 / alpha + 1 / beta);
  const densityAround = (odds: number) => (distance: number) =>
    Math.exp(logDensity({ alpha, beta, odds, distance }));
  const aroundMode = densityAround(modeOdds);
  const whole = halfLine(aroundMode, -width) + halfLine(aroundMode, width);
  // Where the tangent's step is so small, its square, which is what then remains, is beyond the last digit.
  const smallest = 1e-8 * Math.sqrt(width);
  let distance = 0;
  for (let step = Infinity, taken = 0; Math.abs(step) > smallest && taken < mostSteps; taken += 1) {
    const below = halfLine(densityAround(modeOdds * Math.exp(distance)), -width);
    const logTail = logDensity({ alpha, beta, odds: modeOdds, distance }) + Math.log(below / whole);
    step = (Math.log(tail) - logTail) * below;
    distance += step;
  }
  return modeOdds * Math.exp(distance);
}

/**
 * The logarithm of the density of the log-odds at a distance from given odds, less that at the odds themselves.
 *
 * Of its two equal forms the one is taken in which large terms do not cancel.
 */
function logDensity({
  alpha,
  beta,
  odds,
  distance,
}: Omit<BetaTail, "tail"> & { readonly odds: number; readonly distance: number }): number {
  return odds <= 1
    ? alpha * distance - (alpha + beta) * Math.log1p((odds / (1 + odds)) * Math.expm1(distance))
    : -beta * distance - (alpha + beta) * Math.log1p(Math.expm1(-distance) / (1 + odds));
}

/** More steps than any counts and confidences were seen to take, which is 37; a cell must never hang. */
const mostSteps = 100;
/** How far apart the points of the double exponential formula are; a denser net betters none of fourteen digits. */
const spacing = 1 / 20;
/** Points and weights on the half-line from 0, for a function that falls off within a few units of length. */
const net = Array.from({ length: 161 }, (_, index) => {
  const at = -4 + index * spacing;
  const point = Math.exp(at - Math.exp(-at));
  return { point, weight: spacing * point * (1 + Math.exp(-at)) };
});

/** The integral of a function from 0 to infinity, or to minus infinity where the width is negative. */
function halfLine(integrand: (x: number) => number, width: number): number {
  let sum = 0;
  for (const { point, weight } of net) sum += weight * integrand(point * width);
  return sum * Math.abs(width);
}
