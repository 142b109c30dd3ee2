import { describe, expect, test } from "vitest";
import { amount, amountText } from "../exact/amount.ts";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { weight } from "../exact/weight.ts";
import { fundingSplit } from "./fundingSplit.ts";
import { quotaApportion } from "./quotaApportion.ts";

describe("42 USC 801(c), the Coronavirus Relief Fund of 2020: 139 billion dollars, no state under 1.25 billion", () => {
  // U.S. Census Bureau, resident population of 1 July 2019, Vintage 2019.
  const population2019 = {
    Alabama: 4903185,
    Alaska: 731545,
    Arizona: 7278717,
    Arkansas: 3017804,
    California: 39512223,
    Colorado: 5758736,
    Connecticut: 3565287,
    Delaware: 973764,
    Florida: 21477737,
    Georgia: 10617423,
    Hawaii: 1415872,
    Idaho: 1787065,
    Illinois: 12671821,
    Indiana: 6732219,
    Iowa: 3155070,
    Kansas: 2913314,
    Kentucky: 4467673,
    Louisiana: 4648794,
    Maine: 1344212,
    Maryland: 6045680,
    Massachusetts: 6892503,
    Michigan: 9986857,
    Minnesota: 5639632,
    Mississippi: 2976149,
    Missouri: 6137428,
    Montana: 1068778,
    Nebraska: 1934408,
    Nevada: 3080156,
    "New Hampshire": 1359711,
    "New Jersey": 8882190,
    "New Mexico": 2096829,
    "New York": 19453561,
    "North Carolina": 10488084,
    "North Dakota": 762062,
    Ohio: 11689100,
    Oklahoma: 3956971,
    Oregon: 4217737,
    Pennsylvania: 12801989,
    "Rhode Island": 1059361,
    "South Carolina": 5148714,
    "South Dakota": 884659,
    Tennessee: 6829174,
    Texas: 28995881,
    Utah: 3205958,
    Vermont: 623989,
    Virginia: 8535519,
    Washington: 7614893,
    "West Virginia": 1792147,
    Wisconsin: 5822434,
    Wyoming: 578759,
  };
  const states = Object.keys(population2019);
  const { parts } = fundingSplit({
    total: amount("139000000000", "0.01"),
    weights: Object.values(population2019).map((population) => weight(population)),
    minimum: exact("1250000000"),
  });
  const payment = (state: string): string => {
    const part = parts[states.indexOf(state)];
    return part === undefined ? "" : amountText(part);
  };

  test("California has 15,321,284,928.40, by the cent as an independent program had it", () => {
    expect(payment("California")).toBe("15321284928.40");
  });

  test("21 states stand at the minimum", () => {
    expect(parts.filter((part) => amountText(part) === "1250000000.00")).toHaveLength(21);
  });

  // Peter G. Peterson Foundation, "How Much Coronavirus Funding Has Gone to Your State?", 4 December 2020.
  test.each([
    ["Alabama", 1901],
    ["Alaska", 1250],
    ["Arizona", 2822],
    ["Arkansas", 1250],
    ["Colorado", 2233],
    ["New Hampshire", 1250],
    ["New Jersey", 3444],
    ["New Mexico", 1250],
    ["New York", 7543],
    ["North Carolina", 4067],
    ["North Dakota", 1250],
  ])("%s has %d million, as published", (state, millions) => {
    expect(Math.round(Number(payment(state)) / 1e6)).toBe(millions);
  });

  test("every cent is paid", () => {
    expect(parts.reduce((sum, { units }) => sum + units, 0n)).toBe(13_900_000_000_000n);
  });
});

describe("the Treaty on European Union, article 14: at least 6 and at most 96 members a state", () => {
  // G. Grimmett and others, The Cambridge Compromise (2011): population of 2010, Germany to Malta; 751 members.
  const weights = [
    81802257, 64714074, 62008048, 60340328, 45989016, 38167329, 21462186, 16574989, 11305118, 10839905,
    10637713, 10506813, 10014324, 9340682, 8375290, 7563710, 5534738, 5424925, 5351427, 4467854, 3329039,
    2248374, 2046976, 1340127, 803147, 502066, 412970,
  ].map((population) => weight(population));
  const compromise = [
    96, 85, 81, 79, 62, 52, 32, 26, 19, 19, 18, 18, 18, 17, 16, 15, 12, 12, 12, 11, 10, 8, 8, 7, 6, 6, 6,
  ];
  const bounds = { minimum: count(6), maximum: count(96) };

  test("the Cambridge Compromise, 5 and then by Adams, keeps the minimum without being told", () => {
    const { places } = quotaApportion({
      places: count(751),
      weights,
      method: "adams",
      base: count(5),
      ...bounds,
    });
    expect(places).toEqual(compromise);
  });

  test.each(["jefferson", "webster", "adams", "dean", "huntington-hill", "largest-remainder"] as const)(
    "%s with both bounds gives 751, the small six and the large at most 96",
    (method) => {
      const { places } = quotaApportion({ places: count(751), weights, method, ...bounds });
      expect(places.reduce((sum, value) => sum + value, 0)).toBe(751);
      expect(Math.min(...places)).toBe(6);
      expect(Math.max(...places)).toBe(96);
      // The treaty's bounds alone are not degressive enough for the smallest: seven states or more stand at six.
      expect(places.filter((value) => value === 6).length).toBeGreaterThanOrEqual(7);
    },
  );
});
