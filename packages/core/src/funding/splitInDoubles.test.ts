import { describe, expect, test } from "vitest";
import type { RemainderRule } from "./fundingSplit.ts";
import { splitInDoubles } from "./splitInDoubles.ts";

/** The parts and ties; nothing where doubles might not be exact. */
function splitBy(
  total: number,
  by: readonly number[],
  rule: RemainderRule = "largest-remainder",
): { readonly parts: readonly number[]; readonly ties: readonly unknown[] } | undefined {
  const sum = by.reduce((all, weight) => all + weight, 0);
  const split = splitInDoubles({ total, weights: Float64Array.from(by), rule }, sum);
  return split && { parts: Array.from(split.parts), ties: split.ties };
}

const most = 2 ** 51;

describe("splitInDoubles", () => {
  // Shares of 2.5, 1.5, 0 and 1: one step is left over, and 2 1/2 and 1 1/2 have equal remainders.
  test.each<[RemainderRule, readonly number[], readonly unknown[]]>([
    ["largest-remainder", [3, 1, 0, 1], [{ rows: [0, 1], served: [0] }]],
    ["largest-weight", [3, 1, 0, 1], []],
    ["first", [3, 1, 0, 1], []],
    ["last", [2, 1, 0, 2], []],
  ])("gives the step left over by the rule %s", (rule, parts, ties) => {
    expect(splitBy(5, [5, 3, 0, 2], rule)).toEqual({ parts, ties });
  });

  test("gives a weight of negative zero nothing, and not negative zero", () => {
    expect(splitBy(3, [-0, 1])).toEqual({ parts: [0, 3], ties: [] });
  });
});

describe("the limits", () => {
  test("a total of 2^51 is split, one more is not", () => {
    expect(splitBy(most, [1])).toEqual({ parts: [most], ties: [] });
    expect(splitBy(most, [1, 2])).toEqual({ parts: [750599937895083, 1501199875790165], ties: [] });
    expect(splitBy(most + 1, [1])).toBeUndefined();
  });

  test("weights of 2^51 in all are split by, one more is not", () => {
    expect(splitBy(1, [most])).toEqual({ parts: [1], ties: [] });
    expect(splitBy(3, [most / 2 + 1, most / 2 - 1])).toEqual({ parts: [2, 1], ties: [] });
    expect(splitBy(1, [most, 1])).toBeUndefined();
  });

  test("both at once give every row its weight", () => {
    expect(splitBy(most, [most - 1, 1])).toEqual({ parts: [most - 1, 1], ties: [] });
  });
});

describe("a quotient of doubles that is one too high", () => {
  // Times 2^51 over 2^51 - 1, the weight w = 2^51 - 2 is w + w / (2^51 - 1): less than w + 1 by 1 / (2^51 - 1), where
  // doubles are 1/4 apart. The weight 1 is 1 + 1 / (2^51 - 1). One step is left over.
  test.each<[RemainderRule, readonly number[]]>([
    ["largest-remainder", [most - 1, 1]],
    ["last", [most - 2, 2]],
  ])("is mended at the greatest total, by the rule %s", (rule, parts) => {
    expect(splitBy(most, [most - 2, 1], rule)).toEqual({ parts, ties: [] });
  });

  // In whole numbers of any length: rounded down 464396600706723, 103505528445058 and 207011056890116, which leaves
  // 1875270191401464, 366785668453189 and 1508484522948277 parts of 1875270191401465, and two steps over.
  test.each<[RemainderRule, readonly number[]]>([
    ["largest-remainder", [464396600706724, 103505528445058, 207011056890117]],
    ["first", [464396600706724, 103505528445059, 207011056890116]],
    ["last", [464396600706723, 103505528445059, 207011056890117]],
  ])("is mended where the remainder is all but a step, by the rule %s", (rule, parts) => {
    const weights = [1123827956447241, 250480744984741, 500961489969483];
    expect(splitBy(774913186041899, weights, rule)).toEqual({ parts, ties: [] });
  });
});

describe("a quotient of doubles that is one too low", () => {
  // Shares of 1, 97/49 and 1/49; 49 times the double nearest to 1/49 is below 1. One step is left over.
  test.each<[RemainderRule, readonly number[]]>([
    ["largest-remainder", [1, 2, 0]],
    ["largest-weight", [1, 2, 0]],
    ["first", [2, 1, 0]],
    ["last", [1, 1, 1]],
  ])("is mended where the share is whole, by the rule %s", (rule, parts) => {
    expect(splitBy(3, [49, 97, 1], rule)).toEqual({ parts, ties: [] });
  });

  // In whole numbers of any length: rounded down 773976705727794, 141274027379333 and 282548054758669, which leaves
  // 1, 389443999026163 and 501538394176357 parts of 890982393202521, and one step over.
  test.each<[RemainderRule, readonly number[]]>([
    ["largest-remainder", [773976705727794, 141274027379333, 282548054758670]],
    ["first", [773976705727795, 141274027379333, 282548054758669]],
    ["last", [773976705727794, 141274027379333, 282548054758670]],
  ])("is mended where next to nothing remains, by the rule %s", (rule, parts) => {
    const weights = [575722420608775, 105086657531248, 210173315062498];
    expect(splitBy(1197798787865797, weights, rule)).toEqual({ parts, ties: [] });
  });
});
