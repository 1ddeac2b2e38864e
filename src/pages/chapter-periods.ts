/** Which years, months and days does a long name have, and where does each stand? Stage 6. */
import type { InterfaceWords } from "../text/interface-words.ts";

/**
 * A period is a year, a month or a day of print as its articles state it: `2019`, `2019-03`, `2019-03-12`; what states less stands in
 * `undated`, `2019-undated` or `2019-03-undated`. The name itself has the empty one.
 */
const UNDATED = "undated";

const NOT_STATED = {
  4: "time.undatedTitle",
  7: "time.monthUnknown",
  10: "time.dayUnknown",
} as const;

/** How many characters of a date state a year, a month, a day. */
export type PeriodLength = keyof typeof NOT_STATED;

/** By what a period is cut. */
const FINER: Readonly<Record<number, PeriodLength>> = { 0: 4, 4: 7, 7: 10 };

/** Returns the part of a period that a day lies in; undefined where there is nothing more to cut by. */
export function partOf(period: string, day: string): string | undefined {
  const length = isUndated(period) ? undefined : FINER[period.length];
  if (length === undefined) return undefined;
  if (day.length >= length) return day.slice(0, length);
  return period === "" ? UNDATED : `${period}-${UNDATED}`;
}

/** Returns the days of print that a period holds, as the catalogue compares them. */
export function daysWithin(period: string): { readonly from: string; readonly before: string } {
  if (!isUndated(period)) return { from: period, before: `${period}~` };
  const stated = statedIn(period);
  return { from: stated, before: `${stated} ` };
}

/** Returns what is stated of a period: of `2019-undated` it is the year. */
export function statedIn(period: string): string {
  return isUndated(period) ? period.slice(0, -UNDATED.length - 1) : period;
}

/** Returns whether a period is what other parts leave over. */
export function isUndated(period: string): boolean {
  return period.endsWith(UNDATED);
}

/** Returns whether a period is a year, a month or a day, or what years, months or days leave over. */
export function lengthOf(period: string): PeriodLength {
  const length = isUndated(period) ? FINER[statedIn(period).length] : period.length;
  // no period has another length
  return length as PeriodLength;
}

/** Returns what a period is called. */
export function labelOf(period: string, words: InterfaceWords): string {
  return isUndated(period) ? words.say(NOT_STATED[lengthOf(period)]) : words.dates.date(period);
}

/** Returns the address of a period of the name at an address. */
export function chapterAddress(owner: string, period: string): string {
  return period === "" ? owner : `${owner}${period.replaceAll("-", "/")}/`;
}

/** Orders periods of one length: those of which nothing is stated first. */
export function inTime(a: string, b: string): number {
  return Number(isUndated(b)) - Number(isUndated(a)) || (a < b ? -1 : Number(a > b));
}
