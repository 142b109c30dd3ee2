import { describe, expect, test } from "vitest";
import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import { exact, type Numeric } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { type Weight, weight, weightOf } from "../exact/weight.ts";
import { type ApportionmentMethod, quotaApportion, type QuotaApportionInput } from "./quotaApportion.ts";

const weights = (values: readonly Numeric[]): Weight[] => values.map((value) => weight(value));
const counts = (values: readonly (number | undefined)[]): (Count | undefined)[] =>
  values.map((value) => (value === undefined ? undefined : count(value)));

type Options = Omit<QuotaApportionInput, "places" | "weights">;
const apportion = (
  places: number,
  by: readonly Numeric[],
  options: Options = {},
): ReturnType<typeof quotaApportion> =>
  quotaApportion({ places: count(places), weights: weights(by), ...options });
const placesOf = (places: number, by: readonly Numeric[], options: Options = {}): readonly number[] =>
  apportion(places, by, options).places;

/** What a refusal says. */
function refusal(run: () => unknown): { readonly code: string; readonly message: string } {
  try {
    run();
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    const { code, message } = error as CalculationError;
    return { code, message };
  }
  throw new Error("nothing was refused");
}

describe("the same votes by every method: 200, 300, 100", () => {
  const votes = [200, 300, 100];

  test.each<[ApportionmentMethod, readonly number[], readonly number[], readonly number[]]>([
    ["largest-remainder", [1, 2, 1], [2, 4, 1], [3, 5, 1]],
    ["droop", [1, 2, 1], [2, 4, 1], [3, 5, 1]],
    ["hagenbach-bischoff", [1, 2, 1], [2, 4, 1], [3, 5, 1]],
    ["jefferson", [2, 2, 0], [2, 4, 1], [3, 5, 1]],
    ["webster", [1, 2, 1], [2, 4, 1], [3, 5, 1]],
    ["adams", [1, 2, 1], [3, 3, 1], [3, 4, 2]],
    ["dean", [1, 2, 1], [2, 4, 1], [3, 4, 2]],
    ["huntington-hill", [1, 2, 1], [2, 4, 1], [3, 4, 2]],
    ["quota", [2, 2, 0], [2, 4, 1], [3, 5, 1]],
  ])("%s shares 4, 7 and 9 places", (method, four, seven, nine) => {
    expect(placesOf(4, votes, { method })).toEqual(four);
    expect(placesOf(7, votes, { method })).toEqual(seven);
    expect(placesOf(9, votes, { method })).toEqual(nine);
  });

  test("largest-remainder is the method unless told", () => {
    expect(placesOf(11, votes)).toEqual([4, 5, 2]);
  });

  test("only droop and hagenbach-bischoff depend on the scale: as 2, 3, 1 they leave too many places", () => {
    for (const method of ["droop", "hagenbach-bischoff"] as const) {
      expect(refusal(() => apportion(11, [2, 3, 1], { method })).code).toBe("outOfRange");
    }
    expect(placesOf(9, [2, 3, 1], { method: "webster" })).toEqual([3, 5, 1]);
  });
});

