import * as fc from "fast-check";
import { type Fraction, fraction, over } from "../exact/fraction.ts";
import { weightOf } from "../exact/weight.ts";
import { magnitudes } from "./arbitraries.laws.ts";
import type { FundingSourcesInput } from "./fundingSources.ts";
import { wholePart } from "./reference.laws.ts";
import type { SourceColumns, SourceLimit } from "./sourceColumns.ts";

/** One generated source. */
interface Source {
  readonly limit: bigint | undefined;
  readonly priority: bigint;
  readonly share: Fraction;
  readonly cap: Fraction | undefined;
}

const source: fc.Arbitrary<Source> = fc.record({
  limit: fc.option(
    fc.oneof(fc.bigInt({ min: 0n, max: 12n }), fc.bigInt({ min: 0n, max: 60_000n }), magnitudes),
    { nil: undefined, freq: 4 },
  ),
  priority: fc.bigInt({ min: -1n, max: 1n }),
  share: fc
    .tuple(fc.bigInt({ min: 0n, max: 5n }), fc.bigInt({ min: 1n, max: 3n }))
    .map((pair) => fraction(...pair)),
  cap: fc.option(
    fc.bigInt({ min: 0n, max: 6n }).map((sixths) => fraction(sixths, 6n)),
    { nil: undefined },
  ),
});

/** Steps of sources. */
export const steps = fc.constantFrom(fraction(1n, 100n), fraction(1n), fraction(1n, 20n), fraction(1n, 3n));

/** Which columns the sources have. */
interface ColumnOptions {
  readonly most?: number;
  readonly equalPriority?: boolean;
}

/** Sources with a share of at least one of them above zero; some limits lie between two steps. */
export function sourceColumns(
  step: Fraction,
  { most = 6, equalPriority = false }: ColumnOptions = {},
): fc.Arbitrary<SourceColumns> {
  return fc
    .tuple(
      fc.array(source, { minLength: 1, maxLength: most }),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([sources, uneven, withPriority, withShare, withCap]) => {
      const limitOf = ({ limit }: Source): SourceLimit =>
        limit === undefined
          ? "none"
          : over(fraction(3n * limit + (uneven ? 1n : 0n)), over(fraction(3n), step));
      const someShare = sources.some(({ share }) => share.numerator > 0n);
      return {
        limit: sources.map(limitOf),
        priority:
          withPriority && !equalPriority ? sources.map(({ priority }) => fraction(priority, 2n)) : undefined,
        share: withShare && someShare ? sources.map(({ share }) => weightOf(share)) : undefined,
        cap: withCap ? sources.map(({ cap }) => cap) : undefined,
      };
    });
}

/** Budgets with their sources. */
export function budgets(options: ColumnOptions = {}): fc.Arbitrary<FundingSourcesInput> {
  return steps.chain((step) =>
    fc
      .tuple(magnitudes, sourceColumns(step, options))
      .map(([units, columns]) => ({ budget: { units, step }, ...columns })),
  );
}

/** The sources in another order. */
export function reordered<Columns extends SourceColumns>(
  columns: Columns,
  order: readonly number[],
): Columns {
  const { limit, priority, share, cap } = columns;
  return {
    ...columns,
    limit: order.map((place) => limit[place]!),
    priority: priority && order.map((place) => priority[place]!),
    share: share && order.map((place) => share[place]!),
    cap: order.map((place) => (cap as readonly (Fraction | undefined)[] | undefined)?.[place]),
  };
}

/** The most a source may pay, in steps, by the obvious way; `undefined` for no bound. */
export function mostInSteps({ budget, limit, cap }: FundingSourcesInput, place: number): bigint | undefined {
  const given = limit[place]!;
  const share = (cap as readonly (Fraction | undefined)[] | undefined)?.[place];
  const limited = given === "none" ? undefined : wholePart(over(given, budget.step));
  const capped = share && (budget.units * share.numerator) / share.denominator;
  if (limited === undefined || capped === undefined) return limited ?? capped;
  return limited < capped ? limited : capped;
}
