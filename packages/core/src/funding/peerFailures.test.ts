import { describe, expect, test, vi } from "vitest";
import { CalculationError } from "../errors.ts";
import { amount, amountText } from "../exact/amount.ts";
import { count } from "../exact/count.ts";
import { exact, type Numeric } from "../exact/decimal.ts";
import { weight } from "../exact/weight.ts";
import { fundingSplit } from "./fundingSplit.ts";
import { type ApportionmentMethod, quotaApportion } from "./quotaApportion.ts";
import { roundToTotal } from "./roundToTotal.ts";

// What other packages were seen to answer, each run on Node 20 in November 2026: dinero.js 2.0.2, js-money 0.6.3,
// ts-money 0.4.8, ezmoney 1.0.3, @easymoney/money 1.0.2, @dintero/money 1.1.12, currency.js 2.0.4, percent-round 2.3.1,
// hare-niemeyer 3.0.0, sainte-lague 3.0.0, apportionment 2.0.3, largest-remainder-round 1.1.0.

const split = (total: Numeric, by: readonly Numeric[], step: Numeric = 1): string[] =>
  fundingSplit({ total: amount(total, step), weights: by.map((value) => weight(value)) }).parts.map(
    amountText,
  );

const apportion = (
  places: number,
  by: readonly Numeric[],
  method: ApportionmentMethod,
): ReturnType<typeof quotaApportion> =>
  quotaApportion({ places: count(places), weights: by.map((value) => weight(value)), method });

/** What a refusal says. */
function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof CalculationError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}

interface SplitCase {
  readonly peer: string;
  readonly total: Numeric;
  readonly by: readonly Numeric[];
  readonly gave: readonly string[];
  readonly right: readonly string[];
}

describe("splits of an amount", () => {
  const cases: readonly SplitCase[] = [
    // The second share is exactly 50 and still gets a cent: no quota rule.
    { peer: "dinero.js", total: 100, by: [2, 3, 1], gave: ["33", "51", "16"], right: ["33", "50", "17"] },
    { peer: "dinero.js", total: 7, by: [6, 3, 1], gave: ["5", "2", "0"], right: ["4", "2", "1"] },
    { peer: "dinero.js", total: 9999, by: [75, 25], gave: ["7500", "2499"], right: ["7499", "2500"] },
    {
      peer: "dinero.js",
      total: "9007199254740991",
      by: [7, 11, 13],
      gave: ["2033883702683449", "3196102961359706", "3777212590697836"],
      right: ["2033883702683450", "3196102961359706", "3777212590697835"],
    },
    // Fowler's loop begins with the first part, whatever its weight.
    {
      peer: "js-money and ts-money",
      total: 100,
      by: [0, 1, 1, 1],
      gave: ["1", "33", "33", "33"],
      right: ["0", "34", "33", "33"],
    },
    {
      peer: "js-money and ts-money",
      total: -100,
      by: [1, 1, 1],
      gave: ["-33", "-33", "-34"],
      right: ["-34", "-33", "-33"],
    },
    // The last part takes what is left.
    {
      peer: "ezmoney",
      total: 997373,
      by: [20, 19, 0],
      gave: ["511473", "485899", "1"],
      right: ["511473", "485900", "0"],
    },
    {
      peer: "@easymoney/money, one too many",
      total: "8762173057068139",
      by: [42256, 20821],
      gave: ["5869879428309389", "2892293628758751"],
      right: ["5869879428309388", "2892293628758751"],
    },
    {
      peer: "@easymoney/money",
      total: 589212,
      by: [5, 92, 51, 60],
      gave: ["14163", "260613", "144470", "169966"],
      right: ["14164", "260613", "144470", "169965"],
    },
    {
      peer: "hare-niemeyer, 49 of 50",
      total: 50,
      by: [5, 15, 30, 5, 45],
      gave: ["3", "7", "15", "2", "22"],
      right: ["3", "8", "15", "2", "22"],
    },
    { peer: "hare-niemeyer, 1 of 2", total: 2, by: [1, 1, 1], gave: ["1", "0", "0"], right: ["1", "1", "0"] },
    {
      peer: "hare-niemeyer, with a fourth party NaN",
      total: 3,
      by: [9999999, 1, 5000000],
      gave: ["1", "0", "1"],
      right: ["2", "0", "1"],
    },
  ];

  test.each(cases)("$peer gave $gave of $total by $by; $right is right", ({ total, by, gave, right }) => {
    const parts = split(total, by);
    expect(parts).toEqual(right);
    expect(parts).not.toEqual(gave);
  });

  test("dinero.js: 1.00 by weights with six decimals came back in fractions of a cent", () => {
    expect(split("1.00", ["33.333333", "33.333333", "33.333334"], "0.01")).toEqual(["0.33", "0.33", "0.34"]);
  });

  test("ezmoney: -100 by 1, 1, 1 was no mirror image of +100", () => {
    expect(split(100, [1, 1, 1])).toEqual(["34", "33", "33"]);
    expect(split(-100, [1, 1, 1])).toEqual(["-34", "-33", "-33"]);
  });

  test("@dintero/money: the odd cent of 11.00 went to the last two, that of 10.00 to the first", () => {
    expect(split("11.00", [1, 1, 1], "0.01")).toEqual(["3.67", "3.67", "3.66"]);
    expect(split("10.00", [1, 1, 1], "0.01")).toEqual(["3.34", "3.33", "3.33"]);
  });

  test("percent-round: shares of 33.3, 33.3, 33.3 and 0.1 % added up to 99.99999999999999", () => {
    const { values } = roundToTotal({
      values: [33.3, 33.3, 33.3, 0.1].map((value) => exact(value)),
      step: exact("0.01"),
    });
    expect(values.map(amountText)).toEqual(["33.30", "33.30", "33.30", "0.10"]);
    expect(values.reduce((sum, { units }) => sum + units, 0n)).toBe(10_000n);
  });
});

