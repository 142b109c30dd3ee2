import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { compareRates, rate } from "../exact/rate.ts";
import type { Law } from "../law.laws.ts";
import type { ChannelCoverage } from "./channelTally.ts";
import { type ClassCoverage, coverageChannels, type CoverageChannelsInput } from "./coverageChannels.ts";
import { policies } from "./coverageDue.laws.ts";
import type { CoverageChannel, CoveragePolicy } from "./coveragePolicy.ts";
import type { Reported } from "./tally.ts";

// Registers of units. Sizes lie close to the thresholds; a row stands for a few units, or for very many.

type Channels = typeof coverageChannels;

interface Row {
  readonly members: Reported;
  readonly form: CoverageChannel | undefined;
  readonly units: Reported;
}

const columnsOf = (rows: readonly Row[], policy: CoveragePolicy): CoverageChannelsInput => ({
  members: rows.map(({ members }) => members),
  form: rows.map(({ form }) => form),
  units: rows.map(({ units }) => units),
  policy,
});
const rowsOf = ({ members, form, units }: CoverageChannelsInput): Row[] =>
  members.map((size, row) => ({
    members: size,
    form: form[row],
    units: units === undefined ? 1 : units[row],
  }));

const dozen = { minLength: 1, maxLength: 12 };
const sizes = fc.nat(14);
const channels = fc.constantFrom("own", "joint", "work", "none");
const weights = fc.oneof(fc.nat(5), fc.integer({ min: 0, max: 2 ** 49 }));
const completeRows = fc.array(fc.record({ members: sizes, form: channels, units: weights }), dozen);
const gaps = fc.constantFrom(undefined, -1, 0.5, NaN);
const raggedRows = fc.array(
  fc.record({
    members: fc.oneof({ weight: 6, arbitrary: sizes }, { weight: 1, arbitrary: gaps }),
    form: fc.option(channels, { nil: undefined, freq: 8 }),
    units: fc.oneof({ weight: 6, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: gaps }),
  }),
  dozen,
);

const names = ["units", "own", "joint", "work", "none"] as const;
const rates = ["organisationRate", "ownRate", "workRate", "establishmentRate"] as const;
const isSame = (a: ChannelCoverage, b: ChannelCoverage): boolean =>
  names.every((name) => a[name] === b[name]) &&
  rates.every(
    (name) => a[name]?.numerator === b[name]?.numerator && a[name]?.denominator === b[name]?.denominator,
  ) &&
  a.leftOut.missing === b.leftOut.missing &&
  a.leftOut.invalid === b.leftOut.invalid;
const areSame = (a: ReturnType<Channels>, b: ReturnType<Channels>): boolean =>
  isSame(a.total, b.total) &&
  a.classes.every((each, index) => {
    const other = b.classes[index];
    return each.due === other?.due && isSame(each, other);
  });

const afterChanging =
  (change: (rows: readonly Row[]) => readonly Row[]): Channels =>
  (input) =>
    coverageChannels(columnsOf(change(rowsOf(input)), input.policy));
const withTotal =
  (change: (total: ChannelCoverage) => ChannelCoverage): Channels =>
  (input) => {
    const result = coverageChannels(input);
    return { ...result, total: change(result.total) };
  };
const oneUnitARow = afterChanging((rows) => rows.map((row) => ({ ...row, units: 1 })));

