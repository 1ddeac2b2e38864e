/** How often? "every Monday", "twice a year", "daily" (stage 4, recognise). */
import words from "../../words/times.json" with { type: "json" };
import {
  anyOf,
  firstWords,
  GAP,
  indexOfForm,
  isCapitalised,
  NUMBER,
  numberOf,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";

const { weekdays } = words.languages.en;
const UNITS: Readonly<Record<string, string>> = {
  hour: "PT1H",
  day: "P1D",
  night: "P1D",
  morning: "P1D",
  week: "P1W",
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
const UNIT = `(?<unit>${Object.keys(UNITS).join("|")})`;
const ADVERBS: Readonly<Record<string, string>> = {
  daily: "P1D",
  weekly: "P1W",
  monthly: "P1M",
  quarterly: "P3M",
  annually: "P1Y",
  yearly: "P1Y",
};
const WEEKDAY = `(?<weekday>${anyOf(weekdays.flat())})`;

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
    name: "every-weekday",
    words: "again on each such day of the week",
    starts: ["every", "each"],
    pattern: timePattern(`(?:every|each)${GAP}${WEEKDAY}`),
    confidence: 0.92,
    read: ({ groups }) => eachWeekday(groups["weekday"] ?? ""),
  },
  {
    name: "every-weekday",
    words: "again on each such day of the week",
    starts: firstWords(weekdays.flat()).map((name) => `${name}s`),
    pattern: timePattern(`${WEEKDAY}s`),
    confidence: 0.85,
    read: ({ groups }) => eachWeekday(groups["weekday"] ?? ""),
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

function eachWeekday(printed: string): TimeReading | undefined {
  if (!isCapitalised(printed)) return undefined;
  return set(`XXXX-WXX-${indexOfForm(weekdays, printed) + 1}`);
}

function set(value: string | undefined): TimeReading | undefined {
  return value === undefined ? undefined : { type: "SET", value };
}
