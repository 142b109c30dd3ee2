import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { coverageInterval } from "./coverageInterval.ts";
import type { CoverageInterval, IntervalMethod } from "./intervalMethods.ts";

const most = 9007199254740991;

interface Case {
  readonly covered: number;
  readonly sample: number;
  readonly confidence?: string;
  readonly method?: IntervalMethod;
  readonly population?: number;
}

const intervalOf = ({ covered, sample, confidence, method, population }: Case): CoverageInterval =>
  coverageInterval(
    Object.freeze({
      covered: count(covered),
      sample: count(sample),
      confidence: confidence === undefined ? undefined : exact(confidence),
      method,
      population: population === undefined ? undefined : count(population),
    }),
  );

/** Whether a value is a published one: within half a unit of its last digit. */
const isPrinted = (value: number, printed: number, digits: number): boolean =>
  Math.abs(value - printed) <= 0.5000001 * 10 ** -digits;

describe("coverageInterval gives the published tables", () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I: 95 %, methods 1, 3, 4 and 5. Of Wald's for 1 of 29 he
  // prints no lower limit, since it lies below 0.
  const newcombe = [
    ["wald", 81, 263, 0.2522, 0.3638],
    ["wald", 15, 148, 0.0527, 0.15],
    ["wald", 0, 20, 0, 0],
    ["wilson", 81, 263, 0.2553, 0.3662],
    ["wilson", 15, 148, 0.0624, 0.1605],
    ["wilson", 0, 20, 0, 0.1611],
    ["wilson", 1, 29, 0.0061, 0.1718],
    ["wilson-continuity", 81, 263, 0.2535, 0.3682],
    ["wilson-continuity", 15, 148, 0.0598, 0.1644],
    ["wilson-continuity", 0, 20, 0, 0.2005],
    ["wilson-continuity", 1, 29, 0.0018, 0.1963],
    ["clopper-pearson", 81, 263, 0.2527, 0.3676],
    ["clopper-pearson", 15, 148, 0.0578, 0.1617],
    ["clopper-pearson", 0, 20, 0, 0.1684],
    ["clopper-pearson", 1, 29, 0.0009, 0.1776],
  ] as const;

  test.each(newcombe)("Newcombe 1998: %s, %d of %d", (method, covered, sample, low, high) => {
    const interval = intervalOf({ covered, sample, method });
    expect(isPrinted(interval.low, low, 4)).toBe(true);
    expect(isPrinted(interval.high, high, 4)).toBe(true);
  });

  // R package binom, binom.confint with tol = 1e-8, as kept in the tests of statsmodels (results_proportion.py): methods
  // agresti-coull, asymptotic, exact, prop.test and wilson. R clips agresti-coull at 0 of 30 and 30 of 30: left out here.
  const binom = [
    ["agresti-coull", 18, 20, 0.6867561125596077, 0.984343760998137],
    ["agresti-coull", 4, 20, 0.0749115102767071, 0.4217635845549845],
    ["agresti-coull", 4, 200, 0.005991954548218395, 0.0520995587739575],
    ["agresti-coull", 190, 200, 0.909307307911624, 0.973731898348837],
    ["agresti-coull", 1, 30, -8.305484e-3, 0.18091798],
    ["agresti-coull", 29, 30, 0.819082, 1.0083055],
    ["wald", 18, 20, 0.768521618913513, 1.031478381086487],
    ["wald", 4, 20, 0.0246954918846837, 0.3753045081153163],
    ["wald", 4, 200, 0.000597346459104517, 0.0394026535408955],
    ["wald", 190, 200, 0.919794926420966, 0.980205073579034],
    ["wald", 1, 30, -3.09007e-2, 0.09756737],
    ["wald", 30, 30, 1, 1],
    ["clopper-pearson", 18, 20, 0.6830172859809176, 0.9876514728297052],
    ["clopper-pearson", 4, 20, 0.05733399705003284, 0.436614002996668],
    ["clopper-pearson", 4, 200, 0.005475565879556443, 0.05041360908989634],
    ["clopper-pearson", 190, 200, 0.9099724622986486, 0.975765834527891],
    ["clopper-pearson", 1, 30, 8.435709e-4, 0.17216946],
    ["clopper-pearson", 30, 30, 0.8842967, 1],
    ["wilson-continuity", 18, 20, 0.668722403162941, 0.982487361226571],
    ["wilson-continuity", 4, 20, 0.0661062308910436, 0.442686245059445],
    ["wilson-continuity", 4, 200, 0.00642601313670221, 0.0537574613520185],
    ["wilson-continuity", 190, 200, 0.9073089225133698, 0.974392083257476],
    ["wilson-continuity", 0, 30, 0, 0.14132048],
    ["wilson", 18, 20, 0.6989663547715128, 0.972133518786232],
    ["wilson", 4, 20, 0.0806576625797981, 0.4160174322518935],
    ["wilson", 4, 200, 0.00780442641634947, 0.05028708690582643],
    ["wilson", 190, 200, 0.910421851861224, 0.972617354399236],
    ["wilson", 1, 30, 5.90859e-3, 0.16670391],
    ["wilson", 30, 30, 0.8864866, 1],
  ] as const;

  test.each(binom)("R package binom: %s, %d of %d", (method, covered, sample, low, high) => {
    const interval = intervalOf({ covered, sample, method });
    expect(isPrinted(interval.low, low, 7)).toBe(true);
    expect(isPrinted(interval.high, high, 7)).toBe(true);
  });

  // A. Signorell, R package lumen (before: DescTools, BinomCI), reference page of binomCI: 37 of 43, 95 %.
  test.each([
    ["wilson", 0.7273641, 0.9344428],
    ["wilson-continuity", 0.7137335, 0.9419725],
    ["wald", 0.756898, 0.9640322],
    ["clopper-pearson", 0.7206752, 0.9470234],
    ["agresti-coull", 0.72356, 0.9382469],
  ] as const)("R package lumen: %s, 37 of 43", (method, low, high) => {
    const interval = intervalOf({ covered: 37, sample: 43, method });
    expect(isPrinted(interval.low, low, 7)).toBe(true);
    expect(isPrinted(interval.high, high, 7)).toBe(true);
  });

  test("a sample of 25 out of 100 of which 40 % are covered: 0.233 to 0.567", () => {
    // learn.liebler.xyz, "Confidence intervals for one proportion: finite population corrections".
    const { low, high } = intervalOf({ covered: 10, sample: 25, method: "wald", population: 100 });
    expect(isPrinted(low, 0.233, 3)).toBe(true);
    expect(isPrinted(high, 0.567, 3)).toBe(true);
  });
});

