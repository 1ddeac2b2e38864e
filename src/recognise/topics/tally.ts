/** How much do the phrases of one topic weigh together? (stage 4, recognise) */
import type { Span } from "../../model.ts";
import type { Phrase } from "./definitions.ts";
import type { Use } from "./name-words.ts";

/** A phrase in the text, where it counts. */
export interface Sighting extends Span {
  readonly phrase: Phrase;
  readonly use: Use;
  /** What its place gives it. */
  readonly weight: number;
}

/** One phrase and how often the document has it. */
export interface PhraseCount {
  /** The most that a place gives where it stands, and what all of them give. */
  weight: number;
  weights: number;
  /** As a word of its own, as a title before a name ("Councillor Finch"), and at the end of an institution’s name. */
  plain: number;
  titled: number;
  naming: number;
}

/** What was found for one topic. */
export interface Tally {
  score: number;
  /** The phrases that speak for it; true of common words. */
  readonly counts: Map<PhraseCount, boolean>;
}

/** What a phrase weighs in the headline; in standfirst or lede; elsewhere. */
export const PLACE_WEIGHTS = { headline: 3, lede: 2, body: 1 } as const;
/** A word that is only the title of people says little: not each story with a Judge in it is about courts. */
const TITLES_ONLY = 0.2;
/** Of common words it takes so many different ones. */
const FEWEST_WEAK = 3;
/** So often makes one phrase evidence by itself. */
const OFTEN = 3;

/**
 * Returns by topic what speaks for it: each phrase by its place, less where topics share it or where it is only a title before
 * names, more for each repetition by the logarithm; less what speaks against it, each time that it does.
 */
export function tallyAll(sightings: readonly Sighting[]): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (const [{ uses }, count] of countAll(sightings)) {
    const times = count.plain + count.titled + count.naming;
    const factor = isTitleOnly(count) ? TITLES_ONLY : 1;
    const counted = count.weight * factor * (1 + Math.log(times));
    for (const { topic, value, isWeak } of uses) {
      const tally = tallies.get(topic) ?? emptyTally();
      tallies.set(topic, tally);
      tally.score += value * (value < 0 ? count.weights : counted);
      if (value > 0) tally.counts.set(count, isWeak);
    }
  }
  return tallies;
}

/**
 * Returns whether the phrases are evidence enough: two different ones, or one three times or in the headline.
 * Of common words alone it takes three.
 */
export function hasEvidence({ counts }: Tally): boolean {
  let telling = 0;
  let specific = 0;
  for (const [count, isWeak] of counts) {
    if (isTitleOnly(count)) continue;
    telling += 1;
    if (isWeak) continue;
    specific += 1;
    const isInHeadline = count.plain > 0 && count.weight === PLACE_WEIGHTS.headline;
    if (count.plain + count.naming >= OFTEN || isInHeadline) return true;
  }
  return telling >= (specific > 0 ? 2 : FEWEST_WEAK);
}

/** Returns whether a phrase of it stands in headline, standfirst or lede. */
export function isAtTop({ counts }: Tally): boolean {
  for (const { weight } of counts.keys()) if (weight > PLACE_WEIGHTS.body) return true;
  return false;
}

/** Returns a tally in which nothing is counted yet. */
export function emptyTally(): Tally {
  return { score: 0, counts: new Map() };
}

/** Adds to a tally what another has, its score in the share given. */
export function joinTally(tally: Tally, other: Tally, share: number): void {
  tally.score += share * other.score;
  for (const [count, isWeak] of other.counts) tally.counts.set(count, isWeak);
}

function countAll(sightings: readonly Sighting[]): Map<Phrase, PhraseCount> {
  const counts = new Map<Phrase, PhraseCount>();
  for (const { phrase, use, weight } of sightings) {
    let count = counts.get(phrase);
    if (count === undefined) {
      count = { weight: 0, weights: 0, plain: 0, titled: 0, naming: 0 };
      counts.set(phrase, count);
    }
    count.weight = Math.max(count.weight, weight);
    count.weights += weight;
    if (use !== "named") count[use] += 1;
  }
  return counts;
}

function isTitleOnly({ plain, titled }: PhraseCount): boolean {
  return titled > 0 && plain === 0;
}
