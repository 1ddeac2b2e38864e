/** Which week, month or year is "last week", "this year", "three years ago"? (stage 4, recognise) */
import {
  type Anchor,
  dayNumber,
  fourDigits,
  isoDay,
  isoMonth,
  isoQuarter,
  isoWeek,
  monthNumber,
  weekdayOf,
} from "./calendar.ts";
import {
  afterNumber,
  date,
  GAP,
  isRestOfNumber,
  NUMBER,
  NUMBER_STARTS,
  numberOf,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";
import { looksAhead, looksBackForMonths } from "./tense.ts";

const EDGE = `(?:(?:early|earlier|late|later|mid)(?:${GAP}|-))?`;
const EDGE_STARTS = ["early", "earlier", "late", "later", "mid"];
const OFFSETS: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  this: 0,
  current: 0,
  next: 1,
};
const WHICH = "(?<which>last|this|next|(?<=the )current)";
const UNIT = "(?<unit>week|month|year|weekend|quarter|decade)";
const UNITS = ["week", "month", "year", "weekend", "quarter", "decade", "century"];
const KINDS_OF_YEAR = ["calendar", "fiscal", "financial"];
const THE_BEFORE = /(?:^|[^a-zà-ɏ])(?:the|over|his|her|its|their|our|my) (?:very )?$/i;
const OF_AFTER = /^ of(?![\p{L}])/u;
/** "This Week" with a capital is a programme or a column. */
const TITLE = /^\p{Lu}\p{L}+ \p{Lu}\p{Ll}/u;
const DURATION_UNITS: Readonly<Record<string, string>> = {
  week: "P1W",
  month: "P1M",
  year: "P1Y",
  decade: "P10Y",
  century: "P100Y",
};
/** "the end of", "the first nine months of": what stands before "the year" where the year of publication is meant. */
const PART_OF =
  /(?:^|[^a-zà-ɏ])(?:end|start|beginning|middle|close|rest|remainder|balance|turn|course|months|weeks|quarters?|half|part|late|later|early|earlier) (?:of|in) $/i;
const NOT_AT_ITS_END = /(?:start|beginning|early|rest|remainder|balance|course) (?:of|in) $/iu;
/** "changed to a calendar year-end": an end of no year in particular. */
const OF_ANY_YEAR = /(?:calend[ae]r|fiscal|financial|accounting|tax|every|each) $/iu;
/** Months of a new year in which the end of the year is still the last one's. */
const MOST_BEFORE_NEW_YEAR = 2;

const COUNTED = afterNumber(
  ["day", "week", "month", "year", "decade"].flatMap((unit) => [unit, `${unit}s`]).concat("or"),
);

/** Rules for periods counted from publication. */
export const periodRules: readonly TimeRule[] = [
  {
    name: "same-day-in-another-year",
    words: "the day of publication, so many years before",
    starts: NUMBER_STARTS,
    seconds: COUNTED,
    pattern: timePattern(`(?<number>${NUMBER})${GAP}years?${GAP}ago${GAP}today`),
    confidence: 0.85,
    read: readAnniversary,
  },
  {
    name: "time-before-publication",
    words: "counted back from publication, to the unit named",
    starts: NUMBER_STARTS,
    seconds: COUNTED,
    pattern: timePattern(
      `(?<number>${NUMBER})(?:${GAP}|-)(?:or${GAP}so${GAP})?(?<unit>day|week|month|year|decade)s?(?:${GAP}|-)(?:or${GAP}so${GAP})?ago`,
    ),
    confidence: 0.85,
    read: (context) => countFrom(context, -1),
  },
  {
    name: "time-after-publication",
    words: "counted on from publication, to the unit named",
    starts: NUMBER_STARTS,
    seconds: COUNTED,
    pattern: timePattern(
      `(?<number>${NUMBER})${GAP}(?<unit>day|week|month|year|decade)(?:s?${GAP}from${GAP}(?:now|today)|(?:['’]s|s['’]?)${GAP}time)`,
    ),
    confidence: 0.85,
    read: (context) => countFrom(context, 1),
  },
  {
    name: "the-past-week-month-or-year",
    words: "a stretch of that length",
    starts: ["last", "past", "next", "coming"],
    seconds: UNITS,
    pattern: timePattern(`(?:last|past|next|coming)${GAP}(?<unit>week|month|year|decade|century)`),
    confidence: 0.7,
    read: ({ before, after, groups }) =>
      THE_BEFORE.test(before) && !OF_AFTER.test(after)
        ? { type: "DURATION", value: DURATION_UNITS[(groups["unit"] ?? "").toLowerCase()] ?? "P1Y" }
        : undefined,
  },
  {
    name: "period-from-publication",
    words: "the week, month or year counted from that of publication",
    starts: ["last", "this", "next", "current"],
    seconds: [...UNITS, ...KINDS_OF_YEAR, "past", "coming"],
    pattern: timePattern(
      `${WHICH}${GAP}(?:(?:past|coming|calendar|fiscal|financial)${GAP})?${UNIT}`,
    ),
    confidence: 0.9,
    read: readPeriod,
  },
  {
    name: "period-from-publication",
    words: "the week, month or year counted from that of publication",
    starts: EDGE_STARTS,
    seconds: ["last", "this", "next"],
    pattern: timePattern(`${EDGE}${WHICH}${GAP}${UNIT}`),
    confidence: 0.9,
    read: readPeriod,
  },
  {
    name: "part-of-the-year-of-publication",
    words: "the year, month or week of publication, of which a part is named",
    starts: ["the"],
    seconds: ["year", "month", "week", "decade"],
    pattern: timePattern("the (?<unit>year|month|week|decade)"),
    confidence: 0.7,
    read: (context) =>
      PART_OF.test(context.before) && !OF_AFTER.test(context.after)
        ? shift(context, isAboutLastYear(context) ? -1 : 0)
        : undefined,
  },
  {
    name: "end-of-the-year-of-publication",
    words: "the year of publication, at its end; in the first weeks of a year the one before",
    starts: ["year", "month"],
    seconds: ["end", "s"],
    pattern: timePattern(`(?<unit>year|month)(?:[-‑ ]|['’]s${GAP})end`),
    confidence: 0.7,
    read: (context) =>
      OF_ANY_YEAR.test(context.before)
        ? undefined
        : shift(context, isAboutLastYear(context) ? -1 : 0),
  },
  {
    name: "the-weekend-nearest-publication",
    words: "the weekend before publication, or the coming one where the sentence looks ahead",
    starts: ["weekend"],
    pattern: timePattern("weekend"),
    confidence: 0.7,
    read: (context) =>
      THE_BEFORE.test(context.before)
        ? weekendNear(context.anchor, !looksAhead(context))
        : undefined,
  },
];

