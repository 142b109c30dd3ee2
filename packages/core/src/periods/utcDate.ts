/**
 * A JavaScript date of which the calendar day is the one in UTC, for date-fns to calculate with.
 *
 * date-fns asks a date for its local day. Local days are no calendar: 30 December 2011 does not exist in Apia, and
 * midnight does not exist in many zones on the day the clocks change, so the same sum could differ between two
 * computers. date-fns makes its results with the class of the date it is given, and this class answers in UTC, where
 * every day has 24 hours. It answers the questions that the functions in use ask; the tests run them in other time zones,
 * where a question that is missing here would show.
 */
export class UtcDate extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }

  override getMonth(): number {
    return this.getUTCMonth();
  }

  override getDate(): number {
    return this.getUTCDate();
  }

  override setFullYear(...parts: [year: number, month?: number, day?: number]): number {
    return this.setUTCFullYear(...parts);
  }

  override setMonth(...parts: [month: number, day?: number]): number {
    return this.setUTCMonth(...parts);
  }

  override setDate(day: number): number {
    return this.setUTCDate(day);
  }
}
