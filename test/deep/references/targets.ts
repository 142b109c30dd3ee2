import * as core from "@tallykit/core";

import { dateOfNumber, dayNumber } from "../calendar.ts";
import { Refused } from "../compare.ts";
import { Fraction, fractionOf, sumOf, zero } from "../fraction.ts";
import { drawFraction, drawMaybe, drawName, drawNearDate, drawSigned } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { finite } from "./growthPaths.ts";
import { monthsAfter, shareGone } from "./periods.ts";

const drawPeriod = (random: Random): core.PeriodAtDay => ({
  startDate: drawNearDate(random),
  endDate: drawNearDate(random),
  asOf: drawNearDate(random),
});

/** Where a target stands, by its words; all values in the direction of the goal. */
function standing(at: {
  actual: Fraction;
  goal: Fraction;
  expected: Fraction;
  begun: boolean;
  ended: boolean;
}): core.TargetState {
  if (at.actual.compare(at.goal) >= 0) return "met";
  if (at.ended) return "missed";
  if (!at.begun) return "not started";
  return at.actual.compare(at.expected) >= 0 ? "on track" : "behind";
}

export const targetReferences: References = {
  targetProRata: reference(
    core.targetProRata,
    (random) => [
      { ...drawPeriod(random), goal: chance(random, 97) ? drawSigned(random) : new Fraction(10n ** 310n) },
    ],
    ({ goal, ...period }) => finite(shareGone(period).times(goal)),
  ),
  targetStatus: reference(
    core.targetStatus,
    (random) => {
      const [start, goal] = [drawSigned(random), drawSigned(random)];
      const period = drawPeriod(random);
      const plan =
        chance(random, 20) && period.startDate <= period.endDate
          ? start.plus(goal.minus(start).times(shareGone(period)))
          : undefined;
      return [
        {
          ...period,
          start,
          goal: chance(random, 5) ? start : goal,
          actual: plan ?? pick(random, [start, goal, drawSigned(random)]),
        },
      ];
    },
    ({ start: from, goal: to, actual: now, ...period }) => {
      const [start, goal, actual] = [from, to, now].map(fractionOf) as [Fraction, Fraction, Fraction];
      const expected = start.plus(goal.minus(start).times(shareGone(period)));
      const isLower = goal.compare(start) < 0;
      const turned = (value: Fraction): Fraction => (isLower ? value.negative() : value);
      const missing = turned(goal).minus(turned(actual));
      const gap = missing.numerator > 0n ? missing : zero;
      return {
        expected: finite(expected),
        attainment:
          start.compare(goal) === 0 ? undefined : finite(actual.minus(start).over(goal.minus(start))),
        gap: finite(gap),
        requiredPerMonth: finite(gap.over(new Fraction(monthsAfter(period)))),
        status: standing({
          actual: turned(actual),
          goal: turned(goal),
          expected: turned(expected),
          begun: period.asOf >= period.startDate,
          ended: period.asOf >= period.endDate,
        }),
      };
    },
  ),
  targetMilestones: reference(core.targetMilestones, (random) => [drawMilestones(random)], milestonesOf),
  targetToDate: reference(core.targetToDate, (random) => [drawToDate(random)], toDateOf),
};

function drawMilestones(random: Random): core.TargetMilestonesInput {
  const rows = random.whole(0, 5);
  const column = <Value>(make: () => Value): Value[] => columnOf(rows + (chance(random, 2) ? 1 : 0), make);
  return {
    kind: columnOf(rows, () => drawMaybe(random, () => drawName(random))),
    goal: column(() =>
      drawMaybe(random, () => (chance(random, 92) ? drawFraction(random) : drawSigned(random))),
    ),
    reached: column(() =>
      drawMaybe(random, () => (chance(random, 92) ? drawFraction(random) : drawSigned(random))),
    ),
    due: drawMaybe(random, () => column(() => drawMaybe(random, () => drawNearDate(random))), 30),
    asOf: drawMaybe(random, () => drawNearDate(random), 30),
  };
}

