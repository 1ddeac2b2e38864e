/** Which day is Christmas Eve, Good Friday or Thanksgiving? (stage 4, recognise) */
import words from "../../words/holidays.json" with { type: "json" };
import { type Anchor, dayNumber, isoDay, isoWeek, nthWeekday } from "./calendar.ts";
import { MONTHS } from "./day-words.ts";
import { type Direction, nearestOf, yearsAround } from "./nearest-day.ts";
import {
  anyOf,
  firstWords,
  GAP,
  isCapitalised,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";
import { directionOf } from "./tense.ts";
import { ANY_YEAR, yearNumber } from "./year-words.ts";

const FIXED: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(words.fixed));
const FROM_EASTER: ReadonlyMap<string, number> = new Map(Object.entries(words.fromEaster));
const WEEKS: ReadonlyMap<string, number> = new Map(Object.entries(words.weeks));
const WEEKDAYS: ReadonlyMap<string, WeekdayHoliday> = new Map(Object.entries(words.weekdays));
const BARE: ReadonlySet<string> = new Set(words.bare);
const NAMES = [...FIXED.keys(), ...FROM_EASTER.keys(), ...WEEKDAYS.keys(), ...WEEKS.keys()];
const NAME = `(?<holiday>${anyOf(NAMES)})`;
/** "by Christmas", "last Thanksgiving"; not "the Christmas tree". */
const BARE_BEFORE =
  /(?:^|[^a-zà-ɏ])(?:at|by|before|after|since|until|till|over|last|next|this|of|every|around) $/i;
const NOUN_AFTER = /^ \p{Ll}/u;
const VERB_AFTER =
  /^ (?:and|or|but|as|when|in|at|on|for|to|with|from|is|was|will|has|had|he|she|it|they|we|after|before|this|last|because|if|while|that|the|a|an|his|her|its|their|our|my|there|everyone|nobody)(?![\p{L}])/u;

const WHICH_WAY: Readonly<Record<string, Direction>> = { last: "over", next: "ahead" };

interface WeekdayHoliday {
  readonly month: number;
  /** From Monday as 0. */
  readonly weekday: number;
  /** Counted from 1, or -1 for the last of the month. */
  readonly nth: number;
  readonly plus?: number;
}

/** "Sept. 11", "11 September", "9/11". */
const KNOWN_FORMS = words.known.flatMap(({ month, day, name }) => [
  name,
  ...(MONTHS[month - 1] ?? []).flatMap((form) => [`${form} ${day}`, `${day} ${form}`]),
]);

