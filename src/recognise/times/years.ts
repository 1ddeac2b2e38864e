/** Is this figure a year, a decade or a century? (stage 4, recognise) */
import words from "../../words/times.json" with { type: "json" };
import { EDGE_STARTS } from "./day-words.ts";
import {
  anyOf,
  firstWords,
  GAP,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";
import { YEAR_IN_WORDS, YEAR_WORD_SECONDS, YEAR_WORD_STARTS, yearNumber } from "./year-words.ts";

const EDGE = `(?:(?:early|late|mid)(?:${GAP}|-))?`;
const DECADES = [
  "twenties",
  "thirties",
  "forties",
  "fifties",
  "sixties",
  "seventies",
  "eighties",
  "nineties",
];
const CENTURIES = words.dayOrdinals.slice(9, 21);
/** "in the 80s" may be warm weather, "in her thirties" an age. */
const NO_DECADE =
  /temperature|degrees|humid|highs?(?![a-zà-ɏ])|lows?(?![a-zà-ɏ])|(?:his|her|their|my|your|our) (?:early |late |mid-?)?['’‘]?$/i;
/** "44 BC", "the 5th century BC": before the years that values can be given for. */
const BEFORE_CHRIST = /^ ?(?:B\.?C|A\.?H)\.?(?:E\.?)?(?![\p{L}])/u;
/** A figure that these stand before is a sum, a number of something or part of a code. */
const SUM_BEFORE =
  /[$£€¥#№.,:/+\d-]$|\d{2} $|(?:^|[^a-zà-ɏ])(?:nearly|almost|about|some|than|over|around|no\.|number|flight|room|page|route|highway) $/i;
const YEAR_BEFORE =
  /(?:^|[^a-zà-ɏ])(?:in|since|of|from|until|till|by|to|through|during|fiscal|year|before|after|between|and|circa|season|early|late|the|mid-?|post-|pre-|back in|summer|spring|winter|autumn|fall|for|at) ?$|[(,] ?$|^$/i;
/** "in 2000 homes", "by 1,950 points": figures with a unit or more figures after them. */
const MORE_AFTER =
  /^(?:[.,:]\d|%|[-–]?(?:km|kg|mph|ft|mm|cc|bn|m)\b|\s?°|[/]\d(?!\d(?![\d/]))|\s?(?:B\.?C|A\.?H)\.?(?:E\.?)?(?![a-zà-ɏ]))/i;
/** "in 2000 homes": a plural noun, so a count. */
const COUNT_AFTER =
  /^ (?:\p{Ll}*(?:people|men|women|children|sheep|cattle|fish|deer|staff|police)|\p{Ll}+s|miles|metres|meters|percent|per|million|billion|dollars|times)(?![\p{L}])/u;
const PLURALS_AFTER_A_YEAR =
  /^ (?:was|is|has|as|sales|earnings|results|losses|profits|elections|games|olympics|series|this|its|his)(?![a-zà-ɏ])/i;
const RANGE_BEFORE = /(?:^|\D)(?<first>1\d{3}|20\d\d)[-–/]$/;
const NAME_BEFORE = /(?<=\S )(?<name>\p{Lu}[\p{L}.]+) $/u;
/** "the World Cup 1998", "WWDC 2005", "Spring 1990": names that years go with. */
const EVENT_BEFORE =
  /^(?:Cup|Games|Olympics|Championships?|Festival|Fair|Expo|Conference|Congress|Summit|Election|Spring|Summer|Autumn|Fall|Winter|Christmas|Easter|In|Since|By|Of|Until|From|During|\p{Lu}{3,})$/u;
/** Characters before a year that are asked what it is. */
const REACH = 24;
const THIS_CENTURY_END = 2100;

/** Rules for years, decades and centuries; a bare figure is a year only where its neighbours allow it. */
export const yearRules: readonly TimeRule[] = [
  {
    name: "decade-printed",
    words: "the decade as printed",
    starts: ["#x", ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}(?<decade>1[5-9]\\d|20\\d)0['’]?s`),
    confidence: 0.92,
    read: ({ groups }) => ({ type: "DATE", value: `${groups["decade"]}X` }),
  },
  {
    name: "decade-of-the-last-century",
    words: "that decade of the twentieth century",
    starts: ["#x", ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}['’‘]?(?<decade>[2-9])0s`),
    confidence: 0.7,
    read: readDecade,
  },
  {
    name: "decade-of-the-last-century",
    words: "that decade of the twentieth century",
    starts: [...DECADES, ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}(?<decadeInWords>${anyOf(DECADES)})`),
    confidence: 0.7,
    read: readDecade,
  },
  {
    name: "century-printed",
    words: "the century as printed",
    starts: firstWords(CENTURIES),
    seconds: ["century", "first"],
    pattern: timePattern(`(?<ordinal>${anyOf(CENTURIES)})(?:${GAP}|-)century`),
    confidence: 0.92,
    read: ({ groups, after }) =>
      BEFORE_CHRIST.test(after)
        ? undefined
        : centuryOf(CENTURIES.indexOf((groups["ordinal"] ?? "").toLowerCase()) + 10),
  },
  {
    name: "century-printed",
    words: "the century as printed",
    starts: ["#x", ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}(?<century>\\d{1,2})(?:st|nd|rd|th)(?:${GAP}|-)century`),
    confidence: 0.92,
    read: ({ groups, after }) =>
      BEFORE_CHRIST.test(after) ? undefined : centuryOf(Number(groups["century"])),
  },
  {
    name: "year-printed",
    words: "the year as printed",
    starts: ["#4", "fiscal", ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}(?:fiscal${GAP})?(?<year>1[0-9]\\d\\d|20\\d\\d)(?:['’]s)?`),
    confidence: 0.88,
    read: readYear,
  },
  {
    name: "year-printed",
    words: "the year as printed",
    starts: YEAR_WORD_STARTS,
    seconds: YEAR_WORD_SECONDS,
    pattern: timePattern(`(?<year>${YEAR_IN_WORDS})`),
    confidence: 0.75,
    read: readYearInWords,
  },
  {
    name: "last-year-of-a-range",
    words: "the last year of the range printed",
    starts: ["#2"],
    pattern: timePattern("(?<short>\\d{2})"),
    confidence: 0.8,
    read: readRangeEnd,
  },
];

function readYear(context: TimeContext): TimeReading | undefined {
  const { groups, after, printed } = context;
  const before = context.before.slice(-REACH);
  const year = Number(groups["year"]);
  const isMarked = printed.length > 6 || /(?:post|pre)-$/i.test(before);
  const inRange = RANGE_BEFORE.test(before);
  if (
    (SUM_BEFORE.test(before) && !inRange && !/, $|(?:post|pre|mid)-$/i.test(before)) ||
    MORE_AFTER.test(after)
  )
    return undefined;
  if (!isMarked && !inRange) {
    if (
      !isLikely(year, context) ||
      isInName(context) ||
      (COUNT_AFTER.test(after) && !PLURALS_AFTER_A_YEAR.test(after))
    ) {
      return undefined;
    }
  }
  return { type: "DATE", value: String(groups["year"]) };
}

/** "Orion 1980", "the Russell 2000": a figure right behind a name belongs to it, unless the name is of a month or season. */
function isInName({ before, isTitle }: TimeContext): boolean {
  const name = NAME_BEFORE.exec(before.slice(-REACH))?.groups?.["name"];
  return !isTitle && name !== undefined && !EVENT_BEFORE.test(name);
}

/** "twenty ten" needs a word such as "in" before it; "nineteen ninety-six" is hardly anything but a year. */
function readYearInWords({ groups, before, after }: TimeContext): TimeReading | undefined {
  const year = yearNumber(groups["year"]);
  const isSure = /^nineteen/i.test(groups["year"] ?? "") || YEAR_BEFORE.test(before);
  if (year === undefined || !isSure || COUNT_AFTER.test(after)) return undefined;
  return { type: "DATE", value: String(year) };
}

function readDecade({ groups, before }: TimeContext): TimeReading | undefined {
  if (!/(?:^|[^\p{L}])(?:the|in|of|and|to|late|early|mid) ['’‘]?$/iu.test(before)) return undefined;
  if (NO_DECADE.test(before)) return undefined;
  const inWords = DECADES.indexOf(groups["decadeInWords"]?.toLowerCase() ?? "") + 2;
  return { type: "DATE", value: `19${groups["decade"] ?? inWords}X` };
}

function isLikely(year: number, { before: whole, anchor }: TimeContext): boolean {
  const before = whole.slice(-REACH);
  if (year >= 1900 && year <= (anchor?.year ?? THIS_CENTURY_END) + 40) return true;
  return YEAR_BEFORE.test(before) && year >= 1500;
}

function readRangeEnd({ groups, before }: TimeContext): TimeReading | undefined {
  const first = RANGE_BEFORE.exec(before.slice(-REACH))?.groups?.["first"];
  const last = Number(groups["short"]);
  if (first === undefined || last <= Number(first.slice(2))) return undefined;
  return { type: "DATE", value: `${first.slice(0, 2)}${groups["short"]}` };
}

function centuryOf(century: number): TimeReading | undefined {
  if (century < 2 || century > 21) return undefined;
  return { type: "DATE", value: `${String(century - 1).padStart(2, "0")}XX` };
}
