/** What tells an article from others: which names and which rarer words, with which weights? Stage 5: for related articles and stories. */
import type { Appearance, ArchiveArticle, Span } from "../model.ts";
import type { Trait } from "../story-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import { lastIndexWhere } from "../text/halving.ts";
import type { LinkedEntity } from "./linked-entity.ts";
import { SpanWalker } from "./span-walker.ts";

/** An article as a vector over traits: what it names, and words that few others have. */
export interface Profile {
  readonly path: string;
  readonly address: string;
  /** Of publication, in days since 1970; absent where the day is not stated. */
  readonly day?: number;
  /** Indices of its traits, rising. */
  readonly traits: Int32Array;
  /** Of each trait; their squares sum to 1. */
  readonly weights: Float64Array;
}

/** All profiles of an archive, in the order of time: those without a day first, then by their addresses. */
export interface Profiles {
  readonly articles: readonly Profile[];
  readonly traits: readonly Trait[];
  /** By trait: the articles that have it, rising. */
  readonly holders: readonly Int32Array[];
}

/** How much a trait says of what an article is about. A topic or a word is vaguer than a name. */
const KIND_WEIGHTS: Readonly<Record<Trait["kind"], number>> = {
  person: 1,
  organisation: 1,
  place: 0.7,
  topic: 0.5,
  word: 0.6,
};
/** What a headline names, the article is about. */
const IN_HEADLINE = 1.5;
/** Words are taken from the opening: news tells first what it is about. In UTF-16 units. */
const OPENING = 2_000;
/** Of the words of an article, those that tell most. */
const MOST_WORDS = 15;
/** A word that more than one article in twenty has tells nothing; in a small archive, one that more than so many have. */
const COMMON_SHARE = 0.05;
const COMMON_COUNT = 6;

/**
 * Returns the profile of each article: the people, organisations, places (but for that of the dateline alone) and topics in it, and up to fifteen words of its headline
 * and its first 2,000 characters that stand outside names, in other articles, too, and in few of them. A trait weighs the more the
 * rarer it is, the more often the article has it (by the logarithm) and if the headline has it: tf–idf with unit length
 * (Salton and Buckley 1988, `ltc`). Linear in the length of the archive.
 */
export function profilesOf(
  articles: readonly ArchiveArticle[],
  entities: readonly LinkedEntity[],
): Profiles {
  const ordered = inOrderOfTime(articles);
  const rows = new Map(ordered.map(({ path }, index) => [path, index]));
  const traits: Trait[] = [];
  const counts: Counts = ordered.map(() => new Map());
  const named: Span[][] = ordered.map(() => []);
  for (const { entity, appearances } of entities) {
    const trait = traits.push({ kind: entity.kind, slug: entity.slug }) - 1;
    for (const appearance of appearances) {
      const row = rows.get(appearance.article);
      const article = ordered[row ?? -1];
      if (row === undefined || article === undefined) continue;
      if (!isDatelineAlone(appearance, article)) counts[row]?.set(trait, prominence(appearance));
      if (entity.kind !== "topic") named[row]?.push(...appearance.mentions);
    }
  }
  addWords(ordered, { named, counts, traits });
  return weighed(ordered, traits, counts);
}

/** Whether an article names a place as where it was written and nowhere else: earnings of two firms of Calgary are no story. */
function isDatelineAlone({ kind, mentions }: Appearance, { document }: ArchiveArticle): boolean {
  const { dateline } = document;
  if (kind !== "place" || dateline === undefined || mentions.length === 0) return false;
  return mentions.every(({ start, end }) => start >= dateline.start && end <= dateline.end);
}

/** By article: how often it has each of its traits. */
type Counts = readonly Map<number, number>[];

function inOrderOfTime(articles: readonly ArchiveArticle[]): readonly ArchiveArticle[] {
  return articles.toSorted(
    (a, b) =>
      (dayNumber(a) ?? -1) - (dayNumber(b) ?? -1) ||
      byCodeUnits(a.sortKey, b.sortKey) ||
      byCodeUnits(a.address, b.address),
  );
}

