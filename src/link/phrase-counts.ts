/** How many articles has each phrase of two to four words? Stage 5. */
import type { ReadWords } from "./phrase-words.ts";

/** A phrase that recurs. */
export interface PhraseCount {
  /** Ids. */
  readonly words: readonly number[];
  readonly articles: number;
  /** Articles in which it stands in the headline, or more than once. */
  readonly salient: number;
  /** How much it looks like a term; see `recurringPhrases`. */
  readonly score: number;
  /** The first place in each article that has it, as index of its words. */
  readonly places: readonly { readonly article: number; readonly at: number }[];
}

interface Count {
  readonly words: readonly number[];
  readonly places: { article: number; at: number; times: number }[];
  salient: number;
}

/** Words of the longest phrase. */
export const LONGEST_PHRASE = 4;
/** Buckets that pairs are counted in beforehand; of two pairs in one bucket both are looked at. */
const BUCKETS = 1 << 20;
const MIX = 0x9e3779b1;

/**
 * Returns the phrases that at least `least` articles have. A longer phrase is looked at only where its parts recur (Agrawal and Srikant 1994),
 * a pair only where its bucket has as many (Park, Chen and Yu 1995), so that the phrases that are held at once are few, however
 * many the archive has. Four passes over the words.
 */
export function countPhrases(read: ReadWords, least: number): readonly PhraseCount[] {
  const buckets = pairBuckets(read, least);
  const isOpen = (id: number | undefined): id is number =>
    id !== undefined && id >= 0 && !read.isStop(id) && (read.counts[id] ?? 0) >= least;
  const levels: Map<string, Count>[] = [];
  for (let length = 2; length <= LONGEST_PHRASE; length++) {
    const shorter = levels.at(-1) ?? new Map<string, Count>();
    const counts = new Map<string, Count>();
    eachPhrase(read, length, (ids, at, article) => {
      const last = ids[at + length - 1];
      if (!isOpen(ids[at]) || !isOpen(last)) return;
      if (
        length === 2
          ? (buckets[bucketOf(ids[at], last)] ?? 0) < least
          : !hasParts(ids, at, { length, read, shorter })
      )
        return;
      add(counts, ids.subarray(at, at + length), {
        article,
        at,
        isHead: at < (read.articles[article]?.headEnd ?? 0),
      });
    });
    for (const [key, { places }] of counts) if (places.length < least) counts.delete(key);
    levels.push(counts);
  }
  return scored(
    levels.flatMap((counts) => [...counts.values()]),
    read,
  );
}

function eachPhrase(
  { articles }: ReadWords,
  length: number,
  visit: (ids: Int32Array, at: number, article: number) => void,
): void {
  articles.forEach(({ ids }, article) => {
    for (let at = 0; at + length <= ids.length; at++) visit(ids, at, article);
  });
}

function pairBuckets(read: ReadWords, least: number): Uint32Array {
  const buckets = new Uint32Array(BUCKETS);
  eachPhrase(read, 2, (ids, at) => {
    const [first = -1, second = -1] = [ids[at], ids[at + 1]];
    if (first < 0 || second < 0 || read.isStop(first) || read.isStop(second)) return;
    if ((read.counts[first] ?? 0) < least || (read.counts[second] ?? 0) < least) return;
    const bucket = bucketOf(first, second);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  });
  return buckets;
}

function bucketOf(first: number, second: number): number {
  return (Math.imul(first, MIX) ^ Math.imul(second, MIX >>> 3) ^ (second << 7)) & (BUCKETS - 1);
}

/** Whether the phrase without its first and without its last word recurs; a joining word inside has no part of its own. */
function hasParts(
  ids: Int32Array,
  at: number,
  { length, read, shorter }: { length: number; read: ReadWords; shorter: Map<string, Count> },
): boolean {
  const inner = ids.subarray(at + 1, at + length - 1);
  const joining = inner.findIndex((id) => read.isJoining(id));
  if (joining >= 0) return length === 3;
  return (
    shorter.has(ids.subarray(at, at + length - 1).join(" ")) &&
    shorter.has(ids.subarray(at + 1, at + length).join(" "))
  );
}

function add(
  counts: Map<string, Count>,
  ids: Int32Array,
  { article, at, isHead }: { article: number; at: number; isHead: boolean },
): void {
  const key = ids.join(" ");
  let count = counts.get(key);
  if (count === undefined) {
    count = { words: [...ids], places: [], salient: 0 };
    counts.set(key, count);
  }
  const place = count.places.at(-1);
  if (place?.article === article) {
    place.times += 1;
    if (place.times === 2 && !isInHeadline(place)) count.salient += 1;
    return;
  }
  count.places.push({ article, at: isHead ? -1 - at : at, times: 1 });
  if (isHead) count.salient += 1;
}

/** What stands in the headline is counted already. */
function isInHeadline({ at }: { at: number }): boolean {
  return at < 0;
}

// ------------------------------------------------------------------ which of them look like terms

function scored(counts: readonly Count[], read: ReadWords): readonly PhraseCount[] {
  const within = longerOnes(counts);
  return counts.map((count) => {
    const { words, places, salient } = count;
    const { sum, number } = within.get(words.join(" ")) ?? { sum: 0, number: 0 };
    const own = places.length - (number === 0 ? 0 : sum / number);
    const share = salient / places.length;
    return {
      words,
      articles: places.length,
      salient,
      score: Math.log2(words.length) * own * cohesion(count, read) * share,
      places: places.map(({ article, at }) => ({ article, at: at < 0 ? -1 - at : at })),
    };
  });
}

/** For each phrase, the articles of the longer ones that hold it, and how many these are. */
function longerOnes(
  counts: readonly Count[],
): ReadonlyMap<string, { readonly sum: number; readonly number: number }> {
  const within = new Map<string, { sum: number; number: number }>();
  for (const { words, places } of counts) {
    for (let length = 2; length < words.length; length++) {
      for (let at = 0; at + length <= words.length; at++) {
        const key = words.slice(at, at + length).join(" ");
        const before = within.get(key) ?? { sum: 0, number: 0 };
        within.set(key, { sum: before.sum + places.length, number: before.number + 1 });
      }
    }
  }
  return within;
}

/** How much the words keep to each other, 0 to 1: normalised pointwise mutual information over articles, of the loosest two neighbours. */
function cohesion({ words, places }: Count, { counts, articles, isJoining }: ReadWords): number {
  const all = articles.length;
  const together = places.length / all;
  const open = words.filter((id) => !isJoining(id));
  const alone = open.reduce((product, id) => product * ((counts[id] ?? all) / all), 1);
  if (together >= 1) return 0;
  return Math.max(0, Math.log(together / alone) / (-Math.log(together) * (open.length - 1)));
}
