import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { type Amount, type amount, type amountText, amountValue } from "./amount.ts";
import { exact, exactText } from "./decimal.ts";
import { fraction, over, plus, times, toNumber } from "./fraction.ts";
import { same, wholes } from "./numbers.laws.ts";
import { round } from "./rounding.ts";

const steps = fc.constantFrom("0.01", "0.05", "0.001", "1", "100", "2.5");

export const amountLaws: readonly Law<typeof amount>[] = [
  {
    name: "a whole number of steps is an amount of that many steps",
    property: (calculator) =>
      fc.property(wholes, steps, (units, step) => {
        const made = calculator(exactText(times(fraction(units), exact(step))), step);
        return made.units === units && same(made.step, exact(step));
      }),
    broken: (value, step) => ({
      units: BigInt(Math.round(Number(value) / Number(step))),
      step: exact(step),
    }),
  },
  {
    name: "what lies between two steps is refused",
    property: (calculator) =>
      fc.property(wholes, steps, fc.integer({ min: 1, max: 60 }), (units, step, places) => {
        const between = times(plus(fraction(units), fraction(1n, 10n ** BigInt(places))), exact(step));
        try {
          calculator(exactText(between), step);
          return false;
        } catch {
          return true;
        }
      }),
    broken: (value, step): Amount => ({
      units: round(over(exact(value), exact(step)), "half-away-from-zero"),
      step: exact(step),
    }),
  },
];

export const amountTextLaws: readonly Law<typeof amountText>[] = [
  {
    name: "an amount's text is read back as the same amount",
    property: (calculator) =>
      fc.property(wholes, steps, (units, step) => {
        const value: Amount = { units, step: exact(step) };
        return same(exact(calculator(value)), amountValue(value));
      }),
    broken: ({ units, step }) => String(Number(units) * toNumber(step)),
  },
];
