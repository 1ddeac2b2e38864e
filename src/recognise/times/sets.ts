/** How often? "every Monday", "twice a year", "daily" (stage 4, recognise). */
import { twoDigits } from "./calendar.ts";
import { MONTH, MONTH_STARTS, MONTHS, WEEKDAY, WEEKDAY_STARTS, WEEKDAYS } from "./day-words.ts";
import {
  anyOf,
  GAP,
  indexOfForm,
  isCapitalised,
  NUMBER,
  numberOf,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";

const UNITS: Readonly<Record<string, string>> = {
  hour: "PT1H",
  day: "P1D",
  night: "P1D",
  morning: "P1D",
  evening: "P1D",
  week: "P1W",
  weekend: "P1W",
  month: "P1M",
  quarter: "P3M",
  year: "P1Y",
  decade: "P1E",
};
const LETTERS: Readonly<Record<string, string>> = {
  hour: "H",
  day: "D",
  week: "W",
  month: "M",
  year: "Y",
};
const PARTS: Readonly<Record<string, string>> = {
  morning: "TMO",
  afternoon: "TAF",
  evening: "TEV",
  night: "TNI",
};
const SEASONS: Readonly<Record<string, string>> = {
  spring: "SP",
  summer: "SU",
  autumn: "FA",
  fall: "FA",
  winter: "WI",
};
const ADVERBS: Readonly<Record<string, string>> = {
  hourly: "PT1H",
  daily: "P1D",
  nightly: "P1D",
  weekly: "P1W",
  fortnightly: "P2W",
  monthly: "P1M",
  quarterly: "P3M",
  annual: "P1Y",
  annually: "P1Y",
  yearly: "P1Y",
};
const UNIT = `(?<unit>${Object.keys(UNITS).join("|")})`;
const PART = `(?<part>${Object.keys(PARTS).join("|")})`;
const TIMES_BEFORE = /(?<![a-zà-ɏ])times $/i;

/** Rules for what happens again and again. */
export const setRules: readonly TimeRule[] = [
  {
    name: "every-so-many-units",
    words: "again and again, at that distance",
    starts: ["every"],
    pattern: timePattern(
      `every${GAP}(?<number>${NUMBER}|other|second)${GAP}(?<unit>hour|day|week|month|year)s?`,
    ),
    confidence: 0.9,
    read: ({ groups }) => everyFew(groups["number"] ?? "", groups["unit"] ?? ""),
  },
  {
    name: "every-unit",
    words: "again in each such unit",
    starts: ["every", "each", "once", "twice"],
    pattern: timePattern(
      `(?:every${GAP}(?:single${GAP})?|each${GAP}|(?:once|twice)${GAP}(?:a|an|every|each)${GAP})${UNIT}`,
    ),
    confidence: 0.85,
    read: ({ groups }) => set(UNITS[(groups["unit"] ?? "").toLowerCase()]),
  },
  {
    name: "every-unit",
    words: "again in each such unit",
    starts: ["a", "an"],
    seconds: Object.keys(UNITS),
    pattern: timePattern(`an?${GAP}${UNIT}`),
    confidence: 0.8,
    read: ({ groups, before }) =>
      TIMES_BEFORE.test(before) ? set(UNITS[(groups["unit"] ?? "").toLowerCase()]) : undefined,
  },
  {
    name: "every-weekday",
    words: "again on each such day of the week",
    starts: ["every", "each"],
    seconds: WEEKDAYS.flat(),
    pattern: timePattern(`(?:every|each)${GAP}${WEEKDAY}(?:${GAP}${PART})?`),
    confidence: 0.92,
    read: eachWeekday,
  },
  {
    name: "every-weekday",
    words: "again on each such day of the week",
    starts: WEEKDAY_STARTS.map((name) => `${name}s`),
    pattern: timePattern(`${WEEKDAY}s`),
    confidence: 0.85,
    read: eachWeekday,
  },
  {
    name: "every-weekday",
    words: "again on each such day of the week",
    starts: WEEKDAYS.flat(),
    seconds: Object.keys(PARTS).map((part) => `${part}s`),
    pattern: timePattern(`${WEEKDAY}${GAP}${PART}s`),
    confidence: 0.85,
    read: eachWeekday,
  },
  {
    name: "every-weekend",
    words: "again on each weekend",
    starts: ["weekends"],
    pattern: timePattern("weekends"),
    confidence: 0.75,
    read: ({ before }) =>
      /(?<![a-zà-ɏ])(?:on|at|and|most|all) $/i.test(before) ? set("XXXX-WXX-WE") : undefined,
  },
  {
    name: "every-month-or-season-of-that-name",
    words: "again in that month or season of each year",
    starts: ["every", "each"],
    seconds: [...MONTH_STARTS, ...Object.keys(SEASONS)],
    pattern: timePattern(
      `(?:every|each)${GAP}(?:${MONTH}|(?<season>${anyOf(Object.keys(SEASONS))}))`,
    ),
    confidence: 0.85,
    read: eachMonth,
  },
  {
    name: "set-by-adverb",
    words: "again in each such unit",
    starts: Object.keys(ADVERBS),
    pattern: timePattern(`(?<adverb>${Object.keys(ADVERBS).join("|")})`),
    confidence: 0.8,
    read: ({ groups }) => {
      const adverb = groups["adverb"] ?? "";
      // "Daily Mail" is a name.
      return isCapitalised(adverb) ? undefined : set(ADVERBS[adverb]);
    },
  },
];

function everyFew(number: string, unit: string): TimeReading | undefined {
  const letter = LETTERS[unit.toLowerCase()];
  const isOther = /^(?:other|second)$/i.test(number);
  const count = isOther ? 2 : numberOf(number);
  if (count === undefined || letter === undefined) return undefined;
  return set(`${letter === "H" ? "PT" : "P"}${count}${letter}`);
}

function eachWeekday({ groups }: TimeContext): TimeReading | undefined {
  const printed = groups["weekday"] ?? "";
  if (!isCapitalised(printed)) return undefined;
  const part = PARTS[groups["part"]?.toLowerCase() ?? ""] ?? "";
  return set(`XXXX-WXX-${indexOfForm(WEEKDAYS, printed) + 1}${part}`);
}

function eachMonth({ groups }: TimeContext): TimeReading | undefined {
  const { month, season } = groups;
  if (season !== undefined) return set(`XXXX-${SEASONS[season.toLowerCase()]}`);
  if (month === undefined || !isCapitalised(month)) return undefined;
  return set(`XXXX-${twoDigits(indexOfForm(MONTHS, month) + 1)}`);
}

function set(value: string | undefined): TimeReading | undefined {
  return value === undefined ? undefined : { type: "SET", value };
}
