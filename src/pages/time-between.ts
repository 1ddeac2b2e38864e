/** How is it said how far two days are apart, and from when to when something went on? Stage 6. */
import { dateLabel } from "../text/dates.ts";

const DAY = 86_400_000;
const WHOLE_DAY = "2022-01-26".length;
/** Up to which distance, in days, each unit is told, and how many days it has. */
const UNITS = [
  { name: "day", days: 1, upTo: 13 },
  { name: "week", days: 7, upTo: 59 },
  { name: "month", days: 30.4375, upTo: 729 },
  { name: "year", days: 365.25, upTo: Number.POSITIVE_INFINITY },
] as const;

/**
 * Returns how long after `from` the day `to` is: `the same day`, `the day after`, `3 weeks earlier`. Weeks, months and years are rounded.
 * Undefined where one of the two is not known to the day.
 */
export function timeBetween(from: string | undefined, to: string | undefined): string | undefined {
  const days = daysBetween(from, to);
  if (days === undefined) return undefined;
  if (days === 0) return "the same day";
  if (Math.abs(days) === 1) return days > 0 ? "the day after" : "the day before";
  const distance = Math.abs(days);
  const unit = UNITS.find(({ upTo }) => distance <= upTo) ?? UNITS[3];
  const count = Math.round(distance / unit.days);
  return `${count} ${unit.name}${count === 1 ? "" : "s"} ${days > 0 ? "later" : "earlier"}`;
}

/** Returns the days from one ISO date to another; undefined where one of them is not known to the day. */
export function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (from.length < WHOLE_DAY || to.length < WHOLE_DAY) return undefined;
  return Math.round((instantOf(to) - instantOf(from)) / DAY);
}

/**
 * Returns two ISO dates as words, what both have in common said once:
 *
 *     rangeLabel("2018-03-03", "2018-03-17")  // "3–17 March 2018"
 *     rangeLabel("2018-12-28", "2019-01-03")  // "28 December 2018 – 3 January 2019"
 */
export function rangeLabel(from: string, to: string): string {
  const last = dateLabel(to);
  if (from === to) return last;
  const [first = "", month = "", year = ""] = dateLabel(from).split(" ");
  if (from.length < WHOLE_DAY || to.length < WHOLE_DAY) return `${dateLabel(from)} – ${last}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${first}–${last}`;
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${first} ${month} – ${last}`
    : `${first} ${month} ${year} – ${last}`;
}

function instantOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.slice(0, WHOLE_DAY).split("-").map(Number);
  return Date.UTC(year, month - 1, day);
}