describe("coverageInterval is right to the thirteenth digit", () => {
  // The textbook formulas in mpmath 1.3.0 with 60 digits; Clopper-Pearson by numerical integration of the beta density.
  const exactly = [
    ["wilson", 0, 1, "0.999999", 0, 0.9598846716030744],
    ["wilson-continuity", 0, 1, "0.999999", 0, 0.9898685210347452],
    ["clopper-pearson", 0, 1, "0.999999", 0, 0.9999995],
    ["agresti-coull", 0, 1, "0.999999", -0.009531868627204138, 0.9694165402302786],
    ["wald", 0, 1, "0.999999", 0, 0],
    ["wilson", 1, 1, "0.95", 0.2065493143772374, 1],
    ["wilson-continuity", 1, 1, "0.95", 0.05462075552885196, 1],
    ["clopper-pearson", 1, 1, "0.95", 0.025, 1],
    ["agresti-coull", 1, 1, "0.95", 0.16749948547941299, 1.0390498288978245],
    ["wald", 1, 1, "0.95", 1, 1],
    ["wilson", 2, 3, "0.5", 0.4722581768593911, 0.8171827498413868],
    ["wilson-continuity", 2, 3, "0.5", 0.31856322044740604, 0.9316205529612318],
    ["clopper-pearson", 2, 3, "0.5", 0.32635182233306964, 0.9085602964160698],
    ["agresti-coull", 2, 3, "0.5", 0.4710499257417081, 0.8183910009590698],
    ["wald", 2, 3, "0.5", 0.48309380836470106, 0.8502395249686323],
    ["wilson", 1, 263, "0.999999", 0.0001468857340421444, 0.09021764997778475],
    ["wilson-continuity", 1, 263, "0.999999", 3.814919296059062e-5, 0.09353094372994282],
    ["clopper-pearson", 1, 263, "0.999999", 1.901141157888807e-9, 0.06421652790655162],
    ["agresti-coull", 1, 263, "0.999999", -0.014798502808599479, 0.10516303852042637],
    ["wald", 1, 263, "0.999999", -0.014761710744945165, 0.02236627348258775],
    ["wilson", 262, 263, "0.999999999999999", 0.797173065774157, 0.9999427468293918],
    ["wilson-continuity", 262, 263, "0.999999999999999", 0.7941886807038345, 0.9999854709960927],
    ["clopper-pearson", 262, 263, "0.999999999999999", 0.862201963504435, 1],
    ["agresti-coull", 262, 263, "0.999999999999999", 0.7646308807715658, 1.0324849318319829],
    ["wald", 262, 263, "0.999999999999999", 0.965735421440991, 1.0266600158213666],
    ["wilson", 0, most, "0.95", 0, 4.2648760308840183e-16],
    ["wilson-continuity", 0, most, "0.95", 0, 5.317145252011825e-16],
    ["clopper-pearson", 0, most, "0.95", 0, 4.09547890502397e-16],
    ["agresti-coull", 0, most, "0.95", -8.832847469160473e-17, 5.148160777800065e-16],
    ["wald", 0, most, "0.95", 0, 0],
    ["wilson", 1, most, "0.999999", 4.288313678072522e-18, 2.8743120418416904e-15],
    ["wilson-continuity", 1, most, "0.999999", 1.113872332954913e-18, 2.9803171411915085e-15],
    ["clopper-pearson", 1, most, "0.999999", 5.551116510905027e-23, 1.9342544246881643e-15],
    ["agresti-coull", 1, most, "0.999999", -5.160977776599425e-16, 3.3946981331797055e-15],
    ["wald", 1, most, "0.999999", -4.320586639237723e-16, 6.541032688488037e-16],
    ["wilson", 2, most, "0.95", 6.089263962589532e-17, 8.096841733125689e-16],
    ["wilson-continuity", 2, most, "0.95", 3.8460141109612304e-17, 8.955797549230161e-16],
    ["clopper-pearson", 2, most, "0.95", 2.6890631781735777e-17, 8.021014594432562e-16],
    ["agresti-coull", 2, most, "0.95", 4.42287161266844e-18, 8.661539413257959e-16],
    ["wald", 2, most, "0.95", -8.56878622167829e-17, 5.297770720668456e-16],
    ["wilson", 4503599627370495, most, "0.95", 0.4999999896742118, 0.5000000103257881],
    ["wilson-continuity", 4503599627370495, most, "0.95", 0.4999999896742117, 0.5000000103257881],
    ["clopper-pearson", 4503599627370495, most, "0.95", 0.4999999896742117, 0.5000000103257881],
    ["agresti-coull", 4503599627370495, most, "0.95", 0.4999999896742118, 0.5000000103257881],
    ["wald", 4503599627370495, most, "0.95", 0.4999999896742118, 0.5000000103257881],
    ["wilson", most - 1, most, "0.95", 0.9999999999999993, 1],
    ["wilson-continuity", most - 1, most, "0.95", 0.9999999999999993, 1],
    ["clopper-pearson", most - 1, most, "0.95", 0.9999999999999993, 1],
    ["agresti-coull", most - 1, most, "0.95", 0.9999999999999993, 1],
    ["wald", most - 1, most, "0.95", 0.9999999999999997, 1],
    ["wilson", most, most, "0.5", 1, 1],
    ["wilson-continuity", most, most, "0.5", 0.9999999999999999, 1],
    ["clopper-pearson", most, most, "0.5", 0.9999999999999999, 1],
    ["agresti-coull", most, most, "0.5", 0.9999999999999999, 1],
    ["wald", most, most, "0.5", 1, 1],
  ] as const;

  test.each(exactly)("%s, %d of %d, %s", (method, covered, sample, confidence, low, high) => {
    const interval = intervalOf({ covered, sample, confidence, method });
    expectNear(interval, low, high);
  });

  const outOf = [
    ["wilson", 3, 10, 50, "0.95", 0.11880821535188268, 0.5766824138943331],
    ["agresti-coull", 3, 10, 50, "0.95", 0.1150489334783499, 0.5804416957678659],
    ["wald", 3, 10, 50, "0.95", 0.043380476613084105, 0.5566195233869159],
    ["wilson", 0, 10, 11, "0.5", 0, 0.004528761246768056],
    ["agresti-coull", 0, 10, 11, "0.5", -0.0009343094766255767, 0.005463070723393632],
    ["wald", 0, 10, 11, "0.5", 0, 0],
    ["wilson", 10, 10, 11, "0.95", 0.9630065017930143, 1],
    ["agresti-coull", 10, 10, 11, "0.95", 0.9555879488658904, 1.007418552927124],
    ["wald", 10, 10, 11, "0.95", 1, 1],
    ["wilson", 1, most - 1, most, "0.95", 1.1102230016973015e-16, 1.1102230475530125e-16],
    ["agresti-coull", 1, most - 1, most, "0.95", 1.1102230016973015e-16, 1.1102230475530125e-16],
    ["wald", 1, most - 1, most, "0.95", 1.1102230016973012e-16, 1.1102230475530122e-16],
    ["wilson", 15, 148, 2000, "0.95", 0.0635279106732352, 0.15789725654019596],
    ["agresti-coull", 15, 148, 2000, "0.95", 0.0626296531361776, 0.15879551407725354],
    ["wald", 15, 148, 2000, "0.95", 0.05455186763364822, 0.1481508350690545],
    ["wilson", 9, 20, 400, "0.999999", 0.11259039586473135, 0.8406682832456154],
    ["agresti-coull", 9, 20, 400, "0.999999", 0.11213543647269252, 0.8411232426376541],
    ["wald", 9, 20, 400, "0.999999", -0.08104620132569086, 0.9810462013256909],
  ] as const;

  test.each(outOf)(
    "%s, %d of %d out of %d, %s",
    (method, covered, sample, population, confidence, low, high) => {
      const interval = intervalOf({ covered, sample, population, confidence, method });
      expectNear(interval, low, high);
    },
  );

  function expectNear(interval: CoverageInterval, low: number, high: number): void {
    expect(Math.abs(interval.low - low)).toBeLessThanOrEqual(1e-13 * Math.abs(low));
    expect(Math.abs(interval.high - high)).toBeLessThanOrEqual(1e-13 * Math.abs(high));
  }
});

