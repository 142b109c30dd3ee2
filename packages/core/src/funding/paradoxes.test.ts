import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { weight } from "../exact/weight.ts";
import { divisorMethods } from "./arbitraries.laws.ts";
import { type ApportionmentMethod, quotaApportion } from "./quotaApportion.ts";

// The paradoxes as the House of Representatives of the United States met them. Every state has at least one seat.
// M. L. Balinski and H. P. Young, Fair Representation, 2nd ed. (2001), chapter 5; populations from M. J. Caulfield,
// "Apportioning Representatives in the United States Congress", MAA Convergence (2010), as in the R package apportR.

type Populations = Readonly<Record<string, number>>;

function seats(house: number, states: Populations, method: ApportionmentMethod): Populations {
  const { places } = quotaApportion({
    places: count(house),
    weights: Object.values(states).map((population) => weight(population)),
    method,
    minimum: count(1),
  });
  return Object.fromEntries(Object.keys(states).map((state, row) => [state, places[row] ?? 0]));
}

/** The states whose seats differ, with both numbers. */
function changes(before: Populations, after: Populations): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(
    Object.keys(after)
      .filter((state) => before[state] !== after[state])
      .map((state) => [state, [before[state], after[state]]]),
  );
}

const census1880 = {
  Alabama: 1262505,
  Arkansas: 802525,
  California: 864694,
  Colorado: 194327,
  Connecticut: 622700,
  Delaware: 146608,
  Florida: 269493,
  Georgia: 1542180,
  Illinois: 3077871,
  Indiana: 1978301,
  Iowa: 1624615,
  Kansas: 996096,
  Kentucky: 1648690,
  Louisiana: 939946,
  Maine: 648936,
  Maryland: 934943,
  Massachusetts: 1783085,
  Michigan: 1636937,
  Minnesota: 780773,
  Mississippi: 1131597,
  Missouri: 2168380,
  Nebraska: 452402,
  Nevada: 62266,
  "New Hampshire": 346991,
  "New Jersey": 1131116,
  "New York": 5082871,
  "North Carolina": 1399750,
  Ohio: 3198062,
  Oregon: 174768,
  Pennsylvania: 4282891,
  "Rhode Island": 276531,
  "South Carolina": 995577,
  Tennessee: 1542359,
  Texas: 1591749,
  Vermont: 332286,
  Virginia: 1512565,
  "West Virginia": 618457,
  Wisconsin: 1315497,
};

const census1900 = {
  "New York": 7264183,
  Pennsylvania: 6302115,
  Illinois: 4821550,
  Ohio: 4157545,
  Missouri: 3106665,
  Texas: 3048710,
  Massachusetts: 2805346,
  Indiana: 2516462,
  Michigan: 2420982,
  Iowa: 2231853,
  Georgia: 2216331,
  Kentucky: 2147174,
  Wisconsin: 2067385,
  Tennessee: 2020616,
  "North Carolina": 1893810,
  "New Jersey": 1883669,
  Virginia: 1854184,
  Alabama: 1828697,
  Minnesota: 1749626,
  Mississippi: 1551270,
  California: 1483504,
  Kansas: 1470495,
  Louisiana: 1381625,
  "South Carolina": 1340316,
  Arkansas: 1311564,
  Maryland: 1188044,
  Nebraska: 1066300,
  "West Virginia": 958800,
  Connecticut: 908420,
  Maine: 694466,
  Colorado: 539103,
  Florida: 528542,
  Washington: 515572,
  "Rhode Island": 428556,
  Oregon: 413536,
  "New Hampshire": 411588,
  "South Dakota": 390638,
  Vermont: 343641,
  "North Dakota": 314454,
  Utah: 275277,
  Montana: 232583,
  Delaware: 184735,
  Idaho: 159475,
  Wyoming: 92531,
  Nevada: 40670,
};

