import { expect, test } from "vitest";
import { apportionInDoubles } from "./apportionInDoubles.ts";

// Exact quotas of 5, 3 and 2 are what every method gives.
const contest = { places: 10, weights: Float64Array.of(50, 30, 20) };

test.each(["largest-remainder", "jefferson", "webster", "adams", "dean", "huntington-hill"] as const)(
  "%s is answered in doubles",
  (method) => {
    expect(Array.from(apportionInDoubles({ ...contest, method }, 100)?.parts ?? [])).toEqual([5, 3, 2]);
  },
);

test.each(["droop", "hagenbach-bischoff", "quota"] as const)("%s is left to the ordinary way", (method) => {
  expect(apportionInDoubles({ ...contest, method }, 100)).toBeUndefined();
});
