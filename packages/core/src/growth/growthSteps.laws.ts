import * as fc from "fast-check";
import { type Fraction, fraction } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { growthPath } from "./growthPath.ts";
import { bases, finishes, fractions, paths, type Ratio, ratioOf, roundings } from "./growthReference.laws.ts";
import { growthSteps } from "./growthSteps.ts";

const rateLists = fc.array(fractions(-1000n, 3000n, 1000n, 3000n), { maxLength: 12 });

export const growthStepsLaws: readonly Law<typeof growthSteps>[] = [
  {
    name: "each value is the exact product so far, rounded once",
    property: (calculator) =>
      fc.property(bases, rateLists, roundings, (base, list, rounding) => {
        let exactly: Ratio = ratioOf(base);
        return calculator({ base, rates: list, rounding })
          .slice(1)
          .every((value, index) => {
            const rate = list[index] ?? fraction(0n);
            exactly = [exactly[0] * (rate.denominator + rate.numerator), exactly[1] * rate.denominator];
            return finishes(value, exactly, rounding);
          });
      }),
    broken: (input) => growthSteps({ ...input, place: "each" }),
  },
  {
    name: "with equal rates it is the compound path, wherever it is rounded",
    property: (calculator) =>
      fc.property(
        paths,
        roundings,
        fc.constantFrom("end", "each"),
        ({ base, rate, periods }, rounding, place) => {
          const list = new Array<Fraction>(periods).fill(rate);
          const path = growthPath({ base, rate, periods, rounding, place });
          return calculator({ base, rates: list, rounding, place }).join() === path.join();
        },
      ),
    broken: (input) => growthSteps({ ...input, place: "end" }),
  },
];
