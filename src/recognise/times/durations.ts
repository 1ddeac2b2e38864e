/** How long? "two days", "the two-day visit", "three decades" (stage 4, recognise). */
import {
  GAP,
  HYPHEN,
  isRestOfNumber,
  NUMBER,
  NUMBER_STARTS,
  numberOf,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";

const UNITS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  second: ["PT", "S"],
  minute: ["PT", "M"],
  hour: ["PT", "H"],
  day: ["P", "D"],
  week: ["P", "W"],
  fortnight: ["P", "W"],
  month: ["P", "M"],
  year: ["P", "Y"],
  decade: ["P", "E"],
  century: ["P", "C"],
  centurie: ["P", "C"],
};
const UNIT = "(?<unit>second|minute|hour|day|week|fortnight|month|year|decade|century|centurie)";
/** Ages are facts about people, not stretches of time that the news tells of. */
const AGE_AFTER = new RegExp(`^(?:[-‐‑]|${GAP})old(?![\\p{L}])`, "iu");
/** "a week" is a stretch after "for" or "nearly"; "£5 a week" is a rate and "a second" a place in a row. */
const STRETCH_BEFORE =
  /(?:^|[^\p{L}])(?:for|in|within|than|over|about|nearly|almost|after|before|lasted|lasting|took|take|takes|just|only|under|around|spent|half) $/iu;
const RATE_BEFORE = /[\p{L}]$/u;

/** Rules for durations. */
export const durationRules: readonly TimeRule[] = [
  {
    name: "half-of-a-unit",
    words: "half of the unit named",
    starts: ["half"],
    pattern: timePattern(`half(?:${GAP}|-)(?:an?${GAP})?${UNIT}s?`),
    confidence: 0.85,
    read: ({ groups }) => halfOf((groups["unit"] ?? "").toLowerCase()),
  },
  {
    name: "a-couple",
    words: "“a couple”: two",
    starts: ["couple"],
    pattern: timePattern(`couple${GAP}of${GAP}${UNIT}s`),
    confidence: 0.7,
    read: ({ groups }) => stretch(2, groups["unit"]),
  },
  {
    name: "duration-printed",
    words: "the length of time as printed",
    starts: NUMBER_STARTS,
    pattern: timePattern(
      `(?<number>${NUMBER})(?:${HYPHEN}|${GAP})(?:(?:more|full|straight|consecutive|whole|long|trading|working|calendar)${GAP})?${UNIT}s?`,
    ),
    confidence: 0.88,
    read: readDuration,
  },
];

function readDuration({ groups, before, after }: TimeContext): TimeReading | undefined {
  if (AGE_AFTER.test(after) || isRestOfNumber(before)) return undefined;
  const number = (groups["number"] ?? "").toLowerCase();
  const unit = (groups["unit"] ?? "").toLowerCase();
  if (number === "a" || number === "an") {
    if (!STRETCH_BEFORE.test(before) || unit === "second") return undefined;
  }
  if (number === "one" && unit === "second" && RATE_BEFORE.test(before)) return undefined;
  return stretch(numberOf(number), unit);
}

function stretch(count: number | undefined, unit: string | undefined): TimeReading | undefined {
  const folded = (unit ?? "").toLowerCase();
  const [before, after] = UNITS[folded] ?? [];
  if (count === undefined || before === undefined || after === undefined) return undefined;
  return {
    type: "DURATION",
    value: `${before}${folded === "fortnight" ? count * 2 : count}${after}`,
  };
}

function halfOf(unit: string): TimeReading | undefined {
  const halves: Readonly<Record<string, string>> = {
    minute: "PT30S",
    hour: "PT30M",
    day: "PT12H",
    year: "P6M",
    decade: "P5Y",
    century: "P50Y",
  };
  const value = halves[unit];
  return value === undefined ? undefined : { type: "DURATION", value };
}
