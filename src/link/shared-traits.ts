/** What is it that makes two articles alike, and is it enough to put them side by side? Stage 5. */
import type { Trait } from "../story-model.ts";
import type { Profiles } from "./profiles.ts";

/** What one trait adds to a likeness. */
export interface Share {
  /** Its index among the traits. */
  readonly trait: number;
  readonly weight: number;
}

/** A trait that more articles than this have tells little by itself: a share of the archive, or in a small one a number. */
const COMMON_SHARE = 0.05;
const COMMON_COUNT = 10;
/** Of a likeness, at most so much may come from one trait: from a person or an organisation that few articles name, or from any other. */
const MOST_OF_NAME = 0.8;
const MOST_OF_OTHER = 0.5;
/** A likeness needs so much from names, and such a part of all. */
const LEAST_NAMES = 0.1;
const LEAST_NAMES_PART = 0.25;
/** What adds less than this part of a likeness is not told as its reason. */
const LEAST_TOLD = 0.05;
const MOST_TOLD = 6;

/** Returns how like two articles are that share these traits: their cosine. */
export function likenessOf(shares: readonly Share[]): number {
  return shares.reduce((sum, { weight }) => sum + weight, 0);
}

/**
 * Returns whether a likeness is one of what happened and not of form alone. Names must carry a part of it; a topic, a word, all places together
 * or a name that everybody has must not carry more than half: reports of the same kind share their words, dispatches
 * from one town its name.
 */
export function isTelling(shares: readonly Share[], profiles: Profiles): boolean {
  const common = Math.max(COMMON_COUNT, profiles.articles.length * COMMON_SHARE);
  let all = 0;
  let names = 0;
  let places = 0;
  for (const { trait, weight } of shares) {
    const kind = profiles.traits[trait]?.kind;
    all += weight;
    if (kind === "place") places += weight;
    if (kind === "person" || kind === "organisation" || kind === "place") names += weight;
  }
  if (names < LEAST_NAMES || names < LEAST_NAMES_PART * all || places > MOST_OF_OTHER * all)
    return false;
  return shares.every(({ trait, weight }) => {
    const kind = profiles.traits[trait]?.kind;
    const isName = kind === "person" || kind === "organisation";
    const isRare = (profiles.holders[trait]?.length ?? 0) <= common;
    return weight <= (isName && isRare ? MOST_OF_NAME : MOST_OF_OTHER) * all;
  });
}

/** Returns the traits that make up a likeness, those that add most first; at most six, and none that hardly matters. */
export function toldTraits(shares: readonly Share[], { traits }: Profiles): readonly Trait[] {
  const all = likenessOf(shares);
  return shares
    .filter(({ weight }) => weight >= LEAST_TOLD * all)
    .sort((a, b) => b.weight - a.weight || a.trait - b.trait)
    .slice(0, MOST_TOLD)
    .flatMap(({ trait }) => traits[trait] ?? []);
}
