import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Law } from "../law.laws.ts";
import { scoreBandLaws } from "./scoreBand.laws.ts";
import { scoreBand } from "./scoreBand.ts";
import { scoreCombineLaws } from "./scoreCombine.laws.ts";
import { scoreCombine } from "./scoreCombine.ts";
import { scoreGradesLaws } from "./scoreGrades.laws.ts";
import { scoreGrades } from "./scoreGrades.ts";
import { scoreIndexLaws } from "./scoreIndex.laws.ts";
import { scoreIndex } from "./scoreIndex.ts";
import { scoreIndexSensitivityLaws } from "./scoreIndexSensitivity.laws.ts";
import { scoreIndexSensitivity } from "./scoreIndexSensitivity.ts";
import { scoreMovesLaws, scoreMovesListLaws } from "./scoreMoves.laws.ts";
import { scoreMoves } from "./scoreMoves.ts";
import { scoreMovesList } from "./scoreMovesList.ts";
import { scoreRankLaws } from "./scoreRank.laws.ts";
import { scoreRank } from "./scoreRank.ts";
import { scoreRankTypedLaws } from "./scoreRankTyped.laws.ts";
import { scoreRankTyped } from "./scoreRankTyped.ts";
import { scoreTiersLaws } from "./scoreTiers.laws.ts";
import { scoreTiers } from "./scoreTiers.ts";
import { scoreWeightedLaws } from "./scoreWeighted.laws.ts";
import { scoreWeighted } from "./scoreWeighted.ts";

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

keeps("scoreWeighted", scoreWeighted, scoreWeightedLaws);
keeps("scoreBand", scoreBand, scoreBandLaws);
keeps("scoreRank", scoreRank, scoreRankLaws);
keeps("scoreRankTyped", scoreRankTyped, scoreRankTypedLaws);
keeps("scoreTiers", scoreTiers, scoreTiersLaws);
keeps("scoreIndex", scoreIndex, scoreIndexLaws);
keeps("scoreIndexSensitivity", scoreIndexSensitivity, scoreIndexSensitivityLaws);
keeps("scoreMoves", scoreMoves, scoreMovesLaws);
keeps("scoreMovesList", scoreMovesList, scoreMovesListLaws);
keeps("scoreCombine", scoreCombine, scoreCombineLaws);
keeps("scoreGrades", scoreGrades, scoreGradesLaws);
