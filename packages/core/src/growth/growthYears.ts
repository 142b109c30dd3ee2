import { count } from "../exact/count.ts";
import { toNumber } from "../exact/fraction.ts";
import { growthPath, type GrowthPathInput, mostPeriods } from "./growthPath.ts";
import { outOfRange } from "./outOfRange.ts";

/** A base, its year, and how it is to grow until the last year. */
export interface GrowthYearsInput extends Omit<GrowthPathInput, "periods"> {
  /** The year of the base. */
  readonly baseYear: number;
  /** The first year that is above the year before it by the rate; the year after the base year if not said. */
  readonly firstGrowthYear?: number | undefined;
  /** The last year of the path; at most 1,048,575 years after the base year. */
  readonly lastYear: number;
}

/** One year of a path. */
export interface GrowthYear {
  /** The year. */
  readonly year: number;
  /** The value of that year. */
  readonly value: number;
}

/** Far enough for any calendar, and near enough for every difference to be exact. */
const farthestYear = 1e9;

/**
 * A growth path with its years, from the base year to the last.
 *
 * As `growthPath`, with the years beside the values. "Growing from 2020" may mean that 2020 is the base year, or that
 * 2020 is the first year of growth and 2019 the base: both are said here, neither is guessed. Years before the first
 * year of growth keep the base.
 *
 * **Units.** Whole years, or any periods that are numbered on. Rows of year and value, as a line chart takes them.
 *
 * **Errors.** `outOfRange` for years that are not whole or not in order, and for whatever `growthPath` refuses.
 *
 * **Source.** Base year and growth as in the Science Based Targets initiative's documents, where a target is base year,
 * target year and method, not one number.
 *
 * @throws CalculationError `outOfRange` when a year is not whole, or the years are not in order
 * @throws CalculationError `outOfRange` when `growthPath` refuses base, rate or length
 *
 * @example
 * const plan = { base: exact(542), rate: exact("0.2"), baseYear: 2020, lastYear: 2022, rounding: "nearest" } as const;
 * growthYears(plan) //=> [{ year: 2020, value: 542 }, { year: 2021, value: 650 }, { year: 2022, value: 780 }]
 * growthYears({ ...plan, firstGrowthYear: 2022 })[1] //=> { year: 2021, value: 542 }
 * growthYears({ ...plan, firstGrowthYear: 2020 }) //=> throws outOfRange
 */
export function growthYears({
  baseYear,
  firstGrowthYear = baseYear + 1,
  lastYear,
  ...growth
}: GrowthYearsInput): readonly GrowthYear[] {
  requireYear("growthYears", { name: "baseYear", year: baseYear });
  requireYear("growthYears", { name: "firstGrowthYear", year: firstGrowthYear, from: baseYear + 1 });
  requireYear("growthYears", {
    name: "lastYear",
    year: lastYear,
    from: baseYear,
    to: baseYear + mostPeriods,
  });
  const waiting = Math.min(firstGrowthYear - 1, lastYear) - baseYear;
  const values = growthPath({ ...growth, periods: count(lastYear - baseYear - waiting) });
  const still = new Array<number>(waiting).fill(toNumber(growth.base));
  return [...still, ...values].map((value, index) => ({ year: baseYear + index, value }));
}

/** Refuses a year that is not whole, or not between two years. */
export function requireYear(
  calculator: string,
  {
    name,
    year,
    from = -farthestYear,
    to = farthestYear,
  }: { readonly name: string; readonly year: number; readonly from?: number; readonly to?: number },
): void {
  if (Number.isInteger(year) && year >= from && year <= to) return;
  throw outOfRange(calculator, name, `a whole number from ${from} to ${to}`, String(year));
}
