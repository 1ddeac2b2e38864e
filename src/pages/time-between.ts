/** How is it said how far two days are apart? Stage 6. */
import type { InterfaceWords } from "../text/interface-words.ts";

const DAY = 86_400_000;
const WHOLE_DAY = "2022-01-26".length;
/** Up to which distance, in days, each unit is told, and how many days it has. */
const UNITS = [
  { later: "time.daysLater", earlier: "time.daysEarlier", days: 1, upTo: 13 },
  { later: "time.weeksLater", earlier: "time.weeksEarlier", days: 7, upTo: 59 },
  { later: "time.monthsLater", earlier: "time.monthsEarlier", days: 30.4375, upTo: 729 },
  {
    later: "time.yearsLater",
    earlier: "time.yearsEarlier",
    days: 365.25,
    upTo: Number.POSITIVE_INFINITY,
  },
] as const;

/**
 * Returns how long after `from` the day `to` is: `the same day`, `the day after`, `3 weeks earlier`. Weeks, months and years are rounded.
 * Undefined where one of the two is not known to the day.
 */
export function timeBetween(
  from: string | undefined,
  to: string | undefined,
  words: InterfaceWords,
): string | undefined {
  const days = daysBetween(from, to);
  if (days === undefined) return undefined;
  if (days === 0) return words.say("time.sameDay");
  if (Math.abs(days) === 1) return words.say(days > 0 ? "time.dayAfter" : "time.dayBefore");
  const distance = Math.abs(days);
  const unit = UNITS.find(({ upTo }) => distance <= upTo) ?? UNITS[3];
  const count = Math.round(distance / unit.days);
  return words.say(days > 0 ? unit.later : unit.earlier, { count });
}

/** Returns the days from one ISO date to another; undefined where one of them is not known to the day. */
export function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (from.length < WHOLE_DAY || to.length < WHOLE_DAY) return undefined;
  return Math.round((instantOf(to) - instantOf(from)) / DAY);
}

function instantOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.slice(0, WHOLE_DAY).split("-").map(Number);
  return Date.UTC(year, month - 1, day);
}
