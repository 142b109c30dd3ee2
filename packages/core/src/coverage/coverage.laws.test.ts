import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Law } from "../law.laws.ts";
import { coverageByGroupLaws } from "./coverageByGroup.laws.ts";
import { coverageByGroup } from "./coverageByGroup.ts";
import { coverageGapLaws } from "./coverageGap.laws.ts";
import { coverageGap } from "./coverageGap.ts";
import { coverageRateLaws } from "./coverageRate.laws.ts";
import { coverageRate } from "./coverageRate.ts";
import { coverageRollUpLaws } from "./coverageRollUp.laws.ts";
import { coverageRollUp } from "./coverageRollUp.ts";
import { coverageTextLaws } from "./coverageText.laws.ts";
import { coverageText } from "./coverageText.ts";

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

keeps("coverageRate", coverageRate, coverageRateLaws);
keeps("coverageText", coverageText, coverageTextLaws);
keeps("coverageGap", coverageGap, coverageGapLaws);
keeps("coverageByGroup", coverageByGroup, coverageByGroupLaws);
keeps("coverageRollUp", coverageRollUp, coverageRollUpLaws);
