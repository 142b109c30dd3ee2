import * as fc from "fast-check";
import { fraction, toNumber } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import {
  afterChangingRows,
  type Change,
  changeColumns,
  type ChangeResult,
  coming,
  isClose,
  type KnownRow,
  lasting,
  sumOfParts,
  swapped,
  weightedByBothDates,
  weightedByTheFirstDate,
  withZeroRates,
} from "./changes.laws.ts";
import { coverageChange } from "./coverageChange.ts";

const parts = ["fromRates", "fromStructure", "contribution"] as const;
const everyPart = (result: ChangeResult): readonly (number | undefined)[] =>
  [...result.groups, result.total].flatMap((each) => [each.points, ...parts.map((part) => each[part])]);

/** The whole steps of a printed number; NaN where it is none of them. */
const stepsOf = (value: number | undefined, decimals: number): bigint => {
  const steps = Math.round((value ?? NaN) * 10 ** decimals);
  return value === steps / 10 ** decimals ? BigInt(steps) : 10n ** 40n;
};
const within = (steps: bigint, value: number, decimals: number): boolean =>
  Math.abs(Number(steps) - value * 10 ** decimals) < 1 + 1e-6;

/** The rates and shares of the pooled rate, as bigints: 100(r2-r1)(s1+s2)/2 over one denominator. */
function rateParts(rows: readonly KnownRow[]): readonly number[] {
  const sum = (name: "eligibleBefore" | "eligibleAfter"): bigint =>
    rows.reduce((total, row) => total + BigInt(row[name]), 0n);
  const [all1, all2] = [sum("eligibleBefore"), sum("eligibleAfter")];
  return rows.map((row) => {
    const [c1, e1] = [BigInt(row.coveredBefore), BigInt(row.eligibleBefore)];
    const [c2, e2] = [BigInt(row.coveredAfter), BigInt(row.eligibleAfter)];
    const [rates, shares] = [c2 * e1 - c1 * e2, e1 * all2 + e2 * all1];
    return toNumber(fraction(100n * rates * shares, 2n * e1 * e2 * all1 * all2));
  });
}

const roundedApart: Change = (input) => {
  const { groups, total, ...rest } = coverageChange({ ...input, decimals: undefined });
  const scale = 10 ** (input.decimals ?? 0);
  const rounded = <Part extends (typeof groups)[number] | typeof total>(each: Part): Part => ({
    ...each,
    ...Object.fromEntries(parts.map((part) => [part, Math.round(each[part]! * scale) / scale])),
  });
  return { ...rest, groups: groups.map(rounded), total: rounded(total) };
};
const heapedOnTheLast: Change = (input) => {
  const result = roundedApart(input);
  const groups = result.groups.map((group, index) => {
    if (index < result.groups.length - 1) return group;
    const left = result.groups
      .slice(0, -1)
      .reduce((sum, each) => sum - each.fromRates!, result.total.fromRates!);
    return { ...group, fromRates: left };
  });
  return { ...result, groups };
};
const decimalsOfPoints = fc.integer({ min: 0, max: 3 });

