/** Which quarter, half-year or season is meant? (stage 4, recognise) */
import words from "../../words/times.json" with { type: "json" };
import { type Anchor, fourDigits, monthNumber } from "./calendar.ts";
import {
  anyOf,
  GAP,
  HYPHEN,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";
import { looksAhead } from "./tense.ts";

const ORDINALS: Readonly<Record<string, number>> = words.ordinals;
const ORDINAL = `(?<ordinal>${anyOf(Object.keys(ORDINALS))})`;
const QUARTER = `${ORDINAL}${HYPHEN}(?:fiscal${GAP})?(?<unit>quarter|half)`;
const WHOSE_YEAR = `(?:${GAP}of)?${GAP}(?:(?<year>[12]\\d{3})|(?<which>last|this|next)${GAP}year)`;
/** A quarter or half of a match is no part of a year. */
const SPORT =
  /(?:touchdown|kick|game|match|goal|scored|points|minutes|possession|lead|team|yard|basket|coach)/i;
const SEASONS: Readonly<Record<string, { readonly code: string; readonly month: number }>> = {
  spring: { code: "SP", month: 2 },
  summer: { code: "SU", month: 5 },
  autumn: { code: "FA", month: 8 },
  fall: { code: "FA", month: 8 },
  winter: { code: "WI", month: 11 },
};
const SEASON = `(?<season>${anyOf(Object.keys(SEASONS))})`;
const IN_THE =
  /(?:^|[^\p{L}])(?:in|during|over|by|until|since|before|after|through|throughout) (?:the )?(?:early |late )?$/iu;
/** "A year earlier" is understood from one of the last so many times in the text. */
const NEAR = 40;
const QUARTER_VALUE = /^\d{4}-Q\d$/;
const YEAR_AGO = "(?:a|an|one)";
const MONEY =
  /[$£€%]|\b(?:cents?|earnings|profits?|loss|sales|revenues?|income|net|shares?|percent|quarter)\b/i;

/** Rules for parts of a year, and for "a year earlier" where that means the same quarter of the year before. */
export const quarterRules: readonly TimeRule[] = [
  {
    name: "quarter-of-a-year",
    words: "the quarter or half as printed",
    starts: Object.keys(ORDINALS),
    pattern: timePattern(QUARTER + WHOSE_YEAR),
    confidence: 0.92,
    read: (context) => readQuarter(context, yearNamed(context)),
  },
  {
    name: "quarter-of-a-year",
    words: "the quarter or half as printed",
    starts: ["last", "this", "next"],
    pattern: timePattern(`(?<which>last|this|next)${GAP}year['’]s${GAP}${QUARTER}`),
    confidence: 0.92,
    read: (context) => readQuarter(context, yearNamed(context)),
  },
  {
    name: "quarter-of-a-year",
    words: "the quarter or half as printed",
    starts: ["#"],
    pattern: timePattern(`(?<year>[12]\\d{3})${GAP}${QUARTER}`),
    confidence: 0.9,
    read: (context) => readQuarter(context, yearNamed(context)),
  },
  {
    name: "quarter-of-a-year",
    words: "the quarter as printed",
    starts: ["q1", "q2", "q3", "q4"],
    pattern: timePattern(`Q(?<ordinal>[1-4])${GAP}(?<year>[12]\\d{3})`),
    confidence: 0.92,
    read: ({ groups }) => date(`${groups["year"]}-Q${groups["ordinal"]}`),
  },
  {
    name: "quarter-nearest-publication",
    words:
      "the latest such quarter begun by publication, or the coming one where the sentence looks ahead",
    starts: Object.keys(ORDINALS),
    pattern: timePattern(QUARTER),
    confidence: 0.8,
    read: (context) => readQuarter(context, undefined),
  },
  {
    name: "same-quarter-a-year-before",
    words: "the quarter spoken of before, a year earlier",
    starts: ["a", "an", "one", "year"],
    pattern: timePattern(
      `(?:${YEAR_AGO}${GAP}year${GAP}(?:ago|earlier|before)|year${HYPHEN}(?:ago|earlier)(?:${GAP}(?:period|quarter))?)`,
    ),
    confidence: 0.75,
    read: readYearBefore,
  },
  {
    name: "season-with-year",
    words: "the season as printed",
    starts: Object.keys(SEASONS),
    pattern: timePattern(`${SEASON}(?:${GAP}of)?${GAP}(?<year>[12]\\d{3})`),
    confidence: 0.92,
    read: ({ groups }) => date(`${groups["year"]}-${seasonOf(groups)?.code ?? "SU"}`),
  },
  {
    name: "season-from-publication",
    words: "the nearest such season before or after publication, as “last”, “this” or “next” says",
    starts: ["last", "this", "next"],
    pattern: timePattern(`(?<which>last|this|next)${GAP}(?:past${GAP})?${SEASON}`),
    confidence: 0.85,
    read: (context) => readSeason(context, (context.groups["which"] ?? "").toLowerCase()),
  },
  {
    name: "season-nearest-publication",
    words:
      "the latest such season begun by publication, or the coming one where the sentence looks ahead",
    starts: ["spring", "summer", "autumn", "winter"],
    pattern: timePattern(SEASON),
    confidence: 0.65,
    read: (context) =>
      IN_THE.test(context.before)
        ? readSeason(
            context,
            looksAhead(context.before.replace(/the $/, ""), context.after) ? "next" : "latest",
          )
        : undefined,
  },
];

function readQuarter(context: TimeContext, year: number | undefined): TimeReading | undefined {
  const { groups, anchor, before, after } = context;
  const ordinal = ORDINALS[(groups["ordinal"] ?? "").toLowerCase()] ?? 0;
  const isHalf = groups["unit"]?.toLowerCase() === "half";
  const length = isHalf ? 6 : 3;
  if (ordinal * length > 12 || SPORT.test(before) || SPORT.test(after)) return undefined;
  const code = `${isHalf ? "H" : "Q"}${ordinal}`;
  if (year !== undefined) return date(`${fourDigits(year)}-${code}`);
  const now = monthNumber(anchor);
  if (!anchor || now === undefined || (isHalf && !/^ of the year/.test(after))) return undefined;
  const begins = anchor.year * 12 + (ordinal - 1) * length;
  const offset =
    begins > now && !looksAhead(before, after) ? -1 : comingYear(context, begins + length, now);
  return date(`${fourDigits(anchor.year + offset)}-${code}`);
}

/** A quarter that is over by publication is next year's only where the sentence looks ahead. */
function comingYear({ before, after }: TimeContext, ends: number, now: number): number {
  return ends <= now && now - ends > 6 && looksAhead(before, after) ? 1 : 0;
}

function yearNamed({ groups, anchor }: TimeContext): number | undefined {
  if (groups["year"] !== undefined) return Number(groups["year"]);
  const offset = { last: -1, this: 0, next: 1 }[(groups["which"] ?? "").toLowerCase()];
  return anchor && offset !== undefined ? anchor.year + offset : undefined;
}

function readYearBefore({ earlier, before, after }: TimeContext): TimeReading | undefined {
  const quarter = earlier
    .slice(-NEAR)
    .findLast((time) => time.evidence.rule.startsWith("quarter-"));
  if (!quarter || !QUARTER_VALUE.test(quarter.value) || !MONEY.test(before + after))
    return undefined;
  return date(`${Number(quarter.value.slice(0, 4)) - 1}${quarter.value.slice(4)}`);
}

function readSeason({ groups, anchor }: TimeContext, which: string): TimeReading | undefined {
  const season = seasonOf(groups);
  const now = monthNumber(anchor);
  if (!season || !anchor || now === undefined) return undefined;
  const year = seasonYear(season.month, { which, anchor, now });
  return date(`${fourDigits(year)}-${season.code}`);
}

function seasonYear(
  month: number,
  { which, anchor, now }: { readonly which: string; readonly anchor: Anchor; readonly now: number },
): number {
  const begins = anchor.year * 12 + month;
  const isOn = now >= begins && now < begins + 3;
  if (which === "next") return begins > now ? anchor.year : anchor.year + 1;
  if (which === "last") return begins + 3 <= now ? anchor.year : anchor.year - 1;
  if (which === "this") return month === 11 && now < begins - 6 ? anchor.year - 1 : anchor.year;
  return isOn || begins <= now ? anchor.year : anchor.year - 1;
}

function seasonOf(
  groups: TimeContext["groups"],
): { readonly code: string; readonly month: number } | undefined {
  return SEASONS[(groups["season"] ?? "").toLowerCase()];
}

function date(value: string): TimeReading {
  return { type: "DATE", value };
}
