import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import type { Law } from "../law.laws.ts";
import { days, later, leapDays } from "./days.laws.ts";
import { termStatus } from "./termStatus.ts";

const years = fc.oneof(fc.integer({ min: 1, max: 10 }), fc.constantFrom(0.5, 2.5, 1 / 12));
const soon = fc.nat(24).map((months) => count(months));
const terms = fc.record({ lastElection: days, termYears: years, asOf: days, soonMonths: soon });
/** Terms that end close to the day on which one asks. */
const closeTerms = fc
  .record({ lastElection: days, termYears: years, soonMonths: soon, off: fc.integer({ min: -3, max: 3 }) })
  .map(({ off, ...term }) => {
    const due = termStatus({ ...term, asOf: term.lastElection }).dueDate ?? term.lastElection;
    return { ...term, asOf: later(due, off) };
  });
const allTerms = fc.oneof(terms, closeTerms);

type Status = typeof termStatus;

const overdueOnTheDay: Status = (input) => {
  const state = termStatus(input);
  return state.dueDate === input.asOf
    ? { status: "overdue", dueDate: state.dueDate, daysOverdue: count(0) }
    : state;
};
/** Years of 365 days, so that leap days eat into the term. */
const inDays: Status = (input) => {
  const { lastElection, termYears, asOf } = input;
  if (lastElection === undefined || termYears === undefined) return { status: "missing" };
  const dueDate = later(lastElection, Math.round(365 * termYears));
  const isOverdue = dueDate < asOf;
  return { status: isOverdue ? "overdue" : "in-term", dueDate, daysOverdue: count(0) };
};

export const termStatusLaws: readonly Law<Status>[] = [
  {
    name: "a term is overdue if and only if it ended before the day",
    property: (calculator) =>
      fc.property(allTerms, (input) => {
        const { status, dueDate } = calculator(input);
        return dueDate !== undefined && (status === "overdue") === dueDate < input.asOf;
      }),
    broken: overdueOnTheDay,
  },
  {
    name: "the days overdue lead from the due date to the day, and are 0 before",
    property: (calculator) =>
      fc.property(allTerms, (input) => {
        const { status, dueDate, daysOverdue } = calculator(input);
        if (dueDate === undefined) return false;
        return status === "overdue" ? later(dueDate, daysOverdue) === input.asOf : daysOverdue === 0;
      }),
    broken: inDays,
  },
  {
    name: "a term of whole years ends on the day of the election, or on 28 February after a leap day",
    property: (calculator) =>
      fc.property(fc.oneof(days, leapDays), fc.integer({ min: 1, max: 10 }), (lastElection, termYears) => {
        const due = calculator({ lastElection, termYears, asOf: lastElection }).dueDate?.slice(5);
        return due === lastElection.slice(5) || (lastElection.endsWith("02-29") && due === "02-28");
      }),
    broken: inDays,
  },
  {
    name: "a longer look ahead never makes a term less urgent, and no look makes it overdue",
    property: (calculator) =>
      fc.property(allTerms, fc.nat(24), (input, more) => {
        const near = calculator(input).status;
        const far = calculator({ ...input, soonMonths: count(input.soonMonths + more) }).status;
        return near === "in-term" ? far !== "overdue" : far === near;
      }),
    broken: (input) => {
      const state = termStatus(input);
      return state.status === "due-soon" && (input.soonMonths ?? 0) > 12
        ? { ...state, status: "in-term" }
        : state;
    },
  },
  {
    name: "as the days pass a term goes from in term to due soon to overdue, never back",
    property: (calculator) =>
      fc.property(allTerms, fc.nat(800), (input, passed) => {
        const order = ["in-term", "due-soon", "overdue"];
        const now = order.indexOf(calculator(input).status);
        const then = order.indexOf(calculator({ ...input, asOf: later(input.asOf, passed) }).status);
        return now >= 0 && then >= now;
      }),
    broken: (input) => {
      const state = termStatus(input);
      return state.status === "overdue" && state.daysOverdue > 365 ? { ...state, status: "in-term" } : state;
    },
  },
];
