import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { compareFractions, type Fraction, fraction, plus } from "../exact/fraction.ts";
import { compareRates, type Rate } from "../exact/rate.ts";
import type { Law } from "../law.laws.ts";
import { allCells, cellOf, cells, cellsWithinAll, factors, most, smallCells } from "./cells.laws.ts";
import { coverageRate } from "./coverageRate.ts";

const shareOf = ({ numerator, denominator }: Rate): Fraction =>
  fraction(BigInt(numerator), BigInt(denominator));
const isSame = (a: Fraction, b: Fraction): boolean => compareFractions(a, b) === 0;

const clipped: typeof coverageRate = ({ covered, eligible }) =>
  coverageRate({ covered: count(Math.min(covered, eligible)), eligible });
const withOneMore: typeof coverageRate = ({ covered, eligible }) =>
  coverageRate({ covered, eligible: count(Math.min(most, eligible + 1)) });

export const coverageRateLaws: readonly Law<typeof coverageRate>[] = [
  {
    name: "C9 both counts are kept, and the status says empty, invalid, over or ok",
    property: (calculator) =>
      fc.property(allCells, ({ covered, eligible }) => {
        const { numerator, denominator, status } = calculator({ covered, eligible });
        const isRight = {
          empty: covered === 0 && eligible === 0,
          invalid: covered > 0 && eligible === 0,
          over: covered > eligible && eligible > 0,
          ok: covered <= eligible && eligible > 0,
        }[status];
        return numerator === covered && denominator === eligible && isRight;
      }),
    broken: clipped,
  },
  {
    name: "C5 as many times covered and eligible is the same rate",
    property: (calculator) =>
      fc.property(smallCells, factors, ({ covered, eligible }, factor) => {
        const scaled = calculator(cellOf(covered * factor, eligible * factor));
        return compareRates(scaled, calculator(cellOf(covered, eligible))) === 0;
      }),
    broken: withOneMore,
  },
  {
    name: "C6 covered and not covered make exactly one",
    property: (calculator) =>
      fc.property(cellsWithinAll, ({ covered, eligible }) => {
        const others = calculator(cellOf(eligible - covered, eligible));
        return isSame(plus(shareOf(calculator({ covered, eligible })), shareOf(others)), fraction(1n));
      }),
    broken: withOneMore,
  },
  {
    name: "C7 one more covered raises the rate, one more eligible lowers it",
    property: (calculator) =>
      fc.property(cells, ({ covered, eligible }) => {
        fc.pre(covered < most && eligible < most);
        const before = calculator({ covered, eligible });
        const raised = calculator(cellOf(covered + 1, eligible));
        const lowered = calculator(cellOf(covered, eligible + 1));
        return (
          compareRates(raised, before) > 0 &&
          (covered === 0 ? compareRates(lowered, before) === 0 : compareRates(lowered, before) < 0)
        );
      }),
    broken: clipped,
  },
  {
    name: "C17 of the reports expected, no more are on time than received, and neither is above all",
    property: (calculator) =>
      fc.property(
        cellsWithinAll,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ covered, eligible }, share) => {
          const received = calculator({ covered, eligible });
          const onTime = calculator(cellOf(Math.floor(covered * share), eligible));
          return received.status === "ok" && onTime.status === "ok" && compareRates(onTime, received) <= 0;
        },
      ),
    // The odds: received to not received.
    broken: ({ covered, eligible }) =>
      coverageRate({ covered, eligible: count(Math.max(0, eligible - covered)) }),
  },
];
