/** Which time of day, in which zone, a date line prints (stage 2). */
import type { Span } from "../../model.ts";
import words from "../../words/parse-dates.json" with { type: "json" };
import { twoDigits } from "./day-value.ts";

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
const ZONE_PHRASES = [...words.zonePhrases].sort((a, b) => b.length - a.length).join("|");
const FIGURES = String.raw`(?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d{2})?(?!\d)`;
/** Of abbreviations capitals alone, since "et" and "pt" are words. */
const ZONE = String.raw`(?:\s?(?:Uhr\s|hrs\s|h\s)?\(?(?<zone>Z(?!\p{L})|${FIGURES}|\p{Lu}{2,5}(?!\p{Ll}\p{Ll})|(?:${ZONE_PHRASES})(?!\p{L})))?`;
const HALVES = [...words.halves["before noon"], ...words.halves["after noon"]]
  .sort((a, b) => b.length - a.length)
  .map((half) => half.replaceAll(".", "\\."))
  .join("|");
const AM_PM = String.raw`[AaPp]\.?\s?[Mm]\.?(?!\p{Ll})|[Nn]oon|[Mm]idnight`;
const HALF = String.raw`(?:\s?(?<half>${AM_PM}|(?:${HALVES})(?![\p{L}\p{M}])))`;
const HALF_BEFORE = String.raw`(?:(?<before>${HALVES})\s?)?`;
const afternoon: ReadonlySet<string> = new Set(words.halves["after noon"]);

/** The first form that fits wins. */
const FORMS: readonly RegExp[] = [
  // 9:27 PM EDT, 21:27:05.123Z, 9.27pm, 오후 9:27
  new RegExp(
    String.raw`(?<!\d[:.])${HALF_BEFORE}(?<!\d)T?(?<hour>\d{1,2})(?::|\.(?=\d{2}\s?[AaPp]\.?[Mm]))(?<minute>\d{2})(?!\d)(?::\d{2}(?:\.\d{1,9})?)?${HALF}?${ZONE}`,
    "gu",
  ),
  // 9 PM, 11am ET, 12 noon
  new RegExp(String.raw`(?<!\d)(?<hour>\d{1,2})${HALF}${ZONE}`, "gu"),
  // 午後9時27分, 오후 9시
  new RegExp(
    String.raw`${HALF_BEFORE}(?<!\d)(?<hour>\d{1,2})\s?[時时點点시]\s?(?:(?<minute>\d{1,2})\s?[分분])?`,
    "gu",
  ),
  // 0339 GMT, 2127 hrs
  /(?<!\d)(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)\s?(?:(?<zone>\p{Lu}{2,5})|hrs|hours|h)(?!\p{L})/gu,
  // 21h27, 21 h 27, 9h
  /(?<!\d)(?<hour>\d{1,2})\s?[hH]\s?(?<minute>[0-5]\d)?(?!\p{L}|\d)/gu,
  // 21.27 Uhr, kl. 21.27, 21.27
  new RegExp(
    String.raw`(?<![\d.])(?<hour>[01]?\d|2[0-3])\.(?<minute>[0-5]\d)(?![\d.])${HALF}?${ZONE}`,
    "gu",
  ),
  // 21 Uhr
  new RegExp(String.raw`(?<!\d)(?<hour>\d{1,2})\s(?:Uhr|uur)(?!\p{L})${ZONE}`, "gu"),
  // noon
  new RegExp(String.raw`(?<!\p{L})(?<half>[Nn]oon)(?!\p{L})${ZONE}`, "gu"),
];
/** What every form holds. */
const CLOCK_LIKE = /\d|[Nn]oon/;
/** Swahili hours are counted from dawn: saa 3 is nine o'clock. */
const FROM_DAWN = /(?<!\p{L})[Ss][Aa]{2}\s\d/u;

/**
 * Returns the first time of day in a line, or undefined. `line` is plain text from which the day has been
 * blanked out. Abbreviations that stand for several zones (IST, CST) give no offset and no zone;
 * ET and the like give a zone and no offset, which depends on the season.
 *
 * Example: `readClock("9:27 PM EDT")` → `{value: "21:27", offset: "-04:00", zone: "-04:00", …}`.
 */
export function readClock(line: string): ClockReading | undefined {
  if (!CLOCK_LIKE.test(line) || FROM_DAWN.test(line)) return undefined;
  for (const form of FORMS) {
    // not by matchAll, which copies the pattern; that takes longer than most searches
    form.lastIndex = 0;
    for (let match = form.exec(line); match; match = form.exec(line)) {
      const groups = match.groups ?? {};
      const half = groups["half"] ?? groups["before"];
      const value = timeOf(Number(groups["hour"] ?? "12"), groups["minute"] ?? "00", half);
      if (value === undefined) continue;
      const place = zoneOf(groups["zone"]);
      return { value, ...place, start: match.index, end: match.index + match[0].length };
    }
  }
  return undefined;
}

/** Midnight may be the day's beginning or its end, so it is no time. */
function timeOf(hour: number, minutes: string, half: string | undefined): string | undefined {
  if (hour > 23 || Number(minutes) > 59) return undefined;
  const bare = half?.toLowerCase().replace(/[.\s]/g, "") ?? "";
  if (bare === "midnight") return undefined;
  const minute = twoDigits(Number(minutes));
  if (bare === "" || hour > 12) return `${twoDigits(hour)}:${minute}`;
  const late = bare === "pm" || bare === "noon" || afternoon.has(half ?? "");
  return `${twoDigits((hour % 12) + (late ? 12 : 0))}:${minute}`;
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
