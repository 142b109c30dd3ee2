import { describe, expect, test } from "vitest";
import { amount, amountText } from "../exact/amount.ts";
import { exact, exactText, type Numeric } from "../exact/decimal.ts";
import { type ClaimsRule, fundingClaims } from "./fundingClaims.ts";

const divide = (total: Numeric, step: Numeric, claims: readonly Numeric[], rule?: ClaimsRule) =>
  fundingClaims({ total: amount(total, step), claims: claims.map((claim) => exact(claim)), rule });
const awards = (total: Numeric, claims: readonly Numeric[], rule: ClaimsRule): string[] =>
  divide(total, 1, claims, rule).awards.map(exactText);
const parts = (total: Numeric, step: Numeric, claims: readonly Numeric[], rule?: ClaimsRule): string[] =>
  divide(total, step, claims, rule).parts.map(amountText);

// Babylonian Talmud, Ketubot 93a, as told by R. J. Aumann and M. Maschler, Journal of Economic Theory 36 (1985).
describe("the estates of the Talmud, by claims of 100, 200 and 300", () => {
  test.each([
    [100, ["100/3", "100/3", "100/3"], ["33.34", "33.33", "33.33"]],
    [200, ["50", "75", "75"], ["50.00", "75.00", "75.00"]],
    [300, ["50", "100", "150"], ["50.00", "100.00", "150.00"]],
  ])("an estate of %d", (estate, exactly, inCents) => {
    expect(awards(estate, [100, 200, 300], "talmud")).toEqual(exactly);
    expect(parts(estate, "0.01", [100, 200, 300], "talmud")).toEqual(inCents);
  });

  test("beyond half of the claims, what is lost is divided like what is awarded", () => {
    expect(awards(400, [100, 200, 300], "talmud")).toEqual(["50", "125", "225"]);
    expect(awards(500, [100, 200, 300], "talmud")).toEqual(["200/3", "500/3", "800/3"]);
  });
});

// Babylonian Talmud, Baba Metzia 2a, as told by Aumann and Maschler (1985): what one does not claim is the other's, the rest is halved.
describe("the contested garment", () => {
  test("one claims all, the other half: three quarters and one quarter", () => {
    expect(parts(1, "0.01", [1, "0.5"], "talmud")).toEqual(["0.75", "0.25"]);
  });

  test("one claims all, the other a third: five sixths and one sixth", () => {
    expect(awards(3, [3, 1], "talmud")).toEqual(["2.5", "0.5"]);
  });
});

// The problem of the manual of the R package ClaimsProblems 1.0.0: E = 10, d = (2, 4, 7, 8); worked by hand from its definitions.
describe("ten for claims of 2, 4, 7 and 8", () => {
  test.each<[ClaimsRule, string[]]>([
    ["proportional", ["20/21", "40/21", "10/3", "80/21"]],
    // 2 is paid in full, the other three share 8.
    ["equal-awards", ["2", "8/3", "8/3", "8/3"]],
    // 11 is lost: 2 by the first, 3 by each other.
    ["equal-losses", ["0", "1", "4", "5"]],
    // Half of all claims is 10.5: halves of 1 and 2 in full, 3.5 for each other.
    ["talmud", ["1", "2", "3.5", "3.5"]],
  ])("%s", (rule, expected) => {
    expect(awards(10, [2, 4, 7, 8], rule)).toEqual(expected);
  });

  test("the manual's identity: equal awards are the claims less the equal losses of what is lost", () => {
    expect(awards(11, [2, 4, 7, 8], "equal-losses")).toEqual(["0", "4/3", "13/3", "16/3"]);
  });
});

describe("fundingClaims", () => {
  test("is proportional unless told", () => {
    expect(parts(200, "0.01", [100, 200, 300])).toEqual(["33.33", "66.67", "100.00"]);
  });

  test("pays every claim in full where there is enough, and leaves the rest", () => {
    for (const rule of ["proportional", "equal-awards", "equal-losses", "talmud"] as const) {
      const { parts: paid, left } = divide(700, 1, [100, 0, 300], rule);
      expect(paid.map(amountText)).toEqual(["100", "0", "300"]);
      expect(amountText(left)).toBe("300");
    }
  });

  test("takes a claim between two steps for the step below, so that no part is above its claim", () => {
    const { parts: paid, left } = divide(4, 1, ["1.5", "1.5", "1.9"]);
    expect(paid.map(amountText)).toEqual(["1", "1", "1"]);
    expect(amountText(left)).toBe("1");
  });

  test("gives nothing where nothing is claimed, or nothing is there", () => {
    for (const rule of ["proportional", "equal-awards", "equal-losses", "talmud"] as const) {
      expect(parts(5, 1, [0, 0], rule)).toEqual(["0", "0"]);
      expect(parts(0, 1, [2, 3], rule)).toEqual(["0", "0"]);
    }
  });

  test("rounds to steps above one, while the exact awards stay as they are", () => {
    // A sixth, a third and a half of 200.
    const { parts: paid, awards: exactly } = divide(200, 20, [100, 200, 300]);
    expect(exactly.map(exactText)).toEqual(["100/3", "200/3", "100"]);
    expect(paid.map(amountText)).toEqual(["40", "60", "100"]);
  });

  test("reports who is tied for the last step", () => {
    expect(divide(100, 1, [100, 200, 300], "talmud").ties).toEqual([{ rows: [0, 1, 2], served: [0] }]);
    expect(divide(200, 1, [100, 200, 300], "equal-awards").ties).toEqual([
      { rows: [0, 1, 2], served: [0, 1] },
    ]);
    expect(divide(200, 1, [100, 200, 300], "talmud").ties).toEqual([]);
  });

  test("is exact where doubles are not", () => {
    const claims = [9007199254740993n, 9007199254740993n];
    expect(parts(9007199254740993n, 1, claims, "equal-losses")).toEqual([
      "4503599627370497",
      "4503599627370496",
    ]);
  });

  test.each([
    ["no claims", 1, [], "emptyInput", "at least one value in claims"],
    ["a claim below zero", 1, [1, -2], "outOfRange", "claims, row 2, to be 0 or more; found -2"],
    ["a total below zero", -1, [1], "outOfRange", "total to be 0 or more; found -1"],
  ])("refuses %s", (_, total, claims, code, words) => {
    expect(() => divide(total, 1, claims)).toThrow(
      expect.objectContaining({ code, message: `fundingClaims requires ${words}` }),
    );
  });
});
