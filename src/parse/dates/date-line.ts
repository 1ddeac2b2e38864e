/** Whether a line is a publication line, and what date it states (stage 2). */
import type { ParseFacts, Publication, Span } from "../../model.ts";
import words from "../../words/parse-dates.json" with { type: "json" };
import { type ClockReading, readClock } from "./clock.ts";
import { type DayReading, readDay } from "./day.ts";
import type { Order } from "./day-value.ts";
import { isDayFirstLine } from "./order.ts";

/** A line that states a date. */
export interface DateLine {
  /** Where the date, with the label before it, begins: an offset into the line. */
  readonly labelStart: number;
  /** Whether the words before the date say that it is of a later change. */
  readonly modified: boolean;
  /** Whether the words before the date say that it is of the publication. */
  readonly labelled: boolean;
  /** Where the last date or time ends: an offset into the line. */
  readonly end: number;
  /** The calendar printed; absent for the Gregorian. */
  readonly calendar?: DayReading["calendar"];
  /** Which of day and month stands first, where the date proves it. */
  readonly order?: Order;
  /** Absent where the date cannot be read. */
  readonly publication?: Omit<Publication, "span">;
  readonly trouble?: "impossible" | "ambiguous";
  /** What stands before the date and its label, as printed. */
  readonly lead: string;
  /** What else the line says, beside labels, weekdays, times and the like, before and after the date. */
  readonly before: string;
  readonly after: string;
}

