import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { decimalText } from "./decimal.ts";
import { fraction } from "./fraction.ts";
import { absolute, decimals, naturals, positives } from "./numbers.laws.ts";
import { percentageText } from "./percentage.ts";
import { round } from "./rounding.ts";

/** The digits that a percentage shows, as whole units of its last decimal. */
export const shownUnits = (text: string): bigint => BigInt(text.replace(/[.%]/g, ""));
const percentages = fc.oneof(
  fc.tuple(naturals, positives),
  fc
    .tuple(fc.bigInt({ min: -3n, max: 3n }), positives)
    .map(([off, all]) => [absolute(all + off), all] as const),
  fc.tuple(fc.bigInt({ min: 0n, max: 4000n }), fc.constantFrom(8n, 2000n)),
);

const ordinaryPercentage: typeof percentageText = ({ numerator, denominator, decimals: places }) =>
  `${decimalText(fraction(100n * numerator, denominator), places)}%`;

export const percentageTextLaws: readonly Law<typeof percentageText>[] = [
  {
    name: "all is shown for all, none for none, more than all for more, and only there",
    property: (calculator) =>
      fc.property(percentages, decimals, ([numerator, denominator], places) => {
        const shown = shownUnits(calculator({ numerator, denominator, decimals: places }));
        const all = 100n * 10n ** BigInt(places);
        return (
          (shown === all) === (numerator === denominator) &&
          (shown === 0n) === (numerator === 0n) &&
          shown > all === numerator > denominator
        );
      }),
    broken: ordinaryPercentage,
  },
  {
    name: "it has exactly the decimals asked for, and is less than one unit of the last from the share",
    property: (calculator) =>
      fc.property(percentages, decimals, ([numerator, denominator], places) => {
        const text = calculator({ numerator, denominator, decimals: places });
        const share = numerator * 100n * 10n ** BigInt(places);
        const isNear = absolute(shownUnits(text) * denominator - share) < denominator;
        return isNear && (text.split(".")[1]?.length ?? 1) - 1 === places;
      }),
    broken: (input) => percentageText({ ...input, decimals: Math.min(input.decimals, 1) }),
  },
  {
    name: "away from nothing and all it is ordinary rounding",
    property: (calculator) =>
      fc.property(percentages, fc.nat(4), ([numerator, denominator], places) => {
        const ordinary = ordinaryPercentage({ numerator, denominator, decimals: places });
        fc.pre(!/^(?:0|100)(?:\.0+)?%$/.test(ordinary));
        return calculator({ numerator, denominator, decimals: places }) === ordinary;
      }),
    broken: ({ numerator, denominator, decimals: places }) => {
      const scale = 10n ** BigInt(places);
      return `${decimalText(fraction(round(fraction(numerator * 100n * scale, denominator), "half-to-even"), scale), places)}%`;
    },
  },
];
