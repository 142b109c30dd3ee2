import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { decimalText } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { absolute, counts } from "../exact/numbers.laws.ts";
import { shownUnits } from "../exact/percentage.laws.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import { round } from "../exact/rounding.ts";
import type { Law } from "../law.laws.ts";
import { cellOf, cells, factors, most, smallCells } from "./cells.laws.ts";
import { coverageText } from "./coverageText.ts";

const decimals = fc.integer({ min: 0, max: 4 });
const unitsOf = (percent: bigint, places: number): bigint => percent * 10n ** BigInt(places);

const ordinaryText: typeof coverageText = ({ covered, eligible, decimals: places = 1 }) =>
  `${decimalText(fraction(100n * BigInt(covered), BigInt(eligible)), places)}%`;
const halfToEvenText: typeof coverageText = ({ covered, eligible, decimals: places = 1 }) => {
  const shown = round(fraction(unitsOf(100n, places) * BigInt(covered), BigInt(eligible)), "half-to-even");
  return `${decimalText(fraction(shown, unitsOf(1n, places)), places)}%`;
};
/** Cells of which many lie halfway between two printable values. */
const cellsOfRoundUnits = fc
  .tuple(fc.nat(20000), fc.constantFrom(8, 16, 2000, 20000))
  .map(([covered, eligible]) => cellOf(covered, eligible));

export const coverageTextLaws: readonly Law<typeof coverageText>[] = [
  {
    name: "C8 100 is shown if and only if all are covered",
    property: (calculator) =>
      fc.property(cells, decimals, (cell, places) => {
        const shown = shownUnits(calculator({ ...cell, decimals: places }));
        return (shown === unitsOf(100n, places)) === (cell.covered === cell.eligible);
      }),
    broken: ordinaryText,
  },
  {
    name: "C8 0 is shown if and only if none is covered",
    property: (calculator) =>
      fc.property(cells, decimals, (cell, places) => {
        const shown = shownUnits(calculator({ ...cell, decimals: places }));
        return (shown === 0n) === (cell.covered === 0);
      }),
    broken: ordinaryText,
  },
  {
    name: "C8 more than 100 is shown if and only if more than all are covered",
    property: (calculator) =>
      fc.property(cells, decimals, (cell, places) => {
        const shown = shownUnits(calculator({ ...cell, decimals: places }));
        return shown > unitsOf(100n, places) === cell.covered > cell.eligible;
      }),
    broken: ({ covered, eligible, ...rest }) =>
      coverageText({ covered: count(Math.min(covered, eligible)), eligible, ...rest }),
  },
  {
    name: "C8 what is shown has exactly the decimals asked for, and is less than one of the last from the rate",
    property: (calculator) =>
      fc.property(cells, decimals, (cell, places) => {
        const text = calculator({ ...cell, decimals: places });
        const off = shownUnits(text) * BigInt(cell.eligible) - unitsOf(100n, places) * BigInt(cell.covered);
        const pattern = places === 0 ? /^\d+%$/ : new RegExp(`^\\d+\\.\\d{${places}}%$`);
        return absolute(off) < BigInt(cell.eligible) && pattern.test(text);
      }),
    broken: (input) => {
      const isNearlyAll = input.covered < input.eligible && input.covered * 1000 > input.eligible * 999;
      return isNearlyAll ? coverageText({ ...input, covered: count(0) }) : coverageText(input);
    },
  },
  {
    name: "C8 one more covered never shows less",
    property: (calculator) =>
      fc.property(cells, decimals, ({ covered, eligible }, places) => {
        fc.pre(covered < most);
        const before = calculator({ covered, eligible, decimals: places });
        const after = calculator({ ...cellOf(covered + 1, eligible), decimals: places });
        return shownUnits(before) <= shownUnits(after);
      }),
    broken: ({ covered, eligible, ...rest }) =>
      coverageText({
        covered: count(Math.min(covered, eligible)),
        eligible: count(Math.max(covered, eligible)),
        ...rest,
      }),
  },
  {
    name: "C5 as many times covered and eligible shows the same",
    property: (calculator) =>
      fc.property(smallCells, factors, decimals, ({ covered, eligible }, factor, places) => {
        const scaled = calculator({ ...cellOf(covered * factor, eligible * factor), decimals: places });
        return scaled === calculator({ ...cellOf(covered, eligible), decimals: places });
      }),
    broken: (input) => coverageText(input.eligible < 100 ? { ...input, decimals: 0 } : input),
  },
  {
    name: "C15 away from 0 and 100 it is ordinary rounding, half away from zero",
    property: (calculator) =>
      fc.property(fc.oneof(cells, cellsOfRoundUnits), decimals, (cell, places) => {
        const [exactly, one] = [unitsOf(100n, places) * BigInt(cell.covered), BigInt(cell.eligible)];
        const ordinary = (2n * exactly + one) / (2n * one);
        fc.pre(ordinary !== 0n && ordinary !== unitsOf(100n, places));
        return shownUnits(calculator({ ...cell, decimals: places })) === ordinary;
      }),
    broken: halfToEvenText,
  },
  {
    name: "C9 where nothing is eligible there is no text",
    property: (calculator) =>
      fc.property(counts, decimals, (covered, places) =>
        refusesWith("divisionByZero", () => calculator({ covered, eligible: count(0), decimals: places })),
      ),
    broken: (input) => (input.eligible === 0 ? "0.0%" : coverageText(input)),
  },
];
