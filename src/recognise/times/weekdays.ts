/** Which Wednesday is meant? (stage 4, recognise) */
import words from "../../words/times.json" with { type: "json" };
import { daysSince, isoDay, weekdayOf } from "./calendar.ts";
import { AFTER_DAY, withClock } from "./clock-words.ts";
import { WEEKDAY, WEEKDAY_STARTS, WEEKDAYS } from "./day-words.ts";
import {
  GAP,
  indexOfForm,
  isCapitalised,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";
import { looksAhead, opensInThePresent } from "./tense.ts";

/** "Sunday Times", "Sunday Mirror": papers, not days. */
const PAPER = new RegExp(`^ (?:${words.weekdayNames.join("|")})(?![a-zà-ɏ])`, "iu");
/** "Black Friday", "Ash Wednesday": days of the year that have names. */
const NAMED = new RegExp(`(?:^|[^a-zà-ɏ])(?:${words.namedWeekdays.join("|")}) $`, "iu");

const LONGEST_NAME = 16;
/** "the Saturday before", "it had to be the Monday": counted from a day of the text, not from publication. */
const THE_BEFORE = /(?<![a-zà-ɏ])the $/i;
const NO_NOUN_AFTER =
  /^(?:$|[,.;:!?)”"—–]| (?:before|after|following|preceding|of|and|or|but|when|that|which|for|in|at|to|was|is|he|she|it|they|we)(?![a-zà-ɏ]))/i;
/** "last Monday but one": a week further back. */
const BUT_ONE = `(?<butOne>${GAP}but${GAP}one)`;

const AHEAD_RULE = "weekday-on-or-after-publication";

/** Rules for weekdays in English, those with "last", "next" and "this" first. */
export const weekdayRules: readonly TimeRule[] = [
  {
    name: "last-weekday",
    words: "the latest such day before the day of publication",
    starts: ["last", "past", "this"],
    seconds: ["past", ...WEEKDAY_STARTS],
    pattern: timePattern(`(?:last|(?:this${GAP})?past)${GAP}${WEEKDAY}(?:${BUT_ONE}|${AFTER_DAY})`),
    confidence: 0.85,
    read: (context) =>
      dayFrom(
        context,
        (number, weekday) =>
          number - (daysSince(number, weekday) || 7) - (context.groups["butOne"] ? 7 : 0),
      ),
  },
  {
    name: "next-weekday",
    words: "the first such day after the day of publication",
    starts: ["next", "coming", "this"],
    seconds: ["coming", ...WEEKDAY_STARTS],
    pattern: timePattern(`(?:next|(?:this${GAP})?coming)${GAP}${WEEKDAY}${AFTER_DAY}`),
    confidence: 0.8,
    read: (context) =>
      dayFrom(context, (number, weekday) => number + 7 - daysSince(number, weekday)),
  },
  {
    name: "this-weekday",
    words: "that day in the week of publication",
    starts: ["this"],
    seconds: WEEKDAY_STARTS,
    pattern: timePattern(`this${GAP}${WEEKDAY}${AFTER_DAY}`),
    confidence: 0.85,
    read: (context) => dayFrom(context, (number, weekday) => number - weekdayOf(number) + weekday),
  },
  {
    name: "weekday-a-week-ago",
    words: "a week before the latest such day",
    starts: ["a", "one"],
    seconds: ["week"],
    pattern: timePattern(`(?:a|one)${GAP}week${GAP}ago${GAP}(?:on${GAP}|last${GAP})?${WEEKDAY}`),
    confidence: 0.8,
    read: (context) =>
      dayFrom(context, (number, weekday) => number - 7 - daysSince(number, weekday)),
  },
  {
    name: "weekday-a-week-on",
    words: "a week after the first such day that is to come",
    starts: WEEKDAY_STARTS,
    seconds: ["week"],
    pattern: timePattern(`${WEEKDAY}${GAP}week`),
    confidence: 0.8,
    read: (context) =>
      dayFrom(context, (number, weekday) => number + 14 - daysSince(number, weekday)),
  },
  {
    name: "weekday-of-this-week",
    words: "that day in the week of publication",
    starts: WEEKDAY_STARTS,
    seconds: ["of", "this"],
    pattern: timePattern(`${WEEKDAY}${GAP}(?:of${GAP})?this${GAP}week`),
    confidence: 0.9,
    read: (context) => dayFrom(context, (number, weekday) => number - weekdayOf(number) + weekday),
  },
  {
    name: "day-before-a-weekday",
    words: "the day before the latest such day",
    starts: ["day"],
    seconds: ["before"],
    pattern: timePattern(`day${GAP}before${GAP}last${GAP}${WEEKDAY}`),
    confidence: 0.75,
    read: (context) =>
      dayFrom(context, (number, weekday) => number - (daysSince(number, weekday) || 7) - 1),
  },
  {
    name: "weekday-of-last-week",
    words: "that day in the week before the week of publication",
    starts: WEEKDAY_STARTS,
    seconds: ["of", "last"],
    pattern: timePattern(`${WEEKDAY}${GAP}(?:of${GAP})?last${GAP}week`),
    confidence: 0.9,
    read: (context) =>
      dayFrom(context, (number, weekday) => number - weekdayOf(number) + weekday - 7),
  },
  {
    name: "weekday-of-next-week",
    words: "that day in the week after the week of publication",
    starts: WEEKDAY_STARTS,
    seconds: ["of", "next"],
    pattern: timePattern(`${WEEKDAY}${GAP}(?:of${GAP})?next${GAP}week`),
    confidence: 0.9,
    read: (context) =>
      dayFrom(context, (number, weekday) => number - weekdayOf(number) + weekday + 7),
  },
  {
    name: AHEAD_RULE,
    words: "the first such day on or after publication, since the sentence looks ahead",
    starts: WEEKDAY_STARTS,
    pattern: timePattern(WEEKDAY + AFTER_DAY),
    confidence: 0.8,
    read: (context) =>
      liesAhead(context)
        ? dayFrom(context, (number, weekday) => number + ((7 - daysSince(number, weekday)) % 7))
        : undefined,
  },
  {
    name: "weekday-on-or-before-publication",
    words: "the latest such day on or before publication",
    starts: WEEKDAY_STARTS,
    pattern: timePattern(WEEKDAY + AFTER_DAY),
    confidence: 0.9,
    read: (context) => dayFrom(context, (number, weekday) => number - daysSince(number, weekday)),
  },
];

/**
 * Returns the ISO day that a bare weekday means beside an hour, as in "9 a.m. Tuesday", or `undefined` where it
 * is no weekday or the day of publication is not known.
 */
export function dayOfWeekday(printed: string, context: TimeContext): string | undefined {
  const weekday = indexOfForm(WEEKDAYS, printed);
  const number = context.anchor?.number;
  if (weekday < 0 || number === undefined) return undefined;
  const since = daysSince(number, weekday);
  return isoDay(looksAhead(context) ? number + ((7 - since) % 7) : number - since);
}

/** The sentence looks ahead, or goes on from a day ahead without telling of anything past. */
function liesAhead(context: TimeContext): boolean {
  if (looksAhead(context)) return true;
  const { before, after, earlier } = context;
  const isAheadSoFar = earlier.at(-1)?.evidence.rule === AHEAD_RULE;
  return isAheadSoFar && opensInThePresent(before, after);
}

/** "The mill was to open on the Monday": which one, the text has said or goes on to say. */
function isOfTheText({ groups, printed, before, after }: TimeContext): boolean {
  const isBare = printed.toLowerCase() === groups["weekday"]?.toLowerCase();
  return isBare && THE_BEFORE.test(before) && NO_NOUN_AFTER.test(after);
}

function dayFrom(
  context: TimeContext,
  choose: (publication: number, weekday: number) => number,
): TimeReading | undefined {
  const { groups, before, after, anchor } = context;
  const printed = groups["weekday"] ?? "";
  const weekday = indexOfForm(WEEKDAYS, printed);
  const number = anchor?.number;
  if (number === undefined || weekday < 0 || !isCapitalised(printed)) return undefined;
  if (PAPER.test(after) || NAMED.test(before.slice(-LONGEST_NAME)) || isOfTheText(context))
    return undefined;
  return withClock(isoDay(choose(number, weekday)), groups);
}
