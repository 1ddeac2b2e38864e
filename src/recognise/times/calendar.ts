/** What day, week or month is it? Plain Gregorian arithmetic for the time rules (stage 4, recognise). */

/** Days from 1 March of year 0 to 1 January 1970, and of 400 years. */
const DAYS_TO_EPOCH = 719_468;
const DAYS_OF_ERA = 146_097;
const PUBLISHED = /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?/;
/** 1 January 1970 was a Thursday; weekdays are counted from Monday as 0. */
const EPOCH_WEEKDAY = 3;

/** The date of publication, to the precision known; `number` counts days since 1970 where the day is known. */
export interface Anchor {
  readonly year: number;
  readonly month?: number;
  readonly number?: number;
}

/**
 * Returns the parts of an ISO 8601 date of publication, or `undefined` for anything else.
 *
 *     anchorOf("2022-01")  // {year: 2022, month: 1}
 */
export function anchorOf(published: string | undefined): Anchor | undefined {
  const parts = PUBLISHED.exec(published ?? "")?.groups;
  if (!parts) return undefined;
  const year = Number(parts["year"]);
  const month = Number(parts["month"] ?? 0);
  const number = dayNumber(year, month, Number(parts["day"] ?? 0));
  if (month < 1 || month > 12) return { year };
  return number === undefined ? { year, month } : { year, month, number };
}

/** Returns the day since 1970 of an ISO date or moment, or `undefined` for anything that is not known to the day. */
export function numberOfDay(iso: string | undefined): number | undefined {
  return anchorOf(iso)?.number;
}

/**
 * Returns days since 1 January 1970, or `undefined` where there is no such day: 30 February, 0 May.
 *
 * By the arithmetic of Howard Hinnant's chrono-Compatible Low-Level Date Algorithms, as is `isoDay`: `Date` is slower.
 */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  // asked so that what is no number is refused, too
  if (!(year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= lastOfMonth(year, month)))
    return undefined;
  const ofMarch = month > 2 ? month - 3 : month + 9;
  const from = month > 2 ? year : year - 1;
  const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return 365 * from + leaps + Math.floor((153 * ofMarch + 2) / 5) + day - 1 - DAYS_TO_EPOCH;
}

/** Returns `2022-01-26` for a count of days since 1970. */
export function isoDay(number: number): string {
  const days = number + DAYS_TO_EPOCH;
  const era = Math.floor(days / DAYS_OF_ERA);
  const ofEra = days - era * DAYS_OF_ERA;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const ofMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * ofMarch + 2) / 5) + 1;
  const month = ofMarch < 10 ? ofMarch + 3 : ofMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Returns how many days a month has. */
export function lastOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Returns 0 for a Monday to 6 for a Sunday. */
export function weekdayOf(number: number): number {
  return (((number + EPOCH_WEEKDAY) % 7) + 7) % 7;
}

/** Returns how many days before a day (counted since 1970) the weekday last was: 0 to 6. */
export function daysSince(number: number, weekday: number): number {
  return (weekdayOf(number) - weekday + 7) % 7;
}

/**
 * Returns the day since 1970 of the nth weekday of a month, counted from 1, or of the last for -1; `undefined` where the
 * month has no such day.
 */
export function nthWeekday(
  year: number,
  month: number,
  { weekday, nth }: { readonly weekday: number; readonly nth: number },
): number | undefined {
  const first = dayNumber(year, month, 1);
  const last = dayNumber(year, month, lastOfMonth(year, month));
  if (first === undefined || last === undefined) return undefined;
  if (nth < 0) return last - daysSince(last, weekday);
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
  return day > last ? undefined : day;
}

/** Returns the ISO 8601 week that holds a day, such as `2022-W04`; it belongs to the year of its Thursday. */
export function isoWeek(number: number): string {
  const thursday = number - weekdayOf(number) + 3;
  const year = Number(isoDay(thursday).slice(0, 4));
  const first = dayNumber(year, 1, 1) ?? thursday;
  return `${year}-W${twoDigits(Math.floor((thursday - first) / 7) + 1)}`;
}

/** Returns `2022-01` for a month counted from January of year 0, so that months can be added. */
export function isoMonth(months: number): string {
  return `${fourDigits(Math.floor(months / 12))}-${twoDigits((((months % 12) + 12) % 12) + 1)}`;
}

/** Returns `2022-Q1` for a quarter counted from the first of year 0, so that quarters can be added. */
export function isoQuarter(quarters: number): string {
  return `${fourDigits(Math.floor(quarters / 4))}-Q${(quarters % 4) + 1}`;
}

/** Returns months since January of year 0, or `undefined` where the month of publication is not known. */
export function monthNumber(anchor: Anchor | undefined): number | undefined {
  return anchor?.month === undefined ? undefined : anchor.year * 12 + anchor.month - 1;
}

/** Returns how many months before a month (as `monthNumber` counts) the one of that name, from January as 0, last was: 0 to 11. */
export function monthsSince(months: number, month: number): number {
  return (((months - month) % 12) + 12) % 12;
}

/** Returns a year as ISO 8601 writes it. */
export function fourDigits(year: number): string {
  return String(year).padStart(4, "0");
}

/** Returns a month, day or hour as ISO 8601 writes it. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
