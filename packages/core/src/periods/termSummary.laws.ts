import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { rate } from "../exact/rate.ts";
import type { Law } from "../law.laws.ts";
import type { CalendarDate } from "./calendarDate.ts";
import { days } from "./days.laws.ts";
import { termStatus } from "./termStatus.ts";
import { type TermCounts, termSummary } from "./termSummary.ts";

interface Row {
  readonly lastElection: CalendarDate | undefined;
  readonly termYears: number | undefined;
  readonly group: string | undefined;
}

const rows = fc.array(
  fc.record<Row>({
    lastElection: fc.option(days, { nil: undefined, freq: 6 }),
    termYears: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined, freq: 6 }),
    group: fc.option(fc.constantFrom("a", "b", "c", "__proto__"), { nil: undefined, freq: 8 }),
  }),
  { minLength: 1, maxLength: 12 },
);

type Summary = typeof termSummary;

const columnsOf = (given: readonly Row[]): Omit<Parameters<Summary>[0], "asOf"> => ({
  lastElection: given.map(({ lastElection }) => lastElection),
  termYears: given.map(({ termYears }) => termYears),
  group: given.map(({ group }) => group),
});
const allOf = ({ inTerm, dueSoon, overdue, missing }: TermCounts): number =>
  inTerm + dueSoon + overdue + missing;

export const termSummaryLaws: readonly Law<Summary>[] = [
  {
    name: "every row is counted once in all, and a row with a group once in it",
    property: (calculator) =>
      fc.property(rows, days, (given, asOf) => {
        const { groups, total } = calculator({ ...columnsOf(given), asOf });
        return (
          allOf(total) === given.length &&
          groups.every((each) => allOf(each) === given.filter(({ group }) => group === each.group).length)
        );
      }),
    broken: (input) =>
      termSummary({ ...input, lastElection: input.lastElection.slice(1), termYears: 5, group: undefined }),
  },
  {
    name: "the overdue rows are those that termStatus finds overdue",
    property: (calculator) =>
      fc.property(rows, days, (given, asOf) => {
        const { overdue } = calculator({ ...columnsOf(given), asOf }).total;
        const withGroup = given.filter(({ group }) => group !== undefined);
        return (
          overdue === withGroup.filter((row) => termStatus({ ...row, asOf }).status === "overdue").length
        );
      }),
    broken: (input) => {
      const { groups, total } = termSummary(input);
      return { groups, total: { ...total, overdue: count(total.overdue + total.missing) } };
    },
  },
  {
    name: "the share overdue of all pools the groups' counts",
    property: (calculator) =>
      fc.property(rows, days, (given, asOf) => {
        const { groups, total } = calculator({ ...columnsOf(given), asOf });
        const sum = (part: "numerator" | "denominator"): number =>
          groups.reduce((all, { shareOverdue }) => all + shareOverdue[part], 0);
        return (
          total.shareOverdue.numerator === sum("numerator") &&
          total.shareOverdue.denominator === sum("denominator")
        );
      }),
    // Missing terms counted as if they were in term.
    broken: (input) => {
      const { groups, total } = termSummary(input);
      const denominator = count(total.inTerm + total.dueSoon + total.overdue + total.missing);
      return { groups, total: { ...total, shareOverdue: rate({ numerator: total.overdue, denominator }) } };
    },
  },
  {
    name: "the order of the rows changes no count",
    property: (calculator) =>
      fc.property(rows, days, (given, asOf) => {
        const [there, back] = [given, [...given].reverse()].map((order) =>
          calculator({ ...columnsOf(order), asOf }),
        );
        const sorted = (found: typeof there): string =>
          JSON.stringify([
            found?.total,
            found?.groups.map((group) => JSON.stringify(group)).sort((a, b) => (a < b ? -1 : 1)),
          ]);
        return sorted(there) === sorted(back);
      }),
    broken: (input) => {
      const { groups, total } = termSummary(input);
      return { groups: groups.slice(0, 1), total };
    },
  },
];
