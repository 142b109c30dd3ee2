import { describe, expect, test } from "vitest";
import { repeatedUnits } from "./repeatedUnits.ts";

describe("repeatedUnits", () => {
  test("takes a group with space around it for the same group", () => {
    const group = ["East", " East ", "West ", "\u3000West"];
    expect(repeatedUnits({ group, unit: ["u1", "u1", "u1", "u1"] })).toEqual(
      new Map([
        [1, { kind: "repeatedUnit", details: { unit: "u1", firstRow: 0 } }],
        [2, { kind: "unitInTwoGroups", details: { unit: "u1", otherGroup: "East", otherRow: 0 } }],
        [3, { kind: "repeatedUnit", details: { unit: "u1", firstRow: 2 } }],
      ]),
    );
  });

  test("names the first group of a unit without the space around it", () => {
    expect(repeatedUnits({ group: [" East ", "West"], unit: [" u1", "u1"] })).toEqual(
      new Map([[1, { kind: "unitInTwoGroups", details: { unit: "u1", otherGroup: "East", otherRow: 0 } }]]),
    );
  });
});
