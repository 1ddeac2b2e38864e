/** At which hour of which day? Hours that stand before their day: "9 a.m. on Tuesday" (stage 4, recognise). */
import words from "../../words/times.json" with { type: "json" };
import { isoDay } from "./calendar.ts";
import { CLOCK, withClock } from "./clock-words.ts";
import { anyOf, GAP, type TimeContext, type TimeRule, timePattern } from "./rule.ts";
import { dayOfWeekday } from "./weekdays.ts";

const NAMED_DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };
const DAY = `(?<day>${anyOf([...words.languages.en.weekdays.flat(), ...Object.keys(NAMED_DAYS)])})`;

/** An hour alone is left out: which day it belongs to is not known. */
export const clockRules: readonly TimeRule[] = [
  {
    name: "hour-of-a-day",
    words: "the hour printed, on the day named with it",
    starts: ["#", "noon", "midday", "midnight"],
    pattern: timePattern(`${CLOCK}(?:,?${GAP}(?:on${GAP})?(?:late${GAP})?)${DAY}`),
    confidence: 0.85,
    read: (context) => {
      const day = dayNamed(context);
      return day === undefined ? undefined : withClock(day, context.groups);
    },
  },
];

function dayNamed(context: TimeContext): string | undefined {
  const printed = context.groups["day"]?.toLowerCase() ?? "";
  const offset = NAMED_DAYS[printed];
  if (offset === undefined) return dayOfWeekday(printed, context);
  return context.anchor?.number === undefined ? undefined : isoDay(context.anchor.number + offset);
}
