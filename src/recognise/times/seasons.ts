/** Which summer is meant? (stage 4, recognise) */
import { type Anchor, fourDigits, monthNumber } from "./calendar.ts";
import { EDGE_STARTS } from "./day-words.ts";
import {
  anyOf,
  date,
  GAP,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";
import { looksAhead } from "./tense.ts";
import { ANY_YEAR, yearNumber } from "./year-words.ts";

const SEASONS: Readonly<Record<string, { readonly code: string; readonly month: number }>> = {
  spring: { code: "SP", month: 2 },
  summer: { code: "SU", month: 5 },
  autumn: { code: "FA", month: 8 },
  fall: { code: "FA", month: 8 },
  winter: { code: "WI", month: 11 },
};
const SEASON = `(?<season>${anyOf(Object.keys(SEASONS))})`;
const EDGE = `(?:(?:early|late|mid)(?:${GAP}|-)?)?`;
const IN_THE =
  /(?:^|[^a-zà-ɏ])(?:(?:in|during|over|by|until|since|before|after|through|throughout) (?:the )?|(?:into|of) the )$/i;
/** "in the fall of the old bridge", "in the fall from the roof" are no autumns. */
const FALLS = /^ (?:of|from|in|that|which|to)(?![\p{L}])/u;
/** "predicts this fall from 2.1%"; but "last fall in his house". */
const FALLS_FROM = /^ (?:from|of)(?![\p{L}])/u;
/** "in the summer sun", "over winter barley": of any summer. */
const OF_ANY =
  /^(?:time)? (?:sun|heat|months|season|holidays?|coats?|clothes|fruit|wheat|barley)(?![\p{L}])/u;

/** Rules for the seasons of the northern half of the world. */
export const seasonRules: readonly TimeRule[] = [
  {
    name: "season-with-year",
    words: "the season as printed",
    starts: [...Object.keys(SEASONS), ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}${SEASON}(?:${GAP}of|,)?${GAP}(?<year>${ANY_YEAR})`),
    confidence: 0.92,
    read: ({ groups }) => readYear(groups),
  },
  {
    name: "season-from-publication",
    words: "the nearest such season before or after publication, as “last”, “this” or “next” says",
    starts: ["last", "this", "next"],
    seconds: ["past", "coming", ...Object.keys(SEASONS)],
    pattern: timePattern(`(?<which>last|this|next)${GAP}(?:(?:past|coming)${GAP})?${SEASON}`),
    confidence: 0.85,
    read: (context) =>
      isFall(context) && FALLS_FROM.test(context.after)
        ? undefined
        : readSeason(context, (context.groups["which"] ?? "").toLowerCase()),
  },
  {
    name: "season-nearest-publication",
    words:
      "the latest such season begun by publication, or the coming one where the sentence looks ahead",
    starts: [...Object.keys(SEASONS), ...EDGE_STARTS],
    pattern: timePattern(EDGE + SEASON),
    confidence: 0.65,
    read: readNearest,
  },
];

function readYear(groups: TimeContext["groups"]): TimeReading | undefined {
  const [year, season] = [yearNumber(groups["year"]), seasonOf(groups)];
  return year === undefined || !season ? undefined : date(`${fourDigits(year)}-${season.code}`);
}

function readNearest(context: TimeContext): TimeReading | undefined {
  const { before, after } = context;
  if (!IN_THE.test(before) || OF_ANY.test(after)) return undefined;
  if (isFall(context) && (FALLS.test(after) || !/the $/iu.test(before))) return undefined;
  const isAhead = looksAhead({ ...context, before: before.replace(/the $/, "") });
  return readSeason(context, isAhead ? "next" : "latest");
}

function isFall({ groups }: TimeContext): boolean {
  return groups["season"]?.toLowerCase() === "fall";
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
