/** Which days are the ends of "3 to 5 May", "April 24 and 25", "Monday to Friday"? (stage 4, recognise) */
import { dayNumber, daysSince, fourDigits, isoDay, numberOfDay, twoDigits } from "./calendar.ts";
import { readDate } from "./dates.ts";
import { ANY_WEEKDAY, MONTH, WEEKDAY, WEEKDAY_STARTS, WEEKDAYS } from "./day-words.ts";
import {
  GAP,
  indexOfForm,
  isCapitalised,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";

const SUFFIX = "(?:st|nd|rd|th)?";
const LAST_DAY = `\\d{1,2}${SUFFIX}`;
const JOIN = `(?:[-–—/]|${GAP}?[-–—]${GAP}?|,${GAP}|${GAP}(?:to|and|or|through|until|till)${GAP})`;
/** What stands before the last day: its month and the first day, or all the days before it. */
const RANGE_BEFORE = new RegExp(
  `${MONTH}${GAP}(?:\\d{1,2}${SUFFIX},${GAP})?(?<first>\\d{1,2})${SUFFIX}(?:[-–—]|${GAP}[-–—]${GAP}|,?${GAP}(?:to|through|until|till|and|or)${GAP}|,${GAP})$`,
  "iu",
);
const LISTED = /(?:,|and|or)\s*$/iu;
/** "April 24 and 25 in Port Ellis"; not "April 24 and 25 people". */
const NO_NOUN_AFTER =
  /^(?:$|[,.;:!?)”"—–-]| (?:and|or|but|when|in|at|on|for|to|with|from|by|as|after|before|was|were|is|will|he|she|it|they|we|there|this|last|next)(?![\p{L}]))/u;
const WEEKDAY_RANGE_BEFORE = new RegExp(
  `${ANY_WEEKDAY}(?:[-–—]|${GAP}(?:to|through|until|till)${GAP})$`,
  "iu",
);
/** "every Monday to Friday" goes on from a weekday of each week. */
const EACH_WEEK = /^XXXX-WXX-\d$/;

/** Characters between two days of a range: ", through ". */
const LONGEST_JOIN = 12;

/** Rules for the ends of ranges, and days of one month in a row. */
export const rangeRules: readonly TimeRule[] = [
  {
    name: "first-day-of-a-range",
    words: "the first day of the range printed, in the month that stands behind it",
    starts: ["#2", "#x"],
    pattern: timePattern(
      `(?<day>[0-3]?\\d)${SUFFIX}(?=(?:${JOIN}${LAST_DAY}){1,3}${GAP}(?:of${GAP})?${MONTH}(?:,?${GAP}(?<year>[12]\\d{3}))?)`,
    ),
    confidence: 0.85,
    read: readDate,
  },
  {
    name: "last-day-of-a-range",
    words: "the last day of the range printed",
    starts: ["#2", "#x"],
    pattern: timePattern(`(?<day>\\d{1,2})${SUFFIX}(?:,${GAP}(?<year>[12]\\d{3}))?`),
    confidence: 0.85,
    read: readRangeEnd,
  },
  {
    name: "last-weekday-of-a-range",
    words: "the first such day after the one that the range begins with",
    starts: WEEKDAY_STARTS,
    pattern: timePattern(WEEKDAY),
    confidence: 0.8,
    read: readLastWeekday,
  },
];

function readRangeEnd(context: TimeContext): TimeReading | undefined {
  const { groups, before, after, earlier } = context;
  if (!isNextToTime(context)) return undefined;
  const range = RANGE_BEFORE.exec(before)?.groups;
  const first = earlier.at(-1)?.value.slice(0, 10);
  if (!range || first?.length !== 10 || !isCapitalised(range["month"] ?? "")) return undefined;
  if (LISTED.test(before) && groups["year"] === undefined && !NO_NOUN_AFTER.test(after))
    return undefined;
  const day = Number(groups["day"]);
  if (day <= Number(range["first"])) return undefined;
  const [firstYear = "", month = ""] = first.split("-");
  const year = Number(groups["year"] ?? firstYear);
  return dayNumber(year, Number(month), day) === undefined
    ? undefined
    : { type: "DATE", value: `${fourDigits(year)}-${month}-${twoDigits(day)}` };
}

/** A range begins with a time; most days have none beside them, which saves looking for what may part the two. */
function isNextToTime({ start, earlier }: TimeContext): boolean {
  return start - (earlier.at(-1)?.end ?? Number.NEGATIVE_INFINITY) <= LONGEST_JOIN;
}

function readLastWeekday(context: TimeContext): TimeReading | undefined {
  const { groups, before, earlier } = context;
  if (!isNextToTime(context) || !WEEKDAY_RANGE_BEFORE.test(before)) return undefined;
  const first = earlier.at(-1)?.value ?? "";
  const weekday = indexOfForm(WEEKDAYS, groups["weekday"]);
  if (weekday < 0) return undefined;
  if (EACH_WEEK.test(first)) return { type: "SET", value: `XXXX-WXX-${weekday + 1}` };
  const number = numberOfDay(first);
  if (number === undefined) return undefined;
  return { type: "DATE", value: isoDay(number + 7 - daysSince(number, weekday)) };
}
