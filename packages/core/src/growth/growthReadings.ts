import { count } from "../exact/count.ts";
import { growthBase, type GrowthBase, type GrowthBaseInput } from "./growthBase.ts";
import { mostPeriods } from "./growthPath.ts";
import { requireYear } from "./growthYears.ts";

/** A value of one year, and since when it has been growing. */
export interface GrowthReadingsInput extends Omit<GrowthBaseInput, "periods"> {
  /** The year of the value. */
  readonly year: number;
  /** The year that growth is said to run from. */
  readonly from: number;
}

/** The base of one reading. */
export interface GrowthReading extends GrowthBase {
  /** The year of the base. */
  readonly baseYear: number;
  /** The first year that is above the year before it by the rate. */
  readonly firstGrowthYear: number;
}

/** The two things that "growing from a year" can mean. */
export interface GrowthReadings {
  /** The year is that of the base: growth begins the year after. */
  readonly asBaseYear: GrowthReading;
  /** The year is the first of growth: the base is a year earlier. */
  readonly asFirstGrowthYear: GrowthReading;
}

/**
 * Both bases that "growing from a year" can mean, each with the whole numbers that fit.
 *
 * As `growthBase`, once with the year as that of the base and once as the first of growth, a year more. 650 in 2021,
 * growing 20 % a year from 2020, had either 541.67 in 2020 or 451.39 in 2019; a text that does not say which has no
 * base until somebody does.
 *
 * **Units.** In the unit of the end; whole years.
 *
 * **Errors.** `outOfRange` for years that are not whole or not in order, and for whatever `growthBase` refuses.
 *
 * **Source.** Present value as in any textbook, P = S / (1 + i)^n, e.g. S. G. Kellison, The Theory of Interest,
 * chapter 1, with n counted from either year.
 *
 * @throws CalculationError `outOfRange` when a year is not whole, or year is before from
 * @throws CalculationError `outOfRange` when `growthBase` refuses end, rate or length
 *
 * @example
 * const readings = growthReadings({ end: exact(650), year: 2021, rate: exact("0.2"), from: 2020, place: "each" });
 * readings.asBaseYear //=> { baseYear: 2020, firstGrowthYear: 2021, base: 1625 / 3, lowest: 542, highest: 542 }
 * readings.asFirstGrowthYear //=> { baseYear: 2019, firstGrowthYear: 2020, base: 8125 / 18, lowest: 452, highest: 452 }
 * growthReadings({ end: exact(650), year: 2019, rate: exact("0.2"), from: 2020 }) //=> throws outOfRange
 */
export function growthReadings({ year, from, ...value }: GrowthReadingsInput): GrowthReadings {
  requireYear("growthReadings", { name: "from", year: from });
  requireYear("growthReadings", { name: "year", year, from, to: from + mostPeriods - 1 });
  const reading = (baseYear: number): GrowthReading => ({
    baseYear,
    firstGrowthYear: baseYear + 1,
    ...growthBase({ ...value, periods: count(year - baseYear) }),
  });
  return { asBaseYear: reading(from), asFirstGrowthYear: reading(from - 1) };
}
