/** How does English print weekdays, months and days of a month? Patterns that the rules share (stage 4, recognise). */
import words from "../../words/times.json" with { type: "json" };
import { anyOf, firstWords } from "./rule.ts";

/** The forms of each weekday, from Monday on. */
export const WEEKDAYS = words.languages.en.weekdays;
/** The forms of each month. */
export const MONTHS = words.languages.en.months;

const WEEKDAY_FORMS = WEEKDAYS.flat();
const MONTH_FORMS = MONTHS.flat();

/** A weekday, to be put in a group. */
export const ANY_WEEKDAY = anyOf(WEEKDAY_FORMS);
/** A month, to be put in a group. */
export const ANY_MONTH = anyOf(MONTH_FORMS);
/** A group `weekday`. */
export const WEEKDAY = `(?<weekday>${ANY_WEEKDAY})`;
/** A group `month`. */
export const MONTH = `(?<month>${ANY_MONTH})`;
/** A group `day`: "26", "26th"; not the "2" of "2,300". */
export const DAY_OF_MONTH = "(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?!\\d|[.,:]\\d)";

/** First words of weekdays, as `starts` wants them. */
export const WEEKDAY_STARTS: readonly string[] = firstWords(WEEKDAY_FORMS);
/** First words of months. */
export const MONTH_STARTS: readonly string[] = firstWords(MONTH_FORMS);
/** First words of what names an edge of a time: "early May". */
export const EDGE_STARTS: readonly string[] = ["early", "late", "mid"];
