/** Which day do dates, weekdays and "yesterday" name in German, French, Spanish, Arabic and Persian? (stage 4, recognise) */
import words from "../../words/times.json" with { type: "json" };
import { dayNumber, fourDigits, isoDay, twoDigits } from "./calendar.ts";
import { nearestDay } from "./nearest-day.ts";
import {
  anyOf,
  firstWords,
  GAP,
  indexOfForm,
  type TimeContext,
  type TimeLanguage,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";
import { daysSince } from "./weekdays.ts";

type Language = Exclude<TimeLanguage, "en">;
type Forms = readonly (readonly string[])[];

/** Between day, month and year: "26. Januar", "26 de enero de 2022", "26 janvier", "الأول من مارس". */
const LINK = `${GAP}(?:(?:de[l]?|من|ماه)${GAP})?`;
const JOIN = `(?:\\.|er)?${LINK}`;
/** Figures of Latin, Arabic and Persian writing. */
const FIGURE = "[\\d٠-٩۰-۹]";
/** "1984", "۱۹۹۶", and "1984م", which says that it is of the common era. */
const YEAR = `(?<year>${FIGURE}{4})(?:[ \\u00a0]?م)?`;
/** A year named so is one of the common era: "سال ۱۴۰۲" is not. */
const YEARS = { first: 1500, last: 2100 };
const EASTERN = /[٠-٩۰-۹]/g;
const NEXT_AFTER = /^ (?:prochaine?|próximo|que viene|القادم|المقبل|آینده)/u;
const NEXT_BEFORE = /(?:^|[^\p{L}])(?:nächsten|kommenden|próximo|am kommenden) $/iu;

/**
 * Returns the rules of a language other than English: dates with and without a year, bare weekdays and words
 * such as "yesterday". Gregorian dates only; weekdays without a word for "next" lie on or before publication.
 */
export function otherLanguageRules(language: Language): readonly TimeRule[] {
  return [...dateRules(language), ...dayRules(language)];
}

function dateRules(language: Language): readonly TimeRule[] {
  const { months, dayOrdinals, yearWords } = words.languages[language];
  const month = `(?<month>${anyOf(months.flat())})`;
  const day = `(?<day>${FIGURE}{1,2}|${anyOf(dayOrdinals.flat())})`;
  const dayStarts = ["#", ...firstWords(dayOrdinals.flat())];
  const year = `${LINK}(?:${anyOf(yearWords)}${GAP})?${YEAR}`;
  const lists = { months, dayOrdinals };
  return [
    {
      name: "date-with-year",
      words: "the date as printed",
      starts: dayStarts,
      pattern: timePattern(`${day}${JOIN}${month}${year}`),
      confidence: 0.95,
      read: (context) => readDate(context, lists),
    },
    {
      name: "date-in-the-nearest-year",
      words: "the day printed, in the year that fits publication best",
      starts: dayStarts,
      pattern: timePattern(`${day}${JOIN}${month}`),
      confidence: 0.85,
      read: (context) => readDate(context, lists),
    },
    {
      name: "figures-date",
      words: "the date as printed",
      starts: ["#"],
      pattern: timePattern(
        `(?<day>${FIGURE}{1,2})[./](?<monthNumber>${FIGURE}{1,2})[./](?<year>${FIGURE}{4})`,
      ),
      confidence: 0.9,
      read: (context) => readDate(context, lists),
    },
    {
      name: "month-with-year",
      words: "the month as printed",
      starts: firstWords(months.flat()),
      pattern: timePattern(`${month}${year}`),
      confidence: 0.9,
      read: ({ groups }) => readMonth(groups, months),
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

function dayRules(language: Language): readonly TimeRule[] {
  const { weekdays, days } = words.languages[language];
  const offsets: Readonly<Record<string, number>> = days;
  return [
    {
      name: "next-weekday",
      words: "the first such day after the day of publication",
      starts: firstWords(weekdays.flat()),
      pattern: timePattern(`(?<weekday>${anyOf(weekdays.flat())})`),
      confidence: 0.75,
      read: (context) => (isNext(context) ? readWeekday(context, weekdays, 7) : undefined),
    },
    {
      name: "weekday-on-or-before-publication",
      words: "the latest such day on or before publication",
      starts: firstWords(weekdays.flat()),
      pattern: timePattern(`(?<weekday>${anyOf(weekdays.flat())})`),
      confidence: 0.8,
      read: (context) => readWeekday(context, weekdays, 0),
    },
    {
      name: "day-named-from-publication",
      words: "counted from the day of publication",
      starts: firstWords(Object.keys(offsets)),
      pattern: timePattern(`(?<named>${anyOf(Object.keys(offsets))})`),
      confidence: 0.8,
      read: ({ groups, anchor, before }) => {
        const offset = offsets[(groups["named"] ?? "").toLowerCase().replace("’", "'")];
        // "por la mañana", "la mañana": the morning, not tomorrow.
        if (anchor?.number === undefined || offset === undefined || /(?:la|de) $/.test(before))
          return undefined;
        return { type: "DATE", value: isoDay(anchor.number + offset) };
      },
    },
  ];
}

function readDate(
  { groups, anchor }: TimeContext,
  { months, dayOrdinals }: { readonly months: Forms; readonly dayOrdinals: Forms },
): TimeReading | undefined {
  const ordinal = indexOfForm(dayOrdinals, groups["day"]) + 1;
  const day = ordinal || figure(groups["day"]);
  const month = groups["monthNumber"]
    ? figure(groups["monthNumber"])
    : indexOfForm(months, groups["month"]) + 1;
  if (groups["year"] !== undefined) {
    const year = figure(groups["year"]);
    return dayNumber(year, month, day) === undefined
      ? undefined
      : { type: "DATE", value: `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(day)}` };
  }
  const nearest = anchor && nearestDay({ month, day, weekday: -1 }, anchor, "either");
  return nearest === undefined ? undefined : { type: "DATE", value: isoDay(nearest) };
}

function readMonth(groups: TimeContext["groups"], months: Forms): TimeReading | undefined {
  const year = readYear(groups["year"])?.value;
  const month = indexOfForm(months, groups["month"]) + 1;
  return year === undefined ? undefined : { type: "DATE", value: `${year}-${twoDigits(month)}` };
}

function readYear(printed: string | undefined): TimeReading | undefined {
  const year = figure(printed);
  const isCommon = year >= YEARS.first && year <= YEARS.last;
  return isCommon ? { type: "DATE", value: fourDigits(year) } : undefined;
}

function isNext({ before, after }: TimeContext): boolean {
  return NEXT_AFTER.test(after) || NEXT_BEFORE.test(before);
}

function readWeekday(
  { groups, anchor }: TimeContext,
  weekdays: Forms,
  daysOn: 0 | 7,
): TimeReading | undefined {
  const weekday = indexOfForm(weekdays, groups["weekday"]);
  if (anchor?.number === undefined || weekday < 0) return undefined;
  return {
    type: "DATE",
    value: isoDay(anchor.number + daysOn - daysSince(anchor.number, weekday)),
  };
}

function figure(printed: string | undefined): number {
  return Number(
    (printed ?? "").replace(EASTERN, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf)),
  );
}
