/** Which day is "the second Monday in May", which week "the last week of March"? (stage 4, recognise) */
import words from "../../words/times.json" with { type: "json" };
import { dayNumber, isoDay, isoWeek, lastOfMonth, nthWeekday } from "./calendar.ts";
import { DAY_OF_MONTH, MONTH, MONTHS, WEEKDAY, WEEKDAYS } from "./day-words.ts";
import { nearestOf, yearsAround } from "./nearest-day.ts";
import {
  anyOf,
  GAP,
  indexOfForm,
  isCapitalised,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";
import { directionOf } from "./tense.ts";
import { ANY_YEAR, yearNumber } from "./year-words.ts";

const ORDINALS = words.dayOrdinals.slice(0, 5);
const NTH = `(?<nth>${anyOf([...ORDINALS, "last"])})`;
const IN_MONTH = `${MONTH}(?:,?${GAP}(?<year>${ANY_YEAR}))?`;
const OF_EACH_YEAR = /^ (?:of )?(?:each|every) year(?![a-zà-ɏ])/i;
/** A month's first week is the ISO week that holds its fourth day, and its last the one that holds its fourth last. */
const MIDDLE_OF_A_WEEK = 3;

/** Rules for weeks, weekends and weekdays counted within a month. */
export const partOfMonthRules: readonly TimeRule[] = [
  {
    name: "weekday-counted-in-a-month",
    words: "that weekday of the month named, counted from its first or last",
    starts: [...ORDINALS, "last"],
    seconds: WEEKDAYS.flat(),
    pattern: timePattern(`${NTH}${GAP}${WEEKDAY}${GAP}(?:of|in)${GAP}${IN_MONTH}`),
    confidence: 0.85,
    read: (context) => inNearestYear(context, weekdayIn),
  },
  {
    name: "week-counted-in-a-month",
    words: "that week of the month named, counted from its first or last",
    starts: [...ORDINALS, "last"],
    seconds: ["week", "weekend"],
    pattern: timePattern(`${NTH}${GAP}(?<unit>week|weekend)${GAP}(?:of|in)${GAP}${IN_MONTH}`),
    confidence: 0.8,
    read: (context) => inNearestYear(context, weekIn),
  },
  {
    name: "week-of-a-day",
    words: "the week that holds the day printed",
    starts: ["week", "weekend"],
    seconds: ["of"],
    pattern: timePattern(
      `(?<unit>week|weekend)${GAP}of${GAP}${MONTH}${GAP}${DAY_OF_MONTH}(?:,?${GAP}(?<year>${ANY_YEAR}))?`,
    ),
    confidence: 0.85,
    read: (context) => inNearestYear(context, dayIn),
  },
];

interface MonthOfYear {
  readonly year: number;
  /** From 1. */
  readonly month: number;
}

type DayOf = (context: TimeContext, month: MonthOfYear) => number | undefined;

/** In the year printed, or in that which is nearest to publication. */
function inNearestYear(context: TimeContext, dayOf: DayOf): TimeReading | undefined {
  const { groups, anchor, after } = context;
  const month = indexOfForm(MONTHS, groups["month"]) + 1;
  if (!isCapitalised(groups["month"] ?? "") || OF_EACH_YEAR.test(after)) return undefined;
  const year = yearNumber(groups["year"]);
  const years = year === undefined ? yearsAround(anchor) : [year];
  const days = years.flatMap((each) => dayOf(context, { year: each, month }) ?? []);
  const day =
    year !== undefined || !anchor ? days[0] : nearestOf(days, anchor, directionOf(context));
  return day === undefined ? undefined : { type: "DATE", value: isoOf(day, groups["unit"]) };
}

function isoOf(day: number, unit: string | undefined): string {
  if (unit === undefined) return isoDay(day);
  return unit.toLowerCase() === "week" ? isoWeek(day) : `${isoWeek(day)}-WE`;
}

function weekdayIn({ groups }: TimeContext, { year, month }: MonthOfYear): number | undefined {
  const weekday = indexOfForm(WEEKDAYS, groups["weekday"]);
  return nthWeekday(year, month, { weekday, nth: nthIn(groups) });
}

function weekIn({ groups }: TimeContext, { year, month }: MonthOfYear): number | undefined {
  const nth = nthIn(groups);
  if (groups["unit"]?.toLowerCase() === "weekend")
    return nthWeekday(year, month, { weekday: 5, nth });
  if (nth > 0) return dayNumber(year, month, 7 * (nth - 1) + 1 + MIDDLE_OF_A_WEEK);
  return dayNumber(year, month, lastOfMonth(year, month) - MIDDLE_OF_A_WEEK);
}

function dayIn({ groups }: TimeContext, { year, month }: MonthOfYear): number | undefined {
  return dayNumber(year, month, Number(groups["day"]));
}

/** Counted from 1; -1 for the last. */
function nthIn(groups: TimeContext["groups"]): number {
  return ORDINALS.indexOf((groups["nth"] ?? "").toLowerCase()) + 1 || -1;
}
