/** Which day does "26 January", "Jan. 26, 2022" or "2022-01-26" name? (stage 4, recognise) */
import words from "../../words/times.json" with { type: "json" };
import { type Anchor, dayNumber, fourDigits, isoDay, twoDigits, weekdayOf } from "./calendar.ts";
import { AFTER_DAY, withClock } from "./clock-words.ts";
import {
  anyOf,
  firstWords,
  GAP,
  indexOfForm,
  isCapitalised,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";
import { looksAhead, looksBack } from "./tense.ts";

const { weekdays, months } = words.languages.en;
const SHORT_WEEKDAYS = ["mon.", "tues.", "tue.", "wed.", "thurs.", "thu.", "fri.", "sat.", "sun."];
const WEEKDAY_FORMS = [...weekdays.flat(), ...SHORT_WEEKDAYS];
const WEEKDAY = `(?:(?<weekday>${anyOf(WEEKDAY_FORMS)}),?${GAP}(?:the${GAP})?)?`;
const MONTH = `(?<month>${anyOf(months.flat())})`;
const DAY = "(?<day>[0-3]?\\d)(?:st|nd|rd|th)?";
const YEAR = "(?<year>[12]\\d{3})";
/** "June 3-5, 2019": the year after the range holds for its first day too. */
const RANGE_YEAR = `(?=(?:${GAP})?(?:[-–—]|to|and)(?:${GAP})?\\d{1,2},?${GAP}(?<rangeYear>[12]\\d{3})(?!\\d))`;
/** Days; a date to come that is farther off than this is more likely the one just past. */
const FAR = 300;
/** News tells of the past more than of the future: 5 months back is as near as 4 months ahead. */
const FUTURE_PENALTY = 1.25;
const STARTS = firstWords([...WEEKDAY_FORMS, ...months.flat()]);
const RANGE_BEFORE = new RegExp(
  `(?<month>${anyOf(months.flat())})${GAP}(?<first>\\d{1,2})(?:[-–—]|${GAP}to${GAP})$`,
  "iu",
);

/** Rules for whole dates; a day without a year takes the nearest, or the coming one where the sentence looks ahead. */
export const dateRules: readonly TimeRule[] = [
  {
    name: "iso-date",
    words: "the date as printed",
    starts: ["#"],
    pattern: timePattern(
      "(?<year>[12]\\d{3})-(?<monthNumber>[01]\\d)-(?<day>[0-3]\\d)(?:T\\d\\d:\\d\\d(?::\\d\\d)?Z?)?",
    ),
    confidence: 0.98,
    read: readDate,
  },
  {
    name: "figures-date",
    words: "the date as printed; only one order of day and month is possible",
    starts: ["#"],
    pattern: timePattern(
      "(?<one>\\d{1,2})(?<mark>[/.])(?<two>\\d{1,2})\\k<mark>(?<year>[12]\\d{3})",
    ),
    confidence: 0.9,
    read: readFigures,
  },
  {
    name: "date-with-year",
    words: "the date as printed",
    starts: STARTS,
    pattern: timePattern(`${WEEKDAY}${MONTH}${GAP}${DAY}(?:,?${GAP}${YEAR}|${RANGE_YEAR})`),
    confidence: 0.98,
    read: readDate,
  },
  {
    name: "date-with-year",
    words: "the date as printed",
    starts: ["#", ...STARTS],
    pattern: timePattern(`${WEEKDAY}${DAY}${GAP}(?:of${GAP})?${MONTH},?${GAP}${YEAR}`),
    confidence: 0.98,
    read: readDate,
  },
  {
    name: "date-in-the-nearest-year",
    words: "the day printed, in the year that fits publication best",
    starts: STARTS,
    pattern: timePattern(`${WEEKDAY}${MONTH}${GAP}${DAY}(?!\\d|[.,:]\\d)${AFTER_DAY}`),
    confidence: 0.9,
    read: readDate,
  },
  {
    name: "date-in-the-nearest-year",
    words: "the day printed, in the year that fits publication best",
    starts: ["#", ...STARTS],
    pattern: timePattern(`${WEEKDAY}${DAY}${GAP}(?:of${GAP})?${MONTH}${AFTER_DAY}`),
    confidence: 0.9,
    read: readDate,
  },
  {
    name: "last-day-of-a-range",
    words: "the last day of the range printed",
    starts: ["#"],
    pattern: timePattern(`${DAY}(?:,${GAP}${YEAR})?`),
    confidence: 0.85,
    read: readRangeEnd,
  },
];

/**
 * Returns the day since 1970 of a date without a year: on a weekday named with it if there is one, else the
 * nearest to publication; with `ahead` the first on or after publication, unless that is more than
 * 300 days away ("by 14 January", printed on the 15th, is yesterday); with `back` the last on or before it.
 */
export function nearestDay(
  date: { readonly month: number; readonly day: number; readonly weekday: number },
  anchor: Anchor,
  direction: "ahead" | "back" | "either",
): number | undefined {
  const { number } = anchor;
  if (number === undefined) return undefined;
  const days = [-1, 0, 1].flatMap((offset) => {
    const candidate = dayNumber(anchor.year + offset, date.month, date.day);
    return candidate === undefined ? [] : [candidate];
  });
  const agreeing = days.filter((day) => date.weekday < 0 || weekdayOf(day) === date.weekday);
  const wanted = agreeing.filter((day) => {
    if (direction === "ahead") return day >= number && day - number <= FAR;
    return direction === "either" || day <= number;
  });
  const distance = (day: number): number =>
    Math.abs(day - number) * (day > number ? FUTURE_PENALTY : 1);
  return (wanted.length > 0 ? wanted : agreeing).toSorted((a, b) => distance(a) - distance(b))[0];
}

function readDate(context: TimeContext): TimeReading | undefined {
  const { groups, anchor, before, after } = context;
  const printedMonth = groups["month"] ?? "";
  const month = groups["monthNumber"]
    ? Number(groups["monthNumber"])
    : indexOfForm(months, printedMonth) + 1;
  if (printedMonth !== "" && !isCapitalised(printedMonth)) return undefined;
  const day = Number(groups["day"]);
  const year = groups["year"] ?? groups["rangeYear"];
  if (year !== undefined) {
    const number = dayNumber(Number(year), month, day);
    return number === undefined ? undefined : withClock(isoDay(number), groups);
  }
  if (!anchor) return undefined;
  const weekday = weekdayNamed(groups["weekday"]);
  const number = nearestDay({ month, day, weekday }, anchor, directionOf(before, after));
  return number === undefined ? undefined : withClock(isoDay(number), groups);
}

function directionOf(before: string, after: string): "ahead" | "back" | "either" {
  if (looksAhead(before, after)) return "ahead";
  return looksBack(before, after) ? "back" : "either";
}

function weekdayNamed(printed: string | undefined): number {
  const start = printed?.slice(0, 3).toLowerCase();
  return start === undefined ? -1 : weekdays.findIndex(([name]) => name?.startsWith(start));
}

function readFigures({ groups }: TimeContext): TimeReading | undefined {
  const one = Number(groups["one"]);
  const two = Number(groups["two"]);
  const year = Number(groups["year"]);
  const dayFirst = dayNumber(year, two, one);
  const monthFirst = dayNumber(year, one, two);
  if (dayFirst !== undefined && monthFirst !== undefined && one !== two) return undefined;
  const number = dayFirst ?? monthFirst;
  return number === undefined ? undefined : { type: "DATE", value: isoDay(number) };
}

function readRangeEnd(context: TimeContext): TimeReading | undefined {
  const range = RANGE_BEFORE.exec(context.before)?.groups;
  const first = context.earlier.at(-1)?.value.slice(0, 10);
  if (!range || first?.length !== 10) return undefined;
  const day = Number(context.groups["day"]);
  if (day <= Number(range["first"]) || day > 31) return undefined;
  const [year = "", month = ""] = first.split("-");
  const number = dayNumber(Number(context.groups["year"] ?? year), Number(month), day);
  return number === undefined
    ? undefined
    : { type: "DATE", value: `${fourDigits(Number(year))}-${month}-${twoDigits(day)}` };
}
