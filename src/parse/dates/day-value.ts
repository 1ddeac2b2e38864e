/** What a form of a day reads, and how (stage 2). */
import { type Calendar, isoDayOf } from "../../text/calendars.ts";

/** Which of day and month stands first. */
export type Order = "dmy" | "mdy";

/** A date, or why there is none. */
export interface DayValue {
  /** `2022`, `2022-01` or `2022-01-26`, Gregorian; absent where it cannot be read. */
  readonly value?: string;
  /** Why there is no value. */
  readonly trouble?: "impossible" | "ambiguous";
  /** The calendar printed; absent for the Gregorian. */
  readonly calendar?: Exclude<Calendar, "gregorian">;
  /** Which of day and month stands first, where figures alone prove it by a number above 12. */
  readonly order?: Order;
}

/** The named groups of a form's match. */
export type Parts = Readonly<Record<string, string | undefined>>;

/** Returns a day of a calendar as what a form reads; `impossible` where the calendar has no such day. */
export function dayValue(calendar: Calendar, year: number, month: number, day: number): DayValue {
  const value = isoDayOf(calendar, year, month, day);
  if (value === undefined) return { trouble: "impossible" };
  return { value, ...(calendar === "gregorian" ? {} : { calendar }) };
}

/** Returns a year printed with two figures in full, as POSIX reads it: 69 to 99 are of the last century. */
export function fullYear(printed: string): number {
  if (printed.length !== 2) return Number(printed);
  return Number(printed) >= 69 ? 1900 + Number(printed) : 2000 + Number(printed);
}

/** Returns a number of at most two figures with a leading zero: `twoDigits(7)` → `07`. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