describe("coverageInterval", () => {
  const methods = ["wilson", "wilson-continuity", "clopper-pearson", "agresti-coull", "wald"] as const;

  test("is Wilson's at 95 % unless told", () => {
    const told = intervalOf({ covered: 81, sample: 263, confidence: "0.95", method: "wilson" });
    expect(intervalOf({ covered: 81, sample: 263 })).toEqual(told);
  });

  test.each(["wilson", "wilson-continuity", "clopper-pearson"] as const)(
    "ends at 0 where none is covered and at 1 where all are: %s",
    (method) => {
      for (const sample of [1, 7, 2 ** 40, most]) {
        for (const confidence of ["1e-200", "1e-9", "0.5", "0.95", "0.999999999999999"]) {
          expect(intervalOf({ covered: 0, sample, confidence, method }).low).toBe(0);
          expect(intervalOf({ covered: sample, sample, confidence, method }).high).toBe(1);
        }
      }
    },
  );

  test("leaves 0 to 1 unclipped where Wald and Agresti-Coull do", () => {
    expect(intervalOf({ covered: 1, sample: 29, method: "wald" }).low).toBeLessThan(0);
    expect(intervalOf({ covered: 0, sample: 20, method: "agresti-coull" }).low).toBeLessThan(0);
    expect(intervalOf({ covered: 20, sample: 20, method: "agresti-coull" }).high).toBeGreaterThan(1);
  });

  test("gives the rate of a full count twice", () => {
    for (const method of ["wilson", "wald", "agresti-coull"] as const) {
      expect(intervalOf({ covered: 6015, sample: 6573, method, population: 6573 })).toEqual({
        low: 6015 / 6573,
        high: 6015 / 6573,
      });
      expect(intervalOf({ covered: 1, sample: 1, method, population: 1 })).toEqual({ low: 1, high: 1 });
    }
  });

  test.each(["wilson-continuity", "clopper-pearson"] as const)("refuses a population for %s", (method) => {
    expect(() => intervalOf({ covered: 3, sample: 4, method, population: 4 })).toThrow(
      expect.objectContaining({
        code: "conflict",
        message: `coverageInterval requires a method that takes a population (wilson, wald, agresti-coull); found ${method}`,
      }),
    );
  });

  test.each(methods)("refuses a sample of none: %s", (method) => {
    expect(() => intervalOf({ covered: 0, sample: 0, method })).toThrow(
      expect.objectContaining({
        code: "divisionByZero",
        message: "coverageInterval requires sample above zero",
      }),
    );
  });

  test("refuses more covered than sampled, and more sampled than there are", () => {
    expect(() => intervalOf({ covered: 5, sample: 4 })).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: "coverageInterval requires covered to be at most sample (4); found 5",
      }),
    );
    expect(() => intervalOf({ covered: 3, sample: 4, population: 3 })).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: "coverageInterval requires sample to be at most population (3); found 4",
      }),
    );
  });

  test.each(["0", "-0.5", "1", "95", "0.9999999999999991"])("refuses a confidence of %s", (confidence) => {
    expect(() => intervalOf({ covered: 3, sample: 4, confidence })).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `coverageInterval requires confidence to be a fraction above 0, at most 0.999999999999999; found ${confidence}`,
      }),
    );
  });

  test("takes a confidence that no decimal writes in full", () => {
    const { low, high } = coverageInterval({
      covered: count(1),
      sample: count(1),
      confidence: fraction(1n, 3n),
      method: "clopper-pearson",
    });
    // The tail of one third.
    expect(low).toBeCloseTo(1 / 3, 14);
    expect(high).toBe(1);
  });
});