const LONGEST = 220;
const LONGEST_LABEL = 30;
const MOST_DATES = 4;
/** Two calendars may disagree about a sighted moon, and a page about midnight. */
const TWIN_DAYS = 2;
/** Chinese years may be in numerals. */
const DIGIT = /[\d年]/;
const LETTER = /\p{L}/u;
const WORD = /[\p{L}\p{M}'\u200c]+/gu;
/** Marks that part a date from a place, a section or a number of comments. */
const DIVIDERS = /[•·|]/;
const known = new Set(
  [...words.filler, ...words.weekdays, ...Object.keys(words.zones)].map((word) =>
    word.toLowerCase(),
  ),
);
const labels = [...words.published, ...words.modified].sort((a, b) => b.length - a.length);
const LABEL = new RegExp(`(?<![\\p{L}])(?:${labels.join("|")})(?![\\p{L}])`, "giu");
const MODIFIED = new RegExp(`(?<![\\p{L}])(?:${words.modified.join("|")})(?![\\p{Ll}])`, "iu");
const LABEL_BEFORE = new RegExp(
  `(?:${labels.join("|")})[^\\p{L}]{0,3}(?:\\p{L}{2,12}[.,\\s]{1,3})?$`,
  "iu",
);
/** `27 January 2022 (updated)`, `2022年1月27日 8時00分 更新`: nothing else may follow. */
const MODIFIED_BEHIND = new RegExp(
  `^[^\\p{L}]*(?:${words.modified.join("|")})[^\\p{L}\\d]*$`,
  "iu",
);
const LABEL_ALONE = new RegExp(
  `^(?:(?<published>${words.published.join("|")})|${words.modified.join("|")})[\\s:|]*$`,
  "iu",
);
const PUBLISHED = new RegExp(`(?<![\\p{L}])(?:${words.published.join("|")})(?![\\p{Ll}])`, "iu");
/** `4 minute read`, `Updated an hour ago`, `3 Min. Lesezeit`. */
const READING_TIME =
  /(?:lese\p{L}{2,5}:?\s)?(?:\d{1,3}|an?)\s?-?(?:sec|min|hour|day|week|month|year)\p{L}{0,7}\.?(?:\s(?:read|ago|(?:di|de)\s\p{L}{5,8}|lese\p{L}{2,5}))?/giu;

/**
 * Returns what a short line says about its date, or undefined where it names no day. Of two dates,
 * the one not labelled "Updated" counts. `line` is plain text (see `shadowOf`).
 *
 * Example: `readDateLine("January 26, 2022 - 21:27", {})` →
 * `{publication: {value: "2022-01-26T21:27"}, before: "", after: "", …}`.
 */
export function readDateLine(line: string, facts: ParseFacts): DateLine | undefined {
  if (line.length > LONGEST || !DIGIT.test(line)) return undefined;
  const days = daysIn(line, facts.dateOrder);
  const [first] = days;
  if (!first) return undefined;
  const chosen = chosenOf(line, days) ?? first;
  const bare = days.reduce((left, day) => blanked(left, day), line);
  const clock = chosen.value?.length === 10 ? clockOf(line, bare, chosen, days) : undefined;
  const { rest, end } = withoutClocks(bare);
  const last = days.at(-1) ?? first;
  const start = labelStart(line, first.start);
  const modified = isModified(line, days, chosen);
  return {
    labelStart: start,
    modified,
    labelled: !modified && PUBLISHED.test(wordsBefore(line, days, chosen)),
    end: Math.max(last.end, end),
    ...(chosen.calendar ? { calendar: chosen.calendar } : {}),
    ...(chosen.order ? { order: chosen.order } : {}),
    ...(chosen.trouble ? { trouble: chosen.trouble } : {}),
    ...(chosen.value ? { publication: publicationOf(chosen.value, clock, facts) } : {}),
    lead: line.slice(0, start),
    before: unknownWords(afterDivider(rest.slice(0, first.start))),
    after: unknownWords(beforeDivider(rest.slice(last.end))),
  };
}

/**
 * Returns which date a line announces that holds a label and nothing else (`Published`, `Updated:`), or
 * undefined. The date stands on the line below.
 */
export function labelAlone(line: string): "published" | "modified" | undefined {
  if (line.length > LONGEST_LABEL) return undefined;
  const found = LABEL_ALONE.exec(line);
  if (!found) return undefined;
  return found.groups?.["published"] === undefined ? "modified" : "published";
}

/**
 * Returns the time of day, with its zone, that a line consists of (`21:27 GMT`, `um 9 Uhr`), or undefined.
 */
export function clockAlone(line: string): ClockReading | undefined {
  if (line.length > LONGEST_LABEL || !DIGIT.test(line)) return undefined;
  const clock = readClock(line);
  return clock && unknownWords(blanked(line, clock)) === "" && !/\d/.test(blanked(line, clock))
    ? clock
    : undefined;
}

/** The first date that is not of an update; the Gregorian one where the day is printed in two calendars. */
function chosenOf(line: string, days: readonly DayReading[]): DayReading | undefined {
  const published = days.filter((day) => !isModified(line, days, day));
  const [first] = published;
  if (first?.value !== undefined && first.calendar === undefined) return first;
  return published.find((day) => day.value !== undefined && day.calendar === undefined) ?? first;
}

function daysIn(line: string, order: Order | undefined): DayReading[] {
  const days: DayReading[] = [];
  let left = line;
  let known = order;
  while (days.length < MOST_DATES) {
    const found = readDay(left, known);
    if (!found) break;
    if (found.trouble === "ambiguous" && known === undefined && isDayFirstLine(line)) {
      known = "dmy";
      continue;
    }
    days.push(found);
    left = blanked(left, found);
  }
  return days.sort((a, b) => a.start - b.start);
}

/**
 * Whether the words between the date before and this one say "updated", or those behind the last one. Another time
 * of day behind the word is what it is about.
 */
function isModified(line: string, days: readonly DayReading[], day: DayReading): boolean {
  if (MODIFIED.test(wordsBefore(line, days, day))) return true;
  if (day !== days.at(-1)) return false;
  const behind = line.slice(day.end);
  if (!LETTER.test(behind)) return false;
  const clock = readClock(behind);
  return MODIFIED_BEHIND.test(clock ? blanked(behind, clock) : behind);
}

function wordsBefore(line: string, days: readonly DayReading[], day: DayReading): string {
  const before = days[days.indexOf(day) - 1];
  return line.slice(before?.end ?? 0, day.start);
}

/** The time of day inside the date (`Jan 26 21:27:00 2022`), else the one beside it. */
function clockOf(
  line: string,
  bare: string,
  day: DayReading,
  days: readonly DayReading[],
): ClockReading | undefined {
  const own = line.slice(day.start, day.end);
  return own.includes(":") ? readClock(own) : clockBeside(bare, day, days);
}

/** The time of day nearest to the date: after it and before the next date, else before it. */
function clockBeside(
  bare: string,
  day: DayReading,
  days: readonly DayReading[],
): ClockReading | undefined {
  const next = days.slice(days.indexOf(day) + 1).find((other) => !isTwin(day, other));
  const own = bare.slice(0, next?.start ?? bare.length);
  const update = own.slice(day.end).search(MODIFIED);
  const until = update === -1 ? own.length : day.end + update;
  return (
    readClock(" ".repeat(day.end) + own.slice(day.end, until)) ?? readClock(own.slice(0, day.start))
  );
}

/** Whether two dates are one day in two calendars. */
function isTwin(day: DayReading, other: DayReading): boolean {
  if (day.calendar === other.calendar) return false;
  const apart = Date.parse(day.value ?? "") - Date.parse(other.value ?? "");
  return Math.abs(apart) <= TWIN_DAYS * 86_400_000;
}

/** The line without its times of day, and where the last of them ends. */
function withoutClocks(bare: string): { rest: string; end: number } {
  let rest = bare;
  let end = 0;
  for (let round = 0; round < MOST_DATES; round += 1) {
    const clock = readClock(rest);
    if (!clock) break;
    rest = blanked(rest, clock);
    end = Math.max(end, clock.end);
  }
  return { rest, end };
}

/**
 * Returns a day and a time of day as a publication; an offset is there only where the zone printed has one.
 */
export function publicationOf(
  day: string,
  clock: ClockReading | undefined,
  facts: ParseFacts,
): Omit<Publication, "span"> {
  const zone = clock?.zone ?? facts.zone;
  const value = clock ? `${day}T${clock.value}${clock.offset ?? ""}` : day;
  return { value, ...(zone ? { zone } : {}) };
}

/** Where the labels, weekdays and times begin that stand right before the date. */
function labelStart(line: string, dayStart: number): number {
  const label = line.slice(0, dayStart).search(LABEL_BEFORE);
  return label === -1 ? dayStart : label;
}

function blanked(line: string, { start, end }: Span): string {
  return line.slice(0, start) + " ".repeat(end - start) + line.slice(end);
}

function afterDivider(part: string): string {
  return part.split(DIVIDERS).at(-1) ?? "";
}

function beforeDivider(part: string): string {
  return part.split(DIVIDERS)[0] ?? "";
}

/** The words that a date line need not hold; labels, weekdays and zones are taken out. */
function unknownWords(part: string): string {
  const bare = part.replace(READING_TIME, " ").replace(LABEL, " ");
  const found = bare.match(WORD) ?? [];
  return found.filter((word) => !known.has(word.toLowerCase().replace(/\.$/, ""))).join(" ");
}
