import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Law } from "../law.laws.ts";
import { amountLaws, amountTextLaws } from "./amount.laws.ts";
import { amount, amountText } from "./amount.ts";
import { countLaws } from "./count.laws.ts";
import { count } from "./count.ts";
import { decimalsOfLaws, decimalTextLaws, exactLaws, exactTextLaws } from "./decimal.laws.ts";
import { decimalsOf, decimalText, exact, exactText } from "./decimal.ts";
import { arithmeticLaws, compareFractionsLaws, comparePowersLaws, fractionLaws } from "./fraction.laws.ts";
import { compareFractions, comparePowers, fraction, minus, over, plus, times, toNumber } from "./fraction.ts";
import { percentageTextLaws } from "./percentage.laws.ts";
import { percentageText } from "./percentage.ts";
import { compareRatesLaws, rateValueLaws } from "./rate.laws.ts";
import { compareRates, rateValue } from "./rate.ts";
import { roundLaws } from "./rounding.laws.ts";
import { round } from "./rounding.ts";
import { toNumberLaws } from "./toNumber.laws.ts";
import { wholeWeightsLaws } from "./weight.laws.ts";
import { wholeWeights } from "./weight.ts";

/** One fixed seed, so that a failure is the same for everybody. */
const runs = { numRuns: 500, seed: 20200101 };

function keeps<Calculator>(name: string, calculator: Calculator, laws: readonly Law<Calculator>[]): void {
  const named = laws.map((law) => [law.name, law] as const);
  describe(name, () => {
    test.each(named)("%s", (_, { property }) => {
      fc.assert(property(calculator), runs);
    });

    test.each(named)("which can fail: %s", (_, { property, broken }) => {
      const { failed, errorInstance } = fc.check(property(broken), { ...runs, endOnFailure: true });
      expect(failed).toBe(true);
      // The law said no; the mistake did not merely stumble.
      expect(errorInstance).toMatchObject({ message: "Property failed by returning false" });
    });
  });
}

keeps("fraction", fraction, fractionLaws);
keeps("arithmetic", { plus, minus, times, over }, arithmeticLaws);
keeps("compareFractions", compareFractions, compareFractionsLaws);
keeps("comparePowers", comparePowers, comparePowersLaws);
keeps("toNumber", toNumber, toNumberLaws);
keeps("round", round, roundLaws);
keeps("exact", exact, exactLaws);
keeps("exactText", exactText, exactTextLaws);
keeps("decimalsOf", decimalsOf, decimalsOfLaws);
keeps("decimalText", decimalText, decimalTextLaws);
keeps("percentageText", percentageText, percentageTextLaws);
keeps("count", count, countLaws);
keeps("compareRates", compareRates, compareRatesLaws);
keeps("rateValue", rateValue, rateValueLaws);
keeps("amount", amount, amountLaws);
keeps("amountText", amountText, amountTextLaws);
keeps("wholeWeights", wholeWeights, wholeWeightsLaws);
