/** How long? "two days", "the two-day visit", "two and a half years", "several months" (stage 4, recognise). */
import {
  afterNumber,
  anyOf,
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
};
const SINGULAR = Object.keys(UNITS);
const PLURAL = SINGULAR.map((unit) => (unit === "century" ? "centuries" : `${unit}s`));
const FORMS = [...SINGULAR, ...PLURAL];
const UNIT = `(?<unit>${anyOf(FORMS)})`;
const BETWEEN = [
  "more",
  "full",
  "straight",
  "consecutive",
  "whole",
  "long",
  "trading",
  "working",
  "calendar",
  "solid",
  "entire",
  "further",
  "extra",
];
const VAGUE = ["several", "few", "many", "some", "numerous", "countless", "couple"];
const NUMBER_SECONDS = afterNumber([...FORMS, ...BETWEEN, "half"]);
/** "two and a half", "2 1/2", "one-and-a-half". */
const HALF = `(?<half>(?:${GAP}|-)and(?:${GAP}|-)a(?:${GAP}|-)half|[ -]1/2|½)?`;
/** Ages are facts about people, not stretches of time that the news tells of. */
const AGE_AFTER = new RegExp(`^(?:[-‐‑]|${GAP})(?:old|olds)(?![a-zà-ɏ])`, "iu");
/** "a week" is a stretch after "for" or "nearly"; "£5 a week" is a rate and "a second" a place in a row. */
const STRETCH_BEFORE =
  /(?:^|[^a-zà-ɏ])(?:for|in|within|than|over|about|nearly|almost|after|before|lasted|lasting|took|take|takes|just|only|under|around|spent|half) $/i;
const RATE_BEFORE = /[\p{L}]$/u;
/** Characters before a length that are asked. */
const REACH = 16;
/** "for years", "after months of talks", "hours later". */
const PLURAL_BEFORE =
  /(?:^|[^a-zà-ɏ])(?:for|in|within|after|over|take|takes|took|taken|last|lasts|lasted|spent|spend|of) $/i;
const PLURAL_AFTER = /^ (?:later|after|before|earlier|ago|of|to come|on end)(?![a-zà-ɏ])/i;

/** Rules for durations. */
export const durationRules: readonly TimeRule[] = [
  {
    name: "half-of-a-unit",
    words: "half of the unit named",
    starts: ["half"],
    pattern: timePattern(`half(?:${GAP}|-)(?:an?${GAP})?${UNIT}`),
    confidence: 0.85,
    read: ({ groups }) => halfOf(unitOf(groups)),
  },
  {
    name: "a-couple",
    words: "“a couple”: two",
    starts: ["couple"],
    seconds: ["of"],
    pattern: timePattern(`couple${GAP}of${GAP}${UNIT}`),
    confidence: 0.7,
    read: ({ groups }) => stretch(2, groups),
  },
  {
    name: "duration-with-a-half",
    words: "the length of time as printed, with its half",
    starts: ["a", "an", "one"],
    seconds: [...SINGULAR],
    pattern: timePattern(`(?:an?|one)${GAP}${UNIT}${GAP}and${GAP}a${GAP}half`),
    confidence: 0.88,
    read: ({ groups }) => stretch(1.5, groups),
  },
  {
    name: "duration-printed",
    words: "the length of time as printed",
    starts: NUMBER_STARTS,
    seconds: NUMBER_SECONDS,
    pattern: timePattern(
      `(?<number>${NUMBER})${HALF}(?:${HYPHEN}|${GAP})(?:(?:${BETWEEN.join("|")})${GAP})?${UNIT}`,
    ),
    confidence: 0.88,
    read: readDuration,
  },
  {
    name: "vague-duration",
    words: "a length of time in that unit, how many of them not being said",
    starts: VAGUE,
    seconds: [...PLURAL, "more", "long", "dozen", "hundred", "thousand", "of"],
    pattern: timePattern(
      `(?:several|few|many|some|numerous|countless)${GAP}(?:(?:more|long|dozen|hundred|thousand)${GAP})?(?<unit>${anyOf(PLURAL)})`,
    ),
    confidence: 0.75,
    read: ({ groups, after }) => (AGE_AFTER.test(after) ? undefined : stretch(undefined, groups)),
  },
  {
    name: "vague-duration",
    words: "a length of time in that unit, how many of them not being said",
    starts: PLURAL,
    pattern: timePattern(`(?<unit>${anyOf(PLURAL)})`),
    confidence: 0.65,
    read: ({ groups, before, after }) =>
      PLURAL_BEFORE.test(before.slice(-REACH)) || PLURAL_AFTER.test(after)
        ? stretch(undefined, groups)
        : undefined,
  },
];

function readDuration({ groups, before, after }: TimeContext): TimeReading | undefined {
  if (AGE_AFTER.test(after) || isRestOfNumber(before)) return undefined;
  const number = (groups["number"] ?? "").toLowerCase();
  const unit = unitOf(groups);
  if (number === "a" || number === "an") {
    if (!STRETCH_BEFORE.test(before.slice(-REACH)) || unit === "second") return undefined;
  }
  if (number === "one" && unit === "second" && RATE_BEFORE.test(before)) return undefined;
  const count = numberOf(number);
  return count === undefined
    ? undefined
    : stretch(count + (groups["half"] === undefined ? 0 : 0.5), groups);
}

/** A length in TIMEX3 form; `X` stands for a number that is not said. */
function stretch(
  count: number | undefined,
  groups: TimeContext["groups"],
): TimeReading | undefined {
  const unit = unitOf(groups);
  const [before, after] = UNITS[unit] ?? [];
  if (before === undefined || after === undefined) return undefined;
  const number = count === undefined ? "X" : unit === "fortnight" ? count * 2 : count;
  return { type: "DURATION", value: `${before}${number}${after}` };
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

function unitOf(groups: TimeContext["groups"]): string {
  const printed = (groups["unit"] ?? "").toLowerCase();
  return SINGULAR[PLURAL.indexOf(printed)] ?? printed;
}
