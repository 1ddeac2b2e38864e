/** When does the text say that things happened? Time expressions and their TIMEX3 values (stage 4, recognise). */
import type { NewsDocument, Timex } from "../../model.ts";
import type { Line, Reading } from "../reading.ts";
import { type Anchor, anchorOf } from "./calendar.ts";
import { clockRules } from "./clock.ts";
import { rangeRules } from "./date-ranges.ts";
import { dateRules } from "./dates.ts";
import { dayRules } from "./days.ts";
import { durationRules } from "./durations.ts";
import { holidayRules } from "./holidays.ts";
import { OTHER_LANGUAGES } from "./language-words.ts";
import { monthRules } from "./months.ts";
import { otherLanguageRules } from "./other-languages.ts";
import { partOfMonthRules } from "./parts-of-months.ts";
import { periodRules } from "./periods.ts";
import { quarterRules } from "./quarters.ts";
import type { TimeRule } from "./rule.ts";
import { placesIn, type RuleIndex, ruleIndex } from "./rule-index.ts";
import { seasonRules } from "./seasons.ts";
import { setRules } from "./sets.ts";
import { textTimeRules } from "./text-times.ts";
import { weekdayRules } from "./weekdays.ts";
import { yearRules } from "./years.ts";

/** Order matters: a rule stands before those that would take only a part of its words. */
const ENGLISH: readonly TimeRule[] = [
  ...clockRules,
  ...holidayRules,
  ...partOfMonthRules,
  ...rangeRules,
  ...dateRules,
  ...setRules,
  ...weekdayRules,
  ...dayRules,
  ...quarterRules,
  ...seasonRules,
  ...periodRules,
  ...textTimeRules,
  ...monthRules,
  ...yearRules,
  ...durationRules,
];

const RULES: ReadonlyMap<string, readonly TimeRule[]> = new Map([
  ["en", ENGLISH],
  ["und", ENGLISH],
  ...OTHER_LANGUAGES.map((language) => [language, otherLanguageRules(language)] as const),
]);
const INDEXES: ReadonlyMap<string, RuleIndex> = new Map(
  [...RULES].map(([language, rules]) => [language, ruleIndex(rules)]),
);
const WORDS_OF_RULES: ReadonlyMap<string, string> = new Map(
  [...RULES.values()].flat().map((rule) => [rule.name, rule.words]),
);

const AROUND = 120;

/**
 * Returns the time expressions of a document in the order of the text, none overlapping another. Values are
 * TIMEX3 (`2022-01-26`, `2022-W04`, `P2D`), resolved against the date of publication as far as its precision
 * goes, or against a day, month or year that the same paragraph has named ("the following year"); an expression
 * that cannot be resolved ("recently", "Wednesday" without a date of publication) is left out, and so is a
 * dateline's date. English; of German, French, Spanish, Arabic and Persian only dates, weekdays and words such as
 * "yesterday". Each rule is named in the evidence; `explainTime` puts it in words.
 *
 * Types and values after TimeML's TIMEX3 (Pustejovsky et al., 2003).
 */
export function findTimes(reading: Reading): readonly Timex[] {
  const { document, lines } = reading;
  const index = INDEXES.get(document.language.split("-", 1)[0] ?? "und");
  if (!index) return [];
  const found: Timex[] = [];
  const anchor = anchorOf(document.published);
  let free = 0;
  for (const [at, line] of lines.entries()) {
    const places = placesIn(index, line.words, document.text);
    if (places.length === 0) continue;
    const place = { document, line, limit: limitOf(lines, at), anchor, earlier: found };
    for (const { start, rules } of places) {
      const timex = start < free ? undefined : readAt(rules, start, place);
      if (!timex || isInDateline(timex, document)) continue;
      found.push(timex);
      free = timex.end;
    }
  }
  return found;
}

/**
 * Returns half a sentence that says how a time got its value, for the name of the rule in its evidence.
 *
 *     explainTime("weekday-on-or-before-publication")  // "the latest such day on or before publication"
 */
export function explainTime(rule: string): string {
  return WORDS_OF_RULES.get(rule) ?? rule.replaceAll("-", " ");
}

interface Place {
  readonly document: NewsDocument;
  readonly line: Line;
  /** An expression may not end behind this. */
  readonly limit: number;
  readonly anchor: Anchor | undefined;
  readonly earlier: readonly Timex[];
}

/** "am 3. Februar" may have been split after its full stop: an expression may run on into the next sentence. */
function limitOf(lines: readonly Line[], index: number): number {
  const [sentence, next] = [lines[index]?.sentence, lines[index + 1]?.sentence];
  const isSamePart = next && next.part === sentence?.part && next.block === sentence.block;
  return (isSamePart ? next.end : sentence?.end) ?? 0;
}

function readAt(
  rules: readonly TimeRule[],
  start: number,
  { document, line, limit, anchor, earlier }: Place,
): Timex | undefined {
  const { text } = document;
  const { sentence } = line;
  for (const rule of rules) {
    rule.pattern.lastIndex = start;
    const match = rule.pattern.exec(text);
    if (!match) continue;
    const end = start + match[0].length;
    if (end > limit) continue;
    const reading = rule.read({
      groups: match.groups ?? {},
      printed: match[0],
      before: text.slice(Math.max(sentence.start, start - AROUND), start),
      after: text.slice(end, Math.max(end, Math.min(sentence.end, end + AROUND))),
      anchor,
      earlier,
      start,
      sentenceStart: sentence.start,
      paragraphStart: document.blocks[sentence.block]?.start ?? sentence.start,
      isHeadline: sentence.part === "headline",
      isTitle: line.capitals !== "prose",
    });
    if (!reading) continue;
    return { start, end, ...reading, evidence: { rule: rule.name, confidence: rule.confidence } };
  }
  return undefined;
}

/** A dateline's date says when the story was filed, not when something happened. */
function isInDateline(timex: Timex, { dateline }: NewsDocument): boolean {
  return dateline !== undefined && timex.start >= dateline.start && timex.end <= dateline.end;
}
