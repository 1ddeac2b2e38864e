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
/** Groups `hour`, `minute`, `half`: "9 a.m.", "6.30pm", "noon", "21:27 GMT". */
export const CLOCK =
  "(?:(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?[ \\u00a0]?(?<half>[ap]\\.?m\\.?)|(?<hour24>[01]?\\d|2[0-3]):(?<minute24>[0-5]\\d)|(?<named>noon|midday|midnight))" +
  `(?:${GAP}(?:local time|GMT|UTC|BST|CET|EST|EDT|PST|PDT|CST|ET|PT|sharp))?`;

/** What may follow a day: a part of it, or "at" an hour. */
export const AFTER_DAY = `(?:${GAP}(?:${PART_OF_DAY}|at${GAP}${CLOCK}))?`;

/**
 * Returns a day with the hour or part of the day that the groups hold: `2022-01-26T21:27`, `2022-01-26TMO`.
 * Gives the day alone where they hold none.
 */
export function withClock(
  day: string,
  groups: Readonly<Record<string, string | undefined>>,
): { readonly type: "DATE" | "TIME"; readonly value: string } {
  const suffix = clockSuffix(groups);
  return suffix === undefined
    ? { type: "DATE", value: day }
    : { type: "TIME", value: day + suffix };
}

function clockSuffix(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = groups["part"] ?? groups["named"];
  if (named !== undefined) return PARTS[named.toLowerCase()];
  if (groups["hour24"] !== undefined)
    return `T${twoDigits(Number(groups["hour24"]))}:${groups["minute24"] ?? "00"}`;
  if (groups["hour"] === undefined) return undefined;
  const hour = Number(groups["hour"]);
  if (hour < 1 || hour > 12) return undefined;
  const afternoon = groups["half"]?.toLowerCase().startsWith("p") ? 12 : 0;
  return `T${twoDigits((hour % 12) + afternoon)}:${groups["minute"] ?? "00"}`;
}