export const coverageChannelsLaws: readonly Law<Channels>[] = [
  {
    name: "C10 own, joint, work and none are all the units, in every class and in total",
    property: (calculator) =>
      fc.property(raggedRows, policies, (rows, policy) => {
        const { classes, total } = calculator(columnsOf(rows, policy));
        return [...classes, total].every(
          ({ units, own, joint, work, none }) => own + joint + work + none === units,
        );
      }),
    // Units that have nothing are forgotten.
    broken: withTotal((total) => ({ ...total, units: count(total.own + total.joint + total.work) })),
  },
  {
    name: "C10 work coverage is never below organisation coverage, nor this below own",
    property: (calculator) =>
      fc.property(completeRows, policies, (rows, policy) => {
        const { organisationRate, ownRate, workRate } = calculator(columnsOf(rows, policy)).total;
        if (!organisationRate || !ownRate || !workRate || workRate.denominator === 0) return true;
        return compareRates(workRate, organisationRate) >= 0 && compareRates(organisationRate, ownRate) >= 0;
      }),
    // Work coverage taken as the units with an instructor only.
    broken: withTotal((total) => ({
      ...total,
      workRate: rate({ numerator: total.work, denominator: total.units }),
    })),
  },
  {
    name: "C11 a unit is in the class of its size, and in no other",
    property: (calculator) =>
      fc.property(completeRows, policies, (rows, policy) => {
        const { classes } = calculator(columnsOf(rows, policy));
        const isWithin = ({ sizes: within }: ClassCoverage, members: number): boolean =>
          within !== undefined && members >= within.from && members <= (within.to ?? Infinity);
        return classes.every((each) => {
          const inside = rows.filter(({ members }) => isWithin(each, members));
          return inside.reduce((sum, { units }) => sum + units, 0) === each.units;
        });
      }),
    // "More than 3" for "3 or more".
    broken: (input) => {
      const { members } = input;
      const { classes, ...others } = coverageChannels({
        ...input,
        members: members.map((size = 0) => Math.max(0, size - 1)),
      });
      return { ...others, classes };
    },
  },
  {
    name: "C11 a member who moves changes the class of at most one row's units",
    property: (calculator) =>
      fc.property(completeRows, policies, fc.nat(11), (rows, policy, place) => {
        const moved = rows.map((row, index) =>
          index === place % rows.length ? { ...row, members: row.members + 1 } : row,
        );
        const [before, after] = [rows, moved].map((some) => calculator(columnsOf(some, policy)).classes);
        const changes = (before ?? []).map(({ units }, index) => (after?.[index]?.units ?? 0) - units);
        const units = rows[place % rows.length]?.units ?? 0;
        const isMoved = changes.filter((change) => change === units).length === 1;
        return (
          changes.every((change) => change === 0) ||
          (isMoved && changes.filter((change) => change === -units).length === 1)
        );
      }),
    // Every row in the class of the mean size.
    broken: afterChanging((rows) => {
      const sum = rows.reduce((all, { members = 0 }) => all + members, 0);
      return rows.map((row) => ({ ...row, members: Math.round(sum / rows.length) }));
    }),
  },
  {
    name: "the classes add up to the total, establishment included",
    property: (calculator) =>
      fc.property(completeRows, policies, (rows, policy) => {
        const { classes, total } = calculator(columnsOf(rows, policy));
        const sumOf = (valueOf: (coverage: ChannelCoverage) => number | undefined): boolean =>
          classes.reduce((sum, each) => sum + (valueOf(each) ?? 0), 0) === valueOf(total);
        return (
          names.every((name) => sumOf((each) => each[name])) &&
          rates.every(
            (name) => sumOf((each) => each[name]?.numerator) && sumOf((each) => each[name]?.denominator),
          )
        );
      }),
    // Establishment over all units, whether they are due an organisation or not.
    broken: withTotal((total) => ({
      ...total,
      establishmentRate: rate({ numerator: count(total.own + total.joint), denominator: total.units }),
    })),
  },
  {
    name: "who is due a joint organisation and has its own is established; who is due its own and shares is not",
    property: (calculator) =>
      fc.property(policies, sizes, channels, (policy, members, form) => {
        const { classes } = calculator(columnsOf([{ members, form, units: 1 }], policy));
        const [own, joint, work] = classes.map(({ establishmentRate }) => establishmentRate?.numerator);
        const isLarge = members >= policy.ownFrom;
        const isSmall = !isLarge && members >= policy.jointFrom;
        return (
          own === (isLarge && form === "own" ? 1 : 0) &&
          joint === (isSmall && (form === "own" || form === "joint") ? 1 : 0) &&
          work === 0
        );
      }),
    // Only the very form that is due.
    broken: (input) => {
      const { classes, ...others } = coverageChannels(input);
      const exact = classes.map((each) => ({
        ...each,
        establishmentRate: rate({
          numerator: each.due === "work" ? count(0) : each[each.due],
          denominator: each.units,
        }),
      }));
      return { ...others, classes: exact };
    },
  },
  {
    name: "C4 the order of the rows changes nothing",
    property: (calculator) =>
      fc.property(
        policies,
        raggedRows.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        (policy, [rows, shuffled]) =>
          areSame(calculator(columnsOf(rows, policy)), calculator(columnsOf(shuffled, policy))),
      ),
    broken: afterChanging((rows) => {
      let last: Row["form"];
      return rows.map((row) => ({ ...row, form: (last = row.form ?? last) }));
    }),
  },
  {
    name: "C4 a row that stands for many units is as many rows of one",
    property: (calculator) =>
      fc.property(
        policies,
        fc.array(fc.record({ members: sizes, form: channels, units: fc.integer({ min: 1, max: 5 }) }), dozen),
        (policy, rows) => {
          const single = rows.flatMap((row) =>
            Array.from({ length: row.units }, () => ({ ...row, units: 1 })),
          );
          return areSame(calculator(columnsOf(rows, policy)), calculator(columnsOf(single, policy)));
        },
      ),
    broken: oneUnitARow,
  },
  {
    name: "C12 rows that lack a value or hold an impossible one are left out, and counted",
    property: (calculator) =>
      fc.property(policies, raggedRows, (policy, rows) => {
        const isGap = ({ members, form, units }: Row): boolean => [members, form, units].includes(undefined);
        const known = rows.filter((row) => !isGap(row));
        const counted = known.filter(({ members = -1, units = -1 }) =>
          [members, units].every((value) => value >= 0 && Math.floor(value) === value),
        );
        const { total } = calculator(columnsOf(rows, policy));
        return (
          total.leftOut.missing === rows.length - known.length &&
          total.leftOut.invalid === known.length - counted.length &&
          total.units === counted.reduce((sum, { units = 0 }) => sum + units, 0) &&
          (total.organisationRate === undefined) === (counted.length === 0)
        );
      }),
    broken: afterChanging((rows) => rows.map((row) => ({ ...row, form: row.form ?? "none" }))),
  },
  {
    name: "staff decides on units without members only",
    property: (calculator) =>
      fc.property(
        policies,
        completeRows,
        fc.array(fc.nat(16), { minLength: 12, maxLength: 12 }),
        fc.nat(16),
        (policy, rows, allStaff, staffFrom) => {
          const staff = allStaff.slice(0, rows.length);
          const admitted = rows.filter(({ members }, row) => members > 0 || (staff[row] ?? 0) >= staffFrom);
          fc.pre(admitted.length > 0);
          const input = { ...columnsOf(rows, policy), admission: { staff, staffFrom: count(staffFrom) } };
          const result = calculator(input);
          const isRest = result.outside === rows.length - admitted.length;
          return isRest && areSame(result, calculator(columnsOf(admitted, policy)));
        },
      ),
    // Size decides on everybody.
    broken: (input) => {
      const { admission } = input;
      const isSmall = (row: number): boolean => (admission?.staff[row] ?? 0) < (admission?.staffFrom ?? 0);
      const kept = rowsOf(input).filter((_, row) => admission === undefined || !isSmall(row));
      return kept.length === 0
        ? coverageChannels(input)
        : { ...coverageChannels(columnsOf(kept, input.policy)), outside: input.members.length - kept.length };
    },
  },
];
