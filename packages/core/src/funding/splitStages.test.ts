import { describe, expect, test } from "vitest";
import { amount } from "../exact/amount.ts";
import { exact } from "../exact/decimal.ts";
import { weight } from "../exact/weight.ts";
import type { FundingSplitInput } from "./fundingSplit.ts";
import { stagesBetween } from "./splitStages.ts";

const before: FundingSplitInput = { total: amount(5, 1), weights: [weight(3), weight(2)] };

describe("stagesBetween", () => {
  test("gives the parts with the causes changed that are named, in any order", () => {
    const after = { total: amount(10, 1), weights: [weight(1), weight(4)] };
    const stage = stagesBetween({ before, after }, exact(1));
    expect(stage([])).toEqual([3n, 2n]);
    expect(stage(["pot"])).toEqual([6n, 4n]);
    expect(stage(["weights"])).toEqual([1n, 4n]);
    expect(stage(["pot", "weights"])).toEqual([2n, 8n]);
    expect(stage(["weights", "pot"])).toEqual([2n, 8n]);
  });

  test("gives nothing where a split is refused", () => {
    const stage = stagesBetween({ before, after: { ...before, minimum: exact(3) } }, exact(1));
    expect(stage(["bounds"])).toBeUndefined();
  });

  test("hides no other failure: weights that cannot be read are no split without an answer", () => {
    const after: FundingSplitInput = {
      ...before,
      get weights(): never {
        throw new Error("the weights cannot be read");
      },
    };
    const stage = stagesBetween({ before, after }, exact(1));
    expect(() => stage(["weights"])).toThrow(new Error("the weights cannot be read"));
  });
});
