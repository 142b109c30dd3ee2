import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { fraction, type Fraction, toNumber } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { componentsOf } from "./kitagawa.ts";
import { rateDecomposition, type RateDecomposition, type RateFactor } from "./rateDecomposition.ts";

type Decompose = typeof rateDecomposition;

const values = fc.oneof(
  fc.integer({ min: 1, max: 999 }).map((thousandths) => fraction(BigInt(thousandths), 1000n)),
  fc
    .tuple(fc.integer({ min: -9, max: 99 }), fc.integer({ min: 1, max: 99 }))
    .map(([a, b]) => fraction(BigInt(a), BigInt(b))),
);
const factorsOf = (size: {
  readonly factors: number;
  readonly populations: number;
  readonly categories: number;
}) =>
  fc
    .array(
      fc.array(fc.array(values, { minLength: size.categories, maxLength: size.categories }), {
        minLength: size.populations,
        maxLength: size.populations,
      }),
      { minLength: size.factors, maxLength: size.factors },
    )
    .map((tables) => tables.map((table, index): RateFactor => ({ name: `factor ${index}`, values: table })));
const sizes = fc.record({
  factors: fc.integer({ min: 2, max: 5 }),
  populations: fc.integer({ min: 2, max: 4 }),
  categories: fc.integer({ min: 1, max: 4 }),
});
const several = sizes.chain(factorsOf);
const pairs = sizes.map((size) => ({ ...size, populations: 2 })).chain(factorsOf);
const trios = sizes.map((size) => ({ ...size, populations: 3 })).chain(factorsOf);

const isClose = (a: number, b: number, scale: number): boolean =>
  Math.abs(a - b) <= 1e-12 * Math.max(scale, 1e-30);
const sizeOf = (result: RateDecomposition): number =>
  Math.max(
    ...result.rates.map(Math.abs),
    ...result.factors.flatMap(({ standardised }) => standardised.map(Math.abs)),
  );
const selected = (factors: readonly RateFactor[], populations: readonly number[]): RateFactor[] =>
  factors.map(({ name, values: rows }) => ({ name, values: populations.map((index) => rows[index]!) }));

/** Each factor in turn goes over to the second population: the last takes what the order gives it. */
const inTheOrderGiven: Decompose = (input) => {
  const honest = rateDecomposition(input);
  const rateOf = (rows: readonly (readonly Fraction[])[]): number =>
    toNumber(
      (rows[0] ?? [])
        .map((_, category) => rows.map((row) => toNumber(row[category]!)).reduce((a, b) => a * b, 1))
        .map((value) => exact(value))
        .reduce(
          (a, b) =>
            fraction(
              a.numerator * b.denominator + b.numerator * a.denominator,
              a.denominator * b.denominator,
            ),
          fraction(0n),
        ),
    );
  const factors = honest.factors.map((factor, index) => ({
    ...factor,
    contributions: honest.rates.map((_, from) =>
      honest.rates.map((__, to) => {
        const mixed = (done: number): number =>
          rateOf(input.factors.map(({ values: rows }, at) => rows[at < done ? to : from]!));
        return mixed(index + 1) - mixed(index);
      }),
    ),
  }));
  return { ...honest, factors };
};
/** Only the factor itself changes, the others stay as in the first population: an interaction is left over. */
const oneAtATime: Decompose = (input) => {
  const honest = rateDecomposition(input);
  const factors = honest.factors.map((factor, index) => ({
    ...factor,
    contributions: factor.contributions.map((row, from) =>
      row.map((_, to) => {
        const only = input.factors.map(({ name, values: rows }, at) => ({
          name,
          values: [rows[from]!, rows[at === index ? to : from]!],
        }));
        const { rates } = rateDecomposition({ factors: only });
        return rates[1]! - rates[0]!;
      }),
    ),
  }));
  return { ...honest, factors };
};
/** Every pair of populations by itself. */
const pairByPair: Decompose = (input) => {
  const honest = rateDecomposition(input);
  const factors = honest.factors.map((factor, index) => ({
    ...factor,
    contributions: factor.contributions.map((row, from) =>
      row.map((value, to) =>
        from === to
          ? value
          : rateDecomposition({ factors: selected(input.factors, [from, to]) }).factors[index]!
              .contributions[0]![1]!,
      ),
    ),
  }));
  return { ...honest, factors };
};
const firstFactorTakesAll: Decompose = (input) => {
  const honest = rateDecomposition(input);
  const factors = honest.factors.map((factor, index) => ({
    ...factor,
    contributions: honest.rates.map((from) => honest.rates.map((to) => (index === 0 ? to - from : 0))),
  }));
  return { ...honest, factors };
};