export const coverageChangeLaws: readonly Law<Change>[] = [
  {
    name: "D1 the parts of all groups add up to the change of the pooled rate",
    property: (calculator) =>
      fc.property(fc.oneof(lasting, coming), (rows) => {
        const { groups, total } = calculator(changeColumns(rows));
        return (
          total.contribution === total.points &&
          parts.every((part) => {
            const { sum, scale } = sumOfParts(groups, part);
            return isClose(sum, total[part]!, scale);
          })
        );
      }),
    broken: weightedByTheFirstDate,
  },
  {
    name: "D2 with the dates swapped every part changes its sign",
    property: (calculator) =>
      fc.property(fc.oneof(lasting, coming), (rows) => {
        const forth = everyPart(calculator(changeColumns(rows)));
        const back = everyPart(calculator(changeColumns(swapped(rows))));
        return forth.every(
          (value, index) => value === (back[index] === undefined ? undefined : 0 - back[index]),
        );
      }),
    broken: weightedByBothDates,
  },
  {
    name: "D3 unchanged rates have no part, nor have unchanged shares",
    property: (calculator) =>
      fc.property(lasting, fc.integer({ min: 2, max: 7 }), (rows, factor) => {
        const small = rows.map((row) => ({ ...row, eligibleBefore: row.eligibleBefore % 1000 || 1 }));
        const sameRates = small.map((row, index) => {
          const [covered, times] = [
            Math.min(row.coveredBefore, row.eligibleBefore),
            index % factor || factor,
          ];
          const after = { coveredAfter: covered * times, eligibleAfter: row.eligibleBefore * times };
          return { ...row, coveredBefore: covered, ...after };
        });
        const sameShares = small.map((row) => ({ ...row, eligibleAfter: row.eligibleBefore * factor }));
        return (
          calculator(changeColumns(sameRates)).groups.every(({ fromRates }) => fromRates === 0) &&
          calculator(changeColumns(sameShares)).groups.every(({ fromStructure }) => fromStructure === 0)
        );
      }),
    broken: (input) => {
      const result = coverageChange(input);
      const groups = result.groups.map((group) => ({
        ...group,
        fromRates: group.contribution,
        fromStructure: 0,
      }));
      return { ...result, groups };
    },
  },
  {
    name: "D4 a group in two of the same rates changes neither part of the total",
    property: (calculator) =>
      fc.property(coming, fc.integer({ min: 2, max: 9 }), (rows, factor) => {
        const [first, ...others] = rows as [KnownRow, ...KnownRow[]];
        const [once, times] = [1, factor].map((by) => ({
          ...first,
          group: `part ${by}`,
          coveredBefore: first.coveredBefore * by,
          eligibleBefore: first.eligibleBefore * by,
          coveredAfter: first.coveredAfter * by,
          eligibleAfter: first.eligibleAfter * by,
        }));
        const whole = [once!, times!].map((row) => ({ ...row, group: "whole" }));
        const [together, apart] = [whole, [once!, times!]].map((some) =>
          calculator(changeColumns([...some, ...others])),
        );
        return parts.every((part) => together!.total[part] === apart!.total[part]);
      }),
    // The plain mean of the groups' changes, as if all were of one size.
    broken: (input) => {
      const result = coverageChange(input);
      const fromRates =
        result.groups.reduce((sum, { points }) => sum + (points ?? 0), 0) / result.groups.length;
      return { ...result, total: { ...result.total, fromRates } };
    },
  },
  {
    name: "D5 the order of the groups changes no group and no total",
    property: (calculator) =>
      fc.property(coming, (rows) => {
        const forth = calculator(changeColumns(rows));
        const back = calculator(changeColumns([...rows].reverse()));
        const turned = { ...back, groups: [...back.groups].reverse() };
        const [one, other] = [everyPart(forth), everyPart(turned)];
        return forth.reversal === back.reversal && one.every((value, index) => value === other[index]);
      }),
    broken: afterChangingRows((rows) =>
      rows.map((row, index) => (index === 0 ? { ...row, coveredAfter: 0 } : row)),
    ),
  },
  {
    name: "D6 all counts of a date as many times over change no part",
    property: (calculator) =>
      fc.property(coming, fc.integer({ min: 2, max: 2 ** 20 }), (rows, factor) => {
        const scaled = rows.map((row) => ({
          ...row,
          coveredAfter: row.coveredAfter * factor,
          eligibleAfter: row.eligibleAfter * factor,
        }));
        const [one, other] = [rows, scaled].map((some) => everyPart(calculator(changeColumns(some))));
        return one!.every((value, index) => value === other![index]);
      }),
    // Sizes instead of shares: by how many units a group grew.
    broken: (input) => {
      const result = coverageChange(input);
      const groups = result.groups.map((group) => ({
        ...group,
        fromStructure: (group.after?.denominator ?? 0) - (group.before?.denominator ?? 0),
      }));
      return { ...result, groups };
    },
  },
  {
    name: "D12 a reversal is every group one way and the pooled rate the other",
    property: (calculator) =>
      fc.property(
        fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6)), { minLength: 2, maxLength: 2 }),
        (counts) => {
          const rows = counts.map(([c1, more1, c2, more2], index) => ({
            group: `group ${index}`,
            coveredBefore: c1,
            eligibleBefore: c1 + more1 + 1,
            coveredAfter: c2,
            eligibleAfter: c2 + more2 + 1,
          }));
          const { groups, total, reversal } = calculator(changeColumns(rows));
          const ways = groups.map(({ points }) => Math.sign(points!));
          const way = Math.sign(total.points!);
          return reversal === (way !== 0 && ways.every((each) => each === -way));
        },
      ),
    broken: (input) => {
      const result = coverageChange(input);
      const way = Math.sign(result.total.points ?? 0);
      return { ...result, reversal: result.groups.some(({ points }) => Math.sign(points ?? 0) === -way) };
    },
  },
  {
    name: "C13 points are a hundred times the first rate times the relative change",
    property: (calculator) =>
      fc.property(fc.oneof(lasting, coming), (rows) => {
        const { total } = calculator(changeColumns(rows));
        const first = total.before!.numerator / total.before!.denominator;
        if (first === 0) return total.relative === undefined;
        const second = total.after!.numerator / total.after!.denominator;
        return isClose(100 * first * total.relative!, total.points!, 100 * (first + second));
      }),
    broken: (input) => {
      const result = coverageChange(input);
      return { ...result, total: { ...result.total, relative: (result.total.points ?? 0) / 100 } };
    },
  },
  {
    name: "a part is the double nearest to its exact value, whatever the size of the counts",
    property: (calculator) =>
      fc.property(lasting, (rows) => {
        const { groups } = calculator(changeColumns(rows));
        const expected = rateParts(rows);
        return groups.every(({ fromRates }, index) => fromRates === expected[index]);
      }),
    broken: withZeroRates,
  },
  {
    name: "a group that appears or vanishes is all structure",
    property: (calculator) =>
      fc.property(coming, (rows) =>
        calculator(changeColumns(rows)).groups.every(
          ({ status, points, fromRates, fromStructure, contribution }) => {
            const hasBoth = status !== "new" && status !== "gone";
            return hasBoth || (points === undefined && fromRates === 0 && fromStructure === contribution);
          },
        ),
      ),
    broken: withZeroRates,
  },
  {
    name: "rows with something missing or impossible are left out of every part",
    property: (calculator) =>
      fc.property(coming, fc.nat(7), fc.constantFrom(undefined, -1, 0.5, NaN), (rows, place, value) => {
        const [row] = rows.slice(place % rows.length);
        const spoilt = [...rows, { ...row!, group: "spoilt", eligibleBefore: value }];
        const [clean, result] = [rows, spoilt].map((some) => calculator(changeColumns(some)));
        const left = result!.total.leftOut;
        return (
          left.missing + left.invalid === 1 &&
          parts.every((part) => clean!.total[part] === result!.total[part]) &&
          result!.groups.slice(-1).every(({ contribution }) => contribution === undefined)
        );
      }),
    broken: afterChangingRows((rows) =>
      rows.map((row) => ({ ...row, eligibleBefore: Math.abs(Math.round(row.eligibleBefore ?? 0)) || 0 })),
    ),
  },
  {
    name: "rounded together, rows and columns add up as printed",
    property: (calculator) =>
      fc.property(coming, decimalsOfPoints, (rows, decimals) => {
        const { groups, total } = calculator({ ...changeColumns(rows), decimals });
        const steps = [...groups, total].map((each) => parts.map((part) => stepsOf(each[part], decimals)));
        const totals = steps.pop()!;
        return (
          steps.every(([rates = 0n, structure = 0n, both]) => rates + structure === both) &&
          totals.every((sum, part) => steps.reduce((left, row) => left - row[part]!, sum) === 0n) &&
          total.points === total.contribution
        );
      }),
    broken: roundedApart,
  },
  {
    name: "rounded together, every part goes to its lower or upper step, and the total to the nearest",
    property: (calculator) =>
      fc.property(coming, decimalsOfPoints, (rows, decimals) => {
        const exact = coverageChange(changeColumns(rows));
        const printed = calculator({ ...changeColumns(rows), decimals });
        const nearest = Math.abs(printed.total.contribution! - exact.total.contribution!) * 10 ** decimals;
        return (
          nearest <= 0.5 + 1e-6 &&
          [...printed.groups, printed.total].every((each, index) => {
            const origin = exact.groups[index] ?? exact.total;
            return parts.every((part) => within(stepsOf(each[part], decimals), origin[part]!, decimals));
          })
        );
      }),
    broken: heapedOnTheLast,
  },
  {
    name: "decimals outside 0 to 15 are refused",
    property: (calculator) =>
      fc.property(coming, fc.constantFrom(-1, 16, 0.5, NaN), (rows, decimals) =>
        refusesWith("outOfRange", () => calculator({ ...changeColumns(rows), decimals })),
      ),
    broken: (input) => coverageChange({ ...input, decimals: 1 }),
  },
];
