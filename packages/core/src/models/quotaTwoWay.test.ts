import { describe, expect, test } from "vitest";
import { quotaTwoWay } from "../funding/quotaTwoWay.ts";
import { QuotaTwoWayModel } from "./index.ts";

const data = {
  weights: [
    ["0.1", 0.3],
    [2, 1],
  ],
  rowPlaces: [4, 3],
  columnPlaces: [3, 4],
};

describe("QuotaTwoWayModel", () => {
  test("gives what quotaTwoWay takes, weights read exactly", () => {
    const input = QuotaTwoWayModel.parse(data);
    expect(input.weights[0]?.[1]).toEqual({ numerator: 3n, denominator: 10n });
    expect(quotaTwoWay(input).places).toEqual([
      [1, 3],
      [2, 1],
    ]);
  });

  test("names what it refuses by its place", () => {
    const { error } = QuotaTwoWayModel.safeParse({ ...data, weights: [[1, -1]], rowPlaces: [0.5] });
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["weights.0.1", "rowPlaces.0"]);
  });

  test("refuses a weight that is missing, and a property that it does not know", () => {
    expect(QuotaTwoWayModel.safeParse({ ...data, weights: [[null]] }).success).toBe(false);
    expect(QuotaTwoWayModel.safeParse({ ...data, method: "webster" }).success).toBe(false);
  });
});
