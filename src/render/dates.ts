/** Which day of the week is a date, and is a value one that HTML's `time` takes? For rendering and layouts. */

/**
 * Returns the day of the week of an ISO date, Monday being 0.
 *
 *     weekdayOf("2022-01-26")   // 2, a Wednesday
 *
 * `undefined` for anything but a whole day of the calendar. By Sakamoto's method; no clock, no zone.
 */
export function weekdayOf(date: string): number | undefined {
  const groups = DAY.exec(date)?.groups;
  if (groups === undefined) return undefined;
  const month = Number(groups["month"]);
  const shift = MONTH_SHIFTS[month - 1];
  if (shift === undefined) return undefined;
  const year = Number(groups["year"]) - (month < 3 ? 1 : 0);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const fromSunday = (year + leaps + shift + Number(groups["day"])) % 7;
  return (fromSunday + 6) % 7;
}

/**
 * Returns how many months lie between year 0 and an ISO month or year, for placing bars on a line.
 *
 *     monthNumber("2022-01")   // 24264
 */
export function monthNumber(period: string): number {
  const [year, month] = period.split("-");
  return Number(year) * 12 + Number(month ?? "1") - 1;
}

/**
 * Returns a TIMEX3 value for HTML's `datetime` attribute: dates, months, years, weeks, dates with a time, and durations in days and
 * hours as they are; of a part of a day its day, of a weekend its week. `undefined` for what the attribute cannot say, such as
 * quarters, decades, and durations of months.
 *
 *     htmlTimeOf("2018-03-12TMO")  // "2018-03-12"
 */
export function htmlTimeOf(value: string): string | undefined {
  const known = value.replace(PART_OF_DAY_OR_WEEK, "");
  return HTML_TIME.test(known) && !EMPTY_DURATION.test(known) ? known : undefined;
}

/** Morning, midday, afternoon, evening, night or daytime of a day, after TIMEX3; the weekend of a week. */
const PART_OF_DAY_OR_WEEK = /(?<=^\d{4}-\d{2}-\d{2})T(?:MO|MI|AF|EV|NI|DT)$|(?<=^\d{4}-W\d{2})-WE$/;

const DAY = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;
const MONTH_SHIFTS: readonly number[] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
const HTML_TIME =
  /^(?:\d{4}|\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])|\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-][01]\d:[0-5]\d)?)?)?|P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/;
const EMPTY_DURATION = /^P$|T$/;
