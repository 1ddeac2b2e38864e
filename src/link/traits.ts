/** Which traits has an article, and what do they weigh? Stage 5: for related articles and stories. */
import type { Trait } from "../story-model.ts";
import { hashOf } from "../text/number-hash.ts";

/** A trait of an article and how much the article makes of it: its count by the logarithm, more in the headline. */
export interface CountedTrait {
  readonly id: number;
  readonly trait: Trait;
  readonly count: number;
}

/** An article as a vector: the ids of its traits, rising, and their weights, of unit length. A trait that many articles have has a weight below zero. */
export interface Vector {
  readonly ids: Float64Array;
  readonly weights: Float32Array;
}

/** In how many articles a trait is, and how many articles there are, as `roundedSpread` and `rounded` give it. */
export interface Frequencies {
  readonly size: number;
  readonly of: (trait: number) => number;
}

const KINDS: readonly Trait["kind"][] = ["person", "organisation", "place", "topic", "word"];
const ID_BITS = 50;
/** What the number of a trait leaves by this is the place of its kind among the kinds: person, organisation, place, topic, word. */
export const KIND_ROOM = 8;
/** How much a trait says of what an article is about. A topic or a word is vaguer than a name. */
const KIND_WEIGHTS: readonly number[] = [1, 1, 0.7, 0.5, 0.6];
/** A trait that more articles than one in twenty have tells little; in a small archive, one that more than so many have. */
const COMMON_SHARE = 0.05;
const COMMON_COUNT = 8;
/** Of the words of an article, those that tell most. */
const MOST_WORDS = 15;

/** Returns the number by which a trait is known; it holds its kind. */
export function traitId(trait: Trait): number {
  const name = trait.kind === "word" ? trait.word : trait.slug;
  return hashOf(`${trait.kind} ${name}`, ID_BITS) * KIND_ROOM + KINDS.indexOf(trait.kind);
}

/**
 * Returns a number of articles to the nearest power of two: 0, 1, 2, 4 (from 3), 8 (from 6), 16 (from 12), … One article more hardly ever changes it,
 * and so hardly ever changes what other articles weigh.
 */
export function rounded(count: number): number {
  return count < 1 ? 0 : 2 ** Math.round(Math.log2(count));
}

/** From this power of two on, a trait's articles are counted in powers of four. */
const FINE_STEPS = 5;

/**
 * Returns in how many articles a trait is as it is reckoned with: to the nearest power of two up to 32, beyond that 128, 512, 2048, … When a trait comes to another step, all that have
 * it are weighed anew; the more have it, the longer its steps are.
 */
export function roundedSpread(count: number): number {
  const fine = rounded(count);
  if (fine <= 2 ** FINE_STEPS) return fine;
  return 2 ** (FINE_STEPS + 2 * Math.round((Math.log2(count) - FINE_STEPS) / 2));
}

/**
 * Returns the vector of an article. A trait weighs the more the rarer it is and the more the article makes of it: tf–idf (Salton and Buckley 1988, `ltc`), with
 * rounded figures. Of its words the fifteen that weigh most are taken, of those that another article has and not too many have.
 */
export function vectorOf(counted: readonly CountedTrait[], frequencies: Frequencies): Vector {
  const { size } = frequencies;
  const common = Math.max(COMMON_COUNT, size * COMMON_SHARE);
  const weighed = counted.flatMap(({ id, count }) => {
    const within = frequencies.of(id);
    const kind = id % KIND_ROOM;
    const isWord = KINDS[kind] === "word";
    if (isWord && (within < 2 || within > common)) return [];
    const weight = count * (KIND_WEIGHTS[kind] ?? 0) * Math.log(1 + size / Math.max(1, within));
    return [{ id, isWord, weight, isCommon: within > common }];
  });
  const words = weighed
    .filter(({ isWord }) => isWord)
    .sort((a, b) => b.weight - a.weight || a.id - b.id)
    .slice(0, MOST_WORDS);
  const kept = [...weighed.filter(({ isWord }) => !isWord), ...words].sort((a, b) => a.id - b.id);
  const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  return {
    ids: Float64Array.from(kept, ({ id }) => id),
    weights: Float32Array.from(kept, ({ weight, isCommon }) =>
      isCommon ? -weight / length : weight / length,
    ),
  };
}

/** A trait that weighs less (squared) leads to no other article. */
const LEAST_LEADING = 0.001;
/** Of the traits of an article, so many lead to others. */
const MOST_LEADING = 8;

/** Returns the ids of the traits by which an article finds others and is found: those that weigh most. */
export function leadingTraits({ ids, weights }: Vector): readonly number[] {
  const ranked = Array.from(ids, (id, at) => ({ id, weight: Math.abs(weights[at] ?? 0) }));
  return ranked
    .filter(({ weight }) => weight * weight >= LEAST_LEADING)
    .sort((a, b) => b.weight - a.weight || a.id - b.id)
    .slice(0, MOST_LEADING)
    .map(({ id }) => id);
}

const TRAIT_BYTES = 12;

/** Returns a vector as bytes. */
export function packedVector({ ids, weights }: Vector): Uint8Array {
  const bytes = new Uint8Array(ids.length * TRAIT_BYTES);
  bytes.set(new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength));
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength), ids.byteLength);
  return bytes;
}

/** Returns the vector that `packedVector` made bytes of. */
export function unpackedVector(bytes: Uint8Array): Vector {
  const length = bytes.byteLength / TRAIT_BYTES;
  const own = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  return {
    ids: new Float64Array(own.buffer, own.byteOffset, length),
    weights: new Float32Array(own.buffer, own.byteOffset + length * 8, length),
  };
}
