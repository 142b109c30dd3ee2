import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { coverageAreas } from "../coverage/coverageAreas.ts";
import { coverageChannels } from "../coverage/coverageChannels.ts";
import { coverageDue } from "../coverage/coverageDue.ts";
import { CoverageAreasModel, CoverageChannelsModel, CoverageDueModel } from "./index.ts";

/** Where a model finds fault with data. */
const placesOf = (model: z.ZodType, data: unknown): readonly string[] =>
  (model.safeParse(data).error?.issues ?? []).map(({ path }) => path.join("."));

const policy = { ownFrom: 3, jointFrom: 1 };

describe("CoverageDueModel", () => {
  test("reads members and a policy", () => {
    expect(coverageDue(CoverageDueModel.parse({ members: 2, policy }))).toBe("joint");
  });

  test("refuses thresholds that are no counts, and others than the two", () => {
    const data = { members: 2, policy: { ownFrom: -1, jointFrom: 0.5 } };
    expect(placesOf(CoverageDueModel, data)).toEqual(["policy.ownFrom", "policy.jointFrom"]);
    const extra = { members: 2, policy: { ...policy, workFrom: 0 } };
    expect(CoverageDueModel.safeParse(extra).success).toBe(false);
  });
});

describe("CoverageChannelsModel", () => {
  test("reads columns with null for what is missing", () => {
    const data = { members: [3, null, 1], form: ["own", "own", null], policy };
    const { total } = coverageChannels(CoverageChannelsModel.parse(data));
    expect([total.units, total.leftOut.missing]).toEqual([1, 2]);
  });

  test("reads units a row and an admission rule", () => {
    const data = {
      members: [3, 0, 0],
      form: ["own", "none", "work"],
      policy,
      units: [10, 20, 30],
      admission: { staff: [null, 7, 8], staffFrom: 8 },
    };
    const { total, outside } = coverageChannels(CoverageChannelsModel.parse(data));
    expect([total.units, total.own, total.work, outside]).toEqual([40, 10, 30, 1]);
  });

  test("refuses a form that is not on the list, naming its place", () => {
    const data = { members: [3, 1], form: ["own", "shared"], policy };
    expect(placesOf(CoverageChannelsModel, data)).toEqual(["form.1"]);
  });

  test("lets a number through that is no count, which the calculator reports", () => {
    const data = { members: [-1], form: ["own"], policy };
    expect(coverageChannels(CoverageChannelsModel.parse(data)).total.leftOut.invalid).toBe(1);
  });
});

describe("CoverageAreasModel", () => {
  test("reads columns in which an organisation of null covers nobody", () => {
    const data = { area: ["A", "A"], unit: ["1", "2"], organisation: ["X", null], form: ["joint", null] };
    const { total } = coverageAreas(CoverageAreasModel.parse(data));
    expect([total.units, total.coveredByJoint]).toEqual([2, 1]);
  });

  test("refuses forms that no organisation has", () => {
    const data = { area: ["A"], unit: ["1"], organisation: ["X"], form: ["work"] };
    expect(placesOf(CoverageAreasModel, data)).toEqual(["form.0"]);
  });
});
