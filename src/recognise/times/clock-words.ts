/** How are hours and parts of the day printed after or before a day? (stage 4, recognise) */

import { twoDigits } from "./calendar.ts";
import { GAP } from "./rule.ts";

const PARTS: Readonly<Record<string, string>> = {
  morning: "TMO",
  afternoon: "TAF",
  evening: "TEV",
  night: "TNI",
  noon: "T12:00",
  midday: "T12:00",
  midnight: "T24:00",
};

/** A group `part`: "morning", "night". */
const PART_OF_DAY = "(?<part>morning|afternoon|evening|night)";
/** Clocks of places and zones; all but Greenwich's are local times, as TIMEX3 has them without a zone. */
const ZONE =
  "(?<zone>GMT|UTC)|local time|BST|CEST|CET|E[DS]?T|P[DS]T|C[DS]T|M[DS]T|IST|JST|Eastern(?: time)?|Pacific(?: time)?|sharp";
/** The same moment by another clock: "10:35 a.m. (0735 GMT)". */
const OTHER_CLOCK = "(?:[ \\u00a0]\\([^()\\n]{3,30}\\))?";
/**
 * Groups `hour`, `minute`, `half`, `zone`: "9 a.m.", "6.30pm", "noon", "21:27 GMT", "4 in the morning", "five o'clock" in
 * figures ("5 o'clock in the evening").
 */
export const CLOCK =
  "(?:(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?(?:[ \\u00a0]?(?<half>[ap]\\.?m(?:\\.|(?![a-z])))|(?: o['’]clock)? (?<halfInWords>in the (?:morning|afternoon|evening)|at night))" +
  "|(?<hour24>[01]?\\d|2[0-3]):(?<minute24>[0-5]\\d)|(?<named>noon|midday|midnight))" +
  `(?:${GAP}(?:${ZONE}))?${OTHER_CLOCK}`;

/** What may follow a day: a part of it, or "at" an hour. */
export const AFTER_DAY = `(?:${GAP}(?:${PART_OF_DAY}|at${GAP}${CLOCK}))?`;

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * Returns a day with the hour or part of the day that the groups hold: `2022-01-26T21:27`, `2022-01-26TMO`; an hour of
 * Greenwich ends in `Z`. Gives the day alone where they hold none.
 */
export function withClock(
  day: string,
  groups: Groups,
): { readonly type: "DATE" | "TIME"; readonly value: string } {
  const suffix = clockSuffix(groups);
  if (suffix === undefined) return { type: "DATE", value: day };
  const zone = groups["zone"] === undefined ? "" : "Z";
  return { type: "TIME", value: day + suffix + zone };
}

function clockSuffix(groups: Groups): string | undefined {
  const named = groups["part"] ?? groups["named"];
  if (named !== undefined) return PARTS[named.toLowerCase()];
  if (groups["hour24"] !== undefined)
    return `T${twoDigits(Number(groups["hour24"]))}:${groups["minute24"] ?? "00"}`;
  if (groups["hour"] === undefined) return undefined;
  const hour = Number(groups["hour"]);
  if (hour < 1 || hour > 12) return undefined;
  return `T${twoDigits((hour % 12) + (isAfterNoon(hour, groups) ? 12 : 0))}:${groups["minute"] ?? "00"}`;
}

/** "2 at night" is after midnight, "11 at night" before it. */
function isAfterNoon(hour: number, { half, halfInWords }: Groups): boolean {
  if (half !== undefined) return half.toLowerCase().startsWith("p");
  const words = halfInWords?.toLowerCase() ?? "";
  return words === "at night" ? hour >= 6 && hour < 12 : !words.endsWith("morning");
}
