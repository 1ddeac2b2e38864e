/** How much do the phrases of one topic weigh together? (stage 4, recognise) */
import type { Span, Token, TopicDefinition } from "../../model.ts";
import type { Hit } from "./phrase-trie.ts";

/** What a phrase means for one topic. */
export interface Meaning {
  readonly topic: TopicDefinition;
  readonly isAgainst: boolean;
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
  readonly weight: number;
  /** As a word of its own, inside a name ("Port Ellis"), and where case cannot tell. */
  plain: number;
  named: number;
  doubtful: number;
}

/** What a phrase weighs in the headline; in standfirst or lede; elsewhere. */
export const PLACE_WEIGHTS = { headline: 3, lede: 2, body: 1 } as const;
const MOST_REASONS = 12;
/** A phrase of several words says more than a single one. */
const SEVERAL_WORDS = 1.5;
/** A word that stands only inside names says little: not each story from Port Ellis is about ports. */
const IN_NAMES_ONLY = 0.2;
const AGAINST = 1.5;
const CASELESS_SHARE = 0.7;
const FEWEST_WORDS = 4;
const CAPITAL = /^\p{Lu}/u;
const HAS_CAPITAL = /\p{Lu}/u;
/** Words that are capitalised for the sentence's sake and begin no name. */
const OPENER =
  /^(?:the|an?|in|on|at|of|for|and|but|his|her|its|their|our|this|that|when|as|if|by|with|from)$/i;

/** Returns a part ready for counting. */
export function readPart(tokens: readonly Token[], weight: number): ReadPart {
  const words = tokens.filter(({ kind }) => kind === "word");
  const capitals = words.filter(({ text }) => CAPITAL.test(text)).length;
  const isCaseless = words.length >= FEWEST_WORDS && capitals / words.length > CASELESS_SHARE;
  return { tokens, weight, isCaseless };
}

/** Adds a hit to a topic's tally. */
export function count(tally: Tally, hit: Hit<Meaning>, part: ReadPart): void {
  if (hit.value.isAgainst) {
    tally.against += AGAINST * part.weight;
    return;
  }
  const seen = tally.phrases.get(hit.phrase) ?? {
    weight: part.weight,
    plain: 0,
    named: 0,
    doubtful: 0,
  };
  tally.phrases.set(hit.phrase, seen);
  const isWord = !hit.phrase.includes(" ") && !HAS_CAPITAL.test(hit.phrase);
  if (isWord && part.isCaseless) seen.doubtful += 1;
  else if (isWord && isInName(part.tokens, hit.at)) seen.named += 1;
  else seen.plain += 1;
  if (tally.spans.length < MOST_REASONS) tally.spans.push({ start: hit.start, end: hit.end });
}

/**
 * Returns the weight of all that was found: each phrase by its place, less where topics share it (`shared` says how
 * many do) or where it stands in names only, more for each repetition by the logarithm; less what speaks against.
 */
export function scoreOf({ phrases, against }: Tally, shared: ReadonlyMap<string, number>): number {
  let score = -against;
  for (const [phrase, found] of phrases) {
    const specific =
      (phrase.includes(" ") ? SEVERAL_WORDS : 1) / Math.sqrt(shared.get(phrase) ?? 1);
    const times = found.plain + found.named + found.doubtful;
    score += specific * found.weight * nameFactor(found) * (1 + Math.log(times));
  }
  return score;
}

/** Returns whether the phrases are evidence enough: two different ones, or one three times or in the headline. */
export function hasEvidence({ phrases }: Tally): boolean {
  const telling = [...phrases.values()].filter((found) => nameFactor(found) === 1);
  if (telling.length >= 2) return true;
  return telling.some(
    ({ plain, weight }) => plain >= 3 || (plain > 0 && weight === PLACE_WEIGHTS.headline),
  );
}

function nameFactor({ plain, named }: PhraseCount): number {
  return named > 0 && plain === 0 ? IN_NAMES_ONLY : 1;
}

/** "Port" in "Port Ellis", "Bridge" in "Harbour Bridge": a capital, and another beside it. */
function isInName(tokens: readonly Token[], at: number): boolean {
  if (!CAPITAL.test(tokens[at]?.text ?? "")) return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const follows = before?.kind === "word" && CAPITAL.test(before.text) && !OPENER.test(before.text);
  return follows || (after?.kind === "word" && CAPITAL.test(after.text));
}
