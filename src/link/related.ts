/** Which articles are shown beside an article, and what do they share with it? Stage 5. */
import type { Relation, TextCopy, Trait } from "../story-model.ts";

const MOST_RELATED = 5;

/** An article that may be shown beside another one, the most alike first. */
export interface Alike {
  /** Its Markdown file. */
  readonly article: string;
  /** The same for all articles that have one text. */
  readonly text: string;
  /** The slug of the story that it is in. */
  readonly story?: string;
  readonly shared: () => readonly Trait[];
}

/** A copy of an article, and how like it is. */
export interface CopyOf {
  readonly article: string;
  readonly copy: TextCopy["kind"];
}

/**
 * Returns the articles that are shown beside one, at most five: first of all those that have its text, then those most like it.
 * An article's own story is left out, for it is shown as such, and of several copies of one text only the nearest is named.
 */
export function relationsOf(
  own: Pick<Alike, "text" | "story">,
  copies: readonly CopyOf[],
  alike: Iterable<Alike>,
): readonly Relation[] {
  const relations: Relation[] = copies
    .slice(0, MOST_RELATED)
    .map((copy) => ({ ...copy, shared: [] }));
  const texts = new Set([own.text]);
  for (const { article, text, story, shared } of alike) {
    if (relations.length >= MOST_RELATED) break;
    if (texts.has(text) || (story !== undefined && story === own.story)) continue;
    texts.add(text);
    relations.push({ article, shared: shared() });
  }
  return relations;
}
