import * as fc from "fast-check";
import { fraction } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import { weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { magnitudes, orderBy, sortKeys } from "./arbitraries.laws.ts";
import { fundingSources } from "./fundingSources.ts";
import { fundingSourcesBy, type FundingSourcesBy, type FundingSourcesByInput } from "./fundingSourcesBy.ts";
import { fundingSplit } from "./fundingSplit.ts";
import { reordered, sourceColumns, steps } from "./sources.laws.ts";
import { allEqual, sumOf, worth } from "./splits.laws.ts";

type Share = typeof fundingSourcesBy;

const needsOf = (most: number): fc.Arbitrary<readonly bigint[]> =>
  fc.oneof(
    fc.array(fc.bigInt({ min: 0n, max: 9n }), { minLength: 1, maxLength: most }),
    fc.array(fc.bigInt({ min: 0n, max: 30_000n }), { minLength: 1, maxLength: most }),
    fc.array(magnitudes, { minLength: 1, maxLength: most }),
  );

function inputs(most = 9): fc.Arbitrary<FundingSourcesByInput> {
  return steps.chain((step) =>
    fc.tuple(needsOf(most), sourceColumns(step)).map(([needs, columns]) => ({
      needs: needs.map((units) => worth(units, step)),
      step,
      ...columns,
    })),
  );
}

const partsOf = ({ recipients }: FundingSourcesBy): bigint[][] =>
  recipients.map(({ parts }) => parts.map(({ units }) => units));
const fundedOf = (answer: FundingSourcesBy): bigint[] => partsOf(answer).map(sumOf);
const drawnOf = ({ sources }: FundingSourcesBy): bigint[] => sources.sources.map(({ drawn }) => drawn.units);

/** The real answer with other parts; what a recipient does not get is unfunded. */
const withParts = (real: FundingSourcesBy, parts: readonly (readonly bigint[])[]): FundingSourcesBy => ({
  ...real,
  recipients: real.recipients.map(({ need }, row) => ({
    need,
    parts: parts[row]!.map((units) => ({ units, step: need.step })),
    unfunded: { units: need.units - sumOf(parts[row]!), step: need.step },
  })),
});
/** First come, first served: each recipient takes what it needs from the first source that has something. */
const firstCome: Share = (input) => {
  const real = fundingSourcesBy(input);
  const left = drawnOf(real);
  const parts = real.recipients.map(({ need }) => {
    let rest = need.units;
    return left.map((units, source) => {
      const part = units < rest ? units : rest;
      left[source] = units - part;
      rest -= part;
      return part;
    });
  });
  return withParts(real, parts);
};
/** Source after source, each split by what is still needed: totals come out as they may. */
const sourceAfterSource: Share = (input) => {
  const real = fundingSourcesBy(input);
  const left = real.recipients.map(({ need }) => need.units);
  const bySource = drawnOf(real).map((units) => {
    const weights = left.map((rest) => weightOf(fraction(rest)));
    const { parts } = fundingSplit({ total: { units, step: input.step }, weights });
    for (const [row, part] of parts.entries()) left[row]! -= part.units;
    return parts.map((part) => part.units);
  });
  return withParts(
    real,
    left.map((_, row) => bySource.map((parts) => parts[row]!)),
  );
};
/** The largest part of each recipient is taken from the next source instead. */
const wrongSource: Share = (input) => {
  const real = fundingSourcesBy(input);
  return withParts(
    real,
    partsOf(real).map((parts) => [...parts.slice(1), ...parts.slice(0, 1)]),
  );
};

/** Every table of which each cell is the exact one rounded down or up and which adds up, with what it rounded up. */
function waysToAddUp(rows: readonly bigint[], columns: readonly bigint[]): { cells: bigint[]; up: bigint }[] {
  const total = sumOf(rows);
  const cells = rows.flatMap((row) => columns.map((column) => row * column));
  const open = cells.flatMap((product, cell) => (product % total === 0n ? [] : [cell]));
  const found: { cells: bigint[]; up: bigint }[] = [];
  for (let ups = 0; ups < 2 ** open.length; ups += 1) {
    const chosen = new Set(open.filter((_, place) => ((ups >> place) & 1) === 1));
    const table = cells.map((product, cell) => product / total + (chosen.has(cell) ? 1n : 0n));
    const addsUp =
      rows.every((row, r) => sumOf(columns.map((_, c) => table[r * columns.length + c]!)) === row) &&
      columns.every((column, c) => sumOf(rows.map((_, r) => table[r * columns.length + c]!)) === column);
    if (addsUp) found.push({ cells: table, up: sumOf([...chosen].map((cell) => cells[cell]! % total)) });
  }
  return found;
}

/** What holds for every table of recipients and sources. */
export const fundingSourcesByLaws: readonly Law<Share>[] = [
  {
    name: "each recipient's parts and what stays unfunded add up to its need, none below zero",
    property: (share) =>
      fc.property(inputs(), (input) =>
        share(input).recipients.every(
          ({ need, parts, unfunded }, row) =>
            need.units * input.needs[row]!.denominator * need.step.numerator ===
              input.needs[row]!.numerator * need.step.denominator &&
            sumOf(parts.map(({ units }) => units)) + unfunded.units === need.units &&
            [...parts, unfunded].every(({ units }) => units >= 0n),
        ),
      ),
    broken: (input) => {
      const real = fundingSourcesBy(input);
      const nothing = { units: 0n, step: input.step };
      return { ...real, recipients: real.recipients.map((each) => ({ ...each, unfunded: nothing })) };
    },
  },
  {
    name: "each source's parts add up to what is drawn from it for all needs together",
    property: (share) =>
      fc.property(inputs(), (input) => {
        const { needs, step, ...columns } = input;
        const answer = share(input);
        const units = sumOf(answer.recipients.map(({ need }) => need.units));
        const { sources, unfunded } = fundingSources({ budget: { units, step }, ...columns });
        const bySource = sources.map((_, source) => sumOf(partsOf(answer).map((parts) => parts[source]!)));
        return (
          needs.length === answer.recipients.length &&
          allEqual(
            bySource,
            sources.map(({ drawn }) => drawn.units),
          ) &&
          sumOf(answer.recipients.map((each) => each.unfunded.units)) === unfunded.units
        );
      }),
    broken: wrongSource,
  },
  {
    name: "money that is short is shared in proportion to the needs: down or up to the next step",
    property: (share) =>
      fc.property(inputs(), (input) => {
        const answer = share(input);
        const [all, funded] = [sumOf(answer.recipients.map(({ need }) => need.units)), fundedOf(answer)];
        return answer.recipients.every(({ need }, row) => {
          const apart = funded[row]! * all - need.units * sumOf(funded);
          return apart === 0n || (apart < all && apart > -all);
        });
      }),
    broken: firstCome,
  },
  {
    name: "each part is the recipient's total in the proportion of the sources, rounded down or up",
    property: (share) =>
      fc.property(inputs(), (input) => {
        const answer = share(input);
        const [funded, drawn] = [fundedOf(answer), drawnOf(answer)];
        const all = sumOf(drawn);
        return partsOf(answer).every((parts, row) =>
          parts.every((part, source) => {
            const apart = part * all - funded[row]! * drawn[source]!;
            return apart === 0n || (apart < all && apart > -all);
          }),
        );
      }),
    broken: firstCome,
  },
  {
    name: "no other such table is nearer, and the ties are the cells in which the nearest differ",
    property: (share) =>
      fc.property(inputs(3), (input) => {
        if (input.limit.length > 3) return true;
        const answer = share(input);
        const cells = partsOf(answer).flat();
        if (sumOf(cells) === 0n) return answer.sourceTies.length === 0;
        const ways = waysToAddUp(fundedOf(answer), drawnOf(answer));
        const most = ways.reduce((best, { up }) => (up > best ? up : best), 0n);
        const nearest = ways.filter(({ up }) => up === most).map((way) => way.cells);
        const width = input.limit.length;
        const tied = answer.sourceTies.flatMap(({ source, rows }) => rows.map((row) => row * width + source));
        return (
          nearest.some((way) => allEqual(way, cells)) &&
          cells.every((_, cell) => tied.includes(cell) === nearest.some((way) => way[cell] !== cells[cell]))
        );
      }),
    broken: (input) => ({ ...fundingSourcesBy(input), sourceTies: [] }),
  },
  {
    name: "another order of the sources changes no recipient's total",
    property: (share) =>
      fc.property(inputs(), sortKeys, (input, keys) => {
        const order = orderBy(keys, input.limit.length);
        return allEqual(fundedOf(share(input)), fundedOf(share(reordered(input, order))));
      }),
    broken: sourceAfterSource,
  },
  {
    name: "of recipients with the same total, the earlier gets its odd steps from the earlier sources",
    property: (share) =>
      fc.property(inputs(), (input) => {
        const answer = share(input);
        const [parts, funded] = [partsOf(answer), fundedOf(answer)];
        return parts.every((own, row) =>
          parts.slice(row + 1).every((others, place) => {
            const differs = own.findIndex((part, source) => part !== others[source]);
            return funded[row] !== funded[row + 1 + place] || differs < 0 || own[differs]! > others[differs]!;
          }),
        );
      }),
    broken: (input) => {
      const real = fundingSourcesBy({ ...input, needs: [...input.needs].reverse() });
      return { ...real, recipients: [...real.recipients].reverse() };
    },
  },
  {
    name: "another order of recipients and sources gives each the same parts, where nothing is tied",
    property: (share) =>
      fc.property(inputs(), sortKeys, sortKeys, (input, rowKeys, columnKeys) => {
        const [rows, columns] = [
          orderBy(rowKeys, input.needs.length),
          orderBy(columnKeys, input.limit.length),
        ];
        const plain = share(input);
        if ([plain.ties, plain.sourceTies, plain.sources.ties].some(({ length }) => length > 0)) return true;
        const needs = rows.map((row) => input.needs[row]!);
        const other = partsOf(share({ ...reordered(input, columns), needs }));
        const parts = partsOf(plain);
        return rows.every((row, r) => columns.every((column, c) => other[r]![c] === parts[row]![column]));
      }),
    broken: firstCome,
  },
  {
    name: "what cannot be shared is refused by its code, never answered",
    property: (share) =>
      fc.property(inputs(), (input) => {
        const below = fraction(-input.step.numerator, input.step.denominator);
        const between = fraction(input.step.numerator, 2n * input.step.denominator);
        return (
          refusesWith("emptyInput", () => share({ ...input, needs: [] })) &&
          refusesWith("emptyInput", () => share({ ...input, limit: [] })) &&
          refusesWith("outOfRange", () => share({ ...input, needs: [below, ...input.needs] })) &&
          refusesWith("outOfRange", () => share({ ...input, step: fraction(0n) })) &&
          refusesWith("notWholeSteps", () => share({ ...input, needs: [...input.needs, between] }))
        );
      }),
    broken: (input) => fundingSourcesBy({ ...input, step: fraction(1n, 6000n) }),
  },
];
