import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { scoreBand } from "./scoreBand.ts";

const bandsFrom = (
  ...bounds: readonly (number | string)[]
): { name: string; lowerBound: ReturnType<typeof exact> }[] =>
  bounds.map((bound, index) => ({ name: `${index + 1} stars`, lowerBound: exact(bound) }));
const bandOf = (score: number | string, ...bounds: readonly (number | string)[]): string | undefined =>
  scoreBand({ score: exact(score), bands: bandsFrom(...bounds) });

describe("scoreBand", () => {
  test.each([
    ["0", "1 stars"],
    ["59.999999999999999999", "1 stars"],
    ["60", "2 stars"],
    ["79.99", "2 stars"],
    ["80", "3 stars"],
    ["80.00000000000000000001", "3 stars"],
    ["250", "3 stars"],
    ["-0.01", undefined],
  ])("puts %s into the band whose lower bound it reaches: %s", (score, band) => {
    expect(bandOf(score, 0, 60, 80)).toBe(band);
  });

  test("puts a sum of tenths on the boundary that it is", () => {
    expect(bandOf(0.3, "0.1", "0.3")).toBe("2 stars");
  });

  test("takes one band and bounds below zero", () => {
    expect(bandOf(-5, -5)).toBe("1 stars");
    expect(bandOf(-6, -5)).toBeUndefined();
  });

  test.each([
    [[80, 60], "found 60 after 80"],
    [[60, 60], "found 60 after 60"],
    [[0, "60.5", 60], "found 60 after 60.5"],
  ])("refuses lower bounds of %j, even where the score is below them all", (bounds, found) => {
    expect(() => bandOf(-1, ...bounds)).toThrow(
      expect.objectContaining({
        code: "conflict",
        message: `scoreBand requires lower bounds that rise from each band to the next; ${found}`,
      }),
    );
  });

  test("refuses no bands", () => {
    expect(() => bandOf(1)).toThrow(
      expect.objectContaining({
        code: "emptyInput",
        message: "scoreBand requires at least one value in bands",
      }),
    );
  });
});
