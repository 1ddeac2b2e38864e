/** Which quarter or half of a year is meant? (stage 4, recognise) */
import words from "../../words/times.json" with { type: "json" };
import { fourDigits, monthNumber } from "./calendar.ts";
import { quarterOfTheText, sameQuarterOf } from "./quarters-of-the-text.ts";
import {
  anyOf,
  date,
  GAP,
  HYPHEN,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";
import { looksAhead } from "./tense.ts";
import { ANY_YEAR, yearNumber } from "./year-words.ts";

const ORDINALS: Readonly<Record<string, number>> = words.ordinals;
const ORDINAL = `(?<ordinal>${anyOf(Object.keys(ORDINALS))})`;
const QUARTER = `${ORDINAL}${HYPHEN}(?:fiscal${GAP})?(?<unit>quarter|half)`;
const WHICH_YEAR = `(?<which>last|this|next)${GAP}year`;
const WHOSE_YEAR = `(?:${GAP}of)?${GAP}(?:(?<year>${ANY_YEAR})|${WHICH_YEAR})`;
const ORDINAL_SECONDS = ["quarter", "half", "fiscal"];
/** A quarter or half of a match is no part of a year. */
const SPORT =
  /(?:touchdown|kick|game|match|goal|scored|points|minutes|possession|lead|team|yard|basket|coach)/i;
const OF_THE_YEAR = /^ of the year(?![a-zà-ɏ])/i;

/** Rules for parts of a year, and for "a year earlier" where that means the same quarter of the year before. */
export const quarterRules: readonly TimeRule[] = [
  {
    name: "quarter-of-a-year",
    words: "the quarter or half as printed",
    starts: Object.keys(ORDINALS),
    seconds: ORDINAL_SECONDS,
    pattern: timePattern(QUARTER + WHOSE_YEAR),
    confidence: 0.92,
    read: (context) => readQuarter(context, yearNamed(context)),
  },
  {
    name: "quarter-of-a-year",
    words: "the quarter or half as printed",
    starts: ["last", "this", "next"],
    seconds: ["year"],
    pattern: timePattern(`${WHICH_YEAR}['’]s${GAP}${QUARTER}`),
    confidence: 0.92,
    read: (context) => readQuarter(context, yearNamed(context)),
  },
  {
    name: "quarter-of-a-year",
    words: "the quarter or half as printed",
    starts: ["#4"],
    pattern: timePattern(`(?<year>[12]\\d{3})(?:['’]s)?${GAP}(?:fiscal${GAP})?${QUARTER}`),
    confidence: 0.9,
    read: (context) => readQuarter(context, yearNamed(context)),
  },
  {
    name: "quarter-of-a-year",
    words: "the quarter or half as printed",
    starts: ["q1", "q2", "q3", "q4"],
    pattern: timePattern(`Q(?<ordinal>[1-4])(?:${GAP}of)?,?${GAP}(?<year>[12]\\d{3})`),
    confidence: 0.92,
    read: ({ groups }) => date(`${groups["year"]}-Q${groups["ordinal"]}`),
  },
  {
    name: "quarter-nearest-publication",
    words:
      "the latest such quarter begun by publication, or the coming one where the sentence looks ahead",
    starts: [...Object.keys(ORDINALS)],
    seconds: ORDINAL_SECONDS,
    pattern: timePattern(QUARTER),
    confidence: 0.8,
    read: (context) => readQuarter(context, undefined),
  },
  {
    name: "quarter-nearest-publication",
    words:
      "the latest such quarter begun by publication, or the coming one where the sentence looks ahead",
    starts: ["q1", "q2", "q3", "q4"],
    pattern: timePattern("Q(?<ordinal>[1-4])"),
    confidence: 0.75,
    read: (context) =>
      context.printed.startsWith("Q") ? readQuarter(context, undefined) : undefined,
  },
  {
    name: "quarter-the-text-reports-on",
    words: "the quarter that the text reports on",
    starts: ["the", "that"],
    seconds: ["quarter", "period", "latest", "recent", "most", "previous", "preceding"],
    pattern: timePattern(
      `(?:the(?:${GAP}(?:(?<latest>latest|(?:most${GAP})?recent)|(?<before>previous|preceding)))?|that)${GAP}(?:fiscal${GAP})?(?<unit>quarter|period)`,
    ),
    confidence: 0.7,
    read: quarterOfTheText,
  },
  {
    name: "quarter-reported-on-in-another-year",
    words: "the quarter that the text reports on, in the year printed",
    starts: ["#4"],
    pattern: timePattern(`(?<year>[12]\\d{3})${GAP}(?:fiscal${GAP})?(?<unit>quarter|period)`),
    confidence: 0.75,
    read: (context) => sameQuarterOf(context, Number(context.groups["year"])),
  },
  {
    name: "same-quarter-a-year-before",
    words: "a year before the time that the text reports on",
    starts: ["a", "an", "one", "year"],
    seconds: ["year", "ago", "earlier"],
    pattern: timePattern(
      `(?:(?:a|an|one)${GAP}year${GAP}(?:ago|earlier|before)|year${HYPHEN}(?:ago|earlier)(?:${GAP}(?<unit>period|quarter))?)`,
    ),
    confidence: 0.75,
    read: (context) => sameQuarterOf(context, undefined),
  },
];

function readQuarter(context: TimeContext, year: number | undefined): TimeReading | undefined {
  const { groups, anchor, before, after } = context;
  const ordinal = ORDINALS[(groups["ordinal"] ?? "").toLowerCase()] ?? Number(groups["ordinal"]);
  const isHalf = groups["unit"]?.toLowerCase() === "half";
  const length = isHalf ? 6 : 3;
  if (ordinal * length > 12 || SPORT.test(before) || SPORT.test(after)) return undefined;
  const code = `${isHalf ? "H" : "Q"}${ordinal}`;
  if (year !== undefined) return date(`${fourDigits(year)}-${code}`);
  const now = monthNumber(anchor);
  if (!anchor || now === undefined || (isHalf && !OF_THE_YEAR.test(after))) return undefined;
  const begins = anchor.year * 12 + (ordinal - 1) * length;
  const offset =
    begins > now && !looksAhead(context) ? -1 : comingYear(context, begins + length, now);
  return date(`${fourDigits(anchor.year + offset)}-${code}`);
}

/** A quarter that is over by publication is next year's only where the sentence looks ahead. */
function comingYear(context: TimeContext, ends: number, now: number): number {
  return ends <= now && now - ends > 6 && looksAhead(context) ? 1 : 0;
}

function yearNamed({ groups, anchor }: TimeContext): number | undefined {
  if (groups["year"] !== undefined) return yearNumber(groups["year"]);
  const offset = { last: -1, this: 0, next: 1 }[(groups["which"] ?? "").toLowerCase()];
  return anchor && offset !== undefined ? anchor.year + offset : undefined;
}
