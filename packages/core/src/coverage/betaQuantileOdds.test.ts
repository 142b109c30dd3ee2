import { describe, expect, test } from "vitest";
import { betaQuantileOdds } from "./betaQuantileOdds.ts";

const most = 9007199254740991;

describe("betaQuantileOdds", () => {
  // scipy.special.betaincinv(alpha, beta, tail) and betainccinv(beta, alpha, tail) of SciPy 1.17.1.
  const scipy = [
    [1, 1, 0.25, 0.25, 0.75],
    [2, 1, 5e-7, 0.0007071067811865475, 0.9992928932188134],
    [2, 2, 0.025, 0.09429932405024609, 0.9057006759497539],
    [1, 5, 0.025, 0.0050507633794680575, 0.9949492366205319],
    [9, 2, 0.025, 0.5549838829718047, 0.4450161170281953],
    [9, 2, 5e-7, 0.15708314905308063, 0.8429168509469194],
    [29, 2, 0.25, 0.9127432694688519, 0.08725673053114816],
    [30, 1, 5e-7, 0.6165462588156213, 0.3834537411843787],
    [50, 51, 0.25, 0.46143119062854077, 0.5385688093714592],
    [2, 999, 5e-7, 1.000833527579364e-6, 0.9999989991664724],
    [833, 1668, 0.025, 0.31472745799284263, 0.6852725420071574],
    [2500, 1, 0.25, 0.9994456359721023, 0.0005543640278976669],
    [50000, 50001, 5e-7, 0.49226112325950355, 0.5077388767404964],
    [333333333, 666666668, 0.025, 0.3333041155644163, 0.6666958844355837],
    [1, most, 0.025, 2.810841335719725e-18, 1],
    [most, 1, 5e-7, 0.9999999999999983, 1.610784587771553e-15],
  ] as const;

  // mpmath 1.3.0 with 50 digits, where SciPy 1.17.1 is wrong in the ninth digit or earlier.
  const mpmath = [
    [999999999, 2, 0.25, 0.9999999973073654, 2.692634526610873e-9],
    [2, most - 1, 0.025, 2.689063178173578e-17, 1],
    [900719925474099, 8106479329266893, 5e-7, 0.09999998453746473, 0.9000000154625353],
    [4503599627370495, 4503599627370497, 0.025, 0.4999999896742117, 0.5000000103257882],
    [8106479329266892, 900719925474100, 0.25, 0.8999999978679286, 0.10000000213207137],
  ] as const;

  test.each([...scipy, ...mpmath])("of (%d, %d) at %d", (alpha, beta, tail, below, above) => {
    const odds = betaQuantileOdds({ alpha, beta, tail });
    expect(Math.abs(odds / (1 + odds) / below - 1)).toBeLessThan(1e-14);
    expect(Math.abs(1 / (1 + odds) / above - 1)).toBeLessThan(1e-14);
  });

  test("agrees with the closed form where one shape is 1", () => {
    // I_x(a, 1) = x^a and I_x(1, b) = 1 - (1-x)^b.
    for (const tail of [5e-16, 1e-6, 0.1, 0.4999]) {
      for (const shape of [1, 2, 7, 1000, 2 ** 40, most]) {
        const first = betaQuantileOdds({ alpha: shape, beta: 1, tail });
        const second = betaQuantileOdds({ alpha: 1, beta: shape, tail });
        expect(Math.abs(first / (1 + first) / Math.exp(Math.log(tail) / shape) - 1)).toBeLessThan(1e-14);
        expect(Math.abs(second / (1 + second) / -Math.expm1(Math.log1p(-tail) / shape) - 1)).toBeLessThan(
          1e-14,
        );
      }
    }
  });

  test("gives back the tail of a uniform distribution, however small", () => {
    for (const tail of [5e-16, 1e-15, 1e-9, 0.025, 0.4999]) {
      const odds = betaQuantileOdds({ alpha: 1, beta: 1, tail });
      expect(Math.abs(odds / (1 + odds) / tail - 1)).toBeLessThan(4e-15);
    }
  });

  test("comes to an end even for a tail far below what any confidence leaves", () => {
    expect(betaQuantileOdds({ alpha: 2, beta: 1, tail: 1e-250 })).toBeTypeOf("number");
  });
});
