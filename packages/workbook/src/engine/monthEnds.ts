import type { ArrayValueObject, BaseFunction, BaseValueObject } from "@univerjs/engine-formula";

import type { Univer } from "./univer.ts";

type Given = Parameters<BaseFunction["calculate"]>;
type Result = ReturnType<BaseFunction["calculate"]>;

const patched = new WeakSet();
const dayInMilliseconds = 86_400_000;
/** Day 0 of the count from 1900, as it is right from 1 March 1900 on. */
const dayZero = Date.UTC(1899, 11, 30);

/**
 * Makes EDATE end at the end of a month, as in Excel: a month from 31 January is the last day of February.
 *
 * The engine goes on counting into the month after, to 2 or 3 March.
 */
export function patchMonthEnds({ formula }: Univer): void {
  const [edate] = formula.functionDate.find(([, name]) => String(name) === "EDATE") ?? [];
  if (typeof edate !== "function") throw new TypeError("the engine has no EDATE");
  if (patched.has(edate)) return;
  patched.add(edate);
  const prototype = edate.prototype as BaseFunction;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the function it is asked of, below
  const count = prototype.calculate;
  prototype.calculate = function (this: BaseFunction, ...given: Given): Result {
    const counted = count.apply(this, given);
    const [start] = given;
    if (!isArray(counted) || start === undefined) return counted;
    return counted.map((date, row, column) => {
      const from = isArray(start) ? cellOf(start, row, column) : start;
      if (!date.isNumber() || from?.isNumber() !== true) return date;
      const past = dayOfMonth(date);
      // A day earlier in its month than the one it started from belongs to the month after.
      return past < dayOfMonth(from)
        ? formula.NumberValueObject.create(Number(date.getValue()) - past)
        : date;
    });
  };
}

/** The cell of a range that serves a place; a range of one row or column serves all. */
function cellOf(range: ArrayValueObject, row: number, column: number): ReturnType<ArrayValueObject["get"]> {
  return range.get(range.getRowCount() === 1 ? 0 : row, range.getColumnCount() === 1 ? 0 : column);
}

function dayOfMonth(serial: BaseValueObject): number {
  return new Date(dayZero + Math.floor(Number(serial.getValue())) * dayInMilliseconds).getUTCDate();
}

function isArray(value: Result): value is ArrayValueObject {
  return value.isArray();
}
