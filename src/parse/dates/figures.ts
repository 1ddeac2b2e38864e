/** Which day figures alone name: `26/01/2022`, `04.05.20`, `1400/11/06` (stage 2). */
import type { Calendar } from "../../text/calendars.ts";
import { type DayValue, dayValue, fullYear, type Order, type Parts } from "./day-value.ts";

/** Thai papers print 2565 for 2022. */
const FIRST_BUDDHIST_YEAR = 2400;
const FIRST_GREGORIAN_YEAR = 1500;
/** Papers on the Web began in Persian 1375 and Islamic 1416; Persian 1415 will be 2036. */
const FIRST_ISLAMIC_YEAR = 1415;

/**
 * Returns the day that a match's groups `first`, `second`, `year`, `mark` and `hijri` name. A number above 12 is
 * the day and proves the order; between full stops the day stands first; else `order` decides, or the day is `ambiguous`.
 * Years before 1500 are Persian, or Islamic where `hijri` says so or they are later than Persian ones can be.
 */
export function readFigures(parts: Parts, order?: Order): DayValue {
  const [first, second] = [Number(parts["first"]), Number(parts["second"])];
  const year = fullYear(parts["year"] ?? "");
  const calendar = calendarOf(year, parts["hijri"] !== undefined);
  if (calendar !== "gregorian") return dayValue(calendar, year, second, first);
  if (first > 12 && second <= 12)
    return { ...dayValue(calendar, year, second, first), order: "dmy" };
  if (second > 12 && first <= 12)
    return { ...dayValue(calendar, year, first, second), order: "mdy" };
  if (parts["mark"] === "." || first === second || order === "dmy") {
    return dayValue(calendar, year, second, first);
  }
  return order === "mdy" ? dayValue(calendar, year, first, second) : { trouble: "ambiguous" };
}

/** Returns the day of groups that put the year first, then the month: `2022-01-26`, `1400/11/06`. */
export function readYearFirst(parts: Parts): DayValue {
  const year = Number(parts["year"]);
  const calendar = calendarOf(year, parts["hijri"] !== undefined);
  return dayValue(calendar, year, Number(parts["month"]), Number(parts["day"]));
}

function calendarOf(year: number, hijri: boolean): Calendar {
  if (year >= FIRST_BUDDHIST_YEAR) return "buddhist";
  if (year >= FIRST_GREGORIAN_YEAR) return "gregorian";
  return hijri || year >= FIRST_ISLAMIC_YEAR ? "islamic" : "persian";
}