describe("amounts and weights that cannot be", () => {
  test.each([
    ["dinero.js gave 3, 2", Infinity],
    ["js-money gave -3, 8", -3],
    ["percent-round gave -100, 200 %", -1],
    ["hare-niemeyer and others count on", NaN],
  ])("%s for a weight of %d", (_, value) => {
    expect(refusal(() => weight(value))).toMatch(/requires (weight|value) to be/);
  });

  test("js-money: nothing to split by was a TypeError", () => {
    expect(refusal(() => split(100, []))).toBe("fundingSplit requires at least one value in weights");
  });

  test("currency.js: 1.5 or -1 equal parts never came to an end", () => {
    expect(refusal(() => count(1.5))).toContain("a whole number from 0 to 2^53-1; found 1.5");
    expect(refusal(() => count(-1))).toContain("a whole number from 0 to 2^53-1; found -1");
  });

  test("currency.js: 1.005 became 1.01 without a word", () => {
    expect(refusal(() => amount(1.005, 0.01))).toContain("a whole number of steps of 0.01; found 1.005");
  });
});

describe("places", () => {
  test("sainte-lague: 2^53-1 and its neighbour were a false tie", () => {
    const votes = ["9007199254740991", "9007199254740990"];
    expect(apportion(1, votes, "webster")).toEqual({ places: [1, 0], ties: [] });
  });

  test("sainte-lague: no votes at all were a TypeError", () => {
    expect(refusal(() => apportion(1, [0, 0], "webster"))).toBe(
      "quotaApportion requires at least one value above zero in weights",
    );
  });

  test("apportionment: a tie had no answer", () => {
    expect(apportion(1, [1, 1], "webster")).toEqual({
      places: [1, 0],
      ties: [{ rows: [0, 1], served: [0] }],
    });
  });

  test("apportionment: 18 places by 2, 1, 7 were 4, 2, 12, but by tenths of them 3, 2, 13", () => {
    expect(apportion(18, [2, 1, 7], "largest-remainder").places).toEqual([4, 2, 12]);
    expect(apportion(18, [0.2, 0.1, 0.7], "largest-remainder").places).toEqual([4, 2, 12]);
  });

  test("apportionment: its page promised 24, 11, 4, 3, 1 by Webster", () => {
    expect(apportion(43, [21878, 9713, 4167, 3252, 1065], "webster").places).toEqual([24, 10, 4, 4, 1]);
  });

  test("apportionment: -1 places were 0 and -1", () => {
    expect(refusal(() => apportion(-1, [5, 5], "largest-remainder"))).toContain("found -1");
  });

  test("largest-remainder-round: nothing by nothing was NaN", () => {
    expect(refusal(() => split(10, [0, 0]))).toBe(
      "fundingSplit requires at least one value above zero in weights",
    );
  });
});

describe("manners", () => {
  test("apportionment printed on import, largest-remainder-round changed Array", async () => {
    const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const before = Object.getOwnPropertyNames(Array.prototype);
    vi.resetModules();
    await import("./quotaApportion.ts");
    await import("./fundingSplit.ts");
    expect(printed).not.toHaveBeenCalled();
    expect(Object.getOwnPropertyNames(Array.prototype)).toEqual(before);
    printed.mockRestore();
  });
});

describe("bias over many splits", () => {
  /** A generator of whole numbers below a limit, the same each time (Lehmer, with the multiplier of Park and Miller). */
  function numbersBelow(): (limit: number) => number {
    let state = 20261122;
    return (limit) => {
      state = (state * 48271) % 2147483647;
      return state % limit;
    };
  }

  /** How many cents each of the parts is above its share, summed over splits. */
  function gains(parts: readonly string[], total: number, by: readonly number[]): number[] {
    const all = by.reduce((sum, value) => sum + value, 0);
    return parts.map((part, row) => Number(part) - (total * (by[row] ?? 0)) / all);
  }

  test("by size and by position nobody gains: dinero.js gave the largest half a cent a split, js-money the first", () => {
    const next = numbersBelow();
    const [rows, runs] = [10, 4000];
    const [bySize, byPosition] = [new Array<number>(rows).fill(0), new Array<number>(rows).fill(0)];
    for (let run = 0; run < runs; run += 1) {
      const by = Array.from({ length: rows }, () => 1 + next(1000));
      const total = 100_000 + next(1_000_000);
      const gained = gains(split(total, by), total, by);
      const order = by.map((_, row) => row).sort((a, b) => (by[b] ?? 0) - (by[a] ?? 0) || a - b);
      gained.forEach((cents, row) => (byPosition[row] = (byPosition[row] ?? 0) + cents));
      order.forEach((row, rank) => (bySize[rank] = (bySize[rank] ?? 0) + (gained[row] ?? 0)));
    }
    for (const cents of [...bySize, ...byPosition]) expect(Math.abs(cents / runs)).toBeLessThan(0.03);
  });

  test("120 splits of about 25,000.00 over 34 groups: dinero.js let the largest gain 61 cents and the smallest lose 59", () => {
    const next = numbersBelow();
    const by = Array.from({ length: 34 }, () => 5 + next(400));
    const together = new Array<number>(by.length).fill(0);
    for (let month = 0; month < 120; month += 1) {
      const total = 2_400_000 + next(200_000);
      const gained = gains(split(total, by), total, by);
      gained.forEach((cents, row) => (together[row] = (together[row] ?? 0) + cents));
    }
    expect(Math.max(...together.map(Math.abs))).toBeLessThan(15);
  });
});
