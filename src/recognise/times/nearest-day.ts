/** Which year does a date without one mean? (stage 4, recognise) */
import { type Anchor, dayNumber, weekdayOf } from "./calendar.ts";

/** Days; a date to come that is farther off than this is more likely the one just past. */
const FAR = 300;
/** Days; one past that is farther off than this is more likely the one to come within a fortnight. */
const FAR_BACK = 350;
/** News tells of the past more than of the future: 5 months back is as near as 4 months ahead. */
const FUTURE_PENALTY = 1.25;
/** Which way a clause looks from its time: `over` where the word right before it says so ("ended", "since"), `either` where none does. */
export type Direction = "ahead" | "back" | "over" | "either";

/**
 * Returns the day since 1970 of a date without a year: on a weekday named with it if there is one, else the
 * nearest to publication; with `ahead` the first on or after publication, unless that is more than
 * 300 days away ("by 14 January", printed on the 15th, is yesterday); with `back` the last on or before it, unless that
 * is more than 350 days ago ("had decided to open on 14 January", printed on the 13th, is tomorrow); with `over` always that.
 */
export function nearestDay(
  date: { readonly month: number; readonly day: number; readonly weekday: number },
  anchor: Anchor,
  direction: Direction,
): number | undefined {
  const days = yearsAround(anchor).flatMap((year) => dayNumber(year, date.month, date.day) ?? []);
  const agreeing = days.filter((day) => date.weekday < 0 || weekdayOf(day) === date.weekday);
  return nearestOf(agreeing, anchor, direction);
}

/** Returns the year of publication and its neighbours, in one of which the nearest day of a name lies; none where it is not known. */
export function yearsAround(anchor: Anchor | undefined): readonly number[] {
  return anchor ? [anchor.year - 1, anchor.year, anchor.year + 1] : [];
}

/** Returns which of some days since 1970 is the nearest to publication, as `nearestDay` chooses. */
export function nearestOf(
  days: readonly number[],
  { number }: Anchor,
  direction: Direction,
): number | undefined {
  if (number === undefined) return undefined;
  const wanted = days.filter((day) => {
    if (direction === "ahead") return day >= number && day - number <= FAR;
    if (direction === "back") return day <= number && number - day <= FAR_BACK;
    return direction === "either" || day <= number;
  });
  const distance = (day: number): number =>
    Math.abs(day - number) * (day > number ? FUTURE_PENALTY : 1);
  return (wanted.length > 0 ? wanted : days).toSorted((a, b) => distance(a) - distance(b))[0];
}
