/** What day, week or month is it? Plain Gregorian arithmetic for the time rules (stage 4, recognise). */

const DAY_MS = 86_400_000;
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

/** Returns days since 1 January 1970, or `undefined` where there is no such day: 30 February, 0 May. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (year < 100 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined;
  return at.getTime() / DAY_MS;
}

/** Returns `2022-01-26` for a count of days since 1970. */
export function isoDay(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** Returns 0 for a Monday to 6 for a Sunday. */
export function weekdayOf(number: number): number {
  return (((number + EPOCH_WEEKDAY) % 7) + 7) % 7;
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
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  if (first === undefined || next === undefined) return undefined;
  const last = next - 1;
  if (nth < 0) return last - ((weekdayOf(last) - weekday + 7) % 7);
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
  return day > last ? undefined : day;
}

/** Returns the ISO 8601 week that holds a day, such as `2022-W04`; it belongs to the year of its Thursday. */
export function isoWeek(number: number): string {
  const thursday = number - weekdayOf(number) + 3;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const first = dayNumber(year, 1, 1) ?? thursday;
  return `${year}-W${twoDigits(Math.floor((thursday - first) / 7) + 1)}`;
}

/** Returns `2022-01` for a month counted from January of year 0, so that months can be added. */
export function isoMonth(months: number): string {
  return `${fourDigits(Math.floor(months / 12))}-${twoDigits((((months % 12) + 12) % 12) + 1)}`;
}

/** Returns months since January of year 0, or `undefined` where the month of publication is not known. */
export function monthNumber(anchor: Anchor | undefined): number | undefined {
  return anchor?.month === undefined ? undefined : anchor.year * 12 + anchor.month - 1;
}

/** Returns a year as ISO 8601 writes it. */
export function fourDigits(year: number): string {
  return String(year).padStart(4, "0");
}

/** Returns a month, day or hour as ISO 8601 writes it. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
