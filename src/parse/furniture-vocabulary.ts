/** Whether a line is made of the vocabulary of page furniture and nothing else, in whatever language (stage 2). */
import words from "../words/parse-furniture-vocabulary.json" with { type: "json" };
import type { KnownFurniture } from "./furniture.ts";

/** What a word or phrase says of a line: the rule it speaks for, or that it may stand beside such words. */
type Meaning = string;

const BESIDE: Meaning = "beside";
const RELATED: Meaning = "related-link";
const LONGEST = 110;
/** `Lee también: …` names a link, whose headline may be as long as headlines are. */
const LONGEST_LINK = 220;
const MOST_WORDS_IN_PHRASE = 6;
const LANGUAGES_WITHOUT_SPACES: ReadonlySet<string> = new Set(["zh", "ja", "ko"]);
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const WORD = /[\p{L}\p{M}\p{N}\u200c]+(?:['-][\p{L}\p{M}\p{N}]+)*'?/gu;
const LETTERS = /[\p{L}\p{M}\p{N}]+/gu;
/** Counts of comments and the like; a year would make the line a date's. */
const FIGURES = /^(?!(?:19|20)\d\d$)\p{N}+$/u;
const LABEL_END = /[:|]/;
const SHORTEST_LABEL = 3;
const LONGEST_LABEL = 60;

const NOT_ASCII = /[^\n -~]/;
const MARKS = /[\u0307\u064b-\u0652]/g;
const LOOK_ALIKE = /[أإآيىك]/g;
const PLAIN: Readonly<Record<string, string>> = { أ: "ا", إ: "ا", آ: "ا", ي: "ی", ى: "ی", ك: "ک" };

/** One language's vocabulary, by phrase; phrases are folded (see `folded`). */
interface Vocabulary {
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** In characters, or in words where the language parts them. */
  readonly longest: number;
}

/** Every word of every phrase: a line that has another is no furniture, and nearly all have. */
const listed = new Set<string>();
const unspaced: Vocabulary[] = [];
/** First words of the phrases that make a line furniture, with the vocabularies to ask. */
const openers = new Map<string, Vocabulary[]>();
for (const [language, lists] of Object.entries(words.languages)) addVocabulary(language, lists);

/**
 * Returns the rule whose words a line is made of, or undefined. `plain` is the line's plain text (see
 * `shadowOf`). Every word must be of one language's vocabulary, of a network's name or a figure, and one at least
 * must be such as only furniture has. A line that opens with such words and a colon is a link (`related-link`).
 *
 * Example: `furnitureOf("Show 12 comments")` → `{rule: "comment-form", words: "comments"}`;
 * `furnitureOf("Show of hands")` → undefined.
 */
export function furnitureOf(plain: string): KnownFurniture | undefined {
  if (plain.length > LONGEST_LINK) return undefined;
  const lower = folded(plain);
  const whole = plain.length <= LONGEST ? madeOf(lower) : undefined;
  if (whole !== undefined) return whole;
  const end = lower.slice(0, LONGEST_LABEL + 1).search(LABEL_END);
  const known = end < SHORTEST_LABEL ? undefined : madeOf(lower.slice(0, end));
  return known?.rule === RELATED ? known : undefined;
}

function madeOf(lower: string): KnownFurniture | undefined {
  if (UNSPACED.test(lower)) {
    const letters = lower.match(LETTERS)?.join("") ?? "";
    return firstOf(unspaced, (vocabulary) => tiled([...letters], "", vocabulary));
  }
  const tokens = lower.match(WORD) ?? [];
  if (!tokens.every((token) => listed.has(token) || FIGURES.test(token))) return undefined;
  const asked = new Set(tokens.flatMap((token) => openers.get(token) ?? []));
  return firstOf(asked, (vocabulary) => tiled(tokens, " ", vocabulary));
}

function firstOf(
  vocabularies: Iterable<Vocabulary>,
  ask: (vocabulary: Vocabulary) => KnownFurniture | undefined,
): KnownFurniture | undefined {
  for (const vocabulary of vocabularies) {
    const found = ask(vocabulary);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Lays phrases end to end, the longest first; what they cannot cover is no furniture. */
function tiled(
  units: readonly string[],
  between: string,
  { meanings, longest }: Vocabulary,
): KnownFurniture | undefined {
  let found: KnownFurniture | undefined;
  let at = 0;
  while (at < units.length) {
    let length = Math.min(longest, units.length - at);
    while (length > 0 && !meanings.has(units.slice(at, at + length).join(between))) length -= 1;
    if (length === 0) {
      if (!FIGURES.test(units[at] ?? "")) return undefined;
      length = 1;
    }
    const phrase = units.slice(at, at + length).join(between);
    const rule = meanings.get(phrase);
    if (found === undefined && rule !== undefined && rule !== BESIDE)
      found = { rule, words: phrase };
    at += length;
  }
  return found;
}

type Lists = Readonly<Record<string, readonly string[]>>;

function addVocabulary(language: string, lists: Lists): void {
  const isUnspaced = LANGUAGES_WITHOUT_SPACES.has(language);
  const meanings = new Map<string, Meaning>(words.anywhere.map((word) => [word, BESIDE]));
  // what only stands beside comes first, so that a word of both kinds speaks for its rule
  const sorted = Object.entries(lists).sort(
    ([a], [b]) => Number(b === BESIDE) - Number(a === BESIDE),
  );
  for (const [meaning, phrases] of sorted) {
    for (const phrase of phrases) {
      const key = folded(phrase);
      meanings.set(
        isUnspaced ? (key.match(LETTERS)?.join("") ?? key) : (key.match(WORD)?.join(" ") ?? key),
        meaning,
      );
    }
  }
  const lengths = isUnspaced
    ? [...meanings.keys()].map((key) => key.length)
    : [MOST_WORDS_IN_PHRASE];
  const vocabulary = { meanings, longest: Math.max(...lengths) };
  if (isUnspaced) {
    unspaced.push(vocabulary);
    return;
  }
  for (const [phrase, meaning] of meanings) {
    const parts = phrase.split(" ");
    for (const word of parts) listed.add(word);
    if (meaning === BESIDE) continue;
    const [first = ""] = parts;
    const known = openers.get(first) ?? [];
    if (!known.includes(vocabulary)) openers.set(first, [...known, vocabulary]);
  }
}

/** Lower case; the dot that Turkish İ leaves behind and Arabic vowel signs are taken off, letters of two spellings made one. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower;
  return lower.replace(MARKS, "").replace(LOOK_ALIKE, (letter) => PLAIN[letter] ?? letter);
}
