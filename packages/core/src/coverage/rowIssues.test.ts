import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { rowIssues } from "./rowIssues.ts";

describe("rowIssues", () => {
  test("repeats a printed text that is no percentage as it stands", () => {
    expect(rowIssues({ covered: 9, eligible: 10, eligibleBefore: 10, printed: " about 90" })).toEqual([
      { kind: "printedUnreadable", details: { text: " about 90" } },
    ]);
  });

  test.each([
    ["2", 2, 100, "2.00%", 200, true],
    ["1.99", 199, 10000, "1.99%", 19900, false],
  ])(
    "sees a hundredfold in a printed figure from 2 on, and in none below: %s for %i of %i",
    (figure, covered, eligible, rightText, count, isHundredfold) => {
      const printed = { printed: exact(figure), decimals: 2 };
      const counts = { lowest: count, highest: count };
      expect(rowIssues({ covered, eligible, eligibleBefore: undefined, printed })).toEqual([
        {
          kind: "printedMismatch",
          details: { printed, covered, eligible, rightText, counts, isHundredfold },
        },
      ]);
    },
  );
});
