/** Is this figure a year, a decade or a century? (stage 4, recognise) */
import { GAP, type TimeContext, type TimeReading, type TimeRule, timePattern } from "./rule.ts";

const EDGE = `(?:(?:early|late|mid)(?:${GAP}|-))?`;
const EDGE_STARTS = ["early", "late", "mid"];
/** A figure that these stand before is a sum, a number of something or part of a code. */
const SUM_BEFORE =
  /[$£€¥#№.,:/+\d-]$|(?:^|[^\p{L}])(?:nearly|almost|about|some|than|over|around|no\.|number|flight|room|page|route|highway) $/iu;
const YEAR_BEFORE =
  /(?:^|[^\p{L}])(?:in|since|of|from|until|till|by|to|through|during|fiscal|year|before|after|between|and|circa|season|early|late|the|mid-?|back in|summer|spring|winter|autumn|fall|for|at) ?$|[(,] ?$|^$/iu;
/** "in 2000 homes", "by 1,950 points": figures with a unit or more figures after them. */
const MORE_AFTER = /^(?:[.,:]\d|%|[-–]?(?:km|kg|mph|ft|mm|cc|bn)\b|\s?°|[/]\d)/i;
/** "in 2000 homes": a plural noun, so a count. */
const COUNT_AFTER =
  /^ (?:\p{Ll}*(?:people|men|women|children)|\p{Ll}+s|miles|metres|meters|percent|per|million|billion|dollars|times)(?![\p{L}])/u;
const PLURALS_AFTER_A_YEAR =
  /^ (?:was|is|has|as|sales|earnings|results|losses|profits|elections|games|olympics|series|this|its|his)(?![\p{L}])/iu;
const RANGE_BEFORE = /(?:^|\D)(?<first>1\d{3}|20\d\d)[-–/]$/;
const THIS_CENTURY_END = 2100;

/** Rules for years, decades and centuries; a bare figure is a year only where its neighbours allow it. */
export const yearRules: readonly TimeRule[] = [
  {
    name: "decade-printed",
    words: "the decade as printed",
    starts: ["#", ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}(?<decade>1[5-9]\\d|20\\d)0['’]?s`),
    confidence: 0.92,
    read: ({ groups }) => ({ type: "DATE", value: `${groups["decade"]}X` }),
  },
  {
    name: "decade-of-the-last-century",
    words: "that decade of the twentieth century",
    starts: ["#", ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}['’‘]?(?<decade>[2-9])0s`),
    confidence: 0.7,
    read: ({ groups, before }) =>
      /(?:^|[^\p{L}])(?:the|in|of) ['’‘]?$/iu.test(before)
        ? { type: "DATE", value: `19${groups["decade"]}X` }
        : undefined,
  },
  {
    name: "century-printed",
    words: "the century as printed",
    starts: ["#", ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}(?<century>\\d{1,2})(?:st|nd|rd|th)(?:${GAP}|-)century`),
    confidence: 0.92,
    read: ({ groups }) => centuryOf(Number(groups["century"])),
  },
  {
    name: "year-printed",
    words: "the year as printed",
    starts: ["#", "fiscal", ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}(?:fiscal${GAP})?(?<year>1[0-9]\\d\\d|20\\d\\d)(?:['’]s)?`),
    confidence: 0.88,
    read: readYear,
  },
  {
    name: "last-year-of-a-range",
    words: "the last year of the range printed",
    starts: ["#"],
    pattern: timePattern("(?<short>\\d{2})"),
    confidence: 0.8,
    read: readRangeEnd,
  },
];

function readYear(context: TimeContext): TimeReading | undefined {
  const { groups, before, after, printed } = context;
  const year = Number(groups["year"]);
  const isMarked = printed.length > 6;
  const inRange = RANGE_BEFORE.test(before);
  if ((SUM_BEFORE.test(before) && !inRange && !/, $/.test(before)) || MORE_AFTER.test(after))
    return undefined;
  if (!isMarked && !inRange) {
    if (
      !isLikely(year, context) ||
      (COUNT_AFTER.test(after) && !PLURALS_AFTER_A_YEAR.test(after))
    ) {
      return undefined;
    }
  }
  return { type: "DATE", value: String(groups["year"]) };
}

function isLikely(year: number, { before, anchor }: TimeContext): boolean {
  if (year >= 1900 && year <= (anchor?.year ?? THIS_CENTURY_END) + 40) return true;
  return YEAR_BEFORE.test(before) && year >= 1500;
}

function readRangeEnd({ groups, before }: TimeContext): TimeReading | undefined {
  const first = RANGE_BEFORE.exec(before)?.groups?.["first"];
  const last = Number(groups["short"]);
  if (first === undefined || last <= Number(first.slice(2))) return undefined;
  return { type: "DATE", value: `${first.slice(0, 2)}${groups["short"]}` };
}

function centuryOf(century: number): TimeReading | undefined {
  if (century < 2 || century > 21) return undefined;
  return { type: "DATE", value: `${String(century - 1).padStart(2, "0")}XX` };
}
