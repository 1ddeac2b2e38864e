/** How is an ISO date read, sorted and shown? Works on strings; knows no clock and no local zone. */
import { DateTime, IANAZone } from "luxon";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/**
 * Returns a key that sorts by time: the instant in UTC to the minute, as `20220126212700`, unknown parts
 * filled with the first of them. A time is read in its own offset, else in `zone`, else as UTC.
 * Undated articles get zeros and come first.
 */
export function sortKeyOf(published: string | undefined, zone: string | undefined): string {
  if (published === undefined) return "0".repeat(14);
  if (!published.includes("T"))
    return published.replaceAll("-", "").padEnd(8, "01").padEnd(14, "0");
  const at = DateTime.fromISO(published, { zone: zone ?? "utc", setZone: false }).toUTC();
  return at.isValid
    ? at.toFormat("yyyyLLddHHmmss")
    : `${published.slice(0, 10).replaceAll("-", "")}000000`;
}

/** Returns the day, month or year of an ISO date: at most its first ten characters. */
export function dayOf(published: string): string {
  return published.slice(0, 10);
}

/**
 * Returns an ISO date as words in a language: `26 January 2022`, `January 2022` or `2022`, without the
 * time. Values that are not years, months or days come back as they are.
 */
export function dateLabel(value: string, language = "en"): string {
  const parts = /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?(?:T|$)/.exec(value)?.groups;
  if (parts === undefined) return value;
  const { year = "", month, day } = parts;
  if (month === undefined) return year;
  if (language === "en" || language.startsWith("en-")) {
    const name = MONTHS[Number(month) - 1] ?? month;
    return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
  }
  return localLabel(language, { year, month, day });
}

/** Returns whether a time zone is known: an IANA name or an offset such as `+03:30`. */
export function isZone(name: string): boolean {
  if (zones.has(name)) return true;
  const isKnown = IANAZone.isValidZone(name) || /^[+-](?:0\d|1[0-4]):[0-5]\d$/.test(name);
  if (isKnown) zones.add(name);
  return isKnown;
}

/** Those that have been asked for: every article names its zone, and a look into the tables of all takes long. */
const zones = new Set<string>();

/** Returns the time of an ISO date-time, as `21:27`; undefined where it states none. */
export function timeLabel(value: string): string | undefined {
  return /T(?<time>\d\d:\d\d)/.exec(value)?.groups?.["time"];
}

/**
 * Returns a moment as a clock in a zone shows it, where it is stated in UTC: its day is the day on which it was read. A moment
 * in another offset is local already, and comes back as it is, as do days and times without an offset.
 *
 * Example: `inZone("2022-01-26T21:27Z", "Asia/Tehran")` is `"2022-01-27T00:57+03:30"`.
 */
export function inZone(value: string, zone: string | undefined): string {
  if (zone === undefined || !value.endsWith("Z")) return value;
  const local = DateTime.fromISO(value, { zone });
  const time = value.length > "2022-01-26T21:27Z".length ? "HH:mm:ss" : "HH:mm";
  return local.isValid ? local.toFormat(`yyyy-LL-dd'T'${time}ZZ`) : value;
}

/** Returns how many days a month (`2022-02`) has. */
export function daysInMonth(month: string): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localLabel(
  language: string,
  date: { readonly year: string; readonly month: string; readonly day: string | undefined },
): string {
  const key = `${language} ${date.day === undefined ? "month" : "day"}`;
  let format = formats.get(key);
  if (format === undefined) {
    const day = date.day === undefined ? {} : { day: "numeric" as const };
    format = new Intl.DateTimeFormat(language, {
      year: "numeric",
      month: "long",
      calendar: "gregory",
      timeZone: "UTC",
      ...day,
    });
    formats.set(key, format);
  }
  return format.format(
    new Date(Date.UTC(Number(date.year), Number(date.month) - 1, Number(date.day ?? 1))),
  );
}