function readPeriod(context: TimeContext): TimeReading | undefined {
  if (OF_AFTER.test(context.after) || TITLE.test(context.printed)) return undefined;
  const which = (context.groups["which"] ?? "").toLowerCase();
  if (which === "this" && context.groups["unit"]?.toLowerCase() === "weekend")
    return weekendNear(context.anchor, isPastWeekend(context));
  return shift(context, OFFSETS[which] ?? 0);
}

/** "This past weekend", and "protested this weekend" in Monday's paper; "this coming weekend" is to come whatever is told of it. */
function isPastWeekend(context: TimeContext): boolean {
  if (/past/i.test(context.printed)) return true;
  if (/coming/i.test(context.printed) || looksAhead(context)) return false;
  return looksBackForMonths(context.before, context.after);
}

/** In January and February "at the end of the year" and "at year-end" may look back, where the sentence tells of the past. */
function isAboutLastYear(context: TimeContext): boolean {
  const { anchor, groups, before, after } = context;
  const isEarly = (anchor?.month ?? 12) <= MOST_BEFORE_NEW_YEAR;
  const isYear = groups["unit"]?.toLowerCase() === "year";
  if (!isYear || !isEarly || NOT_AT_ITS_END.test(before)) return false;
  return !looksAhead(context) && looksBackForMonths(before, after);
}

function readAnniversary({ groups, anchor }: TimeContext): TimeReading | undefined {
  const years = numberOf(groups["number"]);
  if (anchor?.number === undefined || years === undefined) return undefined;
  const [, month = 0, day = 0] = isoDay(anchor.number).split("-").map(Number);
  const number = dayNumber(anchor.year - years, month, day);
  return number === undefined ? undefined : date(isoDay(number));
}

function countFrom(
  { groups, anchor, before }: TimeContext,
  direction: number,
): TimeReading | undefined {
  const count = numberOf(groups["number"]);
  if (!anchor || count === undefined || !Number.isInteger(count) || isRestOfNumber(before))
    return undefined;
  const steps = direction * count;
  const months = monthNumber(anchor);
  switch ((groups["unit"] ?? "").toLowerCase()) {
    case "day":
      return anchor.number === undefined ? undefined : date(isoDay(anchor.number + steps));
    case "week":
      return anchor.number === undefined ? undefined : weekAt(anchor.number + 7 * steps, count);
    case "month":
      return months === undefined ? undefined : date(isoMonth(months + steps));
    case "year":
      return yearAt(anchor.year + steps);
    default:
      return yearAt(anchor.year + 10 * steps);
  }
}

/** "A week ago" is a day; "three weeks ago" is no more than a week. */
function weekAt(number: number, count: number): TimeReading {
  return date(count === 1 ? isoDay(number) : isoWeek(number));
}

function shift({ groups, anchor }: TimeContext, offset: number): TimeReading | undefined {
  return shiftedPeriod(anchor, (groups["unit"] ?? "").toLowerCase(), offset);
}

/**
 * Returns the week, weekend, month, quarter, decade or else year so many from that of publication; `undefined` where
 * publication is not known to that precision.
 */
export function shiftedPeriod(
  anchor: Anchor | undefined,
  unit: string,
  offset: number,
): TimeReading | undefined {
  if (!anchor) return undefined;
  const months = monthNumber(anchor);
  switch (unit) {
    case "week":
      return anchor.number === undefined ? undefined : date(isoWeek(anchor.number + 7 * offset));
    case "weekend":
      return anchor.number === undefined
        ? undefined
        : date(`${isoWeek(anchor.number + 7 * offset)}-WE`);
    case "month":
      return months === undefined ? undefined : date(isoMonth(months + offset));
    case "quarter":
      return months === undefined ? undefined : date(isoQuarter(Math.floor(months / 3) + offset));
    case "decade":
      return date(`${fourDigits(anchor.year + 10 * offset).slice(0, 3)}X`);
    default:
      return yearAt(anchor.year + offset);
  }
}

/** Returns the weekend that publication falls in, else the one before or after it. */
function weekendNear(anchor: Anchor | undefined, isBefore: boolean): TimeReading | undefined {
  if (anchor?.number === undefined) return undefined;
  const isWeekend = weekdayOf(anchor.number) >= 5;
  return date(`${isoWeek(anchor.number - (isBefore && !isWeekend ? 7 : 0))}-WE`);
}

function yearAt(year: number): TimeReading | undefined {
  return year >= 1 && year <= 9999 ? date(fourDigits(year)) : undefined;
}