describe("examples from the books", () => {
  // M. L. Balinski and H. P. Young, Fair Representation: six parties, 100,000 votes, 36 places.
  test.each<[ApportionmentMethod, readonly number[]]>([
    ["adams", [10, 9, 7, 5, 3, 2]],
    ["dean", [10, 9, 7, 5, 4, 1]],
    ["huntington-hill", [10, 9, 7, 6, 3, 1]],
    ["webster", [10, 9, 8, 5, 3, 1]],
    ["jefferson", [11, 9, 7, 5, 3, 1]],
    ["largest-remainder", [10, 9, 7, 5, 4, 1]],
    ["quota", [10, 10, 7, 5, 3, 1]],
  ])("Balinski and Young's six parties are told apart by %s", (method, places) => {
    expect(placesOf(36, [27744, 25178, 19951, 14610, 9225, 3292], { method })).toEqual(places);
  });

  const states1790 = [
    630560, 475327, 432879, 353523, 331589, 278514, 236841, 206236, 179570, 141822, 85533, 70835, 68705,
    68446, 55540,
  ];

  test("Hamilton's bill of 1792, vetoed: 120 seats", () => {
    expect(placesOf(120, states1790)).toEqual([21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2]);
  });

  test("Jefferson's apportionment of 1792: 105 seats, one for each 33,000", () => {
    const places = [19, 14, 13, 10, 10, 8, 7, 6, 5, 4, 2, 2, 2, 2, 1];
    expect(placesOf(105, states1790, { method: "jefferson" })).toEqual(places);
  });

  // United States census of 2020, apportionment populations, Alabama to Wyoming.
  const states2020 = [
    5030053, 736081, 7158923, 3013756, 39576757, 5782171, 3608298, 990837, 21570527, 10725274, 1460137,
    1841377, 12822739, 6790280, 3192406, 2940865, 4509342, 4661468, 1363582, 6185278, 7033469, 10084442,
    5709752, 2963914, 6160281, 1085407, 1963333, 3108462, 1379089, 9294493, 2120220, 20215751, 10453948,
    779702, 11808848, 3963516, 4241500, 13011844, 1098163, 5124712, 887770, 6916897, 29183290, 3275252,
    643503, 8654542, 7715946, 1795045, 5897473, 577719,
  ];
  const seats2020 = [
    7, 1, 9, 4, 52, 8, 5, 1, 28, 14, 2, 2, 17, 9, 4, 4, 6, 6, 2, 8, 9, 13, 8, 4, 8, 2, 3, 4, 2, 12, 3, 26, 14,
    1, 15, 5, 6, 17, 2, 7, 1, 9, 38, 4, 1, 11, 10, 2, 8, 1,
  ];
  const [minnesota, newYork] = [22, 31];

  test("the House of Representatives after 2020, by Huntington-Hill", () => {
    expect(placesOf(435, states2020, { method: "huntington-hill" })).toEqual(seats2020);
  });

  test.each([
    [88, 8, 26],
    [89, 7, 27],
  ])("with %d more people in New York: Minnesota %d, New York %d", (more, seats, newSeats) => {
    const people = states2020.map((value, state) => (state === newYork ? value + more : value));
    const places = placesOf(435, people, { method: "huntington-hill" });
    expect([places[minnesota], places[newYork]]).toEqual([seats, newSeats]);
  });

  // G. Grimmett and others, The Cambridge Compromise (2011): population of 2010, Germany to Malta.
  const members = [
    81802257, 64714074, 62008048, 60340328, 45989016, 38167329, 21462186, 16574989, 11305118, 10839905,
    10637713, 10506813, 10014324, 9340682, 8375290, 7563710, 5534738, 5424925, 5351427, 4467854, 3329039,
    2248374, 2046976, 1340127, 803147, 502066, 412970,
  ];

  test("the Cambridge Compromise: base 5, then Adams, at most 96, 751 seats", () => {
    const options = { method: "adams", base: count(5), maximum: count(96) } as const;
    expect(placesOf(751, members, options)).toEqual([
      96, 85, 81, 79, 62, 52, 32, 26, 19, 19, 18, 18, 18, 17, 16, 15, 12, 12, 12, 11, 10, 8, 8, 7, 6, 6, 6,
    ]);
  });

  test("a minimum is not a base: with at least 6 and no base the small members stay at 6", () => {
    const options = { method: "adams", minimum: count(6), maximum: count(96) } as const;
    expect(placesOf(751, members, options).slice(-7)).toEqual([6, 6, 6, 6, 6, 6, 6]);
  });

  test("Hare and Droop differ: 47,000 to 3,100 votes, 10 places", () => {
    const votes = [47000, 16000, 15900, 12000, 6000, 3100];
    expect(placesOf(10, votes)).toEqual([5, 2, 1, 1, 1, 0]);
    expect(placesOf(10, votes, { method: "droop" })).toEqual([5, 2, 2, 1, 0, 0]);
    expect(placesOf(10, votes, { method: "hagenbach-bischoff" })).toEqual([5, 2, 2, 1, 0, 0]);
  });

  test("Jefferson may give more than the quota rounded up, Adams less than rounded down", () => {
    const by = [91, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    expect(placesOf(20, by, { method: "jefferson" })[0]).toBe(20);
    expect(placesOf(20, by, { method: "adams" })[0]).toBe(11);
    expect(placesOf(20, by, { method: "quota" })[0]).toBe(19);
    expect(placesOf(20, by)[0]).toBe(19);
  });
});

describe("paradoxes that largest remainder has and divisor methods have not", () => {
  test("Alabama: with one place more the third row loses one", () => {
    expect(placesOf(10, [6, 6, 2])).toEqual([4, 4, 2]);
    expect(placesOf(11, [6, 6, 2])).toEqual([5, 5, 1]);
    expect(placesOf(10, [6, 6, 2], { method: "webster" })).toEqual([5, 4, 1]);
    expect(placesOf(11, [6, 6, 2], { method: "webster" })).toEqual([5, 5, 1]);
  });

  test("population: the fifth row grows and loses a place to the second, which did not", () => {
    expect(placesOf(50, [150, 78, 173, 204, 295])).toEqual([8, 4, 10, 11, 17]);
    expect(placesOf(50, [150, 78, 181, 204, 296])).toEqual([8, 5, 10, 11, 16]);
  });

  test("new state: a third row with its 5 places moves one from the second to the first", () => {
    expect(placesOf(100, [1045, 8955])).toEqual([10, 90]);
    expect(placesOf(105, [1045, 8955, 525])).toEqual([11, 89, 5]);
    expect(placesOf(100, [1045, 8955], { method: "webster" })).toEqual([10, 90]);
    expect(placesOf(105, [1045, 8955, 525], { method: "webster" })).toEqual([10, 90, 5]);
  });
});

describe("apportionments that other packages get wrong", () => {
  test("webster, 43 places: [24,10,4,4,1], whatever a README says", () => {
    expect(placesOf(43, [21878, 9713, 4167, 3252, 1065], { method: "webster" })).toEqual([24, 10, 4, 4, 1]);
  });

  test("webster([1,1], 1) has an answer and says that it is tied", () => {
    expect(apportion(1, [1, 1], { method: "webster" })).toEqual({
      places: [1, 0],
      ties: [{ rows: [0, 1], served: [0] }],
    });
  });

  test.each([
    ["as whole numbers", [2, 1, 7]],
    ["as tenths", [0.2, 0.1, 0.7]],
  ])("largest remainder shares 18 places alike: %s", (_, by) => {
    expect(apportion(18, by)).toEqual({ places: [4, 2, 12], ties: [{ rows: [0, 2], served: [0] }] });
  });

  test("neighbours near 2^53 are no tie", () => {
    const by = [9007199254740990n, 9007199254740991n];
    expect(apportion(1, by, { method: "webster" })).toEqual({ places: [0, 1], ties: [] });
  });

  test.each(["webster", "largest-remainder"] as const)(
    "all-zero votes are refused in words: %s",
    (method) => {
      expect(refusal(() => apportion(1, [0, 0], { method }))).toEqual({
        code: "allZero",
        message: "quotaApportion requires at least one value above zero in weights",
      });
    },
  );

  test("-1 places cannot be asked for", () => {
    expect(refusal(() => count(-1, "places"))).toEqual({
      code: "outOfRange",
      message: "count requires places to be a whole number from 0 to 2^53-1; found -1",
    });
  });
});

describe("ties", () => {
  test.each<[ApportionmentMethod, number, readonly number[], readonly number[], unknown]>([
    ["largest-remainder", 50, [5, 15, 30, 5, 45], [3, 8, 15, 2, 22], { rows: [0, 1, 3, 4], served: [0, 1] }],
    ["droop", 3, [10, 10, 10, 10], [1, 1, 1, 0], { rows: [0, 1, 2, 3], served: [0, 1, 2] }],
    ["hagenbach-bischoff", 3, [10, 10, 10, 10], [1, 1, 1, 0], { rows: [0, 1, 2, 3], served: [0, 1, 2] }],
    ["jefferson", 10, [200, 300, 100], [4, 5, 1], { rows: [0, 1, 2], served: [0] }],
    ["webster", 5, [6, 3, 1], [3, 2, 0], { rows: [1, 2], served: [1] }],
    ["adams", 4, [200, 100, 100], [2, 1, 1], undefined],
    ["adams", 1, [3, 3, 2], [1, 0, 0], { rows: [0, 1], served: [0] }],
    ["adams", 5, [2, 2, 4], [2, 1, 2], { rows: [0, 1, 2], served: [0] }],
    ["dean", 1, [2, 2], [1, 0], { rows: [0, 1], served: [0] }],
    ["dean", 3, [2, 2], [2, 1], { rows: [0, 1], served: [0] }],
    ["huntington-hill", 3, [2, 2], [2, 1], { rows: [0, 1], served: [0] }],
    // 1 over the root of 1 x 2 is exactly 6 over the root of 8 x 9.
    ["huntington-hill", 10, [1, 6], [2, 8], { rows: [0, 1], served: [0] }],
    ["huntington-hill", 11, [1, 6], [2, 9], undefined],
    ["quota", 1, [1, 1, 1], [1, 0, 0], { rows: [0, 1, 2], served: [0] }],
    ["quota", 2, [1, 1, 1], [1, 1, 0], { rows: [0, 1, 2], served: [0, 1] }],
    ["quota", 3, [1, 1, 1], [1, 1, 1], undefined],
  ])("%s, %d places by %j: %j, tied %j", (method, house, by, places, tie) => {
    expect(apportion(house, by, { method })).toEqual({ places, ties: tie === undefined ? [] : [tie] });
  });

  test("of the quota method name every row whose claim to the last place was equal, newcomers too", () => {
    // At 3 places the first two tie; at 4 the third may have one again, as strongly as the one of them that waits.
    expect(apportion(4, [1, 1, 3], { method: "quota" })).toEqual({
      places: [1, 1, 2],
      ties: [{ rows: [0, 1, 2], served: [0, 1] }],
    });
  });

  test("two at once by the quota method, each decided by itself", () => {
    // Four places go 2 and 2 to the rows of 4. They may have no third of five places, so that one goes to a row of 1;
    // of six they may, so the last goes to a row of 4.
    const ties = { by: "id", ids: ["d", "c", "b", "a"] } as const;
    expect(apportion(6, [4, 1, 4, 1], { method: "quota", ties })).toEqual({
      places: [2, 0, 3, 1],
      ties: [
        { rows: [1, 3], served: [3], decided: { by: "id", order: [3, 1] } },
        { rows: [0, 2], served: [2], decided: { by: "id", order: [2, 0] } },
      ],
    });
  });

  test("with a first divisor: 100/7 and 20/1.4 are the same quotient", () => {
    const options = { method: "webster", firstDivisor: exact("1.4") } as const;
    expect(apportion(8, [100, 80, 30, 20], options)).toEqual({
      places: [4, 3, 1, 0],
      ties: [{ rows: [0, 3], served: [0] }],
    });
    expect(placesOf(8, [100, 80, 30, 20], { method: "webster" })).toEqual([3, 3, 1, 1]);
  });

  test("a row is never tied with itself: 3, the largest first divisor, makes its first two claims equal", () => {
    const options = { method: "webster", firstDivisor: exact(3) } as const;
    expect(apportion(1, [1], options)).toEqual({ places: [1], ties: [] });
  });
});

describe("threshold", () => {
  test("counts a weight below its share of the total as zero; a weight exactly at it stays", () => {
    expect(placesOf(10, [50, 45, 5], { threshold: exact("0.05"), method: "adams" })).toEqual([5, 4, 1]);
    expect(placesOf(10, [50, 45.1, 4.9], { threshold: exact("0.05"), method: "adams" })).toEqual([5, 5, 0]);
  });

  test("compares exactly: a third is not below a third", () => {
    const options = { threshold: fraction(1n, 3n) };
    expect(placesOf(3, [1, 1, 1], options)).toEqual([1, 1, 1]);
  });

  test("takes base and minimum from the row, too", () => {
    const options = { threshold: exact("0.05"), base: count(1), minimum: count(2), maximum: count(8) };
    expect(placesOf(10, [60, 36, 4], options)).toEqual([6, 4, 0]);
  });

  test("is a share of all weight: droop reads the rest as the votes", () => {
    // 100 votes less 4 make 96; over 11, and 1 more, is 9: quotas 6 2/3 and 4.
    const options = { threshold: exact("0.05"), method: "droop" } as const;
    expect(placesOf(10, [60, 36, 4], options)).toEqual([6, 4, 0]);
  });

  test("that nobody reaches is refused", () => {
    expect(refusal(() => apportion(3, [1, 1, 1], { threshold: exact("0.34") })).code).toBe("allZero");
  });
});

describe("base", () => {
  test("is given first, the rest by weight", () => {
    expect(placesOf(10, [8, 1, 1], { base: count(1) })).toEqual([6, 2, 2]);
    expect(placesOf(10, [8, 1, 1], { minimum: count(1) })).toEqual([8, 1, 1]);
  });

  test("goes to a row of weight zero as well", () => {
    expect(placesOf(5, [1, 0], { base: count(2) })).toEqual([3, 2]);
  });

  test("counts toward the bounds", () => {
    const bounds = {
      base: count(2),
      minimum: counts([undefined, 4, undefined]),
      maximum: counts([5, undefined, 2]),
    };
    expect(placesOf(12, [6, 1, 3], bounds)).toEqual([5, 5, 2]);
  });

  test("may use up all places", () => {
    expect(apportion(4, [3, 1], { base: count(2), method: "adams" })).toEqual({ places: [2, 2], ties: [] });
  });

  test("goes with the quota method", () => {
    expect(placesOf(9, [2, 3, 1], { base: count(1), method: "quota" })).toEqual([3, 4, 2]);
  });
});

describe("bounds", () => {
  test("divisor methods: minimums first, then each place to the best claim below its maximum", () => {
    const by = [60, 30, 10];
    expect(placesOf(10, by, { method: "webster", minimum: count(2) })).toEqual([5, 3, 2]);
    expect(placesOf(10, by, { method: "webster", maximum: count(4) })).toEqual([4, 4, 2]);
    expect(placesOf(10, by, { method: "adams", minimum: counts([0, 0, 5]), maximum: count(5) })).toEqual([
      3, 2, 5,
    ]);
  });

  test("largest remainder: starts from the quota between the bounds; the rest to rows above minimum, below maximum", () => {
    // Quotas 6.2, 2.9, 0.9; start 6, 2, 1 with the third at its minimum; the last place goes by remainder .9.
    expect(placesOf(10, [62, 29, 9], { minimum: count(1) })).toEqual([6, 3, 1]);
    // The second stands at its maximum 2: the place goes to the third by remainder .9 before the first by .2.
    expect(placesOf(10, [62, 29, 9], { maximum: counts([undefined, 2, undefined]) })).toEqual([7, 2, 1]);
  });

  test("largest remainder: minimums that take too much are fixed and the others begin again", () => {
    // Quotas 8, 1, 1; starts 8, 2, 2 are too many; 6 places are left to the first.
    expect(placesOf(10, [8, 1, 1], { minimum: count(2) })).toEqual([6, 2, 2]);
  });

  test("largest remainder: full rows are fixed and the others begin again", () => {
    // Quotas 8, 1.2, 0.8; the first full at 4; 6 places by 12 and 8: 3.6 and 2.4.
    expect(placesOf(10, [80, 12, 8], { maximum: counts([4, undefined, undefined]) })).toEqual([4, 4, 2]);
  });

  test.each(["droop", "hagenbach-bischoff"] as const)("%s keeps bounds the same way", (method) => {
    expect(placesOf(10, [800, 100, 100], { method, minimum: count(2) })).toEqual([6, 2, 2]);
    expect(placesOf(10, [800, 120, 80], { method, maximum: counts([4, undefined, undefined]) })).toEqual([
      4, 4, 2,
    ]);
  });

  test.each<ApportionmentMethod>(["largest-remainder", "droop", "jefferson", "adams"])(
    "a row of weight zero gets its minimum by %s",
    (method) => {
      const options = { method, minimum: counts([3, 0, 0]), maximum: count(6) };
      expect(placesOf(9, [0, 500, 500], options)).toEqual([3, 3, 3]);
    },
  );
});

describe("hagenbach-bischoff and droop at their edges", () => {
  test("floors that exceed the places: the smallest remainders give back", () => {
    // 1,200 over 5 + 1 is 200: floors 2, 3, 1 are 6, and nobody has a remainder: the last of equals gives one back.
    expect(apportion(5, [400, 600, 200], { method: "hagenbach-bischoff" })).toEqual({
      places: [2, 3, 0],
      ties: [{ rows: [0, 1, 2], served: [0, 1] }],
    });
    // 601 over 6 is 100.17, so 100: floors 2, 3, 1, remainders 1, 0, 0.
    expect(apportion(5, [201, 300, 100], { method: "hagenbach-bischoff" })).toEqual({
      places: [2, 3, 0],
      ties: [{ rows: [1, 2], served: [1] }],
    });
  });

  test("round after round where the quota rounds far down", () => {
    // 14 votes over 11 places is 1.27, so 1: floors 9, 4, 1 are four too many; all give one, then the last of equals.
    expect(placesOf(10, [9, 4, 1], { method: "hagenbach-bischoff" })).toEqual([8, 2, 0]);
  });

  test("a quota of less than half is 1", () => {
    expect(refusal(() => apportion(5, [1, 1], { method: "hagenbach-bischoff" })).message).toBe(
      "quotaApportion requires the places left after the quotas to be at most one a row (2); found 3",
    );
  });

  test("a quota that comes out even leaves nothing over", () => {
    expect(apportion(9, [300, 500, 100], { method: "hagenbach-bischoff" })).toEqual({
      places: [3, 5, 1],
      ties: [],
    });
  });

  test.each(["droop", "hagenbach-bischoff"] as const)("%s reads whole votes only", (method) => {
    expect(refusal(() => apportion(5, [1.5, 2], { method }))).toEqual({
      code: "outOfRange",
      message: `quotaApportion requires weights to be whole votes with method ${method}; found 1.5`,
    });
  });

  test("droop leaves more places than rows: refused", () => {
    expect(refusal(() => apportion(10, [2, 3, 1], { method: "droop" })).message).toBe(
      "quotaApportion requires the places left after the quotas to be at most one a row (3); found 4",
    );
  });
});

describe("no places", () => {
  test.each<ApportionmentMethod>(["largest-remainder", "droop", "adams", "quota"])(
    "are shared by %s",
    (method) => {
      expect(apportion(0, [2, 3], { method })).toEqual({ places: [0, 0], ties: [] });
      expect(apportion(0, [0, 0], { method })).toEqual({ places: [0, 0], ties: [] });
    },
  );
});

describe("refusals", () => {
  test.each<[string, number, readonly Numeric[], Options, string, string]>([
    ["no weights", 1, [], {}, "emptyInput", "at least one value in weights"],
    ["nothing to go by", 1, [0], {}, "allZero", "at least one value above zero in weights"],
    [
      "a column of another length",
      1,
      [1, 1],
      { minimum: counts([0]) },
      "sizeMismatch",
      "minimum to have as many values as there are rows (2); found 1",
    ],
    [
      "a maximum column of another length",
      1,
      [1, 1],
      { maximum: counts([1, 1, 1]) },
      "sizeMismatch",
      "maximum to have as many values as there are rows (2); found 3",
    ],
    [
      "minimums above the places",
      3,
      [1, 1],
      { minimum: count(2) },
      "infeasibleBounds",
      "the minimums, 4 together, to fit 3; it fails by 1",
    ],
    [
      "maximums below the places",
      5,
      [1, 1],
      { maximum: count(2) },
      "infeasibleBounds",
      "the maximums, 4 together, to hold 5; it fails by 1",
    ],
    [
      "a minimum above the maximum",
      5,
      [1, 1],
      { minimum: counts([0, 3]), maximum: count(2) },
      "infeasibleBounds",
      "the minimum of row 2 (3) not to exceed its maximum (2); it fails by 1",
    ],
    [
      "a minimum with the quota method",
      1,
      [1],
      { method: "quota", minimum: count(0) },
      "conflict",
      "no minimum or maximum with the quota method",
    ],
    [
      "a maximum with the quota method",
      1,
      [1],
      { method: "quota", maximum: count(1) },
      "conflict",
      "no minimum or maximum with the quota method",
    ],
    [
      "a minimum of one row with the quota method",
      1,
      [1, 1],
      { method: "quota", minimum: counts([undefined, 0]) },
      "conflict",
      "no minimum or maximum with the quota method",
    ],
    [
      "a maximum of one row with the quota method",
      1,
      [1, 1],
      { method: "quota", maximum: counts([1, undefined]) },
      "conflict",
      "no minimum or maximum with the quota method",
    ],
    [
      "a first divisor without webster",
      1,
      [1],
      { method: "jefferson", firstDivisor: exact("1.4") },
      "conflict",
      "method webster for a first divisor",
    ],
    [
      "a first divisor of zero",
      1,
      [1],
      { method: "webster", firstDivisor: exact(0) },
      "outOfRange",
      "firstDivisor to be above 0, at most 3; found 0",
    ],
    [
      "a first divisor above the second",
      1,
      [1],
      { method: "webster", firstDivisor: exact("3.1") },
      "outOfRange",
      "firstDivisor to be above 0, at most 3; found 3.1",
    ],
    [
      "a threshold in per cent",
      1,
      [1],
      { threshold: exact(5) },
      "outOfRange",
      "threshold to be a fraction from 0 to 1; found 5",
    ],
    [
      "a threshold below zero",
      1,
      [1],
      { threshold: exact("-0.05") },
      "outOfRange",
      "threshold to be a fraction from 0 to 1; found -0.05",
    ],
    [
      "a quota method that would take for ever",
      10_000_001,
      [1],
      { method: "quota" },
      "outOfRange",
      "places times rows with the quota method to be at most 10,000,000; found 10000001",
    ],
  ])("%s", (_, places, by, options, code, words) => {
    expect(refusal(() => apportion(places, by, options))).toEqual({
      code,
      message: `quotaApportion requires ${words}`,
    });
  });
});

test("the largest count is shared without loss", () => {
  const { places } = apportion(Number.MAX_SAFE_INTEGER, [1, 1, 1], { method: "jefferson" });
  expect(places).toEqual([3002399751580331, 3002399751580330, 3002399751580330]);
});

test("takes frozen input and leaves it as it was", () => {
  const by = Object.freeze([weightOf(fraction(2n, 3n)), weightOf(fraction(1n, 3n))]);
  const input = Object.freeze({
    places: count(3),
    weights: by,
    minimum: Object.freeze(counts([0, undefined])),
  });
  expect(quotaApportion(input).places).toEqual([2, 1]);
  expect(by).toEqual([
    { numerator: 2n, denominator: 3n },
    { numerator: 1n, denominator: 3n },
  ]);
});
