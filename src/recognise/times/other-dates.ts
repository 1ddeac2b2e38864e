/** Which day or month does a date name in German, French, Spanish, Arabic and Persian? (stage 4, recognise) */
import { isoDayOf } from "../../text/calendars.ts";
import {
  dayNumber,
  fourDigits,
  isoDay,
  isoMonth,
  monthNumber,
  monthsSince,
  numberOfDay,
  twoDigits,
} from "./calendar.ts";
import {
  FIGURE,
  type Forms,
  figure,
  formIn,
  type LanguageWords,
  withArabicLetters,
} from "./language-words.ts";
import { nearestDay, nearestOf, yearsAround } from "./nearest-day.ts";
import { looksAheadIn, type OtherTense } from "./other-tense.ts";
import {
  anyOf,
  firstWords,
  GAP,
  LETTER_OR_FIGURE,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";

/** Between day, month and year: "26. Januar", "26 de enero de 2022", "26 janvier", "الأول من مارس", "۶ بهمن ماه". */
const LINK = `${GAP}(?:(?:de[l]?|من|ماه)${GAP})?`;
const JOIN = `(?:\\.|er)?(?:${LINK}|(?<=\\.))`;
/** "1984", "۱۹۹۶", and "1984م", which says that it is of the common era. */
const YEAR = `(?<year>${FIGURE}{4})(?:[ \\u00a0]?م(?!${LETTER_OR_FIGURE}))?`;
/** "20 آب (أغسطس)", "26 أبريل/نيسان": the same month by its other name. */
const TWICE = `(?: ?[(/] ?${LETTER_OR_FIGURE}{2,8}(?: ${LETTER_OR_FIGURE}{3,7})? ?\\)?)?`;
/** A year named so is one of the common era: "سال ۱۴۰۲" is not. */
const YEARS = { first: 1500, last: 2100 };
/** Years of the Persian and the Islamic calendar that news speaks of. */
const OTHER_YEARS = { first: 1200, last: 1500 };
const FIRST_PERSIAN_YEAR = 622;
/** A month to come is taken if it is at most this many months away and the sentence does not say otherwise. */
const SOON = 1;
/** The farthest that a month may lie ahead where the sentence looks ahead: farther off, it is more likely the last. */
const LATEST = 8;

/** Returns the rules for dates of a language. Gregorian dates first, then those of its other calendar. */
export function otherDateRules(words: LanguageWords, tense: OtherTense): readonly TimeRule[] {
  return [
    ...dayRules(words, tense),
    ...otherCalendarRules(words, tense),
    ...monthRules(words, tense),
  ];
}

function dayRules(words: LanguageWords, tense: OtherTense): readonly TimeRule[] {
  const { months, yearWords } = words;
  const month = `(?<month>${anyOf(months.flat())})`;
  const { pattern, starts } = dayOf(words);
  const year = `${LINK}(?:${anyOf(yearWords)}${GAP})?${YEAR}`;
  return [
    {
      name: "date-with-year",
      words: "the date as printed",
      starts,
      pattern: timePattern(`${pattern}${JOIN}${month}${TWICE}${year}`),
      confidence: 0.95,
      read: (context) => readDate(context, words, tense),
    },
    {
      name: "date-in-the-nearest-year",
      words: "the day printed, in the year that fits publication best",
      starts,
      pattern: timePattern(`${pattern}${JOIN}${month}${TWICE}`),
      confidence: 0.85,
      read: (context) => readDate(context, words, tense),
    },
    {
      name: "figures-date-day-first",
      words: "the date as printed, the day first",
      starts: ["#"],
      pattern: timePattern(
        `(?<day>${FIGURE}{1,2})\\.? ?[./-] ?(?<monthNumber>${FIGURE}{1,2})\\.? ?[./-] ?(?<year>${FIGURE}{4})`,
      ),
      confidence: 0.9,
      read: (context) => readDate(context, words, tense),
    },
    {
      name: "iso-date",
      words: "the date as printed",
      starts: ["#"],
      pattern: timePattern("(?<year>[12]\\d{3})-(?<monthNumber>[01]\\d)-(?<day>[0-3]\\d)"),
      confidence: 0.98,
      read: (context) => readDate(context, words, tense),
    },
  ];
}

/** A day of the month, with the weekday that may stand before it. */
function dayOf({ weekdays, dayOrdinals, dateLink }: LanguageWords): {
  readonly pattern: string;
  readonly starts: readonly string[];
} {
  const named = withArabicLetters(weekdays).flat();
  const ordinals = withArabicLetters(dayOrdinals).flat();
  const link = dateLink.length === 0 ? "" : `(?:${anyOf(dateLink)}${GAP})?`;
  const weekday = `(?:(?<weekday>${anyOf(named)})(?:,|،)?(?:${GAP}|${GAP}?\\()${link})?`;
  return {
    pattern: `${weekday}(?<day>${FIGURE}{1,2}|${anyOf(ordinals)})`,
    starts: ["#", ...firstWords(ordinals), ...firstWords(named)],
  };
}

function readDate(
  context: TimeContext,
  words: LanguageWords,
  tense: OtherTense,
): TimeReading | undefined {
  const { groups, anchor } = context;
  const day = dayIn(groups, words);
  const month = groups["monthNumber"]
    ? figure(groups["monthNumber"])
    : formIn(words.months, groups["month"]) + 1;
  if (groups["year"] !== undefined) {
    const year = figure(groups["year"]);
    return dayNumber(year, month, day) === undefined
      ? undefined
      : { type: "DATE", value: `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(day)}` };
  }
  const weekday = formIn(words.weekdays, groups["weekday"]);
  const direction = looksAheadIn(tense, context) ? "ahead" : "either";
  const nearest = anchor && nearestDay({ month, day, weekday }, anchor, direction);
  return nearest === undefined ? undefined : { type: "DATE", value: isoDay(nearest) };
}

/** Days of the Persian or the Islamic calendar, turned into those of ours. */
function otherCalendarRules(words: LanguageWords, tense: OtherTense): readonly TimeRule[] {
  const { otherCalendar } = words;
  if (otherCalendar.months.length === 0) return [];
  const isPersian = otherCalendar.calendar === "persian";
  const month = `(?<month>${anyOf(withArabicLetters(otherCalendar.months).flat())})(?:‌?ماه)?`;
  const { pattern, starts } = dayOf(words);
  const era = `(?:[ \\u00a0]?(?:هـ|ه‍|هجری(?: شمسی| خورشیدی)?|هجرية?|ش|خورشیدی|شمسی)(?!${LETTER_OR_FIGURE}))?`;
  return [
    {
      name: isPersian ? "persian-date" : "islamic-date",
      words: isPersian
        ? "the day printed in the Persian calendar, turned into ours by its cycle of 33 years"
        : "the day printed in the Islamic calendar, turned into ours as Umm al-Qura has it",
      starts,
      pattern: timePattern(
        `${pattern}${JOIN}${month}(?:${LINK}(?:${anyOf(words.yearWords)}${GAP})?(?<year>${FIGURE}{4})${era})?`,
      ),
      confidence: 0.85,
      read: (context) => readOtherDate(context, words, tense),
    },
  ];
}

function readOtherDate(
  context: TimeContext,
  words: LanguageWords,
  tense: OtherTense,
): TimeReading | undefined {
  const { groups, anchor } = context;
  const { calendar, months } = words.otherCalendar;
  const [day, month] = [dayIn(groups, words), formIn(months, groups["month"]) + 1];
  if (groups["year"] !== undefined) {
    const year = figure(groups["year"]);
    const isLikely = year >= OTHER_YEARS.first && year <= OTHER_YEARS.last;
    const value = isLikely ? isoDayOf(calendar, year, month, day) : undefined;
    return value === undefined ? undefined : { type: "DATE", value };
  }
  // Islamic months wander through the year, and their days differ by country: without a year they are left out
  if (!anchor || calendar !== "persian") return undefined;
  const days = yearsAround(anchor).flatMap(
    (year) => numberOfDay(isoDayOf(calendar, year - FIRST_PERSIAN_YEAR, month, day)) ?? [],
  );
  const nearest = nearestOf(days, anchor, looksAheadIn(tense, context) ? "ahead" : "either");
  return nearest === undefined ? undefined : { type: "DATE", value: isoDay(nearest) };
}

function monthRules(words: LanguageWords, tense: OtherTense): readonly TimeRule[] {
  const { months, yearWords, monthBefore } = words;
  const forms = months.flat();
  const month = `(?<month>${anyOf(forms)})`;
  const before = new RegExp(`(?:^|[^\\p{L}])(?:${monthBefore.join("|")})(?: ماه)? $`, "iu");
  return [
    {
      name: "month-with-year",
      words: "the month as printed",
      starts: firstWords(forms),
      pattern: timePattern(`${month}${TWICE}${LINK}(?:${anyOf(yearWords)}${GAP})?${YEAR}`),
      confidence: 0.9,
      read: ({ groups }) => readMonthWithYear(groups, months),
    },
    {
      name: "month-nearest-publication",
      words:
        "the latest such month up to publication, or the coming one where the sentence looks ahead",
      starts: firstWords(forms),
      pattern: timePattern(`${month}${TWICE}`),
      confidence: 0.7,
      read: (context) =>
        before.test(context.before) ? readMonth(context, words, tense) : undefined,
    },
    {
      name: "year-printed",
      words: "the year as printed",
      starts: firstWords(yearWords),
      pattern: timePattern(`${anyOf(yearWords)}${GAP}${YEAR}`),
      confidence: 0.85,
      read: ({ groups }) => readYear(groups["year"]),
    },
  ];
}

function readMonth(
  context: TimeContext,
  words: LanguageWords,
  tense: OtherTense,
): TimeReading | undefined {
  const now = monthNumber(context.anchor);
  const month = formIn(words.months, context.groups["month"]);
  if (now === undefined || month < 0) return undefined;
  const since = monthsSince(now, month);
  const wait = 12 - since;
  const isAhead = since > 0 && (wait <= SOON || (wait <= LATEST && looksAheadIn(tense, context)));
  return { type: "DATE", value: isoMonth(isAhead ? now + 12 - since : now - since) };
}

function readMonthWithYear(groups: TimeContext["groups"], months: Forms): TimeReading | undefined {
  const year = readYear(groups["year"])?.value;
  const month = formIn(months, groups["month"]) + 1;
  return year === undefined ? undefined : { type: "DATE", value: `${year}-${twoDigits(month)}` };
}

function readYear(printed: string | undefined): TimeReading | undefined {
  const year = figure(printed);
  const isCommon = year >= YEARS.first && year <= YEARS.last;
  return isCommon ? { type: "DATE", value: fourDigits(year) } : undefined;
}

function dayIn(groups: TimeContext["groups"], { dayOrdinals }: LanguageWords): number {
  return formIn(dayOrdinals, groups["day"]) + 1 || figure(groups["day"]);
}
