/** Which day is "the next day", which year "the following year"? Counted from one that the text has named (stage 4, recognise). */
import type { Timex } from "../../model.ts";
import { fourDigits, isoDay, isoMonth, isoWeek, numberOfDay } from "./calendar.ts";
import { withClock } from "./clock-words.ts";
import {
  anyOf,
  date,
  GAP,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";

const UNITS = ["day", "week", "month", "year"];
const PARTS = ["morning", "afternoon", "evening", "night"];
const UNIT = `(?<unit>${anyOf(UNITS)})`;
const PART = `(?<part>${anyOf(PARTS)})`;
const OF_UNITS: readonly string[] = [...UNITS, ...PARTS];
const DAY = /^\d{4}-\d\d-\d\d/;
const MONTH = /^\d{4}-\d\d(?!\d)/;
const YEAR = /^\d{4}(?!\d)/;
/** So many of the last times are asked, so that a page of nothing but times is read in one go. */
const NEAR = 20;
/** "over the next year", "in the following days": a stretch. */
const STRETCH_BEFORE = /(?:^|[^a-zà-ɏ])(?:over|in|for|within|during|throughout|of|into|through) $/i;
/** "the day before the storm" is counted from the storm, of which no day is known. */
const NOTHING_MORE =
  /^(?:$|[,.;:!?)”"—–]| (?:and|but|when|that|in|at|he|she|it|they|we|after a|after the)(?![a-zà-ɏ]))/i;
/** "that night of terror", "that day in June". */
const OF_AFTER = /^ (?:of|when|in|that|as)(?![a-zà-ɏ])/i;
const LAST_YEAR_AFTER = /^ (?:(?:of|in) )?(?:last|the previous) year(?![a-zà-ɏ])/i;

/** Rules for times counted from another of the same paragraph. */
export const textTimeRules: readonly TimeRule[] = [
  {
    name: "same-time-as-just-named",
    words: "the day, week, month or year that the text has just named",
    starts: ["that", "earlier", "later", "late", "early"],
    seconds: ["that", "same", ...OF_UNITS],
    pattern: timePattern(
      `(?:(?:earlier|later|late|early)${GAP})?that${GAP}(?:same${GAP}|very${GAP})?(?:${UNIT}|${PART})`,
    ),
    confidence: 0.7,
    read: (context) => sameTime(context),
  },
  {
    name: "same-time-as-just-named",
    words: "the day, week, month or year that the text has just named",
    starts: ["the"],
    seconds: ["same"],
    pattern: timePattern(`the${GAP}same${GAP}(?:${UNIT}|${PART})`),
    confidence: 0.7,
    read: (context) => sameTime(context),
  },
  {
    name: "time-after-one-just-named",
    words: "counted on from the day, week, month or year that the text has just named",
    starts: ["the"],
    seconds: ["following", "next"],
    pattern: timePattern(`the${GAP}(?:following|next)${GAP}(?:${UNIT}|${PART})`),
    confidence: 0.7,
    read: (context) => (STRETCH_BEFORE.test(context.before) ? undefined : counted(context, 1)),
  },
  {
    name: "time-before-one-just-named",
    words: "counted back from the day, week, month or year that the text has just named",
    starts: ["the"],
    seconds: ["previous", "preceding"],
    pattern: timePattern(`the${GAP}(?:previous|preceding)${GAP}(?:${UNIT}|${PART})`),
    confidence: 0.7,
    read: (context) => (STRETCH_BEFORE.test(context.before) ? undefined : counted(context, -1)),
  },
  {
    name: "time-before-one-just-named",
    words: "counted back from the day, week, month or year that the text has just named",
    starts: ["the"],
    seconds: OF_UNITS,
    pattern: timePattern(`the${GAP}(?:${UNIT}|${PART})${GAP}before`),
    confidence: 0.7,
    read: (context) => (NOTHING_MORE.test(context.after) ? counted(context, -1) : undefined),
  },
  {
    name: "time-after-one-just-named",
    words: "counted on from the day, week, month or year that the text has just named",
    starts: ["the"],
    seconds: OF_UNITS,
    pattern: timePattern(`the${GAP}(?:${UNIT}|${PART})${GAP}after`),
    confidence: 0.7,
    read: (context) => (NOTHING_MORE.test(context.after) ? counted(context, 1) : undefined),
  },
];

/** "the same month last year" is a year before the month just named. */
function sameTime(context: TimeContext): TimeReading | undefined {
  if (LAST_YEAR_AFTER.test(context.after))
    return context.groups["unit"]?.toLowerCase() === "month" ? counted(context, -12) : undefined;
  return OF_AFTER.test(context.after) ? undefined : counted(context, 0);
}

function counted(context: TimeContext, steps: number): TimeReading | undefined {
  const unit = context.groups["unit"]?.toLowerCase() ?? "day";
  if (unit === "year") {
    const year = lastNamed(context, YEAR)?.value.slice(0, 4);
    return year === undefined ? undefined : date(fourDigits(Number(year) + steps));
  }
  if (unit === "month") {
    const month = lastNamed(context, MONTH)?.value;
    if (month === undefined) return undefined;
    return date(isoMonth(Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + steps));
  }
  const day = numberOfDay(lastNamed(context, DAY)?.value);
  if (day === undefined) return undefined;
  if (unit === "week") return date(isoWeek(day + 7 * steps));
  return withClock(isoDay(day + steps), context.groups);
}

/**
 * Returns the last time of a shape that the sentence has named before, or else its paragraph: only what comes last
 * before the words counts, so that nothing is counted from a time that another has replaced.
 */
export function lastNamed(context: TimeContext, shape: RegExp): Timex | undefined {
  return context.earlier
    .slice(-NEAR)
    .findLast(
      ({ start, type, value }) =>
        start >= context.paragraphStart &&
        (type === "DATE" || type === "TIME") &&
        shape.test(value),
    );
}
