/* eslint-disable @typescript-eslint/no-unsafe-call -- every line is wrong on purpose, and the compiler is to say so */
// Compiled with everything else and never run: see core.ts.
import { callFunction, type Cell, type Result, table } from "@tallykit/sheet";

const answer: Result = callFunction("COVERAGE_RATE", [3, 4]);

// @ts-expect-error -- an answer may be rows or an error, not only a number
const number: number = answer;
// @ts-expect-error -- a date is no cell: cells hold serial numbers
const date: Cell = new Date();
// @ts-expect-error -- undefined is no cell: a blank one is null
const blank: Cell = undefined;
// @ts-expect-error -- a whole number of any length is no cell
const whole: Cell = 1n;
// @ts-expect-error -- no such error
const odd: Cell = { error: "#OOPS!" };
// @ts-expect-error -- arguments come as one list
callFunction("COVERAGE_RATE", 3, 4);
// @ts-expect-error -- the table is read and not written
table.push(table[0]);
// @ts-expect-error -- the id of a function is frozen
table[0]!.id = "OTHER";
// @ts-expect-error -- a row of an answer is read and not written
if (Array.isArray(answer)) (answer as Extract<Result, readonly unknown[]>)[0] = [];

/** What is made here is used, so that only what must not compile is told. */
export const made: readonly unknown[] = [number, date, blank, whole, odd];
