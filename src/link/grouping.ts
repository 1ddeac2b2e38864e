/** How are sightings of one thing put together? Stage 5, for people and subjects alike. */
import type { Appearance, CitedSentence } from "../model.ts";
import { anchorOrder } from "../text/anchors.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";

/** Returns the different forms of a name, the most frequent first, then the longest. */
export function formsByFrequency(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .map(([form, times]) => ({ form, times }))
    .sort(
      (a, b) => b.times - a.times || b.form.length - a.form.length || byCodeUnits(a.form, b.form),
    )
    .map(({ form }) => form);
}

/**
 * Returns one appearance for all that one article has under several forms. What is joined stands in the order of
 * the text, and a sentence that holds several forms stands once.
 */
export function joinedAppearance<T extends Omit<Appearance, "slug">>(
  first: T,
  others: readonly T[],
): T {
  if (others.length === 0) return first;
  const group = [first, ...others];
  return {
    ...first,
    mentions: group.flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start),
    sentences: joined(group.flatMap(({ sentences }) => sentences)),
    roles: group.flatMap(({ roles }) => roles).sort((a, b) => byPlace(a.sentence, b.sentence)),
    quotations: group.flatMap(({ quotations }) => quotations).sort((a, b) => a.start - b.start),
    byEditor: group.every(({ byEditor }) => byEditor),
  };
}

/** Each sentence once, with all its words meant. */
function joined(sentences: readonly CitedSentence[]): CitedSentence[] {
  return [...groupBy(sentences, ({ anchor, text }) => `${anchor} ${text}`).values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const words = same
        .flatMap((sentence) => sentence.words)
        .sort((a, b) => a.start - b.start || b.end - a.end);
      return { ...first, words };
    })
    .sort((a, b) => anchorOrder(a.anchor) - anchorOrder(b.anchor));
}

/** By sentence, and within one by the first word meant. */
function byPlace(a: CitedSentence, b: CitedSentence): number {
  const firstWord = ({ words }: CitedSentence): number => words[0]?.start ?? 0;
  return anchorOrder(a.anchor) - anchorOrder(b.anchor) || firstWord(a) - firstWord(b);
}

/** Returns `one article` or `3 articles`. */
export function countedArticles(articles: number): string {
  return articles === 1 ? "one article" : `${articles} articles`;
}