describe("the Alabama paradox: a larger house takes a seat from a state", () => {
  test("1880, by largest remainder: Alabama has 8 of 299 seats and 7 of 300", () => {
    const before = seats(299, census1880, "largest-remainder");
    const after = seats(300, census1880, "largest-remainder");
    expect(changes(before, after)).toEqual({ Alabama: [8, 7], Illinois: [18, 19], Texas: [9, 10] });
  });

  test("1900, by largest remainder: Colorado has 3 seats in every house from 350 to 400, but 2 of 357", () => {
    const houses = Array.from({ length: 51 }, (_, more) => 350 + more);
    const two = houses.filter((house) => seats(house, census1900, "largest-remainder")["Colorado"] === 2);
    expect(two).toEqual([357]);
  });

  test("1900, by largest remainder: Maine gains and loses its fourth seat between 382 and 391 seats", () => {
    const houses = Array.from({ length: 10 }, (_, more) => 382 + more);
    expect(houses.map((house) => seats(house, census1900, "largest-remainder")["Maine"])).toEqual([
      3, 4, 4, 4, 3, 4, 3, 3, 3, 4,
    ]);
  });

  test.each(divisorMethods)("by %s no state loses a seat to a larger house", (method) => {
    for (const [states, first, last] of [
      [census1880, 275, 350],
      [census1900, 350, 400],
    ] as const) {
      let before: Populations = seats(first, states, method);
      for (let house = first + 1; house <= last; house += 1) {
        const after = seats(house, states, method);
        expect(
          Object.values(changes(before, after)).map(([less, more]) => Number(more) - Number(less)),
        ).toEqual([1]);
        before = after;
      }
    }
  });
});

describe("the population paradox: the state that grows faster loses a seat to the one that grows slower", () => {
  // Balinski and Young, chapter 5: 386 seats by the populations of 1900 and by their projection for 1901. The other
  // states are taken together; that leaves the quotas of Virginia (9.599, then 9.509) and Maine (3.595, 3.548) as printed.
  const states = (virginia: number, maine: number, total: number): Populations => ({
    Virginia: virginia,
    Maine: maine,
    others: total - virginia - maine,
  });
  const in1900 = states(1854184, 694466, 74562608);
  const in1901 = states(1873951, 699114, 76069522);

  test("Virginia grew by 1.07 %, Maine by 0.67 %", () => {
    const growth = (state: string): number => ((in1901[state] ?? 0) / (in1900[state] ?? 1) - 1) * 100;
    expect(growth("Virginia")).toBeCloseTo(1.07, 2);
    expect(growth("Maine")).toBeCloseTo(0.67, 2);
  });

  test("by largest remainder Virginia falls from 10 to 9 seats and Maine rises from 3 to 4", () => {
    const [before, after] = [
      seats(386, in1900, "largest-remainder"),
      seats(386, in1901, "largest-remainder"),
    ];
    expect(changes(before, after)).toEqual({ Virginia: [10, 9], Maine: [3, 4] });
  });

  test.each(divisorMethods)("by %s Virginia loses nothing to Maine", (method) => {
    const { Virginia, Maine } = changes(seats(386, in1900, method), seats(386, in1901, method));
    expect(Virginia !== undefined && Maine !== undefined).toBe(false);
  });
});

describe("the new states paradox: a new state with its fair share of seats moves a seat between others", () => {
  // Oklahoma joined in 1907 with about a million people, which made five seats.
  const withOklahoma = { ...census1900, Oklahoma: 1000000 };

  test("1907, by largest remainder: New York falls from 38 to 37 seats and Maine rises from 3 to 4", () => {
    const before = seats(386, census1900, "largest-remainder");
    const after = seats(391, withOklahoma, "largest-remainder");
    expect(changes(before, after)).toEqual({
      "New York": [38, 37],
      Maine: [3, 4],
      Oklahoma: [undefined, 5],
    });
  });

  test.each(divisorMethods)("by %s only Oklahoma changes", (method) => {
    const before = seats(386, census1900, method);
    const share = [4, 5, 6].find((more) => seats(386 + more, withOklahoma, method)["Oklahoma"] === more) ?? 0;
    const after = seats(386 + share, withOklahoma, method);
    expect(changes(before, after)).toEqual({ Oklahoma: [undefined, share] });
  });
});
