/** Which day are yesterday, today and tonight? (stage 4, recognise) */
import { isoDay } from "./calendar.ts";
import { AFTER_DAY, withClock } from "./clock-words.ts";
import { GAP, type TimeContext, type TimeReading, type TimeRule, timePattern } from "./rule.ts";

const EARLIER = `(?:(?:earlier|later|late|early)${GAP})?`;
const EARLIER_WORDS = ["earlier", "later", "late", "early"];
/** "USA Today", "Today programme". */
const NAME_BEFORE = /(?:USA|Russia|India|Psychology) $/;
const NAME_AFTER = /^ (?:programme|program|show)(?![\p{L}])/u;

/** Rules for days counted from the day of publication. */
export const dayRules: readonly TimeRule[] = [
  dayRule("two-days-before-publication", "two days before publication", {
    starts: ["day"],
    pattern: `day${GAP}before${GAP}yesterday`,
    offset: -2,
  }),
  dayRule("two-days-after-publication", "two days after publication", {
    starts: ["day"],
    pattern: `day${GAP}after${GAP}tomorrow`,
    offset: 2,
  }),
  dayRule("yesterday-from-publication", "the day before publication", {
    starts: ["yesterday", ...EARLIER_WORDS],
    pattern: `${EARLIER}yesterday${AFTER_DAY}`,
    offset: -1,
  }),
  dayRule("tomorrow-from-publication", "the day after publication", {
    starts: ["tomorrow", ...EARLIER_WORDS],
    pattern: `${EARLIER}tomorrow${AFTER_DAY}`,
    offset: 1,
  }),
  dayRule("last-night-from-publication", "the night before the day of publication", {
    starts: ["last"],
    pattern: `last${GAP}(?<part>night|evening)`,
    offset: -1,
  }),
  dayRule("part-of-day-of-publication", "that part of the day of publication", {
    starts: ["this"],
    pattern: `this${GAP}(?<part>morning|afternoon|evening)`,
    offset: 0,
  }),
  dayRule("tonight-of-publication", "the night of the day of publication", {
    starts: ["tonight"],
    pattern: "to(?<part>night)",
    offset: 0,
  }),
  dayRule("today-is-publication", "the day of publication", {
    starts: ["today", ...EARLIER_WORDS],
    pattern: `${EARLIER}today${AFTER_DAY}`,
    offset: 0,
  }),
];

interface DayRuleFacts {
  readonly starts: readonly string[];
  readonly pattern: string;
  /** Days from the day of publication. */
  readonly offset: number;
}

function dayRule(name: string, words: string, facts: DayRuleFacts): TimeRule {
  return {
    name,
    words,
    starts: facts.starts,
    pattern: timePattern(facts.pattern),
    confidence: 0.9,
    read: (context) => dayAt(context, facts.offset),
  };
}

function dayAt(
  { anchor, groups, before, after }: TimeContext,
  offset: number,
): TimeReading | undefined {
  if (anchor?.number === undefined || NAME_BEFORE.test(before) || NAME_AFTER.test(after)) {
    return undefined;
  }
  return withClock(isoDay(anchor.number + offset), groups);
}
