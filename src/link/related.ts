/** Which articles are about the same as an article, and what do they share with it? Stage 5. */
import type { Relation } from "../story-model.ts";
import type { Copies } from "./copies.ts";
import { neighboursOf, type Profile, type Profiles } from "./profiles.ts";
import { isTelling, likenessOf, type Share, toldTraits } from "./shared-traits.ts";

/** Of the articles that have a trait, so many are looked at, those nearest in time. */
const MOST_HOLDERS = 60;
/** Candidates that are compared in full. */
const MOST_COMPARED = 40;
const MOST_RELATED = 5;
const LEAST_LIKENESS = 0.12;
/** So much of a likeness is left after many years; of the rest, half after each month. */
const LEFT = 0.6;
const HALF_DAYS = 30;

/** What else is known of articles that belong together. */
export interface Known {
  readonly copies: Copies;
  /** The index of the story that an article is in, by Markdown file. */
  readonly storyOf: ReadonlyMap<string, number>;
}

/**
 * Returns for each article that has any the articles that are most like it, at most five, the nearest first; first of all those
 * that have its text. An article's own story is left out, for it is shown as such, and of several copies of one text only the nearest
 * is named.
 *
 * Likeness is the cosine of two profiles (tf–idf over names, topics and words), faded by the days between the two articles, and must be of what
 * happened (`isTelling`). Near-linear: candidates come from inverted lists, of which only the sixty articles nearest in time
 * are looked at for each trait, and the forty best are compared in full (as in Zobel and Moffat 2006, “Inverted files for text search engines”).
 * Ties go to the earlier article.
 */
export function relationsOf(
  profiles: Profiles,
  known: Known,
): ReadonlyMap<string, readonly Relation[]> {
  const relations = new Map<string, readonly Relation[]>();
  for (const [row, { path }] of profiles.articles.entries()) {
    const copies = known.copies.of(path).map((copy) => ({ ...copy, shared: [] }));
    const related = alike(row, profiles, known);
    const all = [...copies, ...related].slice(0, MOST_RELATED);
    if (all.length > 0) relations.set(path, all);
  }
  return relations;
}

function alike(row: number, profiles: Profiles, { copies, storyOf }: Known): readonly Relation[] {
  const own = profiles.articles[row];
  if (own === undefined) return [];
  const story = storyOf.get(own.path);
  const texts = new Set([copies.textOf(own.path)]);
  const related: Relation[] = [];
  for (const { path, shares } of compared(row, own, profiles)) {
    const text = copies.textOf(path);
    if (texts.has(text) || (story !== undefined && storyOf.get(path) === story)) continue;
    texts.add(text);
    related.push({ article: path, shared: toldTraits(shares, profiles) });
    if (related.length === MOST_RELATED) break;
  }
  return related;
}

interface Compared {
  readonly path: string;
  readonly row: number;
  readonly shares: readonly Share[];
  readonly likeness: number;
}

function compared(row: number, own: Profile, profiles: Profiles): readonly Compared[] {
  return candidates(row, profiles)
    .flatMap((other): Compared[] => {
      const theirs = profiles.articles[other];
      if (theirs === undefined) return [];
      const shares = sharesOf(own, theirs);
      const cosine = likenessOf(shares);
      const likeness = cosine * fading(own, theirs);
      if (likeness < LEAST_LIKENESS || !isTelling(shares, profiles)) return [];
      return [{ path: theirs.path, row: other, shares, likeness }];
    })
    .sort((a, b) => b.likeness - a.likeness || a.row - b.row);
}

/** Rows of the articles that seem most alike by the traits through which they were found. */
function candidates(row: number, profiles: Profiles): readonly number[] {
  const sums = new Map<number, number>();
  for (const { weight, rows } of neighboursOf(row, profiles, MOST_HOLDERS))
    for (const other of rows) if (other !== row) sums.set(other, (sums.get(other) ?? 0) + weight);
  return [...sums]
    .sort(([a, most], [b, more]) => more - most || a - b)
    .slice(0, MOST_COMPARED)
    .map(([other]) => other);
}

function sharesOf(a: Profile, b: Profile): readonly Share[] {
  const shares: Share[] = [];
  let at = 0;
  for (let index = 0; index < a.traits.length; index++) {
    const trait = a.traits[index] ?? -1;
    while ((b.traits[at] ?? Number.POSITIVE_INFINITY) < trait) at += 1;
    if (b.traits[at] === trait)
      shares.push({ trait, weight: (a.weights[index] ?? 0) * (b.weights[at] ?? 0) });
  }
  return shares;
}

/** Of articles without a day nothing is known but that they are not near. */
function fading(a: Profile, b: Profile): number {
  if (a.day === undefined || b.day === undefined) return LEFT;
  return LEFT + (1 - LEFT) * 2 ** (-Math.abs(a.day - b.day) / HALF_DAYS);
}
