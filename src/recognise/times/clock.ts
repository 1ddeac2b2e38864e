/** At which hour of which day? Hours that stand before their day, and hours alone (stage 4, recognise). */
import { isoDay } from "./calendar.ts";
import { CLOCK, withClock } from "./clock-words.ts";
import { readDate } from "./dates.ts";
import { DAY_OF_MONTH, MONTH, WEEKDAYS } from "./day-words.ts";
import {
  anyOf,
  GAP,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";
import { lastNamed } from "./text-times.ts";
import { dayOfWeekday } from "./weekdays.ts";

const NAMED_DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };
const DAY_NAMED = `(?<dayNamed>${anyOf([...WEEKDAYS.flat(), ...Object.keys(NAMED_DAYS)])})`;
const STARTS = ["#2", "#x", "noon", "midday", "midnight"];
const ON = `(?:,?${GAP}(?:on${GAP})?(?:late${GAP})?)`;
/** "at 21:27" is an hour; "won in 2:27" and "by 10:15" may be anything. */
const HOUR_BEFORE =
  /(?:^|[^a-zà-ɏ])(?:at|until|till|from|since|after|before|around|about|shortly|just|of) (?:about |around |just |exactly |precisely |before |after )?$/i;
/** "4 in the morning" of any day. */
const OF_ANY_DAY =
  /(?<![a-zà-ɏ])(?:every|each|daily|always|often|usually|opens?|closes?|until)(?![a-zà-ɏ])/i;
const DAY_VALUE = /^\d{4}-\d\d-\d\d/;

/** An hour alone belongs to the day that the paragraph has just named; without one it is left out. */
export const clockRules: readonly TimeRule[] = [
  {
    name: "hour-of-a-day",
    words: "the hour printed, on the day named with it",
    starts: STARTS,
    pattern: timePattern(`${CLOCK}${ON}${DAY_NAMED}`),
    confidence: 0.85,
    read: (context) => {
      const day = dayNamed(context);
      return day === undefined ? undefined : withClock(day, context.groups);
    },
  },
  {
    name: "hour-of-a-day",
    words: "the hour printed, on the day named with it",
    starts: STARTS,
    pattern: timePattern(
      `${CLOCK}${ON}(?:${MONTH}${GAP}${DAY_OF_MONTH}(?:,${GAP}(?<year>[12]\\d{3}))?)`,
    ),
    confidence: 0.85,
    read: readDate,
  },
  {
    name: "hour-of-the-day-just-named",
    words: "the hour printed, on the day that the paragraph has just named",
    starts: STARTS,
    pattern: timePattern(CLOCK),
    confidence: 0.65,
    read: readHour,
  },
];

function dayNamed(context: TimeContext): string | undefined {
  const printed = context.groups["dayNamed"]?.toLowerCase() ?? "";
  const offset = NAMED_DAYS[printed];
  if (offset === undefined) return dayOfWeekday(printed, context);
  return context.anchor?.number === undefined ? undefined : isoDay(context.anchor.number + offset);
}

function readHour(context: TimeContext): TimeReading | undefined {
  const { groups, before } = context;
  const isMarked = ["half", "halfInWords", "zone"].some((name) => groups[name] !== undefined);
  const isAfterWord =
    HOUR_BEFORE.test(before) || (groups["named"] !== undefined && /by $/i.test(before));
  if ((!isMarked && !isAfterWord) || OF_ANY_DAY.test(before)) return undefined;
  const day = lastNamed(context, DAY_VALUE)?.value.slice(0, 10);
  const reading = day === undefined ? undefined : withClock(day, groups);
  return reading?.type === "TIME" ? reading : undefined;
}
