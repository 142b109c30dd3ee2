import * as fc from "fast-check";
import { CalculationError } from "../errors.ts";
import type { Amount } from "../exact/amount.ts";
import { compareFractions, type Fraction, fraction, minus, over, plus, times } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { splits } from "./arbitraries.laws.ts";
import { fundingSplit, type FundingSplitInput } from "./fundingSplit.ts";
import { fundingSplitExplain } from "./fundingSplitExplain.ts";
import { boundsInSteps, column, slowShares } from "./reference.laws.ts";
import { sizeOf, without, worth } from "./splits.laws.ts";

/** A calculator that explains a split. */
type SplitExplain = typeof fundingSplitExplain;

/** The real explanation with its rows changed. */
const misexplained =
  (
    change: (
      row: ReturnType<SplitExplain>["rows"][number],
      place: number,
    ) => Partial<ReturnType<SplitExplain>["rows"][number]>,
  ): SplitExplain =>
  (input) => {
    const explanation = fundingSplitExplain(input);
    return {
      ...explanation,
      rows: explanation.rows.map((row, place) => ({ ...row, ...change(row, place) })),
    };
  };

const valueOf = ({ units, step }: Amount): Fraction => worth(units, step);
const one = fraction(1n);

/** What holds for every explanation of a split. */
export const fundingSplitExplainLaws: readonly Law<SplitExplain>[] = [
  {
    name: "rounded down and the listed odd steps rebuild the parts of the split",
    property: (explain) =>
      fc.property(splits(), (input) => {
        const { rows, oddSteps, ties } = explain(input);
        const split = fundingSplit(input);
        const sign = input.total.units < 0n ? -1n : 1n;
        return (
          rows.filter(({ oddStep }) => oddStep).length === oddSteps &&
          JSON.stringify(ties) === JSON.stringify(split.ties) &&
          rows.every(
            ({ roundedDown, oddStep, part }, row) =>
              roundedDown.units + (oddStep ? sign : 0n) === part.units &&
              part.units === split.parts[row]!.units,
          )
        );
      }),
    broken: misexplained(({ oddStep }) => ({ oddStep: !oddStep })),
  },
  {
    name: "exact shares add up to the total, and each is what it was rounded down to plus its remainder",
    property: (explain) =>
      fc.property(splits(), (input) => {
        const { rows } = explain(input);
        const sum = rows.map(({ share }) => share).reduce(plus, fraction(0n));
        return (
          compareFractions(sum, valueOf(input.total)) === 0 &&
          rows.every(
            ({ share, roundedDown, remainder }) =>
              compareFractions(share, plus(valueOf(roundedDown), remainder)) === 0 &&
              compareFractions(
                over(times(remainder, remainder), times(input.total.step, input.total.step)),
                one,
              ) < 0,
          )
        );
      }),
    broken: misexplained(({ part }) => ({ share: valueOf(part) })),
  },
  {
    name: "exact shares are those of the slow reference, and a named bound is where the row stands",
    property: (explain) =>
      fc.property(splits({ most: 12 }), (input) => {
        const { low, high } = boundsInSteps(input);
        const sign = input.total.units < 0n ? -1n : 1n;
        if (input.weights.every(({ numerator }) => numerator === 0n)) return true;
        const shares = slowShares(sizeOf(input.total), input.weights, { low, high });
        return explain(input).rows.every(({ share, bound }, row) => {
          const wanted = times(worth(sign, input.total.step), shares[row]!);
          const stand = bound === "minimum" ? low[row] : high[row];
          return (
            compareFractions(share, wanted) === 0 &&
            (bound === undefined || compareFractions(shares[row]!, fraction(stand!)) === 0)
          );
        });
      }),
    broken: (input) => fundingSplitExplain(without(input)),
  },
  {
    name: "ranks run from 1 without gaps; the first get the odd steps and the one after them is next in line",
    property: (explain) =>
      fc.property(splits(), (input) => {
        const { rows, oddSteps } = explain(input);
        const ranks = rows.flatMap(({ rank }) => rank ?? []).sort((a, b) => a - b);
        return (
          ranks.every((rank, place) => rank === place + 1) &&
          rows.every(
            ({ rank, oddStep, nextInLine }) =>
              oddStep === (rank !== undefined && rank <= oddSteps) && nextInLine === (rank === oddSteps + 1),
          )
        );
      }),
    broken: misexplained(({ rank }) => ({ rank: rank && rank + 1 })),
  },
  {
    name: "raising one minimum never raises another row's share; lowering one maximum never lowers another's",
    property: (explain) =>
      fc.property(splits({ most: 8, negative: fc.constant(false) }), fc.nat(), (input, pick) => {
        const { length } = input.weights;
        const { step } = input.total;
        const { low, high } = boundsInSteps(input);
        const [minimum, maximum] = [
          low.map((bound) => worth(bound, step)),
          high.map((bound) => (bound === undefined ? undefined : worth(bound, step))),
        ];
        const chosen = pick % length;
        const plain = explain({ ...input, minimum, maximum });
        const [raised, lowered] = [[...minimum], [...maximum]];
        raised[chosen] = plus(raised[chosen]!, step);
        lowered[chosen] = minus(lowered[chosen] ?? valueOf(input.total), step);
        return (
          unlessRefused(() => {
            const { rows } = explain({ ...input, minimum: raised, maximum });
            return others(chosen, rows).every(
              ({ share }, row) => compareFractions(share, others(chosen, plain.rows)[row]!.share) <= 0,
            );
          }) &&
          unlessRefused(() => {
            const { rows } = explain({ ...input, minimum, maximum: lowered });
            return others(chosen, rows).every(
              ({ share }, row) => compareFractions(share, others(chosen, plain.rows)[row]!.share) >= 0,
            );
          })
        );
      }),
    broken: (input) => {
      const reversed = (bound: FundingSplitInput["minimum"]): FundingSplitInput["minimum"] =>
        [...column(bound, input.weights.length)].reverse();
      return fundingSplitExplain({
        ...input,
        minimum: reversed(input.minimum),
        maximum: reversed(input.maximum),
      });
    },
  },
];

function others<Element>(row: number, elements: readonly Element[]): Element[] {
  return elements.filter((_, other) => other !== row);
}

/** A law about two problems says nothing where the second has no answer. */
function unlessRefused(holds: () => boolean): boolean {
  try {
    return holds();
  } catch (error) {
    if (error instanceof CalculationError) return true;
    throw error;
  }
}
