/** Where in the calendar does a TIMEX3 value stand? Works on strings; knows no clock. */
import { daysInMonth } from "./dates.ts";

/** How exactly a time is known. A quarter or a half of a year is a term of accounts. */
export type TimeGrain =
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "season"
  | "year"
  | "decade"
  | "century";

/** A stretch of the calendar. */
export interface CalendarPlace {
  readonly grain: TimeGrain;
  /** The smallest day, month, year, decade (`193`) or century (`19`) of which it is a part: a week's month is its Thursday's. */
  readonly period: string;
  /** Its first day and its last. */
  readonly first: string;
  readonly last: string;
}

const FORM =
  /^(?<year>\d{4})(?:-(?:W(?<week>\d\d)(?<weekend>-WE)?|Q(?<quarter>[1-4])|H(?<half>[12])|(?<season>SP|SU|FA|WI)|(?<month>\d\d)(?:-(?<day>\d\d)(?:T.*)?)?))?$/;
const DECADE = /^(?<decade>\d{3})X?$/;
const CENTURY = /^(?<century>\d{2})(?:XX)?$/;

const SEASONS: ReadonlyMap<string, { first: string; last: string }> = new Map([
  ["SP", { first: "03-01", last: "05-31" }],
  ["SU", { first: "06-01", last: "08-31" }],
  ["FA", { first: "09-01", last: "11-30" }],
  ["WI", { first: "01-01", last: "12-31" }],
]);

/**
 * Returns the place of a TIMEX3 value in the calendar; undefined for durations, sets, and what is no date at all. A time
 * of day is in its day. Winters reach over two years, and hemispheres differ: nothing more exact than the year is
 * known of a season's place.
 *
 *     calendarPlace("2022-W04")?.first   // "2022-01-24"
 */
export function calendarPlace(value: string): CalendarPlace | undefined {
  const decade = DECADE.exec(value)?.groups?.["decade"];
  if (decade !== undefined) {
    const [first, last] = [`${decade}0-01-01`, `${decade}9-12-31`];
    return { grain: "decade", period: decade, first, last };
  }
  const century = CENTURY.exec(value)?.groups?.["century"];
  if (century !== undefined) {
    const [first, last] = [`${century}00-01-01`, `${century}99-12-31`];
    return { grain: "century", period: century, first, last };
  }
  const { year, month, day, week, weekend, season, quarter, half } = FORM.exec(value)?.groups ?? {};
  if (year === undefined) return undefined;
  if (week !== undefined) return weekPlace(year, Number(week), weekend !== undefined);
  if (season !== undefined) return seasonPlace(year, season);
  if (quarter !== undefined) return termPlace(year, Number(quarter), 3);
  if (half !== undefined) return termPlace(year, Number(half), 6);
  if (month === undefined)
    return place("year", year, { first: `${year}-01-01`, last: `${year}-12-31` });
  return day === undefined ? monthPlace(`${year}-${month}`) : dayPlace(`${year}-${month}-${day}`);
}

/** Returns whether a stretch lies before another, after it, or shares days with it. */
export function orderOf(
  one: Pick<CalendarPlace, "first" | "last">,
  other: Pick<CalendarPlace, "first" | "last">,
): "before" | "after" | "together" {
  if (one.last < other.first) return "before";
  return one.first > other.last ? "after" : "together";
}

function place(
  grain: TimeGrain,
  period: string,
  days: Pick<CalendarPlace, "first" | "last">,
): CalendarPlace {
  return { grain, period, ...days };
}

function dayPlace(day: string): CalendarPlace | undefined {
  const isDay = Number(day.slice(8)) >= 1 && Number(day.slice(8)) <= daysInMonth(day.slice(0, 7));
  return isDay && isMonth(day) ? place("day", day, { first: day, last: day }) : undefined;
}

function monthPlace(month: string): CalendarPlace | undefined {
  if (!isMonth(month)) return undefined;
  const last = `${month}-${daysInMonth(month)}`;
  return place("month", month, { first: `${month}-01`, last });
}

function isMonth(period: string): boolean {
  const month = Number(period.slice(5, 7));
  return month >= 1 && month <= 12;
}

function seasonPlace(year: string, code: string): CalendarPlace | undefined {
  const season = SEASONS.get(code);
  if (season === undefined) return undefined;
  const days = { first: `${year}-${season.first}`, last: `${year}-${season.last}` };
  return place("season", year, days);
}

/** A quarter (three months) or a half (six). */
function termPlace(year: string, number: number, months: 3 | 6): CalendarPlace {
  const last = String(number * months).padStart(2, "0");
  const first = String((number - 1) * months + 1).padStart(2, "0");
  const days = {
    first: `${year}-${first}-01`,
    last: `${year}-${last}-${daysInMonth(`${year}-${last}`)}`,
  };
  return place("quarter", year, days);
}

/** ISO 8601: the first week is the one with 4 January in it, and a week begins on Monday. */
function weekPlace(year: string, week: number, weekend: boolean): CalendarPlace | undefined {
  if (week < 1 || week > 53) return undefined;
  const fourth = new Date(`${year}-01-04T00:00Z`);
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY + (week - 1) * 7 * DAY;
  const day = (after: number): string => new Date(monday + after * DAY).toISOString().slice(0, 10);
  const first = day(weekend ? 5 : 0);
  const period = (weekend ? first : day(3)).slice(0, 7);
  return { grain: "week", period, first, last: day(6) };
}

const DAY = 24 * 60 * 60 * 1000;
