/** Which rules may hold where a word stands? Looked up by that word and the next, before any pattern is tried (stage 4, recognise). */
import type { Word } from "../reading.ts";
import type { TimeRule } from "./rule.ts";

/** The rules of a language by their first words. */
export type RuleIndex = ReadonlyMap<string, RulesOfWord>;

interface RulesOfWord {
  /** Rules that hold whatever the second word is. */
  readonly rest: readonly TimeRule[];
  /** By the second word, together with the rest and in the order of the table; nothing where no rule asks for one. */
  readonly bySecond: ReadonlyMap<string, readonly TimeRule[]> | undefined;
}

/** A place in the text where rules may hold. */
export interface RulePlace {
  readonly start: number;
  readonly rules: readonly TimeRule[];
}

/** What may join two words to one token: "mid-May", "l’année". */
const JOINT = /[-‑'’]/;
const FIGURES = /^\p{Nd}+$/u;
const FIRST_DIGIT = /^\p{Nd}/u;
/** Keys of words that begin with a digit: of one or two figures, of four, and all others ("3rd", "9am", "1,950"). */
const SHORT_NUMBER = "#2";
const YEAR_LIKE = "#4";
const OTHER_NUMBER = "#x";
const ANY_NUMBER = "#";
const NUMBER_KEYS = [SHORT_NUMBER, YEAR_LIKE, OTHER_NUMBER];

/** Returns the rules by their first words, so that most words of a text cost one look-up. */
export function ruleIndex(rules: readonly TimeRule[]): RuleIndex {
  const byFirst = new Map<string, TimeRule[]>();
  for (const rule of rules) {
    const starts = rule.starts.flatMap((first) => (first === ANY_NUMBER ? NUMBER_KEYS : [first]));
    for (const first of new Set(starts)) {
      const list = byFirst.get(first);
      if (list) list.push(rule);
      else byFirst.set(first, [rule]);
    }
  }
  return new Map([...byFirst].map(([first, list]) => [first, rulesOfWord(list)]));
}

function rulesOfWord(rules: readonly TimeRule[]): RulesOfWord {
  const seconds = new Set(rules.flatMap((rule) => rule.seconds ?? []));
  return {
    rest: rules.filter((rule) => rule.seconds === undefined),
    bySecond:
      seconds.size === 0
        ? undefined
        : new Map(
            [...seconds].map((second) => [
              second,
              rules.filter((rule) => rule.seconds?.includes(second) ?? true),
            ]),
          ),
  };
}

/** Returns the places of a line, in its order, where rules may hold; the parts of a word with a hyphen or an apostrophe count as words. */
export function placesIn(
  index: RuleIndex,
  words: readonly Word[],
  text: string,
): readonly RulePlace[] {
  const places: RulePlace[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || word.kind === "mark") continue;
    if (isJoined(word.key)) {
      addParts(places, index, { word, next: words[at + 1], text });
      continue;
    }
    const entry = index.get(word.kind === "number" ? keyOfNumber(word.key) : word.key);
    if (entry) add(places, entry, word.start, entry.bySecond && firstPart(words[at + 1]));
  }
  return places;
}

function add(
  places: RulePlace[],
  { rest, bySecond }: RulesOfWord,
  start: number,
  second: string | undefined,
): void {
  const rules = (second !== undefined && bySecond?.get(second)) || rest;
  if (rules.length > 0) places.push({ start, rules });
}

function addParts(
  places: RulePlace[],
  index: RuleIndex,
  {
    word,
    next,
    text,
  }: { readonly word: Word; readonly next: Word | undefined; readonly text: string },
): void {
  const parts = text.slice(word.start, word.end).split(JOINT);
  let start = word.start;
  for (const [at, part] of parts.entries()) {
    const key = keyOfPart(part);
    const entry = index.get(key === ANY_NUMBER ? keyOfNumber(part) : key);
    const following = parts[at + 1];
    if (entry)
      add(places, entry, start, following === undefined ? firstPart(next) : keyOfPart(following));
    start += part.length + 1;
  }
}

function firstPart(word: Word | undefined): string | undefined {
  if (word === undefined) return undefined;
  if (word.kind === "number") return ANY_NUMBER;
  return isJoined(word.key) ? word.key.split(JOINT, 1)[0] : word.key;
}

function keyOfPart(part: string): string {
  return FIRST_DIGIT.test(part) ? ANY_NUMBER : part.toLowerCase().replace(/\.$/, "");
}

function keyOfNumber(key: string): string {
  if (key.length !== 4 && key.length > 2) return OTHER_NUMBER;
  if (!FIGURES.test(key)) return OTHER_NUMBER;
  return key.length === 4 ? YEAR_LIKE : SHORT_NUMBER;
}

function isJoined(key: string): boolean {
  return key.includes("-") || key.includes("'") || key.includes("‑");
}