/** Days since 1970 in the paper's own calendar; undefined where no day is stated. */
function dayNumber({ front: { published } }: ArchiveArticle): number | undefined {
  if (published === undefined || published.length < "2022-01-26".length) return undefined;
  const [year = 0, month = 1, day = 1] = published.slice(0, 10).split("-").map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

function prominence({ mentions, sentences }: Appearance): number {
  const often = 1 + Math.log(Math.max(1, mentions.length));
  return sentences.some(({ anchor }) => anchor === "headline") ? often * IN_HEADLINE : often;
}

/** A word of three letters or more, in any script that parts words. */
const WORD = /\p{L}[\p{L}\p{M}\u200c]{2,}/gu;

function addWords(
  articles: readonly ArchiveArticle[],
  found: { readonly named: readonly Span[][]; readonly counts: Counts; readonly traits: Trait[] },
): void {
  const { named, counts, traits } = found;
  const vocabulary = new Map<string, number>();
  const spread: number[] = [];
  const inArticles = articles.map((article, row) => {
    const words = wordsOf(article, named[row] ?? []);
    return [...words].map(([word, times]) => {
      const id = vocabulary.get(word) ?? vocabulary.size;
      vocabulary.set(word, id);
      spread[id] = (spread[id] ?? 0) + 1;
      return { id, times };
    });
  });
  const most = Math.max(COMMON_COUNT, articles.length * COMMON_SHARE);
  const words = [...vocabulary.keys()];
  const traitOf = new Map<number, number>();
  for (const [row, own] of inArticles.entries()) {
    const telling = own
      .map(({ id, times }) => ({ id, times, in: spread[id] ?? 0 }))
      .filter((word) => word.in > 1 && word.in <= most)
      .map((word) => ({ ...word, tells: word.times * rarity(word.in, articles.length) }))
      .sort((a, b) => b.tells - a.tells || byCodeUnits(words[a.id] ?? "", words[b.id] ?? ""))
      .slice(0, MOST_WORDS);
    for (const { id, times } of telling) {
      const trait = traitOf.get(id) ?? traits.push({ kind: "word", word: words[id] ?? "" }) - 1;
      traitOf.set(id, trait);
      counts[row]?.set(trait, times);
    }
  }
}

/** Words outside names, folded, with how often they stand there: by the logarithm, and more in the headline. */
function wordsOf(
  { document }: ArchiveArticle,
  named: readonly Span[],
): ReadonlyMap<string, number> {
  const { text, headline, blocks } = document;
  const start = blocks[0]?.start ?? 0;
  const names = new SpanWalker(named);
  const counts = new Map<string, number>();
  const inHeadline = new Set<string>();
  const head = headline?.end ?? 0;
  for (const { 0: printed, index } of text.slice(0, start + OPENING).matchAll(WORD)) {
    if (names.over(index, index + printed.length) !== undefined) continue;
    const word = printed.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (index < head) inHeadline.add(word);
  }
  for (const [word, times] of counts) {
    const often = 1 + Math.log(times);
    counts.set(word, inHeadline.has(word) ? often * IN_HEADLINE : often);
  }
  return counts;
}

/** The inverse document frequency of what so many of all articles have. */
function rarity(holders: number, articles: number): number {
  return Math.log(1 + articles / holders);
}

function weighed(
  articles: readonly ArchiveArticle[],
  traits: readonly Trait[],
  counts: Counts,
): Profiles {
  const holders: number[][] = traits.map(() => []);
  for (const [row, own] of counts.entries())
    for (const trait of own.keys()) holders[trait]?.push(row);
  const worth = traits.map(
    ({ kind }, trait) => KIND_WEIGHTS[kind] * rarity(holders[trait]?.length ?? 1, articles.length),
  );
  const profiles = articles.map((article, row): Profile => {
    const own = Int32Array.from(counts[row]?.keys() ?? []).sort();
    const raw = Float64Array.from(
      own,
      (trait) => (counts[row]?.get(trait) ?? 0) * (worth[trait] ?? 0),
    );
    const length = Math.hypot(...raw) || 1;
    const day = dayNumber(article);
    return {
      path: article.path,
      address: article.address,
      ...(day !== undefined && { day }),
      traits: own,
      weights: raw.map((weight) => weight / length),
    };
  });
  return { articles: profiles, traits, holders: holders.map((rows) => Int32Array.from(rows)) };
}

/** Articles that have a trait of an article's. */
interface Neighbours {
  /** The square of what the trait weighs in the article. */
  readonly weight: number;
  readonly rows: Int32Array;
}

/** A trait that weighs less (squared) leads to no neighbours; the country of a national paper does not. */
const LEAST_LEADING = 0.001;

/** Returns for each telling trait of an article the articles that have it, at most `most`, those nearest to it in the order of time. */
export function neighboursOf(
  row: number,
  { articles, holders }: Profiles,
  most: number,
): readonly Neighbours[] {
  const { traits = [], weights = [] } = articles[row] ?? {};
  const found: Neighbours[] = [];
  for (let at = 0; at < traits.length; at++) {
    const weight = (weights[at] ?? 0) ** 2;
    const rows = holders[traits[at] ?? -1];
    if (weight >= LEAST_LEADING && rows !== undefined)
      found.push({ weight, rows: nearestRows(rows, row, most) });
  }
  return found;
}

function nearestRows(rows: Int32Array, row: number, most: number): Int32Array {
  if (rows.length <= most) return rows;
  const at = lastIndexWhere(rows, (other) => other < row) + 1;
  const start = Math.max(0, Math.min(at - (most >> 1), rows.length - most));
  return rows.subarray(start, start + most);
}