export const rateDecompositionLaws: readonly Law<Decompose>[] = [
  {
    name: "D1 the contributions of all factors add up to the difference",
    property: (calculator) =>
      fc.property(several, (factors) => {
        const result = calculator({ factors });
        return result.rates.every((from, one) =>
          result.rates.every((to, other) => {
            const sum = result.factors.reduce(
              (total, { contributions }) => total + contributions[one]![other]!,
              0,
            );
            return isClose(sum, to - from, sizeOf(result));
          }),
        );
      }),
    broken: oneAtATime,
  },
  {
    name: "D2 from the second population to the first every contribution changes its sign",
    property: (calculator) =>
      fc.property(several, (factors) =>
        calculator({ factors }).factors.every(({ contributions }) =>
          contributions.every((row, one) =>
            row.every((value, other) => value === 0 - contributions[other]![one]!),
          ),
        ),
      ),
    broken: inTheOrderGiven,
  },
  {
    name: "D3 a factor that is the same in both populations contributes nothing",
    property: (calculator) =>
      fc.property(pairs, fc.nat(4), (factors, place) => {
        const same = factors.map((factor, index) =>
          index === place % factors.length
            ? { ...factor, values: [factor.values[0]!, factor.values[0]!] }
            : factor,
        );
        return calculator({ factors: same }).factors[place % factors.length]!.contributions[0]![1] === 0;
      }),
    broken: firstFactorTakesAll,
  },
  {
    name: "D4 a category in two, which share one factor and are alike in the others, changes nothing",
    property: (calculator) =>
      fc.property(several, fc.bigInt({ min: 1n, max: 9n }), (factors, tenths) => {
        const split = factors.map(({ name, values: rows }, index) => ({
          name,
          values: rows.map(([first, ...others]) => {
            const { numerator, denominator } = first!;
            const part = (by: bigint): Fraction => fraction(numerator * by, denominator * 10n);
            return index === 0 ? [part(tenths), part(10n - tenths), ...others] : [first!, first!, ...others];
          }),
        }));
        const [whole, parts] = [factors, split].map((some) => calculator({ factors: some }));
        return whole!.factors.every(({ standardised }, index) =>
          standardised.every((rate, population) => rate === parts!.factors[index]!.standardised[population]),
        );
      }),
    broken: (input) => {
      const honest = rateDecomposition(input);
      const categories = Math.max(...input.factors.map(({ values: rows }) => rows[0]!.length));
      const mean = (rate: number): number => rate / categories;
      return {
        ...honest,
        factors: honest.factors.map((factor) => ({ ...factor, standardised: factor.standardised.map(mean) })),
      };
    },
  },
  {
    name: "D5 the order of factors and of populations changes nothing",
    property: (calculator) =>
      fc.property(several, (factors) => {
        const populations = factors[0]!.values.map((_, index) => index);
        const turned = selected([...factors].reverse(), [...populations].reverse());
        const [one, other] = [factors, turned].map((some) => calculator({ factors: some }));
        const back = [...other!.factors].reverse();
        return one!.factors.every(({ contributions }, index) =>
          populations.every((from) =>
            populations.every((to) => {
              const last = populations.length - 1;
              return contributions[from]![to] === back[index]!.contributions[last - from]![last - to];
            }),
          ),
        );
      }),
    broken: inTheOrderGiven,
  },
  {
    name: "D7 of two factors, shares and rates, the contributions are Kitagawa's",
    property: (calculator) =>
      fc.property(
        fc.array(
          fc.record({
            coveredBefore: fc.nat(99),
            eligibleBefore: fc.integer({ min: 1, max: 99 }),
            coveredAfter: fc.nat(99),
            eligibleAfter: fc.integer({ min: 1, max: 99 }),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        (rows) => {
          const all = rows.reduce((sum, row) => ({
            coveredBefore: sum.coveredBefore + row.coveredBefore,
            eligibleBefore: sum.eligibleBefore + row.eligibleBefore,
            coveredAfter: sum.coveredAfter + row.coveredAfter,
            eligibleAfter: sum.eligibleAfter + row.eligibleAfter,
          }));
          const whole = (counts: typeof all) => ({
            coveredBefore: count(counts.coveredBefore),
            eligibleBefore: count(counts.eligibleBefore),
            coveredAfter: count(counts.coveredAfter),
            eligibleAfter: count(counts.eligibleAfter),
          });
          const part = (a: number, b: number): Fraction => fraction(BigInt(a), BigInt(b));
          const shares = [
            rows.map((row) => part(100 * row.eligibleBefore, all.eligibleBefore)),
            rows.map((row) => part(100 * row.eligibleAfter, all.eligibleAfter)),
          ];
          const rates = [
            rows.map((row) => part(row.coveredBefore, row.eligibleBefore)),
            rows.map((row) => part(row.coveredAfter, row.eligibleAfter)),
          ];
          const { factors } = calculator({
            factors: [
              { name: "share", values: shares },
              { name: "rate", values: rates },
            ],
          });
          return rows.every((row, category) => {
            const { rates: fromRates, structure } = componentsOf(whole(row), whole(all));
            const [share, rate] = factors.map(({ categories }) => categories?.[category]?.[0]?.[1]);
            return share === toNumber(structure) && rate === toNumber(fromRates);
          });
        },
      ),
    broken: (input) => {
      const honest = rateDecomposition(input);
      const [first, ...others] = honest.factors;
      return {
        ...honest,
        factors: [
          {
            ...first!,
            categories: [...first!.categories!]
              .reverse()
              .map((each) => each.map((row) => row.map((value) => value / 2))),
          },
          ...others,
        ],
      };
    },
  },
  {
    name: "D8 the contributions of a factor's categories add up to its own",
    property: (calculator) =>
      fc.property(several, (factors) => {
        const result = calculator({ factors });
        return result.factors.every(({ contributions, categories }) =>
          contributions.every((row, from) =>
            row.every((value, to) => {
              const parts = categories!.map((category) => category[from]![to]!);
              const scale = parts.reduce((sum, part) => sum + Math.abs(part), 0);
              return isClose(
                parts.reduce((sum, part) => sum + part, 0),
                value,
                scale,
              );
            }),
          ),
        );
      }),
    broken: (input) => {
      const honest = rateDecomposition(input);
      const factors = honest.factors.map((factor) => ({
        ...factor,
        categories: factor.categories!.slice(0, 1),
      }));
      return { ...honest, factors };
    },
  },
  {
    name: "D9 contributions chain from one population over another to a third",
    property: (calculator) =>
      fc.property(trios, (factors) => {
        const result = calculator({ factors });
        return result.factors.every(({ contributions: [first, second] }) =>
          isClose(first![1]! + second![2]!, first![2]!, sizeOf(result)),
        );
      }),
    broken: pairByPair,
  },
  {
    name: "D9 populations that repeat a pair leave it as it is alone",
    property: (calculator) =>
      fc.property(pairs, (factors) => {
        const [alone, repeated] = [factors, selected(factors, [0, 1, 0, 1])].map((some) =>
          calculator({ factors: some }),
        );
        return alone!.factors.every(
          ({ contributions: [row] }, index) => row![1] === repeated!.factors[index]!.contributions[0]![1],
        );
      }),
    broken: (input) => {
      const honest = rateDecomposition(input);
      const scale = honest.rates.length - 1;
      const factors = honest.factors.map((factor) => ({
        ...factor,
        contributions: factor.contributions.map((row) => row.map((value) => value / scale)),
      }));
      return { ...honest, factors };
    },
  },
  {
    name: "a rate of one's own that is the sum of products gives the same",
    property: (calculator) =>
      fc.property(several, (factors) => {
        const rate = (given: readonly (readonly Fraction[])[]): Fraction =>
          given[0]!
            .map((_, category) =>
              given.reduce(
                (product, row) =>
                  fraction(
                    product.numerator * row[category]!.numerator,
                    product.denominator * row[category]!.denominator,
                  ),
                fraction(1n),
              ),
            )
            .reduce((a, b) =>
              fraction(
                a.numerator * b.denominator + b.numerator * a.denominator,
                a.denominator * b.denominator,
              ),
            );
        const [one, other] = [{ factors }, { factors, rate }].map(calculator);
        return one!.factors.every(({ standardised }, index) =>
          standardised.every(
            (value, population) => value === other!.factors[index]!.standardised[population],
          ),
        );
      }),
    broken: (input) => {
      const honest = rateDecomposition(input);
      const shift = input.rate === undefined ? 0 : 1;
      return {
        ...honest,
        factors: honest.factors.map((factor) => ({
          ...factor,
          standardised: factor.standardised.map((value) => value + shift),
        })),
      };
    },
  },
  {
    name: "one population alone is refused",
    property: (calculator) =>
      fc.property(several, (factors) =>
        refusesWith("outOfRange", () => calculator({ factors: selected(factors, [0]) })),
      ),
    broken: (input) =>
      rateDecomposition({
        factors: input.factors.map(({ name, values: rows }) => ({ name, values: [...rows, ...rows] })),
      }),
  },
];
