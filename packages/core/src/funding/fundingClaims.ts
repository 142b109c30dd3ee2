import { type Amount, amountText, amountValue } from "../exact/amount.ts";
import { exactText } from "../exact/decimal.ts";
import { type Fraction, fraction, over } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import { CalculationError } from "../errors.ts";
import { boundedShares, sum } from "./boundedShares.ts";
import { roundToTotal } from "./roundToTotal.ts";
import type { Tie } from "./tie.ts";

/**
 * How money that does not cover all claims is divided.
 *
 * The same example by every rule, 200 for claims of 100, 200 and 300:
 *
 * | rule | parts | in words |
 * | --- | --- | --- |
 * | `proportional` | 33.33, 66.67, 100 | every claim is paid at the same rate |
 * | `equal-awards` | 66.67, 66.67, 66.66 | all get the same, nobody more than the claim |
 * | `equal-losses` | 0, 50, 150 | all lose the same, nobody more than the claim |
 * | `talmud` | 50, 75, 75 | equal awards up to half of each claim, beyond that equal losses |
 */
export type ClaimsRule = "proportional" | "equal-awards" | "equal-losses" | "talmud";

/** What is there, what is claimed, and how it is divided. */
export interface FundingClaimsInput {
  /** What is there, in whole steps; 0 or more. */
  readonly total: Amount;
  /** What each claims; 0 or more. */
  readonly claims: readonly Fraction[];
  /** The rule; `proportional` unless told. */
  readonly rule?: ClaimsRule | undefined;
}

/** What each claim is paid. */
export interface FundingClaims {
  /** One part a claim, never above it. */
  readonly parts: readonly Amount[];
  /** What the rule awards exactly, before rounding to steps. */
  readonly awards: readonly Fraction[];
  /** What all claims together leave of the total. */
  readonly left: Amount;
  /** Claims tied for the last step; none where nothing was tied. */
  readonly ties: readonly Tie[];
}

/**
 * Divides scarce money among claims by one of four rules, none above its claim.
 *
 * Each rule's exact awards are rounded to the step by largest remainder. The one surprise: a total above the claims pays
 * every claim in full and leaves the rest undivided. Ties go to the earlier row and are reported.
 *
 * **Units.** Parts have the total's step; a claim between two steps counts as the step below.
 *
 * **Errors.** `emptyInput` without claims; `outOfRange` for a total or claim below zero.
 *
 * **Source.** R. J. Aumann and M. Maschler, Game theoretic analysis of a bankruptcy problem from the Talmud, Journal of
 * Economic Theory 36 (1985); W. Thomson, How to Divide When There Isn't Enough (2019), chapter 2.
 *
 * @throws CalculationError `emptyInput` without claims
 * @throws CalculationError `outOfRange` for a total or claim below zero
 *
 * @example
 * const claims = [100, 200, 300].map((value) => exact(value));
 * const total = amount(200, 1);
 * fundingClaims({ total, claims, rule: "talmud" }).parts.map(amountText) //=> ["50", "75", "75"]
 * fundingClaims({ total, claims, rule: "equal-losses" }).parts.map(amountText) //=> ["0", "50", "150"]
 * fundingClaims({ total: amount(1000, 1), claims }).parts.map(amountText) //=> ["100", "200", "300"]
 * fundingClaims({ total: amount(-1, 1), claims }) //=> throws outOfRange
 */
export function fundingClaims({
  total,
  claims: given,
  rule = "proportional",
}: FundingClaimsInput): FundingClaims {
  if (given.length === 0) throw new CalculationError("fundingClaims", "emptyInput", { name: "claims" });
  if (total.units < 0n) throw outOfRange("total", amountText(total));
  const { step } = total;
  const claims = given.map((claim, row) => {
    if (claim.numerator < 0n) throw outOfRange(`claims, row ${row + 1},`, exactText(claim));
    return round(over(claim, step), "floor");
  });
  const claimed = sum(claims);
  const paid = total.units < claimed ? total.units : claimed;
  const awards = awardsBy(rule, paid, claims).map((award) => inMoney(award, step));
  const { values: parts, ties } = roundToTotal({
    values: awards,
    step,
    total: amountValue({ units: paid, step }),
  });
  return { parts, awards, left: { units: total.units - paid, step }, ties };
}

function outOfRange(name: string, found: string): CalculationError {
  return new CalculationError("fundingClaims", "outOfRange", { name, requirement: "0 or more", found });
}

function inMoney({ numerator, denominator }: Fraction, step: Fraction): Fraction {
  return fraction(numerator * step.numerator, denominator * step.denominator);
}

/** What a rule awards of a total that the claims can take, in steps. */
function awardsBy(rule: ClaimsRule, total: bigint, claims: readonly bigint[]): Fraction[] {
  const claimed = sum(claims);
  switch (rule) {
    case "proportional":
      return claims.map((claim) => (claimed === 0n ? fraction(0n) : fraction(total * claim, claimed)));
    case "equal-awards":
      return equalAwards(total, claims);
    case "equal-losses":
      return lossesOf(claims, equalAwards(claimed - total, claims));
    case "talmud":
      // Half of a claim need not be whole steps, so everything is doubled and halved again.
      return 2n * total <= claimed
        ? equalAwards(2n * total, claims).map(half)
        : lossesOf(claims, equalAwards(2n * (claimed - total), claims).map(half));
  }
}

/** The same for all, but for those whose claim is less: min(claim, x) with one x. */
function equalAwards(total: bigint, claims: readonly bigint[]): Fraction[] {
  const { numerators, denominator } = boundedShares({
    total,
    weights: claims.map(() => 1n),
    minimum: claims.map(() => 0n),
    maximum: claims,
  });
  return numerators.map((numerator) => fraction(numerator, denominator));
}

function lossesOf(claims: readonly bigint[], awards: readonly Fraction[]): Fraction[] {
  return awards.map(({ numerator, denominator }, row) =>
    fraction((claims[row] ?? 0n) * denominator - numerator, denominator),
  );
}

function half({ numerator, denominator }: Fraction): Fraction {
  return fraction(numerator, 2n * denominator);
}
