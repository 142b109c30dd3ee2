import * as fc from "fast-check";
import { exact } from "../exact/decimal.ts";
import { fraction, minus, toNumber } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { coverageFunnel, type CoverageFunnelInput, type FunnelGroup } from "./coverageFunnel.ts";
import type { FunnelFlag } from "./funnelPlace.ts";
import { columnsOf, raggedRows } from "./registers.laws.ts";

/** Baselines with whole numbers small enough to be a group's counts, the ends among them. */
const baselines = fc.oneof(
  fc.constantFrom({ part: 0, whole: 1 }, { part: 1, whole: 1 }, { part: 1, whole: 2 }),
  fc.tuple(fc.nat(10_000), fc.nat(10_000)).map(([a, b]) => ({
    part: Math.min(a, b),
    whole: Math.max(a, b, 1),
  })),
);
const groupsOfAnySize = fc
  .tuple(fc.nat(2 ** 40), fc.integer({ min: 1, max: 2 ** 40 }))
  .map(([covered, eligible]) => ({ covered: Math.min(covered, eligible), eligible }));
/** What a limit loses to rounding. */
const hair = 1e-14;

interface Funnelled {
  readonly baseline: { readonly part: number; readonly whole: number };
  readonly group: { readonly covered: number; readonly eligible: number };
}

function inputOf({
  baseline: { part, whole },
  group: { covered, eligible },
}: Funnelled): CoverageFunnelInput {
  return {
    group: ["a"],
    covered: [covered],
    eligible: [eligible],
    baseline: fraction(BigInt(part), BigInt(whole)),
  };
}

const firstOf = (calculator: typeof coverageFunnel, funnelled: Funnelled): FunnelGroup | undefined =>
  calculator(inputOf(funnelled)).groups[0];

const mirrored: Readonly<Record<FunnelFlag, FunnelFlag>> = {
  "in limits": "in limits",
  "high 95": "low 95",
  "high 99.8": "low 99.8",
  "low 95": "high 95",
  "low 99.8": "high 99.8",
};

/** A funnel with its groups changed. */
const withGroups =
  (change: (group: FunnelGroup) => FunnelGroup): typeof coverageFunnel =>
  (input) => {
    const funnel = coverageFunnel(input);
    return { ...funnel, groups: funnel.groups.map(change) };
  };
/** Flags what stands at a limit. */
const flagsAtLimits = withGroups((group) => {
  const rate = (group.rate?.numerator ?? 0) / (group.rate?.denominator ?? 1);
  return group.limits !== undefined && rate >= group.limits.high95 ? { ...group, flag: "high 95" } : group;
});
const neverLow = withGroups((group) => ({
  ...group,
  flag: group.flag?.startsWith("low") === true ? "in limits" : group.flag,
}));
/** Takes the limits of one unit for those of every group. */
const asIfOne: typeof coverageFunnel = (input) => {
  const single = coverageFunnel({ ...input, eligible: input.eligible.map(() => 1) }).groups;
  const funnel = coverageFunnel(input);
  return {
    ...funnel,
    groups: funnel.groups.map((group, index) => ({ ...group, limits: single[index]?.limits })),
  };
};
const swappedLevels = withGroups((group) => {
  const { limits } = group;
  if (limits === undefined) return group;
  const { low95, high95, low998, high998 } = limits;
  return { ...group, limits: { low95: low998, high95: high998, low998: low95, high998: high95 } };
});
/** Holds groups against the mean of their rates. */
const againstTheMean: typeof coverageFunnel = (input) => {
  const { groups } = coverageFunnel(input);
  const rates = groups.flatMap(({ rate }) => (rate?.status === "ok" ? [rate] : []));
  const sum = rates.reduce((all, { numerator, denominator }) => all + numerator / denominator, 0);
  return rates.length === 0
    ? coverageFunnel(input)
    : coverageFunnel({ ...input, baseline: exact(Math.min(1, sum / rates.length)) });
};

