/** Which day does "26 January", "Jan. 26, 2022" or "2022-01-26" name? (stage 4, recognise) */
import words from "../../words/times.json" with { type: "json" };
import { dayNumber, isoDay } from "./calendar.ts";
import { AFTER_DAY, withClock } from "./clock-words.ts";
import { ANY_MONTH, MONTH, MONTH_STARTS, MONTHS, WEEKDAYS } from "./day-words.ts";
import { nearestDay } from "./nearest-day.ts";
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
import { directionOf } from "./tense.ts";
import { ANY_YEAR, yearNumber } from "./year-words.ts";

const SHORT_WEEKDAYS = ["mon.", "tues.", "tue.", "wed.", "thurs.", "thu.", "fri.", "sat.", "sun."];
const WEEKDAY_FORMS = [...WEEKDAYS.flat(), ...SHORT_WEEKDAYS];
const NAMED_WEEKDAY = `(?<weekday>${anyOf(WEEKDAY_FORMS)}),?${GAP}(?:the${GAP})?`;
const ORDINALS = words.dayOrdinals;
const DAY = `(?<day>[0-3]?\\d(?:st|nd|rd|th)?(?!\\d|[.,:]\\d)|${anyOf(ORDINALS)})`;
/** "3 May" in figures alone: "second May" is no day. */
const DAY_IN_FIGURES = "(?<day>[0-3]?\\d)(?:st|nd|rd|th)?";
const YEAR = `(?<year>${ANY_YEAR})`;
/** "June 3-5, 2019", "28 April to 3 May 2019": the year behind the range holds for its first day too. */
const RANGE_YEAR =
  `(?=(?:${GAP})?(?:[-–—]|to|and|through|until)(?:${GAP})?(?:\\d{1,2}|${ANY_MONTH}${GAP}\\d{1,2}|\\d{1,2}${GAP}${ANY_MONTH})` +
  `,?${GAP}(?<rangeYear>[12]\\d{3})(?!\\d))`;
const NAMED_WEEKDAY_STARTS = firstWords(WEEKDAY_FORMS);
const AS_PRINTED = { name: "date-with-year", words: "the date as printed", confidence: 0.98 };
const NEAREST = {
  name: "date-in-the-nearest-year",
  words: "the day printed, in the year that fits publication best",
  confidence: 0.9,
};
const AFTER_FIGURES = ["of", ...MONTH_STARTS];
const ORDINAL_STARTS = firstWords(ORDINALS);
/** "the fifth of June", "the twenty-fifth day of December". */
const ORDINAL_OF = `(?<day>${anyOf(ORDINALS)})${GAP}(?:day${GAP})?of${GAP}`;
const OF = ["of", "day", ...ORDINALS.slice(0, 9)];
const AFTER_WEEKDAY = [",", "the", "#", ...MONTH_STARTS];
const BEFORE_MONTH = `${DAY_IN_FIGURES}${GAP}(?:of${GAP})?${MONTH}`;
const AFTER_MONTH = `${MONTH}${GAP}(?:the${GAP})?${DAY}`;
const WITH_YEAR = `(?:,?${GAP}${YEAR}|${RANGE_YEAR})`;
/** "March first" is a day, "May the third man win" is none. */
const NOUN_AFTER_ORDINAL =
  /^ (?!(?:and|or|but|to|when|in|at|on|for|with|from|by|as|after|before|was|were|is|will|he|she|it|they|we|this|last|next)(?![\p{L}]))\p{Ll}/u;
/** Where two orders of day and month are possible, one of them is taken if it is so near to publication, and the other is not. */
const DAYS_NEAR = 15;

/** Rules for whole dates; a day without a year takes the nearest, or the coming one where the sentence looks ahead. */
export const dateRules: readonly TimeRule[] = [
  {
    name: "iso-date",
    words: "the date as printed",
    starts: ["#4"],
    pattern: timePattern(
      "(?<year>[12]\\d{3})-(?<monthNumber>[01]\\d)-(?<day>[0-3]\\d)(?:T\\d\\d:\\d\\d(?::\\d\\d)?Z?)?",
    ),
    confidence: 0.98,
    read: readDate,
  },
  figures({ starts: ["#2"], seconds: ["/"] }, "/"),
  figures({ starts: ["#x"] }, "\\."),
  {
    ...dates(AS_PRINTED, NAMED_WEEKDAY_STARTS, `${NAMED_WEEKDAY}${AFTER_MONTH}${WITH_YEAR}`),
    seconds: AFTER_WEEKDAY,
  },
  {
    ...dates(AS_PRINTED, NAMED_WEEKDAY_STARTS, `${NAMED_WEEKDAY}${BEFORE_MONTH}${WITH_YEAR}`),
    seconds: AFTER_WEEKDAY,
  },
  {
    ...dates(NEAREST, NAMED_WEEKDAY_STARTS, `${NAMED_WEEKDAY}${AFTER_MONTH}${AFTER_DAY}`),
    seconds: AFTER_WEEKDAY,
  },
  {
    ...dates(NEAREST, NAMED_WEEKDAY_STARTS, `${NAMED_WEEKDAY}${BEFORE_MONTH}${AFTER_DAY}`),
    seconds: AFTER_WEEKDAY,
  },
  dates(AS_PRINTED, MONTH_STARTS, AFTER_MONTH + WITH_YEAR),
  dates(NEAREST, MONTH_STARTS, AFTER_MONTH + AFTER_DAY),
  { ...dates(AS_PRINTED, ["#2", "#x"], BEFORE_MONTH + WITH_YEAR), seconds: AFTER_FIGURES },
  { ...dates(NEAREST, ["#2", "#x"], BEFORE_MONTH + AFTER_DAY), seconds: AFTER_FIGURES },
  { ...dates(AS_PRINTED, ORDINAL_STARTS, `${ORDINAL_OF}${MONTH},?${GAP}${YEAR}`), seconds: OF },
  { ...dates(NEAREST, ORDINAL_STARTS, ORDINAL_OF + MONTH), seconds: OF },
];

