/** How much do the phrases of one topic weigh together? (stage 4, recognise) */
import type { Span, Token, TopicDefinition } from "../../model.ts";
import titles from "../../words/titles.json" with { type: "json" };
import type { Hit } from "./phrase-trie.ts";

/** What a phrase means for one topic. */
export interface Meaning {
  readonly topic: TopicDefinition;
  readonly isAgainst: boolean;
  /** A common word that stands in articles about anything. */
  readonly isWeak: boolean;
  /** Looked for in English texts only. */
  readonly isEnglishOnly: boolean;
}

/** A part of the document with its words; `weight` is what a phrase counts that stands in it first. */
export interface ReadPart {
  readonly tokens: readonly Token[];
  readonly weight: number;
  /** In capitals throughout, or on nearly every word: case says nothing. */
  readonly isCaseless: boolean;
}

/** What was found for one topic. */
export interface Tally {
  readonly topic: TopicDefinition;
  readonly phrases: Map<string, PhraseCount>;
  readonly spans: Span[];
  against: number;
}

interface PhraseCount {
  readonly isWeak: boolean;
  /** The most that a place gives where it stands. */
  weight: number;
  /** As a word of its own, as a title before a name ("Councillor Finch"), and where case cannot tell. */
  plain: number;
  titled: number;
  doubtful: number;
}

/** What tells names from words in a document. */
export interface Names {
  /** Neighbouring words of names, in small letters: "port ellis". */
  readonly pairs: ReadonlySet<string>;
  /** Whether a capital within a sentence makes a name of a word, as it does not in German. */
  readonly loneCapitals: boolean;
}

/** What a phrase weighs in the headline; in standfirst or lede; elsewhere. */
export const PLACE_WEIGHTS = { headline: 3, lede: 2, body: 1 } as const;
const MOST_REASONS = 12;
/** A phrase of several words says more than a single one. */
const SEVERAL_WORDS = 1.5;
/** A word that is only the title of people says little: not each story with a Judge in it is about courts. */
const TITLES_ONLY = 0.2;
/** Of common words it takes so many different ones. */
const FEWEST_WEAK = 3;
const AGAINST = 1.5;
const CASELESS_SHARE = 0.7;
const FEWEST_WORDS = 4;
const CAPITAL = /^\p{Lu}/u;
const HAS_CAPITAL = /\p{Lu}/u;
/** Words that are capitalised for the sentence's sake and begin no name. */
const OPENER =
  /^(?:the|an?|in|on|at|of|for|and|but|his|her|its|their|our|this|that|when|as|if|by|with|from)$/i;

const DETERMINER = /^(?:the|an?|his|her|its|their|our|this|that)$/i;
const TITLES: ReadonlySet<string> = new Set(`${titles.heads} ${titles.ranks}`.split(" "));

/** Returns a part ready for counting. */
export function readPart(tokens: readonly Token[], weight: number): ReadPart {
  const words = tokens.filter(({ kind }) => kind === "word");
  const capitals = words.filter(({ text }) => CAPITAL.test(text)).length;
  const isCaseless = words.length >= FEWEST_WORDS && capitals / words.length > CASELESS_SHARE;
  return { tokens, weight, isCaseless };
}

/** Returns the pairs of names in the parts whose case tells, so that PORT ELLIS in a headline is known as one. */
export function namePairsOf(parts: readonly ReadPart[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { tokens, isCaseless } of parts)
    if (!isCaseless)
      tokens.forEach((token, at) => {
        const next = tokens[at + 1];
        if (next && isNamePart(token) && isNamePart(next)) pairs.add(pairOf(token, next));
      });
  return pairs;
}

/** Adds a hit to a topic's tally; none for a word inside the name of a person, place or body. */
export function count(
  tally: Tally,
  hit: Hit<Meaning>,
  { part, names }: { readonly part: ReadPart; readonly names: Names },
): void {
  const { isAgainst, isWeak } = hit.value;
  if (isAgainst) {
    tally.against += AGAINST * part.weight;
    return;
  }
  const isWord = !hit.phrase.includes(" ") && !HAS_CAPITAL.test(hit.phrase);
  const use = isWord ? useOf(part, hit.at, names) : "plain";
  if (use === "named") return;
  const seen = tally.phrases.get(hit.phrase) ?? {
    isWeak,
    weight: 0,
    plain: 0,
    titled: 0,
    doubtful: 0,
  };
  tally.phrases.set(hit.phrase, seen);
  seen.weight = Math.max(seen.weight, part.weight);
  seen[use] += 1;
  if (tally.spans.length < MOST_REASONS) tally.spans.push({ start: hit.start, end: hit.end });
}

/**
 * Returns the weight of all that was found: each phrase by its place, less where topics share it (`shared` says how
 * many do) or where it is only a title before names, more for each repetition by the logarithm;
 * less what speaks against.
 */
export function scoreOf({ phrases, against }: Tally, shared: ReadonlyMap<string, number>): number {
  let score = -against;
  for (const [phrase, found] of phrases) {
    const specific =
      (phrase.includes(" ") ? SEVERAL_WORDS : 1) / Math.sqrt(shared.get(phrase) ?? 1);
    const times = found.plain + found.titled + found.doubtful;
    const factor = isTitleOnly(found) ? TITLES_ONLY : 1;
    score += specific * found.weight * factor * (1 + Math.log(times));
  }
  return score;
}

/**
 * Returns whether the phrases are evidence enough: two different ones, or one three times or in the headline.
 * Of common words alone it takes three.
 */
export function hasEvidence({ phrases }: Tally): boolean {
  const telling = [...phrases.values()].filter((found) => !isTitleOnly(found));
  const specific = telling.filter(({ isWeak }) => !isWeak);
  if (telling.length >= (specific.length > 0 ? 2 : FEWEST_WEAK)) return true;
  return specific.some(
    ({ plain, weight }) => plain >= 3 || (plain > 0 && weight === PLACE_WEIGHTS.headline),
  );
}

function isTitleOnly({ plain, titled }: PhraseCount): boolean {
  return titled > 0 && plain === 0;
}

/** "Port" in "Port Ellis", "Rail" in "Bridge & Rail", "Toll" alone within a sentence: not the word but a name. */
function useOf(
  { tokens, isCaseless }: ReadPart,
  at: number,
  { pairs, loneCapitals }: Names,
): "plain" | "titled" | "doubtful" | "named" {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || !CAPITAL.test(token.text)) return "plain";
  if (isCaseless) {
    const isName =
      (before && pairs.has(pairOf(before, token))) || (after && pairs.has(pairOf(token, after)));
    return isName ? "named" : "doubtful";
  }
  const joined = before?.text === "&" ? tokens[at - 2] : before;
  if (isNamePart(joined) || isNamePart(after))
    return TITLES.has(token.text.toLowerCase()) ? "titled" : "named";
  const isLone = before?.kind === "word" && !DETERMINER.test(before.text);
  return isLone && loneCapitals ? "named" : "plain";
}

function isNamePart(token: Token | undefined): boolean {
  return token?.kind === "word" && CAPITAL.test(token.text) && !OPENER.test(token.text);
}

function pairOf(first: Token, second: Token): string {
  return `${first.text} ${second.text}`.toLowerCase();
}
