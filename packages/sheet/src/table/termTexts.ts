import { count, type Count, toNumber } from "@tallykit/core";

import { readNumber } from "../cell/reading.ts";
import { counts, dateSerial, withDefault } from "./cells.ts";
import { bounds, type ColumnValues, dateSerials } from "./columns.ts";
import type { CellParameter, Parameter } from "./parameter.ts";

/** The length of a term: one for all rows, or one a row; `undefined` where it is missing. */
export type Years = number | readonly (number | undefined)[] | undefined;

/** The parameter of last elections. */
export function lastElections(): Parameter<ColumnValues<number | undefined>> {
  return dateSerials({
    zhName: "上次选举日",
    en: "A column: the date of each unit's last election.",
    zh: "一列：各单位上次选举的日期。",
  });
}

/** The parameter of the length of a term; where it is missing, so is the term. */
export function termYears(): Parameter<Years> {
  const text = {
    zhName: "任期年数",
    en: "Years of a term: one value, or a column; 2.5 is 30 months.",
    zh: "任期年数：一个值或一列；2.5 即 30 个月。",
  };
  return { ...bounds(text, (cell, place) => toNumber(readNumber(cell, place))), optional: false };
}

/** The parameter of the day on which one asks. */
export function asOf(): CellParameter<number> {
  return dateSerial({
    zhName: "截止日期",
    en: "The date on which you ask; type it, since TODAY() recalculates always.",
    zh: "统计截止日期；请直接输入日期，TODAY() 会使表格不断重算。",
  });
}

/** The parameter of how many months ahead are soon. */
export function soonMonths(): CellParameter<Count> {
  const text = {
    zhName: "预警月数",
    en: "A term that ends within so many months is due soon.",
    zh: "在此月数之内届满的，算即将届满。",
  };
  return withDefault<Count>(counts(text), count(6), "6");
}

/** The length of each row's term. */
export function yearsOfRows(years: Years, rows: number): readonly (number | undefined)[] {
  return typeof years === "object" ? years : Array.from({ length: rows }, () => years);
}