function dates(
  { name, words: explained, confidence }: typeof NEAREST,
  starts: readonly string[],
  pattern: string,
): TimeRule {
  return {
    name,
    words: explained,
    starts,
    pattern: timePattern(pattern),
    confidence,
    read: readDate,
  };
}

function figures(places: Pick<TimeRule, "starts" | "seconds">, mark: string): TimeRule {
  return {
    name: "figures-date",
    words:
      "the date as printed, since of two orders of day and month only one is possible or near publication",
    ...places,
    pattern: timePattern(
      `(?<one>\\d{1,2})${mark}(?<two>\\d{1,2})${mark}(?<year>[12]\\d{3}|\\d\\d(?![./]))`,
    ),
    confidence: 0.9,
    read: readFigures,
  };
}

/** Returns the day that a match of a date with its groups names, with the hour beside it. */
export function readDate(context: TimeContext): TimeReading | undefined {
  const { groups, anchor, after } = context;
  const printedMonth = groups["month"] ?? "";
  const month = groups["monthNumber"]
    ? Number(groups["monthNumber"])
    : indexOfForm(MONTHS, printedMonth) + 1;
  if (printedMonth !== "" && !isCapitalised(printedMonth)) return undefined;
  const printedDay = groups["day"] ?? "";
  if (/^\p{L}/u.test(printedDay) && groups["year"] === undefined && NOUN_AFTER_ORDINAL.test(after))
    return undefined;
  const day = dayIn(printedDay);
  const year = yearNumber(groups["year"] ?? groups["rangeYear"]);
  if (year !== undefined) {
    const number = dayNumber(year, month, day);
    return number === undefined ? undefined : withClock(isoDay(number), groups);
  }
  if (!anchor) return undefined;
  const weekday = weekdayNamed(groups["weekday"]);
  const direction = directionOf(context);
  const number = nearestDay(
    { month, day, weekday },
    anchor,
    direction === "either" && isAheadSoFar(context) ? "ahead" : direction,
  );
  return number === undefined ? undefined : withClock(isoDay(number), groups);
}

/** "From March 30, with a third from August 6": the sentence has named a day ahead. */
function isAheadSoFar({ anchor, earlier, sentenceStart }: TimeContext): boolean {
  const last = earlier.at(-1);
  if (last === undefined || last.start < sentenceStart || anchor?.number === undefined)
    return false;
  return last.type === "DATE" && last.value.length === 10 && last.value > isoDay(anchor.number);
}

function dayIn(printed: string): number {
  const figure = Number.parseInt(printed, 10);
  return Number.isNaN(figure)
    ? ORDINALS.indexOf(printed.toLowerCase().replace(" ", "-")) + 1
    : figure;
}

function weekdayNamed(printed: string | undefined): number {
  const start = printed?.slice(0, 3).toLowerCase();
  return start === undefined ? -1 : WEEKDAYS.findIndex(([name]) => name?.startsWith(start));
}

function readFigures({ groups, anchor }: TimeContext): TimeReading | undefined {
  const one = Number(groups["one"]);
  const two = Number(groups["two"]);
  const isShort = groups["year"]?.length === 2;
  const year = Number(groups["year"]) + (isShort ? centuryOf(Number(groups["year"]), anchor) : 0);
  const orders = new Set([dayNumber(year, two, one), dayNumber(year, one, two)]);
  const possible = [...orders].filter((day) => day !== undefined);
  const near = possible.filter((day) => Math.abs(day - (anchor?.number ?? 0)) <= DAYS_NEAR);
  // "3.7.15" may be a chapter, "1/2/10" anything
  const chosen = near.length === 1 ? near : isShort ? [] : possible;
  const [day] = chosen;
  return day === undefined || chosen.length > 1 ? undefined : { type: "DATE", value: isoDay(day) };
}

function centuryOf(short: number, anchor: TimeContext["anchor"]): number {
  const century = Math.floor((anchor?.year ?? 2000) / 100) * 100;
  return century + short > (anchor?.year ?? 2000) + 10 ? century - 100 : century;
}
