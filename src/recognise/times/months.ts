/** Which March is meant? (stage 4, recognise) */
import {
  dayNumber,
  fourDigits,
  isoMonth,
  monthNumber,
  monthsSince,
  twoDigits,
} from "./calendar.ts";
import { ANY_MONTH, EDGE_STARTS, MONTH, MONTH_STARTS, MONTHS } from "./day-words.ts";
import {
  GAP,
  indexOfForm,
  isCapitalised,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";
import { looksAhead, looksBackForMonths } from "./tense.ts";
import { ANY_YEAR, yearNumber } from "./year-words.ts";

/** "last November 23"; not "last November 2,300 came". */
const DAY = "(?<day>[0-3]?\\d)(?!\\d|[.,:]\\d)";
const EDGE = `(?:(?:early|late|mid)(?:${GAP}|-))?(?:in${GAP})?`;
/** Also a verb, a first name or a surname; taken only after words that go with a month. */
const ALSO_A_WORD = new Set([
  "march",
  "april",
  "may",
  "june",
  "august",
  "jan.",
  "jan",
  "mar.",
  "mar",
]);
const MONTH_BEFORE =
  /(?:^|[^a-zà-ɏ])(?:in|since|until|till|last|next|this|early|late|mid|during|through|between|(?:end|start|beginning|middle|month|close|part|week|half|rest|days?|weekend) of|by|from|before|after|around)[ -]$/i;
/** "the March accession", "its May meeting"; "the March on the town" is none. */
const OWNER_BEFORE = /(?:^|[^a-zà-ɏ])(?:the|its|their|his|her|our|a) $/i;
const NOUN_AFTER =
  /^ (?!(?:on|of|in|to|at|into|from|for|by|with|against|through|and|or|but|is|was|will|has|had|said|says|be)(?![\p{L}]))\p{Ll}/u;
/** "between March and May 2018": the year behind the range holds for its first month too. */
const RANGE_YEAR = `(?=(?:${GAP})?(?:[-–—]|to|and|through|until)(?:${GAP})?(?<lastMonth>${ANY_MONTH})(?:,?${GAP}|${GAP}of${GAP})(?<rangeYear>[12]\\d{3}))`;
const NAME_AFTER = /^ \p{Lu}\p{Ll}+/u;
/** Characters before a month that are asked. */
const REACH = 24;
/** A month is taken as one to come only if it is at most this many months away. */
const SOON = 11;

/** Rules for months in English. */
export const monthRules: readonly TimeRule[] = [
  {
    name: "month-with-year",
    words: "the month as printed",
    starts: [...MONTH_STARTS, ...EDGE_STARTS],
    pattern: timePattern(
      `${EDGE}${MONTH}(?:(?:,?${GAP}|${GAP}of${GAP})(?<year>${ANY_YEAR})|${RANGE_YEAR})`,
    ),
    confidence: 0.97,
    read: readMonthWithYear,
  },
  {
    name: "month-of-a-year-from-publication",
    words: "that month of the year counted from publication",
    starts: [...MONTH_STARTS, ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}${MONTH}${GAP}(?:of${GAP})?(?<which>last|this|next)${GAP}year`),
    confidence: 0.95,
    read: readMonthOfYear,
  },
  {
    name: "last-or-next-month-by-name",
    words: "the nearest such month before or after publication, as “last” or “next” says",
    starts: ["last", "next", "this"],
    pattern: timePattern(
      `(?<which>last|next|this)${GAP}${MONTH}(?:${GAP}${DAY}|(?<butOne>${GAP}but${GAP}one))?`,
    ),
    confidence: 0.9,
    read: readLastOrNext,
  },
  {
    name: "month-on-or-after-publication",
    words: "the first such month from publication on, since the sentence looks ahead",
    starts: [...MONTH_STARTS, ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}${MONTH}(?!${GAP}\\d{1,2}(?!\\d))`),
    confidence: 0.8,
    read: (context) => (looksAhead(context) ? readMonth(context, "ahead") : undefined),
  },
  {
    name: "month-on-or-before-publication",
    words: "the latest such month up to publication",
    starts: [...MONTH_STARTS, ...EDGE_STARTS],
    pattern: timePattern(`${EDGE}${MONTH}(?!${GAP}\\d{1,2}(?!\\d))`),
    confidence: 0.85,
    read: (context) => readMonth(context, "back"),
  },
];

function readMonthWithYear({ groups }: TimeContext): TimeReading | undefined {
  const month = indexOfForm(MONTHS, groups["month"]) + 1;
  const year = yearNumber(groups["year"] ?? groups["rangeYear"]);
  if (!isCapitalised(groups["month"] ?? "") || year === undefined) return undefined;
  // "from November to March 2018"
  const isYearBefore = month > indexOfForm(MONTHS, groups["lastMonth"]) + 1;
  const inYear = groups["year"] === undefined && isYearBefore ? year - 1 : year;
  return { type: "DATE", value: `${fourDigits(inYear)}-${twoDigits(month)}` };
}

function readMonth(context: TimeContext, direction: "ahead" | "back"): TimeReading | undefined {
  const printed = context.groups["month"] ?? "";
  const now = monthNumber(context.anchor);
  const month = indexOfForm(MONTHS, printed);
  if (now === undefined || !isCapitalised(printed) || !isMonthHere(context, printed))
    return undefined;
  const since = monthsSince(now, month);
  const soon = 12 - since;
  if (direction === "ahead" && soon <= SOON)
    return { type: "DATE", value: isoMonth(now + (soon % 12)) };
  const justAhead = soon <= 2 && !looksBackForMonths(context.before, context.after);
  return { type: "DATE", value: isoMonth(justAhead ? now + soon : now - since) };
}

function isMonthHere({ before, after, printed }: TimeContext, month: string): boolean {
  if (!ALSO_A_WORD.has(month.toLowerCase())) return !NAME_AFTER.test(after) || before !== "";
  return (
    printed.length > month.length ||
    MONTH_BEFORE.test(before.slice(-REACH)) ||
    (OWNER_BEFORE.test(before) && NOUN_AFTER.test(after))
  );
}

function readMonthOfYear({ groups, anchor }: TimeContext): TimeReading | undefined {
  if (!anchor || !isCapitalised(groups["month"] ?? "")) return undefined;
  const offset = { last: -1, this: 0, next: 1 }[(groups["which"] ?? "this").toLowerCase()] ?? 0;
  const month = indexOfForm(MONTHS, groups["month"]) + 1;
  return { type: "DATE", value: `${fourDigits(anchor.year + offset)}-${twoDigits(month)}` };
}

function readLastOrNext({ groups, anchor }: TimeContext): TimeReading | undefined {
  const now = monthNumber(anchor);
  const month = indexOfForm(MONTHS, groups["month"]);
  if (now === undefined || !anchor || !isCapitalised(groups["month"] ?? "")) return undefined;
  const since = monthsSince(now, month);
  const which = (groups["which"] ?? "").toLowerCase();
  const further = groups["butOne"] ? 12 : 0;
  // in March "last February" is the one before "last month"
  const sinceLast = since <= 1 ? since + 12 : since;
  const back = which === "last" ? now - sinceLast - further : now + 12 - since + further;
  const value = isoMonth(which === "this" ? anchor.year * 12 + month : back);
  const day = Number(groups["day"] ?? 0);
  const isDay = day > 0 && dayNumber(Number(value.slice(0, 4)), month + 1, day) !== undefined;
  return { type: "DATE", value: isDay ? `${value}-${twoDigits(day)}` : value };
}
