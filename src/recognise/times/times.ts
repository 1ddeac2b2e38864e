/** When does the text say that things happened? Time expressions and their TIMEX3 values (stage 4, recognise). */
import type { NewsDocument, Sentence, Timex } from "../../model.ts";
import { type Anchor, anchorOf } from "./calendar.ts";
import { clockRules } from "./clock.ts";
import { dateRules } from "./dates.ts";
import { dayRules } from "./days.ts";
import { durationRules } from "./durations.ts";
import { monthRules } from "./months.ts";
import { otherLanguageRules } from "./other-languages.ts";
import { periodRules } from "./periods.ts";
import { quarterRules } from "./quarters.ts";
import type { TimeLanguage, TimeRule } from "./rule.ts";
import { setRules } from "./sets.ts";
import { weekdayRules } from "./weekdays.ts";
import { yearRules } from "./years.ts";

/** Order matters: a rule stands before those that would take only a part of its words. */
const ENGLISH: readonly TimeRule[] = [
  ...clockRules,
  ...dateRules,
  ...setRules,
  ...weekdayRules,
  ...dayRules,
  ...quarterRules,
  ...periodRules,
  ...monthRules,
  ...yearRules,
  ...durationRules,
];

const OTHERS: readonly Exclude<TimeLanguage, "en">[] = ["de", "fr", "es", "ar", "fa"];
const RULES: ReadonlyMap<string, readonly TimeRule[]> = new Map([
  ["en", ENGLISH],
  ["und", ENGLISH],
  ...OTHERS.map((language) => [language, otherLanguageRules(language)] as const),
]);
const INDEXES = new Map([...RULES].map(([language, rules]) => [language, indexByFirstWord(rules)]));
const WORDS_OF_RULES: ReadonlyMap<string, string> = new Map(
  [...RULES.values()].flat().map((rule) => [rule.name, rule.words]),
);

/** No word that a rule knows is longer; a run of a megabyte, such as an encoded picture, would overflow the stack of the matcher. */
const WORD = /[\p{L}\p{M}\p{N}]{1,64}/gu;
const DIGIT = /^\p{Nd}/u;
const LAST_OF_ASCII = 0x7f;
const FIRST_DIGIT = 0x30;
const LAST_DIGIT = 0x39;
const AROUND = 120;

/**
 * Returns the time expressions of a document in the order of the text, none overlapping another. Values are
 * TIMEX3 (`2022-01-26`, `2022-W04`, `P2D`), resolved against the date of publication as far as its precision
 * goes; an expression that cannot be resolved ("recently", "that day", "Wednesday" without a date of
 * publication) is left out, and so is a dateline's date. English; of German, French, Spanish, Arabic and Persian only dates, weekdays
 * and words such as "yesterday". Each rule is named in the evidence; `explainTime` puts it in words.
 *
 * Types and values after TimeML's TIMEX3 (Pustejovsky et al., 2003).
 */
export function findTimes(
  document: NewsDocument,
  sentences: readonly Sentence[],
): readonly Timex[] {
  const index = INDEXES.get(document.language.split("-", 1)[0] ?? "und");
  if (!index) return [];
  const anchor = anchorOf(document.published);
  const found: Timex[] = [];
  let free = 0;
  for (const [at, sentence] of sentences.entries()) {
    const limit = limitOf(sentences, at);
    let behind = sentence.start;
    for (const word of document.text.slice(sentence.start, sentence.end).match(WORD) ?? []) {
      // nothing of a word stands between it and the word before
      const start = document.text.indexOf(word, behind);
      behind = start + word.length;
      const rules = start < free ? undefined : index.get(firstOf(word));
      if (!rules) continue;
      const timex = readAt(rules, {
        text: document.text,
        start,
        sentence,
        limit,
        anchor,
        earlier: found,
      });
      if (!timex || isInDateline(timex, document)) continue;
      found.push(timex);
      free = timex.end;
    }
  }
  return found;
}

/** A word as rules name those they start with: in small letters, `#` where it begins with a digit. */
function firstOf(word: string): string {
  const unit = word.charCodeAt(0);
  const isDigit =
    unit > LAST_OF_ASCII ? DIGIT.test(word) : unit >= FIRST_DIGIT && unit <= LAST_DIGIT;
  return isDigit ? "#" : word.toLowerCase();
}

/**
 * Returns half a sentence that says how a time got its value, for the name of the rule in its evidence.
 *
 *     explainTime("weekday-on-or-before-publication")  // "the latest such day on or before publication"
 */
export function explainTime(rule: string): string {
  return WORDS_OF_RULES.get(rule) ?? rule.replaceAll("-", " ");
}

/** A dateline's date says when the story was filed, not when something happened. */
function isInDateline(timex: Timex, { dateline }: NewsDocument): boolean {
  return dateline !== undefined && timex.start >= dateline.start && timex.end <= dateline.end;
}

interface Place {
  readonly text: string;
  readonly start: number;
  readonly sentence: Sentence;
  /** An expression may not end behind this. */
  readonly limit: number;
  readonly anchor: Anchor | undefined;
  readonly earlier: readonly Timex[];
}

/** "am 3. Februar" may have been split after its full stop: an expression may run on into the next sentence. */
function limitOf(sentences: readonly Sentence[], index: number): number {
  const [sentence, next] = [sentences[index], sentences[index + 1]];
  const isSamePart = next && next.part === sentence?.part && next.block === sentence.block;
  return (isSamePart ? next.end : sentence?.end) ?? 0;
}

function readAt(rules: readonly TimeRule[], place: Place): Timex | undefined {
  const { text, start, sentence, limit, anchor, earlier } = place;
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
    });
    if (!reading) continue;
    return { start, end, ...reading, evidence: { rule: rule.name, confidence: rule.confidence } };
  }
  return undefined;
}

function indexByFirstWord(rules: readonly TimeRule[]): ReadonlyMap<string, readonly TimeRule[]> {
  const index = new Map<string, TimeRule[]>();
  for (const rule of rules)
    for (const start of new Set(rule.starts)) {
      const list = index.get(start);
      if (list) list.push(rule);
      else index.set(start, [rule]);
    }
  return index;
}
