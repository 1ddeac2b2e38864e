/** Whether a line is a publication line, and what date it states (stage 2). */
import type { ParseFacts, Publication, Span } from "../../model.ts";
import words from "../../words/parse-dates.json" with { type: "json" };
import { readClock } from "./clock.ts";
import { type DayReading, readDay } from "./day.ts";

/** A line that states a date. */
export interface DateLine {
  /** Where the date, with the label before it, begins: an offset into the line. */
  readonly labelStart: number;
  /** Whether the words before the date say that it is of a later change. */
  readonly modified: boolean;
  /** Absent where the date cannot be read. */
  readonly publication?: Omit<Publication, "span">;
  readonly trouble?: "impossible" | "ambiguous";
  /** What else the line says, beside labels, weekdays and the like, before and after the date. */
  readonly before: string;
  readonly after: string;
}

const LONGEST = 220;
const DIGIT = /\d/;
const WORD = /[\p{L}\p{M}'\u200c]+/gu;
const known = new Set(
  [...words.filler, ...words.weekdays, ...Object.keys(words.zones)].map((word) =>
    word.toLowerCase(),
  ),
);
const labels = [...words.published, ...words.modified].sort((a, b) => b.length - a.length);
const LABEL = new RegExp(`(?<![\\p{L}])(?:${labels.join("|")})(?![\\p{L}])`, "giu");
const MODIFIED = new RegExp(`(?<![\\p{L}])(?:${words.modified.join("|")})(?![\\p{L}])`, "iu");
const LABEL_BEFORE = new RegExp(
  `(?:${labels.join("|")})[^\\p{L}]{0,3}(?:\\p{L}{2,12}[.,\\s]{1,3})?$`,
  "iu",
);
/** `4 minute read`, `Updated an hour ago`. */
const READING_TIME =
  /(?:\d{1,3}|an?)\s?-?(?:sec|min|hour|day|week|month|year)\p{L}{0,7}(?:\s(?:read|ago))?/giu;

/**
 * Returns what a short line says about its date, or undefined where it names no day. Of two dates,
 * the one not labelled "Updated" counts. `line` is plain text (see `shadowOf`).
 *
 * Example: `readDateLine("January 26, 2022 - 21:27", {})` →
 * `{publication: {value: "2022-01-26T21:27"}, before: "", after: "", …}`.
 */
export function readDateLine(line: string, facts: ParseFacts): DateLine | undefined {
  if (line.length > LONGEST || !DIGIT.test(line)) return undefined;
  const day = readDay(line, facts.dateOrder);
  if (!day) return undefined;
  const modified = MODIFIED.test(line.slice(0, day.start));
  const second = modified ? secondDay(line, day, facts) : undefined;
  const chosen = second ?? day;
  const rest = blanked(line, chosen);
  const near = second ? blanked(rest, day) : rest;
  const clock = chosen.value?.length === 10 ? readClock(near) : undefined;
  const bare = clock ? blanked(near, clock) : near;
  return {
    labelStart: labelStart(line, Math.min(day.start, chosen.start)),
    modified: second === undefined && modified,
    ...(chosen.trouble ? { trouble: chosen.trouble } : {}),
    ...(chosen.value ? { publication: publicationOf(chosen.value, clock, facts) } : {}),
    before: unknownWords(bare.slice(0, Math.min(day.start, chosen.start))),
    after: unknownWords(bare.slice(Math.max(day.end, chosen.end))),
  };
}

/** After "Updated …", a second date that is not an update either. */
function secondDay(line: string, first: DayReading, facts: ParseFacts): DayReading | undefined {
  const rest = line.slice(first.end);
  const second = readDay(rest, facts.dateOrder);
  if (!second || MODIFIED.test(rest.slice(0, second.start))) return undefined;
  return { ...second, start: second.start + first.end, end: second.end + first.end };
}

function publicationOf(
  day: string,
  clock: ReturnType<typeof readClock>,
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

/** The words that a date line need not hold; times, labels, weekdays and zones are taken out. */
function unknownWords(part: string): string {
  const bare = part.replace(READING_TIME, " ").replace(LABEL, " ");
  const found = bare.match(WORD) ?? [];
  return found.filter((word) => !known.has(word.toLowerCase().replace(/\.$/, ""))).join(" ");
}