/** Rules for days of the year that have names. */
export const holidayRules: readonly TimeRule[] = [
  {
    name: "day-known-by-its-event",
    words: "the day of the event that the sentence names, in the year that everybody knows",
    starts: firstWords(KNOWN_FORMS).map((word) => (/^\d/.test(word) ? "#2" : word)),
    pattern: timePattern(`(?<known>${anyOf(KNOWN_FORMS)})(?:th)?(?!,?${GAP}[12]\\d{3}|/\\d)`),
    confidence: 0.85,
    read: readKnown,
  },
  {
    name: "holiday-in-the-year-printed",
    words: "the day of that name, in the year printed",
    starts: firstWords(NAMES),
    pattern: timePattern(`${NAME}(?:,?${GAP}|${GAP}(?:of|in)${GAP})(?<year>${ANY_YEAR})`),
    confidence: 0.9,
    read: ({ groups, printed }) => {
      const year = yearNumber(groups["year"]);
      return year === undefined || !isCapitalised(printed)
        ? undefined
        : isoOf(nameIn(groups), year);
    },
  },
  {
    name: "holiday-nearest-publication",
    words:
      "the day of that name nearest to publication, or the coming one where the sentence looks ahead",
    starts: ["last", "this", "next", ...firstWords(NAMES)],
    seconds: [...firstWords(NAMES), ...NAMES.flatMap((name) => name.split(/[ ']/).slice(1, 2))],
    pattern: timePattern(`(?:(?<which>last|this|next)${GAP})?${NAME}`),
    confidence: 0.8,
    read: readNearest,
  },
  {
    name: "holiday-nearest-publication",
    words:
      "the day of that name nearest to publication, or the coming one where the sentence looks ahead",
    starts: words.bare,
    pattern: timePattern(`(?<holiday>${anyOf(words.bare)})`),
    confidence: 0.7,
    read: (context) =>
      BARE_BEFORE.test(context.before) && !isBeforeNoun(context) ? readNearest(context) : undefined,
  },
];

function readKnown({ groups, before, after, anchor }: TimeContext): TimeReading | undefined {
  const printed = groups["known"] ?? "";
  const around = (before + after).toLowerCase();
  const event = words.known.find(({ month, day, name, beside }) => {
    if (printed === name) return true;
    const isDay =
      printed.includes(String(day)) &&
      (MONTHS[month - 1] ?? []).some((form) => printed.toLowerCase().includes(form.slice(0, 3)));
    return isDay && beside.some((word) => around.includes(word));
  });
  const number = event && dayNumber(event.year, event.month, event.day);
  if (event === undefined || number === undefined) return undefined;
  // what was printed before the event means another day
  const isBefore =
    anchor !== undefined && (anchor.year < event.year || (anchor.number ?? number) < number);
  return isBefore ? undefined : { type: "DATE", value: isoDay(number) };
}

function readNearest(context: TimeContext): TimeReading | undefined {
  const { groups, anchor, printed, before } = context;
  const name = nameIn(groups);
  const which = groups["which"]?.toLowerCase();
  if (!anchor || !isCapitalised(groups["holiday"] ?? printed)) return undefined;
  if (BARE.has(name) && which === undefined && !BARE_BEFORE.test(before)) return undefined;
  if (BARE.has(name) && which === undefined && isBeforeNoun(context)) return undefined;
  const direction = WHICH_WAY[which ?? ""] ?? (WEEKS.has(name) ? "either" : directionOf(context));
  const year = nearestYear(name, anchor, direction);
  return year === undefined ? undefined : isoOf(name, year);
}

function isBeforeNoun({ after }: TimeContext): boolean {
  return NOUN_AFTER.test(after) && !VERB_AFTER.test(after);
}

function nearestYear(name: string, anchor: Anchor, direction: Direction): number | undefined {
  const days = yearsAround(anchor).flatMap((year) => dayOfHoliday(name, year) ?? []);
  const nearest = nearestOf(days, anchor, direction);
  return nearest === undefined ? undefined : Number(isoDay(nearest).slice(0, 4));
}

function isoOf(name: string, year: number): TimeReading | undefined {
  const day = dayOfHoliday(name, year);
  if (day === undefined) return undefined;
  return { type: "DATE", value: WEEKS.has(name) ? isoWeek(day) : isoDay(day) };
}

function dayOfHoliday(name: string, year: number): number | undefined {
  const [month, day] = FIXED.get(name) ?? [];
  if (month !== undefined && day !== undefined) return dayNumber(year, month, day);
  const fromEaster = FROM_EASTER.get(name) ?? WEEKS.get(name);
  if (fromEaster !== undefined) {
    const easter = easterSunday(year);
    return easter === undefined ? undefined : easter + fromEaster;
  }
  const rule = WEEKDAYS.get(name);
  const found = rule && nthWeekday(year, rule.month, rule);
  return found === undefined ? undefined : found + (rule?.plus ?? 0);
}

/** The anonymous Gregorian algorithm. */
function easterSunday(year: number): number | undefined {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const within = year % 100;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(within / 4) - moon - (within % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const march = moon + sunday - 7 * shift + 114;
  return dayNumber(year, Math.floor(march / 31), (march % 31) + 1);
}

function nameIn(groups: TimeContext["groups"]): string {
  return (groups["holiday"] ?? "").toLowerCase().replace(/\s+/g, " ").replace("’", "'");
}