function milestonesOf({ kind, goal, reached, due, asOf }: core.TargetMilestonesInput): unknown {
  if (kind.length === 0) throw new Refused("emptyInput");
  if ([goal, reached, due ?? kind].some(({ length }) => length !== kind.length))
    throw new Refused("sizeMismatch");
  const none = { goal: undefined, reached: undefined, rate: undefined, shortfall: undefined };
  const counted: { wanted: Fraction; has: Fraction; short: Fraction; status: string }[] = [];
  const milestones = kind.map((name, row) => {
    const [asked, got, day] = [goal[row], reached[row], due?.[row]];
    const given = { kind: name, ...none, goal: asked && finite(asked), reached: got && finite(got) };
    if (name === undefined || asked === undefined || got === undefined)
      return { ...given, status: "missing" };
    const [wanted, has] = [fractionOf(asked), fractionOf(got)];
    if (wanted.numerator < 0n || has.numerator < 0n) return { ...given, status: "invalid" };
    const isMet = has.compare(wanted) >= 0;
    const isPast = day !== undefined && asOf !== undefined && dayNumber(asOf) >= dayNumber(day);
    const status = wanted.numerator === 0n ? "no goal" : isMet ? "met" : isPast ? "missed" : "open";
    const short = isMet ? zero : wanted.minus(has);
    counted.push({ wanted, has, short, status });
    return {
      kind: name,
      goal: finite(wanted),
      reached: finite(has),
      rate: wanted.numerator === 0n ? undefined : finite(has.over(wanted)),
      shortfall: finite(short),
      status,
    };
  });
  const [wanted, has, short] = [
    sumOf(counted.map((each) => each.wanted)),
    sumOf(counted.map((each) => each.has)),
    sumOf(counted.map((each) => each.short)),
  ];
  const statuses = counted.map(({ status }) => status);
  const status = ["missed", "open", "met"].find((each) => statuses.includes(each)) ?? "no goal";
  const nothing = milestones.some((row) => row.status === "missing") ? "missing" : "invalid";
  const total =
    counted.length === 0
      ? { ...none, status: nothing }
      : {
          goal: finite(wanted),
          reached: finite(has),
          rate: wanted.numerator === 0n ? undefined : finite(has.over(wanted)),
          shortfall: finite(short),
          status,
        };
  return { milestones, total, leftOut: milestones.length - counted.length };
}

function drawToDate(random: Random): core.TargetToDateInput {
  const rows = random.whole(chance(random, 95) ? 1 : 0, 5);
  let day = dayNumber("2024-01-01");
  const spans = columnOf(rows, () => {
    const start = day + random.whole(chance(random, 95) ? 0 : -9, 3);
    const end = start + random.whole(chance(random, 95) ? 0 : -1, 40);
    day = end + 1;
    return [dateOfNumber(start), dateOfNumber(end)] as const;
  });
  const missing = chance(random, 5) ? 40 : 0;
  return {
    goal: chance(random, 95) ? drawFraction(random) : drawSigned(random),
    periodStart: spans.map(([start]) => drawMaybe(random, () => start, missing)),
    periodEnd: spans.map(([, end]) => drawMaybe(random, () => end, missing)),
    actual: columnOf(rows + (chance(random, 3) ? 1 : 0), () =>
      drawMaybe(random, () => drawSigned(random), 15),
    ),
    asOf: dateOfNumber(dayNumber("2024-01-01") + random.whole(-5, 120)),
  };
}

function toDateOf({ goal: given, periodStart, periodEnd, actual, asOf }: core.TargetToDateInput): unknown {
  const goal = fractionOf(given);
  if (goal.numerator < 0n) throw new Refused("outOfRange");
  if (periodStart.length === 0) throw new Refused("emptyInput");
  if (periodEnd.length !== periodStart.length || actual.length !== periodStart.length)
    throw new Refused("sizeMismatch");
  const spans = periodStart.map((start, row) => {
    const end = periodEnd[row];
    if (start === undefined || end === undefined) throw new Refused("missingValue");
    return { start, end };
  });
  spans.forEach(({ start, end }, row) => {
    if (end < start || (row > 0 && start <= (spans[row - 1]?.end ?? ""))) throw new Refused("conflict");
  });
  const [first, last] = [spans[0]?.start ?? asOf, spans.at(-1)?.end ?? asOf];
  const nothing = {
    cumulative: undefined,
    expected: undefined,
    difference: undefined,
    rate: undefined,
    leftOut: 0,
  };
  return spans.map(({ start, end }, row) => {
    const value = actual[row];
    const row0 = { periodStart: start, periodEnd: end, actual: value && finite(value) };
    if (asOf < start) return { ...row0, ...nothing, status: "not started" };
    const day = asOf < end ? asOf : end;
    const expected = goal.times(shareGone({ startDate: first, endDate: last, asOf: day }));
    const soFar = actual.slice(0, row + 1);
    const leftOut = soFar.filter((each) => each === undefined).length;
    if (value === undefined)
      return { ...row0, ...nothing, expected: finite(expected), status: "missing", leftOut };
    const sum = sumOf(soFar.filter((each) => each !== undefined));
    const status = standing({ actual: sum, goal, expected, begun: true, ended: day >= last });
    return {
      ...row0,
      cumulative: finite(sum),
      expected: finite(expected),
      difference: finite(sum.minus(expected)),
      rate: expected.numerator === 0n ? undefined : finite(sum.over(expected)),
      status,
      leftOut,
    };
  });
}
