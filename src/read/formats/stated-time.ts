/** Which moment does a field of a record or page state? Stage 1: ISO 8601 and the mail format of RSS. */
import { daysInMonth } from "../../text/dates.ts";

const ISO =
  /^(?<year>\d{4})(?:-?(?<month>\d\d)(?:-?(?<day>\d\d)(?:[T ](?<hour>\d\d):?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,]\d{1,9})?)?\s?(?<zone>Z|UTC|[+-]\d\d(?::?\d\d)?)?)?)?)?$/i;
/** `Sun, 06 Sep 2009 16:20:00 +0000` (RFC 822 and 2822), as RSS has it; the month is in English. */
const MAIL =
  /^(?:[a-z]{3,9}\.?,?\s{1,2})?(?<day>\d{1,2})[\s-](?<name>[a-z]{3})[a-z]{0,6}[\s-](?<year>\d{4}|\d\d)(?:\s(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?(?:\s(?<zone>[a-z]{1,5}|[+-]\d\d:?\d\d))?)?$/i;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** The zones that RFC 822 names, with their offsets; others are not known for certain. */
const ZONES: Readonly<Record<string, string>> = {
  z: "Z",
  ut: "Z",
  utc: "Z",
  gmt: "Z",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};

/**
 * Returns the moment that a field states, as `2022`, `2022-01`, `2022-01-26`, `2022-01-26T21:27` or
 * `2022-01-26T21:27:09+01:00`; undefined where it is no date of the calendar. Full minutes are written without seconds.
 * Midnight to the second is a day whose time was not stated, which is what systems that know only days write.
 *
 * Example: `statedTime("Sun, 06 Sep 2009 16:20:00 +0000")` is `"2009-09-06T16:20Z"`.
 */
export function statedTime(field: string | undefined): string | undefined {
  const value = field?.trim().replace(/\s+/g, " ") ?? "";
  const iso = ISO.exec(value)?.groups;
  if (iso !== undefined) return momentOf({ ...iso, month: iso["month"] });
  const mail = MAIL.exec(value)?.groups;
  if (mail === undefined) return undefined;
  const month = MONTHS.indexOf(mail["name"]?.toLowerCase() ?? "") + 1;
  if (month === 0) return undefined;
  return momentOf({
    ...mail,
    year: fullYear(mail["year"] ?? ""),
    month: String(month).padStart(2, "0"),
    day: mail["day"]?.padStart(2, "0"),
    hour: mail["hour"]?.padStart(2, "0"),
  });
}

interface Parts {
  readonly [part: string]: string | undefined;
}

function momentOf(parts: Parts): string | undefined {
  const { year = "", month, day, hour, minute = "00", second = "00", zone } = parts;
  if (year < "1000" || (month !== undefined && !(month >= "01" && month <= "12"))) return undefined;
  if (month === undefined) return year;
  if (day === undefined) return `${year}-${month}`;
  if (Number(day) < 1 || Number(day) > daysInMonth(`${year}-${month}`)) return undefined;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || `${hour}${minute}${second}` === "000000") return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return date;
  return `${date}T${hour}:${minute}${second === "00" ? "" : `:${second}`}${offsetOf(zone)}`;
}

/** `+0100`, `+01`, `EST` and `UTC` as ISO has them; an unknown name leaves the time without a zone. */
function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return "";
  const digits = /^(?<hours>[+-]\d\d)(?::?(?<minutes>\d\d))?$/.exec(zone)?.groups;
  if (digits === undefined) return ZONES[zone.toLowerCase()] ?? "";
  const offset = `${digits["hours"]}:${digits["minutes"] ?? "00"}`;
  return offset.slice(1) === "00:00" ? "Z" : offset;
}

/** Two digits are of the years 1970 to 2069, as mail programs read them. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) < 70 ? "20" : "19"}${year}`;
}