export const coverageFunnelLaws: readonly Law<typeof coverageFunnel>[] = [
  {
    name: "C19 a group at the baseline is never flagged",
    property: (calculator) =>
      fc.property(baselines, fc.integer({ min: 1, max: 2 ** 38 }), ({ part, whole }, factor) => {
        const group = { covered: part * factor, eligible: whole * factor };
        return firstOf(calculator, { baseline: { part, whole }, group })?.flag === "in limits";
      }),
    broken: flagsAtLimits,
  },
  {
    name: "C19 limits close in on the baseline as groups grow",
    property: (calculator) =>
      fc.property(
        baselines,
        groupsOfAnySize,
        fc.integer({ min: 2, max: 4096 }),
        (baseline, group, factor) => {
          const small = firstOf(calculator, { baseline, group })?.limits;
          const larger = { covered: group.covered, eligible: group.eligible * factor };
          const large = firstOf(calculator, { baseline, group: larger })?.limits;
          const largest = { covered: 0, eligible: Number.MAX_SAFE_INTEGER };
          const closest = firstOf(calculator, { baseline, group: largest })?.limits;
          if (small === undefined || large === undefined || closest === undefined) return false;
          const middle = baseline.part / baseline.whole;
          return (
            large.low95 >= small.low95 - hair &&
            large.high95 <= small.high95 + hair &&
            large.low998 >= small.low998 - hair &&
            large.high998 <= small.high998 + hair &&
            middle - closest.low998 < 1e-7 &&
            closest.high998 - middle < 1e-7
          );
        },
      ),
    broken: asIfOne,
  },
  {
    name: "C19 the limits of 99.8 % hold those of 95 %, these the baseline, and all of them lie within 0 and 1",
    property: (calculator) =>
      fc.property(baselines, groupsOfAnySize, (baseline, group) => {
        const limits = firstOf(calculator, { baseline, group })?.limits;
        if (limits === undefined) return false;
        const middle = baseline.part / baseline.whole;
        const inOrder = [0, limits.low998, limits.low95, middle, limits.high95, limits.high998, 1];
        return inOrder.every((value, index) => index === 0 || (inOrder[index - 1] ?? 0) <= value + hair);
      }),
    broken: swappedLevels,
  },
  {
    name: "C19 a flag says on which side of which limits a rate lies",
    property: (calculator) =>
      fc.property(baselines, groupsOfAnySize, (baseline, group) => {
        const found = firstOf(calculator, { baseline, group });
        if (found?.limits === undefined) return false;
        const rate = group.covered / group.eligible;
        const { low95, high95, low998, high998 } = found.limits;
        const isNear = [low95, high95, low998, high998].some((limit) => Math.abs(rate - limit) <= hair);
        if (isNear) return true;
        const side = rate > high95 ? "high" : rate < low95 ? "low" : "in";
        const level = rate > high998 || rate < low998 ? "99.8" : side === "in" ? "limits" : "95";
        return found.flag === `${side} ${level}`;
      }),
    broken: neverLow,
  },
  {
    name: "the uncovered units have the mirrored flag",
    property: (calculator) =>
      fc.property(baselines, groupsOfAnySize, (baseline, group) => {
        const { part, whole } = baseline;
        const flag = firstOf(calculator, { baseline, group })?.flag;
        const mirror = firstOf(calculator, {
          baseline: { part: whole - part, whole },
          group: { covered: group.eligible - group.covered, eligible: group.eligible },
        })?.flag;
        return flag !== undefined && mirror === mirrored[flag];
      }),
    broken: neverLow,
  },
  {
    name: "without a baseline the pooled rate of all counted rows is it",
    property: (calculator) =>
      fc.property(raggedRows, (rows) => {
        const { baseline, total, groups } = calculator(columnsOf(rows));
        if (total.rate?.status !== "ok") {
          return baseline === undefined && groups.every(({ limits }) => limits === undefined);
        }
        const { numerator, denominator } = total.rate;
        return (
          baseline !== undefined &&
          minus(baseline, fraction(BigInt(numerator), BigInt(denominator))).numerator === 0n
        );
      }),
    broken: againstTheMean,
  },
  {
    name: "a baseline outside 0 to 1 is refused",
    property: (calculator) =>
      fc.property(baselines, groupsOfAnySize, ({ part, whole }, group) => {
        const input = inputOf({ baseline: { part, whole }, group });
        const beyond = fraction(BigInt(whole) + 1n, BigInt(whole));
        return (
          refusesWith("outOfRange", () => calculator({ ...input, baseline: beyond })) &&
          refusesWith("outOfRange", () => calculator({ ...input, baseline: fraction(-1n, BigInt(whole)) }))
        );
      }),
    broken: ({ baseline, ...input }) =>
      coverageFunnel({
        ...input,
        baseline: exact(Math.min(1, Math.max(0, toNumber(baseline ?? fraction(0n))))),
      }),
  },
];
