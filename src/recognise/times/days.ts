/** Which day are yesterday, today and tonight? (stage 4, recognise) */
import words from "../../words/times.json" with { type: "json" };
import { isoDay } from "./calendar.ts";
import { AFTER_DAY, withClock } from "./clock-words.ts";
import {
  GAP,
  isCapitalised,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";

const EARLIER = `(?:(?:earlier|later|late|early)${GAP})?`;
const EARLIER_WORDS = ["earlier", "later", "late", "early"];
/** "USA Today", "Today programme". */
const NAME_BEFORE = /(?:(?:USA|Russia|India|Psychology)|\p{Lu}{2,}) $/u;
/** "today's youth", "today's Iran": of these times, not of that day. */
const OF_THESE_TIMES = new RegExp(
  `^['’]s (?:(?:young|modern|fast|global|busy|complex) )?(?:${words.ofTheseTimes.join("|")})(?![a-zà-ɏ])`,
  "u",
);
const OF_A_NAME = /^['’]s \p{Lu}\p{L}+(?:[.,;:!?)”"]| (?:and|or|is|was|are|has)(?![\p{L}]))/u;
/** "The Tonight Show". */
const NAME_AFTER = /^ (?:programme|program|show)(?![\p{L}])/iu;

/** Rules for days counted from the day of publication. */
export const dayRules: readonly TimeRule[] = [
  dayRule("two-days-before-publication", "two days before publication", {
    starts: ["day"],
    seconds: ["before"],
    pattern: `day${GAP}before${GAP}yesterday`,
    offset: -2,
  }),
  dayRule("two-days-after-publication", "two days after publication", {
    starts: ["day"],
    seconds: ["after"],
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
    seconds: ["night", "evening"],
    pattern: `last${GAP}(?<part>night|evening)`,
    offset: -1,
  }),
  dayRule("part-of-day-of-publication", "that part of the day of publication", {
    starts: ["this", "earlier", "later", "late", "early"],
    seconds: ["morning", "afternoon", "evening", "this"],
    pattern: `${EARLIER}this${GAP}(?<part>morning|afternoon|evening)`,
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
  readonly seconds?: readonly string[];
  readonly pattern: string;
  /** Days from the day of publication. */
  readonly offset: number;
}

function dayRule(name: string, words: string, facts: DayRuleFacts): TimeRule {
  return {
    name,
    words,
    starts: facts.starts,
    ...(facts.seconds && { seconds: facts.seconds }),
    pattern: timePattern(facts.pattern),
    confidence: 0.9,
    read: (context) => dayAt(context, facts.offset),
  };
}

function dayAt(
  { anchor, groups, before, after, printed }: TimeContext,
  offset: number,
): TimeReading | undefined {
  const isName = isCapitalised(printed) && NAME_BEFORE.test(before);
  if (anchor?.number === undefined || isName || NAME_AFTER.test(after)) return undefined;
  if (offset === 0 && (OF_THESE_TIMES.test(after) || OF_A_NAME.test(after))) return undefined;
  return withClock(isoDay(anchor.number + offset), groups);
}
