/** Which week, month or year is "last week", "this year", "three years ago"? (stage 4, recognise) */
import { fourDigits, isoDay, isoMonth, isoWeek, monthNumber, weekdayOf } from "./calendar.ts";
import {
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
import { looksAhead } from "./tense.ts";

const EDGE = `(?:(?:early|earlier|late|later|mid)(?:${GAP}|-))?`;
const EDGE_STARTS = ["early", "earlier", "late", "later", "mid"];
const OFFSETS: Readonly<Record<string, number>> = { last: -1, past: -1, this: 0, next: 1 };
const THE_BEFORE = /(?:^|[^\p{L}])(?:the|over|his|her|its|their|our|my) (?:very )?$/iu;
const OF_AFTER = /^ of(?![\p{L}])/u;
/** "This Week" with a capital is a programme or a column. */
const TITLE = /^\p{Lu}\p{L}+ \p{Lu}\p{Ll}/u;
const DURATION_UNITS: Readonly<Record<string, string>> = { week: "P1W", month: "P1M", year: "P1Y" };

/** Rules for periods counted from publication. */
export const periodRules: readonly TimeRule[] = [
  {
    name: "time-before-publication",
    words: "counted back from publication, to the unit named",
    starts: [...NUMBER_STARTS],
    pattern: timePattern(
      `(?<number>${NUMBER})(?:${GAP}|-)(?<unit>day|week|month|year|decade)s?(?:${GAP}|-)ago`,
    ),
    confidence: 0.85,
    read: (context) => countFrom(context, -1),
  },
  {
    name: "time-after-publication",
    words: "counted on from publication, to the unit named",
    starts: [...NUMBER_STARTS],
    pattern: timePattern(
      `(?<number>${NUMBER})${GAP}(?<unit>day|week|month|year|decade)s?${GAP}from${GAP}(?:now|today)`,
    ),
    confidence: 0.85,
    read: (context) => countFrom(context, 1),
  },
  {
    name: "the-past-week-month-or-year",
    words: "a stretch of that length",
    starts: ["last", "past"],
    pattern: timePattern(`(?:last|past)${GAP}(?<unit>week|month|year)`),
    confidence: 0.7,
    read: ({ before, after, groups }) =>
      THE_BEFORE.test(before) && !OF_AFTER.test(after)
        ? { type: "DURATION", value: DURATION_UNITS[(groups["unit"] ?? "").toLowerCase()] ?? "P1Y" }
        : undefined,
  },
  {
    name: "period-from-publication",
    words: "the week, month or year counted from that of publication",
    starts: ["last", "this", "next", ...EDGE_STARTS],
    pattern: timePattern(
      `${EDGE}(?<which>last|this|next)${GAP}(?:calendar${GAP}|fiscal${GAP}|financial${GAP})?(?<unit>week|month|year|weekend|quarter|decade)`,
    ),
    confidence: 0.9,
    read: (context) =>
      OF_AFTER.test(context.after) || TITLE.test(context.printed)
        ? undefined
        : shift(context, OFFSETS[(context.groups["which"] ?? "").toLowerCase()] ?? 0),
  },
  {
    name: "the-weekend-nearest-publication",
    words: "the weekend before publication, or the coming one where the sentence looks ahead",
    starts: ["weekend"],
    pattern: timePattern("weekend"),
    confidence: 0.7,
    read: (context) => (THE_BEFORE.test(context.before) ? readWeekend(context) : undefined),
  },
];

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
      return anchor.number === undefined ? undefined : date(isoWeek(anchor.number + 7 * steps));
    case "month":
      return months === undefined ? undefined : date(isoMonth(months + steps));
    case "year":
      return yearAt(anchor.year + steps);
    default:
      return yearAt(anchor.year + 10 * steps);
  }
}

function shift(context: TimeContext, offset: number): TimeReading | undefined {
  const { groups, anchor } = context;
  if (!anchor) return undefined;
  const months = monthNumber(anchor);
  switch ((groups["unit"] ?? "").toLowerCase()) {
    case "week":
      return anchor.number === undefined ? undefined : date(isoWeek(anchor.number + 7 * offset));
    case "weekend":
      return anchor.number === undefined
        ? undefined
        : date(`${isoWeek(anchor.number + 7 * offset)}-WE`);
    case "month":
      return months === undefined ? undefined : date(isoMonth(months + offset));
    case "quarter":
      return months === undefined ? undefined : quarterAt(Math.floor(months / 3) + offset);
    case "decade":
      return date(`${fourDigits(anchor.year + 10 * offset).slice(0, 3)}X`);
    default:
      return yearAt(anchor.year + offset);
  }
}

function readWeekend({ anchor, before, after }: TimeContext): TimeReading | undefined {
  if (anchor?.number === undefined) return undefined;
  const isWeekend = weekdayOf(anchor.number) >= 5;
  const back = isWeekend || looksAhead(before, after) ? 0 : 7;
  return date(`${isoWeek(anchor.number - back)}-WE`);
}

function quarterAt(quarters: number): TimeReading {
  return date(`${fourDigits(Math.floor(quarters / 4))}-Q${(quarters % 4) + 1}`);
}

function yearAt(year: number): TimeReading | undefined {
  return year >= 1 && year <= 9999 ? date(fourDigits(year)) : undefined;
}

function date(value: string): TimeReading {
  return { type: "DATE", value };
}
