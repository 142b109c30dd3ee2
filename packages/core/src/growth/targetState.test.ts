import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { targetState, type TargetState } from "./targetState.ts";

/** Of a goal of 10, of which 5 are expected by now. */
const stateOf = (actual: string, begun: boolean, ended: boolean): TargetState =>
  targetState({ actual: exact(actual), goal: exact(10), expected: exact(5), begun, ended });

describe("targetState", () => {
  test.each<[string, string, TargetState, TargetState, TargetState]>([
    // reached, before, during and after the period
    ["more than the goal", "11", "met", "met", "met"],
    ["the goal", "10", "met", "met", "met"],
    ["a hair less than the goal", "9.9999999999999999999", "not started", "on track", "missed"],
    ["more than expected", "6", "not started", "on track", "missed"],
    ["what is expected", "5", "not started", "on track", "missed"],
    ["a hair less than expected", "4.9999999999999999999", "not started", "behind", "missed"],
    ["nothing", "0", "not started", "behind", "missed"],
  ])("%s", (_, actual, before, during, after) => {
    expect(stateOf(actual, false, false)).toBe(before);
    expect(stateOf(actual, true, false)).toBe(during);
    expect(stateOf(actual, true, true)).toBe(after);
  });
});
