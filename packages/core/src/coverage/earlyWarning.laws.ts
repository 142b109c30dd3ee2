import * as fc from "fast-check";
import { type Count, count } from "../exact/count.ts";
import type { Law } from "../law.laws.ts";
import { type CalendarDate, calendarDate } from "../periods/calendarDate.ts";
import { later } from "../periods/days.laws.ts";
import { termStatus } from "../periods/termStatus.ts";
import type { CoverageChannel } from "./coveragePolicy.ts";
import { earlyWarning, type EarlyWarningInput } from "./earlyWarning.ts";
import type { Reported } from "./tally.ts";
import type { Warning } from "./warning.ts";

interface Unit {
  readonly members: Reported;
  readonly form: CoverageChannel | undefined;
  readonly lastElection: CalendarDate | undefined;
  readonly termYears: number | undefined;
  readonly rates: readonly Reported[];
}

/** Days of seven years, so that terms of some years end close to them. */
const days = fc.nat(2556).map((number) => later(calendarDate("2020-01-01"), number));
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 8 });
const unit = fc.record<Unit>({
  members: maybe(fc.nat(6)),
  form: maybe(fc.constantFrom("own", "joint", "work", "none")),
  lastElection: maybe(days),
  termYears: maybe(fc.integer({ min: 1, max: 6 })),
  rates: fc.array(maybe(fc.integer({ min: 0, max: 9 })), { minLength: 4, maxLength: 4 }),
});
const scenes = fc.record({
  units: fc.array(unit, { minLength: 1, maxLength: 6 }),
  asOf: days,
  policy: fc
    .tuple(fc.nat(5), fc.nat(5))
    .map(([a, b]) => ({ ownFrom: count(Math.max(a, b)), jointFrom: count(Math.min(a, b)) })),
  fallingFor: fc.integer({ min: 1, max: 3 }).map((falls) => count(falls)),
});
type Scene = typeof scenes extends fc.Arbitrary<infer Value> ? Value : never;

const inputOf = ({ units, asOf, policy, fallingFor }: Scene): EarlyWarningInput => ({
  unit: units.map((_, index) => `unit ${index}`),
  members: units.map(({ members }) => members),
  form: units.map(({ form }) => form),
  lastElection: units.map(({ lastElection }) => lastElection),
  termYears: units.map(({ termYears }) => termYears),
  asOf,
  policy,
  history: { rates: units.map(({ rates }) => rates), fallingFor },
});
const rowsWith = (warnings: readonly Warning[], reason: Warning["reason"]): readonly number[] =>
  warnings.filter((warning) => warning.reason === reason).map(({ row }) => row);
const rowsWhere = (units: readonly Unit[], holds: (unit: Unit) => boolean): readonly number[] =>
  units.flatMap((each, index) => (holds(each) ? [index + 1] : []));
const isSame = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();

type Early = typeof earlyWarning;
const order = ["too-few-members", "term-overdue", "term-due-soon", "rate-falling"];
const zeroWhereMissing: Early = (input) =>
  earlyWarning({ ...input, members: input.members.map((members) => members ?? 0) });

export const earlyWarningLaws: readonly Law<Early>[] = [
  {
    name: "a unit is short of members if and only if both are known and its form requires more",
    property: (calculator) =>
      fc.property(scenes, (scene) => {
        const required = (form: CoverageChannel | undefined): Count | 0 =>
          form === "own" ? scene.policy.ownFrom : form === "joint" ? scene.policy.jointFrom : 0;
        return isSame(
          rowsWith(calculator(inputOf(scene)), "too-few-members"),
          rowsWhere(scene.units, ({ members, form }) => members !== undefined && members < required(form)),
        );
      }),
    broken: zeroWhereMissing,
  },
  {
    name: "its term is overdue or due soon as termStatus says",
    property: (calculator) =>
      fc.property(scenes, (scene) => {
        const warnings = calculator(inputOf(scene));
        return (["overdue", "due-soon"] as const).every((status) =>
          isSame(
            rowsWith(warnings, `term-${status}`),
            rowsWhere(scene.units, (each) => termStatus({ ...each, asOf: scene.asOf }).status === status),
          ),
        );
      }),
    broken: (input) => earlyWarning({ ...input, soonMonths: count(0) }),
  },
  {
    name: "the rates that are shown are one more than the falls, and each is lower than the one before",
    property: (calculator) =>
      fc.property(scenes, (scene) =>
        calculator(inputOf(scene)).every(
          (warning) =>
            warning.reason !== "rate-falling" ||
            (warning.rates.length === scene.fallingFor + 1 &&
              warning.rates.every((rate, index) => index === 0 || rate < (warning.rates[index - 1] ?? -1))),
        ),
      ),
    broken: (input) =>
      earlyWarning(input).map((warning) =>
        warning.reason === "rate-falling" ? { ...warning, rates: [...warning.rates].reverse() } : warning,
      ),
  },
  {
    name: "a rate that rises at the end silences the warning",
    property: (calculator) =>
      fc.property(scenes, (scene) => {
        const risen = scene.units.map((each) => ({ ...each, rates: [...each.rates, 10] }));
        return rowsWith(calculator(inputOf({ ...scene, units: risen })), "rate-falling").length === 0;
      }),
    // The first changes instead of the last.
    broken: ({ history, ...input }) =>
      earlyWarning({
        ...input,
        history: history && { ...history, rates: history.rates.map((rates) => rates.slice(0, 4)) },
      }),
  },
  {
    name: "units come in the order given, and the reasons of each in theirs",
    property: (calculator) =>
      fc.property(scenes, (scene) => {
        const places = calculator(inputOf(scene)).map(({ row, reason }) => 10 * row + order.indexOf(reason));
        return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
      }),
    broken: (input) => [...earlyWarning(input)].sort((a, b) => (a.reason < b.reason ? -1 : 1)),
  },
  {
    name: "a unit is judged by itself: without the others its warnings are the same",
    property: (calculator) =>
      fc.property(scenes, (scene) => {
        const known = scene.units.map((each) => ({ ...each, rates: each.rates.map((rate) => rate ?? 5) }));
        const all = calculator(inputOf({ ...scene, units: known }));
        return known.every((each, index) => {
          const alone = calculator(inputOf({ ...scene, units: [each] }));
          const among = all.filter(({ row }) => row === index + 1);
          return alone.map(({ reason }) => reason).join() === among.map(({ reason }) => reason).join();
        });
      }),
    broken: (input) => earlyWarning(input).slice(0, 2),
  },
];
