const dayInMilliseconds = 86_400_000;
/** Day 0 of the count from 1900, which has a 29 February 1900 that never was: right from 1 March 1900 on. */
const dayZero = Date.UTC(1899, 11, 30);
/** How many days later the count from 1904 starts. */
const daysTo1904 = 1462;

/** The serial number of a date as strict files write it, such as `2024-03-01T12:00:00`; `undefined` where it is none. */
export function serialOfDate(text: string, from1904: boolean): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?Z?)?$/.test(text)) return undefined;
  const [day = "", time = "00:00"] = text.replace("Z", "").split("T");
  const milliseconds = Date.parse(`${day}T${time}Z`);
  if (!Number.isFinite(milliseconds)) return undefined;
  const serial = (milliseconds - dayZero) / dayInMilliseconds;
  if (from1904) return serial - daysTo1904;
  return serial < 61 ? serial - 1 : serial;
}
