/** Which time of day, in which zone, a date line prints (stage 2). */
import type { Span } from "../../model.ts";
import words from "../../words/parse-dates.json" with { type: "json" };
import { twoDigits } from "./day.ts";

/** A time of day printed in a line; offsets into the line. */
export interface ClockReading extends Span {
  /** `21:27`. */
  readonly value: string;
  /** `Z` or `+03:30`, where the zone printed has one offset only. */
  readonly offset?: string;
  /** IANA name, or `+03:30`. */
  readonly zone?: string;
}

const ZONES: Readonly<Record<string, readonly string[]>> = words.zones;
const ZONE = String.raw`(?:\s?\(?(?<zone>Z\b|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?(?!\d)|\p{Lu}{2,5}(?!\p{Ll}\p{Ll})))?`;

/** The first form that fits wins. */
const FORMS: readonly RegExp[] = [
  // 9:27 PM EDT, 21:27:05.123Z, 9.27pm
  new RegExp(
    String.raw`(?<!\d[:.])(?:(?<=\d{4})|(?<!\d))T?(?<hour>\d{1,2})(?::|\.(?=\d{2}\s?[ap]\.?m))(?<minute>\d{2})(?!\d)(?::\d{2}(?:\.\d{1,9})?)?(?:\s?(?<half>[ap])\.?m\.?(?!\p{Ll}))?${ZONE}`,
    "iu",
  ),
  // 9 PM, 11am ET
  new RegExp(String.raw`(?<!\d)(?<hour>\d{1,2})\s?(?<half>[ap])\.?m\.?(?!\p{L})${ZONE}`, "iu"),
  // 0339 GMT
  /(?<!\d)(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)\s?(?<zone>\p{Lu}{2,5})(?!\p{L})/u,
  // 21h27, 21 h 27, 9h
  /(?<!\d)(?<hour>\d{1,2})\s?h\s?(?<minute>[0-5]\d)?(?!\p{L}|\d)/u,
  // 21.27 Uhr, kl. 21.27, 21.27
  /(?<![\d.])(?<hour>[01]?\d|2[0-3])\.(?<minute>[0-5]\d)(?![\d.])/u,
];

/**
 * Returns the first time of day in a line, or undefined. `line` is plain text from which the day has been
 * blanked out. Abbreviations that stand for several zones (IST, CST) give no offset and no zone;
 * ET and the like give a zone and no offset, which depends on the season.
 *
 * Example: `readClock("9:27 PM EDT")` → `{value: "21:27", offset: "-04:00", zone: "-04:00", …}`.
 */
export function readClock(line: string): ClockReading | undefined {
  for (const form of FORMS) {
    const match = form.exec(line);
    const groups = match?.groups;
    if (!match || !groups) continue;
    const value = timeOf(groups["hour"], groups["minute"], groups["half"]);
    if (value === undefined) continue;
    const place = zoneOf(groups["zone"]);
    return { value, ...place, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function timeOf(hours: string | undefined, minutes = "00", half?: string): string | undefined {
  let hour = Number(hours);
  if (hour > 23 || Number(minutes) > 59) return undefined;
  if (half && hour > 12) half = undefined;
  if (half?.toLowerCase() === "p" && hour < 12) hour += 12;
  if (half?.toLowerCase() === "a" && hour === 12) hour = 0;
  return `${twoDigits(hour)}:${minutes}`;
}

function zoneOf(printed: string | undefined): { offset?: string; zone?: string } {
  if (!printed) return {};
  const [name = "", offset = ""] = ZONES[printed.toUpperCase()] ?? [];
  if (name) return { zone: name, ...(offset ? { offset } : {}) };
  const figures = /(?<sign>[+-])(?<hours>\d{1,2}):?(?<minutes>\d{2})?$/.exec(printed)?.groups;
  if (!figures) return {};
  const value = `${figures["sign"]}${twoDigits(Number(figures["hours"]))}:${figures["minutes"] ?? "00"}`;
  return { offset: value, zone: value };
}
