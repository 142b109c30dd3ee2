import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Law } from "../law.laws.ts";
import { apportionmentBoundsLaws } from "./apportionmentBounds.laws.ts";
import { apportionmentMethodLaws } from "./apportionmentMethods.laws.ts";
import { apportionmentReferenceLaws } from "./apportionmentReference.laws.ts";
import { fundingSplitLaws } from "./fundingSplit.laws.ts";
import { fundingSplit } from "./fundingSplit.ts";
import { fundingSplitBoundsLaws } from "./fundingSplitBounds.laws.ts";
import { fundingSplitExplainLaws } from "./fundingSplitExplain.laws.ts";
import { fundingSplitExplain } from "./fundingSplitExplain.ts";
import { quotaApportionLaws } from "./quotaApportion.laws.ts";
import { quotaApportion } from "./quotaApportion.ts";
import { quotaExplainLaws } from "./quotaExplain.laws.ts";
import { quotaExplain } from "./quotaExplain.ts";

/** One fixed seed, so that a failure is the same for everybody. */
const runs = { numRuns: 400, seed: 20170424 };

function keeps<Calculator>(title: string, calculator: Calculator, laws: readonly Law<Calculator>[]): void {
  describe(title, () => {
    const named = laws.map((law) => [law.name, law] as const);

    test.each(named)("%s", (_, { property }) => {
      fc.assert(property(calculator), runs);
    });

    test.each(named)("catches a wrong calculator: %s", (_, { property, broken }) => {
      expect(() => {
        fc.assert(property(broken), { ...runs, endOnFailure: true });
      }).toThrow("Property failed");
    });
  });
}

keeps("fundingSplit", fundingSplit, [...fundingSplitLaws, ...fundingSplitBoundsLaws]);
keeps("fundingSplitExplain", fundingSplitExplain, fundingSplitExplainLaws);
keeps("quotaApportion", quotaApportion, [
  ...quotaApportionLaws,
  ...apportionmentBoundsLaws,
  ...apportionmentReferenceLaws,
  ...apportionmentMethodLaws,
]);
keeps("quotaExplain", quotaExplain, quotaExplainLaws);
