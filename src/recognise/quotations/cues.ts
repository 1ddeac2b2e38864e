/** Which words tell that somebody speaks? (stage 4, recognise) */
import type { Token } from "../../model.ts";
import words from "../../words/cues.json" with { type: "json" };

/** A cue in a list of tokens: from `index`, `length` tokens long. */
export interface Cue {
  readonly index: number;
  readonly length: number;
  /** `fragments`: a cue such as "called" that goes with quoted fragments only. */
  readonly strength: "speech" | "fragments";
  /** "saying", "adding": what the subject of the sentence says. */
  readonly isParticiple: boolean;
}

const split = (rows: readonly string[]): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => row.split(" ")));
const SPEECH = split(words.speech);
const FRAGMENTS = split(words.fragments);
const PHRASES: ReadonlyMap<string, ReadonlySet<string>> = groupByFirst(words.phrases);
const NOUN_BEFORE: ReadonlySet<string> = new Set([
  "the",
  "a",
  "an",
  "this",
  "his",
  "her",
  "its",
  "their",
  "no",
  "of",
  "’s",
  "'s",
]);
/** Forms that are nouns as often as verbs: not a cue after "the" or "of". */
const ALSO_NOUNS: ReadonlySet<string> = new Set(words.alsoNouns);
const PARTICIPLE = /\p{L}ing$/iu;

const BASE_FORM = /(?<!ed|ing|s|read|thought|felt)$/;
/** "His latest comments", "two lengthy reports": a word after an adjective or number is a noun. */
const ADJECTIVE =
  /(?:est|ive|ous|ic|ful|less|able|ible|ary|ed|-\p{Ll}+)$|^(?:recent|new|own|other|such|many|several|two|three|four|more|few|past|late|early|private|public|strong|some|any)$/u;
/** "Comments about the pier", "reports were": what stands behind a noun and not behind a verb of speech. */
const BEHIND_NOUN: ReadonlySet<string> = new Set(words.behindNouns);

/** Returns the cue that begins at a token, or `undefined`. A noun such as "the report" is none. */
export function cueAt(tokens: readonly Token[], index: number): Cue | undefined {
  const word = tokens[index]?.text.toLowerCase();
  if (word === undefined || tokens[index]?.kind !== "word") return undefined;
  const second = PHRASES.get(word);
  if (second?.has(tokens[index + 1]?.text.toLowerCase() ?? "")) {
    return { index, length: 2, strength: "speech", isParticiple: word.endsWith("ing") };
  }
  const strength = SPEECH.has(word) ? "speech" : FRAGMENTS.has(word) ? "fragments" : undefined;
  if (!strength || isNoun(tokens, index, word)) return undefined;
  return { index, length: 1, strength, isParticiple: word.endsWith("ing") && word !== "sing" };
}

/** Returns whether a word, in any case, stands in one of the small lists of `cues.json`. */
export function isInList(list: keyof typeof LISTS, word: string | undefined): boolean {
  return word !== undefined && LISTS[list].has(word.toLowerCase());
}

/** Words before a quotation that is nobody's utterance: "the so-called". */
export const NOT_CUES: readonly string[] = words.notCues;

const LISTS = {
  mind: new Set(words.mind),
  auxiliaries: new Set(words.auxiliaries),
  openers: new Set(words.openers),
  stops: new Set(words.stops),
  determiners: new Set(words.determiners),
  prepositions: new Set(words.prepositions),
  pronouns: new Set(words.pronouns),
  lowerTitles: new Set(words.lowerTitles),
  nouns: new Set(words.nouns),
  timeWords: new Set(words.timeWords),
} as const;

function isNoun(tokens: readonly Token[], index: number, word: string): boolean {
  const before = tokens[index - 1]?.text.toLowerCase() ?? "";
  if (!ALSO_NOUNS.has(word) && !PARTICIPLE.test(word)) return false;
  if (NOUN_BEFORE.has(before)) return true;
  if (!PARTICIPLE.test(word) && !word.endsWith("ed")) {
    if (ADJECTIVE.test(before)) return true;
    if (before !== "to" && isInList("prepositions", before)) return true;
    if (BEHIND_NOUN.has(tokens[index + 1]?.text.toLowerCase() ?? "")) return true;
  }
  // "its biggest attack": a base form is a verb only after a plural, "they" or "to"
  if (
    BASE_FORM.test(word) &&
    !/s$|^(?:i|we|you|they|who|to|will|would|could|should|may|might|can|did|not|\p{Ll}+ly)$/u.test(
      before,
    )
  )
    return true;
  // "House Speaker Call", "United States": part of a name
  return /^\p{Lu}\p{Ll}/u.test(tokens[index]?.text ?? "") && index > 0;
}

function groupByFirst(phrases: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const phrase of phrases) {
    const [first = "", second = ""] = phrase.split(" ");
    const group = groups.get(first) ?? new Set<string>();
    group.add(second);
    groups.set(first, group);
  }
  return groups;
}
