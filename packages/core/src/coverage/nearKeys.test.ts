import { describe, expect, test } from "vitest";
import { foldedKey, nearKeys } from "./nearKeys.ts";

describe("foldedKey", () => {
  test.each([
    ["case", "East Park", "EAST park"],
    ["space around it", " East Park ", "East Park"],
    ["space within it", "East  Park", "EastPark"],
    ["an ideographic space", "东 区", "东\u3000区"],
    ["a space that does not break", "East Park", "East\u00A0Park"],
    ["a space without width", "EastPark", "East\u200BPark"],
    ["full width", "园区A1", "园区Ａ１"],
    ["half width", "ｶﾞ", "ガ"],
    ["accents in one character or two", "é", "e\u0301"],
    ["a sharp s", "STRASSE", "straße"],
    ["a capital sharp s", "STRAẞE", "Strasse"],
    ["the two small sigmas", "ος", "ΟΣ"],
  ])("makes one of names that differ by %s", (_, one, other) => {
    expect(one).not.toBe(other);
    expect(foldedKey(one)).toBe(foldedKey(other));
  });

  test.each([
    ["东区", "西区"],
    ["A1", "A-1"],
    ["1", "01"],
    ["e", "é"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(foldedKey(one)).not.toBe(foldedKey(other));
  });
});

describe("nearKeys", () => {
  test("reports the second form of a name once, in its first row, with how many rows have it", () => {
    expect(nearKeys(["East", "west", "east", undefined, "East", "east"])).toEqual(
      new Map([[2, { key: "east", rows: 2, other: "East", otherRow: 0, by: ["case"] }]]),
    );
  });

  test.each([
    ["a", "A", ["case"]],
    ["a", "a ", ["space"]],
    ["a", "ａ", ["width"]],
    ["a b", "a\u3000b", ["space"]],
    ["a", " Ａ", ["width", "space", "case"]],
    ["STRAẞE", "Strasse", ["case"]],
    // In lower case the dot stays, as a mark of its own.
    ["İzmir", "i\u0307zmir", ["case"]],
  ])("says what %j and %j differ by", (one, other, by) => {
    expect(nearKeys([one, other]).get(1)?.by).toEqual(by);
  });

  test("reports every further form against the first", () => {
    expect([...nearKeys(["a", "A", "a "])].map(([row, { other }]) => [row, other])).toEqual([
      [1, "a"],
      [2, "a"],
    ]);
  });

  test("knows no special names", () => {
    expect(nearKeys(["__proto__", "constructor", "toString"]).size).toBe(0);
  });
});
